"""What waits for somebody on the staff, by when: what came in from outside, and drafts that came by themselves."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foundation.errors import N_
from server.curation.moments import say_moment
from server.curation.standing import title_of
from server.intake.workdays import due
from server.screens.naming import called
from server.storage.models import (
    CardState,
    CardVersion,
    Origin,
    Reply,
    ReplyState,
    StoredCard,
    StoredScreen,
    Tray,
)
from server.submissions.deciding import undecided
from server.words import Words

BY_ITSELF = {Origin.FEED: N_("Came from a feed, as a draft."), Origin.FOLDER: N_("Came from the folder, as a draft.")}


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits. `due` is in words, `soon` tells that it is today; `card` draws it, "" for none."""

    title: str
    about: str
    href: str
    verb: str
    by: datetime
    due: str
    soon: bool
    card: str = ""
    version: int = 0


def count(session: Session) -> int:
    """How much waits in the inbox: submissions to decide, and replies that nobody has read."""
    submissions = session.scalar(select(func.count()).select_from(undecided(Tray.FIRST).subquery()))
    replies = session.scalar(select(func.count()).select_from(Reply).where(*_UNREAD))
    return (submissions or 0) + (replies or 0)


def waiting(session: Session, now: datetime, zone: ZoneInfo, words: Words) -> list[Waiting]:
    """Everything that waits, the soonest due first."""
    found = [
        *_submissions(session, now, zone, words),
        *_replies(session, now, zone, words),
        *_drafts(session, now, zone, words),
    ]
    return sorted(found, key=lambda item: item.by)


_UNREAD = (Reply.state == ReplyState.NEW, Reply.tray == Tray.FIRST, Reply.text != "")


def _submissions(session: Session, now: datetime, zone: ZoneInfo, words: Words) -> list[Waiting]:
    found = []
    for submission in session.scalars(undecided(Tray.FIRST)).all():
        version = submission.card.version()
        by = due(submission.made_at, zone)
        sender = submission.sender or version.content.sender
        found.append(
            Waiting(
                title=title_of(version.content),
                about=words.gettext("{sender} wants an event shown.").format(
                    sender=sender or words.gettext("Somebody")
                ),
                href=f"/inkorg/{submission.id}",
                verb=words.gettext("Read and approve"),
                by=by,
                due=_by(by, now, zone, words),
                soon=_today(by, now, zone),
                card=submission.card_id,
                version=version.version,
            )
        )
    return found


def _replies(session: Session, now: datetime, zone: ZoneInfo, words: Words) -> list[Waiting]:
    found = []
    for reply in session.scalars(select(Reply).where(*_UNREAD)).all():
        by = due(reply.made_at, zone)
        screen = session.get(StoredScreen, reply.screen_id) if reply.screen_id else None
        where = called(screen) if screen else words.gettext("the web")
        pattern = (
            words.gettext("Reply from {place}.") if reply.question_card_id else words.gettext("Question from {place}.")
        )
        found.append(
            Waiting(
                title=f"”{_short(reply.text)}”",
                about=pattern.format(place=where),
                href=f"/fragor/{reply.id}",
                verb=words.gettext("Read it"),
                by=by,
                due=_by(by, now, zone, words),
                soon=_today(by, now, zone),
                card=reply.question_card_id or "",
                version=1,
            )
        )
    return found


def _drafts(session: Session, now: datetime, zone: ZoneInfo, words: Words) -> list[Waiting]:
    rows = session.execute(
        select(StoredCard, CardVersion)
        .join(CardVersion, CardVersion.card_id == StoredCard.id)
        .where(
            StoredCard.state == CardState.DRAFT,
            StoredCard.origin.in_(tuple(BY_ITSELF)),
            CardVersion.version == StoredCard.latest_version,
        )
    ).all()
    found = []
    for card, version in rows:
        by = due(card.made_at, zone, 2)
        found.append(
            Waiting(
                title=title_of(version.content),
                about=words.gettext(BY_ITSELF[card.origin]),
                href=f"/kort/{card.id}",
                verb=words.gettext("Look at it"),
                by=by,
                due=_by(by, now, zone, words),
                soon=_today(by, now, zone),
                card=card.id,
                version=version.version,
            )
        )
    return found


def _by(by: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    if by <= now:
        return words.gettext("Should have been ready {moment}").format(moment=say_moment(by, now, zone, words))
    return words.gettext("By {moment}").format(moment=say_moment(by, now, zone, words))


def _today(by: datetime, now: datetime, zone: ZoneInfo) -> bool:
    return by.astimezone(zone).date() <= now.astimezone(zone).date()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:89].rstrip() + "…"
