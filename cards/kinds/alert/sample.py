"""Sample alerts: drinking water must be boiled, then no longer; and an exercise."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """An alert that has stood for twelve minutes; `now` is in the screen's zone."""
    since = (now - timedelta(minutes=12)).replace(second=0, microsecond=0)
    return Card(
        id="sample-alert",
        version=1,
        facts=AlertFacts(area="Norrbyn", since=since),
        texts={
            "sv": Text(
                title="Koka dricksvattnet i Norrbyn",
                body="Gäller alla med kommunalt vatten i Norrbyn. Låt vattnet koka ordentligt.",
                advice="Ring 113 13 för information.",
            ),
            "fi": Text(
                title="Keitä juomavesi Norrbynissä",
                body="Koskee kaikkia, joilla on kunnan vesi Norrbynissä.",
                advice="Soita 113 13.",
            ),
            "fit": Text(title="Keitä juomavesi Norrbynissä", body="Tämä koskee kaikkia joila oon kunnan vesi."),
            "se": Text(title="Vuoššat juhkančázi Norrbynis", body="Guoská buohkaide geain lea gieldda čáhci."),
            "en": Text(
                title="Boil drinking water in Norrbyn",
                body="Applies to everyone on the public water supply in Norrbyn.",
                advice="Call 113 13 for information.",
            ),
            "ar": Text(title="اغلوا ماء الشرب في نوربين", body="ينطبق على كل من يستخدم مياه البلدية في نوربين."),
            "uk": Text(title="Кип’ятіть воду в Норрбюні", body="Стосується всіх, хто має міський водопровід."),
        },
        sender="Älvdala kommun",
        link=Link(url="https://alvdala.example/koka", short="alvdala.example/koka"),
    )


def variants(now: datetime) -> dict[str, Card]:
    """The danger is over; and an exercise, which nobody may take for the real thing."""
    card = sample(now)
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    return {
        "over": msgspec.structs.replace(
            card,
            id="sample-alert-over",
            facts=msgspec.structs.replace(facts, over=True, since=now - timedelta(hours=6)),
        ),
        "exercise": Card(
            id="sample-alert-exercise",
            version=1,
            facts=AlertFacts(area="hela kommunen", since=facts.since, exercise=True),
            texts={
                "sv": Text(title="Vi provar larmet klockan 15", body="Bara ett prov. Du behöver inte göra något."),
                "fi": Text(title="Testaamme hälytystä kello 15", body="Vain testi. Sinun ei tarvitse tehdä mitään."),
                "en": Text(title="We test the alarm at 15:00", body="It is only a test. You need not do anything."),
                "ar": Text(title="نجرب الإنذار في الساعة 15", body="إنها تجربة فقط. لا يلزمكم فعل شيء."),
                "uk": Text(title="Перевіряємо сирену о 15:00", body="Це лише перевірка. Нічого робити не треба."),
            },
            sender="Räddningstjänsten",
        ),
    }
