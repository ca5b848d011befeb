"""A municipality's own look: made of colours and a logo, seen first, put on, travelling, undone."""

import base64
import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageDraw
from sqlalchemy import select
from starlette.testclient import TestClient

from cards.kinds import KINDS
from cards.themes import OWN, worn
from playlists.model import Manifest
from server.appearance.logos import BYTES, LogoRefusedError, LogoTooHeavyError, LogoTooSmallError, logo_png
from server.publishing.publish import latest
from server.settings import Settings
from server.storage.models import AccountRole, StoredMunicipality, StoredScreen
from server.storage.session import Database
from tests.server.conftest import sign_in

pytestmark = pytest.mark.slow  # whole flows through the pages, dozens of them

SAME_SITE = {"sec-fetch-site": "same-origin"}
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><circle cx="40" cy="40" r="38" fill="#0057A8"/>'
    b'<path d="M90 20h100v40h-100z" fill="#F39200"/></svg>'
)


@pytest.fixture
def csrf(client: TestClient, town: Database) -> str:
    return sign_in(client, town, AccountRole.ADMIN)


def _make(client: TestClient, csrf: str, **fields: str) -> str:
    typed = {"first": "#0057A8", "second": "f39200", "third": "", **fields}
    sent = client.post(
        "/utseende", data={"csrf": csrf, **typed}, files={"logo": ("logo.svg", SVG, "image/svg+xml")}, headers=SAME_SITE
    )
    assert sent.status_code == 303, sent.text
    return str(sent.headers["location"])


def _manifest(town: Database) -> Manifest:
    with town.read() as session:
        found = latest(session, "bib-entre")
        assert found is not None
        payload = msgspec.json.decode(found.envelope)["payload"]
    return msgspec.json.decode(base64.b64decode(payload + "=="), type=Manifest)


def test_a_look_is_seen_on_every_kind_before_anything_changes(client: TestClient, town: Database, csrf: str) -> None:
    where = _make(client, csrf)
    page = client.get(where).text
    assert "Inget är ändrat än" in page
    assert "#0057A8" in page
    for kind in ("event", "alert", "question"):
        assert f"{where}/{kind}.jpg" in page
        answer = client.get(f"{where}/{kind}.jpg")
        assert Image.open(io.BytesIO(answer.content)).size == (480, 270)
    assert page.count(".jpg") >= len(KINDS) - 1
    with town.read() as session:
        assert session.scalars(select(StoredMunicipality)).one().look is None
        assert session.scalars(select(StoredScreen.theme)).all() == ["alv"]


def test_put_on_it_travels_to_the_screens_and_one_press_takes_it_back(
    client: TestClient, town: Database, csrf: str
) -> None:
    where = _make(client, csrf)
    done = client.post(where, data={"csrf": csrf}, headers=SAME_SITE)
    assert done.status_code == 303
    told = client.get(done.headers["location"]).text
    assert "nytt utseende" in told
    screen = _manifest(town).screen
    assert screen.theme == OWN
    assert worn(screen).pigments["teal"] == "#0057A8"
    logo = worn(screen).logo
    assert logo is not None
    assert 0 < len(logo.png) <= BYTES
    undo = told.split('action="/angra/')[1].split('"')[0]
    client.post(f"/angra/{undo}", data={"csrf": csrf, "next": where}, headers=SAME_SITE)
    assert _manifest(town).screen.theme == "alv"
    assert _manifest(town).screen.municipality.look is None


@pytest.mark.parametrize("name", ["skog", "kontrast", "ungdom", "alv"])
def test_a_look_that_ships_is_put_on_the_same_way(client: TestClient, town: Database, csrf: str, name: str) -> None:
    assert client.get(f"/utseende/{name}/house.jpg").status_code == 200
    client.post(f"/utseende/{'skog' if name == 'alv' else 'alv'}", data={"csrf": csrf}, headers=SAME_SITE)
    client.post(f"/utseende/{name}", data={"csrf": csrf}, headers=SAME_SITE)
    assert _manifest(town).screen.theme == name
    assert "Så här ser alla skärmar ut" in client.get(f"/utseende/{name}").text


def test_the_own_look_is_offered_again_after_another_was_worn(client: TestClient, csrf: str) -> None:
    where = _make(client, csrf)
    client.post(where, data={"csrf": csrf}, headers=SAME_SITE)
    client.post("/utseende/alv", data={"csrf": csrf}, headers=SAME_SITE)
    assert where in client.get("/utseende").text


