"""The whole player, in its real processes, against a server that may die or lie."""

import base64
import io
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from foundation.files import read_checked
from player.folder import Folder
from player.sync import membership as members
from player.sync.membership import Membership
from tests.player.processes import RealPlayer, alive, wait_until
from tests.player.server_double import Server, news

pytestmark = pytest.mark.slow

Play = Callable[..., RealPlayer]
SMALL = ("--size", "640x360")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Starts players, each in the same folder, and sees to it that none outlives the test."""
    started: list[RealPlayer] = []

    def start(*words: str, paired_with: Server | None = None) -> RealPlayer:
        data = tmp_path / "it" / "player"
        if paired_with is not None:
            Folder(data).make()
            members.store(Folder(data), Membership(token=paired_with.token, trust=paired_with.town.trust()))
        started.append(RealPlayer(data, *SMALL, "--frames", str(tmp_path / "it" / "frames"), *words))
        return started[-1]

    yield start
    for player in started:
        player.stop(signal.SIGKILL)


def pair(player: RealPlayer, server: Server) -> None:
    code = wait_until(lambda: player.state().get("code"))
    number = wait_until(lambda: server.known_p and server.enter(code))
    wait_until(lambda: player.state()["check"] == number)
    server.confirm()
    wait_until(lambda: player.state()["paired"])


def test_from_a_code_to_the_first_cards(play: Play, server: Server) -> None:
    server.publish([news("a", seconds=3.0), news("b", seconds=3.0)])
    player = play("--server", server.url)
    pair(player, server)
    assert player.state() == {"code": "", "check": "", "paired": True, "screen": "bib-entre"}
    assert (player.data / "membership").stat().st_mode & 0o777 == 0o600
    shown = wait_until(lambda: len(player.shown()) >= 3 and player.shown())
    assert [line["n"] for line in shown] == list(range(1, len(shown) + 1))
    assert {line["card"] for line in shown} == {"a", "b"}
    assert all(abs(line["seconds"] - line["nominal_seconds"]) < 0.3 for line in shown[1:])
    path = player.frames / shown[1]["frame"]
    wait_until(path.exists)
    with Image.open(path) as frame:
        assert (frame.mode, frame.size) == ("RGB", (640, 360))
    assert server.token not in player.log()


def test_a_warm_start_needs_no_server_and_no_child_for_its_first_card(play: Play, server: Server) -> None:
    warm_up(play, server)
    server.stop()
    player = play("--server", server.url)
    assert player.told("READY=1", 3.0) < 3.0
    assert wait_until(player.shown)[0]["card"] in ("a", "b")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_stop_is_quick_and_leaves_nobody_behind(play: Play, server: Server, number: int, code: int) -> None:
    player = warm_up(play, server, stop=False)
    children = [pid for name in ("player.sync", "player.composer") if (pid := player.child(name))]
    began = time.monotonic()
    assert player.stop(number) == code
    assert time.monotonic() - began < 5.0
    assert children
    assert not any(alive(pid) for pid in children)
    assert player.shown()


def test_children_die_with_a_stage_that_was_killed(play: Play, server: Server) -> None:
    player = warm_up(play, server, stop=False)
    child = wait_until(lambda: player.child("player.sync"))
    player.process.kill()
    player.process.wait()
    wait_until(lambda: not alive(child), 5.0)


def test_minutes_count_from_the_first_card(play: Play, server: Server) -> None:
    warm_up(play, server)
    player = play("--server", server.url, "--minutes", "0.05")
    player.told("READY=1")
    ready_at = time.monotonic()
    assert player.process.wait(10.0) == 0
    assert 2.5 < time.monotonic() - ready_at < 6.0


def test_a_killed_sync_comes_back_and_catches_up(play: Play, server: Server) -> None:
    player = warm_up(play, server, stop=False)
    os.kill(wait_until(lambda: player.child("player.sync")), signal.SIGKILL)
    server.publish([news("new", seconds=3.0)])
    wait_until(lambda: any(line["card"] == "new" for line in player.shown()), 20.0)


def test_a_killed_composer_comes_back_when_there_is_something_to_draw(play: Play, server: Server) -> None:
    player = warm_up(play, server, stop=False)
    os.kill(wait_until(lambda: player.child("player.composer")), signal.SIGKILL)
    server.publish([news("new", seconds=3.0)])
    wait_until(lambda: any(line["card"] == "new" for line in player.shown()), 20.0)


def test_a_server_that_dies_and_comes_back_never_stops_the_stage(play: Play, server: Server) -> None:
    player = warm_up(play, server, stop=False)
    server.stop()
    ends_at = time.monotonic() + 12.0
    while time.monotonic() < ends_at:
        player.told("WATCHDOG=1", 1.0)  # a frame was presented within the watchdog's second
    server.start()
    server.publish([news("after", seconds=3.0)])
    began = time.monotonic()
    active = Folder(player.data).active
    wait_until(lambda: b"after" in _payload(active), 30.0)
    assert time.monotonic() - began < 30.0


def test_who_looks_gets_a_picture_of_the_glass(play: Play, server: Server) -> None:
    warm_up(play, server, stop=False)
    server.snapshots.clear()
    server.want_snapshots(True)
    jpeg = wait_until(lambda: server.snapshots, 15.0)[0]
    with Image.open(io.BytesIO(jpeg)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (640, 360))
    assert len(jpeg) <= 300_000


def test_a_revoked_player_asks_for_another_code(play: Play, server: Server) -> None:
    player = warm_up(play, server, stop=False)
    server.publish([], revoked=True)
    wait_until(lambda: player.state().get("code"))
    assert members.load(Folder(player.data)) is None


def test_a_second_player_in_the_same_folder_says_so(play: Play, server: Server) -> None:
    warm_up(play, server, stop=False)
    second = play("--server", server.url)
    assert second.process.wait(5.0) == 1
    assert "Another player uses the folder" in second.log()


def warm_up(play: Play, server: Server, *, stop: bool = True) -> RealPlayer:
    """A player that is paired, has drawn two cards and shown one; stopped again unless told otherwise."""
    server.publish([news("a", seconds=3.0), news("b", seconds=3.0)])
    player = play("--server", server.url, paired_with=server)
    wait_until(player.shown)
    if stop:
        assert player.stop() == 0
    return player


def _payload(active: Path) -> bytes:
    raw = read_checked(active) or b"{}"
    return base64.b64decode(json.loads(raw).get("payload", ""))
