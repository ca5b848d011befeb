"""A web site on this very machine that serves feeds, and behaves as badly as it is told to."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from server.sources.fetch import Terms

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Nyheter från Älvdala</title><language>sv-SE</language>
{items}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{link}</link><description>{text}</description>{more}</item>"


def make_item(title: str, link: str = "https://www.alvdala.example/1", text: str = "", more: str = "") -> str:
    return ITEM.format(title=title, link=link, text=text, more=more)


def make_rss(*items: str) -> bytes:
    return RSS.format(items="".join(items)).encode()


class Site:
    """What the web site answers, by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.acts: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.url = ""
        self.stopping = threading.Event()

    def put(self, path: str, data: bytes, status: int = 200, **headers: str) -> str:
        """Answer `path` with `data`; header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, named, data)
        return self.url + path

    def act(self, path: str, act: Callable[[BaseHTTPRequestHandler], None]) -> str:
        """Let `act` do as it likes with whoever asks for `path`."""
        self.acts[path] = act
        return self.url + path

    def drip(self, handler: BaseHTTPRequestHandler, data: bytes) -> None:
        """Send a byte now and then, for ever."""
        while not self.stopping.wait(0.02):
            handler.wfile.write(data)
            handler.wfile.flush()


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers.items())))
            if self.path in found.acts:
                try:
                    found.acts[self.path](self)
                except OSError:
                    return
                return
            status, headers, data = found.answers.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, data = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_arguments: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield found
    found.stopping.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def terms() -> Terms:
    """The terms of the tests: this machine may be asked, and nobody is waited for."""
    return Terms(user_agent="Torget/0 (Alvdala kommun; +http://localhost)", loopback=True, total_s=3.0)


@pytest.fixture
def rss() -> Callable[..., bytes]:
    return make_rss


@pytest.fixture
def item() -> Callable[..., str]:
    return make_item


@pytest.fixture
def packed() -> Callable[[bytes], bytes]:
    return lambda data: gzip.compress(data, 9)


@pytest.fixture
def stopwatch() -> Callable[[], float]:
    return time.monotonic
