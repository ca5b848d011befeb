"""Every kind is read in every theme, a municipality's own among them: judged from the pixels, in both shapes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image

from cards.compose import laid_out
from cards.kinds import KINDS
from cards.measure import mask
from cards.model import Municipality, Screen
from cards.samples import samples
from cards.themes import Theme, load_theme, own_theme, theme_names
from tests.cards.verdict import layout_faults, pixel_faults

NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"}, address="alvdala.example")
SHAPES = {"lying": (1280, 720), "standing": (720, 1280)}
OWN = {
    "blue and orange": ("#0057A8", "#F39200"),
    "wine, sea and amber": ("#7A1E4B", "#4FB3BF", "#F2B134"),
    "yellow and black": ("#FFD400", "#1A1A1A"),
    "grey": ("#707070", "#B0B0B0"),
}


def _theme(name: str) -> Theme:
    return own_theme(OWN[name]) if name in OWN else load_theme(name)


def _unwritten(*of: Any) -> Any:
    drawn = mask(*of)
    return drawn._replace(image=Image.new("L", drawn.image.size))


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("theme", [*theme_names(), *OWN])
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_read_in_a_theme(kind: str, theme: str, shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    card = samples(NOW)[kind]
    width, height = SHAPES[shape]
    screen = Screen(id="s", name="Entrén", place="Biblioteket", municipality=TOWN, width_px=width, height_px=height)
    look = _theme(theme)
    sheet = laid_out(card, screen, look, NOW, "sv", {})
    with monkeypatch.context() as patch:
        patch.setattr("cards.sheet.mask", _unwritten)
        bare = laid_out(card, screen, look, NOW, "sv", {}).image
    assert layout_faults(sheet) == []
    found = pixel_faults(sheet, bare)
    # The line through a departure that is cancelled has the colour of its time, and is meant to lie over it.
    assert [fault for fault in found if kind != "departures" or "contrast 1.00" not in fault] == []
