"""A citizen replies to a question, staff answer, and the answer stands on the screen that asked."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Text
from playlists.model import Manifest
from playlists.trust import Trust, accept_keys, accept_manifest
from server.access import sessions
from server.access.accounts import make_account
from server.app import Torget
from server.publishing.publish import Publisher, latest
from server.storage.models import Account, AccountRole, Question, Reply, ReplyState, Tray
from server.storage.session import Database

CARD = Card(
    id="badplatsen",
    version=1,
    facts=QuestionFacts(
        options=("Toalett", "Brygga", "Annat"),
        answer_by=date(2026, 12, 12),
        reply_promised=date(2026, 12, 21),
        owner="Fritidschefen",
    ),
    texts={
        "sv": Text(title="Vad saknar du mest vid badplatsen?", body="Svaret avgör vad vi köper in i vår."),
        "ar": Text(title="ما الذي ينقصكم أكثر في مكان السباحة؟"),
    },
    sender="Kultur och fritid",
)
ANSWER = {
    "question": "Får vi en brygga vid badplatsen?",
    "answer": "Ja. Bryggan byggs i maj.",
    "department": "Kultur och fritid",
    "screens": "bib-entre",
    "do": "answer",
}


class House:
    """The running house, with the question on its screen."""

    def __init__(self, app: Torget, database: Database, publisher: Publisher, clock: Any) -> None:
        self.database, self.publisher, self.clock = database, publisher, clock
        self.phone = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
        self.staff = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
        self.staff.headers["sec-fetch-site"] = "same-origin"
        with database.write() as session:
            account = make_account(session, "kommunikator", "Kommunikatören", AccountRole.STAFF, clock.now)
            token = sessions.begin(session, session.get_one(Account, account.id), clock.now)
        self.staff.cookies.set("torget", token)
        found = sessions.find(database, token, clock.now)
        assert found is not None
        self.csrf = found.csrf

    @property
    def path(self) -> str:
        with self.database.read() as session:
            return "/s/" + session.scalars(select(Question.short_code)).one()

    def reply(self, *, wait: float = 30, stamp: str = "", **fields: str) -> str:
        stamp = stamp or field(self.phone.get(self.path).text, "stamp")
        self.clock.pass_by(timedelta(seconds=wait))
        answer = self.phone.post(self.path, data={"stamp": stamp, "fran": "bib-entre"} | fields)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def act(self, path: str, **fields: Any) -> int:
        return self.staff.post(path, data={"csrf": self.csrf} | fields).status_code

    def manifest(self) -> Manifest:
        with self.database.read() as session:
            newest = latest(session, "bib-entre")
        assert newest is not None
        trust = Trust(screen="bib-entre", municipality="alvdala", root_key=self.publisher.keys.root_key)
        return accept_manifest(newest.envelope, accept_keys(self.publisher.keys.sealed_list, trust))[0]

    def count(self) -> int:
        facts = self.manifest().cards[CARD.id].facts
        assert isinstance(facts, QuestionFacts)
        return facts.answers_so_far

    def replies(self) -> list[Reply]:
        with self.database.read() as session:
            return list(session.scalars(select(Reply).order_by(Reply.id)))

    def answers(self) -> list[Card]:
        return [card for card in self.manifest().cards.values() if isinstance(card.facts, AnswerFacts)]


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, f"no {name} on the page"
    return found[1]


@pytest.fixture
def house(add_card: Callable[..., None], app: Torget, town: Database, publisher: Publisher, clock: Any) -> House:
    add_card(CARD)
    with town.write() as session:
        publisher.dress = app.starlette.state.publisher.dress
        publisher.publish(session, clock.now)
    return House(app, town, publisher, clock)


def test_the_card_carries_an_address_on_our_own_host_that_says_which_screen(house: House) -> None:
    link = house.manifest().cards[CARD.id].link
    assert link is not None
    assert link.url == f"http://localhost:8080{house.path}?fran=bib-entre"
    assert link.short == f"localhost:8080{house.path}"
    assert house.phone.get(link.url).status_code == 200


def test_a_reply_is_thanked_for_counted_and_said_to_the_screen(house: House) -> None:
    link = house.reply(option="1", text="Gärna en lång.")
    page = house.phone.get(link).text
    assert "Tack! Ditt svar är framme." in page
    assert "Brygga" in page
    (reply,) = house.replies()
    assert reply.code in page
    assert reply.screen_id == "bib-entre"
    assert house.count() == 1


def test_sent_twice_it_counts_once(house: House) -> None:
    stamp = field(house.phone.get(house.path).text, "stamp")
    assert house.reply(option="1", stamp=stamp) == house.reply(option="1", stamp=stamp)
    assert house.count() == 1


def test_a_count_does_not_make_the_loop_begin_anew(house: House) -> None:
    before = house.manifest()
    house.reply(option="0")
    after = house.manifest()
    assert after.number > before.number
    assert after.lead == before.lead


def test_the_answer_stands_where_it_was_asked_and_can_be_undone(house: House) -> None:
    link = house.reply(option="1", text="Får vi en brygga?")
    assert house.act("/fragor/1/svara", **ANSWER) == 303
    (answer,) = house.answers()
    assert answer.text("sv").body == "Ja. Bryggan byggs i maj."
    assert "Ja. Bryggan byggs i maj." in house.phone.get(link).text
    assert "Vi har svarat" in house.phone.get(f"/folj/{house.replies()[0].code}").text
    assert house.act("/angra/1", next="/fragor") == 303
    assert house.answers() == []
    assert house.replies()[0].state in (ReplyState.NEW, ReplyState.READ)


@pytest.mark.slow
def test_one_answer_to_all_who_replied(house: House) -> None:
    links = [house.reply(option=str(number), text=f"Ord {number}") for number in range(3)]
    assert house.act(f"/fragor/om/{CARD.id}/svara", **ANSWER) == 303
    assert len(house.answers()) == 1
    assert all("Vi har svarat" in house.phone.get(link).text for link in links)


def test_an_answer_with_faults_shows_nothing_and_keeps_the_words(house: House) -> None:
    house.reply(option="1", text="Får vi en brygga?")
    answer = house.staff.post("/fragor/1/svara", data={"csrf": house.csrf} | ANSWER | {"department": ""})
    assert answer.status_code == 422
    assert "Ja. Bryggan byggs i maj." in answer.text
    assert house.answers() == []


@pytest.mark.slow
def test_an_empty_phrase_is_pointed_out_and_never_stops(house: House) -> None:
    house.reply(option="1", text="Får vi en brygga?")
    words = ANSWER | {"answer": "Vi tar med oss frågan."}
    drawn = house.staff.post("/fragor/1/svara", data={"csrf": house.csrf} | words | {"do": "draw"})
    assert "lovar inget" in drawn.text
    assert house.act("/fragor/1/svara", **words) == 303


def test_hidden_words_count_no_more_and_the_sender_reads_the_rule(house: House) -> None:
    link = house.reply(option="1", text="Hotfullt")
    assert house.act("/fragor/1/visa-inte") == 422
    assert house.act("/fragor/1/visa-inte", rule="threat") == 303
    assert house.count() == 0
    assert "hot eller hat" in house.phone.get(link).text


def test_choices_without_words_are_read_together(house: House) -> None:
    house.reply(option="0")
    house.reply(option="1")
    assert "2 svar utan ord" in house.staff.get("/fragor").text
    assert house.act(f"/fragor/om/{CARD.id}/lasta") == 303
    assert {reply.state for reply in house.replies()} == {ReplyState.READ}


def test_a_mind_can_be_changed_and_a_reply_taken_back(house: House) -> None:
    link = house.reply(option="0", text="Nära vattnet")
    assert house.phone.post(f"{link}/andra", data={"option": "2", "text": "Nära skogen"}).status_code == 303
    assert "Nära skogen" in house.phone.get(link).text
    assert house.phone.post(f"{link}/ta-tillbaka").status_code == 303
    assert house.count() == 0
    assert house.phone.get(f"{link}/andra").status_code == 410


def test_nothing_chosen_is_said_and_the_words_are_kept(house: House) -> None:
    answer = house.phone.post(house.path, data={"text": "Bara ord"})
    assert answer.status_code == 422
    assert "Bara ord" in answer.text
    assert house.replies() == []


def test_a_closed_question_says_so_and_takes_nothing(house: House) -> None:
    path = house.path
    house.clock.pass_by(timedelta(days=17))
    assert "Frågan är stängd" in house.phone.get(path).text
    assert house.phone.post(path, data={"option": "1"}).status_code == 410
    assert house.phone.get("/s/zzz").status_code == 404


def test_the_page_speaks_five_languages_and_sets_arabic_from_the_right(house: House) -> None:
    texts = {
        "sv": "Vem kan se det du skriver?",
        "fi": "Kuka näkee, mitä kirjoitat?",
        "fit": "Kuka näkkee mitä sie kirjotat?",
        "en": "Who can see what you write?",
        "ar": "من يستطيع قراءة ما تكتبونه؟",
    }
    for language, text in texts.items():
        page = house.phone.get(house.path, params={"sprak": language}).text
        assert text in page
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page


def test_a_browser_gets_its_language_only_where_the_question_has_it(house: House) -> None:
    assert 'lang="ar"' in house.phone.get(house.path, headers={"accept-language": "ar"}).text
    page = house.phone.get(house.path, headers={"accept-language": "en-US,en"}).text
    assert '<html lang="sv"' in page


@pytest.mark.slow
def test_public_pages_hold_no_cookie_and_no_script(house: House) -> None:
    link = house.reply(option="1", text="Hej")
    for path in (house.path, link, f"{link}/andra", "/fraga", f"/folj/{house.replies()[0].code}"):
        answer = house.phone.get(path)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert "<script" not in answer.text


def test_an_own_question_is_answered_on_the_screens(house: House) -> None:
    stamp = field(house.phone.get("/fraga").text, "stamp")
    house.clock.pass_by(timedelta(seconds=30))
    answer = house.phone.post("/fraga", data={"stamp": stamp, "text": "När plogas Kyrkogatan?"})
    assert answer.status_code == 303
    assert "När plogas Kyrkogatan?" in house.staff.get("/fragor").text
    assert house.act("/fragor/1/svara", **ANSWER) == 303
    assert len(house.answers()) == 1


def test_staff_ask_a_question_and_it_stands_with_its_address(house: House) -> None:
    asked = {
        "question": "Ska biblioteket ha öppet på söndagar?",
        "leads_to": "Det avgör öppettiderna i vår.",
        "options": "Ja\nNej",
        "sender": "Kultur och fritid",
        "owner": "Bibliotekschefen",
        "answer_by": "15/12",
        "promised": "20/12",
        "screens": "bib-entre",
        "do": "ask",
    }
    assert house.act("/fragor/ny", **(asked | {"promised": "1/12"})) == 422
    assert house.act("/fragor/ny", **asked) == 303
    card = next(card for card in house.manifest().cards.values() if card.text("sv").title.startswith("Ska"))
    assert card.link is not None
    assert house.phone.get(card.link.url).status_code == 200


@pytest.mark.slow
def test_foul_text_comes_out_as_text(house: House) -> None:
    house.reply(option="1", text="<script>alert(1)</script>\u202e& {{ 7*7 }}")
    for path in ("/fragor", "/fragor/1", f"/fragor/om/{CARD.id}"):
        page = house.staff.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
        assert "\u202e" not in page


@pytest.mark.slow
def test_beyond_the_budget_nothing_is_refused_and_honest_ones_come_first(house: House) -> None:
    for number in range(8):
        house.reply(option="1", text=f"Svar {number}", wait=4)
    trays = [reply.tray for reply in house.replies()]
    assert trays == [Tray.FIRST] * 5 + [Tray.SECOND] * 3
    assert house.count() == 5
    assert "Svar 7" not in house.staff.get("/fragor").text
    assert "Svar 7" in house.staff.get("/fragor?lage=second").text
