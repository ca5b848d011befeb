"""The room board: today's bookings until each is over, and arrows that point the way they are meant."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cards.compose import laid_out
from cards.kinds.rooms.checks import check
from cards.kinds.rooms.coming import coming
from cards.kinds.rooms.facts import Booking, RoomsFacts, Way
from cards.kinds.rooms.way import draw_way
from cards.model import Card, Municipality, Screen, Text
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
SCREEN = Screen(
    id="hus", name="Entrén", place="Kommunhuset", municipality=Municipality(id="a", names={"sv": "Älvdala kommun"})
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


def booking(start: datetime, room: str = "Björken", *, way: Way = "", floor: str = "plan 2") -> Booking:
    return Booking(start=start, end=start + timedelta(hours=1), room=room, title="Anhörigträff", way=way, floor=floor)


def card_of(*bookings: Booking, language: str = "sv") -> Card:
    facts = RoomsFacts(house="Kommunhuset", bookings=bookings)
    return Card(id="rum", version=1, facts=facts, texts={language: Text(title="")})


def sheet_of(*bookings: Booking, language: str = "sv") -> Sheet:
    return laid_out(card_of(*bookings, language=language), SCREEN, load_theme("alv"), NOW, language, {})


def texts(sheet: Sheet) -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in sheet.marks]


def test_only_today_and_only_what_is_not_over() -> None:
    over, now, later, tomorrow = booking(at(26, 9)), booking(at(26, 14)), booking(at(26, 18)), booking(at(27, 9))
    assert coming(RoomsFacts(bookings=(tomorrow, later, now, over)), NOW) == (now, later)


def test_what_goes_on_says_until_when_and_the_picture_holds_to_then() -> None:
    sheet = sheet_of(booking(at(26, 14)), booking(at(26, 18)))
    assert {"pågår till 15.00", "18.00–19.00", "plan 2"} <= set(texts(sheet))
    assert sheet.valid_until == at(26, 15)


def _lean(language: str, way: Way) -> int:
    """Where the arrow has its head: -1 left, 1 right, 0 in the middle; told by the ink's spread on the picture."""
    sheet = sheet_of(language=language)
    left = sheet.width - 960 if sheet.mirrored else 960
    sheet.fill(sheet.all, "#FFFFFF")
    draw_way(sheet, way, (960, 540), 200, "#000000", "#FFFFFF")
    image = sheet.image.convert("L").point(lambda value: 255 if value < 128 else 0)
    heights = []
    for side in (-1, 1):
        column = image.crop((left + side * 40 - 1, 0, left + side * 40 + 1, sheet.height)).getbbox()
        heights.append(column[3] - column[1] if column else 0)
    if abs(heights[0] - heights[1]) <= 4:  # a pixel or two of smoothing
        return 0
    return 1 if heights[1] > heights[0] else -1


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_left_is_left_and_right_is_right_in_every_direction_of_reading(language: str) -> None:
    assert _lean(language, "left") == -1
    assert _lean(language, "right") == 1
    assert _lean(language, "up") == 0


def test_checks_tell_of_a_room_booked_twice_and_of_one_that_is_missing() -> None:
    def said(card: Card) -> list[str]:
        return [finding.message.format(**finding.places) for finding in check(card, SCREEN, NOW)]

    assert said(card_of(booking(at(26, 18)), booking(at(26, 19)))) == []
    assert said(card_of(booking(at(26, 18)), booking(at(26, 18, 30), "björken "))) == [
        "Rows 1 and 2 are in Björken at the same time."
    ]
    assert said(card_of(booking(at(26, 18), ""))) == ["Row 1 does not say in which room."]
