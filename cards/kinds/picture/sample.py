"""Sample pictures: behind the scenes at the ice rink, a poster that was handed in, and a picture that is lost."""

from datetime import datetime

import msgspec

from cards.kinds.moments import moment
from cards.kinds.picture import drawn
from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, PictureRef, Text


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


def variants(now: datetime) -> dict[str, Card]:
    """With its photograph, with one that never arrived, and a poster that is shown whole."""
    story = sample(now)
    return {
        "photo": msgspec.structs.replace(story, picture=drawn.photo()[0]),
        "lost": msgspec.structs.replace(story, picture=PictureRef(sha256="0" * 64, width_px=4000, height_px=3000)),
        "poster": _poster(now),
    }


def pictures() -> dict[str, bytes]:
    """The pictures that the samples ask for, by SHA-256, but for the one that is lost."""
    return {ref.sha256: data for ref, data in (drawn.photo(), drawn.poster())}


def _poster(now: datetime) -> Card:
    return Card(
        id="sample-poster",
        version=1,
        facts=PictureFacts(credit="Älvdala konstförening", poster=True),
        texts={
            "sv": Text(title="Vinterljus", body="Konst i gamla stationen, till 14 december. Fri entré."),
            "fi": Text(title="Talven valo", body="Taidetta vanhalla asemalla 14. joulukuuta asti. Vapaa pääsy."),
            "en": Text(title="Winter light", body="Art in the old station, until 14 December. Free admission."),
            "ar": Text(title="ضوء الشتاء", body="فن في المحطة القديمة حتى 14 ديسمبر. الدخول مجاني."),
            "uk": Text(title="Зимове світло", body="Мистецтво в старому вокзалі до 14 грудня. Вхід вільний."),
        },
        sender="Älvdala konstförening",
        picture=drawn.poster()[0],
        valid_until=moment(now, 18, 0),
    )
