"""How a screen is: nothing is guessed, and the one in need of a hand stands first."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy.orm import Session

from playlists.pairing import Device as About
from playlists.reports import Heartbeat, Refusal
from server.publishing.publish import Publisher, changed
from server.screens import Health, overview, view_of, want_snapshot
from server.storage.models import Device, ScreenState, StoredScreen
from server.storage.session import Database
from tests.server.conftest import NOON

pytestmark = pytest.mark.usefixtures("publisher")
BOOT = "ab" * 16


def pair(session: Session, screen_id: str) -> int:
    device = Device(screen_id=screen_id, token_hash=screen_id, about=About(version="1"), paired_at=NOON)
    session.add(device)
    session.flush()
    return device.id


def hear(session: Session, screen_id: str, device_id: int, at: datetime, **beat: Any) -> None:
    told = Heartbeat(at=at, version="1", render_id="r", **beat)
    raw = msgspec.Raw(msgspec.json.encode(told))
    session.merge(
        ScreenState(screen_id=screen_id, device_id=device_id, heard_at=at, boot=BOOT, sequence=1, heartbeat=raw)
    )


def health(town: Database, now: datetime) -> Health:
    with town.read() as session:
        return overview(session, now)[0].health


def test_a_screen_without_a_player_says_so(town: Database) -> None:
    assert health(town, NOON) is Health.NO_PLAYER


def test_a_paired_player_that_never_spoke_is_not_called_well(town: Database) -> None:
    with town.write() as session:
        pair(session, "bib-entre")
    assert health(town, NOON) is Health.NEVER_HEARD


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(seconds=90), Health.WELL),
        (timedelta(seconds=91), Health.OWN_MEMORY),
        (timedelta(minutes=10), Health.OWN_MEMORY),
        (timedelta(minutes=10, seconds=1), Health.SILENT),
    ],
)
def test_silence_is_told_by_its_length(town: Database, later: timedelta, expected: Health) -> None:
    with town.write() as session:
        hear(session, "bib-entre", pair(session, "bib-entre"), NOON, epoch=1, number=1)
    assert health(town, NOON + later) is expected


def test_a_player_that_shows_no_frames_is_stuck(town: Database) -> None:
    with town.write() as session:
        hear(session, "bib-entre", pair(session, "bib-entre"), NOON, frame_at=NOON - timedelta(minutes=3))
    assert health(town, NOON) is Health.STUCK


def test_a_player_that_refuses_what_the_server_sends_is_told(town: Database) -> None:
    with town.write() as session:
        refused = Refusal(code="bad-signature", at=NOON - timedelta(minutes=1))
        hear(session, "bib-entre", pair(session, "bib-entre"), NOON, refused=refused)
    assert health(town, NOON) is Health.REFUSES


def test_a_player_has_a_minute_to_take_the_newest_manifest(town: Database) -> None:
    with town.write() as session:
        changed(session, now=NOON)
        device = pair(session, "bib-entre")
        hear(session, "bib-entre", device, NOON + timedelta(seconds=30), number=0)
    assert health(town, NOON + timedelta(seconds=30)) is Health.WELL
    with town.write() as session:
        hear(session, "bib-entre", device, NOON + timedelta(seconds=90), number=0)
    assert health(town, NOON + timedelta(seconds=90)) is Health.BEHIND


def test_what_a_former_player_said_is_not_about_the_new_one(town: Database, publisher: Publisher) -> None:
    with town.write() as session:
        former = pair(session, "bib-entre")
        hear(session, "bib-entre", former, NOON)
        publisher.revoke(session, session.get_one(Device, former), NOON)
        session.get_one(Device, former).token_hash = "former"
        pair(session, "bib-entre")
    assert health(town, NOON) is Health.NEVER_HEARD


def test_screens_in_need_stand_first_then_by_name(town: Database) -> None:
    with town.write() as session:
        for screen_id, name in (("b", "Badhuset"), ("a", "Arkivet")):
            session.add(StoredScreen(id=screen_id, name=name, place="x", made_at=NOON))
            session.flush()
            hear(session, screen_id, pair(session, screen_id), NOON)
    with town.read() as session:
        assert [view.screen.name for view in overview(session, NOON)] == ["Entrén", "Arkivet", "Badhuset"]
        assert view_of(session, "a", NOON) is not None
        assert view_of(session, "nothing", NOON) is None


def test_without_a_running_server_nobody_is_asked_for_pictures(town: Database) -> None:
    want_snapshot(town, "bib-entre")
