"""Figures: what a measurement found, and what it should have been.

A bench is a module `tests/bench/bench_<name>.py` with `measure() -> list[Figure]`. It measures the real thing, says
medians, and compares within one run.
"""

import re

import msgspec

_AIM = re.compile(r"(<|≤|>|≥) ?([0-9.]+)")


class Figure(msgspec.Struct, frozen=True):
    """One measured value.

    `aim` is a bound such as `< 150`, `≤ 1` or `≥ 0.4` in the same unit, or empty where there is none. `note` says what
    the reader must know to measure it again: counts, percentiles, what it was compared with.
    """

    name: str
    value: float
    unit: str
    aim: str = ""
    note: str = ""

    def met(self) -> bool | None:
        """Tell whether the aim was reached; None where there is none. Raises ValueError for an aim that is no bound."""
        if not self.aim:
            return None
        found = _AIM.fullmatch(self.aim)
        if found is None:
            raise ValueError(f"{self.name}: the aim “{self.aim}” is no bound")
        bound = float(found[2])
        comparisons = {"<": self.value < bound, "≤": self.value <= bound, ">": self.value > bound}
        return comparisons.get(found[1], self.value >= bound)
