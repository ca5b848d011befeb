"""How far a reply or an own question has come, as its sender reads it, in the sender's language."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Language
from cards.words import listed
from server.dialogue.rules import RULES, kept
from server.intake.standing import screens_showing
from server.intake.steps import Progress, Step, StepState
from server.intake.town import Town
from server.intake.when import day_text, moment_text
from server.intake.workdays import due
from server.storage.models import CardState, Reply, ReplyState, StoredCard
from server.words import Words

MOST_PLACES = 3


def progress(session: Session, reply: Reply, town: Town, words: Words, now: datetime) -> Progress:
    """What is to be told about `reply` at `now`."""
    teller = _Teller(session, reply, town, words, now)
    if reply.state is ReplyState.TAKEN_BACK:
        return teller.taken_back()
    if reply.state is ReplyState.HIDDEN:
        return teller.hidden()
    if answer_of(session, reply) is not None:
        return teller.answered()
    return teller.new() if reply.state is ReplyState.NEW else teller.read()


def answer_of(session: Session, reply: Reply) -> Card | None:
    """The answer card that stands for `reply`, or None where there is none, or it was taken down."""
    stored = session.get(StoredCard, reply.answer_card_id) if reply.answer_card_id else None
    if stored is None or stored.state is not CardState.PUBLISHED:
        return None
    return stored.version(stored.published_version).content


def places_text(session: Session, card_id: str, language: Language) -> str:
    """Where the card's screens are: "Biblioteket, Ishallen och Gnistan"; empty where there are none or too many."""
    stored = session.get(StoredCard, card_id)
    shown = screens_showing(session, stored) if stored else []
    places = list(dict.fromkeys(screen.place or screen.name for screen in shown))
    return listed(places, language) if len(places) <= MOST_PLACES else ""


class _Teller:
    def __init__(self, session: Session, reply: Reply, town: Town, words: Words, now: datetime) -> None:
        self._session = session
        self._reply = reply
        self._town = town
        self._words = words
        self._say = words.gettext
        self._now = now
        stored = session.get(StoredCard, reply.question_card_id) if reply.question_card_id else None
        self._question = stored.version(stored.published_version).content if stored else None

    def new(self) -> Progress:
        say = self._say
        by = due(self._reply.made_at, self._town.zone)
        when = say("as soon as we can") if by < self._now else say("by {moment}").format(moment=self._moment(by))
        step = self._step("now", say("We read what you wrote"), when)
        heading = say("Your answer has arrived") if self._question else say("Your question has arrived")
        return Progress(
            heading=heading,
            text=say("We read it {when}.").format(when=when),
            status=say("Received"),
            steps=(self._received(), step, *self._ahead()),
        )

    def read(self) -> Progress:
        say = self._say
        heading = say("Your answer has been read") if self._question else say("Your question has been read")
        text = say("Everybody's answers are weighed together.") if self._question else say("We are finding out.")
        return Progress(
            heading=heading,
            text=text,
            status=say("It was read"),
            steps=(self._received(), self._read(), *self._ahead()),
        )

    def answered(self) -> Progress:
        say = self._say
        answer = answer_of(self._session, self._reply)
        assert answer is not None
        places = places_text(self._session, answer.id, self._words.language)
        detail = say("on the screen in {places}").format(places=places) if places else say("on the screens")
        return Progress(
            heading=say("We have answered"),
            text=say("The answer stands {where}.").format(where=detail),
            status=say("It was answered"),
            steps=(
                self._received(),
                self._read(),
                self._step("done", say("It was answered")),
                self._step("done", say("It is shown"), detail),
            ),
        )

    def hidden(self) -> Progress:
        say = self._say
        reason = kept(self._reply.reason)
        return Progress(
            heading=say("It is not shown: this is why"),
            text=say(RULES[reason]) if reason else "",
            status=say("Not shown"),
            steps=(self._received(), self._read()),
        )

    def taken_back(self) -> Progress:
        say = self._say
        return Progress(
            heading=say("You have taken it back"),
            text=say("It counts no more, and nobody is shown it."),
            status=say("Taken back"),
            steps=(self._received(), self._step("done", say("Taken back"))),
        )

    def _received(self) -> Step:
        return self._step("done", self._say("Received"), self._moment(self._reply.made_at))

    def _read(self) -> Step:
        at = self._reply.read_at
        return self._step("done", self._say("It was read"), self._moment(at) if at else "")

    def _ahead(self) -> tuple[Step, ...]:
        say = self._say
        if self._question is None:
            return (
                self._step("later", say("It was answered")),
                self._step("later", say("It is shown"), say("on the screens")),
            )
        facts = self._question.facts
        assert isinstance(facts, QuestionFacts)
        closes = say("The question closes {day}").format(day=self._day(facts.answer_by))
        decides = say("Then {owner} decides.").format(owner=facts.owner) if facts.owner else ""
        places = places_text(self._session, self._question.id, self._words.language)
        shown = say("on the screen in {places}").format(places=places) if places else say("on the screens")
        if facts.reply_promised:
            shown = say("{where}, by {day}").format(where=shown, day=self._day(facts.reply_promised))
        return (self._step("later", closes, decides), self._step("later", say("The result is shown"), shown))

    def _step(self, state: StepState, name: str, detail: str = "") -> Step:
        return Step(state=state, name=name, detail=detail)

    def _moment(self, at: datetime) -> str:
        return moment_text(at, self._now, self._town.zone, self._words.language)

    def _day(self, day: date) -> str:
        return day_text(day, self._words.language, weekday=False)
