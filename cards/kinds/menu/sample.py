"""A sample menu: the school's lunch of the week."""

from datetime import datetime, timedelta

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
        },
        sender="Kostenheten",
    )
