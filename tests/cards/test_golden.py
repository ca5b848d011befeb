"""Our own cards, small, beside how they looked when somebody last looked at them.

On a difference both pictures are saved side by side under `test-results/cards`; if the new one is right, copy its right
half over the golden one (`TORGET_NEW_GOLDEN=1` writes them all).
"""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageChops, ImageStat

from cards.compose import compose
from cards.model import Card, Screen
from cards.render import to_image
from cards.themes import Theme

GOLDEN = Path(__file__).with_name("golden")
LONG_SIDE_PX = 480
TOLERANCE = 1.5
"""Mean difference of a channel, of 255: other versions of FreeType move edges, they do not move words."""


@pytest.mark.parametrize(
    ("kind", "shape", "language"),
    [
        ("event", "landscape", "sv"),
        ("event", "portrait", "sv"),
        ("event", "landscape", "ar"),
        ("event", "bar", "sv"),
        ("notice", "landscape", "sv"),
        ("alert", "hall", "sv"),
        ("news", "landscape", "sv"),
        ("question", "landscape", "sv"),
        ("answer", "portrait", "sv"),
        ("house", "landscape", "sv"),
        ("pairing", "landscape", "sv"),
    ],
)
def test_a_card_looks_as_it_did(
    kind: str,
    shape: str,
    language: str,
    cards: dict[str, Card],
    screen: Callable[[str], Screen],
    theme: Theme,
    now: datetime,
    root: Path,
) -> None:
    picture = compose(cards[kind], screen(shape), theme, now, language, {})
    image = to_image(picture, now, ZoneInfo("Europe/Stockholm"))
    image.thumbnail((LONG_SIDE_PX, LONG_SIDE_PX), Image.Resampling.BOX)
    path = GOLDEN / f"{kind}-{shape}-{language}.png"
    if os.environ.get("TORGET_NEW_GOLDEN") == "1":
        image.save(path, optimize=True)
    golden = Image.open(path).convert("RGB")
    assert golden.size == image.size
    difference = max(ImageStat.Stat(ImageChops.difference(golden, image)).mean)
    if difference > TOLERANCE:
        folder = root / "test-results" / "cards"
        folder.mkdir(parents=True, exist_ok=True)
        both = Image.new("RGB", (2 * image.width, image.height))
        both.paste(golden, (0, 0))
        both.paste(image, (image.width, 0))
        both.save(folder / path.name)
    assert difference <= TOLERANCE
