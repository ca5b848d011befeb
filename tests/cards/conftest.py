"""Cards, screens and a moment for the tests of `cards`."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.event.facts import EventFacts
from cards.kinds.house.facts import HouseFacts
from cards.kinds.news.facts import NewsFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Link, Municipality, Screen, Text
from cards.themes import Theme, load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TOWN = Municipality(
    id="alvdala",
    names={"sv": "Älvdala kommun", "fi": "Älvdalan kunta", "en": "Älvdala Municipality", "ar": "بلدية ألفدالا"},
    address="alvdala.example",
)
# Width, height, inches, distance in metres.
SCREENS = {
    "landscape": (1920, 1080, 55, 3),
    "portrait": (1080, 1920, 43, 2),
    "far": (1920, 1080, 65, 5),
    "hall": (1920, 1080, 75, 8),
    "uhd": (3840, 2160, 65, 4),
    "projector": (1280, 720, 60, 3),
    "laptop": (1366, 768, 40, 2.5),
    "old": (1024, 768, 40, 2.5),
    "square": (1080, 1080, 40, 2.5),
    "bar": (1920, 540, 37, 2.5),
}
LINK = Link(url="https://alvdala.example/va1", short="alvdala.example/va1")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=STOCKHOLM)


CARDS = {
    "event": Card(
        id="kor",
        version=1,
        facts=EventFacts(start=at(28, 18), end=at(28, 20), place="Folkets Hus, stora salen", price="fri entré"),
        texts={
            "sv": Text(title="Höstkonsert med Älvdala manskör", body="Kaffe och våfflor i pausen."),
            "ar": Text(title="مقهى اللغة كل يوم ثلاثاء", body="تحدثوا السويدية واشربوا القهوة."),
            "uk": Text(title="Осінній концерт чоловічого хору", body="Кава та вафлі в антракті."),
            "se": Text(title="Lihkku sámi álbmotbeivviin!"),
            "fi": Text(title="Syyskonsertti", body="Kahvia ja vohveleita."),
            "fit": Text(title="Satustunti meänkielelä"),
            "en": Text(title="Autumn concert with the men's choir", body="Coffee and waffles in the interval."),
        },
        sender="Älvdala manskör",
        partner="Älvdala kommun",
        link=LINK,
    ),
    "notice": Card(
        id="vatten",
        version=1,
        facts=NoticeFacts(start=at(27, 8), end=at(27, 12), areas=("Strandvägen", "Kyrkogatan"), why="Byte av ventil"),
        texts={"sv": Text(title="Vattnet stängs av på Strandvägen", advice="Tappa upp vatten redan i kväll.")},
        sender="Vatten och avlopp",
        link=LINK,
    ),
    "alert": Card(
        id="koka",
        version=1,
        facts=AlertFacts(area="Norrbyn", since=at(26, 14, 20)),
        texts={"sv": Text(title="Koka dricksvattnet i Norrbyn", body="Gäller alla med kommunalt vatten.")},
        sender="Räddningstjänsten",
        link=LINK,
    ),
    "news": Card(
        id="nytt",
        version=1,
        facts=NewsFacts(),
        texts={
            "sv": Text(title="Nya skidspåret runt Kyrkberget är öppet", body="Fem kilometer med belysning till 22.")
        },
        link=LINK,
        valid_until=at(30, 23),
    ),
    "question": Card(
        id="bad",
        version=1,
        facts=QuestionFacts(
            options=("Toalett", "Brygga", "Ramp för rullstol"), answers_so_far=87, answer_by=date(2026, 12, 12)
        ),
        texts={"sv": Text(title="Vad saknar du mest vid badplatsen?")},
        link=LINK,
    ),
    "answer": Card(
        id="svar",
        version=1,
        facts=AnswerFacts(answered=date(2026, 11, 24), department="Gata och park"),
        texts={"sv": Text(title="Varför är gatlyktorna släckta på morgonen?", body="Strömställaren är lagad. Tack!")},
    ),
    "pairing": Card(
        id="ny",
        version=1,
        facts=PairingFacts(code="K7M4QX", address="torget.alvdala.example", expires=at(26, 14, 42)),
        texts={},
        link=Link(url="https://torget.alvdala.example/k/K7M4QX"),
    ),
    "house": Card(id="hus", version=1, facts=HouseFacts(), texts={}),
}


@pytest.fixture(scope="session")
def now() -> datetime:
    """Thursday 26 November 2026, 14.32 in Stockholm."""
    return datetime(2026, 11, 26, 13, 32, tzinfo=UTC)


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("alv")


@pytest.fixture(scope="session")
def cards() -> dict[str, Card]:
    return CARDS


@pytest.fixture(scope="session")
def screen() -> Callable[[str], Screen]:
    """A screen by the name of its shape."""

    def made(name: str) -> Screen:
        width, height, inches, distance = SCREENS[name]
        return Screen(
            id="bib-entre",
            name="Entrén",
            place="Biblioteket",
            municipality=TOWN,
            width_px=int(width),
            height_px=int(height),
            inches=float(inches),
            distance_m=float(distance),
        )

    return made
