"""What citizens meet: the reply page behind a question's code, an own question, thanks, and changing one's mind.

No account, no cookie, no script. The page speaks the language that was chosen, else the browser's own where the
question has been written in it, else Swedish; so it is never half in one and half in the other.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.kinds.question.facts import QuestionFacts, Scale
from cards.model import Card, Language
from server import publishing
from server.access.addresses import client_address
from server.access.rules import find
from server.access.stamp import make_stamp, read_stamp
from server.dialogue import questions, replies
from server.dialogue.progress import answer_of, places_text, progress
from server.dialogue.replies import Words as Said
from server.dialogue.rules import LANGUAGES, NAMES
from server.intake import budgets
from server.intake.coming import TRAP, Coming, coming
from server.intake.findings import Finding, stops
from server.intake.town import Town, town
from server.intake.when import day_text
from server.storage.models import Reply, StoredCard
from server.views import render
from server.words import FIRST, choose_language, words_for

PURPOSE = "reply"
OWN = "/fraga"
THANKS = "/svar/{token}"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is replied to, in the page's language: a question's card, or nothing where people ask themselves."""

    card: Card | None
    title: str
    title_language: Language
    body: str
    options: tuple[str, ...]
    places: str
    scale: Scale | None = None


def ask(request: Request) -> Response:
    """The reply page of a question, with its short code in the path."""
    with request.state.database.read() as session:
        card = _question_card(session, request)
        if card is None:
            return _closed(request, session)
        return _page(request, session, card, Said(), action=request.url.path)


def reply(request: Request) -> Response:
    """A reply came in; sent twice it counts once."""
    with request.state.database.write() as session:
        card = _question_card(session, request)
        if card is None:
            return _closed(request, session)
        said = replies.words_of(request.state.form, _options(card))
        findings = replies.faults(said, _options(card))
        if stops(findings):
            return _page(request, session, card, said, action=request.url.path, findings=findings)
        return _thanked(request, _send(request, session, said, card))


def ask_oneself(request: Request) -> Response:
    """The page for an own question to the municipality."""
    with request.state.database.read() as session:
        return _page(request, session, None, Said(), action=OWN)


def send_own(request: Request) -> Response:
    """An own question came in."""
    with request.state.database.write() as session:
        said = replies.words_of(request.state.form, ())
        findings = replies.faults(said, ())
        if stops(findings):
            return _page(request, session, None, said, action=OWN, findings=findings)
        return _thanked(request, _send(request, session, said, None))


def thanks(request: Request) -> Response:
    """Thanks, the code, what happens now; the page that the follow link leads to."""
    with request.state.database.read() as session:
        mine = _mine(request, session)
        card = _card_of(session, mine)
        language = _language(request, card)
        home = town(session)
        return _render(
            request,
            "dialogue/thanks.html",
            language,
            home,
            reply=mine,
            token=request.path_params["token"],
            progress=progress(session, mine, home, words_for(language), request.state.now),
            chosen=_chosen(card, mine, language),
            about=card.text(language).title if card else "",
            answer=answer_of(session, mine),
            changeable=mine.state in replies.CHANGEABLE and (card is None or _is_open(session, request, card)),
        )


def change(request: Request) -> Response:
    """One's own reply in the form again."""
    with request.state.database.read() as session:
        mine = _changeable(request, session)
        said = Said(option=mine.option, text=mine.text)
        return _page(request, session, _card_of(session, mine), said, action=request.url.path, changing=True)


def changed(request: Request) -> Response:
    """Other words came in for a reply."""
    with request.state.database.write() as session:
        mine = _changeable(request, session)
        card = _card_of(session, mine)
        options = _options(card) if card else ()
        said = replies.words_of(request.state.form, options)
        findings = replies.faults(said, options)
        if stops(findings):
            return _page(request, session, card, said, action=request.url.path, findings=findings, changing=True)
        replies.change(mine, said)
        publishing.changed(session, now=request.state.now)
        return _thanked(request, request.path_params["token"])


def take_back(request: Request) -> Response:
    """The sender takes a reply back."""
    with request.state.database.write() as session:
        replies.take_back(_mine(request, session))
        publishing.changed(session, now=request.state.now)
        return _thanked(request, request.path_params["token"])


def _send(request: Request, session: Session, said: Said, card: Card | None) -> str:
    way = _came(request)
    replies.send(
        session,
        said,
        way,
        request.state.now,
        municipality=town(session).name("sv"),
        question_card_id=card.id if card else None,
        language=_language(request, card),
        screen_id=str(request.state.form.get(questions.SCREEN, ""))[:64] or None,
    )
    if card:
        publishing.changed(session, now=request.state.now)
    return way.token


