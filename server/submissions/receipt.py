"""How far a submission has come, as its sender reads it: a heading that is the news, and steps with their times."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cards.model import Card
from server.intake.standing import screens_showing
from server.intake.steps import Progress, Step, StepState
from server.intake.town import Town
from server.intake.when import day_text, from_day, moment_text
from server.intake.workdays import due
from server.storage.models import CardState, Play, Submission, SubmissionState
from server.submissions.deciding import is_waiting
from server.submissions.rules import RULES, Rule, kept
from server.words import Words


class Receipt(Progress, frozen=True, kw_only=True):
    """A submission's progress; `chip` is the latest act in a few words, the rest is why it is not shown."""

    chip: str
    rule: str = ""
    why: str = ""
    words: str = ""


def receipt(session: Session, submission: Submission, town: Town, words: Words, now: datetime) -> Receipt:
    """What is to be told about `submission` at `now`."""
    teller = _Teller(session, submission, town, words, now)
    if submission.state is SubmissionState.TAKEN_BACK:
        return teller.taken_back()
    if submission.state is SubmissionState.REFUSED:
        return teller.refused()
    if is_waiting(submission):
        return teller.waiting()
    return teller.approved() if submission.card.state is CardState.PUBLISHED else teller.taken_down()


class _Teller:
    def __init__(self, session: Session, submission: Submission, town: Town, words: Words, now: datetime) -> None:
        self._session = session
        self._submission = submission
        self._town = town
        self._say = words.gettext
        self._words = words
        self._now = now

    def waiting(self) -> Receipt:
        say = self._say
        by = due(self._submission.card.changed_at, self._town.zone)
        late = by < self._now
        read_by = say("as soon as we can") if late else say("by {moment}").format(moment=self._moment(by))
        change = self._submission.card.published_version is not None
        if change:
            heading = say("The change waits to be read")
            text = say("The card that is approved is shown meanwhile. We read {when}.").format(when=read_by)
        else:
            heading = say("Handed in")
            text = say("We read it {when}. Nothing is shown before that.").format(when=read_by)
        steps = (self._handed_in(), self._step("now", say("We read it"), read_by), *self._ahead())
        return Receipt(heading=heading, text=text, status=say("Waits to be read"), chip=say("Waits"), steps=steps)

    def refused(self) -> Receipt:
        say = self._say
        refusal = kept(self._submission.reason)
        rule = RULES[refusal.rule if refusal else Rule.OTHER]
        named = refusal is not None and refusal.rule is not Rule.OTHER
        still = self._submission.card.published_version is not None
        return Receipt(
            heading=say("The change is not shown: this is why") if still else say("Not shown: this is why"),
            text=say("Put it right, and hand it in again from here."),
            status=say("Not shown"),
            chip=say("Read {moment}").format(moment=self._decided()),
            steps=(self._handed_in(), self._step("done", say("It was read"), self._decided())),
            rule=say(rule.name) if named else "",
            why=say(rule.why) if named else "",
            words=refusal.words if refusal else "",
        )

    def taken_back(self) -> Receipt:
        say = self._say
        step = self._step("done", say("Taken back"), self._decided())
        return Receipt(
            heading=say("You have taken the card back"),
            text=say("It is shown nowhere. If you change your minds, hand it in again."),
            status=say("Taken back"),
            chip=say("Taken back {moment}").format(moment=self._decided()),
            steps=(self._handed_in(), step),
        )

    def taken_down(self) -> Receipt:
        say = self._say
        step = self._step("done", say("Taken down"), self._moment(self._submission.card.changed_at))
        return Receipt(
            heading=say("The card is taken down"),
            text=say("It was approved and is not on the screens now. Call us if you wonder why."),
            status=say("Taken down"),
            chip=say("Approved {moment}").format(moment=self._decided()),
            steps=(self._handed_in(), self._read(), step),
        )

    def approved(self) -> Receipt:
        card = self._card()
        if card.valid_until is not None and card.valid_until <= self._now:
            return self._over()
        say = self._say
        screens = screens_showing(self._session, self._submission.card)
        places = ", ".join(dict.fromkeys(screen.place or screen.name for screen in screens))
        count = len(screens)
        begins = max(card.valid_from or self._now, self._now)
        if begins > self._now:
            day = from_day(self._town.local(begins).date(), self._now, self._town.zone)
            shown = say("Shown from {day}").format(day=day)
            heading = self._words.ngettext(
                "Shown from {day} on {n} screen", "Shown from {day} on {n} screens", count
            ).format(day=day, n=count)
        else:
            shown = say("Shown now")
            heading = self._words.ngettext("Shown now on {n} screen", "Shown now on {n} screens", count).format(n=count)
        if not count:
            heading = say("Approved, and waits for a screen")
        text = say("Until it is over, {end}.").format(end=self._end(card)) if card.valid_until else ""
        steps = (
            self._handed_in(),
            self._read(),
            self._step("later" if begins > self._now else "now", shown, places),
            self._step("later", say("Afterwards"), say("Then we tell how many times the card was shown.")),
        )
        chip = say("Approved {moment}").format(moment=self._decided())
        return Receipt(heading=heading, text=text, status=shown, chip=chip, steps=steps)

    def _over(self) -> Receipt:
        say = self._say
        times = self._session.scalar(
            select(func.count()).select_from(Play).where(Play.card_id == self._submission.card_id)
        )
        heading = self._words.ngettext("Shown {n} time", "Shown {n} times", times or 0).format(n=times or 0)
        return Receipt(
            heading=heading,
            text=say("The event is over. Thank you for telling everybody!"),
            status=say("Shown, and over"),
            chip=say("Approved {moment}").format(moment=self._decided()),
            steps=(self._handed_in(), self._read(), self._step("done", heading, "")),
        )

    def _ahead(self) -> tuple[Step, ...]:
        begins = self._card().valid_from
        if begins is None or begins <= self._now:
            return (self._step("later", self._say("On the screens"), self._say("as soon as it is approved")),)
        day = from_day(self._town.local(begins).date(), self._now, self._town.zone)
        return (self._step("later", self._say("Shown from {day}").format(day=day), self._say("once it is approved")),)

    def _handed_in(self) -> Step:
        return self._step("done", self._say("Handed in"), self._moment(self._submission.made_at))

    def _read(self) -> Step:
        by_staff = self._submission.card.version().author_id is not None
        pattern = self._say("{moment}, put right by us") if by_staff else self._say("{moment}, nothing changed")
        return self._step("done", self._say("Read and approved"), pattern.format(moment=self._decided()))

    def _step(self, state: StepState, name: str, detail: str) -> Step:
        return Step(state=state, name=name, detail=detail)

    def _card(self) -> Card:
        card = self._submission.card
        return card.version(card.published_version).content

    def _decided(self) -> str:
        return self._moment(self._submission.decided_at or self._submission.card.changed_at)

    def _moment(self, at: datetime) -> str:
        return moment_text(at, self._now, self._town.zone)

    def _end(self, card: Card) -> str:
        assert card.valid_until is not None
        local = self._town.local(card.valid_until)
        return self._say("{day} at {time}").format(
            day=day_text(local.date(), weekday=False), time=f"{local:%H.%M}".removesuffix(".00")
        )
