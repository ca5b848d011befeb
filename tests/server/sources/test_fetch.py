"""The one fetcher: what it asks, what it refuses, and how long it waits."""

import gzip
import socket
import threading
import zlib
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from server.sources import errors
from server.sources.fetch import Known, Terms, check_address, fetch
from server.sources.peers import may_ask

HONEST = Terms(user_agent="Torget")


def test_an_answer_comes_with_its_marks(site: Any, terms: Terms) -> None:
    url = site.put(
        "/feed", b"<rss/>", ETag='"7"', Last_Modified="Tue, 24 Nov 2026 08:00:00 GMT", Content_Type="text/xml"
    )
    found = fetch(url, terms)
    assert (found.data, found.content_type) == (b"<rss/>", "text/xml")
    assert found.known == Known(etag='"7"', last_modified="Tue, 24 Nov 2026 08:00:00 GMT")


def test_we_say_who_we_are_and_bring_no_cookie(site: Any, terms: Terms) -> None:
    url = site.put("/feed", b"x", Set_Cookie="a=b")
    fetch(url, terms)
    fetch(url, terms)
    headers = site.asked[1][1]
    assert headers["User-Agent"] == "Torget/0 (Alvdala kommun; +http://localhost)"
    assert "Cookie" not in headers


def test_what_has_not_changed_is_not_sent_again(site: Any, terms: Terms) -> None:
    url = site.put("/feed", b"<rss/>", ETag='"7"')
    known = fetch(url, terms).known
    assert fetch(url, terms, known).data is None


def test_no_proxy_of_the_environment_is_used(site: Any, terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(site.put("/feed", b"x"), terms).data == b"x"


def test_a_packed_answer_is_unpacked(site: Any, terms: Terms, packed: Callable[[bytes], bytes]) -> None:
    assert fetch(site.put("/feed", packed(b"x" * 100_000), Content_Encoding="gzip"), terms).data == b"x" * 100_000


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503])
def test_an_error_is_told_with_its_number(site: Any, terms: Terms, status: int) -> None:
    with pytest.raises(errors.ErrorAnswerError) as caught:
        fetch(site.put("/feed", b"<rss/>", status), terms)
    assert caught.value.places == {"status": status}


# --- redirects ----------------------------------------------------------------------------------------------------


def test_three_redirects_are_followed_and_a_fourth_is_not(site: Any, terms: Terms) -> None:
    site.put("/end", b"here")
    for number in range(1, 5):
        site.put(f"/{number}", b"", 302, Location=f"/{number - 1}" if number > 1 else "/end")
    assert fetch(site.url + "/3", terms).data == b"here"
    with pytest.raises(errors.TooManyRedirectsError):
        fetch(site.url + "/4", terms)


@pytest.mark.parametrize(
    "where",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://[fd00::1]/",
    ],
)
def test_no_redirect_leads_inwards(site: Any, terms: Terms, where: str) -> None:
    with pytest.raises(errors.SourceError) as caught:
        fetch(site.put("/feed", b"", 302, Location=where), terms)
    assert isinstance(caught.value, errors.ForbiddenPeerError | errors.NoAnswerError | errors.UnknownHostError)


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://x.example/", "gopher://x.example/", "http://a@b.example/", "//"]
)
def test_no_redirect_leads_to_another_sort_of_address(site: Any, terms: Terms, where: str) -> None:
    with pytest.raises(errors.SourceError):
        fetch(site.put("/feed", b"", 302, Location=where), terms)


# --- inwards ------------------------------------------------------------------------------------------------------

INWARDS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",  # noqa: S104 - a form that leads inwards, not a place to listen
    "localhost",
    "localhost.",
    "LOCALHOST",
    "127.0.0.1.",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[fe80::1]",
    "[fc00::1]",
    "[ff02::1]",
    "10.0.0.1",
    "10.1",
    "167772161",
    "172.16.0.1",
    "192.168.0.1",
    "192.168.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "100.64.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127%2e0%2e0%2e1",
    "ⓛocalhost",
]


@pytest.mark.parametrize("host", INWARDS)
def test_no_spelling_of_an_inner_address_is_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not even a connection is tried: whoever watches the inner network sees nothing."""
    tried: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: tried.append(address))
    with pytest.raises(errors.SourceError):
        fetch(f"https://{host}/feed", msgspec.structs.replace(HONEST, total_s=2.0))
    assert tried == []


def test_a_name_that_leads_out_and_in_is_only_asked_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many addresses under one name, and one that changes between looking and connecting."""
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in ("127.0.0.1", "93.184.215.14")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_arguments, **_named: answers)
    tried: list[object] = []

    def connect(_self: object, address: object) -> None:
        tried.append(address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "getpeername", lambda _self: ("10.0.0.1", 443))
    with pytest.raises(errors.ForbiddenPeerError):
        fetch("https://two.example/", HONEST)
    assert tried == [("93.184.215.14", 443)]


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:2800:220:1::1", "2a00:1450:400f::1"])
def test_the_open_internet_may_be_asked_but_not_we_ourselves(address: str) -> None:
    assert may_ask(address, "192.0.2.7", loopback=False)
    assert not may_ask(address, address, loopback=False)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feed",
        "https://",
        "https:///feed",
        "https://a:b@host.example/",
        "https://host.example@127.0.0.1/",
        "https://host.example:8443/",
        "https://host.example:22/",
        "https://host.example:99999/",
        "https://host.example/a b",
        "https://host.example\\@127.0.0.1/",
        "https://host.example/\r\nHost: x",
        "https://[::1",
        "https://host.example/" + "a" * 2000,
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(errors.BadAddressError):
        check_address(url, HONEST)