@pytest.mark.parametrize(("first", "second"), [("", "#F39200"), ("blå", "#F39200"), ("#0057A8", "12345")])
def test_a_colour_that_is_none_is_asked_for_again_and_the_rest_is_kept(
    client: TestClient, csrf: str, first: str, second: str
) -> None:
    typed = {"csrf": csrf, "first": first, "second": second, "third": "#ABCDEF"}
    answer = client.post("/utseende", data=typed, headers=SAME_SITE)
    assert answer.status_code == 422
    assert "grafiska manual" in answer.text
    assert "#ABCDEF" in answer.text


def test_a_file_that_is_no_logo_is_refused_in_words(client: TestClient, csrf: str) -> None:
    typed = {"csrf": csrf, "first": "#0057A8", "second": "#F39200"}
    sent = {"logo": ("logo.svg", b"<svg><path", "image/svg+xml")}
    answer = client.post("/utseende", data=typed, files=sent, headers=SAME_SITE)
    assert answer.status_code == 422
    assert "SVG eller en PNG" in answer.text


@pytest.mark.parametrize("name", ["nothing", "..%2Falv", "0123456789abcdef", "own"])
def test_a_look_that_is_not_there_is_not_found(client: TestClient, csrf: str, name: str) -> None:
    assert client.get(f"/utseende/{name}").status_code == 404
    assert client.get(f"/utseende/{name}/event.jpg").status_code == 404


def test_staff_who_are_no_administrators_do_not_get_in(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    for path in ("/utseende", "/utseende/skog", "/utseende/skog/event.jpg"):
        assert client.get(path).status_code in (403, 404)
    answer = client.post("/utseende/skog", data={"csrf": csrf}, headers=SAME_SITE)
    assert answer.status_code in (403, 404)
    with town.read() as session:
        assert session.scalars(select(StoredScreen.theme)).all() == ["alv"]


def test_somebody_without_an_account_is_led_to_the_door(client: TestClient) -> None:
    assert client.get("/utseende").status_code in (302, 303, 401, 403)
    assert client.post("/utseende/skog", headers=SAME_SITE).status_code in (302, 303, 401, 403)


def test_what_was_made_lies_in_the_data_folder_as_a_theme_file(
    client: TestClient, csrf: str, settings: Settings
) -> None:
    where = _make(client, csrf)
    text = (settings.data_folder / "looks" / f"{Path(where).name}.toml").read_text()
    assert 'teal = "#0057A8"' in text


def test_a_drawn_logo_becomes_a_small_picture_with_nothing_behind_it() -> None:
    image = Image.open(io.BytesIO(logo_png(SVG))).convert("RGBA")
    assert image.width <= 640
    assert image.height <= 240
    assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_drawing_opens_no_file_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (80, 80), "#FF00FF").save(secret)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 80">'
        f'<rect width="80" height="40" fill="#00AA00"/><image xlink:href="{secret}" y="40" width="80" height="40"/>'
        "</svg>"
    )
    drawn = Image.open(io.BytesIO(logo_png(svg.encode()))).convert("RGBA")
    assert all(pixel[:3] != (255, 0, 255) for _, pixel in drawn.getcolors(1 << 20) or [])  # type: ignore[index]


def test_a_logo_of_a_few_pixels_or_of_nothing_is_refused() -> None:
    with pytest.raises(LogoTooSmallError):
        logo_png(_png((20, 12), "#0057A8"))
    with pytest.raises(LogoRefusedError):
        logo_png(_png((200, 120), None))


def test_a_photograph_that_would_be_too_heavy_to_travel_is_no_logo() -> None:
    noise = Image.effect_noise((900, 500), 90).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "PNG")
    with pytest.raises(LogoTooHeavyError):
        logo_png(file.getvalue())


def _png(size: tuple[int, int], colour: str | None) -> bytes:
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    if colour:
        ImageDraw.Draw(image).rectangle((0, 0, size[0] - 1, size[1] - 1), fill=colour)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def test_undoing_a_look_is_refused_when_another_was_put_on_since(client: TestClient, town: Database, csrf: str) -> None:
    first = client.post("/utseende/skog", data={"csrf": csrf}, headers=SAME_SITE)
    client.post("/utseende/kontrast", data={"csrf": csrf}, headers=SAME_SITE)
    number = first.headers["location"].split("gjort=")[1]
    client.post(f"/angra/{number}", data={"csrf": csrf, "next": "/utseende"}, headers=SAME_SITE)
    with town.read() as session:
        assert session.scalars(select(StoredScreen.theme)).all() == ["kontrast"]
