"""The risk of fire: a ban before all else, the level in a number and in words, and nothing red."""

import colorsys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.declared import declared
from cards.kinds.fire_risk.checks import check
from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.fire_risk.told import words_of
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 6, 3, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
TODAY = NOW.date()
SIZES = (
    (1920, 1080), (1080, 1920), (1920, 540), (3840, 1080), (1080, 1080), (1024, 768),
    (3840, 2160), (1280, 720), (1366, 768), (1280, 800),
)  # fmt: skip


def screen(size: tuple[int, int] = (1920, 1080), inches: float = 55, metres: float = 3) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=town,
        width_px=size[0], height_px=size[1], inches=inches, distance_m=metres,
    )  # fmt: skip


def facts(level: int = 4, **rest: object) -> FireRiskFacts:
    return msgspec.structs.replace(FireRiskFacts(level=level, area="Älvdala", day=TODAY), **rest)


def card(of: FireRiskFacts, body: str = "") -> Card:
    return Card(id="risk", version=1, facts=of, texts={"sv": Text(title="", body=body)}, sender="Räddningstjänsten")


def sheet_of(of: Card, on: Screen, language: str = "sv", *, paint: bool = False) -> Sheet:
    return laid_out(of, on, load_theme("alv"), NOW, language, {}, paint=paint)


def seen(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ").replace("\u00ad", "")


LOOKS = {name: made for name, made in {**samples(NOW), **variants(NOW)}.items() if made.kind == "fire_risk"}


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_it_stands_on_every_shape(look: str, size: tuple[int, int], language: str) -> None:
    assert layout_faults(sheet_of(LOOKS[look], screen(size), language)) == []


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize(("inches", "metres"), [(43, 5), (75, 8)])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_far_away_the_bars_still_stand(look: str, inches: float, metres: float, size: tuple[int, int]) -> None:
    sheet = sheet_of(LOOKS[look], screen(size, inches, metres))
    assert layout_faults(sheet) == []
    assert "scale" not in sheet.dropped


@pytest.mark.parametrize("level", range(1, 7))
def test_the_level_is_told_in_words_and_by_the_largest_number(level: int) -> None:
    sheet = sheet_of(card(facts(level)), screen())
    assert f"nivå {level} av 6" in seen(sheet)
    digits = {mark.text: mark.size_px for mark in sheet.marks if mark.text in "123456"}
    assert sorted(digits) == list("123456")
    assert max(digits, key=lambda text: digits[text]) == str(level)


def test_the_bars_rise() -> None:
    sheet = sheet_of(card(facts(9)), screen())
    tops = [mark.box.top for mark in sorted(sheet.marks, key=lambda mark: mark.text) if mark.text in "123456"]
    assert tops == sorted(tops, reverse=True)
    assert len(set(tops)) == 6


def test_a_ban_is_the_headline_and_the_risk_comes_after_it() -> None:
    sheet = sheet_of(card(facts(5, ban=True)), screen())
    headlines = [mark for mark in sheet.marks if mark.role == "headline"]
    assert "".join(mark.text for mark in headlines).replace("-", "").casefold() == "eldningsförbud"
    assert "Det är förbjudet att elda utomhus." in seen(sheet)
    assert "Mycket stor brandrisk, nivå 5 av 6" in seen(sheet)


def test_a_ban_is_drawn_on_the_notices_yellow() -> None:
    sheet = sheet_of(card(facts(5, ban=True)), screen(), paint=True)
    assert sheet.image.getpixel((20, 540)) == (0xFF, 0xD0, 0x48)


@pytest.mark.parametrize(
    ("since", "until", "ban"),
    [(None, None, "now"), (-1, 3, "now"), (0, 0, "now"), (1, None, "coming"), (-9, -1, ""), (2, 5, "coming")],
)
def test_a_ban_holds_on_its_first_and_its_last_day(since: int | None, until: int | None, ban: str) -> None:
    def at(days: int | None) -> object:
        return None if days is None else TODAY + timedelta(days=days)

    assert facts(ban=True, since=at(since), until=at(until)).ban_on(TODAY) == ban


def test_a_ban_that_begins_tomorrow_says_so() -> None:
    told = words_of(facts(ban=True, since=TODAY + timedelta(days=1)), NOW, "sv")
    assert told.term.replace("\u00a0", " ") == "Börjar gälla i morgon"


def test_a_ban_that_has_run_out_leaves_the_risk() -> None:
    assert words_of(facts(2, ban=True, until=TODAY - timedelta(days=1)), NOW, "sv").title == "Liten brandrisk"


def test_staffs_own_advice_replaces_the_kinds() -> None:
    text = seen(sheet_of(card(facts(4), "Grilla hemma i stället."), screen()))
    assert "Grilla hemma i stället." in text
    assert "112" not in text


def test_whose_measure_it_is_is_always_told() -> None:
    for metres in (3, 8, 12):
        assert "Källa: SMHI" in seen(sheet_of(card(facts()), screen(metres=metres)))


def test_nothing_on_it_is_red_or_orange() -> None:
    colours = declared("fire_risk").colours
    for name, colour in colours.named().items():
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
        loud = strong > 0.4 and 0.25 < light < 0.75
        assert not (loud and (hue * 360 < 40 or hue * 360 > 330)), name
    assert colours.signal  # no theme paints them


def test_its_checks_say_what_cannot_be() -> None:
    def found(**rest: object) -> list[tuple[str, str]]:
        return [(each.field, each.severity) for each in check(card(facts(**rest)), screen(), NOW)]  # type: ignore[arg-type]

    assert found() == []
    assert found(level=0) == [("level", "stop")]
    assert found(level=0, ban=True) == []
    assert found(area=" ") == [("area", "stop")]
    assert found(day=TODAY - timedelta(days=1)) == [("day", "look")]
    assert found(ban=True, since=TODAY, until=TODAY - timedelta(days=1)) == [("until", "stop")]
    assert found(ban=True, until=TODAY - timedelta(days=1)) == [("until", "look")]
    assert found(until=TODAY) == [("ban", "look")]
