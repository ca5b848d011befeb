"""The frame around a film: where it runs is told as data, and nothing of the card's own lies there."""

import io
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PIL import Image

from cards.compose import compose, laid_out
from cards.geometry import Box
from cards.kinds.film.checks import check
from cards.kinds.film.facts import FilmFacts
from cards.kinds.film.told import about
from cards.model import Card, Municipality, PictureRef, Pictures, Screen, Text
from cards.moving import Area
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SIZES = (
    (1920, 1080), (1080, 1920), (1920, 540), (3840, 1080), (1080, 1080), (1024, 768),
    (3840, 2160), (1280, 720), (1366, 768), (1280, 800),
)  # fmt: skip
LOOKS = {name: made for name, made in {**samples(NOW), **variants(NOW)}.items() if made.kind == "film"}


def screen(size: tuple[int, int] = (1920, 1080), inches: float = 55, metres: float = 3) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=town,
        width_px=size[0], height_px=size[1], inches=inches, distance_m=metres,
    )  # fmt: skip


def sheet_of(of: Card, on: Screen, language: str = "sv", pictures: Pictures | None = None) -> Sheet:
    return laid_out(of, on, load_theme("alv"), NOW, language, pictures or {}, paint=bool(pictures))


def box_of(area: Area) -> Box:
    return Box(area.x_px, area.y_px, area.x_px + area.width_px, area.y_px + area.height_px)


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_film_and_words_share_the_card(look: str, size: tuple[int, int], language: str) -> None:
    sheet = sheet_of(LOOKS[look], screen(size), language)
    assert layout_faults(sheet) == []
    assert sheet.moving is not None
    assert sheet.moving.within(*size)
    film = box_of(sheet.moving.picture)
    assert not [mark for mark in sheet.marks if film.overlaps(mark.box)]
    assert not [panel for _, panel in sheet.codes if film.overlaps(panel)]


@pytest.mark.parametrize("size", SIZES)
def test_captions_stand_under_the_picture_and_are_read_from_afar(size: tuple[int, int]) -> None:
    for inches, metres in ((55, 3), (43, 5), (75, 8)):
        sheet = sheet_of(LOOKS["film"], screen(size, inches, metres))
        assert sheet.moving is not None
        if sheet.moving.captions is None:
            assert size[0] < size[1] * 1.2  # where the picture takes the width there may be no room
            continue
        captions = box_of(sheet.moving.captions)
        assert captions.top >= box_of(sheet.moving.picture).bottom
        assert sheet.moving.caption_px >= sheet.sizes.body_floor
        assert captions.height >= sheet.moving.caption_px * 2


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1920, 540)])
@pytest.mark.parametrize("shape", [(1920, 1080), (1440, 1080), (1080, 1920)])
def test_the_picture_has_the_films_own_proportions(size: tuple[int, int], shape: tuple[int, int]) -> None:
    card = msgspec.structs.replace(LOOKS["film"], facts=FilmFacts(width_px=shape[0], height_px=shape[1]))
    sheet = sheet_of(card, screen(size))
    assert sheet.moving is not None
    picture = sheet.moving.picture
    assert picture.width_px / picture.height_px == pytest.approx(shape[0] / shape[1], rel=0.02)


def test_the_still_stands_there_whole() -> None:
    still = Image.new("RGB", (800, 800), (20, 160, 60))
    still.paste((250, 250, 0), (0, 0, 800, 20))  # a line that a crop would cut away
    file = io.BytesIO()
    still.save(file, "PNG")
    data = file.getvalue()
    ref = PictureRef(sha256=sha256(data).hexdigest(), width_px=800, height_px=800, alt="En plog")
    sheet = sheet_of(msgspec.structs.replace(LOOKS["film"], picture=ref), screen(), pictures={ref.sha256: data})
    assert sheet.moving is not None
    box = box_of(sheet.moving.picture)
    middle = round((box.left + box.right) / 2)
    red, green, blue = sheet.image.getpixel((middle, round(box.top) + 4))  # type: ignore[misc]
    assert red > 200
    assert green > 200
    assert blue < 60
    assert sheet.image.getpixel((middle, round(box.bottom) - 6)) == (20, 160, 60)


def test_its_place_travels_with_the_picture() -> None:
    made = compose(LOOKS["film"], screen(), load_theme("alv"), NOW, "sv", {})
    assert made.moving is not None
    assert made.moving.picture.width_px > made.width_px * 0.5
    assert msgspec.json.decode(msgspec.json.encode(made), type=type(made)) == made


def test_a_card_that_reads_from_the_right_has_its_film_there() -> None:
    moving = sheet_of(LOOKS["film"], screen(), "ar").moving
    assert moving is not None
    assert moving.picture.x_px + moving.picture.width_px == 1920


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (FilmFacts(seconds=118), "2 minuter, textad"),
        (FilmFacts(seconds=45, captioned=False, silent=True), "45 sekunder, utan ljud"),
        (FilmFacts(seconds=1, captioned=False), "1 sekund"),
        (FilmFacts(), "Textad"),
        (FilmFacts(captioned=False), ""),
    ],
)
def test_length_captions_and_sound_are_told_in_a_line(facts: FilmFacts, said: str) -> None:
    assert about(facts, "sv").replace("\u00a0", " ") == said


def test_a_title_of_one_long_word_stands() -> None:
    card = msgspec.structs.replace(
        LOOKS["film"], texts={"sv": Text(title="Fastighetsskötselförvaltningsorganisationen")}
    )
    for size in SIZES:
        assert layout_faults(sheet_of(card, screen(size))) == []


def test_its_checks_ask_for_what_a_passer_by_needs() -> None:
    def found(**rest: object) -> list[str]:
        facts = msgspec.structs.replace(FilmFacts(seconds=60), **rest)
        return [each.field for each in check(msgspec.structs.replace(LOOKS["film"], facts=facts), screen(), NOW)]

    assert found() == ["picture"]
    assert found(seconds=0) == ["seconds", "picture"]
    assert found(seconds=600) == ["seconds", "picture"]
    assert found(captioned=False) == ["captioned", "picture"]
    assert found(captioned=False, silent=True) == ["picture"]
