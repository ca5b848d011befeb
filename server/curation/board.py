"""What every page about cards needs to know: the town, its screens, the writer's desk, the pictures of a card."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request

from cards.model import Card, Municipality, Screen
from server.access.rules import find
from server.curation.fields import Desk
from server.intake.town import Town, town
from server.media.store import read
from server.settings import Settings
from server.storage.models import StoredCard


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """The town as one reading of the database found it, and the desk of whoever looks."""

    town: Town
    desk: Desk

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, by place and name."""
        return self.town.screens

    @property
    def municipality(self) -> Municipality:
        """Who owns them."""
        return self.town.municipality

    @property
    def zone(self) -> ZoneInfo:
        """The town's zone."""
        return self.town.zone

    @property
    def now(self) -> datetime:
        """The moment of the request."""
        return self.desk.now

    def chosen(self, ids: frozenset[str]) -> tuple[Screen, ...]:
        """The screens with these ids."""
        return tuple(screen for screen in self.screens if screen.id in ids)


def board(request: Request, session: Session) -> Board:
    """Read the board for this request."""
    found = town(session)
    return Board(town=found, desk=Desk(now=request.state.now, zone=found.zone))


def card_of(request: Request, session: Session) -> StoredCard:
    """The card that the address names. Raises NotVisibleError."""
    state = request.state
    return find(session, state.actor, StoredCard, state.now, StoredCard.id == request.path_params["card"])


def pictures_of(card: Card, settings: Settings) -> Mapping[str, bytes]:
    """The bytes of the card's picture, where it has one and the store holds it."""
    if card.picture is None:
        return {}
    data = read(settings.data_folder, card.picture.sha256)
    return {} if data is None else {card.picture.sha256: data}
