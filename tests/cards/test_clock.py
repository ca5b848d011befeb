"""The live clock: plain ground on the card, digits from the strip, in the right place at any time."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

import pytest

from cards.compose import compose
from cards.model import Card, Screen
from cards.picture import LiveClock, Picture, digits_at, with_clock
from cards.themes import Theme


@pytest.fixture(scope="module")
def notice(cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime) -> Picture:
    return compose(cards["notice"], screen("landscape"), theme, now, "sv", {})


def rows(pixels: bytes, width_px: int, clock: LiveClock) -> list[bytes]:
    return [
        pixels[((clock.y_px + row) * width_px + clock.x_px) * 3 :][: clock.width_px * 3]
        for row in range(clock.height_px)
    ]


def test_the_card_itself_has_plain_ground_where_the_clock_stands(notice: Picture) -> None:
    (clock,) = notice.live
    plain = b"".join(rows(notice.rgb, notice.width_px, clock))
    assert plain == plain[:3] * (len(plain) // 3)


def test_the_digits_meet_the_margin_at_any_time(notice: Picture) -> None:
    (clock,) = notice.live
    for hour, minute in ((0, 0), (11, 11), (14, 32), (23, 57)):
        ground = notice.rgb[(clock.y_px * notice.width_px + clock.x_px) * 3 :][:3]
        inked = [
            x
            for row in rows(with_clock(notice, hour, minute), notice.width_px, clock)
            for x in range(clock.width_px)
            if row[x * 3 : x * 3 + 3] != ground
        ]
        assert inked
        assert clock.x_px + max(inked) + 1 <= 1920 - 96 + 1
        assert clock.x_px + max(inked) + 1 >= 1920 - 96 - 5


def test_nothing_but_the_clock_changes_with_the_time(notice: Picture) -> None:
    (clock,) = notice.live
    early, late = with_clock(notice, 8, 0), with_clock(notice, 14, 32)
    assert early != late
    before, after = clock.y_px * notice.width_px * 3, (clock.y_px + clock.height_px) * notice.width_px * 3
    assert early[:before] == late[:before]
    assert early[after:] == late[after:]


def test_signs_follow_each_other_without_overlap(notice: Picture) -> None:
    (clock,) = notice.live
    placed = list(digits_at(clock, "14:32"))
    assert [glyph.text for glyph, _ in placed] == list("14:32")
    for (glyph, x), (_, following) in pairwise(placed):
        assert x + glyph.width_px <= following + 1


def test_a_clock_has_every_digit_once(notice: Picture) -> None:
    (clock,) = notice.live
    assert sorted(glyph.text for glyph in clock.glyphs) == sorted("0123456789:")
    assert len(clock.strip) == clock.strip_width_px * clock.height_px * 3


@pytest.mark.slow
def test_showing_a_picture_needs_no_drawing_library() -> None:
    code = "import cards.picture, sys; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
