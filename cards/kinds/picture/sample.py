"""A sample picture: behind the scenes at the ice rink."""

from datetime import datetime

from cards.kinds.moments import moment
from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Text


def sample(now: datetime) -> Card:
    """A photo story without its photo, which whoever shows it adds; until then a drawn scene stands there."""
    return Card(
        id="sample-picture",
        version=1,
        facts=PictureFacts(credit="Vaktmästarna i ishallen"),
        texts={
            "sv": Text(
                title="Så blir isen blank på 12 minuter",
                body="Ismaskinen lägger 400 liter varmt vatten. Bästa isen har du klockan 17.",
            ),
            "fi": Text(
                title="Näin jää kiiltää 12 minuutissa", body="Jäänhoitokone levittää 400 litraa lämmintä vettä."
            ),
            "en": Text(
                title="How the ice turns bright in 12 minutes", body="The machine lays 400 litres of warm water."
            ),
            "ar": Text(title="هكذا يلمع الجليد في 12 دقيقة", body="تفرش الآلة 400 لتر من الماء الدافئ."),
        },
        sender="Ishallen",
        valid_until=moment(now, 14, 0),
    )
