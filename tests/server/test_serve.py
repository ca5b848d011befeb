"""The server as a process: it says when it is ready, stops in time with polls held, and tells in a sentence why not."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from foundation.shutdown import end_process
from playlists.pairing import Device as About
from server.access.tokens import hash_token, new_token
from server.house import prepare
from server.publishing.keys import make_keys
from server.settings import Settings
from server.storage.models import Device, StoredScreen
from server.storage.session import Database
from tests.server.conftest import NOON

pytestmark = pytest.mark.slow


@pytest.fixture
def token(settings: Settings, tmp_path: Path) -> str:
    """The token of a player that is paired in the data folder, with keys beside it."""
    token = new_token()
    database = Database(settings)
    prepare(database, settings)
    make_keys(tmp_path / "offline", settings.keys_folder)
    with database.write() as session:
        session.add(StoredScreen(id="bib-entre", name="Entrén", place="Biblioteket", made_at=NOON))
        session.flush()
        about = About(version="1")
        session.add(Device(screen_id="bib-entre", token_hash=hash_token(token), about=about, paired_at=NOON))
    database.close()
    return token


def start(settings: Settings, *words: str) -> "subprocess.Popen[bytes]":
    given = [sys.executable, "-m", "commands", "server", "--data", settings.data.folder, *words]
    return subprocess.Popen(given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.fixture
def running(settings: Settings, token: str) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    del token
    process = start(settings, "--port", "0")
    assert process.stderr is not None
    line = next(line for line in process.stderr if b"listening on port" in line)
    yield process, f"http://127.0.0.1:{int(line.rpartition(b' ')[2])}"
    end_process(process)
    process.stderr.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_within_five_seconds_and_lets_held_polls_go(
    running: tuple["subprocess.Popen[bytes]", str], token: str, number: signal.Signals
) -> None:
    process, url = running
    headers = {"Authorization": f"Bearer {token}"}
    etag = requests.get(url + "/api/v1/manifest", headers=headers, timeout=5).headers["ETag"]
    headers |= {"If-None-Match": etag, "Prefer": "wait=55"}
    codes: list[int] = []
    polls = [
        threading.Thread(
            target=lambda: codes.append(requests.get(url + "/api/v1/manifest", headers=headers, timeout=60).status_code)
        )
        for _ in range(20)
    ]
    for poll in polls:
        poll.start()
    time.sleep(0.5)
    begun = time.monotonic()
    os.kill(process.pid, number)
    assert process.wait(5) == 0
    assert time.monotonic() - begun < 5
    for poll in polls:
        poll.join(5)
    assert codes == [304] * 20


def test_a_taken_port_is_one_sentence(settings: Settings, token: str) -> None:
    del token
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(settings, "--port", str(port))
        _, told = process.communicate(timeout=20)
    assert process.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in told.decode()
    assert b"Traceback" not in told


def test_without_keys_it_says_how_to_make_them(settings: Settings) -> None:
    process = start(settings, "--port", "0")
    _, told = process.communicate(timeout=20)
    assert process.returncode == 1
    assert b"./torget keys" in told
    assert b"Traceback" not in told
