"""Bring a database to this version's tables.

All steps of one start are one transaction: a start that dies in the middle leaves the former tables.
"""

import logging
from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.config import Config
from sqlalchemy import Enum

from server.storage.columns import Stored, UtcDateTime
from server.storage.session import Database

FOLDER = Path(__file__).with_name("migrations")


def migrate(database: Database) -> None:
    """Make or change the tables until they are this version's. Raises alembic's CommandError for a newer database."""
    logging.getLogger("alembic.runtime.migration").setLevel(logging.WARNING)  # it tells each start what it looks at
    with database.writer.begin() as connection:
        command.upgrade(_config(connection), "head")


def write_step(database: Database, what: str) -> Path:
    """Write the step that leads from the migrated `database` to the models; returns its file."""
    number = f"{len(list((FOLDER / 'versions').glob('0*.py'))) + 1:04}"
    with database.writer.begin() as connection:
        command.revision(_config(connection), what, autogenerate=True, rev_id=number)
    return next((FOLDER / "versions").glob(f"{number}_*.py"))


def written_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """How a step writes a column type of ours: as the plain type below it, so that steps outlive our classes."""
    if kind == "type":
        if isinstance(item, UtcDateTime):
            return "sa.DateTime()"
        if isinstance(item, Stored):
            return "sa.Text()"
        if isinstance(item, Enum):
            return f"sa.String(length={item.length})"
    return False


def _config(connection: Any) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
