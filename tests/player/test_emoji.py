"""A card with emoji, drawn by the composer: the bytes are those that the server draws, and a lost one is asked for."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cards.compose import compose
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Municipality, Screen, Text
from cards.themes import load_theme
from player import kept
from player.composer.work import Workshop
from player.folder import Folder
from player.messages import Compose
from server.media import emoji

NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
SCREEN = Screen(
    id="bib",
    name="Entrén",
    place="Biblioteket",
    municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun"}),
    width_px=1280,
    height_px=720,
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.make()
    return made


def test_server_and_player_draw_the_same_bytes_and_a_lost_emoji_is_asked_for(folder: Folder) -> None:
    written = Card(id="fest", version=1, facts=NewsFacts(), texts={"sv": Text(title="Fest 🎉 på torget 👍🏽")})
    card, pictures = emoji.dressed(written, {})
    assert len(pictures) == 2
    wanted = Compose(key="a" * 40, card=card, screen=SCREEN, language="sv", at=NOW)
    assert set(Workshop(folder).draw(wanted)) == set(card.emoji.values())
    assert kept.read_header(folder.kept, wanted.key).lacking
    for sha256, data in pictures.items():
        (folder.assets / sha256).write_bytes(data)
    assert Workshop(folder).draw(wanted) == ()
    header, picture = kept.read(folder.kept, wanted.key)
    assert not header.lacking
    drawn = compose(card, SCREEN, load_theme("alv"), NOW, "sv", pictures)
    assert hashlib.sha256(picture.rgb).digest() == hashlib.sha256(drawn.rgb).digest()
    bare = compose(written, SCREEN, load_theme("alv"), NOW, "sv", {})
    assert picture.rgb != bare.rgb
