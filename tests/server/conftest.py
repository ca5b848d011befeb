"""What tests of the server share: a folder, a database, keys, a clock that is set by hand, and the built house.

With `TORGET_TEST_DATABASE=postgresql` the tables lie in a real PostgreSQL, started once and emptied before each test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cards.kinds.event.facts import EventFacts
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from foundation.files import ensure_folder
from server.access import sessions
from server.access.accounts import make_account
from server.app import Torget, build
from server.house import prepare
from server.publishing.keys import load_keys, make_keys
from server.publishing.publish import Publisher
from server.publishing.versions import make_card, publish_card
from server.settings import Data, Settings
from server.storage.migrate import migrate
from server.storage.models import (
    Account,
    AccountRole,
    Origin,
    PlaylistEntry,
    PlaylistScreen,
    StoredCard,
    StoredPlaylist,
    StoredScreen,
)
from server.storage.session import FILE, Database
from tests.server.postgres import Postgres

ON_POSTGRES = os.environ.get("TORGET_TEST_DATABASE", "sqlite") == "postgresql"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, span: timedelta) -> None:
        self.now += span


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of this run's own, with the tables in it."""
    with Postgres.started() as running:
        running.make_tables()
        yield running


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    if not ON_POSTGRES:
        return Settings(data=Data(folder=str(tmp_path / "data")))
    running: Postgres = request.getfixturevalue("postgres")
    running.empty()
    return Settings(data=Data(folder=str(tmp_path / "data"), database=running.address))


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with its tables, which each test gets a copy of."""
    if ON_POSTGRES:  # it has them already
        return Path()
    folder = tmp_path_factory.mktemp("tables")
    database = Database(Settings(data=Data(folder=str(folder))))
    migrate(database)
    database.close()
    return folder / FILE


@pytest.fixture
def database(settings: Settings, tables: Path) -> Iterator[Database]:
    if not settings.data.database:
        shutil.copy(tables, ensure_folder(settings.data_folder) / FILE)
    database = Database(settings)
    yield database
    database.close()


@pytest.fixture
def town(database: Database, settings: Settings) -> Database:
    """The database with a municipality, one screen, and one playlist that plays there."""
    prepare(database, settings)
    with database.write() as session:
        session.add(StoredScreen(id="bib-entre", name="Entrén", place="Biblioteket", made_at=NOON))
        session.add(StoredPlaylist(id="vanlig", name="Vanlig dag", made_at=NOON))
        session.flush()
        session.add(PlaylistScreen(playlist_id="vanlig", screen_id="bib-entre"))
    return database


@pytest.fixture
def publisher(town: Database, settings: Settings, tmp_path: Path) -> Publisher:
    """Keys, and the publisher laid into the database's sessions as a running server does it."""
    make_keys(tmp_path / "offline", settings.keys_folder)
    publisher = Publisher(load_keys(settings.keys_folder, "alvdala"), lambda _picture, _screen: None)
    town.info["publisher"] = publisher
    return publisher


@pytest.fixture
def app(town: Database, settings: Settings, publisher: Publisher, clock: Clock) -> Torget:
    return build(settings, town, clock)


@pytest.fixture
def client(app: Torget) -> Iterator[TestClient]:
    """A browser or player in front of the running application."""
    with TestClient(app, base_url="http://localhost:8080", follow_redirects=False) as client:
        yield client


def news(card_id: str, title: str = "Nytt i kommunen") -> Card:
    return Card(id=card_id, version=1, facts=NewsFacts(), texts={"sv": Text(title=title)}, sender="Kommunen")


def event(card_id: str, start: datetime) -> Card:
    facts = EventFacts(start=start, end=start + timedelta(hours=2), place="Stora salen")
    return Card(id=card_id, version=1, facts=facts, texts={"sv": Text(title="Konsert")})


@pytest.fixture
def add_card(town: Database) -> Callable[..., None]:
    """Keep a card, published unless said otherwise, and put it last into the playlist."""

    def add(card: Card, *, published: bool = True, listed: bool = True) -> None:
        with town.write() as session:
            stored = make_card(session, card, Origin.STAFF, None, NOON)
            if published:
                publish_card(stored, None, NOON)
            if listed:
                place = session.query(PlaylistEntry).count() + 1
                session.add(PlaylistEntry(playlist_id="vanlig", position=place, card_id=card.id))

    return add


def account(database: Database, role: AccountRole, name: str = "") -> Account:
    with database.write() as session:
        return make_account(session, name or role.value, role.value.title(), role, NOON)


def sign_in(client: TestClient, database: Database, role: AccountRole, now: datetime = NOON) -> str:
    """Give `client` a session of a new account; returns the CSRF token that its forms carry."""
    owner = account(database, role)
    with database.write() as session:
        token = sessions.begin(session, session.get_one(Account, owner.id), now)
    client.cookies.set("torget", token)
    found = sessions.find(database, token, now)
    assert found is not None
    return found.csrf


def stored(database: Database, card_id: str) -> StoredCard:
    with database.read() as session:
        card = session.get_one(StoredCard, card_id)
        assert card.versions
        return card
