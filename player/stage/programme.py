"""The programme: what shall stand on the glass now, and what comes next. It decides; the stage obeys.

Pairing card while a code is open, else what the schedule of the active manifest says, else the house card. The
municipality's house card stands whenever the schedule has nothing.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.house.facts import HouseFacts
from cards.kinds.pairing.facts import PairingFacts
from cards.model import Card, Language, Link, Municipality, Screen, Text
from player import kept
from player.messages import PairingOpen
from playlists.model import Manifest, Showing
from playlists.schedule import upcoming, what_is_on

HOUSE = "house"
PAIRING = "pairing"
UNPAIRED_SCREEN = Screen(id="unpaired", name="", place="", municipality=Municipality(id="", names={}))


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One picture to show: `key` names it, `since` and `until` are wall times; `until` None: until something changes.

    `at` is the moment that it is drawn for: now, or when its turn comes. `scheduled` tells that it is a showing of the
    manifest's, which is recorded; `since` then tells showings apart.
    """

    card: Card
    screen: Screen
    language: Language
    key: str
    at: datetime
    since: datetime
    until: datetime | None
    nominal_s: float
    scheduled: bool

    def same_showing(self, other: "Target | None") -> bool:
        """Tell whether `other` is this very showing, perhaps seen at another moment."""
        return (
            other is not None
            and other.scheduled == self.scheduled
            and other.card == self.card
            and other.language == self.language
            and (other.since == self.since or not self.scheduled)
        )


class Programme:
    """Answers for one stage of `width_px` x `height_px` panel pixels, on which showings are `speed` times as short."""

    def __init__(self, width_px: int, height_px: int, speed: float) -> None:
        self._speed = speed
        self.manifest: Manifest | None = None
        self.pairing: PairingOpen | None = None
        self._panel_px = (width_px, height_px)

    @property
    def screen(self) -> Screen:
        """The screen as this stage is: a card is drawn for the glass that is there, turned as the panel hangs."""
        screen = self.manifest.screen if self.manifest else UNPAIRED_SCREEN
        width, height = self._panel_px
        if screen.rotation % 180:
            width, height = height, width
        return msgspec.structs.replace(screen, width_px=width, height_px=height)

    @property
    def zone(self) -> ZoneInfo:
        """The screen's time zone; the manifest's was checked before it became active."""
        return ZoneInfo(self.screen.zone)

    def target(self, now: datetime) -> Target:
        """What shall stand on the glass at `now`."""
        if self.pairing is not None and self.pairing.expires > now:
            return self._pairing_card(self.pairing, now)
        if self.manifest is None:
            return self.house(now)
        return self._scheduled(what_is_on(self.manifest, now, self._speed), now)

    def following(self, now: datetime, count: int) -> tuple[Target, ...]:
        """The `count` showings after that of `now`."""
        if self.manifest is None or self.pairing is not None:
            return ()
        showings = upcoming(self.manifest, now, count + 1, self._speed)[1:]
        return tuple(self._scheduled(showing, showing.since) for showing in showings)

    def house(self, now: datetime) -> Target:
        """The municipality's own card, as it stands at `now`, outside the schedule."""
        return self._unscheduled(self._house_card(), now)

    def house_of_tomorrow(self, now: datetime) -> Target:
        """The house card of the next local day, to be drawn before midnight needs it."""
        morrow = self._day(now) + timedelta(days=1)
        return self.house(datetime.combine(morrow, datetime.min.time(), self.zone))

    def still_allowed(self, target: Target) -> bool:
        """Tell whether a card that stands already may stand on: it is ours, or the manifest still has it."""
        if target.card.id in (HOUSE, PAIRING):
            return True
        return self.manifest is not None and self.manifest.cards.get(target.card.id) == target.card

    def replaced(self, target: Target) -> bool:
        """Tell whether a card that stands has been changed: the manifest has it, and says something else on it."""
        changed = self.manifest.cards.get(target.card.id) if self.manifest is not None else None
        return changed is not None and changed != target.card

    def _scheduled(self, showing: Showing, at: datetime) -> Target:
        assert self.manifest is not None
        card = self.manifest.cards[showing.card] if showing.card is not None else self._house_card()
        return Target(
            card=card,
            screen=self.screen,
            language=showing.language,
            key=kept.key_of(card, self.screen, showing.language, self._day(at)),
            at=at,
            since=showing.since,
            until=showing.until,
            nominal_s=showing.seconds,
            scheduled=True,
        )

    def _unscheduled(self, card: Card, now: datetime) -> Target:
        screen = self.screen
        language = screen.languages[0]
        key = kept.key_of(card, screen, language, self._day(now))
        return Target(
            card=card,
            screen=screen,
            language=language,
            key=key,
            at=now,
            since=now,
            until=None,
            nominal_s=0.0,
            scheduled=False,
        )

    def _house_card(self) -> Card:
        municipality = self.screen.municipality
        texts = {language: Text(title=municipality.name(language)) for language in self.screen.languages}
        return Card(id=HOUSE, version=1, facts=HouseFacts(), texts=texts)

    def _pairing_card(self, pairing: PairingOpen, now: datetime) -> Target:
        facts = PairingFacts(
            code=pairing.code,
            address=_typed(pairing.address),
            expires=pairing.expires,
            check_number=pairing.check_number,
        )
        link = Link(url=pairing.address, short=_typed(pairing.address))
        card = Card(id=PAIRING, version=1, facts=facts, texts={"sv": Text(title="")}, link=link)
        return msgspec.structs.replace(self._unscheduled(card, now), until=pairing.expires)

    def _day(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()


def _typed(address: str) -> str:
    """An address as people type it: without the part that every browser adds."""
    return address.removeprefix("https://").removeprefix("http://")
