"""The inbox: what waits, the card drawn large, what to look at, and the decision. The next one comes by itself."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.alt import alt_text
from cards.model import Card
from playlists.durations import seconds
from server import audit, publishing
from server.access.rules import find
from server.curation.moments import count_word
from server.curation.toast import done, toast_of
from server.dialogue.counts import unread
from server.intake.findings import Finding
from server.intake.text import clean
from server.intake.town import Town, town
from server.intake.when import moment_text
from server.intake.workdays import due
from server.reading.dressing import dress
from server.storage.models import HistoryRow, Submission, SubmissionState, Tray
from server.submissions import deciding
from server.submissions.checks import alike, checks
from server.submissions.deciding import DecisionError, waiting
from server.submissions.drawing import remarks
from server.submissions.form import Reading, read, typed_from, typed_of
from server.submissions.rules import RULES, WORDS_LENGTH, Refusal, Rule
from server.views import render

INBOX = "/inkorg"


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the queue."""

    id: int
    card: Card
    version: int
    sender: str
    due: str
    soon: bool


def show(request: Request) -> Response:
    """The inbox with the one that was chosen, else the first that waits."""
    with request.state.database.read() as session:
        chosen = _named(request, session) if "submission" in request.path_params else next(iter(waiting(session)), None)
        return _page(request, session, chosen)


def ask_why(request: Request) -> Response:
    """The same page with the rules open: why is it not shown?"""
    with request.state.database.read() as session:
        return _page(request, session, _named(request, session), refusing=Refusal(rule=Rule.INCOMPLETE))


def approve(request: Request) -> Response:
    """Show it."""

    def act(session: Session, chosen: Submission) -> HistoryRow:
        return deciding.approve(session, chosen, _sha(request), request.state.actor, request.state.now)

    return _decide(request, act)


def refuse(request: Request) -> Response:
    """Do not show it, with a rule and words."""
    form = request.state.form
    named = str(form.get("rule", ""))
    words = clean(str(form.get("words", "")), lines=True)[:WORDS_LENGTH]
    rule = Rule(named) if named in set(Rule) else None
    if rule is None or (rule is Rule.OTHER and not words):
        with request.state.database.read() as session:
            refusing = Refusal(rule=rule or Rule.OTHER, words=words)
            return _page(request, session, _named(request, session), refusing=refusing, unsaid=True, status=422)

    def act(session: Session, chosen: Submission) -> HistoryRow:
        refusal = Refusal(rule=rule, words=words)
        return deciding.refuse(session, chosen, _sha(request), refusal, request.state.actor, request.state.now)

    return _decide(request, act)


def change_form(request: Request) -> Response:
    """The card's fields, to be put right before it is shown."""
    with request.state.database.read() as session:
        chosen = _named(request, session)
        home = town(session)
        typed = typed_from(chosen.card.version().content, home.zone, home.local(request.state.now).date())
        return _page(request, session, chosen, changing=Reading(typed=typed, card=None, findings=()))


def change(request: Request) -> Response:
    """Put right and shown in one act, or drawn first."""
    state = request.state
    with state.database.read() as session:
        chosen = _named(request, session)
        reading = _reading(request, chosen, town(session))
        if state.form.get("do") == "draw" or not reading.ready:
            status = 200 if state.form.get("do") == "draw" else 422
            return _page(request, session, chosen, changing=reading, status=status)
    card = reading.card
    assert card is not None

    def act(session: Session, chosen: Submission) -> HistoryRow:
        return deciding.change_and_approve(session, chosen, _sha(request), card, state.actor, state.now)

    return _decide(request, act)


def to_first_tray(request: Request) -> Response:
    """Somebody looked at it: it belongs among the others."""
    with request.state.database.write() as session:
        row = deciding.to_first_tray(session, _named(request, session), request.state.actor, request.state.now)
    return done(f"{INBOX}/{request.path_params['submission']}", row)


def show_contact(request: Request) -> Response:
    """The contact, after who, when and which was written down."""
    state = request.state
    with state.database.write() as session:
        chosen = _named(request, session)
        audit.record(session, state.actor.who, "contact-shown", f"submission:{chosen.id}", "ok", state.now)
        return _page(request, session, chosen, contact=chosen.contact)


