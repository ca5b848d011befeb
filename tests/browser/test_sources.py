"""Källor in a real browser: looked at, and nothing that axe finds."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE, axe_findings, scrolls_sideways


def test_the_page_of_sources_is_usable_at_both_widths(open_staff: Callable[..., Page]) -> None:
    for size in (WIDE, NARROW):
        page = open_staff("/kallor", viewport=size)
        assert page.get_by_role("heading", level=1).inner_text()
        assert axe_findings(page) == []
        assert not scrolls_sideways(page)


def test_an_address_inwards_is_refused_beside_its_field(open_staff: Callable[..., Page]) -> None:
    page = open_staff("/kallor")
    page.get_by_label("Adress", exact=True).fill("10.0.0.1/feed")
    page.get_by_role("button", name="Prova", exact=True).click()
    page.get_by_text("privat nät").wait_for()
    assert page.get_by_label("Adress", exact=True).input_value() == "https://10.0.0.1/feed"
    assert axe_findings(page) == []


def test_a_file_in_the_folder_stands_on_the_page(open_staff: Callable[..., Page]) -> None:
    page = open_staff("/kallor")
    folder = Path(page.locator("code").inner_text())
    (folder / "fel.yaml").write_text("kind: event\ntitle: X\nstrat: 1\n", encoding="utf-8")
    for _ in range(60):
        if page.get_by_text("fel.yaml").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    assert page.get_by_text("”strat” är inte känt").is_visible()
    assert page.get_by_text("Filen ligger kvar där den är.").is_visible()
    assert axe_findings(page) == []
