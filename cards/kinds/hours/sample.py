"""Sample opening hours: the library's week, with one day that differs, with holidays, and on a closed day."""

from datetime import datetime, time

import msgspec

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
            "uk": Text(title="Бібліотека"),
        },
        sender="Biblioteket",
    )


def variants(now: datetime) -> dict[str, Card]:
    """Closed today, with the reason; and several days ahead that differ."""
    card = sample(now)
    closed = (OtherDay(day=day(now, 0), reason="Vi inventerar."),)
    holidays = (
        OtherDay(day=day(now, 2), span=Span(time(10), time(13)), reason="Dag före helg"),
        OtherDay(day=day(now, 3), reason="Helgdag"),
        OtherDay(day=day(now, 4), reason="Annandag"),
    )
    return {
        "closed": _other(card, "closed", HoursFacts(week=_WEEK, exceptions=closed)),
        "holidays": _other(card, "holidays", HoursFacts(week=_WEEK, exceptions=holidays)),
    }


def _other(card: Card, name: str, facts: HoursFacts) -> Card:
    return msgspec.structs.replace(card, id=f"sample-hours-{name}", facts=facts)
