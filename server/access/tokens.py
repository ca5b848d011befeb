"""Secrets that are shown once and kept as hashes, and the one secret that the server itself keeps."""

import hashlib
import re
from secrets import token_bytes, token_urlsafe

from foundation.files import ensure_folder, replace_file
from server.settings import Settings

TOKEN_BYTES = 32
SHAPE = re.compile(r"[A-Za-z0-9_-]{22,128}")
SECRET_FILE = "secret"  # noqa: S105 - a file's name
LEAST_SECRET = 32


def new_token() -> str:
    """A fresh secret of 256 bits that fits into a path, a cookie and a header."""
    return token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """What is kept of a token. A plain hash is enough for a secret that nobody chose."""
    return hashlib.sha256(token.encode()).hexdigest()


def looks_like_token(text: str) -> bool:
    """Tell whether `text` can be one of our tokens at all (at least 128 bits)."""
    return SHAPE.fullmatch(text) is not None


def server_secret(settings: Settings) -> bytes:
    """The secret that signs form stamps: the settings' own, else one that is made once and kept in the data folder.

    Raises OSError when it can be neither read nor written, ValueError when the settings' own is too short.
    """
    if settings.web.secret:
        if len(settings.web.secret) < LEAST_SECRET:
            raise ValueError(f"web.secret must have at least {LEAST_SECRET} characters")
        return settings.web.secret.encode()
    path = ensure_folder(settings.data_folder) / SECRET_FILE
    if not path.exists():
        replace_file(path, token_bytes(32), mode=0o600)
    return path.read_bytes()