def _decide(request: Request, act: Callable[[Session, Submission], HistoryRow]) -> Response:
    try:
        with request.state.database.write() as session:
            chosen = _named(request, session)
            row = act(session, chosen)
            shown = chosen.state is SubmissionState.APPROVED
            publishing.changed(session, chosen.card_id if shown else None, request.state.now)
            session.flush()
    except DecisionError as error:
        with request.state.database.read() as session:
            said = request.state.words.say(error)
            return _page(request, session, _named(request, session), said=said, status=409)
    return done(INBOX, row)


def _page(
    request: Request,
    session: Session,
    chosen: Submission | None,
    *,
    status: int = 200,
    refusing: Refusal | None = None,
    unsaid: bool = False,
    changing: Reading | None = None,
    contact: str = "",
    said: str = "",
) -> Response:
    state = request.state
    home = town(session)
    queue = [_line(one, home, state.now) for one in waiting(session)]
    replies = unread(session)
    second = [_line(one, home, state.now) for one in waiting(session, Tray.SECOND)]
    return render(
        request,
        "submissions/inbox.html",
        status,
        queue=queue,
        second=second,
        heading=_heading(len(queue) + replies, request),
        chosen=chosen,
        about=_about(request, session, chosen, home) if chosen else None,
        refusing=refusing,
        unsaid=unsaid,
        changing=changing,
        contact=contact,
        said=said,
        rules=RULES,
        replies=replies,
        toast=toast_of(request, session),
        named="submission" in request.path_params,
    )


def _about(request: Request, session: Session, chosen: Submission, home: Town) -> dict[str, Any]:
    """What stands beside the card that is being decided about."""
    now = request.state.now
    version = chosen.card.version()
    card = dress(session, version.content, request.state.settings)
    legible, hard_on = remarks(home, card, now)
    open_still = deciding.is_waiting(chosen)
    findings: tuple[Finding, ...] = (*legible, *checks(session, chosen, home, now)) if open_still else ()
    by = due(chosen.card.changed_at, home.zone)
    published = chosen.card.published_version
    return {
        "card": card,
        "version": version.version,
        "sha256": version.sha256,
        "alt": alt_text(card, "sv", now, home.zone),
        "came": moment_text(version.made_at, now, home.zone),
        "due": moment_text(by, now, home.zone),
        "late": by < now,
        "begins": moment_text(card.valid_from, now, home.zone) if card.valid_from and card.valid_from > now else "",
        "ends": moment_text(card.valid_until, now, home.zone) if card.valid_until else "",
        "seconds": round(seconds(card, ("sv",))),
        "screens": home.screens,
        "hard_on": hard_on,
        "findings": findings,
        "alike": alike(session, card, now),
        "standing": published if published not in (None, version.version) else None,
        "open": open_still,
    }


def _line(one: Submission, home: Town, now: datetime) -> Waiting:
    version = one.card.version()
    by = due(one.card.changed_at, home.zone)
    soon = home.local(by).date() <= home.local(now).date()
    return Waiting(
        id=one.id,
        card=version.content,
        version=version.version,
        sender=one.sender,
        due=moment_text(by, now, home.zone),
        soon=soon,
    )


def _heading(count: int, request: Request) -> str:
    words = request.state.words
    if not count:
        return str(words.gettext("Nothing waits. The next one comes by itself."))
    pattern = words.ngettext("{count} waits.", "{count} wait. Nearest first.", count)
    return str(pattern.format(count=count_word(count, words)))


def _reading(request: Request, chosen: Submission, home: Town) -> Reading:
    before = chosen.card.version().content
    typed = typed_of(request.state.form, before.picture if request.state.form.get("keep_picture") else None)
    typed = msgspec.structs.replace(typed, picture_allowed=True)
    return read(typed, request.state.now, home.zone, chosen.card_id)


def _named(request: Request, session: Session) -> Submission:
    state = request.state
    chosen = find(session, state.actor, Submission, state.now, Submission.id == request.path_params["submission"])
    assert chosen.card.versions  # loaded while the session lasts
    return chosen


def _sha(request: Request) -> str:
    return str(request.state.form.get("sha256", ""))
