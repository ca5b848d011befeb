"""The one module that asks other machines for anything.

HTTPS unless an administrator allowed plain HTTP for the source; ports 443 and 80; no user part; no proxy from the
environment; no cookies. The connected peer is judged before the first byte is sent, at every redirect anew (three at
most, followed by hand). At most 10 MB after unpacking, and 30 seconds in all, whatever the other side does: a timer
shuts the connection, since a timeout of single reads lets a byte a second go on for ever.
"""

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.poolmanager import PoolManager

from server.sources.errors import (
    BadAddressError,
    BadCertificateError,
    BadCodingError,
    ErrorAnswerError,
    ForbiddenPeerError,
    NoAnswerError,
    PlainHttpRefusedError,
    SourceError,
    TooLargeError,
    TooManyRedirectsError,
    TooSlowError,
    UnknownHostError,
)
from server.sources.peers import may_ask

BYTES_AT_MOST = 10_000_000
TOTAL_S = 30.0
REDIRECTS_AT_MOST = 3
PORTS = frozenset({80, 443})
CHUNK = 16_384
ADDRESS_AT_MOST = 2000
MOVED = frozenset({301, 302, 303, 307, 308})


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """On what terms we ask: `user_agent` says who we are, `loopback` lets this very machine be asked, on any port."""

    user_agent: str
    plain_http: bool = False
    loopback: bool = False
    total_s: float = TOTAL_S
    bytes_at_most: int = BYTES_AT_MOST


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the last good answer was marked with, so that an unchanged one need not be sent again."""

    etag: str = ""
    last_modified: str = ""


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """An answer. `data` is None where nothing has changed since what we know."""

    data: bytes | None
    content_type: str = ""
    known: Known = Known()


def fetch(url: str, terms: Terms, known: Known | None = None) -> Fetched:
    """Ask for `url`, following at most three redirects. Raises SourceError, and nothing else."""
    deadline = _Deadline(terms.total_s)
    with deadline.running(), closing(_adapter(terms, deadline)) as adapter:
        for _ in range(REDIRECTS_AT_MOST + 1):
            check_address(url, terms)
            answer = _ask(adapter, url, terms, known or Known(), deadline)
            try:
                if answer.status_code in MOVED and "location" in answer.headers:
                    url = urljoin(url, answer.headers["location"])
                    continue
                return _read(answer, terms, deadline)
            finally:
                answer.close()
    raise TooManyRedirectsError(f"more than {REDIRECTS_AT_MOST} redirects")


def check_address(url: str, terms: Terms) -> None:
    """Refuse an address that is none, or that we never ask. Raises BadAddressError or PlainHttpRefusedError."""
    plain = len(url) <= ADDRESS_AT_MOST and url.isprintable() and not set(url) & set(' \\"<>^`{|}')
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadAddressError("not an address") from error
    if not plain or parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise BadAddressError("not an address that is asked")
    if port is not None and port not in PORTS and not terms.loopback:
        raise BadAddressError(f"port {port}")
    if parts.scheme == "http" and not (terms.plain_http or terms.loopback):
        raise PlainHttpRefusedError("plain http")


class _Deadline:
    """The time that a fetch has in all. When it is over, every connection that was made is shut."""

    def __init__(self, total_s: float) -> None:
        self.total_s = total_s
        self.over = False
        self._ends = time.monotonic() + total_s
        self._lock = threading.Lock()
        self._watched: list[socket.socket] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run the timer while the fetch lasts."""
        timer = threading.Timer(self.total_s, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self._lock:
                for handle in self._watched:
                    handle.close()
                self._watched.clear()

    def left_s(self) -> float:
        """The seconds that are left. Raises TooSlowError when there are none."""
        left = self._ends - time.monotonic()
        if self.over or left <= 0:
            raise TooSlowError("out of time", seconds=round(self.total_s))
        return left

    def watch(self, connection: socket.socket) -> None:
        """Shut `connection` too when the time is over; through a handle of its own, since TLS takes the socket over."""
        with self._lock:
            self._watched.append(connection.dup())

    def _shut(self) -> None:
        self.over = True
        with self._lock:
            for handle in self._watched:
                with suppress(OSError):
                    handle.shutdown(socket.SHUT_RDWR)


def _connect(host: str, port: int, terms: Terms, deadline: _Deadline) -> socket.socket:
    """A connection to the first address of `host` that may be asked and answers. Raises SourceError."""
    found = _resolve(host, port, deadline)
    last: SourceError = ForbiddenPeerError("every address of it is private")
    for family, kind, protocol, _, address in found:
        if not may_ask(str(address[0]), "", loopback=terms.loopback):
            continue
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(deadline.left_s())
            connection.connect(address)
            peer, own = connection.getpeername()[0], connection.getsockname()[0]
        except OSError as error:
            connection.close()
            last = NoAnswerError(f"no connection: {error.strerror or type(error).__name__}")
            continue
        if not may_ask(peer, own, loopback=terms.loopback):
            connection.close()
            last = ForbiddenPeerError("the connected peer may not be asked")
            continue
        deadline.watch(connection)
        return connection
    raise last


def _resolve(host: str, port: int, deadline: _Deadline) -> list[Any]:
    """The addresses of `host`. A resolver that does not answer is left behind when the time is over."""
    found: list[Any] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    asking = threading.Thread(target=ask, name="resolve", daemon=True)
    asking.start()
    asking.join(deadline.left_s())
    deadline.left_s()
    if not found:
        raise UnknownHostError("the name does not resolve")
    return found


def _adapter(terms: Terms, deadline: _Deadline) -> HTTPAdapter:
    """An adapter whose every connection is made by `_connect`."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self._dns_host, self.port or 80, terms, deadline)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self._dns_host, self.port or 443, terms, deadline)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **named: Any) -> None:
            self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **named)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    return Adapter(max_retries=0)


def _ask(adapter: HTTPAdapter, url: str, terms: Terms, known: Known, deadline: _Deadline) -> requests.Response:
    headers = {
        "User-Agent": terms.user_agent,
        "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    try:
        prepared = requests.Request("GET", url, headers=headers).prepare()
        return adapter.send(prepared, stream=True, timeout=deadline.left_s(), verify=True, proxies={})
    except SourceError:
        raise
    except requests.exceptions.SSLError as error:
        deadline.left_s()
        raise BadCertificateError("the certificate does not hold") from error
    except (requests.exceptions.InvalidURL, requests.exceptions.MissingSchema, UnicodeError) as error:
        raise BadAddressError("not an address") from error
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        deadline.left_s()
        raise NoAnswerError(f"no answer: {type(error).__name__}") from error


def _read(answer: requests.Response, terms: Terms, deadline: _Deadline) -> Fetched:
    if answer.status_code == 304:
        return Fetched(data=None)
    if answer.status_code != 200:
        raise ErrorAnswerError(f"status {answer.status_code}", status=answer.status_code)
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", ""):  # only what we asked for: no chains, no other bombs
        raise BadCodingError("a coding that nobody asked for")
    data = bytearray()
    try:
        for piece in _unpacked(answer, packed="gzip" in coding, at_most=terms.bytes_at_most):
            deadline.left_s()
            data += piece
            if len(data) > terms.bytes_at_most:
                raise TooLargeError("too large", megabytes=terms.bytes_at_most // 1_000_000)
    except zlib.error as error:
        raise BadCodingError("not what it says it is packed with") from error
    except (HTTPError, requests.RequestException, ssl.SSLError, OSError, ValueError) as error:
        deadline.left_s()
        raise NoAnswerError(f"broke off: {type(error).__name__}") from error
    deadline.left_s()  # a connection that the timer shut looks like an ordinary end
    known = Known(
        etag=answer.headers.get("etag", "")[:400], last_modified=answer.headers.get("last-modified", "")[:100]
    )
    return Fetched(data=bytes(data), content_type=answer.headers.get("content-type", "")[:200], known=known)


def _unpacked(answer: requests.Response, *, packed: bool, at_most: int) -> Iterator[bytes]:
    """The body in pieces. Unpacking is bounded: a piece of 16 kB never becomes more than `at_most` and a byte."""
    opener = zlib.decompressobj(wbits=31) if packed else None
    for piece in answer.raw.stream(CHUNK, decode_content=False):
        yield opener.decompress(piece, at_most + 1) if opener else piece
    if opener is not None and not opener.eof:
        raise zlib.error("the packed body breaks off")
