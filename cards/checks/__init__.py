"""What an editor must hear about a card before it goes up: what stops it, and what deserves a look.

Messages are English gettext ids with named places; whoever shows a finding translates it and fills the places in.
Legibility stops a card, choice of words never does. Signs and lengths are looked at here, words in `wording`, days in
`days`, room on the screen in `room`, and what only one kind knows in its own `checks.py`.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from importlib import import_module, resources
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from cards.checks import days, room, wording
from cards.codes import modules
from cards.emoji import length, sequences, without
from cards.findings import Finding
from cards.fonts import missing_signs, says_something
from cards.kinds.declared import declared
from cards.model import Card, Screen, Text
from cards.strings import proper_names
from cards.themes import Theme
from foundation.errors import N_

LONGEST: Final = 260
"""Signs of title, body and advice together that anybody reads while walking past."""
LONGEST_TITLE: Final = 60
"""Signs of a headline that a glance takes in."""
LONGEST_ADDRESS: Final = 20
"""Signs of a printed address that are remembered until one sits at a keyboard."""
MOST_MODULES: Final = 41
"""Modules along a QR code's side (version 6, about 100 signs) that an old telephone still tells apart."""


def check(
    card: Card, screen: Screen, theme: Theme, now: datetime, lacking: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything there is to say about `card` on `screen`; those that stop it first.

    `lacking` are the emoji that whoever publishes the card cannot draw.
    """
    found = [*_texts(card), *_emoji(card, lacking), *_link(card), *wording.remarks(card, proper_names(card, screen))]
    found += [*days.remarks(card, now.astimezone(ZoneInfo(screen.zone))), *_of_kind(card, screen, now)]
    found += [*room.picture(card, screen), *room.fits(card, screen, theme, now)]
    return tuple(sorted(found, key=lambda finding: finding.severity == "look"))


def _texts(card: Card) -> Iterator[Finding]:
    titled = declared(card.kind).titled
    if titled and not all(says_something(text.title) for text in card.texts.values() or (Text(title=""),)):
        yield Finding(field="title", severity="stop", message=N_("The card needs a headline."))
    for text in card.texts.values():
        for field, value in (("title", text.title), ("body", text.body), ("advice", text.advice)):
            yield from _signs(field, value)
        yield from _length(text)
    yield from _signs("sender", card.sender)


def _length(text: Text) -> Iterator[Finding]:
    count = length(text.title) + length(text.body) + length(text.advice)
    if count > LONGEST:
        message = N_("The card has {count} characters; people read at most {most} while they pass.")
        yield Finding(field="body", severity="stop", message=message, places={"count": count, "most": LONGEST})
    if length(text.title) > LONGEST_TITLE:
        message = N_("The headline has {count} characters; a glance takes in {most}. Move some of it to the sentence.")
        places: dict[str, str | int] = {"count": length(text.title), "most": LONGEST_TITLE}
        yield Finding(field="title", severity="look", message=message, places=places)


def _signs(field: str, value: str) -> Iterator[Finding]:
    if missing := missing_signs(value):
        message = N_("These characters cannot be shown on the screens: {characters}")
        places: dict[str, str | int] = {"characters": " ".join(missing)}
        yield Finding(field=field, severity="look", message=message, places=places)


def _emoji(card: Card, lacking: Collection[str]) -> Iterator[Finding]:
    """The texts with an emoji among `lacking`, and what they are without it."""
    fields = [pair for text in card.texts.values() for pair in msgspec.structs.asdict(text).items()]
    for field, value in (*fields, ("sender", card.sender)):
        found = [one for one in sequences(value) if one in lacking]
        if found:
            message = N_(
                "The emoji {characters} cannot be shown: the server has no emoji font that holds it. "
                "Take it out, or ask who runs the server to install fonts-noto-color-emoji."
            )
            kept = frozenset(sequences(value)) - frozenset(found)
            places: dict[str, str | int] = {"characters": " ".join(found)}
            suggestion = without(value, kept)
            yield Finding(field=field, severity="stop", message=message, places=places, suggestion=suggestion)


def _link(card: Card) -> Iterator[Finding]:
    if card.link is None:
        return
    places: dict[str, str | int] = {"count": len(card.link.short), "most": LONGEST_ADDRESS}
    if not card.link.url.startswith(("https://", "http://")):
        yield Finding(field="link", severity="stop", message=N_("The address must begin with https://"))
    elif modules(card.link.url) > MOST_MODULES:
        message = N_("The web address is so long that its QR code is hard to scan. Use a shorter one.")
        yield Finding(field="link", severity="look", message=message)
    elif len(card.link.short) > LONGEST_ADDRESS:
        message = N_(
            "The address to type has {count} characters; nobody remembers more than {most}. Use a shorter one."
        )
        yield Finding(field="link", severity="look", message=message, places=places)


def _of_kind(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """What the kind itself has to say, where it has checks of its own."""
    if resources.files(f"cards.kinds.{card.kind}").joinpath("checks.py").is_file():
        yield from import_module(f"cards.kinds.{card.kind}.checks").check(card, screen, now)
