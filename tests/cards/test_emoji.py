"""Emoji on a card: as high as the text around them, in their colours, one however they are made, never a box."""

import hashlib
import io
from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cards.compose import compose, laid_out
from cards.emoji import length, sequences, without
from cards.fonts import BODY, HEADLINE, Style, capital_em
from cards.measure import ink, mask
from cards.model import Card, Screen, Text
from cards.themes import Theme

PINK = (255, 0, 144)
ONES = ("🎉", "👍🏽", "🇸🇪", "1️⃣", "❤️", "🏳️‍🌈", "🧑🏿‍🚒", "⛄", "☕")


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (136, 128), (*PINK, 255)).save(file, "PNG")
    return file.getvalue()


def with_emoji(card: Card, title: str) -> tuple[Card, dict[str, bytes]]:
    data = picture()
    name = hashlib.sha256(data).hexdigest()
    named = dict.fromkeys(sequences(title), name)
    return msgspec.structs.replace(card, texts={"sv": Text(title=title)}, emoji=named), {name: data}


@pytest.mark.parametrize("one", ONES)
def test_a_sequence_is_one_and_counts_for_two(one: str) -> None:
    assert sequences(f"Fika {one}{one} nu") == (one,)
    assert length(f"ab{one}") == 4


@pytest.mark.parametrize("plain", ["♥", "☎", "✓", "18", "#1", "©", "Ö", "→"])
def test_signs_that_are_type_stay_type(plain: str) -> None:
    assert sequences(plain) == ()


@pytest.mark.parametrize("style", [HEADLINE, BODY])
def test_an_emoji_is_little_higher_than_a_capital_and_centred_on_it(style: Style) -> None:
    box = ink("🎉", style)
    capital = capital_em(style.face)
    assert capital < box.bottom - box.top < capital * 1.4
    assert abs((box.top + box.bottom) / 2 + capital / 2) < 0.02


def test_two_emoji_do_not_touch() -> None:
    drawn = mask("🎉🎉", HEADLINE, 100)
    assert drawn is not None
    first, second = drawn.emoji
    assert second.left - first.left > first.height * 136 / 128 + 4


def test_the_picture_stands_in_the_headline_and_in_its_mark(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card, pictures = with_emoji(cards["news"], "Fika 🎉 på torget")
    sheet = laid_out(card, screen("landscape"), theme, now, "sv", pictures)
    pinks = [
        (x, y)
        for x in range(0, sheet.width, 3)
        for y in range(0, sheet.height, 3)
        if sheet.image.getpixel((x, y)) == PINK
    ]
    assert len(pinks) > 200
    box = next(mark.box for mark in sheet.marks if "🎉" in mark.text)
    assert all(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in pinks)


def test_measuring_and_painting_lay_the_same(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card, pictures = with_emoji(cards["event"], "Fest 🎉 för hela familjen 🧑🏿‍🚒 på torget")
    measured = laid_out(card, screen("portrait"), theme, now, "sv", {}, paint=False)
    painted = laid_out(card, screen("portrait"), theme, now, "sv", pictures)
    assert [mark.text for mark in measured.marks] == [mark.text for mark in painted.marks]


@pytest.mark.parametrize("data", [None, b"", b"no picture", picture()[:60]])
def test_a_lost_or_broken_picture_leaves_no_gap_and_no_box(
    data: bytes | None, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card, pictures = with_emoji(cards["news"], "Fika 🎉 på torget")
    broken = {} if data is None else dict.fromkeys(pictures, data)
    plain = msgspec.structs.replace(card, texts={"sv": Text(title="Fika på torget")}, emoji={})
    drawn = compose(card, screen("projector"), theme, now, "sv", broken)
    assert drawn.rgb == compose(plain, screen("projector"), theme, now, "sv", {}).rgb


@given(st.lists(st.sampled_from([*"ab .\u200d\ufe0f\u20e3", *ONES, "🇸", "🏽", "👩"]), max_size=20))
def test_taking_emoji_out_leaves_none_and_keeping_all_changes_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    assert not sequences(without(text))
    assert without(text, frozenset(sequences(text))) == text
