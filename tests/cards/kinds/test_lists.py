"""Agenda, room board, departures, posts and tips: legible on every screen, whatever stands in their rows."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.colours import contrast, rgb
from cards.compose import compose, laid_out
from cards.errors import CardError
from cards.geometry import Box
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.declared import declared
from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.kinds.facts import Facts
from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.phrases import phrase
from cards.kinds.rooms.facts import Booking, RoomsFacts
from cards.kinds.tips.facts import Tip, TipsFacts
from cards.model import Card, Link, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme
from cards.words import LANGUAGES
from tests.cards.verdict import layout_faults

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
KINDS = ("agenda", "rooms", "departures", "jobs", "tips")
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun", "fi": "Älvdalan kunta", "ar": "بلدية ألفدالا"})
# Width, height, inches, distance in metres.
SCREENS = {
    "landscape": (1920, 1080, 55, 3),
    "portrait": (1080, 1920, 43, 2),
    "bar": (1920, 540, 37, 2.5),
    "wide-bar": (3840, 1080, 49, 2),
    "square": (1080, 1080, 40, 2.5),
    "old": (1024, 768, 40, 2.5),
    "uhd": (3840, 2160, 65, 4),
    "projector": (1280, 720, 60, 3),
    "laptop": (1366, 768, 40, 2.5),
    "tablet": (1280, 800, 40, 2.5),
    "far": (1920, 1080, 43, 5),
    "hall": (1920, 1080, 75, 8),
}
COMPOUND = "Flaggstångsknoppsförgyllningsmästarkursen"
WORDS = (
    COMPOUND,
    "Dricksvattenförsörjningsanläggningskonsult",
    "Lentokonesuihkuturbiinimoottoriapumekaanikko",
    "اجتماع إعلامي حول تجديد المدرسة",
    "Інформаційна зустріч щодо реконструкції школи",
    "Informationsmöte om renoveringen av gymnastikhallen",
    "Höstkonsert med Älvdala manskör",
    "LAN",
    "Å",
)
SHORT = (*WORDS[5:], "")


def screen(name: str, *languages: str) -> Screen:
    """A screen in the library by the name of its shape."""
    width, height, inches, metres = SCREENS[name]
    return Screen(
        id="bib",
        name="Entrén",
        place="Biblioteket",
        municipality=TOWN,
        width_px=int(width),
        height_px=int(height),
        inches=float(inches),
        distance_m=float(metres),
        languages=languages or ("sv",),
    )


def sheet_of(card: Card, on: Screen, language: str = "sv", now: datetime = NOW) -> Sheet:
    """The card laid out, not painted."""
    return laid_out(card, on, load_theme("alv"), now, language, {}, paint=False)


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_list_stands_on_every_screen(kind: str, shape: str) -> None:
    sheet = sheet_of(samples(NOW)[kind], screen(shape))
    assert layout_faults(sheet) == []
    assert sheet.rows is None or sheet.rows[0] >= 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["landscape", "portrait", "bar", "square"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_list_speaks_every_language(kind: str, shape: str, language: str) -> None:
    card = samples(NOW)[kind]
    sheet = sheet_of(card, screen(shape), language)
    assert layout_faults(sheet) == []
    assert sheet.language == language


@pytest.mark.parametrize("shape", SCREENS)
def test_every_look_of_a_list_is_legible(shape: str) -> None:
    for name, card in variants(NOW).items():
        if card.kind in KINDS:
            language = next(iter(card.texts))
            assert layout_faults(sheet_of(card, screen(shape), language)) == [], name


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_has_its_phrases_in_all_languages(kind: str) -> None:
    assert set(declared(kind).words) == set(LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_drawn_the_same_twice(kind: str) -> None:
    card, on, theme = samples(NOW)[kind], screen("projector"), load_theme("alv")
    first, second = (compose(card, on, theme, NOW, "sv", {}) for _ in range(2))
    assert first.rgb == second.rgb


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_list_says_so(kind: str) -> None:
    card = msgspec.structs.replace(samples(NOW)[kind], facts=EMPTY[kind])
    sheet = sheet_of(card, screen("landscape"))
    assert layout_faults(sheet) == []
    none = phrase(kind, "none", "sv").replace("\u00a0", " ")
    assert none in " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shape", ["landscape", "portrait", "square", "bar"])
def test_the_longest_compound_is_parted_not_shrunk(kind: str, shape: str) -> None:
    card = msgspec.structs.replace(samples(NOW)[kind], facts=made(kind, [COMPOUND] * 3))
    sheet = sheet_of(card, screen(shape))
    assert layout_faults(sheet) == []
    assert any(mark.text.endswith("-") or mark.text == COMPOUND for mark in sheet.marks)


EMPTY: dict[str, Facts] = {
    "agenda": AgendaFacts(),
    "rooms": RoomsFacts(),
    "departures": DeparturesFacts(stop="Biblioteket"),
    "jobs": JobsFacts(),
    "tips": TipsFacts(),
}


def made(kind: str, words: list[str], other: str = "Biblioteket", minutes: int = 20, off: bool = False) -> Facts:
    """Facts of `kind` with a row for each of `words`."""
    ahead = [NOW + timedelta(minutes=minutes + 7 * index) for index in range(len(words))]
    rows = list(zip(ahead, words, strict=True))
    makers: dict[str, Callable[[], Facts]] = {
        "agenda": lambda: AgendaFacts(
            events=tuple(AgendaEvent(start=at, title=word, place=other, cancelled=off) for at, word in rows)
        ),
        "rooms": lambda: RoomsFacts(
            house="Kommunhuset",
            bookings=tuple(
                Booking(start=at, end=at + timedelta(hours=1), room="Björken", title=word, who=other, cancelled=off)
                for at, word in rows
            ),
        ),
        "departures": lambda: DeparturesFacts(
            stop="Biblioteket",
            source="Trafiklab.se",
            departures=tuple(Departure(line="53", destination=word, at=at, cancelled=off) for at, word in rows),
        ),
        "jobs": lambda: JobsFacts(jobs=tuple(Job(title=word, place=other, last_day=at.date()) for at, word in rows)),
        "tips": lambda: TipsFacts(tips=tuple(Tip(title=word, author="Elin Vargbäck", why=other) for _, word in rows)),
    }
    return makers[kind]()


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(KINDS),
    shape=st.sampled_from(sorted(SCREENS)),
    language=st.sampled_from(["sv", "fi", "ar", "uk", "se"]),
    words=st.lists(st.sampled_from(WORDS), max_size=20),
    title=st.sampled_from(SHORT),
    other=st.sampled_from((*WORDS, "")),
    sender=st.sampled_from(("Älvdala kommun", "Kultur- och fritidsförvaltningen", "")),
    minutes=st.integers(-200, 9000),
    off=st.booleans(),
    linked=st.booleans(),
)
def test_no_row_breaks_a_list(
    kind: str,
    shape: str,
    language: str,
    words: list[str],
    title: str,
    other: str,
    sender: str,
    minutes: int,
    off: bool,
    linked: bool,
) -> None:
    card = Card(
        id=f"x-{kind}",
        version=1,
        facts=made(kind, words, other, minutes, off),
        texts={language: Text(title=title)},
        sender=sender,
        link=Link(url="https://alvdala.example/va1", short="alvdala.example/va1") if linked else None,
    )
    try:
        sheet = sheet_of(card, screen(shape), language)
    except CardError:
        return
    assert layout_faults(sheet) == []


@pytest.mark.parametrize("shape", ["landscape", "bar", "hall"])
def test_the_ring_over_a_first_post_stays_inside(shape: str) -> None:
    card = samples(NOW)["jobs"]
    posts = JobsFacts(jobs=(Job(title="Åkeriansvarig på Älvbergsskolan i Norrbyn"), *(Job(title="Vikarie"),) * 4))
    sheet = laid_out(
        msgspec.structs.replace(card, facts=posts), screen(shape), load_theme("alv"), NOW, "sv", {}, paint=False
    )
    first = next(mark for mark in sheet.marks if mark.text.startswith("Å"))
    assert first.box.top >= sheet.safe.top - 1


@pytest.mark.parametrize("theme", ["alv", "skog", "kontrast", "ungdom"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_sender_is_read_on_the_land_in_every_theme(kind: str, theme: str) -> None:
    card = msgspec.structs.replace(samples(NOW)[kind], sender="Älvdala")
    sheet = laid_out(card, screen("landscape"), load_theme(theme), NOW, "sv", {})
    mark = next(mark for mark in sheet.marks if mark.text == "Älvdala")
    beside = Box(mark.box.left - 12, mark.box.top, mark.box.left - 6, mark.box.bottom)
    assert contrast(rgb(mark.ink), sheet.ground_at(beside)) >= 4.5
