"""Senders that drip, on real sockets: each is let go in time on every kind of page, and others are served meanwhile."""

import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from server.access.bodies import PATIENCE_S
from server.serve import HEADERS_WITHIN_MS
from tests.server.test_serve import running, token

__all__ = ["running", "token"]

pytestmark = pytest.mark.slow

EVERY_S = 0.25
FORM = "content-type: application/x-www-form-urlencoded\r\n"
UPLOAD = "content-type: multipart/form-data; boundary=x\r\n"
PART = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
HEADS = {
    "sign-in": f"POST /logga-in HTTP/1.1\r\n{FORM}content-length: 100000\r\n",
    "upload": f"POST /visa HTTP/1.1\r\n{UPLOAD}content-length: 20000000\r\n",
    "chunked": f"POST /visa HTTP/1.1\r\n{UPLOAD}transfer-encoding: chunked\r\n",
    "pairing": "POST /api/v1/pairings HTTP/1.1\r\ncontent-length: 2000\r\n",
    "report": "POST /api/v1/reports HTTP/1.1\r\nauthorization: Bearer {token}\r\ncontent-length: 100000\r\n",
    "snapshot": "POST /api/v1/snapshots HTTP/1.1\r\nauthorization: Bearer {token}\r\ncontent-length: 200000\r\n",
    "manifest": "GET /api/v1/manifest HTTP/1.1\r\nauthorization: Bearer {token}\r\ncontent-length: 100000\r\n",
    "no such page": "POST /finns-inte HTTP/1.1\r\ncontent-length: 100000\r\n",
    "signed out": f"POST /kort/nytt/news HTTP/1.1\r\n{UPLOAD}content-length: 20000000\r\n",
    "plain page": "GET /visa HTTP/1.1\r\ncontent-length: 100000\r\n",
}
"""A request of each kind, whose body then drips."""


def lives_s(port: int, head: str, chunked: bool = False, ended: bool = True) -> tuple[float, str]:
    """Send `head` and drip a body after it; returns how long the server put up with that, and its status line."""
    drip = b"1\r\na\r\n" if chunked else b"a"
    first = b"%x\r\n%b\r\n" % (len(PART), PART) if chunked else PART if UPLOAD in head else b""
    begun = time.monotonic()
    told = b""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.settimeout(EVERY_S)
        connection.sendall(head.encode() + (b"host: localhost\r\n\r\n" + first if ended else b""))
        while time.monotonic() - begun < 2 * PATIENCE_S:
            try:
                got = connection.recv(65536)
                if not got:
                    break
                told += got
            except TimeoutError:
                pass
            except OSError:
                break
            try:
                connection.sendall(drip)
            except OSError:
                break
    return time.monotonic() - begun, told.partition(b"\r\n")[0].decode()


def test_whoever_drips_is_let_go_in_time_and_others_are_served(running: tuple[object, str], token: str) -> None:
    port = int(re.findall(r":(\d+)$", running[1])[0])
    stop = threading.Event()
    answers: list[float] = []

    def look() -> None:
        while not stop.wait(0.2):
            begun = time.monotonic()
            assert requests.get(f"{running[1]}/visa", timeout=10).status_code == 200
            answers.append(time.monotonic() - begun)

    looking = threading.Thread(target=look)
    looking.start()
    with ThreadPoolExecutor(64) as pool:
        under_way = {
            name: [pool.submit(lives_s, port, head.replace("{token}", token), name == "chunked") for _ in range(4)]
            for name, head in HEADS.items()
        }
        under_way["head"] = [
            pool.submit(lives_s, port, "GET /visa HTTP/1.1\r\nx-drip: ", ended=False) for _ in range(4)
        ]
        lived = {name: [future.result() for future in futures] for name, futures in under_way.items()}
    stop.set()
    looking.join()
    waited = {name for name, found in lived.items() if all("408" in status for _, status in found)}
    assert waited == {"sign-in", "upload", "chunked", "pairing", "report", "snapshot"}
    assert {name for name, found in lived.items() if max(seconds for seconds, _ in found) > PATIENCE_S + 5} == set()
    assert max(seconds for seconds, _ in lived["head"]) < HEADERS_WITHIN_MS / 1000 + 3
    assert sorted(answers)[int(len(answers) * 0.95)] < 1
