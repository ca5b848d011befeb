"""Every registered page, asked as every role and by every method: the endpoint runs where the rule says so, else not.

The pages are the real ones with their real rules; only what they would answer is replaced by a mark.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import product

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from server.access.actors import Actor, Role
from server.access.guard import Guard, House
from server.access.pages import EVERYONE, LINK_HOLDERS, Page
from server.access.tokens import new_token
from server.features import all_pages
from server.settings import Settings
from server.storage.models import AccountRole
from server.storage.session import Database
from tests.server.conftest import Clock, sign_in

PAGES = all_pages()
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
CHANGES = [page for page in PAGES if "POST" in page.methods and not page.api]
DEVICE_TOKEN = "d" * 43
OURS = {"origin": "http://localhost:8080"}
REACHED = "reached"


def mark(_request: Request) -> Response:
    return PlainTextResponse(REACHED)


@pytest.fixture
def house(town: Database, settings: Settings, clock: Clock) -> House:
    device = Actor(role=Role.DEVICE, device_id=1, screen_id="bib-entre")
    return House(settings, town, clock, lambda token: device if token == DEVICE_TOKEN else None)


@pytest.fixture
def everyone(house: House) -> Iterator[dict[Role, tuple[TestClient, dict[str, str]]]]:
    """A client for each role, with the headers that it sends with a change."""
    routes = [
        Route(page.path, Guard(replace(page, endpoint=mark), house), methods=list(page.methods)) for page in PAGES
    ]
    app = Starlette(routes=routes)
    found = {}
    with ExitStack() as stack:
        for role in Role:
            client = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
            stack.enter_context(client)  # one event loop for all its requests
            headers = dict(OURS)
            if role in (Role.STAFF, Role.ADMIN):
                headers["x-csrf-token"] = sign_in(client, house.database, AccountRole(role.value))
            elif role is Role.DEVICE:
                headers["authorization"] = f"Bearer {DEVICE_TOKEN}"
            found[role] = (client, headers)
        yield found


def path_of(page: Page, role: Role) -> str:
    """The page's path with its places filled; only a link holder knows a token."""
    token = new_token() if role is Role.LINK else "x"
    path = page.path.replace("{token}", token)
    path = re.sub(r"\{\w+:int\}", "1", path)
    return re.sub(r"\{\w+(:\w+)?\}", "x", path)


def test_only_the_roles_named_get_in_and_only_by_the_methods_named(
    everyone: dict[Role, tuple[TestClient, dict[str, str]]],
) -> None:
    by_path: dict[str, list[Page]] = {}
    for page in PAGES:
        by_path.setdefault(page.path, []).append(page)
    wrong = []
    for pages, role, method in product(by_path.values(), Role, METHODS):
        client, headers = everyone[role]
        answer = client.request(method, path_of(pages[0], role), headers=headers)
        reached = answer.text == REACHED
        named = [page for page in pages if method in page.methods]
        allowed = any(role in page.allow for page in named)
        if reached is not allowed:
            wrong.append(f"{method} {pages[0].path} as {role}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}], ids=str)
def test_a_signed_in_change_from_elsewhere_never_runs(
    everyone: dict[Role, tuple[TestClient, dict[str, str]]], headers: dict[str, str]
) -> None:
    client, ours = everyone[Role.ADMIN]
    token = {"x-csrf-token": ours["x-csrf-token"]}
    reached = [
        str(page)
        for page in CHANGES
        if not page.public and client.post(path_of(page, Role.ADMIN), headers=token | headers).text == REACHED
    ]
    assert reached == []


@pytest.mark.parametrize("token", ["", "wrong", "x" * 43])
def test_a_signed_in_change_without_its_token_never_runs(
    everyone: dict[Role, tuple[TestClient, dict[str, str]]], token: str
) -> None:
    client, _ = everyone[Role.ADMIN]
    reached = [
        str(page)
        for page in CHANGES
        if not page.public
        and client.post(path_of(page, Role.ADMIN), headers=OURS | {"x-csrf-token": token}).text == REACHED
    ]
    assert reached == []


def test_another_sites_form_never_reaches_a_public_page_either(
    everyone: dict[Role, tuple[TestClient, dict[str, str]]],
) -> None:
    client, _ = everyone[Role.ANYONE]
    evil = {"origin": "https://evil.example"}
    reached = [
        str(page)
        for page in CHANGES
        if Role.ANYONE in page.allow and client.post(path_of(page, Role.ANYONE), headers=evil).text == REACHED
    ]
    assert reached == []


def test_a_page_without_a_rule_does_not_start() -> None:
    with pytest.raises(TypeError):
        Page("/x", mark)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="nobody"):
        Page("/x", mark, allow=frozenset())
    with pytest.raises(ValueError, match="token"):
        Page("/x", mark, allow=LINK_HOLDERS)


def test_no_path_and_method_stands_twice() -> None:
    seen = [(method, page.path) for page in PAGES for method in page.methods]
    assert len(seen) == len(set(seen))


def test_everyone_means_everyone() -> None:
    assert frozenset(Role) == EVERYONE
