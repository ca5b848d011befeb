"""Segments: the stretches of time in which the same cards may be shown, and the plan for each.

A manifest is laid out once: which entries there are, when each may play, at which instants that may change. Between
two changes the plan is a cycle of showings that repeats; where it stands is arithmetic, which `playlists.schedule`
does. A change that changes nothing (one daypart follows another, a card ends while its playlist rests) is none, so
the loop goes on undisturbed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

import msgspec

from cards.model import Card, CardId, Language
from playlists import dayparts, validity
from playlists.durations import HOUSE_S, chosen, seconds
from playlists.model import Daypart, Entry, Manifest, Playlist
from playlists.rounds import Weighted, cycle

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""Where a loop that was never changed is counted from."""

LOOK = timedelta(days=15)
"""Two weeks and a day: dayparts repeat weekly, and a clock change can swallow one of them once."""

_EDGE_OF_TIME = LOOK + timedelta(days=3)
_FIRST = datetime.min.replace(tzinfo=UTC) + _EDGE_OF_TIME
_LAST = datetime.max.replace(tzinfo=UTC) - _EDGE_OF_TIME
_OVERRIDE = -1


class Slot(Weighted, frozen=True, kw_only=True):
    """An entry with all that the schedule needs to know of its card. `card` is empty for the house card."""

    languages: tuple[Language, ...]
    nominal_s: float
    start: datetime = validity.ALWAYS
    end: datetime = validity.NEVER
    dayparts: tuple[tuple[int, ...], ...] = ()
    """Groups of dayparts by their place in the layout; one of each group must be open."""


class Showable(msgspec.Struct, frozen=True):
    """One showing of a plan: what, how long, and which appearance of its card within the cycle it is."""

    card: CardId | None
    languages: tuple[Language, ...]
    nominal_s: float
    length_us: int
    opens_round: bool
    appearance: int
    appearances: int


class Plan(msgspec.Struct, frozen=True):
    """A cycle that repeats from `start` until `end` (exclusive; None: nothing will change).

    `offsets_us` has one more entry than `showables`: where each begins, and the length of the whole.
    """

    start: datetime
    end: datetime | None
    showables: tuple[Showable, ...]
    offsets_us: tuple[int, ...]

    def holds(self, now: datetime) -> bool:
        """Tell whether `now` lies in this segment."""
        return self.start <= now and (self.end is None or now < self.end)


