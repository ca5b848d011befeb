"""What tests of the server share: settings in a folder of the test's own, and a database with its tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.settings import Data, Settings
from server.storage.migrate import migrate
from server.storage.session import Database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=Data(folder=str(tmp_path / "data")))


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    database = Database(settings)
    migrate(database)
    yield database
    database.close()
