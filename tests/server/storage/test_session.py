"""Sessions: one moment for readers, one queue for writers, aware times and values of our own."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from playlists.model import Daypart
from server.settings import Settings
from server.storage.models import HistoryRow, PlaylistEntry, PlaylistScreen, Pulse, StoredPlaylist, StoredScreen
from server.storage.session import Database

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def test_writers_queue_and_none_is_lost(database: Database) -> None:
    with database.write() as session:
        session.add(Pulse(id=1))

    def beat() -> None:
        for _ in range(10):
            with database.write() as session:
                session.get_one(Pulse, 1).beat += 1

    threads = [threading.Thread(target=beat) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert session.get_one(Pulse, 1).beat == 80


def test_an_error_leaves_everything_untouched(database: Database) -> None:
    def fail() -> None:
        with database.write() as session:
            session.add(Pulse(id=1))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with database.read() as session:
        assert session.get(Pulse, 1) is None


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.write() as session:
        session.add(Pulse(id=1))
    with database.read() as reading:
        assert reading.get_one(Pulse, 1).beat == 0
        with database.write() as session:
            session.get_one(Pulse, 1).beat = 5
        reading.expire_all()
        assert reading.get_one(Pulse, 1).beat == 0


def test_times_come_back_aware_and_equal_whatever_their_zone(database: Database) -> None:
    with database.write() as session:
        local = NOON.astimezone(timezone(timedelta(hours=1)))
        session.add(StoredScreen(id="a", name="A", place="here", made_at=local))
    with database.read() as session:
        made_at = session.get_one(StoredScreen, "a").made_at
    assert made_at == NOON
    assert made_at.utcoffset() == timedelta(0)


def test_a_naive_time_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without a zone"), database.write() as session:
        session.add(StoredScreen(id="a", name="A", place="here", made_at=NOON.replace(tzinfo=None)))


def test_values_of_our_own_come_back_as_they_were(database: Database) -> None:
    hours = (Daypart(start=NOON.time(), end=NOON.time().replace(hour=20), weekdays=(6, 7)),)
    with database.write() as session:
        session.add(StoredPlaylist(id="p", name="P", dayparts=hours, made_at=NOON))
        session.add(
            HistoryRow(at=NOON, action="x", object_kind="card", object_id="c", before=msgspec.Raw(b'{"b":1,"a":2}'))
        )
    with database.read() as session:
        assert session.get_one(StoredPlaylist, "p").dayparts == hours
        kept = session.get_one(HistoryRow, 1).before
        assert kept is not None
        assert msgspec.json.decode(kept) == {"b": 1, "a": 2}


def test_a_row_that_points_nowhere_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(PlaylistScreen(playlist_id="none", screen_id="none"))


def test_an_entry_is_a_card_or_a_collection_never_neither(database: Database) -> None:
    with database.write() as session:
        session.add(StoredPlaylist(id="p", name="P", made_at=NOON))
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(PlaylistEntry(playlist_id="p", position=1))


@pytest.mark.sqlite
def test_nobody_else_on_the_machine_reads_the_database(town: Database, settings: Settings) -> None:
    with town.write() as session:
        session.execute(text("UPDATE pulse SET beat = beat + 1"))
        files = sorted(settings.data_folder.glob("torget.db*"))
        assert len(files) == 3, files
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
