"""What a sender does with a submission: hands it in, changes it, takes it back.

A change is a new version that waits; an approved one keeps playing meanwhile. Whoever calls holds a writing session
and says afterwards that what screens show may have changed.
"""

import hashlib
from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Card
from server.access.tokens import hash_token
from server.intake.coming import Coming, new_code
from server.storage.models import (
    CardState,
    CardVersion,
    Origin,
    StoredCard,
    Submission,
    SubmissionState,
)
from server.submissions.rules import LINK_LIVES


def hand_in(
    session: Session, card: Card, came: Coming, now: datetime, *, municipality: str, contact: str = ""
) -> Submission:
    """Keep `card` as one that waits. The same form a second time is the same submission, changed where it differs."""
    known = session.scalars(select(Submission).where(Submission.token_hash == hash_token(came.token))).first()
    if known is not None:
        if known.state is not SubmissionState.TAKEN_BACK:
            change(session, known, card, now)
            known.contact = contact
        return known
    code = new_code(session, municipality)
    card = msgspec.structs.replace(card, id=f"in-{code.split('-')[-1].lower()}", version=1)
    stored = StoredCard(
        id=card.id,
        kind=card.kind,
        state=CardState.WAITING,
        origin=Origin.ASSOCIATION,
        latest_version=1,
        made_at=now,
        changed_at=now,
        versions=[_version(card, now)],
    )
    submission = Submission(
        card=stored,
        token_hash=hash_token(came.token),
        token_ends_at=_link_ends(card, now),
        code=code,
        form_key=came.form_key,
        sender=card.sender,
        contact=contact,
        state=SubmissionState.WAITING,
        tray=came.tray,
        made_at=now,
    )
    session.add_all((stored, submission))
    session.flush()
    return submission


def change(session: Session, submission: Submission, card: Card, now: datetime) -> bool:
    """Lay a new version of the card in the queue; False where it says the same as the latest one."""
    stored = submission.card
    card = msgspec.structs.replace(card, id=stored.id, version=stored.latest_version + 1)
    latest = stored.version().content
    if msgspec.structs.replace(card, version=latest.version) == latest:
        return False
    stored.versions.append(_version(card, now))
    stored.latest_version = card.version
    stored.changed_at = now
    if stored.published_version is None or stored.state is not CardState.PUBLISHED:
        stored.state = CardState.WAITING
    submission.state = SubmissionState.WAITING
    submission.reason = ""
    submission.sender = card.sender
    submission.decided_at = submission.decided_by = None
    submission.token_ends_at = max(submission.token_ends_at, _link_ends(card, now))
    session.flush()
    return True


def take_back(submission: Submission, now: datetime) -> None:
    """The sender does not want it shown any more. It is kept, and stands nowhere."""
    submission.state = SubmissionState.TAKEN_BACK
    submission.decided_at = now
    submission.card.state = CardState.WITHDRAWN
    submission.card.changed_at = now


def _version(card: Card, now: datetime) -> CardVersion:
    content = msgspec.json.encode(card, order="deterministic")
    return CardVersion(
        version=card.version, content=card, sha256=hashlib.sha256(content).hexdigest(), made_at=now, author_id=None
    )


def _link_ends(card: Card, now: datetime) -> datetime:
    return max(now, card.valid_until or now) + LINK_LIVES
