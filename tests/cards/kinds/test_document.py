"""A page of a document: shown whole where it can be read, and refused with the reason where it cannot."""

import io
from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PIL import Image

from cards.compose import laid_out
from cards.findings import Finding
from cards.fonts import capital_em
from cards.kinds.document.checks import check
from cards.kinds.document.facts import DocumentFacts
from cards.kinds.document.page import letters, page_boxes
from cards.kinds.document.said import page_of
from cards.legibility import sizes_for
from cards.model import Card, Municipality, PictureRef, Pictures, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.telling import told
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
SIZES = (
    (1920, 1080), (1080, 1920), (1920, 540), (3840, 1080), (1080, 1080), (1024, 768),
    (3840, 2160), (1280, 720), (1366, 768), (1280, 800),
)  # fmt: skip
LOOKS = {name: made for name, made in {**samples(NOW), **variants(NOW)}.items() if made.kind == "document"}
PAPER = (214, 236, 201)


def page(width: int, height: int) -> tuple[PictureRef, bytes]:
    file = io.BytesIO()
    Image.new("RGB", (width, height), PAPER).save(file, "PNG")
    data = file.getvalue()
    return PictureRef(sha256=sha256(data).hexdigest(), width_px=width, height_px=height, alt="Vinterns vägar"), data


STANDING, LYING = page(420, 594), page(594, 420)


def screen(size: tuple[int, int] = (1920, 1080), inches: float = 55, metres: float = 3) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=town,
        width_px=size[0], height_px=size[1], inches=inches, distance_m=metres,
    )  # fmt: skip


def paged(ref: PictureRef, letter: float = 0.06) -> Card:
    facts = msgspec.structs.replace(LOOKS["document"].facts, letter=letter)
    return msgspec.structs.replace(LOOKS["document"], picture=ref, facts=facts)


def sheet_of(of: Card, on: Screen, language: str = "sv", pictures: Pictures | None = None) -> Sheet:
    return laid_out(of, on, load_theme("alv"), NOW, language, pictures or {}, paint=pictures is not None)


def stops(card: Card, on: Screen) -> list[Finding]:
    return [found for found in check(card, on, NOW) if found.severity == "stop"]


