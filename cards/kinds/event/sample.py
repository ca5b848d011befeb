"""A sample event: the men's choir's concert, in two days."""

from datetime import datetime

from cards.kinds.event.facts import EventFacts
from cards.kinds.moments import moment
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """The concert as the association would hand it in; `now` is in the screen's zone."""
    return Card(
        id="sample-event",
        version=1,
        facts=EventFacts(start=moment(now, 2, 18), end=moment(now, 2, 20), place="Folkets Hus, stora salen"),
        texts={
            "sv": Text(title="Höstkonsert med Älvdala manskör", body="Fri entré. Kaffe och våfflor i pausen."),
            "fi": Text(title="Syyskonsertti: Älvdalan mieskuoro", body="Vapaa pääsy. Kahvia ja vohveleita väliajalla."),
            "fit": Text(title="Syyskonsertti: Älvdalan mieskuoro", body="Vapaa pääsy. Kahvia väliajala."),
            "en": Text(title="Autumn concert with Älvdala Male Choir", body="Free entry. Coffee and waffles."),
            "ar": Text(title="حفل خريفي مع جوقة ألفدالا", body="الدخول مجاني. قهوة ووافل في الاستراحة."),
        },
        sender="Älvdala manskör",
        partner="Älvdala kommun",
        link=Link(url="https://alvdala.example/kor", short="alvdala.example/kor"),
        valid_until=moment(now, 2, 20),
    )
