"""The root of every error that Torget raises on purpose.

Each error says two things: `str(error)` is English for the log, and `say` is a sentence for people that tells what to
do. `say` is a gettext message in English with named places; whoever shows it translates the message first and fills
in the places afterwards, so that a translation may move them.
"""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark `message` for translation and hand it back unchanged; whoever shows it translates it."""
    return message


class TorgetError(Exception):
    """Root of what we raise on purpose.

    `places` fill the named places of `say`; they also end the log's text, so they never hold personal data or secrets.
    """

    say: ClassVar[str] = N_("Something went wrong. Nothing is lost; please try again.")

    def __init__(self, log: str = "", **places: object) -> None:
        self.places = places
        super().__init__(log or type(self).__name__)

    def sentence(self) -> str:
        """The sentence for people, in English, with its places filled."""
        return self.say.format(**self.places)
