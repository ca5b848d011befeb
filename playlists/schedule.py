"""What is on: which card stands on a screen at a moment, in which language, since when and until when.

The answer follows from the manifest and the moment alone, so it is the same on the server and on the player, before
and after a restart. A segment begins with the last change of what may be shown, or when staff last asked for the loop
to begin anew (`lead`); within it the place in the loop is the time since then, modulo the loop's length. The time is
always an argument, and aware.

`speed` divides how long showings stand, for trying out; the moments at which cards begin and end to be allowed stay
those of the wall. It is 1 wherever a schedule is meant.
"""

from bisect import bisect_right
from collections import OrderedDict
from datetime import datetime, timedelta
from fractions import Fraction
from threading import Lock

import msgspec

from playlists.model import Manifest, Showing
from playlists.segments import Layout, Plan

SHORTEST_GLIMPSE = timedelta(seconds=4)
"""A card that a change would take down sooner than this is not begun: the one before it stands on."""

LAYOUTS_KEPT = 64

REAL_TIME = Fraction(1)


class _Layouts:
    """The last manifests asked about, laid out. Each is kept with its layout, so its id cannot be another's."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Manifest, Layout]] = OrderedDict()
        self._lock = Lock()

    def of(self, manifest: Manifest) -> Layout:
        """The layout of `manifest`, made where it is not kept."""
        found = self._kept.get(id(manifest))
        if found is not None:
            return found[1]
        layout = Layout(manifest)
        with self._lock:
            self._kept[id(manifest)] = (manifest, layout)
            while len(self._kept) > LAYOUTS_KEPT:
                self._kept.popitem(last=False)
        return layout


_layouts = _Layouts()


def what_is_on(manifest: Manifest, now: datetime, speed: float = 1) -> Showing:
    """What stands on the screen of `manifest` at `now`. Well under a millisecond while a segment lasts."""
    plan = _layouts.of(manifest).plan(now)
    pace = Fraction(speed).limit_denominator(1000)  # whole numbers, so that a showing's own start falls into it
    return _cut(plan, _count_at(plan, now, pace), pace)


def upcoming(manifest: Manifest, now: datetime, count: int, speed: float = 1) -> tuple[Showing, ...]:
    """What is on at `now` and what follows it, `count` showings in all, across whatever changes in between."""
    found: list[Showing] = []
    while len(found) < count:
        showing = what_is_on(manifest, now, speed)
        found.append(showing)
        now = showing.until
    return tuple(found)


def loop(manifest: Manifest, now: datetime) -> tuple[Showing, ...]:
    """The round that runs at `now`, whole: from its first card to its last, as if nothing cut it short.

    Its length, `loop[-1].until - loop[0].since`, is the loop's real time.
    """
    plan = _layouts.of(manifest).plan(now)
    first = _count_at(plan, now, REAL_TIME)
    cards = len(plan.showables)
    while not plan.showables[first % cards].opens_round:
        first -= 1
    found = [_whole(plan, first, REAL_TIME)]
    following = first + 1
    while not plan.showables[following % cards].opens_round:
        found.append(_whole(plan, following, REAL_TIME))
        following += 1
    return tuple(found)


def _count_at(plan: Plan, now: datetime, pace: Fraction) -> int:
    """How many showings began in `plan` before the one that runs at `now`, by its loop alone."""
    passed_us = (now - plan.start) // timedelta(microseconds=1)
    cycles, position_us = divmod(passed_us * pace.numerator // pace.denominator, plan.offsets_us[-1])
    return cycles * len(plan.showables) + bisect_right(plan.offsets_us, position_us) - 1


def _moment(plan: Plan, offset_us: int, pace: Fraction) -> datetime:
    """The first whole microsecond at which the loop of `plan` has come `offset_us` far."""
    return plan.start + timedelta(microseconds=-(-offset_us * pace.denominator // pace.numerator))


def _whole(plan: Plan, count: int, pace: Fraction) -> Showing:
    """The showing number `count` of `plan`, at its nominal length."""
    cycles, place = divmod(count, len(plan.showables))
    showable = plan.showables[place]
    offset_us = cycles * plan.offsets_us[-1] + plan.offsets_us[place]
    appearance = cycles * showable.appearances + showable.appearance
    return Showing(
        card=showable.card,
        language=showable.languages[appearance % len(showable.languages)],
        since=_moment(plan, offset_us, pace),
        until=_moment(plan, offset_us + showable.length_us, pace),
        seconds=showable.nominal_s,
    )


def _cut(plan: Plan, count: int, pace: Fraction) -> Showing:
    """As `_whole`, ending where the segment ends; the last one stands on where the next would only be glimpsed."""
    showing = _whole(plan, count, pace)
    glimpse = SHORTEST_GLIMPSE / float(pace)
    if plan.end is None or showing.until + glimpse <= plan.end:
        return showing
    while plan.end - showing.since < glimpse and showing.since > plan.start:
        count -= 1
        showing = _whole(plan, count, pace)
    return msgspec.structs.replace(showing, until=plan.end)
