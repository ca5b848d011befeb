"""The watched folder: a picture or a small YAML card that is dropped there becomes a draft.

watchdog tells that something happened; a look through the whole folder, now and then, finds what it missed. A file is
taken once it has stopped growing, and can be read: one that breaks off is waited for a little longer. A broken one is
told on the sources' page and left where it is, and so are all others: nothing here moves or deletes what people put in.
What was taken is remembered by the hash of its bytes, so that another copy is no second card.
"""

import hashlib
import logging
import os
import stat
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Text
from foundation.errors import N_, TorgetError
from foundation.files import ensure_folder
from server.curation.acts import new_id
from server.intake.text import clean, cut
from server.intake.town import town
from server.media.errors import BrokenError, NotKeptError, TruncatedError
from server.media.pictures import BYTES_AT_MOST, take_in
from server.publishing.versions import add_version, make_card
from server.settings import Settings
from server.sources import faults
from server.sources.rounds import OnlyOne
from server.sources.yamlcard import read_card
from server.storage.models import CardState, FolderFile, Origin, StoredCard
from server.storage.session import Database

log = logging.getLogger(__name__)

SETTLED_S = 1.0
"""How long a file must not have changed before it is looked at."""
PATIENCE_S = 20.0
"""How long a file that breaks off may stay so before it is called broken."""
LOOK_EVERY_S = 60.0
FILES_AT_MOST = 2000
NAME_SIGNS = 60
PICTURES = frozenset({".jpg", ".jpeg", ".png"})
CARDS = frozenset({".yaml", ".yml"})
UNFINISHED = frozenset({".part", ".tmp", ".crdownload", ".partial", ".swp"})
LOCK = "folder.lock"


class OtherFileError(TorgetError):
    say = N_("This is neither a picture (JPEG, PNG) nor a YAML card, so nothing was made of it.")


class UnreadableFileError(TorgetError):
    say = N_("Torget may not read the file. Give it the right to.")


