"""What an editor must hear about a card before it goes up: what stops it, and what deserves a look.

Messages are English gettext ids with named places; whoever shows a finding translates it and fills the places in.
Whether the text fits is asked of the layout itself, on the very screen, without painting.
"""

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module, resources
from typing import Final

from cards.compose import laid_out
from cards.errors import CardError, NoTitleError
from cards.findings import Finding
from cards.fonts import missing_signs
from cards.kinds.declared import declared
from cards.kinds.event.facts import EventFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Screen
from cards.themes import Theme
from foundation.errors import N_

LONGEST: Final = 260
"""Signs of title, body and advice together that anybody reads while walking past."""

_PLAIN: Final = "✓✔✗✘★☆☎♪♫♥"
"""Signs among the emoji that are plain type, and stand in a typeface of ours."""

_JOINERS: Final = "\ufe0f\u20e3\u200d"
_SMALL_PICTURE: Final = 0.6
_FIELDS: Final = {
    "body": N_("The text does not fit on the screen {screen} and is left out there. Please shorten it."),
    "advice": N_("The advice does not fit on the screen {screen} and is left out there. Please shorten the text."),
    "options": N_("The options do not fit on the screen {screen} and are left out there; they stand on the page."),
    "link": N_("The QR code or its address does not fit on the screen {screen} and is left out there."),
    "why": N_("The reason does not fit on the screen {screen} and is left out there."),
    "place": N_("The place does not fit on the screen {screen} and is left out there. Please shorten it."),
    "when": N_("When it happens does not fit on the screen {screen}. Please shorten the headline."),
}
_OTHER: Final = N_("Something does not fit on the screen {screen} and is left out there. Please shorten the text.")


def check(card: Card, screen: Screen, theme: Theme, now: datetime) -> tuple[Finding, ...]:
    """Everything there is to say about `card` on `screen`; those that stop it first."""
    found = [
        *_texts(card),
        *_facts(card),
        *_of_kind(card, screen, now),
        *_picture(card, screen),
        *_fits(card, screen, theme, now),
    ]
    return tuple(sorted(found, key=lambda finding: finding.severity == "look"))


def has_emoji(text: str) -> bool:
    """Tell whether `text` has a sign that only an emoji font draws."""
    return any(
        0x1F000 <= ord(sign) <= 0x1FAFF or sign in _JOINERS or (0x2600 <= ord(sign) <= 0x27BF and sign not in _PLAIN)
        for sign in text
    )


def without_emoji(text: str) -> str:
    """`text` without them, its spaces mended."""
    return " ".join("".join(sign for sign in text if not has_emoji(sign)).split())


def _texts(card: Card) -> Iterator[Finding]:
    if not card.texts and declared(card.kind).titled:
        yield Finding(field="title", severity="stop", message=N_("The card needs a headline."))
    for text in card.texts.values():
        if not text.title.strip() and declared(card.kind).titled:
            yield Finding(field="title", severity="stop", message=N_("The card needs a headline."))
        for field, value in (("title", text.title), ("body", text.body), ("advice", text.advice)):
            yield from _signs(field, value)
        length = len(text.title) + len(text.body) + len(text.advice)
        if length > LONGEST:
            message = N_("The card has {count} characters; people read at most {most} while they pass.")
            yield Finding(field="body", severity="stop", message=message, places={"count": length, "most": LONGEST})
    yield from _signs("sender", card.sender)


def _signs(field: str, value: str) -> Iterator[Finding]:
    if has_emoji(value):
        message = N_("Emoji cannot be shown on the screens yet. Please take them out.")
        yield Finding(field=field, severity="stop", message=message, suggestion=without_emoji(value))
    elif missing := missing_signs(value):
        message = N_("These characters cannot be shown on the screens: {characters}")
        places: dict[str, str | int] = {"characters": " ".join(missing)}
        yield Finding(field=field, severity="look", message=message, places=places)


def _facts(card: Card) -> Iterator[Finding]:
    match card.facts:
        case EventFacts(start=start, end=end) | NoticeFacts(start=start, end=end) if end is not None and end <= start:
            yield Finding(field="end", severity="stop", message=N_("It ends before it begins."))
    if card.link is not None and not card.link.url.startswith(("https://", "http://")):
        yield Finding(field="link", severity="stop", message=N_("The address must begin with https://"))


def _of_kind(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """What the kind itself has to say, where it has checks of its own."""
    if resources.files(f"cards.kinds.{card.kind}").joinpath("checks.py").is_file():
        yield from import_module(f"cards.kinds.{card.kind}.checks").check(card, screen, now)


def _picture(card: Card, screen: Screen) -> Iterator[Finding]:
    ref = card.picture
    if ref is None:
        return
    # Half a landscape card, or all of a news card: what is stretched more than this looks soft.
    needed = round(min(screen.width_px, screen.height_px) * _SMALL_PICTURE)
    if min(ref.width_px, ref.height_px) < needed:
        message = N_("The picture is small and will look soft; it should have at least {needed} pixels each way.")
        yield Finding(field="picture", severity="look", message=message, places={"needed": needed})
    if not ref.alt:
        message = N_("Please say what the picture shows, for those who cannot see it.")
        yield Finding(field="picture", severity="look", message=message)


def _fits(card: Card, screen: Screen, theme: Theme, now: datetime) -> Iterator[Finding]:
    places: dict[str, str | int] = {"screen": screen.name}
    for language in card.texts or screen.languages:
        try:
            sheet = laid_out(card, screen, theme, now, language, {}, paint=False)
        except NoTitleError:
            continue  # told with the texts, once for all screens
        except CardError as error:
            yield Finding(field="title", severity="stop", message=error.say, places=places)
            continue
        for field in sheet.dropped:
            message = _FIELDS.get(field, _OTHER)
            yield Finding(field=field, severity="look", message=message, places=places)
