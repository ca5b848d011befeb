"""Odd requests at every page: numbers beyond all columns, signs that no database keeps, methods and paths of scanners.

Each is answered in words; none breaks a page, and none finds what it may not.
"""

import re

import pytest
from starlette.testclient import TestClient

from server.access.pages import Page
from server.features import all_pages
from server.storage.models import AccountRole
from server.storage.session import Database
from tests.server.conftest import sign_in

OURS = {"origin": "http://localhost:8080"}
HUGE = ("0", "2147483648", "9223372036854775808", "9" * 40)
FOREIGN = ("%00", "..%2f..%2fetc%2fpasswd", "%f0%9f%92%a9", "a" * 3000, "%27%20OR%201=1--", "%e2%80%ae")
PLACE = re.compile(r"\{(\w+)(:int)?\}")


def addresses(page: Page) -> list[str]:
    """The page's path with odd things in each of its places."""
    if not PLACE.search(page.path):
        return []
    numbers = ":int" in page.path
    return [PLACE.sub(odd, page.path) for odd in (HUGE if numbers else FOREIGN)]


def ask(client: TestClient, page: Page, address: str, **form: str) -> int:
    """The status of the answer to a request that `page` takes."""
    if "POST" in page.methods:
        return client.post(address, data=form, headers=OURS).status_code
    return client.get(address).status_code


@pytest.mark.slow
def test_odd_things_in_a_path_break_no_page(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.ADMIN)
    asked = [
        (str(page), address[:60], ask(client, page, address, csrf=csrf, act="publish", sure="1"))
        for page in all_pages()
        for address in addresses(page)
    ]
    assert len(asked) > 150
    assert [one for one in asked if one[2] >= 500] == []


@pytest.mark.parametrize(
    "odd", ["\x00", "a\x00b", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "x" * 5000]
)
def test_odd_names_sign_nobody_in(client: TestClient, odd: str) -> None:
    answer = client.post("/logga-in", data={"name": odd, "password": odd + "lösenord är det"}, headers=OURS)
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("odd", ["\x00", "a\x00b"])
@pytest.mark.parametrize("path", ["/skarmar/koppla", "/skarmar/bib-entre/installningar"])
def test_odd_signs_in_fields_break_no_form(client: TestClient, town: Database, path: str, odd: str) -> None:
    csrf = sign_in(client, town, AccountRole.ADMIN)
    sent = {
        "csrf": csrf,
        "code": odd,
        "screen": odd,
        "name": "Entrén" + odd,
        "place": odd,
        "inches": "55",
        "metres": "3",
    }
    assert client.post(path, data=sent, headers=OURS).status_code < 500


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/torget.db",
        "/data/keys/publishing.key",
        "/static/../settings.py",
        "/static/%2e%2e/app.py",
        "/openapi.json",
        "/docs",
        "/admin",
    ],
)
def test_scanners_find_nothing(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "BREW"])
def test_other_methods_do_nothing(client: TestClient, town: Database, method: str) -> None:
    sign_in(client, town, AccountRole.ADMIN)
    for path in ("/skarmar/bib-entre", "/konto", "/api/v1/manifest"):
        assert client.request(method, path, headers=OURS).status_code in {401, 405}


@pytest.mark.slow
def test_no_page_of_the_staff_opens_to_a_stranger(client: TestClient, town: Database) -> None:
    del town
    behind = [page for page in all_pages() if not page.public and not page.api]
    asked = [
        (str(page), address[:60], ask(client, page, address, a="b"))
        for page in behind
        for address in addresses(page) or [page.path]
    ]
    assert {str(page) for page in behind} == {name for name, _address, _status in asked}
    assert [one for one in asked if one[2] not in {303, 401, 403, 404}] == []
