"""An association hands in, staff decide, and the screens show exactly what was approved."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PIL import Image
from sqlalchemy import select
from starlette.testclient import TestClient

from cards.model import Link
from foundation.errors import TorgetError
from playlists.model import Manifest
from playlists.trust import Trust, accept_keys, accept_manifest
from server.access import sessions
from server.access.accounts import make_account
from server.app import Torget
from server.intake import budgets
from server.media.forgetting import forget_unused
from server.publishing.publish import Publisher, latest
from server.publishing.versions import add_version
from server.storage.models import Account, AccountRole, ShortAddress, StoredCard, Submission, SubmissionState, Tray
from server.storage.session import Database

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

FIELDS = {
    "what": "Julkaffe med allsång",
    "day": "tisdag 15 december",
    "starts": "13.00",
    "ends": "15.00",
    "where": "Servicehuset Granen",
    "who": "Älvdala pensionärsförening",
    "more": "Kaffe och lussebulle 40 kronor.",
    "contact": "sekreterare@pensionarerna.example",
    "do": "send",
}


class House:
    """The running house as its four people meet it; the clock is moved by hand."""

    def __init__(self, app: Torget, database: Database, publisher: Publisher, clock: object) -> None:
        self.app, self.database, self.publisher, self.clock = app, database, publisher, clock
        self.public = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
        self.staff = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
        self.staff.headers["sec-fetch-site"] = "same-origin"
        self.csrf = self._sign_in(self.staff, "kommunikator")

    def _sign_in(self, client: TestClient, name: str) -> str:
        now = self.clock.now
        with self.database.write() as session:
            account = make_account(session, name, name.title(), AccountRole.STAFF, now)
            token = sessions.begin(session, session.get_one(Account, account.id), now)
        client.cookies.set("torget", token)
        found = sessions.find(self.database, token, now)
        assert found is not None
        return found.csrf

    def stamp(self, path: str = "/visa") -> str:
        return field(self.public.get(path).text, "stamp")

    def hand_in(self, *, wait: float = 60, **changes: str) -> str:
        """Fill in the form as a person does, and return the follow link's path."""
        stamp = self.stamp()
        self.clock.pass_by(timedelta(seconds=wait))
        answer = self.public.post("/visa", data=FIELDS | {"stamp": stamp} | changes)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def decide(self, verb: str, number: int = 1, **fields: str) -> int:
        page = self.staff.get(f"/inkorg/{number}/visa-inte" if verb == "visa-inte" else f"/inkorg/{number}")
        data = {"csrf": self.csrf, "sha256": field(page.text, "sha256")} | fields
        return self.staff.post(f"/inkorg/{number}/{verb}", data=data).status_code

    def manifest(self) -> Manifest:
        with self.database.read() as session:
            newest = latest(session, "bib-entre")
        assert newest is not None
        trust = Trust(screen="bib-entre", municipality="alvdala", root_key=self.publisher.keys.root_key)
        return accept_manifest(newest.envelope, accept_keys(self.publisher.keys.sealed_list, trust))[0]

    def titles(self) -> list[str]:
        return [card.text("sv").title for card in self.manifest().cards.values()]

    def submission(self) -> Submission:
        with self.database.read() as session:
            return session.scalars(select(Submission).order_by(Submission.id.desc())).first()


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, f"no {name} on the page"
    return found[1]


@pytest.fixture
def house(app: Torget, town: Database, publisher: Publisher, clock: object) -> Iterator[House]:
    house = House(app, town, publisher, clock)
    with house.public:
        yield house


def test_what_was_approved_is_on_the_glass_and_nothing_before(house: House) -> None:
    link = house.hand_in()
    assert house.titles() == []
    assert "Inskickat" in house.public.get(link).text
    assert house.decide("godkann") == 303
    assert house.titles() == ["Julkaffe med allsång"]
    page = house.public.get(link).text
    assert "Visas från tisdag på 1 skärm" in page
    assert "Läst och godkänt" in page


def test_a_refusal_names_the_rule_and_the_words(house: House) -> None:
    link = house.hand_in()
    assert house.decide("visa-inte", rule="incomplete", words="Behöver man anmäla sig?") == 303
    page = house.public.get(link).text
    assert "Visades inte: därför" in page
    assert "Saknar något." in page
    assert "Behöver man anmäla sig?" in page
    assert house.titles() == []


