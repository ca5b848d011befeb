"""The card of a form or of a submission, drawn as it will stand on the screens, and where it can be read."""

import logging
from collections.abc import Mapping
from datetime import datetime

import msgspec

from cards.checks import check
from cards.model import Card
from cards.themes import worn
from foundation.errors import TorgetError
from playlists.durations import seconds
from server.curation import drawing
from server.intake.findings import Finding
from server.intake.town import Town
from server.media import emoji

log = logging.getLogger(__name__)

WIDTH_PX = 1120
"""Twice the width on the page, for sharp telephones."""

FIELDS = {
    "title": "what",
    "body": "more",
    "place": "where",
    "sender": "who",
    "start": "day",
    "end": "ends",
    "picture": "picture",
    "picture_alt": "picture_alt",
}
"""Which field of the form a remark about the card belongs to; others stand beside the headline."""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A card as a picture that stands in the page itself; `alt` is for who cannot see it.

    `hard_on` are the places where it is hard to read from where people stand, `findings` what can be mended.
    """

    address: str
    alt: str
    seconds: int
    screens: int
    hard_on: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def draw(home: Town, card: Card, now: datetime, pictures: Mapping[str, bytes], alt: str) -> Drawn | None:
    """`card` on the first lying screen. None where it cannot be drawn; what is wrong is then said by its fields."""
    screen = home.picture_screen()
    try:
        data = drawing.jpeg(card, screen, now, pictures, WIDTH_PX)
    except TorgetError as error:
        log.info("a card that was handed in cannot be drawn: %s", error)
        return None
    findings, hard_on = remarks(home, card, now)
    return Drawn(
        address=drawing.inline(data),
        alt=alt,
        seconds=round(seconds(card, ("sv",))),
        screens=len(home.screens),
        hard_on=hard_on,
        findings=findings,
    )


def remarks(home: Town, card: Card, now: datetime) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """What is to be remarked on the card, once each, and the places of the screens on which it is hard to read."""
    said: dict[tuple[str, str], Finding] = {}
    places: dict[str, None] = {}
    for screen in home.screens or (home.picture_screen(),):
        for remark in check(card, screen, worn(screen), now, emoji.lacking(card)):
            field = FIELDS.get(remark.field, "what")
            finding = Finding(
                field=field,
                severity=remark.severity,
                message=remark.message,
                places={name: str(value) for name, value in remark.places.items()},
            )
            said.setdefault((field, remark.message), finding)
            if "screen" in remark.places and (screen.place or screen.name):  # it is about this very screen
                places.setdefault(screen.place or screen.name)
    return tuple(said.values()), tuple(places)
