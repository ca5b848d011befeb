"""Which scenes there are, which colours are their own, and which one a card gets that asks for none."""

from collections.abc import Callable
from random import Random
from typing import Final

from PIL import Image

from cards.scenes._canvas import Canvas
from cards.scenes._door import doorway_open, doorway_shut
from cards.scenes._land import birches, fells, forest, hills, river
from cards.scenes._night import NIGHTS, aurora, greeting, town, winter_night
from cards.scenes._outdoors import bridge, cottages, lake, meadow, square, tracks
from cards.scenes._paint import Paint
from cards.scenes._sky import WEATHERS, sky_palette
from cards.scenes._town import cables, rink, roofs, shelves

Scene = Callable[[Canvas, Paint, Random], None]

SCENES: Final[dict[str, Scene]] = {
    "hills": hills,
    "aurora": aurora,
    "river": river,
    "fells": fells,
    "roofs": roofs,
    "winter-night": winter_night,
    "rink": rink,
    "forest": forest,
    "shelves": shelves,
    "birches": birches,
    "lake": lake,
    "meadow": meadow,
    "bridge": bridge,
    "cottages": cottages,
    "square": square,
    "tracks": tracks,
    "cables": cables,
    "doorway-open": doorway_open,
    "doorway-shut": doorway_shut,
    "town": town,
    "greeting": greeting,
    **NIGHTS,
    **{f"sky-{name}": scene for name, scene in WEATHERS.items()},
}
"""Every scene by name."""

PALETTES: Final[dict[str, tuple[str, ...]]] = {
    "hills": ("#FFC67A", "#FFF1D0", "#E8895A", "#C25B50", "#7C3D57", "#3C2A48"),
    "aurora": ("#0A1A2E", "#57E5B8", "#143048", "#0E2338", "#081524"),
    "river": ("#F5C69B", "#FFF0D2", "#8FA6B8", "#4E7A78", "#2F5E58", "#1F4744"),
    "fells": ("#CFE3EC", "#FFF3D6", "#7F9DB5", "#4A7380", "#2C5560", "#173840"),
    "roofs": ("#F0B58C", "#FFE6A6", "#C9806B", "#9C5360", "#6A3A58", "#3E274A"),
    "winter-night": ("#2F2A5C", "#FFE3A0", "#51477F", "#3C3568", "#211C42"),
    "rink": ("#1B2F5B", "#FFE9A8", "#14244A", "#0D1836"),
    "forest": ("#D9E8DC", "#FFF6DC", "#9DBFA8", "#5F927C", "#2F6656", "#163F38"),
    "shelves": ("#5A3A2E", "#F2C879", "#C4633F", "#2F6F73", "#E8DCC4", "#8C3B45", "#3F4F7A"),
    "birches": ("#2B476D", "#FFE0A0", "#3B5A86", "#31507A"),
    "lake": ("#A9D8EE", "#FFF1C0", "#8EC2B4", "#5BA284", "#378063", "#1C5546"),
    "meadow": ("#FFE0A3", "#FFF7DC", "#B9C687", "#7FAA6A", "#458157", "#215343"),
    "cottages": ("#CFE8EC", "#FFF6D8", "#A8CBB4", "#78AE8C", "#47856A", "#27594A"),
    "bridge": ("#F6DFB5", "#FFF5D8", "#DDA85F", "#C2743E", "#8D4B39", "#4B2D38"),
    "square": ("#F0B58C", "#FFE6A6", "#C9806B", "#9C5360", "#6A3A58", "#3E274A"),
    "tracks": ("#D6E4F0", "#FFF4DC", "#A9BDD3", "#7E99B8", "#4F6C91", "#2A4060"),
    "cables": ("#4B2BD6", "#FFFFFF", "#C9F24B", "#A58BFF"),
    "doorway-open": ("#232A63", "#FFD97A", "#5661B2", "#2E3780", "#C9D0F0"),
    "doorway-shut": ("#232A63", "#FFD97A", "#5661B2", "#2E3780", "#C9D0F0"),
    "town": ("#22336A", "#FFE3AE", "#7D8AC3", "#46558F", "#2C3A72"),
    "greeting": ("#FFE8CC", "#FFC56B", "#B4BCE4", "#8790CB", "#525CA4", "#232A63"),
    "fells-night": ("#0A1A2E", "#DCE6F2", "#33507A", "#1A3152", "#10233E", "#081524"),
    "forest-night": ("#0A1A2E", "#F2E6C4", "#1D3A4E", "#15303F", "#0E2430", "#081524"),
    "river-night": ("#0A1A2E", "#F6DFA6", "#2C4468", "#1A3150", "#122640", "#081524"),
    "roofs-night": ("#0A1A2E", "#FFD97A", "#1A2F4C", "#24395C", "#1A2B48", "#0B1A30"),
    **{f"sky-{name}": sky_palette("day", name) for name in WEATHERS},
}
"""Each scene's own colours, in the order of `Paint`."""


def draw_scene(name: str, size: tuple[int, int], seed: str, palette: tuple[str, ...] = ()) -> Image.Image:
    """Draw the scene `name` in `size` (width and height in pixels), RGB; hills for a name that is not ours.

    `seed` is the card's id: no two cards look the same, and a card looks the same wherever it is drawn.
    """
    chance = Random(seed)  # noqa: S311 - a picture, not a secret
    name = name if name in SCENES else "hills"
    paint = Paint.of(palette if len(palette) > 1 else PALETTES[name])
    canvas = Canvas(max(1, size[0]), max(1, size[1]), paint.sky)
    SCENES[name](canvas, paint, chance)
    return canvas.image()
