"""The shelf: which pictures are kept, which have to be drawn, and which card is set aside because it cannot be.

The composer gets one card at a time, the most urgent first, so that it is always known which card it died of. A card
that killed it three times, or that it could not draw, is set aside for a while, and then tried again.
"""

import logging
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from cards.picture import Picture
from player import kept
from player.children import Child
from player.errors import KeptPictureError
from player.kept import Header
from player.messages import Compose, Composed, Hello, Keep, NotComposed, Rotten
from player.stage.programme import Target

log = logging.getLogger(__name__)

DEATHS_ALLOWED = 3
SET_ASIDE_S = 600.0
HANGS_AFTER_S = 20.0
"""A composer that has not answered for so long is killed; drawing takes a fifth of a second."""


class Shelf:
    """The kept pictures in `folder`, and the composer that fills it."""

    def __init__(self, folder: Path, composer: Child) -> None:
        self.composer = composer
        self.render_id = ""
        self._folder = folder
        self._headers: dict[str, Header | None] = {}
        self._asked: tuple[Target, float] | None = None
        self._deaths: dict[str, int] = {}
        self._known_deaths = 0
        self._set_aside: dict[str, tuple[str, float]] = {}
        self._lacking: set[str] = set()
        self._kept: tuple[str, ...] = ()
        self._wanted: tuple[Target, ...] = ()
        self._wanted_at: datetime | None = None

    def ready(self, target: Target, now: datetime) -> bool:
        """Tell whether a picture of `target` that is right at `now` lies on the shelf."""
        header = self._header(target.key)
        return (
            header is not None
            and header.valid_until > now
            and (header.width_px, header.height_px) == (target.screen.width_px, target.screen.height_px)
        )

    def take_down(self, target: Target) -> Picture | None:
        """The picture of `target`, or None where it turns out to be damaged; then it will be drawn again."""
        try:
            return kept.read(self._folder, target.key)[1]
        except KeptPictureError as error:
            log.warning("%s", error)
            self._headers[target.key] = None
            return None

    def is_set_aside(self, target: Target) -> bool:
        """Tell whether the card has shown that it cannot be drawn for now."""
        entry = self._set_aside.get(target.key)
        if entry is not None and time.monotonic() >= entry[1]:
            del self._set_aside[target.key]
            self._deaths.pop(target.key, None)
            return False
        return entry is not None

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The ids of the cards that are set aside."""
        return tuple(sorted({card for card, until in self._set_aside.values() if until > time.monotonic()}))

    def forget(self) -> None:
        """Look at every file again: an asset has come, or the manifest is another one."""
        self._headers.clear()
        self._lacking.clear()

    def want(self, targets: Iterable[Target], now: datetime) -> None:
        """Have these drawn, the first one first; none of them is evicted.

        A picture whose words hold now, yet no longer when its turn comes, is drawn again only once they are untrue:
        drawn sooner it would take the place of the one that is right now.
        """
        self._wanted, self._wanted_at = tuple(targets), now
        self._ask_next()

    def take(self, message: object) -> Rotten | None:
        """Something that the composer said; hands back what sync should hear of."""
        if isinstance(message, Hello):
            self.render_id = message.render_id
            self._kept = ()
        elif isinstance(message, Composed):
            self._composed(message.key)
            self._answered(message.key)
        elif isinstance(message, NotComposed):
            self._put_aside(message.key, message.reason)
            self._answered(message.key)
        elif isinstance(message, Rotten):
            return message
        return None

    def tend(self) -> None:
        """Notice a composer that died or hangs, and start one where it is needed."""
        if self.composer.deaths > self._known_deaths:
            self._known_deaths = self.composer.deaths
            self._blame()
        if not self.composer.running:
            self._asked = None
        if self._asked is not None and time.monotonic() - self._asked[1] > HANGS_AFTER_S:
            log.warning("the composer hangs over card %s", self._asked[0].card.id)
            self._blame()
            self.composer.stop(timeout_s=0.0)
        self._ask_next()

    def _header(self, key: str) -> Header | None:
        if key not in self._headers:
            try:
                self._headers[key] = kept.read_header(self._folder, key)
            except KeptPictureError:
                self._headers[key] = None
        return self._headers[key]

    def _fresh(self, target: Target) -> bool:
        header = self._header(target.key)
        return (
            header is not None
            and self.ready(target, min(target.at, self._wanted_at) if self._wanted_at else target.at)
            and (not header.lacking or target.key in self._lacking)
            and self.render_id in ("", header.render_id)
        )

    def _ask_next(self) -> None:
        if self._asked is not None:
            return
        target = next((one for one in self._wanted if not self._fresh(one) and not self.is_set_aside(one)), None)
        if target is None:
            return
        if not self.composer.running:
            if self.composer.may_start:
                self.composer.start()
            if not self.composer.running:
                return
        keep = tuple(one.key for one in self._wanted)
        if keep != self._kept:
            self._kept = keep
            self.composer.tell(Keep(keep))
        self.composer.tell(Compose(target.key, target.card, target.screen, target.language, target.at))
        self._asked = (target, time.monotonic())

    def _composed(self, key: str) -> None:
        self._headers.pop(key, None)
        self._deaths.pop(key, None)
        header = self._header(key)
        if header is not None and header.lacking:
            self._lacking.add(key)
        if self._asked is not None and self._asked[0].key == key and not self._fresh(self._asked[0]):
            self._put_aside(key, "what was drawn of it cannot be shown")

    def _answered(self, key: str) -> None:
        if self._asked is not None and self._asked[0].key == key:
            self._asked = None
        self._ask_next()

    def _blame(self) -> None:
        if self._asked is None:
            return
        target, self._asked = self._asked[0], None
        deaths = self._deaths.get(target.key, 0) + 1
        self._deaths[target.key] = deaths
        if deaths >= DEATHS_ALLOWED:
            self._put_aside(target.key, f"the composer died of it {deaths} times")

    def _put_aside(self, key: str, reason: str) -> None:
        card = next((one.card.id for one in self._wanted if one.key == key), key)
        log.warning("card %s is set aside: %s", card, reason)
        self._set_aside[key] = (card, time.monotonic() + SET_ASIDE_S)
