"""Themes repaint every kind by role, keep it readable, and are refused in words where they are not."""

import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.colours import contrast, luminance, rgb
from cards.compose import compose
from cards.errors import ThemeError
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.model import Municipality, Screen
from cards.palette import Colours
from cards.pigments import oklch, pigment_of, with_luminance
from cards.samples import samples
from cards.sight import apart_for_all
from cards.themes import (
    Motion,
    Theme,
    Tone,
    check_theme,
    faults,
    load_theme,
    own_theme,
    read_theme,
    theme_names,
    uses,
    worn,
    written,
)
from cards.themes.painting import paint

QR = ("#1F212E", "#FFFFFF")


def test_four_themes_ship_and_the_one_of_the_comps_is_first() -> None:
    assert theme_names() == ("alv", "kontrast", "skog", "ungdom")


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_is_called_as_its_file(name: str) -> None:
    assert load_theme(name).name == name


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_has_no_fault_in_any_kind(name: str) -> None:
    assert [fault.say for fault in faults(load_theme(name))] == []


def test_the_comps_theme_leaves_what_the_kinds_declare() -> None:
    theme = load_theme("alv")
    assert all(theme.colours(kind) == declared(kind).colours for kind in KINDS)


def test_kontrast_gives_seven_to_one_to_every_text() -> None:
    theme = load_theme("kontrast")
    for kind in KINDS:
        colours = theme.colours(kind)
        named = colours.named()
        for ink, ground in (("ink", "ground"), ("soft", "ground"), ("panel_soft", "panel"), ("chip_ink", "chip")):
            assert contrast(rgb(named[ink]), rgb(named[ground])) >= 6.995, (kind, ink)


@pytest.mark.parametrize("name", theme_names())
def test_danger_stays_red_and_a_disturbance_yellow(name: str) -> None:
    theme = load_theme(name)
    assert pigment_of(rgb(theme.colours("alert").ground)) == "red"
    assert pigment_of(rgb(theme.colours("notice").ground)) == "yellow"


def test_a_kind_that_no_theme_names_is_repainted_and_keeps_its_contrasts() -> None:
    own = Colours(
        ground="#F4E6F0", ink="#2B1030", soft="#5E4363", chip="#5A1E66", chip_ink="#FFFFFF", panel="#5A1E66",
        panel_ink="#FFFFFF", panel_soft="#F4E6F0", accent="#FFD97A", accent_ink="#2B1030",
        extra={"bar": "#7A4A86", "bar_ink": "#FFFFFF"},
    )  # fmt: skip
    pigments = load_theme("skog").pigments
    painted = paint(own, pigments, Tone(), 4.5)
    assert pigment_of(rgb(painted.chip)) != "plum"
    for ink, ground in painted.read_on():
        assert contrast(rgb(painted.named()[ink]), rgb(painted.named()[ground])) >= 4.45


COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02X}{:02X}{:02X}".format(*parts))


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(["paper", "ink", "red", "yellow", "teal", "blue", "plum"]), COLOUR))
def test_whatever_colours_somebody_picks_every_kind_can_still_be_read(pigments: dict[str, str]) -> None:
    theme = msgspec.convert({"name": "any", "qr": QR, "pigments": pigments}, Theme)
    for kind in KINDS:
        colours = theme.colours(kind)
        named = colours.named()
        for ink, ground in colours.read_on():
            wanted = min(
                4.45,
                contrast(rgb(declared(kind).colours.named()[ink]), rgb(declared(kind).colours.named()[ground])) - 0.1,
            )
            assert contrast(rgb(named[ink]), rgb(named[ground])) >= wanted, (kind, ink, ground)


@given(st.floats(0.0, 0.3), st.floats(0, 359.9), st.floats(0.0, 1.0))
def test_a_colour_is_found_for_any_luminance(strength: float, hue: float, wanted: float) -> None:
    assert abs(luminance(with_luminance(strength, hue, wanted)) - wanted) < 0.012


def test_turning_a_theme_makes_paper_dark_and_keeps_every_contrast() -> None:
    own = declared("menu").colours
    turned = paint(own, {}, Tone(turned=True), 4.5)
    assert luminance(rgb(turned.ground)) < 0.02
    before, after = (contrast(rgb(colours.ink), rgb(colours.ground)) for colours in (own, turned))
    assert after == pytest.approx(before, rel=0.08)


def _refusal(theme: Theme) -> str:
    with pytest.raises(ThemeError) as raised:
        check_theme(theme)
    assert raised.value.places["theme"] == theme.name
    return str(raised.value.places["reason"])


def test_a_theme_that_cannot_be_read_is_refused_with_kind_pair_and_what_would_do() -> None:
    answer = msgspec.structs.replace(declared("answer").colours, soft="#B0B8B4")
    said = _refusal(Theme(name="faint", qr=QR, kinds={"answer": answer}))
    assert re.search(r"answer: soft on ground \(#B0B8B4 on #E8F0EC\).*#[0-9A-F]{6} would do", said)


