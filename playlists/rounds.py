"""Rounds: the order in which cards come, given how often each shall come.

A round goes through every entry once. An entry with `times` 2 or 3 comes as often, spread over the round; one with
`every` 2 to 4 comes only in each such round, and several of them take turns. A cycle is as many rounds as it takes to
come back to the beginning. The same card never comes twice in a row while there is another: a repeat that finds no
place between others is left out.
"""

from collections import Counter
from collections.abc import Sequence
from math import lcm
from typing import Generic, TypeVar

import msgspec

TIMES_AT_MOST = 3
EVERY_AT_MOST = 4


class Weighted(msgspec.Struct, frozen=True):
    """An entry as a round needs it: its card's id, and its weights."""

    card: str
    times: int = 1
    every: int = 1


Item = TypeVar("Item", bound=Weighted)


class Place(msgspec.Struct, Generic[Item], frozen=True):
    """One showing within a cycle. `opens_round` marks the first of a round."""

    item: Item
    opens_round: bool


def cycle(items: Sequence[Item]) -> tuple[Place[Item], ...]:
    """One whole cycle of `items`; empty only where `items` is. Weights outside their bounds are kept within them."""
    rounds = _kept_apart(_spread(items))
    return tuple(Place(item, position == 0) for laid in rounds for position, item in enumerate(laid))


def _spread(items: Sequence[Item]) -> list[list[Item]]:
    """Every round of a cycle, each with its entries spread by weight."""
    every = [min(max(item.every, 1), EVERY_AT_MOST) for item in items]
    seen: Counter[int] = Counter()
    turns = []  # the round of its own `every` in which each entry comes: they take turns
    for rhythm in every:
        turns.append(seen[rhythm] % rhythm)
        seen[rhythm] += 1
    rounds = []
    for number in range(lcm(*every) if every else 0):
        playing = [item for item, rhythm, turn in zip(items, every, turns, strict=True) if number % rhythm == turn]
        if playing:
            rounds.append(_one_round(playing))
    return rounds


def _one_round(items: Sequence[Item]) -> list[Item]:
    count = len(items)
    wished = []
    for position, item in enumerate(items):
        times = min(max(item.times, 1), TIMES_AT_MOST)
        for repeat in range(times):
            # As many of the others between each two, and half a step behind the one that stands there by right.
            at = (position + repeat * (count - 1) / times + (0.5 if repeat else 0.0)) % count
            wished.append((at, repeat, position))
    return [items[position] for _, _, position in sorted(wished)]


def _kept_apart(rounds: list[list[Item]]) -> list[list[Item]]:
    if len({item.card for laid in rounds for item in laid}) <= 1:
        return [laid[:1] for laid in rounds[:1]]
    last = ""
    apart: list[list[Item]] = []
    for wanted in rounds:
        laid, last = _lay(wanted, last)
        if laid:
            apart.append(laid)
    while apart[-1][-1].card == apart[0][0].card:  # where the cycle bites its own tail
        tail = apart[-1].pop()
        before = apart[-2][-1].card if len(apart) > 1 else (apart[-1][-1].card if apart[-1] else "")
        _slip_in(apart[-1], tail, before)
        if not apart[-1]:
            apart.pop()
    return apart


def _lay(wanted: Sequence[Item], last: str) -> tuple[list[Item], str]:
    """`wanted` in an order without neighbours of the same card, after `last`; what has no place is left out."""
    before = last
    rest = list(wanted)
    laid: list[Item] = []
    while True:
        index = next((index for index, item in enumerate(rest) if item.card != last), None)
        if index is None:
            break
        item = rest.pop(index)
        laid.append(item)
        last = item.card
    for item in rest:
        _slip_in(laid, item, before)
    return laid, last


def _slip_in(laid: list[Item], item: Item, before: str) -> None:
    """Put `item` where its neighbours are other cards; nowhere, if there is no such place."""
    for index, following in enumerate(laid):
        preceding = laid[index - 1].card if index else before
        if item.card not in (preceding, following.card):
            laid.insert(index, item)
            return
