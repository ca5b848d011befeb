"""A sample countdown: the ice is soon laid in the rink."""

from datetime import datetime

import msgspec

from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.moments import moment
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """Sixteen days before; `now` is in the screen's zone."""
    return Card(
        id="sample-countdown",
        version=1,
        facts=CountdownFacts(at=moment(now, 16, 15), place="Kyrkbergets skidstadion"),
        texts={
            "sv": Text(title="Vinterspelen på Kyrkberget", body="Anmäl ditt lag senast en vecka innan."),
            "fi": Text(title="Kyrkbergetin talvikisat", body="Ilmoita joukkueesi viimeistään viikkoa ennen."),
            "fit": Text(title="Kyrkbergetin talvikisat", body="Ilmota joukkue viimistään viikkoa ennen."),
            "se": Text(title="Dálvegilvvut Kyrkbergetis"),
            "en": Text(title="The winter games at Kyrkberget", body="Sign up your team at least a week before."),
            "ar": Text(title="الألعاب الشتوية في شيركبيريت", body="سجلوا فريقكم قبل أسبوع على الأقل."),
            "uk": Text(title="Зимові ігри на Чюркберґет", body="Запишіть команду щонайменше за тиждень."),
        },
        sender="Älvdala skidklubb",
        link=Link(url="https://alvdala.example/spel", short="alvdala.example/spel"),
        valid_until=moment(now, 16, 20),
    )


def variants(now: datetime) -> dict[str, Card]:
    """Tomorrow, and when it has begun."""
    card = sample(now)

    def at(days: int, hour: int, id: str) -> Card:
        facts = CountdownFacts(at=moment(now, days, hour), place="Kyrkbergets skidstadion")
        return msgspec.structs.replace(card, id=id, facts=facts, valid_until=moment(now, 3, 20))

    return {"tomorrow": at(1, 15, "sample-countdown-tomorrow"), "begun": at(-1, 15, "sample-countdown-begun")}
