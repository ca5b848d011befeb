"""A meeting that is sent: what the frame says before, while it connects, when the picture is lost, and afterwards."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.stream.checks import check
from cards.kinds.stream.facts import LONGEST, StreamFacts
from cards.kinds.stream.told import words_of
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.telling import told
from cards.themes import load_theme
from cards.words import LANGUAGES
from tests.cards.verdict import layout_faults

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
HOUR = timedelta(hours=1)
SIZES = (
    (1920, 1080), (1080, 1920), (1920, 540), (3840, 1080), (1080, 1080), (1024, 768),
    (3840, 2160), (1280, 720), (1366, 768), (1280, 800),
)  # fmt: skip
LOOKS = {name: made for name, made in {**samples(NOW), **variants(NOW)}.items() if made.kind == "stream"}


def screen(size: tuple[int, int] = (1920, 1080), inches: float = 55, metres: float = 3) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=town,
        width_px=size[0], height_px=size[1], inches=inches, distance_m=metres,
    )  # fmt: skip


def sheet_of(of: Card, on: Screen, language: str = "sv") -> Sheet:
    return laid_out(of, on, load_theme("alv"), NOW, language, {}, paint=False)


def seen(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_it_stands_on_every_shape(look: str, size: tuple[int, int], language: str) -> None:
    assert layout_faults(sheet_of(LOOKS[look], screen(size), language)) == []


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize(("inches", "metres"), [(43, 5), (75, 8)])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_far_away_it_is_told_when(look: str, inches: float, metres: float, size: tuple[int, int]) -> None:
    sheet = sheet_of(LOOKS[look], screen(size, inches, metres))
    assert layout_faults(sheet) == []
    assert "when" not in sheet.dropped


@pytest.mark.parametrize(
    ("start", "end", "reachable", "stage"),
    [
        (1, 3, True, "before"),
        (0, 3, True, "live"),
        (-1, 2, True, "live"),
        (-1, 2, False, "lost"),
        (1, 2, False, "before"),
        (-3, 0, True, "over"),
        (-3, None, True, "live"),
        (-7, None, True, "over"),
    ],
)
def test_the_clock_tells_how_far_it_is(start: float, end: float | None, reachable: bool, stage: str) -> None:
    facts = StreamFacts(start=NOW + start * HOUR, end=None if end is None else NOW + end * HOUR, reachable=reachable)
    assert facts.stage(NOW) == stage


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("stream", "Bilden kommer strax"),
        ("stream-before", "Vi börjar 18.00"),
        ("stream-lost", "Bilden är borta just nu"),
        ("stream-over", "Mötet är slut"),
    ],
)
def test_a_frame_without_a_picture_says_why(look: str, said: str) -> None:
    assert said in seen(sheet_of(LOOKS[look], screen()))


def test_the_picture_runs_only_while_the_meeting_does() -> None:
    assert sheet_of(LOOKS["stream"], screen()).moving is not None
    for look in ("stream-before", "stream-lost", "stream-over"):
        assert sheet_of(LOOKS[look], screen()).moving is None


def test_where_else_one_can_watch_stands_as_a_code() -> None:
    for look, label in (("stream-lost", "Se mötet i telefonen"), ("stream-over", "Se mötet i efterhand")):
        sheet = sheet_of(LOOKS[look], screen())
        assert [url for url, _ in sheet.codes] == ["https://alvdala.example/direkt"]
        assert label in seen(sheet)


def test_the_point_on_the_agenda_is_told_while_it_is_on() -> None:
    assert "Punkt 7: Budget för nästa år" in seen(sheet_of(LOOKS["stream"], screen()))
    assert "Punkt 7" not in seen(sheet_of(LOOKS["stream-before"], screen()))
    alone = msgspec.structs.replace(LOOKS["stream"], texts={"sv": Text(title="Direkt från nämnden")})
    assert "Punkt 7" in seen(sheet_of(alone, screen()))


def test_it_is_drawn_anew_when_it_begins_and_when_it_ends() -> None:
    begins = msgspec.structs.replace(LOOKS["stream"], facts=StreamFacts(start=NOW + HOUR, end=NOW + 2 * HOUR))
    assert sheet_of(begins, screen()).valid_until == NOW + HOUR
    ends = msgspec.structs.replace(LOOKS["stream"], facts=StreamFacts(start=NOW - HOUR, end=NOW + 2 * HOUR))
    assert sheet_of(ends, screen()).valid_until == NOW + 2 * HOUR
    open_end = msgspec.structs.replace(LOOKS["stream"], facts=StreamFacts(start=NOW - HOUR))
    assert sheet_of(open_end, screen()).valid_until == NOW - HOUR + LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", sorted(LOOKS))
def test_every_stage_has_words_in_every_language(look: str, language: str) -> None:
    facts = LOOKS[look].facts
    assert isinstance(facts, StreamFacts)
    said = words_of(facts, "", NOW, language)
    assert all(text.strip() and "{" not in text for text in (said.chip, said.screen, said.when, said.watch))


def test_its_twin_tells_that_the_picture_is_away() -> None:
    lost = told(LOOKS["stream-lost"], "sv", NOW, ZONE)
    assert lost.sort == "Direkt"
    assert "Bilden är borta just nu" in [getattr(part, "text", "") for part in lost.facts]


def test_its_checks_ask_for_an_end_and_a_place_to_watch() -> None:
    def found(card: Card) -> list[tuple[str, str]]:
        return [(each.field, each.severity) for each in check(card, screen(), NOW)]

    card = LOOKS["stream"]
    assert found(card) == []
    assert found(msgspec.structs.replace(card, link=None)) == [("link", "look")]
    assert found(msgspec.structs.replace(card, facts=StreamFacts(start=NOW))) == [("end", "look")]
    backwards = StreamFacts(start=NOW, end=NOW - HOUR)
    assert found(msgspec.structs.replace(card, facts=backwards)) == [("end", "stop")]
    assert found(LOOKS["stream-over"]) == [("start", "look")]
