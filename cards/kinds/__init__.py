"""The kinds of card, each in a folder of its own: facts, layouts, sample.

This module knows only the facts, so that a manifest is decoded without loading a font or a drawing library. Who draws
asks `cards.kinds.<kind>.layout` through `cards.compose`.
"""

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.clock.facts import ClockFacts
from cards.kinds.event.facts import EventFacts
from cards.kinds.hours.facts import HoursFacts
from cards.kinds.house.facts import HouseFacts
from cards.kinds.menu.facts import MenuFacts
from cards.kinds.news.facts import NewsFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.picture.facts import PictureFacts
from cards.kinds.question.facts import QuestionFacts
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.welcome.facts import WelcomeFacts

Facts = (
    EventFacts
    | NoticeFacts
    | AlertFacts
    | NewsFacts
    | QuestionFacts
    | AnswerFacts
    | MenuFacts
    | HoursFacts
    | WeatherFacts
    | ClockFacts
    | WelcomeFacts
    | PictureFacts
    | HouseFacts
    | PairingFacts
)

KINDS: tuple[str, ...] = tuple(str(facts.__struct_config__.tag) for facts in Facts.__args__)
"""Every kind's name, in the order of the union."""


def kind_of(facts: Facts) -> str:
    """The name of the kind that `facts` belong to."""
    return str(facts.__struct_config__.tag)