def _came(request: Request) -> Coming:
    state, secret = request.state, request.app.state.secret
    stamp = read_stamp(secret, PURPOSE, str(state.form.get("stamp", "")), state.now)
    within = budgets.of(request.app).replies.spend(client_address(request, state.settings))
    return coming(stamp, secret, str(state.form.get(TRAP, "")), within)


def _page(
    request: Request,
    session: Session,
    card: Card | None,
    said: Said,
    *,
    action: str,
    findings: Sequence[Finding] = (),
    changing: bool = False,
) -> Response:
    language = _language(request, card)
    form, query = request.state.form, request.query_params
    return _render(
        request,
        "dialogue/reply.html",
        language,
        town(session),
        status=422 if findings else 200,
        asked=_asked(session, card, language),
        said=said,
        findings=tuple(findings),
        action=action,
        changing=changing,
        limit=replies.TEXT_LENGTH,
        screen=str(form.get(questions.SCREEN) or query.get(questions.SCREEN, ""))[:64],
        trap=TRAP,
        stamp=str(form.get("stamp", "")) or make_stamp(request.app.state.secret, PURPOSE, request.state.now),
    )


def _asked(session: Session, card: Card | None, language: Language) -> Asked:
    if card is None:
        return Asked(card=None, title="", title_language=language, body="", options=(), places="")
    text = card.text(language)
    spoken = language if language in card.texts else next(iter(card.texts))
    return Asked(
        card=card,
        title=text.title,
        title_language=spoken,
        body=text.body,
        options=_options(card, language),
        places=places_text(session, card.id, language),
        scale=card.facts.scale if isinstance(card.facts, QuestionFacts) else None,
    )


def _closed(request: Request, session: Session) -> Response:
    """The question is there and takes no more replies: say so, and what one can do instead."""
    question = questions.by_short(session, request.path_params["short"])
    if question is None:
        raise HTTPException(404)
    card = questions.published(question) or questions.last_approved(question.card)
    if card is None:
        raise HTTPException(404)
    language = _language(request, card)
    asked = _asked(session, card, language)
    return _render(request, "dialogue/closed.html", language, town(session), status=410, asked=asked)


def _question_card(session: Session, request: Request) -> Card | None:
    """The open question's card as it stands on screens; None where it is over. Raises HTTPException 404."""
    question = questions.by_short(session, request.path_params["short"])
    if question is None:
        raise HTTPException(404)
    card = questions.published(question)
    open_now = card is not None and questions.is_open(question, card, request.state.now, town(session).zone)
    return card if open_now else None


def _is_open(session: Session, request: Request, card: Card) -> bool:
    question = questions.known(session, card.id)
    return question is not None and questions.is_open(question, card, request.state.now, town(session).zone)


def _mine(request: Request, session: Session) -> Reply:
    """The reply that the follow link opens. Raises NotVisibleError."""
    return find(session, request.state.actor, Reply, request.state.now)


def _changeable(request: Request, session: Session) -> Reply:
    mine = _mine(request, session)
    card = _card_of(session, mine)
    if mine.state not in replies.CHANGEABLE or (card is not None and not _is_open(session, request, card)):
        raise HTTPException(410)
    return mine


def _card_of(session: Session, mine: Reply) -> Card | None:
    """What was asked: the published card, else what was approved last where it has been taken down since."""
    stored = session.get(StoredCard, mine.question_card_id) if mine.question_card_id else None
    if stored is None:
        return None
    if stored.published_version is not None:
        return stored.version(stored.published_version).content
    return questions.last_approved(stored)


def _chosen(card: Card | None, mine: Reply, language: Language) -> str:
    options = _options(card, language) if card else ()
    return options[mine.option] if mine.option is not None and mine.option < len(options) else ""


def _options(card: Card, language: Language = FIRST) -> tuple[str, ...]:
    assert isinstance(card.facts, QuestionFacts)
    return card.facts.choices_of(language)


def _thanked(request: Request, token: str) -> Response:
    chosen = request.query_params.get("sprak", "")
    query = f"?sprak={chosen}" if chosen in LANGUAGES else ""
    return RedirectResponse(THANKS.format(token=token) + query, status_code=303)


def _language(request: Request, card: Card | None) -> Language:
    chosen = request.query_params.get("sprak")
    if chosen in LANGUAGES:
        return str(chosen)
    written = set(card.texts) & set(LANGUAGES) if card else set()
    return choose_language(None, request.headers.get("accept-language", ""), written)


def _render(
    request: Request, template: str, language: Language, home: Town, *, status: int = 200, **context: Any
) -> Response:
    request.state.words = words_for(language)
    return render(
        request,
        template,
        status,
        municipality_name=home.name(language),
        web=home.municipality.address,
        say_day=lambda day: day_text(day, language, weekday=False),
        languages=[(code, NAMES[code]) for code in LANGUAGES],
        path=request.url.path,
        **context,
    )
