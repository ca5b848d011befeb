"""Sample menus: the school's lunch of the week, one day's, and a day without."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.menu.facts import MenuDay, MenuFacts
from cards.kinds.moments import monday
from cards.model import Card, Text

_DISHES = (
    ("Köttfärssås med spagetti", "Linsbolognese"),
    ("Ugnsbakad lax, dillsås, potatis", "Morotsbiffar"),
    ("Linsgryta med ris och naan",),
    ("Ärtsoppa, pannkakor med sylt", "Vegetarisk ärtsoppa"),
    ("Renskav, potatismos, lingon", "Svampstuvning"),
)


def sample(now: datetime) -> Card:
    """This week's lunches, the coming week's from Saturday; `now` is in the screen's zone."""
    first = monday(now)
    days = tuple(MenuDay(day=first + timedelta(days=index), dishes=dishes) for index, dishes in enumerate(_DISHES))
    return Card(
        id="sample-menu",
        version=1,
        facts=MenuFacts(place="Matsalen på Älvskolan", days=days, hours="10.45–12.30"),
        texts={
            "sv": Text(title="Skollunch", body="Salladsbuffé varje dag. Fråga köket om allergier."),
            "fi": Text(title="Koululounas", body="Salaattipöytä joka päivä. Kysy keittiöstä allergioista."),
            "en": Text(title="School lunch", body="Salad buffet every day. Ask the kitchen about allergies."),
            "ar": Text(title="غداء المدرسة", body="سلطات كل يوم. اسألوا المطبخ عن الحساسية."),
            "uk": Text(title="Шкільний обід", body="Салати щодня. Про алергени питайте на кухні."),
        },
        sender="Kostenheten",
    )


def variants(now: datetime) -> dict[str, Card]:
    """Today's lunch alone, with two others to choose; and a day on which nothing is served."""
    card = sample(now)
    facts = card.facts
    assert isinstance(facts, MenuFacts)
    day = MenuDay(
        day=now.date(), dishes=("Ärtsoppa och pannkakor med sylt", "Stekt strömming med mos", "Vegetarisk ärtsoppa")
    )
    closed = {
        "sv": Text(title="Skollunch", body="Skolan har studiedag. Välkommen i morgon."),
        "fi": Text(title="Koululounas", body="Koulussa on suunnittelupäivä. Tervetuloa huomenna."),
        "en": Text(title="School lunch", body="The school has a study day. Welcome tomorrow."),
        "ar": Text(title="غداء المدرسة", body="في المدرسة يوم تدريب. أهلًا بكم غدًا."),
        "uk": Text(title="Шкільний обід", body="У школі день навчання. Чекаємо завтра."),
    }
    return {
        "day": _other(card, "day", msgspec.structs.replace(facts, days=(day,)), card.texts),
        "none": _other(card, "none", msgspec.structs.replace(facts, days=(), hours=""), closed),
    }


def _other(card: Card, name: str, facts: MenuFacts, texts: dict[str, Text]) -> Card:
    return msgspec.structs.replace(card, id=f"sample-menu-{name}", facts=facts, texts=texts)
