"""What a citizen does on a phone, without script: reads the code, replies, follows; and how staff answer."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from server.storage.models import Question
from tests.browser.conftest import NARROW, WIDE, House, OpenStaff, axe_findings, scrolls_sideways, shoot

PHONE = {"width": 360, "height": 780}
NOT_TOO_FAST_MS = 3200


@pytest.fixture
def phone(chromium: Browser, house: House) -> Iterator[BrowserContext]:
    """A phone whose browser runs no script; whatever happens, it is given no cookie."""
    context = chromium.new_context(base_url=house.url, viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(8000)
    yield context
    assert context.cookies() == []
    context.close()


@pytest.fixture(scope="module")
def question(house: House) -> str:
    """The path behind the code of the sample's question."""
    with house.database.read() as session:
        return "/s/" + session.scalars(select(Question.short_code).order_by(Question.made_at)).first()


def reply(page: Page, question: str, choice: str, words: str = "") -> None:
    page.goto(f"{question}?fran=bib-entre")
    page.get_by_label(choice).check()
    page.get_by_label("Vill du berätta mer?").fill(words)
    page.wait_for_timeout(NOT_TOO_FAST_MS)
    page.get_by_role("button", name="Skicka svaret").click()


def test_the_code_on_the_card_leads_to_the_page(open_staff: OpenStaff, house: House, question: str) -> None:
    staff = open_staff("/fragor")
    address = staff.locator(".vifragar img").first.get_attribute("src")
    assert address is not None
    drawn = Image.open(io.BytesIO(staff.request.get(address.replace("mellan", "stor")).body()))
    (code,) = zxingcpp.read_barcodes(drawn)
    assert code.text.partition("?")[0] == house.url + question


def test_a_reply_is_sent_followed_answered_and_read(
    phone: BrowserContext, open_staff: OpenStaff, question: str
) -> None:
    page = phone.new_page()
    reply(page, question, "Brygga", "Gärna en lång brygga.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack! Ditt svar är framme.")
    code = page.locator(".kod code").inner_text()
    assert re.fullmatch(r"ÄLV-\w{3}", code)
    thanks = page.url
    page.get_by_role("link", name="Se hur det går").click()
    expect(page.get_by_text("Vi läser det du skrev")).to_be_visible()
    expect(page.get_by_text("Gärna en lång brygga.")).to_have_count(0)
    staff = open_staff("/fragor")
    staff.get_by_role("link", name="Gärna en lång brygga.").click()
    staff.get_by_label("Så skrivs frågan på skärmen").fill("Får vi en lång brygga vid badplatsen?")
    staff.get_by_label("Svaret", exact=True).fill("Ja. Den byggs i maj, när isen har gått.")
    staff.get_by_role("button", name="Visa kortet").click()
    expect(staff.get_by_role("img", name="Den byggs i maj")).to_be_visible()
    staff.get_by_role("button", name="Visa svaret på skärmarna").click()
    expect(staff.get_by_role("status")).to_contain_text("är besvarad")
    page.goto(thanks)
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi har svarat")
    expect(page.get_by_text("Ja. Den byggs i maj, när isen har gått.")).to_be_visible()
    staff.get_by_role("button", name="Ångra").click()
    page.goto(thanks)
    expect(page.get_by_text("Ja. Den byggs i maj")).to_have_count(0)


def test_a_long_reply_is_whole_in_the_field_of_its_answer(
    phone: BrowserContext, open_staff: OpenStaff, question: str
) -> None:
    words = "Det behövs en stege vid bryggan, för stenarna är hala och farliga för äldre som badar där på kvällarna."
    reply(phone.new_page(), question, "Brygga", words)
    staff = open_staff("/fragor", viewport=NARROW)
    staff.get_by_role("link", name="Det behövs en stege").click()
    field = staff.get_by_label("Så skrivs frågan på skärmen")
    expect(field).to_have_value("Det behövs en stege vid bryggan, för stenarna är hala och farliga för…")
    assert field.evaluate("field => field.scrollWidth <= field.clientWidth && field.scrollHeight <= field.clientHeight")


def test_nothing_chosen_is_said_and_words_are_kept(phone: BrowserContext, question: str) -> None:
    page = phone.new_page()
    page.goto(question)
    page.get_by_label("Vill du berätta mer?").fill("Bara ord")
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("alert")).to_contain_text("Välj ett av svaren.")
    expect(page.get_by_label("Vill du berätta mer?")).to_have_value("Bara ord")


def test_arabic_is_set_from_the_right(phone: BrowserContext, question: str) -> None:
    page = phone.new_page()
    page.goto(question)
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    button = page.get_by_role("button", name="أرسلوا الجواب")
    expect(button).to_be_visible()
    choice, text = page.locator(".alt input").first.bounding_box(), page.locator(".alt span").first.bounding_box()
    assert choice is not None
    assert text is not None
    assert choice["x"] > text["x"]


def test_an_own_question_needs_words_only(phone: BrowserContext, open_staff: OpenStaff) -> None:
    page = phone.new_page()
    page.goto("/fraga")
    page.get_by_label("Din fråga").fill("När plogas Kyrkogatan?")
    page.wait_for_timeout(NOT_TOO_FAST_MS)
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack! Din fråga är framme.")
    page.get_by_role("button", name="Ta tillbaka det").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du har tagit tillbaka det")
    staff = open_staff("/fragor")
    expect(staff.get_by_text("När plogas Kyrkogatan?")).to_have_count(0)


def test_the_pages_are_sound_at_every_width(
    chromium: Browser, house: House, open_staff: OpenStaff, question: str, tmp_path: Path
) -> None:
    context = chromium.new_context(base_url=house.url, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    reply(page, question, "Toalett", "Vid parkeringen.")
    thanks = page.url.partition("?")[0]
    code = page.locator(".kod code").inner_text()
    for path in (
        question,
        f"{question}?sprak=ar",
        f"{question}?sprak=fi",
        thanks,
        f"{thanks}/andra",
        f"/folj/{code}",
        "/fraga",
    ):
        page.goto(path)
        page.set_viewport_size({"width": 320, "height": 700})
        assert not scrolls_sideways(page), path
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        assert axe_findings(page) == [], path
    shoot(page, tmp_path, "ask")
    context.close()
    staff = open_staff("/fragor")
    links = [str(link.get_attribute("href")) for link in staff.locator(".fr h3 a, .vifragar h3 a").all()]
    for path in ("/fragor", "/fragor?lage=answered", "/fragor/ny", *links[:1], *links[-1:]):
        staff.goto(path)
        for size in (WIDE, {"width": 390, "height": 844}, {"width": 320, "height": 700}):
            staff.set_viewport_size(size)  # type: ignore[arg-type]
            assert not scrolls_sideways(staff), (path, size)
        assert axe_findings(staff) == [], path
