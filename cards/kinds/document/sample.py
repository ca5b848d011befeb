"""A sample document: the plan for the winter's roads."""

from datetime import datetime

import msgspec

from cards.kinds.document.facts import DocumentFacts
from cards.kinds.moments import day, moment
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """The first of four pages; `now` is in the screen's zone. The page itself is added by whoever shows it."""
    return Card(
        id="sample-document",
        version=1,
        facts=DocumentFacts(page=1, pages=4, day=day(now, -6), letter=0.03),
        texts={
            "sv": Text(title="Så sköter vi vägarna i vinter", body="Större vägar plogas inom fyra timmar."),
            "fi": Text(title="Näin hoidamme tiet talvella", body="Isot tiet aurataan neljässä tunnissa."),
            "fit": Text(title="Näin met hoiamma tiet talvela", body="Isot tiet aurathaan neljässä tiimassa."),
            "se": Text(title="Ná mii dikšut geainnuid dálvet"),
            "en": Text(title="How we look after the roads this winter", body="Main roads are cleared in four hours."),
            "ar": Text(title="هكذا نعتني بالطرق هذا الشتاء", body="تُزال الثلوج عن الطرق الكبيرة خلال أربع ساعات."),
            "uk": Text(title="Як ми доглядаємо дороги взимку", body="Великі дороги розчищають за чотири години."),
        },
        sender="Gata och park",
        link=Link(url="https://alvdala.example/vinter", short="alvdala.example/vinter"),
        valid_until=moment(now, 21, 0),
    )


def variants(now: datetime) -> dict[str, Card]:
    """A document of one page, without a day."""
    facts = DocumentFacts(letter=0.03)
    return {"one-page": msgspec.structs.replace(sample(now), id="sample-document-one-page", facts=facts)}
