"""A sample agenda: what happens in Älvdala in the coming week."""

from datetime import datetime

import msgspec

from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.moments import moment
from cards.model import Card, Text


def _events(now: datetime) -> tuple[AgendaEvent, ...]:
    return (
        AgendaEvent(
            start=moment(now, 2, 18),
            end=moment(now, 2, 20),
            title="Höstkonsert med Älvdala manskör",
            titles={
                "fi": "Syyskonsertti: Älvdalan mieskuoro",
                "fit": "Syyskonsertti: Älvdalan mieskuoro",
                "en": "Autumn concert: Älvdala Male Choir",
                "ar": "حفل خريفي مع جوقة ألفدالا",
                "uk": "Осінній концерт чоловічого хору",
            },
            place="Folkets Hus, stora salen",
        ),
        AgendaEvent(
            start=moment(now, 3, 16),
            end=moment(now, 3, 17),
            title="Adventskonsert i kyrkan",
            titles={
                "fi": "Adventtikonsertti kirkossa",
                "fit": "Adventtikonsertti kirkossa",
                "en": "Advent concert in the church",
                "ar": "حفل موسيقي في الكنيسة",
                "uk": "Адвентський концерт у церкві",
            },
            place="Älvdala kyrka",
        ),
        AgendaEvent(
            start=moment(now, 5, 17),
            end=moment(now, 5, 19),
            title="Språkcafé för alla",
            titles={
                "fi": "Kielikahvila kaikille",
                "fit": "Kielikahvila kaikile",
                "en": "Language café for all",
                "ar": "مقهى اللغة للجميع",
                "uk": "Мовне кафе для всіх",
            },
            place="Biblioteket",
        ),
        AgendaEvent(
            start=moment(now, 6, 15),
            title="Jobbdag på Norrskog",
            titles={
                "fi": "Työpäivä Norrskogissa",
                "fit": "Työpäivä Norrskogissa",
                "en": "Job day at Norrskog",
                "ar": "يوم العمل في نورسكوغ",
                "uk": "День вакансій у Норрскугу",
            },
            place="Norrskogs fabrik, Industrivägen 2",
        ),
        AgendaEvent(
            start=moment(now, 7, 13),
            end=moment(now, 7, 15),
            title="Mobilcafé för seniorer",
            titles={
                "fi": "Kännykkäkahvila senioreille",
                "fit": "Kännykkäkahvila senioreile",
                "en": "Phone café for seniors",
                "ar": "مقهى الهاتف لكبار السن",
                "uk": "Мобільне кафе для літніх",
            },
            place="Servicehuset Granen",
        ),
    )


def sample(now: datetime) -> Card:
    """Five events of the coming week; `now` is in the screen's zone."""
    return Card(
        id="sample-agenda",
        version=1,
        facts=AgendaFacts(events=_events(now)),
        texts={language: Text(title="") for language in ("sv", "fi", "fit", "se", "en", "ar", "uk")},
        sender="Älvdala kommun",
    )


def variants(now: datetime) -> dict[str, Card]:
    """A day with something going on and something cancelled, one event alone, seven, and none."""
    card, events = sample(now), _events(now)
    tonight = AgendaEvent(start=moment(now, 0, 23), title="Nattfotboll i sporthallen", place="Sporthallen")
    running = AgendaEvent(start=moment(now, 0, 0), end=moment(now, 1, 0), title="Julmarknad", place="Torget")
    more = (
        AgendaEvent(start=moment(now, 4, 18), title="Sagostund på meänkieli", place="Biblioteket"),
        AgendaEvent(start=moment(now, 8, 18, 30), title="Kommunfullmäktige möts", place="Sessionssalen, Kommunhuset"),
    )
    cancelled = msgspec.structs.replace(events[0], cancelled=True)

    def with_events(*chosen: AgendaEvent) -> Card:
        return msgspec.structs.replace(card, facts=AgendaFacts(events=chosen))

    return {
        "today": with_events(running, tonight, cancelled, events[1]),
        "one": with_events(events[0]),
        "seven": with_events(*events, *more),
        "none": with_events(),
    }
