"""Which scene a card gets that has no photograph and no wish: by its id, by the season, by the hour.

An event's scene shows the season and hour at which it happens, any other card's the season that it is. The families
are many enough that two cards rarely meet, and whoever lays out a loop sees to it that they never do: `neighbour`
gives the next family in the round.
"""

from datetime import datetime
from hashlib import sha256
from typing import Final, Literal

from cards.scenes._sky import part_of_day

Season = Literal["winter", "spring", "summer", "autumn"]
Palette = tuple[str, ...]

_SEASONS: Final[dict[int, Season]] = {
    1: "winter", 2: "winter", 3: "winter", 4: "spring", 5: "spring", 6: "summer",
    7: "summer", 8: "summer", 9: "autumn", 10: "autumn", 11: "winter", 12: "winter",
}  # fmt: skip
"""By month, as it is in the inland of Norrland."""

_ALWAYS: Final = ("hills", "river", "fells", "forest", "roofs", "shelves", "lake", "bridge", "square")
_POOLS: Final[dict[Season, tuple[str, ...]]] = {
    "winter": (
        "hills", "river", "winter-night", "fells", "roofs", "rink", "forest",
        "shelves", "birches", "bridge", "aurora", "tracks",
    ),
    "spring": (*_ALWAYS, "meadow", "cottages"),
    "summer": (*_ALWAYS, "meadow", "cottages"),
    "autumn": (*_ALWAYS, "meadow", "aurora", "cottages"),
}  # fmt: skip

_LANDS: Final = (
    "hills",
    "river",
    "fells",
    "forest",
    "roofs",
    "lake",
    "bridge",
    "meadow",
    "tracks",
    "cottages",
    "square",
)
"""Scenes whose colours are those of the season and the hour; the others have their own."""

_DAY: Final[dict[Season, tuple[Palette, ...]]] = {
    "winter": (
        ("#D6E4F0", "#FFF4DC", "#A9BDD3", "#7E99B8", "#4F6C91", "#2A4060"),
        ("#F0D9CF", "#FFF6E2", "#C3B4C9", "#8F8FB5", "#5C6796", "#2F3E66"),
    ),
    "spring": (
        ("#CFE8EC", "#FFF6D8", "#A8CBB4", "#78AE8C", "#47856A", "#27594A"),
        ("#FBE7C2", "#FFF9E4", "#C5CFA0", "#92B07C", "#56855F", "#2C5748"),
    ),
    "summer": (
        ("#A9D8EE", "#FFF1C0", "#8EC2B4", "#5BA284", "#378063", "#1C5546"),
        ("#FFE0A3", "#FFF7DC", "#B9C687", "#7FAA6A", "#458157", "#215343"),
    ),
    "autumn": (
        ("#F6DFB5", "#FFF5D8", "#DDA85F", "#C2743E", "#8D4B39", "#4B2D38"),
        ("#CFE3EC", "#FFF3D6", "#D3B36B", "#B77A3F", "#7C4F3C", "#3F3338"),
    ),
}
_DUSK: Final[dict[Season, tuple[Palette, ...]]] = {
    "winter": (
        ("#E9B9B8", "#FFEBCB", "#A995C0", "#7773AC", "#4A4D8A", "#272B58"),
        ("#F5C69B", "#FFF0D2", "#A59BB4", "#6F7FA0", "#46597F", "#233555"),
    ),
    "spring": (("#FFD3A0", "#FFF1D0", "#DE9C74", "#A8707A", "#65557A", "#33365C"),),
    "summer": (("#FFC67A", "#FFF1D0", "#E8895A", "#C25B50", "#7C3D57", "#3C2A48"),),
    "autumn": (
        ("#FFC67A", "#FFF1D0", "#E8895A", "#C25B50", "#7C3D57", "#3C2A48"),
        ("#F0B58C", "#FFE6A6", "#C9806B", "#9C5360", "#6A3A58", "#3E274A"),
    ),
}
_NIGHT: Final[tuple[Palette, ...]] = (
    ("#17284F", "#FBE7B4", "#3A5486", "#27406E", "#1A2E55", "#0E1C38"),
    ("#2F2A5C", "#FFE3A0", "#5A5090", "#463F78", "#332D5E", "#1D1940"),
)


def _draw(seed: str, what: str, count: int) -> int:
    return int.from_bytes(sha256(f"{what} {seed}".encode()).digest()[:8]) % count


_DARK: Final = ("aurora", "fells-night", "forest-night", "river-night", "roofs-night")
"""Scenes of the night with one sky, for white words low on the card."""


def season_of(day: datetime) -> Season:
    """The season of a day."""
    return _SEASONS[day.month]


def scene_for(seed: str, when: datetime) -> str:
    """The family that the card with the id `seed` gets in the season of `when`."""
    pool = _POOLS[season_of(when)]
    return pool[_draw(seed, "family", len(pool))]


def night_scene(seed: str) -> str:
    """The scene of the night that the card with the id `seed` gets."""
    return _DARK[_draw(seed, "night", len(_DARK))]


def neighbour(name: str, when: datetime, *, night: bool = False) -> str:
    """The family that comes after `name` in the season's round, or in the night's."""
    pool = _DARK if night else _POOLS[season_of(when)]
    return pool[(pool.index(name) + 1) % len(pool)] if name in pool else pool[0]


def season_palette(name: str, seed: str, when: datetime) -> Palette:
    """The colours of the scene `name` in the season and at the hour of `when`; empty where it has its own."""
    if name not in _LANDS:
        return ()
    part = part_of_day(when)
    sets = {"day": _DAY[season_of(when)], "night": _NIGHT}.get(part, _DUSK[season_of(when)])
    return sets[_draw(seed, "colours", len(sets))]
