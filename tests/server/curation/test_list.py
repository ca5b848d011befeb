"""The list of cards: found by the sentence above it, never more than a page at a time."""

import re
from collections.abc import Callable
from datetime import timedelta

from cards.model import Card
from server.storage.session import Database
from tests.server.conftest import NOON, event, news
from tests.server.curation.conftest import Desk

AddCard = Callable[..., None]


def test_what_ends_first_comes_first_and_drafts_come_last(desk: Desk, add_card: AddCard) -> None:
    add_card(event("sen", NOON + timedelta(days=9)))
    add_card(event("snar", NOON + timedelta(days=1)))
    add_card(news("utkastet"), published=False)
    page = desk.get("/kort").text
    places = [page.index(f'href="/kort/{card}"') for card in ("snar", "sen", "utkastet")]
    assert places == sorted(places)


def test_the_sentence_narrows_the_list(desk: Desk, add_card: AddCard) -> None:
    add_card(news("skidspar", "Nya skidspåret"))
    add_card(event("konsert", NOON + timedelta(days=1)))
    assert "/kort/konsert" not in desk.get("/kort?sok=skidspåret").text
    assert "/kort/skidspar" not in desk.get("/kort?sort=event").text
    assert "Inget kort är så" in desk.get("/kort?sok=finns+inte").text


def test_twenty_five_rows_a_page(desk: Desk, add_card: AddCard) -> None:
    for number in range(27):
        add_card(news(f"kort-{number:02d}", f"Nyhet {number:02d}"))
    first, second = desk.get("/kort").text, desk.get("/kort?sida=2").text
    assert first.count('class="kort"') == 25
    assert second.count('class="kort"') == 2
    assert "26–27 av 27" in second
    assert desk.get("/kort?sida=99").text.count('class="kort"') == 2


def test_an_empty_house_says_what_will_stand_there(desk: Desk) -> None:
    assert "Här kommer alla kort att stå." in desk.get("/kort").text
    assert "Skriv ditt första kort" in desk.get("/").text


def test_a_card_that_nobody_has_is_not_there(desk: Desk) -> None:
    answer = desk.get("/kort/finns-inte")
    assert answer.status_code == 404
    assert "Här finns inget" in answer.text


def test_a_cards_picture_is_a_jpeg_and_is_not_sent_twice(desk: Desk, add_card: AddCard) -> None:
    card: Card = news("skidspar", "Nya skidspåret")
    add_card(card)
    first = desk.get("/kort/skidspar/bild/1.jpg")
    assert first.content.startswith(b"\xff\xd8\xff")
    again = desk.client.get("/kort/skidspar/bild/1.jpg", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def state_and_screens(page: str, card: str) -> str:
    """The row of a card as it is read aloud and shown on a phone."""
    row = re.search(rf'<li class="kort">(?:(?!</li>).)*href="/kort/{card}"(?:(?!</li>).)*</li>', page, re.DOTALL)
    assert row is not None
    return " ".join(re.sub(r"<[^>]+>", " ", row[0]).split())


def test_a_row_says_its_state_and_its_screens_in_whole_swedish_words(
    desk: Desk, town: Database, second_screen: str, add_card: Callable[..., None]
) -> None:
    add_card(news("en"))
    add_card(news("ingen"), listed=False)
    add_card(news("nere"))
    add_card(news("utkast"), published=False, listed=False)
    desk.post("/kort/nere/ta-ner", {})
    page = desk.get("/kort").text
    assert state_and_screens(page, "en").endswith("1 av 2 skärmar")
    assert state_and_screens(page, "ingen").endswith("ingen skärm")
    assert "Nedtaget i dag 13.00" in state_and_screens(page, "nere")
    assert "Utkast sparat i dag 13.00" in state_and_screens(page, "utkast")
    assert "Nedtaget i dag 13.00" in " ".join(re.sub(r"<[^>]+>", " ", desk.get("/kort/nere").text).split())


def test_the_only_screen_is_one_screen(desk: Desk, add_card: Callable[..., None]) -> None:
    add_card(news("en"))
    assert state_and_screens(desk.get("/kort").text, "en").endswith(" 1 skärm")