class Layout:
    """A manifest laid out for the schedule. Everything in it follows from the manifest alone."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._zone = ZoneInfo(manifest.screen.zone)
        self._languages = manifest.screen.languages or ("sv",)
        self._dayparts: list[Daypart] = []
        self._numbers: dict[Daypart, int] = {}
        self._slots = [
            slot
            for playlist in manifest.playlists
            for entry in playlist.entries
            for slot in self._slot(playlist, entry)
        ]
        self._override, self._override_span = self._override_slot()
        self._fixed = self._fixed_edges()
        self._plan: Plan | None = None

    def plan(self, now: datetime) -> Plan:
        """The plan of the segment in which `now` lies. The last one asked for is kept."""
        plan = self._plan
        if plan is None or not plan.holds(now):
            plan = self._make_plan(now.astimezone(UTC))
            self._plan = plan
        return plan

    def _slot(self, playlist: Playlist, entry: Entry) -> Iterator[Slot]:
        card = self._manifest.cards.get(entry.card)
        if card is None:
            return
        start, end = validity.window(card, self._manifest, self._zone)
        if playlist.valid_from is not None:
            start = max(start, validity.in_utc(playlist.valid_from))
        if playlist.valid_until is not None:
            end = min(end, validity.in_utc(playlist.valid_until))
        if start >= end:
            return
        languages, nominal_s = self._reading(card)
        yield Slot(
            card=card.id,
            times=entry.times,
            every=entry.every,
            languages=languages,
            nominal_s=nominal_s if entry.seconds is None else chosen(entry.seconds),
            start=start,
            end=end,
            dayparts=tuple(self._numbered(group) for group in (playlist.dayparts, entry.dayparts) if group),
        )

    def _numbered(self, group: tuple[Daypart, ...]) -> tuple[int, ...]:
        for daypart in group:
            if daypart not in self._numbers:
                self._numbers[daypart] = len(self._dayparts)
                self._dayparts.append(daypart)
        return tuple(self._numbers[daypart] for daypart in group)

    def _reading(self, card: Card) -> tuple[tuple[Language, ...], float]:
        """The languages that `card` is shown in, in turn, and its seconds: equal for each, by the longest text."""
        wanted = self._languages
        if card.kind == "welcome":  # greets in every language at once
            return wanted[:1], seconds(card, tuple(card.texts))
        spoken = tuple(dict.fromkeys(language for language in wanted if language in card.texts))
        languages = spoken or tuple(card.texts)[:1] or wanted[:1]
        return languages, seconds(card, languages)

    def _override_slot(self) -> tuple[Slot | None, tuple[datetime, datetime]]:
        override = self._manifest.override
        card = self._manifest.cards.get(override.card) if override else None
        if override is None or card is None:
            return None, (validity.NEVER, validity.ALWAYS)
        start, end = validity.window(card, self._manifest, self._zone)
        start = max(start, validity.in_utc(override.since))
        if override.until is not None:
            end = min(end, validity.in_utc(override.until))
        languages, nominal_s = self._reading(card)
        return Slot(card=card.id, languages=languages, nominal_s=nominal_s), (start, end)

    def _fixed_edges(self) -> list[datetime]:
        """Every instant, in order, at which something begins or ends once and for all."""
        found = {self._lead_since(), *self._override_span}
        for slot in self._slots:
            found |= {slot.start, slot.end}
        return sorted(edge for edge in found if _FIRST < edge < _LAST)

    def _lead_since(self) -> datetime:
        lead = self._manifest.lead
        return validity.in_utc(lead.since) if lead else validity.ALWAYS

    def _eligible(self, now: datetime) -> tuple[int, ...]:
        """The slots that may play at `now`, by place; the override alone, if there is one."""
        since, until = self._override_span
        if self._override is not None and since <= now < until:
            return (_OVERRIDE,)
        local = now.astimezone(self._zone)
        are_open = [dayparts.is_open_at(daypart, local) for daypart in self._dayparts]
        return tuple(
            place
            for place, slot in enumerate(self._slots)
            if slot.start <= now < slot.end and all(any(are_open[part] for part in group) for group in slot.dayparts)
        )

    def _make_plan(self, now: datetime) -> Plan:
        eligible = self._eligible(now)
        slots = [self._override if place == _OVERRIDE else self._slots[place] for place in eligible]
        start, end = self._segment(now, eligible)
        showables = self._showables([slot for slot in slots if slot is not None], now)
        offsets = accumulate((showable.length_us for showable in showables), initial=0)
        return Plan(start, end, showables, tuple(offsets))

    def _segment(self, now: datetime, eligible: tuple[int, ...]) -> tuple[datetime, datetime | None]:
        lead = self._lead_since()
        start = BEGINNING
        later = now  # what holds just before an edge is what holds at the edge before it
        for edge in self._edges_before(now):
            if self._eligible(edge) != eligible:
                start = later
                break
            later = edge
            if edge == lead:
                start = lead
                break
        else:
            start = self._before_all(later, eligible)
        end = next(
            (edge for edge in self._edges_after(now) if edge == lead or self._eligible(edge) != eligible),
            None,
        )
        return start, end

    def _before_all(self, earliest: datetime, eligible: tuple[int, ...]) -> datetime:
        """The start of a segment that no edge opened: `earliest` if something else held before it."""
        if earliest > _FIRST and self._eligible(earliest - timedelta(microseconds=1)) != eligible:
            return earliest
        return BEGINNING

    def _edges_before(self, now: datetime) -> Iterator[datetime]:
        """Edges at or before `now`, the latest first: each stretch of dayparts that lies before a fixed edge or now."""
        last: datetime | None = None
        until = now
        for fixed in reversed([None, *self._fixed[: bisect_right(self._fixed, now)]]):
            found = set(self._recurring(until - LOOK if fixed is None else max(fixed, until - LOOK), until))
            if fixed is not None:
                found.add(fixed)
                until = fixed
            for edge in sorted(found, reverse=True):
                if last is None or edge < last:
                    last = edge
                    yield edge

    def _edges_after(self, now: datetime) -> Iterator[datetime]:
        """Edges after `now`, the earliest first."""
        since = now
        for fixed in [*self._fixed[bisect_right(self._fixed, now) :], None]:
            found = set(self._recurring(since, since + LOOK if fixed is None else min(fixed, since + LOOK)))
            if fixed is not None:
                found.add(fixed)
            for edge in sorted(found):
                if edge > since:
                    yield edge
            if fixed is not None:
                since = fixed

    def _recurring(self, first: datetime, last: datetime) -> Iterator[datetime]:
        if not self._dayparts or not _FIRST < first <= last < _LAST:
            return iter(())
        return dayparts.edges(self._dayparts, first, last, self._zone)

    def _showables(self, slots: list[Slot], now: datetime) -> tuple[Showable, ...]:
        places = cycle(slots)
        lead = self._manifest.lead
        if lead is not None and self._lead_since() <= now:
            first = next((index for index, place in enumerate(places) if place.item.card == lead.card), 0)
            places = places[first:] + places[:first]
        if not places:
            return (Showable(None, self._languages[:1], HOUSE_S, _us(HOUSE_S), True, 0, 1),)
        totals: dict[str, int] = {}
        numbered = []
        for place in places:
            numbered.append(totals.get(place.item.card, 0))
            totals[place.item.card] = numbered[-1] + 1
        return tuple(
            Showable(
                place.item.card,
                place.item.languages,
                place.item.nominal_s,
                _us(place.item.nominal_s),
                place.opens_round,
                number,
                totals[place.item.card],
            )
            for place, number in zip(places, numbered, strict=True)
        )


def _us(length_s: float) -> int:
    return round(length_s * 10) * 100_000
