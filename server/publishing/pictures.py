"""Where publishing and the player API get pictures from: the media store of this server's data folder.

Emoji are pictures too: drawn at the first asking, kept, and sent like photographs.
"""

from collections.abc import Callable
from pathlib import Path

from cards.model import PictureRef, Screen
from playlists.model import Asset
from server.media import emoji
from server.media.renditions import for_screen
from server.media.store import path_of
from server.publishing.compile import Emoji, Renditions
from server.settings import Settings


def renditions_of(settings: Settings) -> Renditions:
    """Gives each picture as a screen needs it, or None where its bytes are gone."""
    folder = settings.data_folder

    def rendition(picture: PictureRef, screen: Screen) -> tuple[PictureRef, Asset] | None:
        return for_screen(folder, picture, screen)

    return rendition


def emoji_of(settings: Settings) -> Emoji:
    """Gives the picture of an emoji, or None where this server cannot draw it."""
    folder = settings.data_folder

    def picture(sequence: str) -> Asset | None:
        return emoji.kept(folder, sequence)

    return picture


def asset_path(settings: Settings) -> Callable[[str], Path]:
    """Gives the file that holds the bytes of an asset; it need not be there. Raises ValueError for what is no hash."""
    folder = settings.data_folder

    def path(sha256: str) -> Path:
        return path_of(folder, sha256)

    return path
