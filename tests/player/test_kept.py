"""Kept pictures: what is read is what was written, or nothing."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from cards.picture import Glyph, LiveClock, Picture
from player import kept
from player.errors import KeptPictureError
from tests.player.server_double import SCREEN, news

UNTIL = datetime(2026, 11, 25, tzinfo=UTC)
KEY = "k" * 40


def a_picture(width: int = 24, height: int = 16) -> Picture:
    glyphs = tuple(Glyph(text, place, 1, 1.0) for place, text in enumerate("0123456789:"))
    clock = LiveClock(
        x_px=2, y_px=3, width_px=8, height_px=4, align="left", strip_width_px=11, strip=bytes(range(132)), glyphs=glyphs
    )
    rgb = Random(1).randbytes(width * height * 3)
    return Picture(width_px=width, height_px=height, rgb=rgb, live=(clock,), valid_until=UNTIL)


def test_a_picture_comes_back_as_it_was(tmp_path: Path) -> None:
    kept.write(tmp_path, KEY, a_picture(), "render-1", lacking=False)
    header, picture = kept.read(tmp_path, KEY)
    assert picture == a_picture()
    assert (header.render_id, header.valid_until, header.lacking) == ("render-1", UNTIL, False)
    assert kept.read_header(tmp_path, KEY) == header


@pytest.mark.slow
def test_no_damage_gets_through(tmp_path: Path) -> None:
    kept.write(tmp_path, KEY, a_picture(), "render-1", lacking=False)
    path = kept.path_of(tmp_path, KEY)
    whole = path.read_bytes()
    chance = Random(2)
    for place in [*range(len(whole)), *(chance.randrange(len(whole)) for _ in range(100))]:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        with pytest.raises(KeptPictureError):
            kept.read(tmp_path, KEY)
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(KeptPictureError):
            kept.read(tmp_path, KEY)


def test_a_picture_under_another_name_is_not_taken_for_it(tmp_path: Path) -> None:
    kept.write(tmp_path, KEY, a_picture(), "render-1", lacking=False)
    kept.path_of(tmp_path, KEY).rename(kept.path_of(tmp_path, "m" * 40))
    with pytest.raises(KeptPictureError):
        kept.read(tmp_path, "m" * 40)


def test_a_missing_picture_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeptPictureError) as caught:
        kept.read(tmp_path, KEY)
    assert "again" in caught.value.sentence()


def test_the_key_follows_whatever_the_drawing_depends_on() -> None:
    day = date(2026, 11, 24)
    first = kept.key_of(news("a"), SCREEN, "sv", day)
    others = {
        kept.key_of(news("a", version=2), SCREEN, "sv", day),
        kept.key_of(news("a", title="Annat"), SCREEN, "sv", day),
        kept.key_of(news("a"), SCREEN, "en", day),
        kept.key_of(news("a"), SCREEN, "sv", date(2026, 11, 25)),
        kept.key_of(news("b"), SCREEN, "sv", day),
    }
    assert first == kept.key_of(news("a"), SCREEN, "sv", day)
    assert len(others) == 5
    assert first not in others


def test_the_oldest_pictures_go_and_those_in_use_stay(tmp_path: Path) -> None:
    for age, key in enumerate("abcd"):
        kept.write(tmp_path, key * 40, a_picture(), "render-1", lacking=False)
        os.utime(kept.path_of(tmp_path, key * 40), (age, age))
    size = kept.path_of(tmp_path, "a" * 40).stat().st_size
    assert kept.evict(tmp_path, frozenset({"a" * 40}), at_most=2 * size) == 2
    assert sorted(path.stem[0] for path in tmp_path.iterdir()) == ["a", "d"]
