"""The demo as a visitor starts it: what it refuses with a sentence, and a whole run with everything it leaves."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from PIL import Image

Ran = subprocess.CompletedProcess[str]
Torget = Callable[..., Ran]
MARK = "TORGET_DEMO_TEST"
STOPS_WITHIN_S = 5.0
UP_WITHIN_S = 90.0


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def left_by(folder: Path) -> list[str]:
    """The command lines of processes that name `folder`: none once a demo has ended."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(folder) in words:
                found.append(words)
    return found


def test_a_port_that_is_taken_is_one_sentence(spoken: Torget, taken: int, tmp_path: Path) -> None:
    ran = spoken("demo", "--port", str(taken), "--data", str(tmp_path / "data"))
    assert ran.returncode == 1
    assert (
        ran.stderr
        == f"torget: Port {taken} on 127.0.0.1 is taken. Stop what uses it, or give another one with --port.\n"
    )
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(spoken: Torget, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = spoken("demo", "--port", "0", "--data", str(tmp_path / "file" / "data"))
    assert ran.returncode == 1
    assert ran.stderr.startswith("torget: Torget cannot write in ")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--minutes", "0"),
        ("--minutes", "soon"),
        ("--speed", "-1"),
        ("--size", "1920"),
        ("--size", "1x1"),
        ("--screen", "nowhere"),
        ("--port", "70000"),
        ("--url", "torget.example"),
        ("--no-window", "--fullscreen"),
        ("--windw",),
    ],
    ids=" ".join,
)
def test_a_wrong_word_is_wrong_use_and_starts_nothing(spoken: Torget, words: tuple[str, ...], tmp_path: Path) -> None:
    ran = spoken("demo", "--data", str(tmp_path / "data"), *words)
    assert ran.returncode == 2
    assert "usage: torget demo" in ran.stderr
    assert not (tmp_path / "data").exists()


def test_help_is_there_for_each_command(spoken: Torget) -> None:
    for name in ("demo", "server", "player", "test", "gallery", "bench", "keys"):
        ran = spoken(name, "--help")
        assert (ran.returncode, f"usage: torget {name}" in ran.stdout) == (0, True), ran.stderr


def test_keys_are_made_once_and_the_root_key_lies_alone(spoken: Torget, tmp_path: Path) -> None:
    words = ("keys", "--offline", str(tmp_path / "usb"), "--online", str(tmp_path / "server"))
    assert spoken(*words).returncode == 0
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["root.key"]
    assert (tmp_path / "usb" / "root.key").stat().st_mode & 0o077 == 0
    before = (tmp_path / "usb" / "root.key").read_bytes()
    again = spoken(*words)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert (tmp_path / "usb" / "root.key").read_bytes() == before


