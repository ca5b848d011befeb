"""What staff do with a submission: show it, change it and show it, or not show it, naming a rule.

A decision holds for exactly the version that was looked at: it names that version's hash. The first decision counts; a
later one, or one about words that have changed since, is told what happened instead. Everything can be undone.
"""

from datetime import datetime
from typing import ClassVar

import msgspec
from sqlalchemy import Select, and_, not_, select
from sqlalchemy.orm import Session

from cards.model import Card
from foundation.errors import N_, TorgetError
from server import history
from server.access.actors import Actor
from server.curation import placing
from server.intake.standing import screens_without_events
from server.publishing.versions import add_version, publish_card
from server.storage.models import Account, CardState, HistoryRow, StoredCard, Submission, SubmissionState, Tray
from server.submissions.rules import Refusal, keep


class DecisionError(TorgetError):
    """The decision came too late; nothing was done."""


class DecidedError(DecisionError):
    say: ClassVar[str] = N_("{who} decided about this before you. Nothing was done twice.")


class TakenBackError(DecisionError):
    say: ClassVar[str] = N_("The sender has taken it back.")


class ChangedError(DecisionError):
    say: ClassVar[str] = N_("The sender changed the card while you read. Look at it once more.")


def waiting(session: Session, tray: Tray = Tray.FIRST) -> list[Submission]:
    """What waits for a decision in `tray`, the longest first."""
    return list(session.scalars(undecided(tray).order_by(StoredCard.changed_at, Submission.id)))


def undecided(tray: Tray) -> Select[Submission]:
    """The question for what waits in `tray`; see `is_waiting`."""
    settled = and_(StoredCard.state == CardState.PUBLISHED, StoredCard.published_version == StoredCard.latest_version)
    query = select(Submission).join(StoredCard, StoredCard.id == Submission.card_id)
    return query.where(Submission.state == SubmissionState.WAITING, Submission.tray == tray, not_(settled))


def is_waiting(submission: Submission) -> bool:
    """Tell whether it still waits: its card may have been published from the page of all cards."""
    card = submission.card
    settled = card.state is CardState.PUBLISHED and card.published_version == card.latest_version
    return submission.state is SubmissionState.WAITING and not settled


def approve(session: Session, submission: Submission, sha256: str, actor: Actor, now: datetime) -> HistoryRow:
    """Let the version with `sha256` stand on every screen. Raises DecisionError when it came too late."""
    _still_the_same(session, submission, sha256)
    before = history.snapshot(session, submission)
    return _show(session, submission, actor, now, "approved", before)


def change_and_approve(
    session: Session, submission: Submission, sha256: str, card: Card, actor: Actor, now: datetime
) -> HistoryRow:
    """Make a version of staff's own out of the one with `sha256`, and let it stand. Raises DecisionError."""
    _still_the_same(session, submission, sha256)
    before = history.snapshot(session, submission)
    add_version(session, submission.card, card, actor.account_id, now)
    return _show(session, submission, actor, now, "approved", before)


def refuse(
    session: Session, submission: Submission, sha256: str, refusal: Refusal, actor: Actor, now: datetime
) -> HistoryRow:
    """Do not show the version with `sha256`; one that stood before goes on. Raises DecisionError."""
    _still_the_same(session, submission, sha256)
    before = history.snapshot(session, submission)
    if submission.card.published_version is None:
        submission.card.state = CardState.REFUSED
    _decided(submission, SubmissionState.REFUSED, actor, now)
    submission.reason = keep(refusal)
    return history.record(session, actor, "refused", submission, before, now)


def to_first_tray(session: Session, submission: Submission, actor: Actor, now: datetime) -> HistoryRow:
    """A person looked: it belongs among the others."""
    before = history.snapshot(session, submission)
    submission.tray = Tray.FIRST
    return history.record(session, actor, "moved-to-first-tray", submission, before, now)


def _show(
    session: Session, submission: Submission, actor: Actor, now: datetime, action: str, before: msgspec.Raw
) -> HistoryRow:
    publish_card(submission.card, actor.account_id, now)
    bare = screens_without_events(session)
    if bare and placing.is_gathered(session, submission.card):
        placing.place(session, submission.card_id, bare | placing.screens_with(session, submission.card_id), now)
    _decided(submission, SubmissionState.APPROVED, actor, now)
    return history.record(session, actor, action, submission, before, now)


def _decided(submission: Submission, state: SubmissionState, actor: Actor, now: datetime) -> None:
    submission.state, submission.reason = state, ""
    submission.decided_at, submission.decided_by = now, actor.account_id


def _still_the_same(session: Session, submission: Submission, sha256: str) -> None:
    if submission.state is SubmissionState.TAKEN_BACK:
        raise TakenBackError
    if not is_waiting(submission):
        account = session.get(Account, submission.decided_by) if submission.decided_by else None
        raise DecidedError(who=account.called if account else "?")
    if submission.card.version().sha256 != sha256:
        raise ChangedError
