"""Asking everybody: a question on screens, with who asks, what it leads to, who decides, and two promised days."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.alt import alt_text
from cards.kinds.question.facts import QuestionFacts, Scale
from cards.model import Card, Text
from foundation.errors import N_, TorgetError
from server import publishing
from server.curation import acts, drawing
from server.curation.dates import at, read_day
from server.curation.toast import done
from server.dialogue import questions
from server.intake.fields import word
from server.intake.findings import Finding, stops
from server.intake.text import graphemes
from server.intake.town import Town, town
from server.storage.models import HistoryRow
from server.views import render

LIMITS = {"question": 70, "leads_to": 90, "sender": 60, "owner": 60, "low": 24, "high": 24}
WAYS = ("options", "scale", "words")
"""How a question can be answered."""
STEPS = ("2", "3", "4", "5", "6", "7")
MOST_OPTIONS = 6
OPTION_LENGTH = 40
LIST = "/fragor"
WIDTH_PX = 1120


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """The fields' own words. `options` holds one answer a line; only the fields of the chosen `way` count."""

    question: str = ""
    leads_to: str = ""
    way: str = "options"
    options: str = ""
    low: str = ""
    high: str = ""
    steps: str = "5"
    sender: str = ""
    owner: str = ""
    answer_by: str = ""
    promised: str = ""
    screens: frozenset[str] = frozenset()


def blank(request: Request) -> Response:
    """The empty form; every screen is chosen."""
    with request.state.database.read() as session:
        home = town(session)
    return _page(request, home, Typed(screens=frozenset(screen.id for screen in home.screens)), ())


def ask(request: Request) -> Response:
    """The form came back: to be drawn, to be mended, or to be asked."""
    state = request.state
    with state.database.read() as session:
        home = town(session)
    typed = typed_of(state.form, state.form.getlist("screens"))
    card, findings = read(typed, home, state.now)
    if state.form.get("do") == "draw":
        return _page(request, home, typed, (), card)
    if card is None or stops(findings):
        return _page(request, home, typed, findings, card, status=422)
    with state.database.write() as session:
        row = put_up(session, request, card, typed.screens)
    return done(LIST, row)


def put_up(session: Session, request: Request, card: Card, screens: frozenset[str]) -> HistoryRow:
    """Give the question its short address and put it on `screens`."""
    state = request.state
    row = acts.make(session, state.actor, card, screens, state.now, publish=True)
    questions.ensure(session, card.id, state.now)
    publishing.changed(session, card.id, state.now)  # once more: only now its code is known
    return row


def typed_of(fields: Mapping[str, object], screens: list[object]) -> Typed:
    """The fields of a form that came back, whatever they hold."""
    return Typed(
        question=word(fields, "question"),
        leads_to=word(fields, "leads_to"),
        way=way if (way := word(fields, "way")) in WAYS else _way(fields),
        options=word(fields, "options", lines=True),
        low=word(fields, "low"),
        high=word(fields, "high"),
        steps=word(fields, "steps"),
        sender=word(fields, "sender"),
        owner=word(fields, "owner"),
        answer_by=word(fields, "answer_by"),
        promised=word(fields, "promised"),
        screens=frozenset(str(screen)[:64] for screen in screens),
    )


def read(typed: Typed, home: Town, now: datetime) -> tuple[Card | None, tuple[Finding, ...]]:
    """The card that the fields make (None without a question or a last day), and what is to be put right."""
    today = home.local(now).date()
    findings = [*_missing(typed), *_too_long(typed)]
    options, about = _options(typed)
    scale, about_scale = _scale(typed)
    findings += about + about_scale
    answer_by, about = _day(typed.answer_by, "answer_by", today)
    findings += about
    promised = None
    if typed.promised:
        promised, about = _day(typed.promised, "promised", today)
        findings += about
        if promised and answer_by and promised < answer_by:
            findings.append(_stop("promised", N_("The result cannot be promised before the question closes.")))
    if not typed.question or answer_by is None:
        return None, tuple(findings)
    card = Card(
        id=acts.new_id(typed.question),
        version=1,
        facts=QuestionFacts(
            options=options, scale=scale, answer_by=answer_by, reply_promised=promised, owner=typed.owner
        ),
        texts={"sv": Text(title=typed.question, body=typed.leads_to)},
        sender=typed.sender,
        valid_until=at(answer_by + timedelta(days=1), time(0), home.zone),
    )
    return card, tuple(findings)


