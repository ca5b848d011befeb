"""Reading feeds: honest ones as they are found, and hostile ones in every coat."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from server.sources import errors, reading
from server.sources.errors import SourceError
from server.sources.feeds import ITEMS_AT_MOST, Feed, first_sentence, headline, plain, read_feed
from server.sources.reading import read_in_child

URL = "https://www.alvdala.example/feed"
Rss = Callable[..., bytes]
MakeItem = Callable[..., str]


def read(data: bytes, content_type: str = "") -> Feed:
    return read_feed(data, content_type, URL)


# --- honest feeds -------------------------------------------------------------------------------------------------


def test_the_feed_of_a_municipality_is_read(shared: Path) -> None:
    feed = read((shared / "samples/feeds/constructed/sitevision-news.rss.xml").read_bytes())
    assert len(feed.items) == 3
    first = feed.items[0]
    assert first.title == "Skidspåret runt Kyrkberget är öppet"
    assert first.sentence == "Fem kilometer med belysning till klockan 22."
    assert first.link.startswith("https://www.alvdala.example/nyheter/")
    assert first.published == datetime(2026, 11, 24, 8, 15, tzinfo=UTC)
    assert all(len(item.title) <= 60 for item in feed.items)
    assert feed.items[1].title.endswith("jul & nyår")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("rss/wordpress-newsfeed.rss.xml", 2),
        ("rss/met-norway-metalerts.rss.xml", 35),
        ("lunch/skolmaten-ede-skola.rss.xml", 5),
        ("cap/weather.atom", 1),
    ],
)
def test_every_sample_is_read(shared: Path, name: str, count: int) -> None:
    feed = read((shared / "samples/feeds" / name).read_bytes())
    assert len(feed.items) == count
    assert all(item.title and "<" not in item.title + item.sentence for item in feed.items)


def test_the_newest_comes_first(rss: Rss, item: MakeItem) -> None:
    old = item("Gammal", "https://a.example/1", more="<pubDate>Mon, 01 Jan 2024 08:00:00 +0100</pubDate>")
    new = item("Ny", "https://a.example/2", more="<pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate>")
    assert [found.title for found in read(rss(old, new)).items] == ["Ny", "Gammal"]


def test_an_item_is_known_by_guid_else_link_else_title_and_date(rss: Rss, item: MakeItem) -> None:
    def key(*arguments: str, **named: str) -> str:
        return read(rss(item(*arguments, **named))).items[0].key

    assert key("A", "https://a.example/1", more="<guid>g</guid>") == key(
        "B", "https://a.example/2", more="<guid>g</guid>"
    )
    assert key("A", "https://a.example/1") == key("B", "https://a.example/1")
    assert key("A", "https://a.example/1") != key("A", "https://a.example/2")
    day = "<pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate>"
    assert key("A", "", more=day) == key("A", "", "andra ord", more=day)
    assert key("A", "", more=day) != key("A", "")


def test_the_same_item_twice_in_one_feed_is_one(rss: Rss, item: MakeItem) -> None:
    assert len(read(rss(item("A"), item("A igen"))).items) == 1


def test_an_edit_where_it_stands_changes_the_hash_and_not_the_key(rss: Rss, item: MakeItem) -> None:
    before, after = read(rss(item("A"))).items[0], read(rss(item("A, ändrad"))).items[0]
    assert before.key == after.key
    assert before.content_hash != after.content_hash


def test_an_item_without_a_title_takes_its_first_sentence(rss: Rss, item: MakeItem) -> None:
    feed = read(rss(item("", text="Vattnet är tillbaka. Spola kallt."), item("", "https://a.example/2")))
    assert [found.title for found in feed.items] == ["Vattnet är tillbaka."]
    assert feed.skipped == 1


def test_links_are_absolute_and_only_of_the_web(rss: Rss, item: MakeItem) -> None:
    links = ["/nyheter/1", "javascript:alert(1)", "data:text/html,x", "https://a:b@c.example/", "ftp://a.example/x"]
    found = [read(rss(item("A", link))).items[0].link for link in links]
    assert found == ["https://www.alvdala.example/nyheter/1", "", "", "", ""]


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Jul &amp; nyår", "Jul & nyår"),
        ("Jul &amp;amp; nyår", "Jul &amp; nyår"),  # decoded once, and no more
        ("Kaffe &lt;b&gt;", "Kaffe <b>"),
        ("<p>Ett.</p><p>Två.</p>", "Ett. Två."),
        ("Rad<br/>rad", "Rad rad"),
        ("<script>alert(1)</script>Hej<style>p{}</style>", "Hej"),
        ("<img src=x onerror=alert(1)>Hej", "Hej"),
        ("a\u202egnp.exe\u0000\u200b", "agnp.exe"),
        ("AT&T", "AT&T"),
        ("3 < 5", "3 < 5"),
    ],
)
def test_markup_becomes_plain_text(markup: str, expected: str) -> None:
    assert plain(markup) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kort rubrik", "Kort rubrik"),
        ("x" * 60, "x" * 60),
        (
            "Vattnet stängs av på Strandvägen: vi byter en ventil och räknar med att vara klara till lunch",
            "Vattnet stängs av på Strandvägen",
        ),
        (
            "Ny gång- och cykelväg mellan Kyrkberget och Norrbyn öppnas av kommunstyrelsen",
            "Ny gång- och cykelväg mellan Kyrkberget och Norrbyn…",
        ),
        ("x" * 80, "x" * 59 + "…"),
    ],
)
def test_a_headline_has_at_most_sixty_signs(title: str, expected: str) -> None:
    assert headline(title) == expected
    assert len(headline(title)) <= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fem kilometer. Parkera vid ishallen.", "Fem kilometer."),
        ("Vi öppnar kl. 10 på lördag. Välkommen!", "Vi öppnar kl. 10 på lördag."),
        ("Öppet till klockan 22. Parkera vid ishallen.", "Öppet till klockan 22."),
        ("Utan punkt", "Utan punkt"),
        ("", ""),
        ("En nyhet […]", "En nyhet"),
        ("Är det klart? Ja.", "Är det klart?"),
    ],
)
def test_one_sentence_is_taken(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


def test_a_sentence_without_end_is_cut_at_a_word() -> None:
    found = first_sentence("ord " * 200)
    assert len(found) <= 170
    assert found.endswith("ord…")


# --- codings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("coding", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_codings_of_feeds_are_read(rss: Rss, item: MakeItem, coding: str, declared: str) -> None:
    text = rss(item("Å ä Ö – nu")).decode().replace("UTF-8", declared)
    text = text if coding != "latin-1" else text.replace("–", "-")
    assert read(text.encode(coding)).items[0].title.startswith("Å ä Ö")


def test_what_says_utf_8_and_is_not_is_read_all_the_same(rss: Rss, item: MakeItem) -> None:
    assert read(rss(item("Å ä Ö")).decode().encode("latin-1")).items[0].title == "Å ä Ö"


@pytest.mark.parametrize(
    "name", ["UTF-7", "UTF-32", "EBCDIC-CP-SE", "ISO-2022-JP", "utf-16", "rot13", "unicode_escape", "zip"]
)
def test_other_codings_are_refused(rss: Rss, item: MakeItem, name: str) -> None:
    with pytest.raises(errors.UnknownEncodingError):
        read(rss(item("A")).replace(b"UTF-8", name.encode()))


# --- hostile feeds ------------------------------------------------------------------------------------------------

BOMB = """<?xml version="1.0" encoding="{coding}"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE rss SYSTEM "file:///etc/passwd" [ <!ENTITY % x SYSTEM "http://127.0.0.1/"> %x; ]>
<rss><channel><item><title>x</title></item></channel></rss>"""


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("text", [BOMB, OUTSIDE], ids=["bomb", "outside"])
def test_entities_are_refused_in_every_coat(text: str, coding: str) -> None:
    with pytest.raises(SourceError):
        read(
            text.replace("{coding}", coding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")).encode(coding)
        )


@pytest.mark.parametrize("coding", ["utf-7", "cp500", "utf-32"])
def test_a_coat_that_we_cannot_read_through_is_refused(coding: str) -> None:
    with pytest.raises(SourceError):
        read(BOMB.replace("{coding}", coding).encode(coding))


def test_the_public_bombs_are_refused(shared: Path) -> None:
    files = sorted(path for path in (shared / "corpora/xml").rglob("*.xml"))
    assert len(files) >= 8
    for file in files:
        with pytest.raises(SourceError):
            read(file.read_bytes())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyFeedError),
        (b" \n\0\t", errors.EmptyFeedError),
        (b"<!doctype html><html><body>Logga in</body></html>", errors.WebPageError),
        (b"<html><head><title>RSS</title></head></html>", errors.WebPageError),
        (b"Not found", errors.NotAFeedError),
        (b'{"alerts": []}', errors.NotAFeedError),
        (b"BEGIN:VCALENDAR\r\n", errors.NotAFeedError),
        (b"%PDF-1.7", errors.NotAFeedError),
        (b"\x89PNG\r\n\x1a\n\0\0", errors.NotAFeedError),
        (b"<?xml version='1.0'?><kml/>", errors.NotAFeedError),
    ],
)
def test_what_is_no_feed_says_what_it_is(data: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error):
        read(data)


def test_a_feed_of_nothing_is_an_honest_feed(rss: Rss) -> None:
    assert read(rss()).items == ()


@pytest.mark.slow
def test_no_more_than_five_hundred_items_are_read(rss: Rss, item: MakeItem) -> None:
    data = rss(*(item(f"Nyhet {number}", f"https://a.example/{number}") for number in range(3000)))
    assert len(read(data).items) == ITEMS_AT_MOST


LONG = {
    "a title": "<item><title>" + "B" * 2_000_000 + "</title></item>",
    "a text": "<item><title>A</title><description>" + "&lt;" * 500_000 + "</description></item>",
    "depth": "<item><title>A</title>" + "<x>" * 50_000 + "</x>" * 50_000 + "</item>",
    "depth without end": "<item><title>A</title>" + "<x>" * 50_000,
    "open brackets": "<item><title>A</title>" + "<" * 200_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_depth_and_length_cost_little(name: str, rss: Rss, stopwatch: Callable[[], float]) -> None:
    begun = stopwatch()
    assert len(read(rss(LONG[name])).items) == 1
    assert stopwatch() - begun < 5


@pytest.mark.slow
def test_a_feed_that_would_take_for_ever_is_given_up(
    rss: Rss, stopwatch: Callable[[], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = " ".join(f'a{number}="b"' for number in range(400_000))
    begun = stopwatch()
    with pytest.raises(errors.NotAFeedError):
        read_in_child(rss(f"<item {attributes}><title>A</title></item>"), "", URL, wall_s=2.0)
    assert stopwatch() - begun < 4


def test_a_child_reads_what_we_read_and_refuses_what_we_refuse(rss: Rss, item: MakeItem) -> None:
    data = rss(item("Å ä Ö", text="&lt;b&gt;Hej&lt;/b&gt;"))
    assert read_in_child(data, "text/xml", URL) == read(data)
    with pytest.raises(errors.HostileXmlError):
        read_in_child(BOMB.replace("{coding}", "utf-8").encode(), "", URL)


@pytest.mark.parametrize("out", ["", "null", "{}", '{"feed": 1}', '{"refused": "__builtins__"}', '{"refused": "N_"}'])
def test_a_child_that_was_taken_over_is_not_believed(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "reader.py"
    script.write_text(f"import sys\nsys.stdin.buffer.read()\nprint({out!r}, end='')\n", encoding="utf-8")
    monkeypatch.setattr(reading, "READER", script)
    with pytest.raises(errors.NotAFeedError):
        read_in_child(b"<rss/>", "", URL)


@pytest.mark.slow
@pytest.mark.faults
def test_mutants_of_feeds_are_read_or_refused(shared: Path) -> None:
    random = Random(20261124)
    whole = [path.read_bytes() for path in sorted((shared / "samples/feeds").rglob("*.xml"))]
    for number in range(400):
        raw = bytearray(whole[number % len(whole)][:20_000])
        for _ in range(random.randint(1, 20)):
            at = random.randrange(len(raw))
            raw[at : at + random.randint(0, 3)] = random.choice(
                (b"<", b">", b"&", b"]]>", b"<!--", b"\xff", b"\0", b"")
            )
        with contextlib.suppress(SourceError):
            assert all(len(found.title) <= 60 for found in read(bytes(raw)).items)
