"""The agenda: what is over leaves, what goes on says so, what is cancelled keeps its row."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cards.compose import laid_out
from cards.kinds.agenda.checks import check
from cards.kinds.agenda.coming import coming
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.agenda.said import said
from cards.model import Card, Municipality, Screen, Text
from cards.said import Pairs
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala kommun"})
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


def event(
    start: datetime, end: datetime | None = None, title: str = "Höstkonsert", *, off: bool = False
) -> AgendaEvent:
    return AgendaEvent(start=start, end=end, title=title, place="Folkets Hus", cancelled=off)


def card_of(*events: AgendaEvent, title: str = "") -> Card:
    return Card(id="vecka", version=1, facts=AgendaFacts(events=events), texts={"sv": Text(title=title)})


def sheet_of(*events: AgendaEvent, title: str = "", now: datetime = NOW) -> Sheet:
    return laid_out(card_of(*events, title=title), SCREEN, load_theme("alv"), now, "sv", {}, paint=False)


def texts(sheet: Sheet) -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in sheet.marks]


def test_events_stand_in_the_order_of_time_and_leave_at_their_end() -> None:
    first, second, over = event(at(28, 18)), event(at(27, 9)), event(at(26, 9), at(26, 11))
    facts = AgendaFacts(events=(first, over, second))
    assert coming(facts, NOW) == (second, first)
    assert coming(facts, at(26, 10)) == (over, second, first)


def test_an_event_without_an_end_stands_for_an_hour() -> None:
    facts = AgendaFacts(events=(event(at(26, 14)),))
    assert coming(facts, at(26, 14, 59))
    assert not coming(facts, at(26, 15))


def test_what_goes_on_says_until_when_and_holds_so_long() -> None:
    sheet = sheet_of(event(at(26, 14), at(26, 16)), event(at(28, 18)))
    assert "pågår till 16.00" in texts(sheet)
    assert sheet.valid_until == at(26, 16)


def test_today_is_called_today_on_its_block() -> None:
    assert {"I DAG", "26"} <= set(texts(sheet_of(event(at(26, 18)))))
    assert {"LÖR", "28"} <= set(texts(sheet_of(event(at(28, 18)))))


def test_a_cancelled_event_keeps_its_row_and_says_so() -> None:
    assert {"Höstkonsert", "Inställt", "18.00"} <= set(texts(sheet_of(event(at(28, 18), off=True))))


def test_the_headline_speaks_of_the_week_only_when_all_is_within_it() -> None:
    assert "Det händer" in texts(sheet_of(event(at(28, 18))))[1]
    near, far = texts(sheet_of(event(at(28, 18)))), texts(sheet_of(event(at(26, 18) + timedelta(days=20))))
    assert "i veckan" in " ".join(near)
    assert "i veckan" not in " ".join(far)
    assert "Läger" in texts(sheet_of(event(at(28, 18)), title="Läger"))


def test_five_events_stand_and_the_sixth_does_not() -> None:
    sheet = sheet_of(*(event(at(27 + index // 4, 10 + index)) for index in range(6)))
    assert sheet.rows == (5, 6)
    assert "rows" in sheet.dropped


def test_the_page_tells_days_in_full() -> None:
    rows = [part.rows for part in said(card_of(event(at(28, 18), at(28, 20))), "sv", NOW) if isinstance(part, Pairs)]
    [[(when, what)]] = rows
    assert when.replace("\u00a0", " ") == "Lördag 28 november 18.00–20.00"
    assert what == "Höstkonsert, Folkets Hus"


def test_checks_stop_an_agenda_that_is_empty_over_or_turned() -> None:
    def fields(card: Card) -> list[tuple[str, str]]:
        return [(finding.field, finding.severity) for finding in check(card, SCREEN, NOW)]

    assert fields(card_of()) == [("events", "stop")]
    assert fields(card_of(event(at(24, 18)))) == [("events", "stop")]
    assert fields(card_of(event(at(28, 18), at(28, 17)))) == [("events", "stop")]
    assert fields(card_of(event(at(28, 18), at(28, 19)))) == []
