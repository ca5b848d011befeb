"""Writing a card on the pages: from the form to the manifest, and back again by undo."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from cards.kinds.event.facts import EventFacts
from server.publishing.compile import compile as compile_manifest
from server.storage.models import CardState, StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON, news
from tests.server.curation.conftest import Desk

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

Concert = Callable[..., dict[str, Any]]


def only_card(town: Database) -> StoredCard:
    with town.read() as session:
        card = session.scalars(select(StoredCard)).one()
        assert card.versions
        return card


def on_screen(town: Database, screen: str = "bib-entre") -> set[str]:
    with town.read() as session:
        return set(compile_manifest(session, screen, NOON).cards)


def test_a_published_event_is_in_the_manifest_of_the_screen_that_was_chosen(
    desk: Desk, town: Database, concert: Concert
) -> None:
    answer = desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/kort/{card.id}?gjort=")
    facts = card.version().content.facts
    assert isinstance(facts, EventFacts)
    assert facts.start == datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
    assert on_screen(town) == {card.id}


def test_a_draft_is_on_no_screen(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert(act="draft"))
    assert only_card(town).state is CardState.DRAFT
    assert on_screen(town) == set()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Rubriken saknas"),
        ({"day": ""}, "Vilken dag?"),
        ({"day": "31 november"}, "finns inte i någon kalender"),
        ({"day": "24 november"}, "Det har redan varit"),
        ({"starts": "sen"}, "Det går inte att läsa som en tid"),
        ({"ends": "17.00"}, "Det slutar innan det börjar"),
        ({"place": ""}, "Platsen saknas"),
        ({"link": "javascript:alert(1)"}, "Det är ingen webbadress"),
        ({"body": "lång " * 60}, "för långt"),
    ],
)
def test_what_is_wrong_is_said_and_every_word_is_kept(
    desk: Desk, town: Database, concert: Concert, wrong: dict[str, str], said: str
) -> None:
    answer = desk.post("/kort/nytt/event", concert(**wrong))
    assert answer.status_code == 422
    assert said in answer.text
    typed = concert(**wrong)
    assert all(typed[name].strip() in answer.text for name in ("title", "day", "starts", "ends", "place", "sender"))
    with town.read() as session:
        assert session.scalars(select(StoredCard)).all() == []


def test_a_weekday_that_does_not_fit_offers_both_days_and_a_press_takes_one(desk: Desk, concert: Concert) -> None:
    shown = desk.post("/kort/nytt/event", concert(day="fredag 28 november", act="show")).text
    assert re.findall(r'name="repair" value="day=([^"]+)"', shown) == ["lördag 28 november", "fredag 27 november"]
    mended = desk.post("/kort/nytt/event", concert(day="fredag 28 november", repair="day=fredag 27 november")).text
    assert 'value="fredag 27 november"' in mended
    assert "Veckodagen stämmer inte" not in mended


def test_an_edit_makes_a_new_version_and_shows_it(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    form = desk.get(f"/kort/{card.id}/andra").text
    assert 'value="Höstkonsert"' in form
    assert 'value="lördag 28 november"' in form
    desk.post(f"/kort/{card.id}/andra", concert(title="Vinterkonsert"))
    with town.read() as session:
        manifest = compile_manifest(session, "bib-entre", NOON)
        assert manifest.cards[card.id].text("sv").title == "Vinterkonsert"
        assert manifest.cards[card.id].version == 2


def test_taking_down_publishing_and_changing_can_each_be_undone(desk: Desk, town: Database, concert: Concert) -> None:
    published = desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    changed = desk.post(f"/kort/{card.id}/andra", concert(title="Vinterkonsert"))
    taken = desk.post(f"/kort/{card.id}/ta-ner", {})
    assert on_screen(town) == set()

    def undo(answer: Any) -> None:
        page = desk.get(answer.headers["location"]).text
        action = re.search(r'action="(/angra/\d+)"', page)
        assert action
        assert desk.post(action[1], {"next": f"/kort/{card.id}"}).status_code == 303

    undo(taken)
    assert on_screen(town) == {card.id}
    assert published.status_code == changed.status_code == 303


def test_a_change_is_undone_from_its_toast(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    changed = desk.post(f"/kort/{card.id}/andra", concert(title="Vinterkonsert"))
    page = desk.get(changed.headers["location"]).text
    assert "är ändrat på skärmarna" in page
    action = re.search(r'action="(/angra/\d+)"', page)
    assert action
    desk.post(action[1], {"next": f"/kort/{card.id}"})
    with town.read() as session:
        assert compile_manifest(session, "bib-entre", NOON).cards[card.id].text("sv").title == "Höstkonsert"


def test_cancelling_asks_first_and_keeps_the_card_up(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    asked = desk.post(f"/kort/{card.id}/stall-in", {})
    assert "Är det inställt?" in desk.get(asked.headers["location"]).text
    assert only_card(town).latest_version == 1
    desk.post(f"/kort/{card.id}/stall-in", {"sure": "1"})
    facts = only_card(town).version().content.facts
    assert isinstance(facts, EventFacts)
    assert facts.cancelled
    assert on_screen(town) == {card.id}


def test_a_choice_of_screens_reaches_no_other_screen(
    desk: Desk, town: Database, second_screen: str, concert: Concert
) -> None:
    desk.post("/kort/nytt/event", concert(screens=[second_screen]))
    card = only_card(town)
    assert on_screen(town) == set()
    assert on_screen(town, second_screen) == {card.id}
    desk.post(f"/kort/{card.id}/andra", concert(screens=["bib-entre", second_screen]))
    assert on_screen(town) == on_screen(town, second_screen) == {card.id}
    desk.post(f"/kort/{card.id}/andra", concert(screens=["bib-entre"], seen="2"))
    assert on_screen(town, second_screen) == set()


def test_an_important_message_asks_before_it_takes_over(desk: Desk, town: Database) -> None:
    message = {"title": "Koka vattnet", "advice": "Koka allt vatten.", "area": "Sörbyn", "act": "publish"}
    assert "Visa det här på alla skärmar genast?" in desk.post("/kort/nytt/alert", message).text
    desk.post("/kort/nytt/alert", message | {"sure": "1"})
    with town.read() as session:
        override = compile_manifest(session, "bib-entre", NOON).override
        assert override is not None


def test_foreign_text_in_a_card_stays_text(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert(title="<script>alert(1)</script>"))
    card = only_card(town)
    for page in ("/kort", f"/kort/{card.id}", f"/kort/{card.id}/andra", f"/kort/{card.id}/historik", "/"):
        assert "<script>alert" not in desk.get(page).text, page


def test_the_history_shows_what_differs_and_goes_back(desk: Desk, town: Database, concert: Concert) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town)
    desk.post(f"/kort/{card.id}/andra", concert(place="Kyrkan", starts="19"))
    page = desk.get(f"/kort/{card.id}/historik").text
    assert re.search(r"<del>.*Folkets Hus</del>", page)
    assert re.search(r"<ins>.*Kyrkan</ins>", page)
    desk.post(f"/kort/{card.id}/tillbaka", {"version": "1"})
    now = only_card(town)
    assert now.published_version == 3
    facts = now.version().content.facts
    assert isinstance(facts, EventFacts)
    assert facts.place == "Folkets Hus"


def test_a_disguised_picture_is_refused_beside_its_field_and_the_words_stay(desk: Desk, concert: Concert) -> None:
    answer = desk.post(
        "/kort/nytt/event", concert(act="picture"), files={"file": ("kor.jpg", b"%PDF-1.7 no picture", "image/jpeg")}
    )
    assert "Det är en PDF" in answer.text or "PDF" in answer.text
    assert 'value="Höstkonsert"' in answer.text


def test_the_drawing_comes_with_what_is_to_be_said_so_far(desk: Desk, concert: Concert) -> None:
    answer = desk.post("/kort/visa/event", concert(day="fredag 28 november", place=""))
    assert "data:image/jpeg;base64," in answer.text
    assert "Veckodagen stämmer inte" in answer.text
    assert "Platsen saknas" not in answer.text, "an empty field is not scolded while one types"


def test_an_act_without_the_sessions_token_is_refused(desk: Desk, town: Database, concert: Concert) -> None:
    assert (
        desk.client.post("/kort/nytt/event", data=concert(), headers={"sec-fetch-site": "same-origin"}).status_code
        == 403
    )
    with town.read() as session:
        assert session.scalars(select(StoredCard)).all() == []


@pytest.mark.parametrize("title", ["", " "])
def test_a_card_without_a_headline_can_be_opened_drawn_and_put_right(
    desk: Desk, add_card: Callable[..., None], title: str
) -> None:
    add_card(news("rubriklos", title), published=False)
    assert desk.get("/kort").status_code == 200
    assert desk.get("/kort/rubriklos").status_code == 200
    assert desk.get("/kort/rubriklos/bild/1.jpg").status_code == 200
    form = desk.get("/kort/rubriklos/andra")
    assert form.status_code == 200
    assert "Rubriken saknas" in form.text
    assert "data:image/jpeg;base64," in desk.post("/kort/visa/news", {"title": title, "until": "i morgon"}).text


def test_what_a_picture_shows_is_written_beside_it_and_kept(desk: Desk, town: Database, concert: Concert) -> None:
    file = io.BytesIO()
    Image.effect_noise((1200, 800), 60).convert("RGB").save(file, "JPEG")
    form = desk.post(
        "/kort/nytt/event", concert(act="picture"), files={"file": ("kor.jpg", file.getvalue(), "image/jpeg")}
    ).text
    assert "Beskriv vad bilden visar" in form or "visar" in form
    picture = re.search(r'name="picture" value="([0-9a-f]{64})"', form)
    assert picture is not None
    assert 'name="picture_alt"' in form
    desk.post(
        "/kort/nytt/event", concert(picture=picture[1], picture_alt="Kören på scenen", focus_x="20", focus_y="80")
    )
    kept = only_card(town).version().content.picture
    assert kept is not None
    assert (kept.alt, kept.focus_x, kept.focus_y) == ("Kören på scenen", 0.2, 0.8)
    assert 'value="Kören på scenen"' in desk.get(f"/kort/{only_card(town).id}/andra").text