def seen(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("ref", [STANDING[0], LYING[0], None], ids=["standing", "lying", "none"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_it_stands_on_every_shape(ref: PictureRef | None, size: tuple[int, int], language: str) -> None:
    card = LOOKS["document"] if ref is None else paged(ref)
    assert layout_faults(sheet_of(card, screen(size), language)) == []


@pytest.mark.parametrize("ref", [STANDING[0], LYING[0]], ids=["standing", "lying"])
@pytest.mark.parametrize("size", SIZES)
def test_words_and_code_keep_off_the_page(ref: PictureRef, size: tuple[int, int]) -> None:
    on = screen(size)
    sheet = sheet_of(paged(ref), on)
    boxes = page_boxes(on, ref)
    free = [
        box
        for box in boxes
        if not any(box.overlaps(mark.box) for mark in sheet.marks)
        and not any(box.overlaps(panel) for _, panel in sheet.codes)
    ]
    assert free


@pytest.mark.parametrize("ref", [STANDING[0], LYING[0]], ids=["standing", "lying"])
@pytest.mark.parametrize("size", SIZES)
def test_the_page_keeps_its_proportions_inside_the_safe_area(ref: PictureRef, size: tuple[int, int]) -> None:
    on = screen(size)
    for box in page_boxes(on, ref):
        assert box.width / box.height == pytest.approx(ref.width_px / ref.height_px, rel=0.02)
        assert box.left >= size[0] * on.safe_area
        assert box.right <= size[0] * (1 - on.safe_area)
        assert box.top >= size[1] * on.safe_area
        assert box.bottom <= size[1] * (1 - on.safe_area) + 1


def test_the_page_is_drawn_whole() -> None:
    ref, data = STANDING
    sheet = sheet_of(paged(ref), screen(), pictures={ref.sha256: data})
    drawn = sum(count for count, colour in sheet.image.getcolors(1 << 24) or [] if colour == PAPER)
    box = page_boxes(screen(), ref)[0]
    assert drawn == pytest.approx(box.width * box.height, rel=0.03)


def test_a_page_of_small_letters_is_stopped_with_the_reason_and_what_to_do() -> None:
    (found,) = stops(paged(STANDING[0], letter=0.008), screen())
    assert found.field == "picture"
    assert "QR code" in found.message
    assert found.places["screen"] == "Entrén"
    assert found.places["metres"] == "3"
    assert float(found.places["found"]) < float(found.places["needed"])


def test_the_limit_is_the_smallest_letter_of_our_own_cards() -> None:
    on = screen()
    box = page_boxes(on, STANDING[0])[0]
    share = sizes_for(on).small_floor * capital_em("text") / box.height
    assert letters(on, box, share * 1.001).readable
    assert not letters(on, box, share * 0.999).readable
    assert stops(paged(STANDING[0], letter=share * 1.001), on) == []
    assert stops(paged(STANDING[0], letter=share * 0.999), on) != []


def test_what_is_read_near_by_may_be_stopped_far_away() -> None:
    card = paged(STANDING[0], letter=0.035)
    assert stops(card, screen(inches=55, metres=3)) == []
    assert stops(card, screen(inches=43, metres=5)) != []


def test_a_page_that_cannot_be_read_is_not_shown_but_led_to() -> None:
    ref, data = STANDING
    sheet = sheet_of(paged(ref, letter=0.008), screen(), pictures={ref.sha256: data})
    assert "picture" in sheet.dropped
    assert "Bokstäverna är för små för skärmen." in seen(sheet)
    assert [url for url, _ in sheet.codes] == ["https://alvdala.example/vinter"]
    assert PAPER not in [colour for _, colour in sheet.image.getcolors(1 << 24) or []]


def test_a_page_that_is_lost_or_broken_leaves_a_sheet() -> None:
    ref, _ = STANDING
    for pictures in ({}, {ref.sha256: b"no picture"}):
        sheet = sheet_of(paged(ref), screen(), pictures=pictures)
        assert layout_faults(sheet) == []
        assert [url for url, _ in sheet.codes] == ["https://alvdala.example/vinter"]


def test_which_page_and_which_day_are_told() -> None:
    text = seen(sheet_of(paged(STANDING[0]), screen()))
    assert "Sida 1 av 4" in text
    assert "Från 20 november" in text
    assert page_of(DocumentFacts(), "sv") == ""
    assert page_of(DocumentFacts(page=7, pages=3), "sv") == ""
    year_ago = DocumentFacts(day=date(2025, 2, 3), letter=0.06)
    card = msgspec.structs.replace(paged(STANDING[0]), facts=year_ago)
    assert "Från 3 februari 2025" in seen(sheet_of(card, screen()))


def test_a_title_of_one_long_word_stands() -> None:
    for ref in (STANDING[0], LYING[0]):
        card = msgspec.structs.replace(
            paged(ref), texts={"sv": Text(title="Fastighetsskötselförvaltningsorganisationen")}
        )
        for size in SIZES:
            assert layout_faults(sheet_of(card, screen(size))) == []


def test_its_twin_tells_the_page_the_day_and_what_it_shows() -> None:
    telling = told(paged(STANDING[0]), "sv", NOW, ZONE)
    texts = [getattr(part, "text", "").replace("\u00a0", " ") for part in telling.facts]
    assert texts == ["Sida 1 av 4", "Från 20 november", "Läs hela dokumentet"]
    assert telling.picture == "Vinterns vägar"


def test_its_checks_ask_for_a_page_and_a_way_to_the_whole() -> None:
    def found(card: Card) -> list[tuple[str, str]]:
        return [(each.field, each.severity) for each in check(card, screen(), NOW)]

    card = paged(STANDING[0])
    assert found(card) == []
    assert found(LOOKS["document"]) == [("picture", "look")]
    assert found(msgspec.structs.replace(LOOKS["document"], link=None)) == [("picture", "look"), ("link", "stop")]
    assert found(msgspec.structs.replace(card, link=None)) == [("link", "look")]
    assert found(paged(STANDING[0], letter=0)) == [("picture", "look")]
    nowhere = msgspec.structs.replace(card, facts=DocumentFacts(page=5, pages=4, letter=0.06))
    assert found(nowhere) == [("page", "stop")]
