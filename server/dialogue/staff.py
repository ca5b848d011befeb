"""The staff's pages about the dialogue: what must be read, one reply, one question, and the answer that goes back."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.alt import alt_text
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card
from foundation.errors import TorgetError
from server import publishing
from server.access.rules import NotVisibleError, find
from server.curation import drawing, placing
from server.curation.moments import count_word
from server.curation.toast import done, toast_of
from server.dialogue import answering, counts, listing, questions
from server.dialogue.answering import Draft
from server.dialogue.progress import answer_of
from server.dialogue.rules import RULES, Rule
from server.intake.fields import word
from server.intake.findings import Finding, stops
from server.intake.text import cut
from server.intake.town import Town, town
from server.intake.when import day_text, moment_text
from server.intake.workdays import due
from server.storage.models import HistoryRow, Reply, StoredCard
from server.views import render
from server.words import FIRST

LIST = "/fragor"
WIDTH_PX = 746
Doing = Literal["", "draw", "answer"]


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """The form of an answer: what stands in it, what is to be said about it, and what its button was; "" at first."""

    draft: Draft
    findings: tuple[Finding, ...] = ()
    doing: Doing = ""

    @property
    def ready(self) -> bool:
        """Tell whether the answer is to go up, and can."""
        return self.doing == "answer" and not stops(self.findings)

    @property
    def status(self) -> int:
        """The status of the page that shows the form again."""
        return 422 if self.doing == "answer" else 200


def show(request: Request) -> Response:
    """The list: what must be read first."""
    wish = listing.wish_of(request.query_params)
    words = request.state.words
    with request.state.database.read() as session:
        home = town(session)
        replies, total = listing.found(session, wish)
        tally = listing.tally(session)
        asking = listing.asking(session)
        unread = tally["new"]
        heading = (
            words.ngettext("{count} waits to be read", "{count} wait to be read", unread).format(
                count=count_word(unread, words)
            )
            if unread
            else (
                words.gettext("Everything has been read")
                if any(tally.values())
                else words.gettext("Nobody has written yet")
            )
        )
        return render(
            request,
            "dialogue/questions.html",
            heading=heading,
            wish=wish,
            replies=replies,
            total=total,
            pages=max(1, -(-total // listing.A_PAGE)),
            tally=tally,
            asking=asking,
            titles=listing.titles(session, replies),
            screens={screen.id: screen for screen in home.screens},
            toast=toast_of(request, session),
            **_sayings(request, home),
        )


def one(request: Request) -> Response:
    """One reply or own question, and what to do with it."""
    with request.state.database.read() as session:
        reply = _reply(request, session)
        return _one(request, session, reply, Sent(draft=_first_draft(session, reply)))


def answer(request: Request) -> Response:
    """The answer to one reply: drawn first, or put on the screens."""
    state = request.state
    sent = _sent(request)
    with state.database.write() as session:
        reply = _reply(request, session)
        if not sent.ready:
            return _one(request, session, reply, sent)
        card = _answer_card(session, sent.draft, reply.made_at, state.now)
        row = answering.answer_reply(session, reply, card, sent.draft.screens, state.actor, state.now)
        publishing.changed(session, card.id, state.now)
    return done(LIST, row)


def read(request: Request) -> Response:
    """Marked as read."""

    def act(session: Session, reply: Reply) -> HistoryRow:
        return answering.mark_read(session, reply, request.state.actor, request.state.now)

    return _act(request, act)


def hide(request: Request) -> Response:
    """Not shown, with a rule."""
    named = str(request.state.form.get("rule", ""))
    if named not in set(Rule):
        with request.state.database.read() as session:
            reply = _reply(request, session)
            return _one(request, session, reply, Sent(draft=_first_draft(session, reply)), unsaid=True)

    def act(session: Session, reply: Reply) -> HistoryRow:
        return answering.hide(session, reply, Rule(named), request.state.actor, request.state.now)

    return _act(request, act)


def question(request: Request) -> Response:
    """One question of ours: its count, what people wrote, and the answer to all of them."""
    with request.state.database.read() as session:
        stored = _question(request, session)
        draft = Draft(
            question=cut(stored.version(stored.published_version).content.text("sv").title, answering.QUESTION_LENGTH),
            department=stored.version(stored.published_version).content.sender,
            screens=placing.screens_with(session, stored.id),
        )
        return _one_question(request, session, stored, Sent(draft=draft))


def answer_all(request: Request) -> Response:
    """The answer to all who replied to a question."""
    state = request.state
    sent = _sent(request)
    with state.database.write() as session:
        stored = _question(request, session)
        if not sent.ready:
            return _one_question(request, session, stored, sent)
        card = _answer_card(session, sent.draft, stored.made_at, state.now)
        row = answering.answer_question(session, stored.id, card, sent.draft.screens, state.actor, state.now)
        publishing.changed(session, card.id, state.now)
    return done(LIST, row)


def read_wordless(request: Request) -> Response:
    """All choices without words are read at once."""
    state = request.state
    with state.database.write() as session:
        stored = _question(request, session)
        answering.mark_wordless_read(session, stored.id, state.actor, state.now)
    return RedirectResponse(LIST, status_code=303)


def _act(request: Request, act: Callable[[Session, Reply], HistoryRow]) -> Response:
    with request.state.database.write() as session:
        row = act(session, _reply(request, session))
        publishing.changed(session, now=request.state.now)
        session.flush()
    return done(LIST, row)


def _one(
    request: Request,
    session: Session,
    reply: Reply,
    sent: Sent,
    *,
    unsaid: bool = False,
) -> Response:
    home = town(session)
    asked = listing.titles(session, [reply]).get(reply.question_card_id or "")
    by = due(reply.made_at, home.zone)
    options = asked.facts.choices_of(FIRST) if asked and isinstance(asked.facts, QuestionFacts) else ()
    return render(
        request,
        "dialogue/one.html",
        422 if unsaid else sent.status,
        reply=reply,
        asked=asked,
        chosen=options[reply.option] if reply.option is not None and reply.option < len(options) else "",
        answer=answer_of(session, reply),
        screen=next((screen for screen in home.screens if screen.id == reply.screen_id), None),
        came=moment_text(reply.made_at, request.state.now, home.zone),
        due=moment_text(by, request.state.now, home.zone),
        late=by < request.state.now,
        draft=sent.draft,
        findings=sent.findings,
        card=_drawn(request, home, sent.draft, home.local(reply.made_at).date()) if sent.doing else None,
        all_screens=home.screens,
        rules=RULES,
        unsaid=unsaid,
        next_one=_next(session, reply),
        limits=answering,
    )


def _one_question(
    request: Request,
    session: Session,
    stored: StoredCard,
    sent: Sent,
) -> Response:
    home = town(session)
    card = stored.version(stored.published_version).content
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    chosen = counts.by_option(session, stored.id)
    found = questions.known(session, stored.id)
    return render(
        request,
        "dialogue/question.html",
        sent.status,
        stored=stored,
        asked=card,
        count=counts.answers(session, stored.id),
        options=[(option, chosen.get(place, 0)) for place, option in enumerate(facts.choices_of(FIRST))],
        scaled=facts.scale is not None,
        most=max(chosen.values(), default=0),
        replies=session.scalars(
            select(Reply)
            .where(Reply.question_card_id == stored.id, Reply.text != "", counts.counts())
            .order_by(Reply.made_at.desc())
        ).all(),
        address=questions.address(found, request.state.settings) if found else None,
        draft=sent.draft,
        findings=sent.findings,
        card=_drawn(request, home, sent.draft, home.local(stored.made_at).date()) if sent.doing else None,
        all_screens=home.screens,
        limits=answering,
        **_sayings(request, home),
    )


def _drawn(request: Request, home: Town, draft: Draft, asked: date) -> dict[str, str] | None:
    """The answer as it will look; None where it cannot be drawn yet."""
    card = answering.card_of(draft, asked, request.state.now, home.zone, "svar-ritas")
    try:
        data = drawing.jpeg(card, home.picture_screen(), request.state.now, {}, WIDTH_PX)
    except TorgetError:
        return None
    return {"address": drawing.inline(data), "alt": alt_text(card, "sv", request.state.now, home.zone)}


def _sent(request: Request) -> Sent:
    form = request.state.form
    draft = Draft(
        question=word(form, "question"),
        answer=word(form, "answer", lines=True),
        department=word(form, "department"),
        screens=frozenset(str(screen)[:64] for screen in form.getlist("screens")),
    )
    doing: Doing = "draw" if form.get("do") == "draw" else "answer"
    return Sent(draft=draft, findings=answering.remarks(draft), doing=doing)


def _answer_card(session: Session, draft: Draft, asked: datetime, now: datetime) -> Card:
    home = town(session)
    return answering.card_of(draft, home.local(asked).date(), now, home.zone)


def _first_draft(session: Session, reply: Reply) -> Draft:
    """What the form begins with: the question that was asked, in few words, and where it was asked."""
    asked = listing.titles(session, [reply]).get(reply.question_card_id or "")
    if asked is not None:
        screens = placing.screens_with(session, asked.id)
        return Draft(question=cut(reply.text or asked.text("sv").title, 70), department=asked.sender, screens=screens)
    everywhere = frozenset(screen.id for screen in town(session).screens)
    return Draft(question=cut(reply.text, 70), screens=frozenset({reply.screen_id}) if reply.screen_id else everywhere)


def _next(session: Session, but: Reply) -> Reply | None:
    replies, _ = listing.found(session, listing.Wish())
    return next((reply for reply in replies if reply.id != but.id), None)


def _reply(request: Request, session: Session) -> Reply:
    state = request.state
    return find(session, state.actor, Reply, state.now, Reply.id == request.path_params["reply"])


def _question(request: Request, session: Session) -> StoredCard:
    state = request.state
    stored = find(session, state.actor, StoredCard, state.now, StoredCard.id == request.path_params["card"])
    if stored.kind != "question":
        raise NotVisibleError("that card is no question")
    return stored


def _sayings(request: Request, home: Town) -> dict[str, Any]:
    now = request.state.now
    return {
        "say_moment": lambda at: moment_text(at, now, home.zone),
        "say_due": lambda at: moment_text(due(at, home.zone), now, home.zone),
        "say_day": lambda day: day_text(day, weekday=False),
    }
