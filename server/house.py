"""Preparing the house: tables, the municipality, and the one row of the pulse. Safe to do at every start."""

from sqlalchemy import select

from server.settings import Settings
from server.storage.migrate import migrate
from server.storage.models import Pulse, StoredMunicipality
from server.storage.session import Database


def prepare(database: Database, settings: Settings) -> None:
    """Bring the tables to this version, and write what an empty database lacks."""
    migrate(database)
    with database.write() as session:
        if session.get(Pulse, 1) is None:
            session.add(Pulse(id=1))
        if session.scalars(select(StoredMunicipality).limit(1)).first() is None:
            town = settings.municipality
            session.add(StoredMunicipality(id=town.id, names={"sv": town.name}, address=town.address))
