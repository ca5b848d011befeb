"""A municipality's own theme, made of two or three colours and a logo.

The first colour carries what is calm and deep, the second what is to be seen, the third (the first where it is left
out) the rest. Where a colour as it is could not be read, or would make two surfaces one, it stands lighter or darker;
`uses` tells where. The theme is checked like those that ship.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from cards.colours import luminance, rgb
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.palette import SURFACES
from cards.pigments import Pigment, oklch, pigment_of, with_luminance
from cards.themes.checking import check_theme
from cards.themes.painting import text_of
from cards.themes.theme import Logo, Theme

OWN: Final = "own"
"""The name of a municipality's own theme, which travels with the municipality."""

_PLACES: Final[dict[Pigment, int]] = {
    "teal": 0, "blue": 0, "red": 1, "orange": 1, "yellow": 1, "green": 2, "plum": 2,
}  # fmt: skip
"""Which of the given colours stands for which pigment."""


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one given colour: on how many surfaces it stands as it is, and as what else."""

    colour: str
    as_it_is: int
    darker: str = ""
    lighter: str = ""


def own_theme(colours: Sequence[str], logo_png: bytes = b"") -> Theme:
    """The theme of two or three colours ("#RRGGBB"). Raises ThemeError when it cannot be read or told apart."""
    given = (*colours, colours[0])[:3]
    first = oklch(rgb(colours[0]))
    paper = with_luminance(round(min(0.02, first.strength * 0.2), 4), round(first.hue, 1), 0.9)
    ink = with_luminance(round(min(0.04, first.strength * 0.4), 4), round(first.hue, 1), 0.0155)
    pigments: dict[Pigment, str] = {pigment: given[place] for pigment, place in _PLACES.items()}
    theme = Theme(
        name=OWN,
        qr=(text_of(ink), "#FFFFFF"),
        pigments={"paper": text_of(paper), "ink": text_of(ink), **pigments},
        logo=Logo(png=logo_png) if logo_png else None,
    )
    check_theme(theme)
    return theme


def uses(theme: Theme, colours: Sequence[str]) -> tuple[Use, ...]:
    """Where each of `colours` stands in `theme`."""
    found = []
    for colour in colours:
        exact, others = 0, Counter[str]()
        for kind in KINDS:
            own, worn = declared(kind).colours, theme.colours(kind)
            for surface in SURFACES:
                pigment = pigment_of(rgb(getattr(own, surface)))
                if own.signal or pigment is None or theme.pigments.get(pigment) != colour:
                    continue
                stands = getattr(worn, surface)
                exact += stands == colour
                others[stands] += stands != colour
        light = luminance(rgb(colour))
        ranked = [other for other, _ in others.most_common()]
        found.append(
            Use(
                colour=colour,
                as_it_is=exact,
                darker=next((other for other in ranked if luminance(rgb(other)) < light), ""),
                lighter=next((other for other in ranked if luminance(rgb(other)) > light), ""),
            )
        )
    return tuple(found)


def written(theme: Theme) -> str:
    """The theme as the text of a file, as `read_theme` reads it. Only what `own_theme` gives is written."""
    lines = [f'name = "{theme.name}"', f'qr = ["{theme.qr[0]}", "{theme.qr[1]}"]', "", "[pigments]"]
    lines += [f'{pigment} = "{colour}"' for pigment, colour in sorted(theme.pigments.items())]
    if theme.logo is not None and theme.logo.png:
        lines += ["", "[logo]", f"png = {msgspec.json.encode(theme.logo.png).decode()}"]
    return "\n".join(lines) + "\n"
