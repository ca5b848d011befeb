"""What two machines must have in common to draw the same bytes: libraries, fonts and our drawing code."""

import hashlib
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from PIL import features

from cards.fonts import FACES, can_shape, path_of


def _files(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{name}/")
        elif entry.name.endswith((".py", ".toml", ".txt")):
            found.append((name, entry.read_bytes()))
    return sorted(found)


@lru_cache(maxsize=1)
def render_id() -> str:
    """Sixteen hexadecimal signs; equal ones mean equal pixels on the same kind of processor."""
    digest = hashlib.sha256()
    for name in ("freetype2", "raqm", "harfbuzz", "fribidi"):
        digest.update(f"{name} {features.version(name)}\n".encode())
    for name in ("pillow", "qrcode", "babel", "tzdata", "pyphen", "hunspell-sv"):
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    digest.update(f"shaping {can_shape()}\n".encode())
    for face in FACES:
        digest.update(hashlib.sha256(path_of(face).read_bytes()).digest())
    for name, data in _files(resources.files("cards")):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()[:16]
