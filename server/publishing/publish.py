"""Publishing: from what is in the database to a signed, numbered manifest for each screen.

It happens in the transaction of the act that caused it. A number rises only when the content changed, or once a day so
that the manifest stays fresh; numbers of one epoch never come again. Signing and numbering happen nowhere else.

What was restored from a backup may have forgotten numbers that players know. So the first manifest after a start leaps
ahead, lest an old number comes again with other content, and `lift` goes above what a player knows.
"""

import hashlib
import logging
from collections.abc import Collection as Several
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from playlists.envelope import ENVELOPE_AT_MOST, MANIFEST_TYPE, seal
from playlists.model import SCHEMA, Manifest
from playlists.trust import check_content, encode_manifest
from server.publishing.compile import Dress, Emoji, Renditions, compile, no_emoji, undressed
from server.publishing.keys import ServerKeys
from server.storage.models import Device, Publication, Pulse, StoredMunicipality, StoredScreen

log = logging.getLogger(__name__)

FRESH = timedelta(days=10)
SIGNED_AGAIN = timedelta(days=1)
LEAP = 1000
"""How far a screen's first manifest after a start is ahead of its last: more than a backup's age brings."""
LIFT_AT_MOST = 1_000_000
"""A lying player cannot burn the numbers below 2^53 in steps of this."""
KEPT = 10
"""Publications kept of each screen; the last three say which assets a player may fetch."""


class Publisher:
    """What publishing needs beside the database: the keys, where pictures come from, and what the dialogue adds."""

    def __init__(
        self, keys: ServerKeys, renditions: Renditions, dress: Dress = undressed, emoji: Emoji = no_emoji
    ) -> None:
        self.keys = keys
        self.renditions = renditions
        self.dress = dress
        self.emoji = emoji
        self._begun: set[str] = set()

    def publish(self, session: Session, now: datetime, screens: Several[str] | None = None) -> int:
        """Publish `screens` (all by default) whose content changed or whose manifest is a day old; returns how many."""
        session.flush()
        wanted = select(StoredScreen.id).order_by(StoredScreen.id)
        if screens is not None:
            wanted = wanted.where(StoredScreen.id.in_(screens))
        made = sum(self._publish_one(session, screen_id, now) for screen_id in session.scalars(wanted).all())
        if made:
            beat(session)
        return made

    def revoke(self, session: Session, device: Device, now: datetime) -> None:
        """End a pairing: the device's token from now on gets one thing, the signed "revoked"."""
        stored = session.get_one(StoredScreen, device.screen_id)
        town = session.scalars(select(StoredMunicipality)).one().as_municipality()
        manifest = Manifest(
            schema=SCHEMA,
            municipality=town.id,
            screen=stored.as_screen(town),
            epoch=self.keys.key_list.epoch,
            number=self._next_number(session, device.screen_id),
            issued=now,
            fresh_until=now + FRESH,
            revoked=True,
        )
        device.revoked_at, device.farewell_number = now, manifest.number
        device.farewell = seal(encode_manifest(manifest), MANIFEST_TYPE, [self.keys.signer])
        beat(session)

    def lift(self, session: Session, screen_id: str, number: int, now: datetime) -> bool:
        """Publish the screen above `number`, which a player knows and this server does not; tells whether it did."""
        last = latest(session, screen_id)
        if last is None or not last.number < number <= last.number + LIFT_AT_MOST:
            return False
        log.warning(
            "the player of %s knows number %d, we had %d: restored from a backup?", screen_id, number, last.number
        )
        made = self._publish_one(session, screen_id, now, above=number)
        if made:
            beat(session)
        return made

    def _publish_one(self, session: Session, screen_id: str, now: datetime, above: int = 0) -> bool:
        content = compile(session, screen_id, now, self.renditions, self.dress, self.emoji)
        content_hash = hashlib.sha256(encode_manifest(content)).hexdigest()
        last = latest(session, screen_id)
        epoch = self.keys.key_list.epoch
        same = last is not None and last.epoch == epoch and last.content_hash == content_hash
        if last and same and now - last.issued < SIGNED_AGAIN and not above:
            return False
        leap = LEAP - 1 if last and screen_id not in self._begun else 0
        self._begun.add(screen_id)
        number = max(self._next_number(session, screen_id) + leap, above + 1)
        manifest = msgspec.structs.replace(content, epoch=epoch, number=number, issued=now, fresh_until=now + FRESH)
        check_content(manifest)
        envelope = seal(encode_manifest(manifest), MANIFEST_TYPE, [self.keys.signer])
        if len(envelope) > ENVELOPE_AT_MOST:
            log.error(
                "manifest of %s has %d bytes, more than players take; the old one stays", screen_id, len(envelope)
            )
            return False
        session.add(
            Publication(
                screen_id=screen_id,
                epoch=manifest.epoch,
                number=manifest.number,
                issued=now,
                fresh_until=manifest.fresh_until,
                content_hash=content_hash,
                assets=tuple(asset.sha256 for asset in manifest.assets),
                envelope=envelope,
            )
        )
        session.flush()
        _forget_old(session, screen_id)
        log.info("published %s as %d.%d", screen_id, manifest.epoch, manifest.number)
        return True

    def _next_number(self, session: Session, screen_id: str) -> int:
        epoch = self.keys.key_list.epoch
        published = session.scalar(
            select(func.max(Publication.number)).where(Publication.screen_id == screen_id, Publication.epoch == epoch)
        )
        farewells = session.scalar(select(func.max(Device.farewell_number)).where(Device.screen_id == screen_id))
        return max(published or 0, farewells or 0) + 1


def changed(session: Session, lead: str | None = None, now: datetime | None = None) -> int:
    """Publish what the act in this transaction changed; returns how many screens got a new manifest.

    `lead` names the card that staff just put up: the loop of each screen that shows it begins with it, at once. In a
    process that has no keys (a command that fills the database) nothing is published; the server does so at its start.
    """
    now = now or datetime.now(UTC)
    publisher = session.info.get("publisher")
    if not isinstance(publisher, Publisher):
        return 0
    if lead is not None:
        session.flush()
        for screen in session.scalars(select(StoredScreen)).all():
            if lead in compile(session, screen.id, now).cards:
                screen.lead_card, screen.lead_since = lead, now
    return publisher.publish(session, now)


def latest(session: Session, screen_id: str) -> Publication | None:
    """The screen's newest publication, if it has any."""
    return session.scalars(
        select(Publication)
        .where(Publication.screen_id == screen_id)
        .order_by(Publication.epoch.desc(), Publication.number.desc())
        .limit(1)
    ).first()


def beat(session: Session) -> None:
    """Tell every server process that a manifest or a device changed."""
    pulse = session.get(Pulse, 1)
    if pulse is None:
        session.add(Pulse(id=1, beat=1))
    else:
        pulse.beat += 1


def _forget_old(session: Session, screen_id: str) -> None:
    old = session.scalars(
        select(Publication)
        .where(Publication.screen_id == screen_id)
        .order_by(Publication.epoch.desc(), Publication.number.desc())
        .offset(KEPT)
    ).all()
    for publication in old:
        session.delete(publication)