def test_plain_http_is_for_sources_that_were_allowed_it() -> None:
    with pytest.raises(errors.PlainHttpRefusedError):
        check_address("http://host.example/feed", HONEST)
    check_address("http://host.example/feed", msgspec.structs.replace(HONEST, plain_http=True))


# --- slow, long, broken -------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("where", ["silent", "headers", "body"])
def test_a_byte_now_and_then_is_too_slow_in_all(
    where: str, site: Any, terms: Terms, stopwatch: Callable[[], float]
) -> None:
    def act(handler: Any) -> None:
        if where == "silent":
            site.stopping.wait(30)
        elif where == "headers":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            site.drip(handler, b"a")
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            site.drip(handler, b"a")

    begun = stopwatch()
    with pytest.raises(errors.TooSlowError):
        fetch(site.act("/slow", act), msgspec.structs.replace(terms, total_s=0.8))
    assert stopwatch() - begun < 2.0


@pytest.mark.slow
def test_a_slow_greeting_of_tls_is_too_slow_too(terms: Terms, stopwatch: Callable[[], float]) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    stopping = threading.Event()

    def drip() -> None:
        with listener.accept()[0] as other:
            other.recv(1000)
            try:
                other.sendall(b"\x16\x03\x03\x40\x00")
                while not stopping.wait(0.02):
                    other.sendall(b"a")
            except OSError:
                return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    begun = stopwatch()
    try:
        with pytest.raises(errors.SourceError):
            fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/", msgspec.structs.replace(terms, total_s=0.8))
        assert stopwatch() - begun < 2.0
    finally:
        stopping.set()
        listener.close()
        thread.join()


def test_an_endless_answer_is_cut(site: Any, terms: Terms) -> None:
    def act(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not site.stopping.is_set():
            handler.wfile.write(b"<rss>" * 10_000)

    with pytest.raises(errors.TooLargeError):
        fetch(site.act("/endless", act), terms)


@pytest.mark.slow
def test_a_gigabyte_that_was_packed_small_is_cut(site: Any, terms: Terms) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()
    assert len(bomb) < 1_500_000
    with pytest.raises(errors.TooLargeError):
        fetch(site.put("/bomb", bomb, Content_Encoding="gzip"), terms)


@pytest.mark.parametrize("coding", ["gzip, gzip", "deflate", "br", "zstd", "gzip,gzip,gzip,gzip,gzip,gzip"])
def test_codings_that_nobody_asked_for_are_refused(site: Any, terms: Terms, coding: str) -> None:
    with pytest.raises(errors.BadCodingError):
        fetch(site.put("/feed", gzip.compress(b"x"), Content_Encoding=coding), terms)


def test_what_says_that_it_is_packed_and_is_not_is_refused(site: Any, terms: Terms) -> None:
    with pytest.raises(errors.BadCodingError):
        fetch(site.put("/feed", b"<rss/>", Content_Encoding="gzip"), terms)
    with pytest.raises(errors.BadCodingError):
        fetch(site.put("/cut", gzip.compress(b"x" * 1000)[:-10], Content_Encoding="gzip"), terms)


def test_an_answer_that_breaks_off_is_no_answer(site: Any, terms: Terms) -> None:
    def act(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")
        handler.connection.shutdown(socket.SHUT_RDWR)

    with pytest.raises(errors.NoAnswerError):
        fetch(site.act("/cut", act), terms)


@pytest.mark.parametrize("junk", [b"", b"\0" * 100, b"HTTP/9 what\r\n\r\n", b"SSH-2.0-OpenSSH\r\n"])
def test_what_is_no_http_is_no_answer(site: Any, terms: Terms, junk: bytes) -> None:
    def act(handler: Any) -> None:
        handler.wfile.write(junk)
        handler.connection.shutdown(socket.SHUT_RDWR)

    with pytest.raises(errors.SourceError):
        fetch(site.act("/junk", act), terms)


def test_nobody_there_is_no_answer(terms: Terms) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(errors.NoAnswerError):
        fetch(f"http://127.0.0.1:{port}/", terms)


def test_a_foreign_certificate_is_refused(site: Any, terms: Terms) -> None:
    with pytest.raises(errors.SourceError):
        fetch(site.url.replace("http:", "https:") + "/", terms)


def test_every_connection_is_closed(site: Any, terms: Terms) -> None:
    before = set(threading.enumerate())
    for _ in range(5):
        fetch(site.put("/feed", b"x"), terms)
    assert not {thread for thread in threading.enumerate() if thread.name == "resolve"} - before
