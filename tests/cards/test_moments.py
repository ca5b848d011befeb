"""Cards in time: the stage of a work, the words of a day, and how long a drawing stays true."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import compose, laid_out
from cards.errors import ThemeError
from cards.kinds.event.facts import EventFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.stage import Stage, stage_of
from cards.model import Card, Screen
from cards.themes import Theme, check_theme, load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
START = datetime(2026, 11, 27, 8, tzinfo=STOCKHOLM)
END = START + timedelta(hours=4)


def shown(card: Card, screen: Screen, theme: Theme, now: datetime) -> str:
    sheet = laid_out(card, screen, theme, now, "sv", {}, paint=False)
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("moment", "over", "stage"),
    [
        (START - timedelta(days=2), None, Stage.PLANNED),
        (START - timedelta(hours=8, seconds=1), None, Stage.TOMORROW),
        (START - timedelta(hours=8), None, Stage.TODAY),
        (START - timedelta(seconds=1), None, Stage.TODAY),
        (START, None, Stage.GOING_ON),
        (END - timedelta(seconds=1), None, Stage.GOING_ON),
        (END, None, Stage.LATE),
        (END + timedelta(days=9), None, Stage.LATE),
        (END, END, Stage.OVER),
        (START + timedelta(hours=1), START + timedelta(minutes=30), Stage.OVER),
    ],
)
def test_a_work_has_the_stage_of_its_times(moment: datetime, over: datetime | None, stage: Stage) -> None:
    assert stage_of(NoticeFacts(start=START, end=END, over=over), moment) is stage


def test_a_work_without_an_end_is_never_late() -> None:
    assert stage_of(NoticeFacts(start=START), END + timedelta(days=30)) is Stage.GOING_ON


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(days=9), ("Planerat arbete", "27 november")),
        (timedelta(days=1), ("Planerat arbete i morgon", "I morgon 08.00–12.00")),
        (timedelta(hours=2), ("Planerat arbete i dag", "I dag 08.00–12.00")),
        (-timedelta(hours=1), ("Arbete pågår", "Beräknas klart i dag 12.00")),
        (-timedelta(hours=5), ("Arbetet drar ut på tiden", "Skulle ha varit klart i dag 12.00")),
    ],
)
def test_a_notice_says_where_the_work_stands(
    before: timedelta,
    words: tuple[str, str],
    cards: dict[str, Card],
    screen: Callable[[str], Screen],
    theme: Theme,
) -> None:
    said = shown(cards["notice"], screen("landscape"), theme, START - before)
    assert all(word.replace(" ", "") in said.replace(" ", "") for word in words), said


def test_a_finished_work_thanks(cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme) -> None:
    facts = msgspec.structs.replace(cards["notice"].facts, over=END)
    card = msgspec.structs.replace(cards["notice"], facts=facts)
    said = shown(card, screen("landscape"), theme, END + timedelta(hours=1))
    assert "Klart" in said
    assert "Planerat" not in said


def test_a_cancelled_event_says_so(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    facts = msgspec.structs.replace(cards["event"].facts, cancelled=True)
    said = shown(msgspec.structs.replace(cards["event"], facts=facts), screen("landscape"), theme, now)
    assert said.count("Inställt") == 2


def test_an_open_exhibition_says_until_when(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    facts = EventFacts(start=now - timedelta(days=3), place="Biblioteket", until=now + timedelta(days=18))
    card = msgspec.structs.replace(cards["event"], facts=facts)
    assert "14 december" in shown(card, screen("landscape"), theme, now)


def test_a_drawing_holds_until_midnight_or_the_next_change(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    at = screen("projector")
    midnight = datetime(2026, 11, 27, tzinfo=STOCKHOLM)
    assert compose(cards["event"], at, theme, now, "sv", {}).valid_until == midnight
    morning = START - timedelta(hours=1)
    assert compose(cards["notice"], at, theme, morning, "sv", {}).valid_until == START
    assert compose(cards["notice"], at, theme, START, "sv", {}).valid_until == END


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 28, 23, tzinfo=STOCKHOLM), datetime(2026, 10, 24, 23, tzinfo=STOCKHOLM)]
)
def test_midnight_is_right_over_a_clock_change(
    day: datetime, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme
) -> None:
    picture = compose(cards["house"], screen("projector"), theme, day + timedelta(hours=2), "sv", {})
    assert (picture.valid_until.hour, picture.valid_until.minute) == (0, 0)
    assert picture.valid_until > day


def test_a_screen_with_reduced_motion_gets_a_still_card(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    still = msgspec.structs.replace(screen("projector"), reduced_motion=True)
    picture = compose(cards["event"], still, theme, now, "sv", {})
    assert (picture.settle_px, picture.drift) == (0, False)


def test_a_theme_that_cannot_be_read_is_refused(theme: Theme) -> None:
    pale = msgspec.structs.replace(theme.colours("event"), ink="#C8B98A")
    with pytest.raises(ThemeError, match="ThemeError"):
        check_theme(msgspec.structs.replace(theme, kinds=theme.kinds | {"event": pale}))


@pytest.mark.parametrize("name", ["okänt", "../alv", "", "alv.toml"])
def test_an_unknown_theme_is_refused(name: str) -> None:
    with pytest.raises(ThemeError):
        load_theme(name)