@pytest.mark.parametrize("fields", [{}, {"rule": "nonsense"}, {"rule": "other", "words": " "}])
def test_a_refusal_without_a_reason_is_not_one(house: House, fields: dict[str, str]) -> None:
    house.hand_in()
    assert house.decide("visa-inte", **fields) == 422
    assert house.submission().state is SubmissionState.WAITING


def test_a_change_waits_while_the_approved_version_plays(house: House) -> None:
    link = house.hand_in()
    house.decide("godkann")
    answer = house.public.post(f"{link}/andra", data=FIELDS | {"what": "Julkaffe, nu med lotteri"})
    assert answer.status_code == 303
    assert house.titles() == ["Julkaffe med allsång"]
    assert "Ändringen väntar på att läsas" in house.public.get(link).text
    house.decide("godkann")
    assert house.titles() == ["Julkaffe, nu med lotteri"]


def test_an_approval_holds_for_the_words_that_were_read(house: House) -> None:
    link = house.hand_in()
    read = field(house.staff.get("/inkorg/1").text, "sha256")
    house.public.post(f"{link}/andra", data=FIELDS | {"what": "Köp min bil"})
    answer = house.staff.post("/inkorg/1/godkann", data={"csrf": house.csrf, "sha256": read})
    assert answer.status_code == 409
    assert "Kortet ändrades medan du läste" in answer.text
    assert house.titles() == []


def test_the_first_decision_counts(house: House) -> None:
    house.hand_in()
    sha256 = field(house.staff.get("/inkorg/1").text, "sha256")
    assert house.decide("visa-inte", rule="advertising") == 303
    late = house.staff.post("/inkorg/1/godkann", data={"csrf": house.csrf, "sha256": sha256})
    assert late.status_code == 409
    assert "hann före" in late.text
    assert house.titles() == []


def test_an_approval_can_be_undone(house: House) -> None:
    house.hand_in()
    house.decide("godkann")
    page = house.staff.get("/inkorg?gjort=1").text
    undo = re.search(r'action="(/angra/\d+)"', page)
    assert undo is not None
    answer = house.staff.post(undo[1], data={"csrf": house.csrf, "next": "/inkorg"})
    assert answer.status_code == 303
    assert house.titles() == []
    assert "Julkaffe" in house.staff.get("/inkorg").text


def test_staff_put_a_word_right_and_show_it(house: House) -> None:
    link = house.hand_in(what="Julkafe med allsång")
    sha256 = field(house.staff.get("/inkorg/1/andra").text, "sha256")
    data = FIELDS | {"csrf": house.csrf, "sha256": sha256, "do": "approve"}
    assert house.staff.post("/inkorg/1/andra", data=data).status_code == 303
    assert house.titles() == ["Julkaffe med allsång"]
    assert "rättat av oss" in house.public.get(link).text


def test_the_sender_takes_it_back_and_changes_their_mind(house: House) -> None:
    link = house.hand_in()
    house.decide("godkann")
    house.public.post(f"{link}/dra-tillbaka")
    assert house.titles() == []
    assert "Ni har dragit tillbaka kortet" in house.public.get(link).text
    house.public.post(f"{link}/skicka-igen")
    assert house.submission().state is SubmissionState.WAITING
    assert house.titles() == []


def test_a_form_with_faults_keeps_every_word(house: House) -> None:
    answer = house.public.post("/visa", data=FIELDS | {"ends": "", "who": "", "day": "nån gång"})
    assert answer.status_code == 422
    for word in ("Julkaffe med allsång", "nån gång", "Servicehuset Granen", "Kaffe och lussebulle", "sekreterare@"):
        assert word in answer.text
    assert "Tre saker behöver rättas" in answer.text
    assert house.submission() is None


def test_the_same_form_twice_is_one_submission(house: House) -> None:
    stamp = house.stamp()
    first = house.public.post("/visa", data=FIELDS | {"stamp": stamp}).headers["location"]
    second = house.public.post("/visa", data=FIELDS | {"stamp": stamp}).headers["location"]
    assert first == second
    with house.database.read() as session:
        assert len(session.scalars(select(Submission)).all()) == 1


@pytest.mark.parametrize("odd", [{"wait": 1}, {"website": "http://spam.example"}, {"stamp": "forged"}])
def test_what_comes_oddly_is_met_in_the_second_tray(house: House, odd: dict[str, object]) -> None:
    house.hand_in(**odd)
    assert house.submission().tray is Tray.SECOND
    page = house.staff.get("/inkorg").text
    assert "Andra lådan" in page