def test_a_qr_code_that_telephones_cannot_read_is_refused() -> None:
    assert "telephone" in _refusal(Theme(name="pale", qr=("#8A8A8A", "#FFFFFF")))


def test_signs_that_somebody_cannot_tell_apart_are_refused_by_name() -> None:
    danger = declared("alert").colours
    green = msgspec.structs.replace(danger, ground="#3F4A12", chip="#FFFFFF")
    event = msgspec.structs.replace(
        declared("event").colours, ground="#5C2A14", ink="#FFFFFF", soft="#FFFFFF", chip="#FFFFFF", chip_ink="#000000"
    )
    assert "alert and event look alike" in _refusal(Theme(name="alike", qr=QR, kinds={"alert": green, "event": event}))


def test_red_and_green_that_differ_to_most_are_near_to_some() -> None:
    distance, sight = apart_for_all(rgb("#B03A2E"), rgb("#5B6B2A"))
    assert sight in ("protanopia", "deuteranopia")
    assert distance < 0.1


def test_a_file_that_is_no_theme_says_what_is_wrong() -> None:
    for text in (
        "name = ",
        'name = "x"',
        'name = "x"\nqr = ["red", "#FFFFFF"]',
        'name="x"\nqr=["#000000","#FFFFFF"]\nodd=1',
    ):
        with pytest.raises(ThemeError):
            read_theme(text, "x")


def test_a_theme_is_small() -> None:
    folder = Path(load_theme.__wrapped__.__globals__["__file__"]).parent
    assert all(len(file.read_bytes()) < 1500 for file in folder.glob("*.toml"))


def test_the_pigments_are_told_by_hue() -> None:
    colours = {"#C44630": "red", "#FFD048": "yellow", "#2F5D3A": "green", "#004D4A": "teal", "#232A63": "blue"}
    assert {colour: pigment_of(rgb(colour)) for colour in colours} == colours
    assert pigment_of(rgb("#3C2A48")) == "plum"
    assert pigment_of(rgb("#FFFFFF")) is None
    assert pigment_of(rgb("#FAF0DB")) == "paper"
    assert oklch(rgb("#000000")).light == 0


@pytest.mark.slow
@given(st.lists(COLOUR, min_size=2, max_size=3))
def test_two_or_three_colours_make_a_theme_or_a_refusal_in_words(colours: list[str]) -> None:
    try:
        theme = own_theme(colours)
    except ThemeError as error:
        said = str(error.places["reason"])
    else:
        said = "look alike" if list(faults(theme)) or read_theme(written(theme)) != theme else ""
    assert said == "" or re.fullmatch(r"\w+ and \w+ look alike.+: ground .+", said)


def test_a_brand_colour_stands_as_it_is_where_that_can_be_read_and_is_told_where_not() -> None:
    theme = own_theme(("#0057A8", "#F39200"), b"\x89PNG")
    first, second = uses(theme, ("#0057A8", "#F39200"))
    assert first.as_it_is > 5
    assert luminance(rgb(first.darker)) < luminance(rgb("#0057A8"))
    assert second.as_it_is + bool(second.darker) + bool(second.lighter) > 1
    assert read_theme(written(theme)).logo == theme.logo


def test_a_screen_wears_its_municipality_s_own_theme_only_when_it_says_so() -> None:
    theme = own_theme(("#0057A8", "#F39200"))
    town = Municipality(id="m", names={"sv": "Kommunen"}, look=theme)
    screen = Screen(id="s", name="S", place="", municipality=town)
    assert worn(screen) == load_theme("alv")
    assert worn(msgspec.structs.replace(screen, theme="own")) == theme
    without = msgspec.structs.replace(screen, theme="own", municipality=Municipality(id="m", names={}))
    assert worn(without) == load_theme("alv")


@pytest.mark.parametrize(("reduced", "fade_ms", "settle_px"), [(False, 300, 10), (True, 0, 0)])
def test_motion_is_the_theme_s_and_a_screen_may_have_none(reduced: bool, fade_ms: int, settle_px: int) -> None:
    calm = msgspec.structs.replace(load_theme("alv"), motion=Motion(fade_ms=300, settle_px=10))
    now = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
    town = Municipality(id="m", names={"sv": "Kommunen"})
    screen = Screen(id="s", name="S", place="", municipality=town, reduced_motion=reduced)
    picture = compose(samples(now)["answer"], screen, calm, now, "sv", {})
    assert (picture.fade_ms, picture.settle_px, picture.drift) == (fade_ms, settle_px, False)


def test_a_misspelt_token_is_named_and_one_of_a_newer_server_is_no_matter() -> None:
    with pytest.raises(ThemeError) as raised:
        read_theme('name = "x"\nqr = ["#000000", "#FFFFFF"]\n[layout]\nwieght = 800', "x")
    assert "layout.wieght" in str(raised.value.places["reason"])
    sent = msgspec.json.decode(b'{"name":"own","qr":["#000000","#FFFFFF"],"shine":1,"layout":{"glow":2}}', type=Theme)
    assert sent.layout.weight == 800
