"""The player's small parts: clock, back-off, messages, notifier, folder, options."""

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foundation.settings import SettingsError
from player import options
from player.clock import Clock, load_clock, save_clock
from player.errors import SecondPlayerError
from player.folder import Folder
from player.messages import Composed, Decoder, FromChild, Hello, encode
from player.notify import Notifier
from player.sync.backoff import Backoff

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_clock_that_is_behind_runs_on_from_the_newest_time_seen() -> None:
    ahead = datetime.now(UTC) + timedelta(days=3)
    clock = Clock(ahead)
    assert not clock.trusted
    assert ahead <= clock.now() < ahead + timedelta(seconds=5)


def test_a_clock_that_is_right_is_believed() -> None:
    clock = Clock(datetime.now(UTC) - timedelta(days=3))
    assert clock.trusted
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_floor_only_rises() -> None:
    clock = Clock(datetime.now(UTC) + timedelta(days=3))
    before = clock.now()
    clock.raise_floor(NOON - timedelta(days=3000))
    assert clock.now() >= before
    clock.raise_floor(before + timedelta(days=1))
    assert clock.now() >= before + timedelta(days=1)


def test_the_time_survives_a_restart(tmp_path: Path) -> None:
    ahead = datetime.now(UTC) + timedelta(days=3)
    save_clock(tmp_path / "clock", Clock(ahead))
    assert load_clock(tmp_path / "clock").now() >= ahead


@pytest.mark.parametrize("rot", [b"", b"torget1 00000000 4\nnoon", b"\xff" * 40])
def test_a_damaged_time_is_no_floor(tmp_path: Path, rot: bytes) -> None:
    (tmp_path / "clock").write_bytes(rot)
    assert load_clock(tmp_path / "clock").trusted


def test_pauses_grow_to_a_limit_and_begin_anew() -> None:
    backoff = Backoff(first_s=1.0, longest_s=8.0)
    pauses = [backoff.pause_s() for _ in range(20)]
    assert max(pauses) <= 8.0
    assert pauses[0] <= 1.0
    assert min(pauses[5:]) >= 4.0
    backoff.reset()
    assert backoff.pause_s() <= 1.0


def test_messages_come_through_in_whatever_pieces() -> None:
    decoder = Decoder(FromChild)
    stream = encode(Hello("r1")) + encode(Composed("k1"))
    found = [message for place in range(len(stream)) for message in decoder.feed(stream[place : place + 1])]
    assert found == [Hello("r1"), Composed("k1")]


def test_half_a_message_of_a_killed_child_is_dropped() -> None:
    decoder = Decoder(FromChild)
    assert decoder.feed(b'{"type":"hel' + b"\n" + encode(Hello("r1"))) == [Hello("r1")]
    assert decoder.dropped == 1


def test_the_supervisor_hears_us_on_its_socket(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "notify"))
        notifier = Notifier(str(tmp_path / "notify"), "20000000")
        notifier.tell("READY=1", "STATUS=shown")
        assert supervisor.recv(100) == b"READY=1\nSTATUS=shown"
        assert notifier.watchdog_s == 10.0
        notifier.close()


def test_without_a_supervisor_nothing_is_told() -> None:
    notifier = Notifier()
    notifier.tell("READY=1")
    assert notifier.watchdog_s == 0.0


def test_a_folder_belongs_to_one_player(folder: Folder) -> None:
    folder.lock()
    with pytest.raises(SecondPlayerError):
        Folder(folder.root).lock()


def test_strangers_under_our_names_are_cleared_away(tmp_path: Path) -> None:
    root = tmp_path / "player"
    (root / "active").mkdir(parents=True)
    (root / "active" / "x").write_text("x")
    (root / "assets").write_text("not a folder")
    folder = Folder(root)
    folder.make()
    assert not folder.active.exists()
    assert folder.assets.is_dir()


def test_what_a_killed_process_left_is_swept(folder: Folder) -> None:
    for path in (folder.root / ".active.1234.part", folder.assets / ".x.1.part", folder.run / "snapshot-1.jpg"):
        path.write_bytes(b"half")
    assert folder.sweep() == 3
    assert folder.sweep() == 0


def test_the_command_line_is_stronger_than_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TORGET_SERVER_URL", "https://a.example")
    monkeypatch.setenv("TORGET_STAGE_SPEED", "2")
    read = options.read(["--server", "https://b.example", "--size", "1280x720", "--no-window"])
    assert (read.server.url, read.stage.speed, read.size_px) == ("https://b.example", 2.0, (1280, 720))
    assert read.stage.window == "none"


@pytest.mark.parametrize("words", [["--size", "big"], ["--speed", "0"], ["--minutes", "-1"]])
def test_a_bad_value_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError) as caught:
        options.read(words)
    assert words[0] in caught.value.sentence()