def _way(fields: Mapping[str, object]) -> str:
    """How it is answered where the form does not say: as the fields that are filled mean."""
    return "options" if word(fields, "options", lines=True) else "words"


def _options(typed: Typed) -> tuple[tuple[str, ...], list[Finding]]:
    if typed.way != "options":
        return (), []
    options = tuple(dict.fromkeys(line.strip() for line in typed.options.split("\n") if line.strip()))
    if 2 <= len(options) <= MOST_OPTIONS and all(graphemes(word) <= OPTION_LENGTH for word in options):
        return options, []
    message = N_("Two to six answers, one a line, of at most {limit} characters each.")
    return options, [_stop("options", message, limit=str(OPTION_LENGTH))]


def _scale(typed: Typed) -> tuple[Scale | None, list[Finding]]:
    if typed.way != "scale":
        return None, []
    asked = {
        "low": N_("What does the lowest step mean? One word is enough."),
        "high": N_("What does the highest step mean? One word is enough."),
    }
    findings = [_stop(name, message) for name, message in asked.items() if not getattr(typed, name)]
    if typed.steps not in STEPS:
        findings.append(_stop("steps", N_("Two to seven steps have room.")))
    steps = int(typed.steps) if typed.steps in STEPS else 5
    return Scale(low=typed.low, high=typed.high, steps=steps), findings


def _missing(typed: Typed) -> list[Finding]:
    asked = {
        "question": N_("What do we ask? One question, in a few words."),
        "sender": N_("Who asks? The department stands on the card."),
        "owner": N_("Who decides with the answers? Without somebody who does there is nothing to ask."),
        "leads_to": N_("What do the answers lead to? People want to know before they answer."),
        "screens": N_("On which screens? Choose at least one."),
    }
    return [_stop(name, message) for name, message in asked.items() if not getattr(typed, name)]


def _too_long(typed: Typed) -> list[Finding]:
    message = N_("That is {length} characters, and {limit} have room. Which words can go?")
    named = [name for name in LIMITS if typed.way == "scale" or name not in ("low", "high")]
    lengths = {name: graphemes(getattr(typed, name)) for name in named}
    return [
        _stop(name, message, length=str(length), limit=str(LIMITS[name]))
        for name, length in lengths.items()
        if length > LIMITS[name]
    ]


def _day(text: str, field: str, today: date) -> tuple[date | None, list[Finding]]:
    read_as = read_day(text, today)
    if read_as.day is None or read_as.fault is not None:
        return None, [_stop(field, N_("Which day? Write it like 15/12 or Tuesday 15 December."))]
    if read_as.instead is not None:
        return None, [_stop(field, N_("The day and the date do not fit together. Which is right?"))]
    if read_as.day < today:
        return None, [_stop(field, N_("That day has been. Write one that comes."))]
    return read_as.day, []


def _page(
    request: Request,
    home: Town,
    typed: Typed,
    findings: tuple[Finding, ...],
    card: Card | None = None,
    *,
    status: int = 200,
) -> Response:
    drawn = None
    if card is not None:
        card = msgspec.structs.replace(card, id="fraga-ritas")
        try:
            data = drawing.jpeg(card, home.picture_screen(), request.state.now, {}, WIDTH_PX)
            drawn = {"address": drawing.inline(data), "alt": alt_text(card, "sv", request.state.now, home.zone)}
        except TorgetError:
            drawn = None
    return render(
        request,
        "dialogue/ask.html",
        status,
        typed=typed,
        findings=findings,
        card=drawn,
        all_screens=home.screens,
        limits=LIMITS,
    )


def _stop(field: str, message: str, **places: str) -> Finding:
    return Finding(field=field, severity="stop", message=message, places=places)
