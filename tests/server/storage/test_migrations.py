"""The steps together make exactly the tables that the models describe."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from server.settings import Data, Settings
from server.storage.migrate import migrate
from server.storage.models import Base, Pulse
from server.storage.session import Database


def schema(database: Database) -> dict[str, list[str]]:
    """Every table and index, as its sorted lines without commas: order of columns and constraints aside."""
    with database.read() as session:
        rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    # A column that was added later stands at the end, on the last line of the table.
    return {
        name: sorted(
            line.strip().rstrip(",)") for line in re.split(r"\n|, (?=\w+ (?:TEXT|[A-Z]+ (?:DEFAULT|NOT NULL)))", sql)
        )
        for name, sql in rows
        if not name.startswith("alembic")
    }


@pytest.fixture
def made_from_models(tmp_path: Path) -> Iterator[Database]:
    database = Database(Settings(data=Data(folder=str(tmp_path / "models"))))
    with database.writer.begin() as connection:
        Base.metadata.create_all(connection)
    yield database
    database.close()


@pytest.mark.sqlite
def test_the_steps_and_the_models_make_the_same_tables(database: Database, made_from_models: Database) -> None:
    assert schema(database) == schema(made_from_models)


def test_a_second_start_leaves_rows_alone(database: Database) -> None:
    with database.write() as session:
        session.add(Pulse(id=1, beat=7))
    migrate(database)
    with database.read() as session:
        assert session.get_one(Pulse, 1).beat == 7
