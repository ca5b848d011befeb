"""The static files, read once into memory and named by the hash of them all.

The address holds the hash, so a browser may keep what it has got for ever, and a new version is fetched at once. The
stylesheet is one file for the browser and several for us: the parts in `css/`, then each feature's `styles.css`.
Citizens on a slow line get the same sheet without what only staff pages use. The icons are those of `assets/icons`.
"""

import gzip
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

HERE = Path(__file__).resolve().parent
SERVER = HERE.parent
PUBLIC = ("tokens", "base", "frame", "parts")
STAFF = (*PUBLIC, "staff", "editor", "screens")
"""The parts of each stylesheet, in the order in which the later may refine the earlier."""

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it is sent: its bytes, the same compressed where that helps, and its media type."""

    data: bytes
    packed: bytes | None
    media_type: str


@cache
def files() -> dict[str, File]:
    """Every file by its name below `/static/<version>/`."""
    found = {"torget.css": _stylesheet(STAFF), "public.css": _stylesheet(PUBLIC), "htmx.js": _htmx()}
    found["icons.svg"] = resources.files("assets").joinpath("icons", "icons.svg").read_bytes()
    for path in sorted(HERE.rglob("*")):
        name = path.relative_to(HERE).as_posix()
        if path.suffix in TYPES and not name.startswith("css/"):
            found[name] = path.read_bytes()
    return {name: _file(name, data) for name, data in found.items()}


@cache
def version() -> str:
    """Twelve digits that change when any file does."""
    digest = hashlib.sha256()
    for name, file in sorted(files().items()):
        digest.update(name.encode() + b"\0" + file.data)
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """Where `name` is fetched from. Raises KeyError for a file that is not there, so that a page cannot lack one."""
    files()[name]
    return f"/static/{version()}/{name}"


def _stylesheet(names: tuple[str, ...]) -> bytes:
    parts = [HERE / "css" / f"{name}.css" for name in names]
    parts += sorted(SERVER.glob("*/styles.css"))
    parts.append(HERE / "css" / "media.css")
    return b"".join(part.read_bytes() for part in parts)


def _htmx() -> bytes:
    return resources.files("js_lib_htmx").joinpath("static", "htmx", "htmx.min.js").read_bytes()


def _file(name: str, data: bytes) -> File:
    suffix = Path(name).suffix
    packed = gzip.compress(data, 9, mtime=0) if suffix in {".css", ".js", ".svg"} else None
    return File(data=data, packed=packed, media_type=TYPES[suffix])
