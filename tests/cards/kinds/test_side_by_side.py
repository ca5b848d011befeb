"""Two languages on one card: both whole, at one size, apart; and in turn where they find no room."""

from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import compose, laid_out, pair_of
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun", "fi": "Älvdalan kunta", "ar": "بلدية ألفدالا"})
PAIRED = {
    name: card for name, card in (samples(NOW) | variants(NOW)).items() if card.kind in ("notice", "event", "alert")
}
SIZES = ((1920, 1080), (1080, 1920), (1920, 540), (1080, 1080), (1024, 768), (3840, 2160))


def screen(*languages: str, size: tuple[int, int] = (1920, 1080), metres: float = 3) -> Screen:
    return Screen(
        id="bib",
        name="Entrén",
        place="Biblioteket",
        municipality=TOWN,
        width_px=size[0],
        height_px=size[1],
        distance_m=metres,
        languages=languages,
        side_by_side=True,
    )


def sheet_of(card: Card, on: Screen, language: str = "") -> Sheet:
    return laid_out(card, on, load_theme("alv"), NOW, language or on.languages[0], {}, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("other", ["fi", "ar", "uk", "en"])
@pytest.mark.parametrize("name", PAIRED)
def test_both_languages_are_legible_on_every_shape(name: str, other: str, size: tuple[int, int]) -> None:
    sheet = sheet_of(PAIRED[name], screen("sv", other, size=size))
    area = sheet.screen.safe_area
    for mark in sheet.marks:
        assert mark.size_px >= sheet.sizes.small_floor - 0.5, mark
        assert mark.box.left >= sheet.width * area - 2, mark
        assert mark.box.right <= sheet.width * (1 - area) + 2, mark
        assert sheet.height * area - 2 <= mark.box.top, mark
        assert mark.box.bottom <= sheet.height * (1 - area) + 8, mark
    for one, two in combinations(sheet.marks, 2):
        assert one.block == two.block or not one.box.overlaps(two.box, slack=3), (one, two)


def test_what_needs_no_translation_stands_once() -> None:
    text = said(sheet_of(samples(NOW)["notice"], screen("sv", "fi")))
    assert text.count("8–12") == 1
    assert "Vattnet stängs av" in text
    assert "Vesi on poikki" in text
    assert "I morgon" in text
    assert "Huomenna" in text


def test_both_headlines_have_one_size() -> None:
    sheet = sheet_of(samples(NOW)["event"], screen("sv", "en"))
    assert len({mark.size_px for mark in sheet.marks if mark.role == "headline"}) == 1


def test_whichever_language_is_wished_the_same_picture_stands() -> None:
    card, on, theme = samples(NOW)["notice"], screen("sv", "fi", size=(640, 360)), load_theme("alv")
    first, second = (compose(card, on, theme, NOW, language, {}) for language in ("sv", "fi"))
    assert first.rgb == second.rgb


def test_a_card_that_lacks_a_language_or_a_screen_that_does_not_ask_has_one_at_a_time() -> None:
    card = samples(NOW)["notice"]
    alone = msgspec.structs.replace(card, texts={"sv": card.texts["sv"]})
    assert pair_of(card, screen("sv", "fi")) == ("sv", "fi")
    assert pair_of(alone, screen("sv", "fi")) is None
    assert pair_of(card, screen("sv")) is None
    assert pair_of(samples(NOW)["menu"], screen("sv", "fi")) is None


def test_languages_come_in_turn_where_both_find_no_room() -> None:
    long = "Informationsmöte om renoveringen av Centralskolan och gymnastikhallen"
    card = msgspec.structs.replace(samples(NOW)["event"], texts={"sv": Text(title=long), "fi": Text(title="Tiedotus")})
    on = screen("sv", "fi", metres=5)
    assert "Tiedotus" not in said(sheet_of(card, on, "sv"))
    assert "Tiedotus" in said(sheet_of(card, on, "fi"))
