"""What stands before and behind an endpoint: limits, faults in words, headers, and where one is sent to sign in."""

import logging
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from foundation.errors import N_, TorgetError
from server.access.guard import Guard, House
from server.access.headers import POLICY, Headers
from server.access.pages import EVERYONE, SIGNED_IN, Page
from server.settings import Settings, Web
from server.storage.session import Database
from tests.server.conftest import Clock

Serve = Callable[..., TestClient]


class OddError(TorgetError):
    say = N_("Odd: {what}.")


def break_down(_request: Request) -> Response:
    raise RuntimeError("secret detail")


def be_odd(_request: Request) -> Response:
    raise OddError(what="five")


async def echo(request: Request) -> Response:
    return PlainTextResponse(request.state.form.get("word", ""))


@pytest.fixture
def serve(town: Database, settings: Settings, clock: Clock) -> Serve:
    def make(*pages: Page, settings: Settings = settings) -> TestClient:
        house = House(settings, town, clock, lambda _token: None)
        app = Starlette(routes=[Route(page.path, Guard(page, house), methods=list(page.methods)) for page in pages])
        return TestClient(Headers(app, settings), base_url="http://localhost:8080", follow_redirects=False)

    return make


def test_a_broken_endpoint_is_a_calm_page_and_a_trace_in_the_log(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = serve(Page("/x", break_down, allow=EVERYONE)).get("/x")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "secret detail" in caplog.text


def test_our_own_errors_say_their_sentence(serve: Serve) -> None:
    answer = serve(Page("/x", be_odd, allow=EVERYONE)).get("/x", headers={"accept-language": "en"})
    assert answer.status_code == 400
    assert "Odd: five." in answer.text


def test_the_api_says_faults_as_json(serve: Serve) -> None:
    client = serve(Page("/x", break_down, allow=EVERYONE, api=True), Page("/y", be_odd, allow=EVERYONE, api=True))
    assert client.get("/x").json()["error"] == "broken"
    assert client.get("/y").json() == {"error": "bad-request", "say": "Odd: five."}


@pytest.mark.parametrize("told", [True, False])
def test_a_body_beyond_its_limit_is_cut_off(serve: Serve, told: bool) -> None:
    client = serve(Page("/x", echo, allow=EVERYONE, methods=("POST",), body_limit=100))
    form = b"word=" + b"a" * 200
    body = form if told else iter([form[:90], form[90:]])
    answer = client.post("/x", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413
    assert client.post("/x", data={"word": "short"}).text == "short"


def test_a_form_of_too_many_fields_is_refused(serve: Serve) -> None:
    client = serve(Page("/x", echo, allow=EVERYONE, methods=("POST",)))
    answer = client.post("/x", data={f"f{number}": "1" for number in range(1000)})
    assert answer.status_code == 400


def test_who_is_signed_out_is_sent_to_sign_in_and_back(serve: Serve) -> None:
    answer = serve(Page("/kort", echo, allow=SIGNED_IN)).get("/kort?sida=2")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/logga-in?next=%2Fkort%3Fsida%3D2"


def test_who_is_signed_out_while_writing_loses_nothing(serve: Serve) -> None:
    client = serve(Page("/kort", echo, allow=SIGNED_IN, methods=("POST",)))
    assert client.post("/kort", data={"word": "long text"}).status_code == 401


def test_every_answer_carries_the_headers(serve: Serve, settings: Settings) -> None:
    client = serve(Page("/x", echo, allow=EVERYONE), Page("/y", echo, allow=SIGNED_IN))
    for path in ("/x", "/y"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == ("no-referrer" if path == "/x" else "same-origin")
        assert headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in headers
        assert "set-cookie" not in headers


def test_without_sec_fetch_site_the_origin_decides(serve: Serve) -> None:
    settings = Settings(web=Web(host="10.0.0.5", url="http://10.0.0.5:8080", trying=True))
    client = serve(Page("/x", echo, allow=EVERYONE, methods=("POST",)), settings=settings)
    for origin, status in (
        ("http://10.0.0.5:8080", 200),
        ("http://localhost:8080", 200),
        ("https://evil.example", 403),
    ):
        assert client.post("/x", data={"word": "a"}, headers={"origin": origin}).status_code == status


def test_behind_tls_browsers_are_told_to_stay_there(serve: Serve) -> None:
    client = serve(Page("/x", echo, allow=EVERYONE), settings=Settings(web=Web(url="https://skyltar.alvdala.se")))
    assert client.get("/x").headers["strict-transport-security"] == "max-age=31536000"
