"""Sessions on the database: `read()` for looking, `write()` for changing.

Two writers queue at their beginning instead of one failing at its end, and a read sees one moment. SQLite is opened in
WAL mode with foreign keys on and a busy timeout, and a write begins with BEGIN IMMEDIATE; on PostgreSQL a write takes
one lock of ours for its transaction, and a read is REPEATABLE READ. Objects stay usable after their session has ended;
what was not loaded in it cannot be loaded afterwards.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from foundation.files import ensure_folder
from server.settings import Settings

BUSY_TIMEOUT_MS = 10_000
FILE = "torget.db"
PRIVATE = 0o600
WRITERS = 7_420_118
"""The number of the lock that writers on PostgreSQL take; nothing else in the database uses it."""


class DatabaseUnknownError(TorgetError):
    """The address names a kind of database, or a driver, that is not here."""

    say = N_(
        "data.database has to begin with postgresql:// and its driver has to be here: pip install 'torget[postgres]'."
    )


class DatabaseAwayError(TorgetError):
    say = N_("The database at {address} does not answer. Look whether it runs, and whether the address is right.")


class Database:
    """The one door to what is kept. Threads may share it; each session belongs to one thread."""

    def __init__(self, settings: Settings) -> None:
        """Open the database that `settings` name; no table is made here.

        Raises FolderNotWritableError, DatabaseUnknownError, DatabaseAwayError.
        """
        url = settings.data.database
        if not url:
            path = ensure_folder(settings.data_folder) / FILE
            path.touch(mode=PRIVATE)
            path.chmod(PRIVATE)  # contacts and replies; SQLite gives its log the same mode
            url = f"sqlite:///{path}"
        self.engine = _open(url)
        if self.engine.dialect.name == "sqlite":
            _tame_sqlite(self.engine)
            self.reader = self.engine
        else:
            _queue_writers(self.engine)
            self.reader = self.engine.execution_options(isolation_level="REPEATABLE READ")
        self.writer = self.engine.execution_options(torget_write=True)
        self.info: dict[str, Any] = {}
        """What every session carries in its `info`: whoever built the house lays it in, such as the publisher."""
        self.after_write: list[Callable[[], None]] = []
        """Called after each write that was committed, in the thread that wrote."""

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment; whatever was changed in it is dropped at its end."""
        with Session(self.reader, expire_on_commit=False, autoflush=False, info=self.info) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that commits at its end, or leaves everything untouched when an error passes through."""
        with Session(self.writer, expire_on_commit=False, info=self.info) as session, session.begin():
            yield session
        for told in self.after_write:
            told()

    def close(self) -> None:
        """Close all connections that nobody uses."""
        self.engine.dispose()


def _open(url: str) -> Engine:
    try:
        engine = create_engine(
            url,
            pool_size=20,
            max_overflow=40,
            pool_pre_ping=not url.startswith("sqlite"),  # a server that was started anew has cut its connections
            hide_parameters=True,  # else a fault logs what people wrote
        )
    except (ArgumentError, ImportError) as error:
        raise DatabaseUnknownError(str(type(error).__name__)) from error
    if engine.dialect.name not in ("sqlite", "postgresql"):
        raise DatabaseUnknownError(engine.dialect.name)
    if engine.dialect.name == "sqlite":
        return engine
    try:
        engine.connect().close()
    except OperationalError as error:
        address = make_url(url).set(username=None, password=None, query={}).render_as_string()
        raise DatabaseAwayError(f"{address} does not answer", address=address) from error
    return engine


def _queue_writers(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        if connection.get_execution_options().get("torget_write", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def _tame_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # else the driver begins transactions by rules of its own
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",  # acknowledged means kept, also after a power cut
            "foreign_keys=ON",
            "trusted_schema=OFF",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("torget_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
