"""Sample opening hours: the library's week, with one day that differs."""

from datetime import datetime, time

from cards.kinds.hours.facts import HoursFacts, OtherDay, Span
from cards.kinds.moments import day
from cards.model import Card, Text

_LONG = Span(time(10), time(19))
_WEEK = (_LONG, _LONG, _LONG, _LONG, Span(time(10), time(16)), Span(time(11), time(14)), None)


def sample(now: datetime) -> Card:
    """An ordinary week; the next open day closes early; `now` is in the screen's zone."""
    other = next(day(now, ahead) for ahead in range(1, 8) if _WEEK[day(now, ahead).weekday()] is not None)
    usual = _WEEK[other.weekday()]
    opens = usual.opens if usual else time(10)
    return Card(
        id="sample-hours",
        version=1,
        facts=HoursFacts(
            week=_WEEK,
            exceptions=(OtherDay(day=other, span=Span(opens, time(13)), reason="Personalen är på utbildning."),),
        ),
        texts={
            "sv": Text(title="Biblioteket"),
            "fi": Text(title="Kirjasto"),
            "fit": Text(title="Kirjasto"),
            "se": Text(title="Girjerádju"),
            "en": Text(title="The library"),
            "ar": Text(title="المكتبة"),
        },
        sender="Biblioteket",
    )
