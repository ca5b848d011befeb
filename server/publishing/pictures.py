"""Where publishing and the player API get pictures from: the media store, through its three doors."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from server.media import renditions, store
from server.media.pictures import clean_snapshot
from server.publishing.compile import Renditions
from server.settings import Settings
from server.storage.session import Database

__all__ = ["clean_snapshot", "path_of", "renditions_of"]


def renditions_of(_database: Database, settings: Settings) -> Renditions:
    """Pictures as screens need them, made at the first asking."""
    return partial(renditions.for_screen, settings.data_folder)


def path_of(settings: Settings) -> Callable[[str], Path]:
    """Where the file with a hash lies; the function raises ValueError for what is no hash."""
    return partial(store.path_of, settings.data_folder)
