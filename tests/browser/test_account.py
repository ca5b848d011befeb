"""A grave act late after the sign-in, in a real browser: one is asked, by keyboard alone, and nothing typed is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from server.access.fresh import FRESH_FOR
from server.access.links import new_link
from server.access.sessions import begin
from server.storage.models import Account, AccountRole
from tests.browser.conftest import NARROW, SWEDISH, WIDE, House, axe_findings, scrolls_sideways
from tests.server.conftest import account

PASSWORD = "blå häst äter snö"
SETTINGS = "/skarmar/bib-entre/installningar"


@pytest.fixture
def owner(house: House, request: pytest.FixtureRequest) -> int:
    """An administrator of this test's own."""
    return account(house.database, AccountRole.ADMIN, request.node.name[:100]).id


@pytest.fixture
def page(house: House, chromium: Browser, owner: int) -> Iterator[Page]:
    """A browser that this administrator is signed in with, beside a telephone."""
    with house.database.write() as session:
        kept = session.get_one(Account, owner)
        begin(session, kept, datetime.now(UTC), browser="Safari, iPhone")
        token = begin(session, kept, datetime.now(UTC), browser="Chrome, Linux")
    context = chromium.new_context(locale=SWEDISH, viewport=WIDE, base_url=house.url)  # type: ignore[arg-type]
    context.add_cookies([{"name": "torget", "value": token, "url": house.url}])
    yield context.new_page()
    context.close()


def test_a_form_sent_too_late_goes_on_after_the_password(house: House, page: Page, owner: int) -> None:
    page.goto("/konto")
    page.get_by_label("Ditt lösenord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Lösenordet är bytt.")).to_be_visible()
    with house.database.write() as session:
        begin(session, session.get_one(Account, owner), datetime.now(UTC), browser="Safari, iPhone")
    page.goto(SETTINGS)
    page.get_by_label("Plats").fill('Biblioteket "norra" & söder')
    house.sign_in_was(FRESH_FOR + timedelta(minutes=1))
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("heading", name="Är det fortfarande du?")).to_be_visible()
    for size in (NARROW, {"width": 640, "height": 400}, WIDE):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a dictionary is what Playwright takes
        assert not scrolls_sideways(page)
    page.keyboard.type("fel lösenord")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Det är inte ditt lösenord.")
    assert axe_findings(page) == []
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text('Biblioteket "norra" & söder')
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_role("status")).to_contain_text("som förut")
    page.goto("/konto")
    assert axe_findings(page) == []
    page.get_by_role("button", name="Logga ut Safari, iPhone").click()
    expect(page.get_by_text("Utloggad där.")).to_be_visible()
    expect(page.get_by_text("Safari, iPhone")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_has_no_password_goes_on_after_a_new_link(house: House, page: Page, owner: int, scheme: str) -> None:
    house.sign_in_was(FRESH_FOR)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's own words
    page.goto("/skarmar/koppla")
    expect(page.get_by_text("Du har inget lösenord än.")).to_be_visible()
    assert axe_findings(page) == []
    page.get_by_role("button", name="Fortsätt").click()
    with house.database.write() as session:
        link = new_link(session, house.settings, session.get_one(Account, owner), datetime.now(UTC))
    other = page.context.new_page()
    other.goto(link)
    other.get_by_role("button", name="Logga in mig").click()
    expect(other.get_by_role("link", name="Nytt kort").first).to_be_visible()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Vad visar skärmen?")).to_be_visible()
