"""The logo: one file for web and cards, drawn in any colour and size."""

import pytest

from cards.logo import LogoError, _outline, draw_logo


def test_the_logo_is_drawn_as_high_as_asked_in_the_colours_asked_for() -> None:
    image = draw_logo("alvdala", 96, "#FFFFFF", "#E9B13B", "#22336A")
    assert image.size == (96, 96)
    colours = {colour for _, colour in image.getcolors(100_000) or []}
    assert {(255, 255, 255), (0xE9, 0xB1, 0x3B), (0x22, 0x33, 0x6A)} <= colours


@pytest.mark.parametrize("path", ["1 2 3 4", "Z 1 2"])
def test_a_path_that_is_more_than_lines_and_curves_is_refused(path: str) -> None:
    with pytest.raises(LogoError):
        _outline(path)
