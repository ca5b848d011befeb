"""Which pictures a gallery needs: every two values of kind, shape, theme and language together at least once."""

from collections.abc import Sequence
from datetime import datetime
from importlib import resources
from itertools import combinations as pairs_of
from typing import Final, NamedTuple

from cards.model import Language
from cards.samples import samples

SHAPES: Final = (
    (1920, 1080),
    (1080, 1920),
    (3840, 2160),
    (1280, 720),
    (1366, 768),
    (1024, 768),
    (1280, 800),
    (1080, 1080),
    (3840, 1080),
    (1920, 540),
)
"""A screen on a wall, a standing one, 4K, a projector, a laptop, two old ones, a square, and two stretched bars."""
MOST: Final = 400


class Combination(NamedTuple):
    """One picture to draw."""

    kind: str
    size: tuple[int, int]
    theme: str
    language: Language

    @property
    def file(self) -> str:
        """The picture's file name."""
        return f"{self.kind}-{self.size[0]}x{self.size[1]}-{self.theme}-{self.language}.png"


def theme_names() -> tuple[str, ...]:
    """The themes that ship."""
    files = resources.files("cards.themes").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def combinations(now: datetime) -> tuple[Combination, ...]:
    """Every kind in every shape, theme, and language that its sample speaks."""
    return tuple(
        Combination(kind, size, theme, language)
        for kind, card in samples(now).items()
        for size in SHAPES
        for theme in theme_names()
        for language in card.texts
    )


def pairwise(every: Sequence[Combination], most: int = MOST) -> tuple[Combination, ...]:
    """The fewest of `every` (found greedily) that show each two values together that occur together at all."""
    open_pairs = set().union(*(_pairs(each) for each in every)) if every else set()
    chosen: list[Combination] = []
    while open_pairs and len(chosen) < most:
        best = max(every, key=lambda each: len(_pairs(each) & open_pairs))
        chosen.append(best)
        open_pairs -= _pairs(best)
    order = {each: index for index, each in enumerate(every)}
    return tuple(sorted(chosen, key=lambda each: order[each]))


def _pairs(each: Combination) -> frozenset[tuple[int, object, int, object]]:
    return frozenset((i, each[i], j, each[j]) for i, j in pairs_of(range(len(each)), 2))
