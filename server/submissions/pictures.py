"""A picture that came with a form which was not ready: kept, and named in the form by a signed reference.

Without the signature anybody could put a picture on a card that somebody else handed in.
"""

import hashlib
import hmac

import msgspec

from cards.model import PictureRef

PURPOSE = b"picture-of-a-form\0"
LONGEST = 400


def sign(secret: bytes, picture: PictureRef) -> str:
    """The reference that a form carries."""
    text = msgspec.json.encode(msgspec.structs.replace(picture, alt="")).hex()
    return f"{text}.{_digest(secret, text)}"


def read_signed(secret: bytes, reference: str) -> PictureRef | None:
    """The picture that `reference` names, or None where it is not one of ours."""
    text, _, digest = reference[: 2 * LONGEST].partition(".")
    if not hmac.compare_digest(_digest(secret, text).encode(), digest.encode("utf-8", "replace")):
        return None
    return msgspec.json.decode(bytes.fromhex(text), type=PictureRef)


def _digest(secret: bytes, text: str) -> str:
    return hmac.new(secret, PURPOSE + text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
