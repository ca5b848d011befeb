"""Why bytes from the network are refused: one class and one code for each reason.

The code is what a player reports and what the screen's page translates into words; it never changes its meaning.
"""

from typing import ClassVar

from foundation.errors import N_, TorgetError


class PlaylistError(TorgetError):
    """Root of this room's errors."""


class ManifestError(PlaylistError):
    """Signed bytes that are not taken. What was playing goes on playing."""

    code: ClassVar[str] = "refused"
    say = N_("The screen refused what the server sent, and plays on with what it has. Ask whoever runs the server.")


class TooLongError(ManifestError):
    code = "too-long"


class NotAnEnvelopeError(ManifestError):
    code = "not-an-envelope"


class WrongTypeError(ManifestError):
    code = "wrong-type"


class NotBase64Error(ManifestError):
    code = "not-base64"


class BadSignatureError(ManifestError):
    code = "bad-signature"


class UndecodableError(ManifestError):
    code = "undecodable"


class UnknownSchemaError(ManifestError):
    code = "unknown-schema"
    say = N_("The screen's program is older than the server's. Update the player.")


class InvalidContentError(ManifestError):
    code = "invalid-content"


class WrongMunicipalityError(ManifestError):
    code = "wrong-municipality"


class WrongScreenError(ManifestError):
    code = "wrong-screen"


class OlderEpochError(ManifestError):
    code = "older-epoch"


class UnknownEpochError(ManifestError):
    """An epoch that the key list does not know yet: fetch the key list, then try again."""

    code = "unknown-epoch"


class NumberOutOfRangeError(ManifestError):
    code = "number-out-of-range"


class OlderNumberError(ManifestError):
    code = "older-number"


class OtherPayloadError(ManifestError):
    code = "same-number-other-payload"


class NoKeysError(ManifestError):
    """No key list was accepted yet, so nothing can be verified."""

    code = "no-keys"


class KeyListGapError(ManifestError):
    code = "key-list-gap"


class OlderKeyListError(ManifestError):
    code = "older-key-list"


class OtherKeyListError(ManifestError):
    code = "same-version-other-key-list"


class EpochNotRaisedError(ManifestError):
    """Publishing keys changed, and the epoch did not rise with them."""

    code = "epoch-not-raised"


class WrongNonceError(ManifestError):
    """A signed time that answers another question than the one that was asked."""

    code = "wrong-nonce"
