"""The HTML twin: whole, escaped, and understood by machines."""

import re
from datetime import datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Link, PictureRef, Text
from cards.said import Moment
from cards.samples import samples, variants
from cards.telling import told
from cards.twin import twin
from cards.words import LANGUAGES

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
VOID = ("img",)


class Reader(HTMLParser):
    """Reads as a browser would, and complains where a browser would guess."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += f" {data}"


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


CARDS = {**samples(NOW), **variants(NOW)}


@pytest.mark.parametrize("name", sorted(CARDS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_has_a_whole_twin_in_every_language(name: str, language: str) -> None:
    card = CARDS[name]
    reader = read(twin(card, language, NOW, STOCKHOLM))
    spoken = told(card, language, NOW, STOCKHOLM).language
    assert reader.attributes["lang"][0] == spoken
    assert reader.attributes["dir"][0] == ("rtl" if spoken == "ar" else "ltr")
    assert reader.words.strip()
    if declared(card.kind).titled:
        assert reader.seen.count("h2") == 1
        assert card.text(spoken).title in reader.words


def test_a_time_is_told_to_machines() -> None:
    reader = read(twin(CARDS["event"], "sv", NOW, STOCKHOLM))
    assert reader.attributes["datetime"] == ["2026-11-28T18:00+01:00"]


@pytest.mark.parametrize("name", sorted(name for name in CARDS if CARDS[name].kind in ("notice", "alert", "event")))
def test_times_are_told_with_their_day_as_a_page_may_be_read_tomorrow(name: str) -> None:
    telling = told(CARDS[name], "sv", NOW, STOCKHOLM)
    moments = [part.text.lower() for part in telling.facts if isinstance(part, Moment)]
    assert moments
    assert [
        text for text in moments if re.search(r"\bi (dag|morgon|går)\b", text) or not re.search(r"\d\s(nov|dec)", text)
    ] == []


def test_what_goes_on_for_days_tells_each_day_once() -> None:
    start = datetime(2026, 11, 28, 8, 0, tzinfo=STOCKHOLM)
    facts = NoticeFacts(start=start, end=start + timedelta(days=2, hours=4))
    telling = told(msgspec.structs.replace(CARDS["notice"], facts=facts), "sv", NOW, STOCKHOLM)
    assert str(telling.facts[0].text).replace("\u00a0", " ") == "lördag 28 november 08.00 – måndag 30 november 12.00"


def test_a_welcome_names_the_language_of_every_greeting() -> None:
    reader = read(twin(CARDS["welcome"], "sv", NOW, STOCKHOLM))
    assert set(reader.attributes["lang"]) == set(CARDS["welcome"].texts)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=60))
def test_nothing_that_people_write_becomes_an_element(title: str, body: str, sender: str) -> None:
    hostile = msgspec.structs.replace(
        CARDS["news"], texts={"sv": Text(title=f"<b>{title}", body=f'"><script>{body}')}, sender=f"<img>{sender}"
    )
    reader = read(twin(hostile, "sv", NOW, STOCKHOLM))
    assert set(reader.seen) <= {"article", "p", "h2", "time", "footer", "a"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example/"])
def test_only_web_addresses_become_links(url: str) -> None:
    card = msgspec.structs.replace(CARDS["news"], link=Link(url=url, short="läs mer"))
    reader = read(twin(card, "sv", NOW, STOCKHOLM))
    assert "a" not in reader.seen
    assert "läs mer" in reader.words


def test_a_picture_is_shown_where_it_lies_and_told_where_it_does_not() -> None:
    picture = PictureRef(sha256="0" * 64, width_px=10, height_px=10, alt="Kören på scenen")
    card = msgspec.structs.replace(CARDS["event"], picture=picture)
    shown = read(twin(card, "sv", NOW, STOCKHOLM, picture_src="/bild/1.jpg"))
    assert (shown.attributes["src"], shown.attributes["alt"]) == (["/bild/1.jpg"], ["Kören på scenen"])
    assert "Kören på scenen" in read(twin(card, "sv", NOW, STOCKHOLM)).words


def test_the_level_of_the_heading_is_the_pages_own() -> None:
    assert "h3" in read(twin(CARDS["event"], "sv", NOW, STOCKHOLM, level=3)).seen


def test_an_empty_card_is_an_empty_article() -> None:
    card = Card(id="empty", version=1, facts=CARDS["news"].facts, texts={})
    assert "h2" not in read(twin(card, "sv", NOW, STOCKHOLM)).seen


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_its_facts(kind: str) -> None:
    telling = told(CARDS[kind], "sv", NOW, STOCKHOLM)
    assert telling.facts or telling.body or telling.sender


def test_facts_that_stand_under_a_word_are_one_list_of_terms() -> None:
    reader = read(twin(CARDS["event"], "sv", NOW, STOCKHOLM))
    assert reader.seen.count("dl") == 1
    assert reader.seen.count("dt") == reader.seen.count("dd") == 2