class Folder:
    """Decides about the files in the watched folder; knows nothing of threads."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.path = settings.watched_folder
        self._database = database
        self._data = settings.data_folder

    def look(self, now: datetime, age_of: Callable[[Path, float], float]) -> float | None:
        """Go through the folder once; returns after how many seconds to look again, or None if nothing is unripe.

        `age_of` tells for how many seconds a file has not changed, given its time of change.
        """
        again: list[float] = []
        names = set()
        for path in sorted(self.path.iterdir())[:FILES_AT_MOST]:
            if path.name.startswith(".") or path.suffix.lower() in UNFINISHED or path.name.endswith("~"):
                continue
            try:
                status = path.lstat()
            except FileNotFoundError:  # gone since it was listed
                continue
            if not stat.S_ISREG(status.st_mode):  # no links, no pipes, no folders
                continue
            names.add(path.name)
            age_s = age_of(path, status.st_mtime)
            if age_s < SETTLED_S:
                again.append(SETTLED_S - age_s)
            elif not self._take(path, now, patient=age_s < PATIENCE_S):
                again.append(max(SETTLED_S, age_s / 2))  # less and less often: each try starts a child
        self._forget_faults(names)
        return min(again, default=None)

    def _take(self, path: Path, now: datetime, *, patient: bool) -> bool:
        """Take one settled file, or say what is wrong with it; False where it may only be half there yet."""
        try:
            with open(path, "rb", opener=_no_links) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # swapped since it was looked at
                    return True
                data = file.read(BYTES_AT_MOST + 1)
        except FileNotFoundError:
            return True
        except OSError:
            self._tell(path, "", UnreadableFileError(f"cannot read {path.suffix}"), now)
            return True
        digest = hashlib.sha256(data).hexdigest()
        if self._is_known(path, digest, now):
            return True
        try:
            self._become_draft(path, data, digest, now)
        except (TruncatedError, BrokenError) as error:
            if patient:
                return False
            self._tell(path, digest, error, now)
        except TorgetError as error:
            if isinstance(error, NotKeptError):  # our fault and not the file's: it comes again
                raise
            self._tell(path, digest, error, now)
        return True

    def _is_known(self, path: Path, digest: str, now: datetime) -> bool:
        with self._database.read() as session:
            met = session.scalars(select(FolderFile).where(FolderFile.content_hash == digest)).all()
        if not met:
            return False
        if all(row.name != path.name for row in met) and (taken := next((row for row in met if not row.fault), None)):
            with self._database.write() as session:  # the same again under another name
                self._row(session, path, digest, now).card_id = taken.card_id
            return True
        return any(row.name == path.name or not row.fault for row in met)

    def _become_draft(self, path: Path, data: bytes, digest: str, now: datetime) -> None:
        suffix = path.suffix.lower()
        if suffix not in PICTURES | CARDS:
            raise OtherFileError(f"a file {suffix}")
        picture = take_in(self._database, self._data, data) if suffix in PICTURES else None
        with self._database.write() as session:
            zone = town(session).zone
            row = self._row(session, path, digest, now)
            before = session.get(StoredCard, row.card_id) if row.card_id else None
            title = title_of(path)
            card_id = before.id if before else new_id(title)
            if picture is not None:
                card = Card(
                    id=card_id, version=1, facts=PictureFacts(), texts={"sv": Text(title=title)}, picture=picture
                )
            else:
                card = read_card(data, card_id, zone)
            if before is not None and before.state not in (CardState.REFUSED, CardState.WITHDRAWN):
                add_version(session, before, card, None, now)  # the file was edited: so is its draft
            else:
                card_id = card_id if before is None else new_id(title)
                make_card(session, msgspec.structs.replace(card, id=card_id), Origin.FOLDER, None, now)
            row.card_id, row.fault = card_id, ""
        log.info("a file in the watched folder became a draft")

    def _tell(self, path: Path, digest: str, error: TorgetError, now: datetime) -> None:
        written = faults.written(error)
        with self._database.write() as session:
            row = self._row(session, path, digest, now)
            if row.fault != written:
                log.warning("a file in the watched folder was not taken: %s", error)
            row.fault = written

    def _row(self, session: Session, path: Path, digest: str, now: datetime) -> FolderFile:
        name = path.name.encode("utf-8", "replace").decode()[:255]
        row = session.scalars(select(FolderFile).where(FolderFile.name == name)).first()
        if row is None:
            row = FolderFile(name=name, content_hash=digest, fault="", seen_at=now)
            session.add(row)
        row.content_hash, row.seen_at = digest, now
        return row

    def _forget_faults(self, names: set[str]) -> None:
        """A broken file that somebody took away is no fault any more."""
        with self._database.read() as session:
            faulty = session.scalars(select(FolderFile).where(FolderFile.fault != "")).all()
        gone = [row.id for row in faulty if row.name not in names]
        if gone:
            with self._database.write() as session:
                for row in session.scalars(select(FolderFile).where(FolderFile.id.in_(gone))):
                    session.delete(row)


class FolderWatch(FileSystemEventHandler):
    """The thread that looks when something happened in the folder, and once a minute in any case."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._folder = Folder(database, settings)
        self._clock = clock
        self._lock = OnlyOne(settings.data_folder / LOCK)
        self._happened = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="folder", daemon=True)
        self._observer = Observer()
        self._sizes: dict[Path, tuple[int, float, float]] = {}

    def start(self) -> None:
        """Make the folder where it is missing, and begin. Raises FolderNotWritableError."""
        ensure_folder(self._folder.path)
        self._observer.daemon = True
        self._observer.schedule(self, str(self._folder.path))
        self._observer.start()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stop.set()
        self._happened.set()
        self._observer.stop()
        self._observer.join(2.0)
        self._thread.join(2.0)
        self._lock.let_go()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened to a file; reading one is nothing."""
        if event.event_type not in ("opened", "closed_no_write"):
            self._happened.set()

    def _run(self) -> None:
        again: float | None = 0.0
        while not self._stop.is_set():
            self._happened.wait(LOOK_EVERY_S if again is None else again)
            self._happened.clear()
            if self._stop.is_set() or not self._lock.take():
                again = LOOK_EVERY_S
                continue
            try:
                again = self._folder.look(self._clock(), self._age)
            except (TorgetError, SQLAlchemyError, OSError, ValueError):  # the next look may do better
                log.exception("the watched folder could not be looked through")
                again = LOOK_EVERY_S

    def _age(self, path: Path, changed: float) -> float:
        """Seconds since we first saw the file in its present size: a copied file may carry an old time of change."""
        size, now = path.stat().st_size, time.monotonic()
        known = self._sizes.get(path)
        if known is None or known[:2] != (size, changed):
            self._sizes = {kept: seen for kept, seen in self._sizes.items() if kept.exists()}
            self._sizes[path] = known = (size, changed, now)
        return now - known[2]


def _no_links(path: str, flags: int) -> int:
    """Open without following a link that took the file's place, and without waiting for a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def title_of(path: Path) -> str:
    """A draft's headline from the name that somebody gave the file; whoever approves it writes a better one."""
    return cut(clean(path.stem.replace("_", " ").replace("-", " ")), NAME_SIGNS) or "Bild"
