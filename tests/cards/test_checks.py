"""What an editor hears before a card goes up, and what a card says in words."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.alt import alt_text
from cards.checks import check
from cards.findings import Finding
from cards.model import Card, Link, PictureRef, Screen, Text
from cards.themes import Theme


def findings(card: Card, screen: Screen, theme: Theme, now: datetime) -> dict[str, Finding]:
    return {finding.field: finding for finding in reversed(check(card, screen, theme, now))}


@pytest.mark.parametrize("kind", ["event", "notice", "alert", "news", "question", "answer", "pairing", "house"])
def test_a_good_card_is_not_remarked_upon(
    kind: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    assert check(cards[kind], screen("landscape"), theme, now) == ()


def test_emoji_that_the_server_cannot_draw_stop_a_card_and_a_text_without_them_is_offered(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card = msgspec.structs.replace(cards["news"], texts={"sv": Text(title="Fika 🎉 i dag ☕ nu")})
    found = {one.field: one for one in check(card, screen("landscape"), theme, now, frozenset("🎉"))}["title"]
    assert found.severity == "stop"
    assert found.places == {"characters": "🎉"}
    assert found.suggestion == "Fika i dag ☕ nu"
    assert not any(one.severity == "stop" for one in check(card, screen("landscape"), theme, now))


def test_an_emoji_counts_for_two_characters_however_it_is_made(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
    card = msgspec.structs.replace(cards["news"], texts={"sv": Text(title="Nytt", body=family * 40)})
    assert not any("characters" in one.message for one in check(card, screen("landscape"), theme, now))


def test_an_empty_headline_and_too_much_text_stop_a_card(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    empty = msgspec.structs.replace(cards["news"], texts={"sv": Text(title=" ")})
    assert findings(empty, screen("landscape"), theme, now)["title"].severity == "stop"
    long = msgspec.structs.replace(cards["news"], texts={"sv": Text(title="Nytt", body="Mycket text " * 30)})
    assert findings(long, screen("landscape"), theme, now)["body"].places["most"] == 260


def test_a_headline_that_cannot_be_read_from_afar_stops_the_card_with_the_screen_s_name(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    far = msgspec.structs.replace(screen("hall"), distance_m=20.0)
    found = check(cards["event"], far, theme, now)[0]
    assert (found.field, found.severity, found.places) == ("title", "stop", {"screen": "Entrén"})


def test_what_finds_no_room_is_named(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    body = "Tjänstemän från Plan och bygg berättar, visar ritningar och svarar på alla frågor som ni har."
    card = msgspec.structs.replace(cards["event"], texts={"sv": Text(title="Möte om nya Centralskolan", body=body)})
    assert findings(card, screen("hall"), theme, now)["body"].severity == "look"


def test_an_event_that_ends_before_it_begins_is_stopped(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    facts = msgspec.structs.replace(cards["event"].facts, end=now)
    card = msgspec.structs.replace(cards["event"], facts=facts)
    assert findings(card, screen("landscape"), theme, now)["end"].severity == "stop"


def test_addresses_and_small_pictures_are_looked_at(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    ref = PictureRef(sha256="a" * 64, width_px=300, height_px=200)
    card = msgspec.structs.replace(cards["news"], link=Link(url="javascript:alert(1)"), picture=ref)
    found = findings(card, screen("landscape"), theme, now)
    assert found["link"].severity == "stop"
    assert found["picture"].severity == "look"


def test_a_card_is_told_in_sentences(cards: dict[str, Card], now: datetime) -> None:
    said = alt_text(cards["event"], "sv", now, ZoneInfo("Europe/Stockholm"))
    assert said.startswith("Evenemang. Höstkonsert med Älvdala manskör. Lördag 28 november 18.00–20.00. Folkets Hus")
    assert "\u00a0" not in said


@pytest.mark.parametrize("kind", ["notice", "alert", "news", "question", "answer", "pairing", "house"])
def test_every_kind_can_be_told(kind: str, cards: dict[str, Card], now: datetime) -> None:
    said = alt_text(cards[kind], "sv", now, ZoneInfo("Europe/Stockholm"))
    assert cards[kind].text("sv").title in said
