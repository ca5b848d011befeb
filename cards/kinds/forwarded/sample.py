"""A sample of a question that was passed on: street lamps by the school."""

from datetime import datetime

import msgspec

from cards.kinds.forwarded.facts import ForwardedFacts
from cards.kinds.moments import day
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """A question of last week, with an answer promised in a week; `now` is in the screen's zone."""
    return Card(
        id="sample-forwarded",
        version=1,
        facts=ForwardedFacts(
            asked=day(now, -9),
            department="Gata och park",
            role="Trafikingenjören",
            since=day(now, -7),
            promised=day(now, 7),
        ),
        texts={
            "sv": Text(title="Kan det bli ett övergångsställe vid skolan?"),
            "fi": Text(title="Voiko koululle tulla suojatie?"),
            "fit": Text(title="Saattaako koululle tulla suojatie?"),
            "se": Text(title="Sáhttágo skuvlla lusa šaddat rasttildanbáiki?"),
            "en": Text(title="Can there be a crossing by the school?"),
            "ar": Text(title="هل يمكن إنشاء ممر للمشاة عند المدرسة؟"),
            "uk": Text(title="Чи може біля школи з’явитися перехід?"),
        },
        sender="Älvdala kommun",
        link=Link(url="https://alvdala.example/7hd", short="alvdala.example/7hd"),
    )


def variants(now: datetime) -> dict[str, Card]:
    """Answer tomorrow; late; without a promised day, outside the municipality."""
    card = sample(now)

    def with_facts(**changes: object) -> Card:
        return msgspec.structs.replace(card, facts=msgspec.structs.replace(card.facts, **changes))

    outside = Text(
        title="När lagas hålen i väg 99?", body="Vägen är statens. Vi har skickat frågan till dem som sköter den."
    )
    state = ForwardedFacts(asked=day(now, -3), department="Vägverkstaden i länet", since=day(now, -2))
    return {
        "soon": with_facts(promised=day(now, 1), role=""),
        "late": with_facts(promised=day(now, -1)),
        "outside": msgspec.structs.replace(card, facts=state, texts={"sv": outside}, link=None),
    }
