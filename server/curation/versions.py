"""The history of a card: its versions, what differs between two of them, and the way back."""

from datetime import date, datetime
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Card
from foundation.errors import N_
from server.curation import acts
from server.curation.board import board, card_of
from server.curation.dates import write_day, write_time
from server.curation.fields import Desk, KindForm
from server.curation.kinds import FORMS
from server.curation.moments import say_moment
from server.curation.standing import title_of
from server.curation.toast import done, toast_of
from server.storage.models import Account, CardState, StoredCard
from server.views import render
from server.words import Words

NAMES = {
    "facts.start": N_("Begins"),
    "facts.end": N_("Ends"),
    "facts.until": N_("Last day"),
    "facts.place": N_("Place"),
    "facts.price": N_("Price"),
    "facts.cancelled": N_("Cancelled"),
    "facts.sold_out": N_("Sold out"),
    "facts.weekly": N_("Comes every week"),
    "facts.also": N_("More days"),
    "facts.areas": N_("Where"),
    "facts.why": N_("Why"),
    "facts.acute": N_("Acute"),
    "facts.over": N_("Done"),
    "facts.area": N_("Where"),
    "facts.credit": N_("Who made the picture"),
    "facts.poster": N_("Shown whole"),
    "facts.exercise": N_("Exercise"),
    "title": N_("Headline"),
    "body": N_("Sentence"),
    "advice": N_("Advice"),
    "sender": N_("Sender"),
    "link": N_("Address"),
    "picture": N_("Picture"),
    "valid_until": N_("Shown until"),
}


class Part(msgspec.Struct, frozen=True):
    """A piece of text: kept, or changed."""

    text: str
    changed: bool


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that differs: what it is called, and both texts in pieces."""

    name: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]


def show(request: Request) -> Response:
    """The versions, and the one in `version` beside the one before it."""
    state = request.state
    with state.database.read() as session:
        stored = card_of(request, session)
        found = board(request, session)
        asked = request.query_params.get("version", "")
        numbers = [version.version for version in stored.versions]
        chosen = next((number for number in numbers if str(number) == asked), numbers[-1])
        before = max((number for number in numbers if number < chosen), default=None)
        after_card = stored.version(chosen).content
        before_card = stored.version(before).content if before else None
        return render(
            request,
            "versions.html",
            stored=stored,
            title=title_of(stored.version().content),
            versions=_lines(session, stored, state.now, found.zone, state.words),
            chosen=chosen,
            before=before,
            differences=differences(before_card, after_card, found.zone, state.now, state.words) if before_card else (),
            can_go_back=before is not None and stored.state is not CardState.WAITING,
            next_version=max(numbers) + 1,
            toast=toast_of(request, session),
        )


def go_back(request: Request) -> Response:
    """Make the version in the form the newest again."""
    state = request.state
    written = str(state.form.get("version", ""))
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0
    with state.database.write() as session:
        row = acts.go_back(session, state.actor, card_of(request, session), number, state.now)
    return done(f"/kort/{row.object_id}", row)


def differences(before: Card, after: Card, zone: ZoneInfo, now: datetime, words: Words) -> tuple[Difference, ...]:
    """What differs between two versions, in the words of the form."""
    old, new = _told(before, zone, now, words), _told(after, zone, now, words)
    form = FORMS.get(after.kind)
    names = {name: words.gettext(label) for name, label in NAMES.items()}
    if form is not None and form.told_by_field:
        fields = {field.name: field.called(words) for field in form.fields}
        names |= fields
        old, new = (
            {name: said for name, said in told.items() if name.removeprefix("facts.") not in fields}
            | _by_field(form, card, zone, now, words)
            for told, card in ((old, before), (new, after))
        )
    found = []
    for name in dict.fromkeys((*old, *new)):
        was, became = old.get(name, ""), new.get(name, "")
        if was != became:
            parts = _parts(was, became)
            found.append(Difference(name=names.get(name, name), before=parts[0], after=parts[1]))
    return tuple(found)


def _by_field(form: KindForm, card: Card, zone: ZoneInfo, now: datetime, words: Words) -> dict[str, str]:
    """What `card` says in each field of its form, as a reader would say it."""
    written = form.write(card, Desk(now=now, zone=zone))
    ticked = {True: words.gettext("yes"), False: ""}
    told = {field.name: field.told(written.get(field.name, ""), words) for field in form.fields}
    return told | {field.name: ticked[bool(told[field.name])] for field in form.fields if field.type == "check"}


def _told(card: Card, zone: ZoneInfo, now: datetime, words: Words) -> dict[str, str]:
    """The card's own values by name, as a reader would say them."""
    told = {f"facts.{name}": getattr(card.facts, name) for name in card.facts.__struct_fields__}
    text = card.text("sv")
    told |= {"title": text.title, "body": text.body, "advice": text.advice, "sender": card.sender}
    told |= {"link": card.link.url if card.link else "", "valid_until": card.valid_until}
    if card.picture:
        focus = f"{round(card.picture.focus_x * 100)}/{round(card.picture.focus_y * 100)}"
        told["picture"] = f"{card.picture.sha256[:8]}, {focus}"
    today = now.astimezone(zone).date()
    return {name: _say(value, zone, today, words) for name, value in told.items() if name in NAMES}


def _say(value: object, zone: ZoneInfo, today: date, words: Words) -> str:
    if isinstance(value, datetime):
        local = value.astimezone(zone)
        return f"{write_day(local.date(), today)} {write_time(local.time())}"
    if isinstance(value, bool):
        return words.gettext("yes") if value else ""
    if isinstance(value, tuple):
        return ", ".join(_say(one, zone, today, words) for one in value)
    return "" if value is None else str(value)


def _parts(was: str, became: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in pieces of whole words, the changed ones marked."""
    old, new = was.split(), became.split()
    before: list[Part] = []
    after: list[Part] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if last > first:
            before.append(Part(" ".join(old[first:last]), tag != "equal"))
        if end > start:
            after.append(Part(" ".join(new[start:end]), tag != "equal"))
    return tuple(before), tuple(after)


def _lines(
    session: Session, stored: StoredCard, now: datetime, zone: ZoneInfo, words: Words
) -> list[dict[str, object]]:
    authors = {version.author_id for version in stored.versions if version.author_id}
    names = {account.id: account.called for account in session.scalars(select(Account).where(Account.id.in_(authors)))}
    return [
        {
            "number": version.version,
            "when": say_moment(version.made_at, now, zone, words),
            "who": names.get(version.author_id or 0, words.gettext("sent in or fetched")),
            "on_screens": version.version == stored.published_version,
        }
        for version in reversed(stored.versions)
    ]
