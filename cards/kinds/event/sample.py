"""Sample events: the men's choir's concert, and the other ways in which something happens."""

from datetime import datetime

import msgspec

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
            "uk": Text(title="Осінній концерт чоловічого хору", body="Вхід вільний. Кава та вафлі в антракті."),
        },
        sender="Älvdala manskör",
        partner="Älvdala kommun",
        link=Link(url="https://alvdala.example/kor", short="alvdala.example/kor"),
        valid_until=moment(now, 2, 20),
    )


def variants(now: datetime) -> dict[str, Card]:
    """The concert cancelled or sold out, what comes again, and an exhibition before and after it opened."""
    concert = sample(now)
    facts = concert.facts
    assert isinstance(facts, EventFacts)
    return {
        "cancelled": _other(concert, "cancelled", msgspec.structs.replace(facts, cancelled=True)),
        "sold-out": _other(concert, "sold-out", msgspec.structs.replace(facts, sold_out=True, price="180 kronor")),
        "weekly": _weekly(now),
        "days": _days(now),
        "exhibition": _exhibition(now, -6),
        "opening": _exhibition(now, 2),
    }


def _other(card: Card, name: str, facts: EventFacts) -> Card:
    return msgspec.structs.replace(card, id=f"sample-event-{name}", facts=facts)


def _weekly(now: datetime) -> Card:
    return Card(
        id="sample-event-weekly",
        version=1,
        facts=EventFacts(start=moment(now, 5, 17), end=moment(now, 5, 18, 30), place="Biblioteket", weekly=True),
        texts={
            "sv": Text(title="Språkcafé", body="Prata svenska och drick kaffe. Alla är välkomna."),
            "fi": Text(title="Kielikahvila", body="Puhu ruotsia ja juo kahvia. Kaikki ovat tervetulleita."),
            "fit": Text(title="Kielikaffila", body="Puhu ruottia ja juo kaffia."),
            "se": Text(title="Giellakáfea", body="Hála ruoŧagiela ja juga gáfe."),
            "en": Text(title="Language café", body="Speak Swedish over a coffee. Everyone is welcome."),
            "ar": Text(title="مقهى اللغة", body="تحدثوا السويدية واشربوا القهوة. الجميع مرحب بهم."),
            "uk": Text(title="Мовне кафе", body="Розмовляйте шведською за кавою. Запрошуємо всіх."),
        },
        sender="Biblioteket",
        link=Link(url="https://alvdala.example/cafe", short="alvdala.example/cafe"),
    )


def _days(now: datetime) -> Card:
    return Card(
        id="sample-event-days",
        version=1,
        facts=EventFacts(
            start=moment(now, 3, 10),
            end=moment(now, 3, 13),
            place="Slöjdsalen på Älvskolan",
            price="150 kronor",
            also=tuple(moment(now, ahead, 10) for ahead in (10, 17, 24)),
        ),
        texts={
            "sv": Text(title="Kurs i korgflätning för nybörjare", body="Material ingår."),
            "fi": Text(title="Korikurssi aloittelijoille", body="Tarvikkeet sisältyvät."),
            "en": Text(title="Basket weaving for beginners", body="Materials are included."),
            "ar": Text(title="دورة في صنع السلال للمبتدئين", body="المواد مشمولة."),
            "uk": Text(title="Курс плетіння кошиків", body="Матеріали включено."),
        },
        sender="Hemslöjdsföreningen",
        link=Link(url="https://alvdala.example/korg", short="alvdala.example/korg"),
    )


def _exhibition(now: datetime, ahead: int) -> Card:
    """It opens `ahead` days from `now`, or has been open for so many."""
    return Card(
        id=f"sample-event-{'opening' if ahead > 0 else 'exhibition'}",
        version=1,
        facts=EventFacts(
            start=moment(now, ahead, 12),
            end=moment(now, ahead, 14),
            place="Biblioteket",
            until=moment(now, 18, 16),
        ),
        texts={
            "sv": Text(title="Hundra trasmattor", body="Fri entré. Alla är välkomna."),
            "fi": Text(title="Sata räsymattoa", body="Vapaa pääsy. Kaikki ovat tervetulleita."),
            "fit": Text(title="Sata räsymattoa", body="Kaikki oon tervetulheita."),
            "en": Text(title="A hundred rag rugs", body="Free entry. Everyone is welcome."),
            "ar": Text(title="مئة سجادة من القماش", body="الجميع مرحب بهم."),
            "uk": Text(title="Сто клаптикових килимів", body="Запрошуємо всіх."),
        },
        sender="Föreningen Meän Älvdala",
        partner="Biblioteket",
    )
