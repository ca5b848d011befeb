"""Facts of a menu: dishes by day. The card shows the week, or today where only one day is given."""

from datetime import date

import msgspec

from cards.kinds.facts import Facts


class MenuDay(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One day's dishes, the first being the main one."""

    day: date
    dishes: tuple[str, ...]


class MenuFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="menu"):
    """What is served. Never a promise about allergens: the text says "fråga köket"."""

    place: str = ""
    days: tuple[MenuDay, ...] = ()
    hours: str = ""
