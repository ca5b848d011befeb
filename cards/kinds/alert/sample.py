"""A sample alert: drinking water must be boiled."""

from datetime import datetime, timedelta

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
        },
        sender="Älvdala kommun",
        link=Link(url="https://alvdala.example/koka", short="alvdala.example/koka"),
    )
