"""Proof of play: nothing counts twice, and little is lost."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from player.sync.outbox import WAITING_AT_MOST, Outbox
from playlists.reports import PLAYS_AT_MOST, Heartbeat, Play

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
BEAT = Heartbeat(at=NOON, version="1", render_id="r")


def play(number: int) -> Play:
    return Play(card=f"c{number}", version=1, language="sv", at=NOON + timedelta(seconds=number), seconds=1.0)


def test_without_plays_there_is_nothing_to_prove(tmp_path: Path) -> None:
    assert Outbox(tmp_path / "outbox").next(BEAT) is None


def test_a_report_that_may_have_arrived_is_sent_again_as_it_was(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(play(1))
    sent = outbox.next(BEAT)
    outbox.add(play(2))
    assert outbox.next(BEAT) == sent
    restarted = Outbox(tmp_path / "outbox")
    assert restarted.next(BEAT) == sent


def test_what_was_played_meanwhile_comes_with_the_next_report(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(play(1))
    first = outbox.next(BEAT)
    outbox.add(play(2))
    outbox.confirmed()
    second = outbox.next(BEAT)
    assert first is not None
    assert second is not None
    assert (first.boot, second.plays) == (second.boot, (play(2),))
    assert second.sequence > first.sequence


def test_heartbeats_and_plays_share_one_sequence(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(play(1))
    numbers = [outbox.heartbeat(BEAT).sequence, outbox.next(BEAT).sequence, outbox.heartbeat(BEAT).sequence]  # type: ignore[union-attr]
    assert numbers == sorted(set(numbers))


def test_a_restart_is_another_boot(tmp_path: Path) -> None:
    boots = {Outbox(tmp_path / "outbox").heartbeat(BEAT).boot for _ in range(3)}
    assert len(boots) == 3


def test_a_report_holds_no_more_than_the_server_takes(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    for number in range(PLAYS_AT_MOST + 1):
        outbox.add(play(number))
    first = outbox.next(BEAT)
    outbox.confirmed()
    second = outbox.next(BEAT)
    assert first is not None
    assert second is not None
    assert (len(first.plays), len(second.plays)) == (PLAYS_AT_MOST, 1)


def test_of_a_long_absence_the_oldest_plays_are_lost(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    for number in range(WAITING_AT_MOST + 5):
        outbox.add(play(number))
    report = outbox.next(BEAT)
    assert report is not None
    assert report.plays[0] == play(5)


def test_plays_that_were_never_sent_survive_a_tidy_end(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.add(play(1))
    outbox.save()
    report = Outbox(tmp_path / "outbox").next(BEAT)
    assert report is not None
    assert report.plays == (play(1),)


def test_a_damaged_outbox_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_bytes(b"torget1 00000000 3\nabc")
    assert Outbox(tmp_path / "outbox").next(BEAT) is None
