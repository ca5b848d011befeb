"""A list that is too long for one card becomes several: how many rows stand is asked of the layout, on the very screen.

Rows that are over are left out, as on the glass. The rows are dealt evenly: six that do not go on one card become three
and three, not five and one. A kind takes part by a module `coming` with ROWS, the fact that holds its rows, and
`coming(facts, now)`, those that it shows and in which order.
"""

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module, resources
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from cards.compose import laid_out
from cards.errors import CardError
from cards.model import Card, Screen
from cards.themes import Theme

_LONGEST_ID: Final = 64


def splits(kind: str) -> bool:
    """Tell whether cards of `kind` are lists that can be dealt out."""
    return resources.files(f"cards.kinds.{kind}").joinpath("coming.py").is_file()


def split(card: Card, screen: Screen, theme: Theme, now: datetime) -> tuple[Card, ...]:
    """`card` as the cards that show all its coming rows on `screen`, in all languages that the two share.

    The first keeps the card's id, the others end in their number. A card that has room for all its rows, has none, or
    is no list, is returned alone and as it is.
    """
    if not splits(card.kind):
        return (card,)
    module: Any = import_module(f"cards.kinds.{card.kind}.coming")
    rows = module.coming(card.facts, now.astimezone(ZoneInfo(screen.zone)))
    if _room(card, screen, theme, now) >= len(rows):
        return (card,)
    dealt: list[Card] = []
    left = tuple(rows)
    while left:
        shown = max(1, _room(_with(card, module.ROWS, left, len(dealt)), screen, theme, now))
        dealt.append(_with(card, module.ROWS, left[:shown], len(dealt)))
        left = left[shown:]
    even = [_with(card, module.ROWS, part, index) for index, part in enumerate(_shares(rows, len(dealt)))]
    whole = all(_room(one, screen, theme, now) >= len(getattr(one.facts, module.ROWS)) for one in even)
    return tuple(even if whole else dealt)


def _room(card: Card, screen: Screen, theme: Theme, now: datetime) -> int:
    """How many of the card's rows stand in every language in which `screen` shows it; 0 where it is refused."""
    languages = [language for language in screen.languages if language in card.texts] or list(card.texts)[:1] or ["sv"]
    fewest: int | None = None
    for language in languages:
        try:
            sheet = laid_out(card, screen, theme, now, language, {}, paint=False)
        except CardError:
            return 0
        shown = sheet.rows[0] if sheet.rows else 0
        fewest = shown if fewest is None else min(fewest, shown)
    return fewest or 0


def _with(card: Card, field: str, rows: Sequence[object], number: int) -> Card:
    """`card` with just `rows`, named as the part `number` from 0."""
    facts = msgspec.structs.replace(card.facts, **{field: tuple(rows)})
    end = f"-{number + 1}" if number else ""
    return msgspec.structs.replace(card, facts=facts, id=f"{card.id[: _LONGEST_ID - len(end)]}{end}")


def _shares(rows: Sequence[object], count: int) -> list[Sequence[object]]:
    """`rows` in `count` parts that differ by one row at most, the longer ones first."""
    least, over = divmod(len(rows), count)
    parts, start = [], 0
    for index in range(count):
        end = start + least + (index < over)
        parts.append(rows[start:end])
        start = end
    return parts
