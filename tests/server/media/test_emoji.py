"""Emoji drawn by the server: a sequence is one picture, and it is said when there is no font for it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from server.media import emoji

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
WHOLE = ("🎉", FAMILY, "👍🏽", "🇸🇪", "1️⃣", "❤️", "☎️", "🏳️‍🌈", "🧑🏿‍🚒")


def card(title: str) -> Card:
    return Card(id="a", version=1, facts=NewsFacts(), texts={"sv": Text(title=title)})


@pytest.mark.parametrize("sequence", WHOLE)
def test_a_sequence_is_one_coloured_picture(sequence: str) -> None:
    data = emoji.png_of(sequence)
    assert data is not None
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (136, 128)
        assert image.mode == "RGBA"
        reds = {pixel[:3] for _, pixel in image.convert("RGBA").getcolors(2**16) or [] if isinstance(pixel, tuple)}
    assert len(reds) > 8


@pytest.mark.parametrize("sequence", ["👩‍🦖", "\U0001faf8\U0001f3fd\u200d\U0001f9a6", "\U0001f8ff"])
def test_what_the_font_does_not_have_as_one_is_not_drawn(sequence: str) -> None:
    assert emoji.png_of(sequence) is None


def test_the_store_keeps_one_file_for_an_emoji(tmp_path: Path) -> None:
    first, again = emoji.kept(tmp_path, "🎉"), emoji.kept(tmp_path, "🎉")
    assert first == again is not None
    assert len([path for path in (tmp_path / "media").rglob("*") if path.is_file()]) == 1


def test_without_the_font_all_emoji_of_a_card_are_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    assert emoji.lacking(card("Fest 🎉 och 👩‍🦖")) == {"👩‍🦖"}
    monkeypatch.setattr(emoji, "PLACES", (Path("/nowhere/NotoColorEmoji.ttf"),))
    assert emoji.lacking(card("Fest 🎉 nu")) == {"🎉"}
    shown, pictures = emoji.dressed(card("Fest 🎉 nu"), {})
    assert (shown.emoji, pictures) == ({}, {})