@pytest.mark.slow
def test_once_more_fills_in_all_but_the_day(house: House) -> None:
    link = house.hand_in()
    page = house.public.get(f"{link}/igen").text
    assert field(page, "what") == "Julkaffe med allsång"
    assert field(page, "day") == ""


def test_a_code_shows_the_state_and_nothing_else(house: House) -> None:
    house.hand_in()
    code = house.submission().code
    page = house.public.get(f"/folj/{code}").text
    assert "Inskickat" in page
    assert "Julkaffe" not in page
    assert "sekreterare" not in page
    found = house.public.get("/folj", params={"kod": code.replace("ÄLV-", "alv ").lower()})
    assert found.status_code == 303


def test_a_link_that_is_not_whole_opens_nothing(house: House) -> None:
    link = house.hand_in()
    assert house.public.get(link[:-1] + "x").status_code == 404
    house.clock.pass_by(timedelta(days=60))
    assert house.public.get(link).status_code == 404


@pytest.mark.slow
def test_no_cookie_and_no_outside_address_on_public_pages(house: House) -> None:
    link = house.hand_in()
    for path in ("/visa", link, f"{link}/andra", f"{link}/igen", "/folj"):
        answer = house.public.get(path)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert not re.search(r'(?:src|href)="https?://', answer.text)


@pytest.mark.slow
def test_the_contact_is_shown_after_it_was_written_down(house: House) -> None:
    house.hand_in()
    assert "sekreterare@" not in house.staff.get("/inkorg/1").text
    answer = house.staff.post("/inkorg/1/kontakt", data={"csrf": house.csrf})
    assert "sekreterare@pensionarerna.example" in answer.text


@pytest.mark.slow
def test_a_picture_survives_a_form_with_faults(house: House) -> None:
    files = {"picture": ("affisch.jpg", noise(), "image/jpeg")}
    answer = house.public.post("/visa", data=FIELDS | {"ends": ""}, files=files)
    assert answer.status_code == 422
    kept = field(answer.text, "kept_picture")
    assert kept
    again = {"stamp": field(answer.text, "stamp"), "kept_picture": kept, "picture_allowed": "yes"}
    house.clock.pass_by(timedelta(seconds=20))
    assert house.public.post("/visa", data=FIELDS | again).status_code == 303
    house.decide("godkann")
    (card,) = house.manifest().cards.values()
    assert card.picture is None or card.picture.width_px == 1600


def test_somebody_elses_picture_cannot_be_named(house: House) -> None:
    forged = {"kept_picture": "7b7d.00", "picture_allowed": "yes"}
    assert house.public.post("/visa", data=FIELDS | forged).status_code == 303
    with house.database.read() as session:
        (submission,) = session.scalars(select(Submission)).all()
        assert submission.card.version().content.picture is None


@pytest.mark.slow
def test_a_file_that_is_no_picture_is_said_beside_its_field(house: House) -> None:
    files = {"picture": ("affisch.jpg", b"<svg>not a picture</svg>", "image/jpeg")}
    answer = house.public.post("/visa", data=FIELDS, files=files)
    assert answer.status_code == 422
    assert house.submission() is None


@pytest.mark.slow
def test_pictures_beyond_the_budget_wait_and_every_word_is_kept(house: House) -> None:
    turns = budgets.of(house.app.starlette).picture_turns
    for _ in range(budgets.PICTURES_AT_ONCE):  # as many senders whose pictures are being looked at
        turns.acquire()
    files = {"picture": ("affisch.jpg", b"whatever it is", "image/jpeg")}
    answer = house.public.post("/visa", data=FIELDS, files=files)
    assert answer.status_code == 422
    assert "fler bilder än vi hinner ta emot" in answer.text
    assert "Julkaffe med allsång" in answer.text
    turns.release()
    assert "fler bilder" not in house.public.post("/visa", data=FIELDS, files=files).text
    assert turns.acquire(blocking=False), "a turn is given back after a picture that was refused"


@pytest.mark.slow
def test_the_card_is_drawn_for_the_script_and_for_the_button(house: House) -> None:
    drawn = house.public.post("/visa/kort", data=FIELDS | {"ends": ""})
    assert "data:image/jpeg;base64," in drawn.text
    by_button = house.public.post("/visa", data=FIELDS | {"do": "draw", "ends": "", "who": ""})
    assert by_button.status_code == 200
    assert "data:image/jpeg;base64," in by_button.text
    assert "summa" not in by_button.text


