"""What a member of the staff does, in a real browser: link, event, publish, edit, withdraw, undo; and by keyboard."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, SWEDISH, House, OpenStaff, axe_findings, scrolls_sideways, shoot

PAGES = (
    "/",
    "/kort",
    "/kort/nytt",
    "/kort/nytt/event",
    "/kort/nytt/notice",
    "/kort/nytt/news",
    "/kort/nytt/picture",
    "/kort/nytt/alert",
    "/kort/c08-manskoren",
    "/kort/c08-manskoren?fraga=installt",
    "/kort/c08-manskoren/andra",
    "/kort/c08-manskoren/historik",
    "/spellistor",
    "/spellistor/biblioteket",
    "/spellistor/biblioteket/kort",
    "/skarmar",
    "/skarmar/bib-entre",
    "/skarmar/bib-entre/installningar",
    "/skarmar/koppla",
    "/utseende",
    "/mer",
    "/konto",
)
IN_FIVE_DAYS = (datetime.now(UTC) + timedelta(days=5)).date().isoformat()


def write_event(page: Page, title: str) -> None:
    page.get_by_label("Rubrik").fill(title)
    page.get_by_label("Dag", exact=True).fill(IN_FIVE_DAYS)
    page.get_by_label("Börjar").fill("18")
    page.get_by_label("Slutar").fill("20")
    page.get_by_label("Plats").fill("Folkets Hus")
    page.get_by_label("Vem bjuder in?").fill("Älvdala manskör")


def test_a_link_signs_in_once_by_its_button_and_not_by_looking(house: House, chromium: Browser) -> None:
    link = house.link()
    context = chromium.new_context(locale=SWEDISH)
    page = context.new_page()
    page.goto(link)
    page.goto(link)
    page.get_by_role("button", name="Logga in mig").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("väntar på dig")
    page.locator("summary.jag").click()
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_role("heading", name="Logga in")).to_be_visible()
    page.goto(link)
    expect(page.get_by_text("Länken är använd")).to_be_visible()
    context.close()


def test_an_event_is_written_published_changed_taken_down_and_brought_back(open_staff: OpenStaff) -> None:
    page = open_staff("/kort/nytt")
    page.get_by_role("link", name=re.compile("^Evenemang")).click()
    write_event(page, "Vårkonsert med kören")
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vårkonsert med kören")
    expect(page.get_by_role("status")).to_contain_text("är på skärmarna")
    page.get_by_role("link", name="Ändra").click()
    page.get_by_label("Rubrik").fill("Höstkonsert med kören")
    page.get_by_role("button", name="Publicera ändringen").click()
    expect(page.get_by_role("status")).to_contain_text("”Höstkonsert med kören” är ändrat")
    page.get_by_role("button", name="Ta ner").click()
    expect(page.get_by_role("status")).to_contain_text("är nedtaget")
    expect(page.get_by_text("Nedtaget i dag")).to_be_visible()
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_role("status")).to_contain_text("Ångrat")
    expect(page.get_by_role("button", name="Ta ner")).to_be_visible()


def test_the_card_is_drawn_anew_while_one_types_and_findings_come_beside_their_fields(open_staff: OpenStaff) -> None:
    page = open_staff("/kort/nytt/event")
    picture = page.locator("#visning .for-l img")
    before = picture.get_attribute("src") or ""
    with page.expect_response(re.compile("/kort/visa/event")):
        page.get_by_label("Rubrik").press_sequentially("Konsert")
    expect(picture).not_to_have_attribute("src", before)
    expect(page.locator("#rakna-title")).to_have_text("7 av 60 tecken")
    wrong = datetime.now(UTC).date() + timedelta(days=6)
    other = "måndag" if wrong.weekday() else "tisdag"
    page.get_by_label("Dag", exact=True).fill(f"{other} {wrong.isoformat()}")
    expect(page.locator("#fynd-day")).to_contain_text("Veckodagen stämmer inte")
    expect(page.locator("#fynd-day button")).to_have_count(2)


def test_a_picture_is_taken_in_and_its_focal_point_is_chosen_by_pressing_it(
    open_staff: OpenStaff, tmp_path: Path
) -> None:
    from PIL import Image

    file = tmp_path / "kor.jpg"
    Image.effect_noise((1600, 1000), 60).convert("RGB").save(file)
    page = open_staff("/kort/nytt/event")
    write_event(page, "Konsert med bild")
    page.get_by_label("Välj bild").set_input_files(file)
    page.get_by_role("button", name="Hämta in bilden").click()
    expect(page.get_by_label("Rubrik")).to_have_value("Konsert med bild")
    box = page.locator("[data-focus]").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(1.6, abs=0.02), "in its own shape"
    page.locator("[data-focus]").click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    expect(page.get_by_label("Från vänster, %")).to_have_value("25")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Från vänster, %")).to_have_value("26")
    expect(page.get_by_label("Uppifrån, %")).to_have_value("75")
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("status")).to_contain_text("är på skärmarna")


def test_the_logo_is_chosen_by_a_button_in_our_words_that_then_tells_its_name(
    open_staff: OpenStaff, tmp_path: Path
) -> None:
    file = tmp_path / "vapen.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    page = open_staff("/utseende")
    expect(page.get_by_text("Välj logotypen")).to_be_visible()
    expect(page.get_by_label("Välj logotypen")).to_have_css("opacity", "0")
    page.get_by_label("Välj logotypen").set_input_files(file)
    expect(page.get_by_text("vapen.svg")).to_be_visible()


def test_a_form_that_came_back_keeps_every_word_and_leads_to_what_is_wrong(open_staff: OpenStaff) -> None:
    page = open_staff("/kort/nytt/event", java_script_enabled=False)
    write_event(page, "Konsert utan plats")
    page.get_by_label("Plats").fill("")
    page.get_by_role("button", name="Visa kortet").last.click()
    expect(page.get_by_label("Rubrik")).to_have_value("Konsert utan plats")
    expect(page.get_by_label("Vem bjuder in?")).to_have_value("Älvdala manskör")
    page.get_by_role("link", name="Var är det? Platsen saknas.").click()
    assert page.url.endswith("#place")


def test_a_card_moves_in_its_playlist_by_keyboard_alone(open_staff: OpenStaff) -> None:
    page = open_staff("/spellistor")
    page.locator(".plista a").first.click()
    titles = page.locator(".pr .t")
    first, second = titles.nth(0).inner_text(), titles.nth(1).inner_text()
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").strip() == f"Flytta ner {first}":
            break
    page.keyboard.press("Enter")
    expect(titles.nth(0)).to_have_text(second)
    expect(titles.nth(1)).to_have_text(first)
    assert page.evaluate("document.activeElement.innerText").strip() == f"Flytta ner {first}"
    page.get_by_role("button", name="Ångra").press("Enter")
    expect(titles.nth(0)).to_have_text(first)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_staff: OpenStaff, path: str, scheme: str) -> None:
    page = open_staff(path, color_scheme=scheme)
    assert axe_findings(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels_or_at_double_size(open_staff: OpenStaff, path: str) -> None:
    page = open_staff(path, viewport={"width": 320, "height": 640})
    assert not scrolls_sideways(page)
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 pixels at 200 per cent
    assert not scrolls_sideways(page)


def test_the_longest_names_do_not_make_the_list_scroll_sideways(open_staff: OpenStaff) -> None:
    page = open_staff("/kort", viewport={"width": 320, "height": 640})
    page.evaluate("""
        const long = "Älvdalabygdensfolkdansochspelmansgillesungdomssektion";
        for (const one of document.querySelectorAll("h2 a, .avs, select option, .kort small")) one.textContent = long;
    """)
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("path", ["/logga-in", "/finns-inte"])
def test_the_doors_have_no_findings_either(house: House, chromium: Browser, path: str) -> None:
    context = chromium.new_context(locale=SWEDISH, base_url=house.url, viewport=NARROW)  # type: ignore[arg-type]  # as Playwright takes it
    page = context.new_page()
    page.goto(path)
    assert axe_findings(page) == []
    assert not scrolls_sideways(page)
    context.close()


def test_every_page_can_be_looked_at(open_staff: OpenStaff, tmp_path: Path) -> None:
    page = open_staff("/")
    shoot(page, tmp_path, "today")
    assert {path.name for path in tmp_path.iterdir()} == {"today-1280.png", "today-390.png"}


def test_two_who_write_at_once_see_both_texts_and_nothing_is_lost(open_staff: OpenStaff) -> None:
    first = open_staff("/kort/nytt/event")
    write_event(first, "Två skriver samtidigt")
    first.get_by_role("button", name="Publicera").click()
    first.get_by_role("link", name="Ändra").click()
    second = first.context.new_page()
    second.goto(first.url)
    first.get_by_label("Plats").fill("Kyrkan")
    first.get_by_label("Rubrik").fill("Den första hann före")
    first.get_by_role("button", name="Publicera ändringen").click()
    expect(first.get_by_role("status")).to_contain_text("är ändrat")
    second.get_by_label("Rubrik").fill("Den andra kom efter")
    second.get_by_role("button", name="Publicera ändringen").click()
    expect(second.get_by_role("heading", level=1)).to_contain_text("sparade en nyare version klockan")
    assert axe_findings(second) == []
    second.set_viewport_size({"width": 320, "height": 640})
    assert not scrolls_sideways(second)
    expect(second.get_by_role("group", name="Plats").get_by_label("Den nyare versionen")).to_be_checked()
    second.get_by_role("button", name="Publicera det jag valt").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Den andra kom efter")
    expect(second.get_by_text("Kyrkan", exact=False).first).to_be_visible()
