"""The themes that were made here: each a file of the data folder, named by the hash of its text.

A theme is tried before it is switched on, and a file is never changed, so that what was looked at is what is put on.
"""

import hashlib
import re
from pathlib import Path
from typing import Final

from cards.errors import ThemeError
from cards.themes import Theme, load_theme, read_theme, theme_names, written
from foundation.files import ensure_folder, replace_file

FOLDER: Final = "looks"
_NAME: Final = re.compile(r"[0-9a-f]{16}")
KEPT: Final = 60
"""Files of looks; the oldest go first, those that are worn lie in the database."""


def keep(data_folder: Path, theme: Theme) -> str:
    """Keep `theme` as a file; returns the name under which it is tried."""
    text = written(theme).encode()
    name = hashlib.sha256(text).hexdigest()[:16]
    folder = ensure_folder(data_folder / FOLDER)
    replace_file(folder / f"{name}.toml", text)
    files = sorted(folder.glob("*.toml"), key=lambda file: file.stat().st_mtime)
    for old in files[:-KEPT]:
        old.unlink(missing_ok=True)
    return name


def find(data_folder: Path, name: str) -> Theme | None:
    """The theme that ships under `name`, or that was kept under it; None when there is none."""
    if name in theme_names():
        return load_theme(name)
    if not _NAME.fullmatch(name):
        return None
    try:
        return read_theme((data_folder / FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError, ThemeError):
        return None


def file_name(theme: Theme) -> str:
    """Under which name `keep` keeps it."""
    return hashlib.sha256(written(theme).encode()).hexdigest()[:16]
