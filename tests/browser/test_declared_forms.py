"""Forms of the declared kinds in a real browser: rows by keyboard, remarks beside their fields, sound for everybody."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, OpenStaff, axe_findings, scrolls_sideways

IN_FIVE_DAYS = (datetime.now(UTC) + timedelta(days=5)).date().isoformat()


@pytest.mark.parametrize("kind", ["result", "agenda", "menu", "hours", "quote", "welcome"])
def test_a_declared_form_has_no_findings_and_fits_a_phone(open_staff: OpenStaff, kind: str) -> None:
    page = open_staff(f"/kort/nytt/{kind}", viewport=NARROW)
    assert axe_findings(page) == []
    assert not scrolls_sideways(page)


def test_more_rows_are_asked_for_by_key_and_one_goes_on_in_the_first_new_one(open_staff: OpenStaff) -> None:
    page = open_staff("/kort/nytt/agenda")
    page.get_by_label("Börjar 1").fill(f"{IN_FIVE_DAYS} 18.00")
    page.get_by_label("Vad 1").fill("Höstkonsert")
    page.get_by_role("button", name="Fler rader").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_label("Börjar 4")).to_be_focused()
    expect(page.get_by_label("Vad 1")).to_have_value("Höstkonsert")
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("status")).to_contain_text("”Kalender” är på skärmarna.")


def test_remarks_come_beside_the_field_while_one_types_and_a_press_mends_it(open_staff: OpenStaff) -> None:
    page = open_staff("/kort/nytt/result")
    page.get_by_label("Vad kom ni fram till?").fill("FLEST SAKNAR EN TOALETT")
    page.get_by_label("Hur många 1").fill("fyra")
    expect(page.locator("#fynd-options-0-votes")).to_contain_text("Skriv ett heltal")
    page.locator("#fynd-title").get_by_role("button", name="Flest saknar en toalett").click()
    expect(page.get_by_label("Vad kom ni fram till?")).to_have_value("Flest saknar en toalett")
