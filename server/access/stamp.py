"""The signed stamp that a public form carries: it says when the form was handed out, and for what.

A form that comes back in under 3 seconds, after 24 hours, or with a stamp that is not ours is not refused: it belongs
to the second tray, since it may still be a person. The stamp's nonce is also the form's key, so that a form which is
sent twice counts once.
"""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

import msgspec

SOONEST = timedelta(seconds=3)
LATEST = timedelta(hours=24)


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """What a stamp says. `trusted` is False for one that is too young, too old or not ours.

    `nonce` is the form's key, also of a stamp that has grown too old; it is empty where the signature is not ours.
    """

    nonce: str
    trusted: bool


NOT_OURS = Stamp(nonce="", trusted=False)


def make_stamp(secret: bytes, purpose: str, now: datetime) -> str:
    """The stamp for a form that is handed out `now` for `purpose` (a word, such as "reply")."""
    text = f"{int(now.timestamp())}.{token_urlsafe(12)}"
    return f"{text}.{_sign(secret, purpose, text)}"


def read_stamp(secret: bytes, purpose: str, stamp: str, now: datetime) -> Stamp:
    """What `stamp` says about the form that came back `now`. Never raises: hostile text is simply not ours."""
    text, _, signature = stamp[:200].rpartition(".")
    if not hmac.compare_digest(_sign(secret, purpose, text).encode(), signature.encode("utf-8", "replace")):
        return NOT_OURS
    seconds, _, nonce = text.partition(".")
    age = now - datetime.fromtimestamp(int(seconds), UTC)
    return Stamp(nonce=nonce, trusted=SOONEST <= age <= LATEST)


def _sign(secret: bytes, purpose: str, text: str) -> str:
    digest = hmac.new(secret, f"stamp\0{purpose}\0{text}".encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
