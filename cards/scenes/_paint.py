"""The colours of a scene: a sky, a light, and the land from far to near."""

from typing import NamedTuple

from cards.scenes._canvas import mix, rgb


class Paint(NamedTuple):
    """A palette with names. `land` has at least one colour, the farthest first."""

    sky: str
    light: str
    land: tuple[str, ...]

    @classmethod
    def of(cls, palette: tuple[str, ...]) -> "Paint":
        """The paint of a palette of two colours or more."""
        sky, light, *land = palette
        return cls(sky, light, tuple(land) or (mix(sky, "#000000", 0.35),))

    @property
    def dark(self) -> bool:
        """Whether it is night."""
        return sum(rgb(self.sky)) < 280

    def layer(self, near: float) -> str:
        """The land's colour at a depth from 0 (the farthest) to 1 (the nearest)."""
        place = near * (len(self.land) - 1)
        index = min(int(place), max(0, len(self.land) - 2))
        if len(self.land) == 1:
            return self.land[0]
        return mix(self.land[index], self.land[index + 1], place - index)

    @property
    def snow(self) -> str:
        """Snow as it lies in this light."""
        return mix(mix(self.sky, "#FFFFFF", 0.78), self.light, 0.06)

    @property
    def shade(self) -> str:
        """Snow that lies in the shade."""
        return mix(self.snow, self.layer(0), 0.34)
