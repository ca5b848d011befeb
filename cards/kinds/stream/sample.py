"""A sample meeting that is sent: the municipal council talks of next year's budget."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.moments import moment
from cards.kinds.stream.facts import StreamFacts
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """On since an hour, for two more; `now` is in the screen's zone."""
    start = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    return Card(
        id="sample-stream",
        version=1,
        facts=StreamFacts(start=start, end=start + timedelta(hours=3), place="Kommunhuset", point=7),
        texts={
            "sv": Text(title="Direkt från kommunfullmäktige", body="Budget för nästa år"),
            "fi": Text(title="Suorana kunnanvaltuustosta", body="Ensi vuoden talousarvio"),
            "fit": Text(title="Suorana kunnanfullmäktikistä", body="Ensi vuoen butjetti"),
            "se": Text(title="Njuolga gielddastivrras"),
            "en": Text(title="Live from the municipal council", body="Next year’s budget"),
            "ar": Text(title="مباشر من المجلس البلدي", body="ميزانية العام القادم"),
            "uk": Text(title="Наживо з муніципальної ради", body="Бюджет на наступний рік"),
        },
        sender="Kommunfullmäktige",
        link=Link(url="https://alvdala.example/direkt", short="alvdala.example/direkt"),
        valid_until=moment(now, 1, 12),
    )


def variants(now: datetime) -> dict[str, Card]:
    """Before it begins, when its picture is lost, and when it is over."""
    card = sample(now)

    def at(name: str, hours: float, *, reachable: bool = True) -> Card:
        start = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=hours)
        facts = StreamFacts(
            start=start, end=start + timedelta(hours=3), place="Kommunhuset", point=7, reachable=reachable
        )
        return msgspec.structs.replace(card, id=f"sample-stream-{name}", facts=facts, valid_until=moment(now, 3, 0))

    return {"before": at("before", 28), "lost": at("lost", -1, reachable=False), "over": at("over", -4)}
