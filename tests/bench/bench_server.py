"""The server: unchanged manifest polls against nginx with a static file of the same size, and from press to manifest.

Both servers run with one worker on the same machine; wrk asks each in turn with one thread and 64 connections, five
rounds interleaved, and medians are told. The press is the real button's request, the reader a poll that is held.
"""

import http.client
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

import requests
from served import HOST, MANIFEST, PRESSES, Served, running

from commands.bench.figures import Figure
from foundation.shutdown import end_process
from playlists.trust import Trust, accept_manifest
from server.serve import free_port

ROUNDS = 5
SECONDS = 2

NGINX = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10;
  default_type application/json;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen {host}:{port}; root {folder}/root; }}
}}
"""


def measure() -> list[Figure]:
    """Polls a second of both servers, their ratio, and the seconds from press to manifest."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        served = stack.enter_context(running(folder / "torget"))
        body = requests.get(f"http://{HOST}:{served.port}{MANIFEST}", headers=served.headers, timeout=5)
        body.raise_for_status()
        figures = _latency(served)
        body = requests.get(f"http://{HOST}:{served.port}{MANIFEST}", headers=served.headers, timeout=5)
        nginx = stack.enter_context(_nginx(folder / "nginx", body.content))
        return _polls(served, nginx, body.headers["ETag"], len(body.content)) + figures


def _polls(served: Served, nginx: int, etag: str, size: int) -> list[Figure]:
    known = requests.get(f"http://{HOST}:{nginx}/manifest.json", timeout=5).headers["ETag"]
    asked = {
        "unchanged": (served.port, MANIFEST, served.headers | {"If-None-Match": etag}),
        "whole": (served.port, MANIFEST, served.headers),
        "nginx": (nginx, "/manifest.json", {}),
        "nginx unchanged": (nginx, "/manifest.json", {"If-None-Match": known}),
    }
    found: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, (port, path, headers) in asked.items():
            found[name].append(_wrk(port, path, headers))
    rate = {name: median(values) for name, values in found.items()}
    how = f"wrk -t1 -c64, {ROUNDS} rounds interleaved, medians; manifest of {size} bytes"
    return [
        Figure("unchanged manifest polls", round(rate["unchanged"]), "1/s", note=how),
        Figure("nginx, static file of the same size", round(rate["nginx"]), "1/s", note="one worker"),
        Figure("unchanged polls against nginx", round(rate["unchanged"] / rate["nginx"], 2), "ratio", "≥ 0.4", how),
        Figure(
            "unchanged polls against nginx's own 304",
            round(rate["unchanged"] / rate["nginx unchanged"], 2),
            "ratio",
            note="both answer without a body",
        ),
        Figure(
            "whole manifests against nginx", round(rate["whole"] / rate["nginx"], 2), "ratio", note="both with the body"
        ),
    ]


def _wrk(port: int, path: str, headers: dict[str, str]) -> float:
    words = ["wrk", "-t1", "-c64", f"-d{SECONDS}s"]
    for name, value in headers.items():
        words += ["-H", f"{name}: {value}"]
    done = subprocess.run([*words, f"http://{HOST}:{port}{path}"], capture_output=True, check=True, text=True)
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise RuntimeError(done.stdout)
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert found is not None, done.stdout
    return float(found[1])


def _latency(served: Served) -> list[Figure]:
    """Press the button for one draft after another while a poll is held; the manifest is verified before it counts."""
    browser = served.browser()
    reader = _Reader(served, served.trust)
    seconds = []
    for card in served.drafts[:PRESSES]:
        reader.hold()
        time.sleep(0.15)  # the poll must be held before the button is pressed
        begun = time.perf_counter()
        served.press(browser, card)
        seconds.append(reader.came(card) - begun)
    browser.close()
    seconds.sort()
    p99 = seconds[min(len(seconds) - 1, round(len(seconds) * 0.99))]
    note = f"{PRESSES} presses of the real button; the held poll's manifest is verified"
    return [
        Figure("from “Publicera” to a waiting player's manifest, p50", round(median(seconds), 3), "s", note=note),
        Figure("from “Publicera” to a waiting player's manifest, p99", round(p99, 3), "s", "≤ 1", note),
    ]


class _Reader:
    """A player that waits."""

    def __init__(self, served: Served, trust: Trust) -> None:
        self._served = served
        self._trust = trust
        self._etag = ""
        self._came: tuple[float, str | None] = (0.0, None)
        self._connection = http.client.HTTPConnection(HOST, served.port, timeout=40)
        self._ask()

    def hold(self) -> None:
        """Begin a poll that waits, in a thread."""
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()

    def came(self, card: str) -> float:
        """When the manifest that begins with `card` was here and verified."""
        self._thread.join(30)
        at, lead = self._came
        if lead != card:
            raise RuntimeError(f"the poll brought {lead}, not {card}")
        return at

    def _ask(self) -> None:
        headers = self._served.headers | {"If-None-Match": self._etag, "Prefer": "wait=30"}
        self._connection.request("GET", MANIFEST, headers=headers)
        answer = self._connection.getresponse()
        body = answer.read()
        manifest, self._trust = accept_manifest(body, self._trust)
        self._etag = answer.headers["ETag"]
        self._came = (time.perf_counter(), manifest.lead.card if manifest.lead else None)


@contextmanager
def _nginx(folder: Path, body: bytes) -> Iterator[int]:
    root = folder / "root"
    root.mkdir(parents=True)
    (root / "manifest.json").write_bytes(body)
    for above in (folder, root):
        above.chmod(0o755)  # nginx's worker is another user when it is started by root
    folder.parent.chmod(0o755)
    port = free_port(HOST)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, host=HOST, port=port))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen(
        [program, "-c", str(folder / "nginx.conf"), "-g", "daemon off;"], stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            try:
                requests.get(f"http://{HOST}:{port}/manifest.json", timeout=1).raise_for_status()
                break
            except requests.ConnectionError:
                time.sleep(0.05)
        yield port
    finally:
        end_process(process)
