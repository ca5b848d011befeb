"""What only PostgreSQL can show: the same tables, room for large numbers, and sentences where it is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from server.settings import Data, Settings
from server.storage.models import Base, Pulse, StoredScreen
from server.storage.session import Database, DatabaseAwayError, DatabaseUnknownError
from tests.server.conftest import NOON
from tests.server.postgres import Postgres


@pytest.fixture
def on_postgres(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    postgres.empty()
    database = Database(Settings(data=Data(folder=str(tmp_path), database=postgres.address)))
    yield database
    database.close()


@pytest.mark.slow
def test_the_steps_make_the_models_tables_there_too(on_postgres: Database) -> None:
    with on_postgres.writer.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.slow
def test_numbers_of_players_fit(on_postgres: Database) -> None:
    with on_postgres.write() as session:
        session.add(Pulse(id=1, beat=2**53 - 1))
    with on_postgres.read() as session:
        assert session.get_one(Pulse, 1).beat == 2**53 - 1


@pytest.mark.slow
def test_a_connection_that_the_server_cut_is_made_anew(on_postgres: Database, postgres: Postgres) -> None:
    with on_postgres.write() as session:
        session.add(StoredScreen(id="bib-entre", name="Entrén", place="Biblioteket", made_at=NOON))
    postgres.cut_connections()
    with on_postgres.read() as session:
        assert session.get_one(StoredScreen, "bib-entre").made_at == NOON


def test_a_database_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    address = f"postgresql+psycopg://torget:hemligt@/torget?host={tmp_path}"
    with pytest.raises(DatabaseAwayError) as caught:
        Database(Settings(data=Data(folder=str(tmp_path), database=address)))
    assert "hemligt" not in caught.value.sentence() + str(caught.value)


@pytest.mark.parametrize("address", ["mysql://localhost/torget", "postgresql+nodriver://localhost/torget", "torget.db"])
def test_an_address_that_cannot_be_used_is_said(tmp_path: Path, address: str) -> None:
    with pytest.raises(DatabaseUnknownError):
        Database(Settings(data=Data(folder=str(tmp_path), database=address)))