def test_the_inbox_says_when_nothing_waits(house: House) -> None:
    assert "Inget väntar" in house.staff.get("/inkorg").text
    assert house.public.get("/inkorg").status_code == 303


@pytest.mark.slow
def test_an_approved_event_of_these_days_begins_the_loop_at_once(house: House) -> None:
    house.hand_in(day="fredag 27 november")
    house.decide("godkann")
    lead = house.manifest().lead
    assert lead is not None
    assert lead.card == house.submission().card_id


def noise() -> bytes:
    data = io.BytesIO()
    Image.effect_noise((1600, 900), 60).convert("RGB").save(data, "JPEG")
    return data.getvalue()


@pytest.mark.slow
def test_what_a_picture_shows_can_be_told_and_is_no_matter_of_legibility(house: House) -> None:
    files = {"picture": ("affisch.jpg", noise(), "image/jpeg")}
    answer = house.public.post("/visa", data=FIELDS | {"do": "draw", "picture_allowed": "yes"}, files=files)
    assert "Berätta vad bilden visar" in answer.text
    assert "Svårt att läsa" not in answer.text
    again = {"kept_picture": field(answer.text, "kept_picture"), "picture_allowed": "yes", "stamp": house.stamp()}
    house.clock.pass_by(timedelta(seconds=20))
    house.public.post("/visa", data=FIELDS | again)
    assert "Läsbarhet" in house.staff.get("/inkorg/1").text
    assert "Svårt att läsa" not in house.staff.get("/inkorg/1").text
    sha256 = field(house.staff.get("/inkorg/1/andra").text, "sha256")
    changed = {"csrf": house.csrf, "sha256": sha256, "keep_picture": "1", "picture_alt": "Ett kaffebord"}
    assert house.staff.post("/inkorg/1/andra", data=FIELDS | changed | {"do": "approve"}).status_code == 303
    with house.database.read() as session:
        picture = session.get_one(Submission, 1).card.version().content.picture
    assert picture is not None
    assert picture.alt == "Ett kaffebord"


@pytest.mark.slow
def test_a_picture_that_was_forgotten_meanwhile_is_asked_for_again(house: House) -> None:
    files = {"picture": ("affisch.jpg", noise(), "image/jpeg")}
    page = house.public.post("/visa", data=FIELDS | {"do": "draw"}, files=files).text
    later = datetime.now(UTC) + timedelta(days=3)
    assert forget_unused(house.database, house.app.starlette.state.settings.data_folder, later) == 1
    again = {"stamp": field(page, "stamp"), "kept_picture": field(page, "kept_picture"), "picture_allowed": "yes"}
    answer = house.public.post("/visa", data=FIELDS | again)
    assert answer.status_code == 422
    assert "Bilden finns inte kvar." in answer.text
    assert house.submission() is None


def test_who_reads_english_goes_on_in_english(house: House) -> None:
    stamp = field(house.public.get("/visa?sprak=en").text, "stamp")
    house.clock.pass_by(timedelta(seconds=30))
    answer = house.public.post("/visa?sprak=en", data=FIELDS | {"stamp": stamp})
    page = house.public.get(answer.headers["location"]).text
    assert "Handed in" in page
    assert "/andra?sprak=en" in page


def test_a_card_that_cannot_be_drawn_is_taken_all_the_same(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise TorgetError("no picture today")

    monkeypatch.setattr("server.curation.drawing.jpeg", broken)
    page = house.public.post("/visa", data=FIELDS | {"do": "draw"}).text
    assert "Kortet går inte att rita just nu." in page
    assert "när ni har skrivit" not in page


def test_the_inbox_tells_the_address_that_stands_on_the_glass(house: House) -> None:
    house.hand_in()
    with house.database.write() as session:
        stored = session.get_one(StoredCard, house.submission().card_id)
        link = Link(url="https://pensionarerna.example/julkaffe", short="pensionarerna.example")
        linked = msgspec.structs.replace(stored.version().content, link=link)
        add_version(session, stored, linked, None, house.clock.now)
        short = session.get_one(ShortAddress, stored.id).short_code
    page = house.staff.get("/inkorg/1").text
    assert f"localhost:8080/k/{short}" in page
    assert "pensionarerna.example" not in page
