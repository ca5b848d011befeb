"""What a sender does with a submission: hands it in, changes it, takes it back.

A change is a new version that waits; an approved one keeps playing meanwhile. Whoever calls holds a writing session
and says afterwards that what screens show may have changed.
"""

from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Card
from server.access.tokens import hash_token
from server.intake.coming import Coming, new_code
from server.publishing.versions import add_version, make_card, withdraw_card
from server.storage.models import CardState, Origin, Submission, SubmissionState
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
    submission = Submission(
        card=make_card(session, card, Origin.ASSOCIATION, None, now, waiting=True),
        token_hash=hash_token(came.token),
        token_ends_at=_link_ends(card, now),
        code=new_code(session, municipality),
        form_key=came.form_key,
        sender=card.sender,
        contact=contact,
        state=SubmissionState.WAITING,
        tray=came.tray,
        made_at=now,
    )
    session.add(submission)
    session.flush()
    return submission


def change(session: Session, submission: Submission, card: Card, now: datetime) -> bool:
    """Lay a new version of the card in the queue; False where it says the same as the latest one."""
    stored = submission.card
    latest = stored.version().content
    if msgspec.structs.replace(card, id=latest.id, version=latest.version) == latest:
        return False
    add_version(session, stored, card, None, now)
    if stored.published_version is None:
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
    withdraw_card(submission.card, now)


def hand_in_again(submission: Submission, now: datetime) -> None:
    """The sender wants it shown after all: it waits as if it had just come. Nothing where it was not taken back."""
    if submission.state is SubmissionState.TAKEN_BACK:
        submission.state, submission.decided_at = SubmissionState.WAITING, None
        submission.card.state, submission.card.changed_at = CardState.WAITING, now


def _link_ends(card: Card, now: datetime) -> datetime:
    return max(now, card.valid_until or now) + LINK_LIVES
