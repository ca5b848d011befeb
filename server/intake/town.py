"""The municipality as pages for outsiders need it: its name, its clock, and the screens it shows things on."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Municipality, Screen
from server.storage.models import StoredMunicipality, StoredScreen

ZONE = "Europe/Stockholm"
"""The clock of a municipality that has no screen yet."""


class Town(msgspec.Struct, frozen=True):
    """The municipality, its screens in the order of their names, and the zone that its people live in."""

    municipality: Municipality
    screens: tuple[Screen, ...]
    zone: ZoneInfo

    def name(self, language: str) -> str:
        """What it is called in `language`."""
        return self.municipality.name(language)

    def local(self, at: datetime) -> datetime:
        """`at` on the municipality's clock."""
        return at.astimezone(self.zone)

    def picture_screen(self) -> Screen:
        """The screen that cards are drawn for on pages: the first that lies, else a plain one of 55 inches."""
        lying = next((screen for screen in self.screens if not screen.portrait), None)
        return lying or Screen(id="page", name="", place="", municipality=self.municipality)


def town(session: Session) -> Town:
    """The municipality of this server. A database that has none yet answers with an empty name."""
    stored = session.scalars(select(StoredMunicipality)).first()
    municipality = stored.as_municipality() if stored else Municipality(id="none", names={"sv": ""})
    rows = session.scalars(select(StoredScreen).order_by(StoredScreen.place, StoredScreen.name)).all()
    screens = tuple(row.as_screen(municipality) for row in rows)
    return Town(municipality, screens, ZoneInfo(screens[0].zone if screens else ZONE))
