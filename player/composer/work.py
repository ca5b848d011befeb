"""One card: its assets read and checked, drawn by `cards.compose`, kept as a file for the stage."""

import hashlib
import logging
from pathlib import Path

from cards.compose import compose
from cards.render_id import render_id
from cards.themes import worn
from foundation.errors import N_
from player import kept
from player.errors import PlayerError
from player.folder import Folder
from player.messages import Compose

log = logging.getLogger(__name__)

ASSET_AT_MOST = 100_000_000
"""Bytes of a picture; the server makes them for the screen's own size, so no honest one comes near."""


class PictureMissingError(PlayerError):
    """A card that is its picture, and the picture is not here."""

    say = N_("The picture is being fetched again. The card stands again once it is here.")


class Workshop:
    """Draws into one folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def draw(self, wanted: Compose) -> tuple[str, ...]:
        """Draw and keep the card; returns the assets that it lacks.

        Raises PictureMissingError, OSError when it cannot be kept, and whatever drawing raises for a card that
        cannot be drawn.
        """
        pictures, lacking = self._pictures(wanted)
        own = wanted.card.picture
        if own is not None and own.sha256 in lacking and wanted.card.kind == "picture":
            raise PictureMissingError(f"card {wanted.card.id} has lost its picture")
        picture = compose(wanted.card, wanted.screen, worn(wanted.screen), wanted.at, wanted.language, pictures)
        kept.write(self._folder.kept, wanted.key, picture, render_id(), lacking=bool(lacking))
        return lacking

    def lacking(self, wanted: Compose) -> tuple[str, ...]:
        """The assets of the card that are missing or damaged."""
        return self._pictures(wanted)[1]

    def _pictures(self, wanted: Compose) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """The bytes of the card's picture and of its emoji, and the names of those that are missing or damaged."""
        picture = wanted.card.picture
        names = [*((picture.sha256,) if picture else ()), *wanted.card.emoji.values()]
        found, lacking = {}, []
        for sha256 in dict.fromkeys(names):
            data = _read(self._folder.assets / sha256)
            if data is None or hashlib.sha256(data).hexdigest() != sha256:
                lacking.append(sha256)
            else:
                found[sha256] = data
        return found, tuple(lacking)


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(ASSET_AT_MOST)
    except OSError:
        return None
