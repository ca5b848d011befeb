"""A real PostgreSQL for tests: started in a folder of its own, reached by a socket there, gone afterwards.

PostgreSQL refuses to run as root; then it runs as `nobody`.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from server.settings import Data, Settings
from server.storage.migrate import migrate
from server.storage.models import Base
from server.storage.session import Database

NOBODY = "nobody"
USER = "torget"
NAME = "postgres"
TABLES = ", ".join(f'"{name}"' for name in Base.metadata.tables)
OPTIONS = "-F -c listen_addresses= -c full_page_writes=off -c synchronous_commit=off -c max_connections=300"


class Postgres:
    """A running server, whose sockets and data lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Postgres"]:
        """Start one, and stop it at the end."""
        with tempfile.TemporaryDirectory(prefix="torget-postgres-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            if os.geteuid() == 0:
                shutil.chown(folder, NOBODY)
            _run(
                "initdb", "-D", f"{folder}/data", "-U", "torget", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
            )
            control = ("pg_ctl", "-D", f"{folder}/data", "-w")
            _run(*control, "-l", f"{folder}/log", "-o", f"{OPTIONS} -k {folder}", "start")
            try:
                yield cls(folder)
            finally:
                _run(*control, "-m", "immediate", "stop")

    @property
    def address(self) -> str:
        """What `data.database` says to reach it."""
        return f"postgresql+psycopg://{USER}@/{NAME}?host={self.folder}"

    def make_tables(self) -> None:
        """Make the one database of this run, with its tables."""
        made = Database(Settings(data=Data(folder=str(self.folder), database=self.address)))
        migrate(made)
        made.close()

    def empty(self) -> None:
        """Take all rows away, and whatever an earlier test left connected."""
        self.cut_connections()
        self._say(f"TRUNCATE {TABLES} RESTART IDENTITY CASCADE")

    def cut_connections(self) -> None:
        """Cut every connection, as a server that is started anew does."""
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        self._say(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {others}")  # noqa: S608 - our own words

    def _say(self, words: str) -> None:
        with psycopg.connect(host=str(self.folder), user=USER, dbname=NAME, autocommit=True) as session:
            session.execute(words.encode())


def _run(program: str, *words: str) -> None:
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    path = str(newest[-1]) if newest else program
    as_user: dict[str, Any] = {"user": NOBODY, "group": "nogroup"} if os.geteuid() == 0 else {}
    subprocess.run([path, *words], check=True, cwd="/", stdout=subprocess.DEVNULL, **as_user)
