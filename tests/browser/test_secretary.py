"""What an association's secretary does in a real browser, with script and without, and what staff do about it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from server.curation.dates import MONTHS, WEEKDAYS
from tests.browser.conftest import NARROW, WIDE, House, OpenStaff, axe_findings, scrolls_sideways, shoot

NOT_TOO_FAST_MS = 3200
"""A form that comes back sooner goes to the second tray."""


def a_day(days: int) -> str:
    day = datetime.now(UTC) + timedelta(days=days)
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def kitchen(request: pytest.FixtureRequest, chromium: Browser, house: House) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=house.url, viewport=WIDE, java_script_enabled=request.param)  # type: ignore[arg-type]
    yield context
    assert context.cookies() == []
    context.close()


def write(page: Page, title: str, **fields: str) -> None:
    page.set_default_timeout(8000)
    words = {
        "what": title,
        "day": a_day(20),
        "starts": "13.00",
        "ends": "15.00",
        "where": "Servicehuset Granen",
        "who": "Älvdala pensionärsförening",
        "more": "Kaffe och lussebulle 40 kronor.",
    }
    for name, value in (words | fields).items():
        page.locator(f"#{name}").fill(value)


def test_she_hands_in_an_event_and_sees_it_approved(kitchen: BrowserContext, open_staff: OpenStaff) -> None:
    title = f"Julkaffe med allsång {id(kitchen) % 1000}"
    page = kitchen.new_page()
    page.goto("/visa")
    write(page, title)
    button = page.get_by_role("button", name="Visa kortet")
    if button.is_visible():
        button.click()
    expect(page.get_by_role("img", name=title)).to_be_visible()
    page.wait_for_timeout(NOT_TOO_FAST_MS)
    page.get_by_role("button", name="Skicka in kortet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inskickat")
    expect(page.get_by_text("ÄLV-")).to_be_visible()
    receipt = page.url
    staff = open_staff("/inkorg")
    staff.get_by_role("link", name=title).click()
    expect(staff.get_by_role("img", name=title)).to_be_visible()
    staff.get_by_role("button", name="Godkänn", exact=False).first.click()
    expect(staff.get_by_role("status")).to_contain_text("är godkänt")
    page.goto(receipt)
    expect(page.get_by_role("heading", level=1)).to_contain_text("skärmar")
    page.get_by_role("button", name="Dra tillbaka kortet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ni har dragit tillbaka kortet")


def test_faults_stand_at_the_top_and_beside_their_fields_and_every_word_is_kept(kitchen: BrowserContext) -> None:
    page = kitchen.new_page()
    page.goto("/visa")
    write(page, "Julkaffe", ends="", who="")
    page.get_by_role("button", name="Skicka in kortet").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Två saker behöver rättas")
    expect(page.get_by_label("Vad händer?")).to_have_value("Julkaffe")
    expect(page.get_by_label("Slutar")).to_have_attribute("aria-invalid", "true")
    summary.get_by_role("link", name="När slutar det?").click()
    expect(page.get_by_label("Slutar")).to_be_focused()


def test_the_picture_is_chosen_by_a_button_of_ours(chromium: Browser, house: House, tmp_path: Path) -> None:
    picture = tmp_path / "affisch.jpg"
    Image.effect_noise((1600, 900), 60).convert("RGB").save(picture)
    context = chromium.new_context(base_url=house.url, locale="en-GB")
    page = context.new_page()
    page.goto("/visa")
    write(page, "Julkaffe med bild")
    expect(page.get_by_label("Vad visar bilden?")).to_be_hidden()
    page.get_by_label("Välj bild").set_input_files(picture)
    expect(page.get_by_text("affisch.jpg")).to_be_visible()
    expect(page.locator("#kort").get_by_text("Berätta vad bilden visar")).to_be_visible()
    page.get_by_label("Vad visar bilden?").fill("Ett dukat kaffebord")
    expect(page.locator("#kort").get_by_text("Berätta vad bilden visar")).to_have_count(0)
    assert axe_findings(page) == []
    context.close()


def test_a_refusal_with_its_rule_comes_back_to_her(chromium: Browser, house: House, open_staff: OpenStaff) -> None:
    context = chromium.new_context(base_url=house.url)
    page = context.new_page()
    page.goto("/visa")
    write(page, "Rabatt på allt")
    page.wait_for_timeout(NOT_TOO_FAST_MS)
    page.get_by_role("button", name="Skicka in kortet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inskickat")
    staff = open_staff("/inkorg")
    staff.get_by_role("link", name="Rabatt på allt").click()
    expect(staff.get_by_text("Det kan vara reklam.")).to_be_visible()
    staff.keyboard.press("n")
    staff.get_by_label("Reklam.").check()
    staff.get_by_label("Dina ord").fill("Skriv vad som händer i stället.")
    staff.get_by_role("button", name="Skicka tillbaka det").click()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Visades inte: därför")
    expect(page.get_by_text("Skriv vad som händer i stället.")).to_be_visible()
    context.close()


def test_the_pages_are_sound_at_every_width(
    chromium: Browser, house: House, open_staff: OpenStaff, tmp_path: Path
) -> None:
    context = chromium.new_context(base_url=house.url, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/visa")
    write(page, "Älvdalabygdens sammanslutning mot dricksvattenförsöring")
    page.wait_for_timeout(NOT_TOO_FAST_MS)
    shoot(page, tmp_path, "submit")
    assert axe_findings(page) == []
    page.get_by_label("Slutar").fill("")
    page.get_by_role("button", name="Skicka in kortet").click()
    assert axe_findings(page) == []
    page.get_by_label("Slutar").fill("16")
    page.get_by_role("button", name="Skicka in kortet").click()
    receipt = page.url
    for path in ("/visa", receipt, f"{receipt}/andra", f"{receipt}/igen", "/folj", "/folj/ÄLV-XXX"):
        page.goto(path)
        page.set_viewport_size({"width": 320, "height": 700})
        assert not scrolls_sideways(page), path
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert axe_findings(page) == [], path
    context.close()
    staff = open_staff("/inkorg")
    for path in ("/inkorg", "/inkorg/1", "/inkorg/1/visa-inte", "/inkorg/1/andra"):
        staff.goto(path)
        for size in (WIDE, NARROW, {"width": 320, "height": 700}):
            staff.set_viewport_size(size)  # type: ignore[arg-type]
            assert not scrolls_sideways(staff), (path, size)
        assert axe_findings(staff) == [], path
