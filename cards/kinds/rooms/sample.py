"""A sample room board: today in the town hall of Älvdala."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.rooms.facts import Booking, RoomsFacts, Way
from cards.model import Card, Text


def _booking(
    now: datetime, minutes: tuple[int, int], room: tuple[str, Way, str], title: str, who: str, **titles: str
) -> Booking:
    """A booking that begins and ends so many minutes from `now`, to the quarter, and not after its day."""
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    start, end = (quarter + timedelta(minutes=share) for share in minutes)
    name, way, floor = room
    return Booking(start=start, end=end, room=name, title=title, titles=titles, who=who, way=way, floor=floor)


def _bookings(now: datetime) -> tuple[Booking, ...]:
    return (
        _booking(
            now,
            (-90, 60),
            ("Sessionssalen", "up", "plan 2"),
            "Kommunstyrelsen",
            "öppet för alla",
            fi="Kunnanhallitus",
            fit="Kunnanhallitus",
            en="Municipal board",
            ar="المجلس التنفيذي للبلدية",
            uk="Правління комуни",
        ),
        _booking(
            now,
            (-15, 75),
            ("Björken", "left", "plan 1"),
            "Svenska för nybörjare",
            "Vuxenutbildningen",
            fi="Ruotsia aloittelijoille",
            fit="Ruottia alkajille",
            en="Swedish for beginners",
            ar="السويدية للمبتدئين",
            uk="Шведська для початківців",
        ),
        _booking(
            now,
            (30, 90),
            ("Granen", "right", "plan 1"),
            "Anhörigträff",
            "Socialtjänsten",
            fi="Omaisten tapaaminen",
            fit="Omhaisten taphaaminen",
            en="Meeting for relatives",
            ar="لقاء الأقارب",
            uk="Зустріч родичів",
        ),
        _booking(
            now,
            (90, 180),
            ("Lilla salen", "ahead", ""),
            "Språkcafé",
            "Biblioteket",
            fi="Kielikahvila",
            fit="Kielikahvila",
            en="Language café",
            ar="مقهى اللغة",
            uk="Мовне кафе",
        ),
        _booking(
            now,
            (210, 330),
            ("Sessionssalen", "up", "plan 2"),
            "Byalagens årsmöte",
            "Älvdala byalag",
            fi="Kyläyhdistysten vuosikokous",
            fit="Kyläyhistysten vuosikokous",
            en="Village associations’ meeting",
            ar="الاجتماع السنوي لجمعيات القرى",
            uk="Збори сільських громад",
        ),
    )


def sample(now: datetime) -> Card:
    """Five bookings around `now`, which is in the screen's zone; those after midnight belong to the next day."""
    return Card(
        id="sample-rooms",
        version=1,
        facts=RoomsFacts(house="Kommunhuset", bookings=_bookings(now)),
        texts={language: Text(title="") for language in ("sv", "fi", "fit", "se", "en", "ar", "uk")},
        sender="Älvdala kommun",
    )


def variants(now: datetime) -> dict[str, Card]:
    """One booking left, one cancelled among them, and a quiet house."""
    card, bookings = sample(now), _bookings(now)

    def with_bookings(*chosen: Booking) -> Card:
        return msgspec.structs.replace(card, facts=RoomsFacts(house="Kommunhuset", bookings=chosen))

    cancelled = msgspec.structs.replace(bookings[2], cancelled=True)
    return {
        "one": with_bookings(bookings[1]),
        "cancelled": with_bookings(bookings[0], cancelled, bookings[3]),
        "none": with_bookings(),
    }