class Demo:
    """A demo that runs, until the test ends it."""

    def __init__(self, clean: dict[str, str], folder: Path, *words: str) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.began = time.time()
        command = [sys.executable, "-P", "-m", "commands", "demo", "--port", "0", "--no-window"]
        self.process = subprocess.Popen(
            [*command, "--data", str(self.data), *words],
            env=clean,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def wait_until_up(self) -> dict[str, object]:
        """What demo.json says, once this start has written it."""
        until = time.monotonic() + UP_WITHIN_S
        told = self.data / "demo.json"
        while not told.exists() or told.stat().st_mtime < self.began:
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < until, "the demo did not come up"
            time.sleep(0.1)
        read = json.loads(told.read_text())
        assert isinstance(read, dict)
        return read

    def end(self, number: int) -> tuple[int, str, str, float]:
        """Send a signal; the exit code, what was said, and how long it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err, time.monotonic() - began


@pytest.fixture
def demo(clean: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Demo]]:
    """Start demos; whatever a failed test leaves is ended."""
    begun: list[Demo] = []

    def start(*words: str) -> Demo:
        begun.append(Demo(clean, tmp_path, *words))
        return begun[-1]

    yield start
    for one in begun:
        if one.process.poll() is None:
            one.process.terminate()
            one.process.wait(timeout=30)
        for stream in (one.process.stdout, one.process.stderr):
            if stream is not None:
                stream.close()


@pytest.mark.slow
def test_half_a_minute_of_the_demo_leaves_frames_and_no_process(demo: Callable[..., Demo], tmp_path: Path) -> None:
    frames = tmp_path / "frames"
    running = demo("--minutes", "0.5", "--speed", "4", "--frames", str(frames))
    told = running.wait_until_up()
    assert set(told) == {"url", "staff_link", "port", "server_pid", "player_pid", "screen", "frames"}
    assert (told["screen"], told["frames"]) == ("bib-entre", str(frames))
    assert told["url"] == f"http://localhost:{told['port']}"
    assert (running.data / "offline" / "root.key").exists()
    for pid in (told["server_pid"], told["player_pid"]):
        assert str(running.data / "offline") not in Path(f"/proc/{pid}/cmdline").read_text()
    with urlopen(str(told["staff_link"]), timeout=10) as page:  # noqa: S310 - our own server
        assert b"<button" in page.read()

    out, err = running.process.communicate(timeout=90)
    assert (running.process.returncode, err) == (0, "")
    assert str(told["staff_link"]) in out
    assert "Ctrl-C" in out
    shown = [json.loads(line) for line in (frames / "shown.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["n"] for one in shown] == list(range(1, len(shown) + 1))
    assert len({one["kind"] for one in shown}) >= 8
    for one in shown:
        assert re.fullmatch(rf"{one['n']:04d}-{one['card']}\.png", one["frame"])
        with Image.open(frames / one["frame"]) as picture:
            assert (picture.size, picture.mode) == ((1920, 1080), "RGB")
    assert left_by(running.data) == []


@pytest.mark.slow
def test_ctrl_c_stops_everything_and_a_second_start_keeps_what_was_done(demo: Callable[..., Demo]) -> None:
    first = demo()
    told = first.wait_until_up()
    code, _, err, seconds = first.end(signal.SIGINT)
    assert (code, err) == (130, "")
    assert seconds <= STOPS_WITHIN_S
    assert left_by(first.data) == []
    root = (first.data / "offline" / "root.key").read_bytes()

    began = time.monotonic()
    second = demo()
    again = second.wait_until_up()
    assert time.monotonic() - began < 10
    assert again["staff_link"] != told["staff_link"]
    other = demo()  # on the same folder
    assert other.process.wait(timeout=30) == 1
    code, out, err, seconds = second.end(signal.SIGTERM)
    assert (code, err) == (0, "")
    assert "Paired" not in out
    assert seconds <= STOPS_WITHIN_S
    assert (second.data / "offline" / "root.key").read_bytes() == root


@pytest.mark.slow
def test_another_screen_is_paired_anew(demo: Callable[..., Demo]) -> None:
    first = demo()
    first.wait_until_up()
    first.end(signal.SIGINT)
    second = demo("--screen", "norrbyn-fonster")
    assert second.wait_until_up()["screen"] == "norrbyn-fonster"
    _, out, err, _ = second.end(signal.SIGINT)
    assert "Paired the player with norrbyn-fonster" in out
    assert err == ""


@pytest.mark.slow
def test_a_player_that_was_unpaired_on_both_sides_or_on_one_is_paired_again(
    demo: Callable[..., Demo], tmp_path: Path
) -> None:
    left = tmp_path / "data" / "player"  # an earlier start ended while its code stood on the glass
    left.mkdir(parents=True)
    (left / "state.json").write_text('{"code":"ABC234","check":"","paired":false,"screen":null}')
    first = demo()
    first.wait_until_up()
    first.end(signal.SIGINT)
    with sqlite3.connect(first.data / "server" / "torget.db") as database:  # a visitor ended the pairing on a page
        database.execute("UPDATE device SET revoked_at = '2026-01-01 00:00:00'")
    database.close()
    second = demo()
    second.wait_until_up()
    _, out, err, _ = second.end(signal.SIGINT)
    assert ("Paired the player" in out, err) == (True, "")


@pytest.mark.slow
def test_a_demo_that_is_killed_leaves_no_process(demo: Callable[..., Demo]) -> None:
    running = demo()
    running.wait_until_up()
    running.process.kill()
    running.process.communicate()
    until = time.monotonic() + STOPS_WITHIN_S
    while left_by(running.data) and time.monotonic() < until:
        time.sleep(0.1)
    assert left_by(running.data) == []


@pytest.mark.slow
def test_the_demo_says_so_when_its_server_dies(demo: Callable[..., Demo]) -> None:
    running = demo()
    os.kill(int(str(running.wait_until_up()["server_pid"])), signal.SIGKILL)
    _, err = running.process.communicate(timeout=30)
    assert running.process.returncode == 1
    assert err.startswith("torget: The server stopped by itself.")
    assert left_by(running.data) == []
