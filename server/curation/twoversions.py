"""Two at once: somebody kept a newer version while this one was written.

A form carries the version that it began from. Where a newer one has come in between and says something else, neither
is kept over the other: the writer sees both, field by field, and chooses. What only the newer version changed is taken
from it unless the writer says otherwise.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
from sqlalchemy.orm import Session

from cards.model import Card, PictureRef
from foundation.errors import N_
from server.curation.board import Board
from server.curation.fields import Desk, KindForm, Values
from server.curation.moments import say_clock, say_moment
from server.screens.naming import called
from server.storage.models import Account, CardVersion
from server.words import Words

TAKE = "ta-"
"""Begins the name of the choice of a field; its value is a Whose."""
PICTURE, SCREENS = "picture", "screens"
LABELS = {PICTURE: N_("Picture"), SCREENS: N_("Screens")}

Whose = Literal["mine", "theirs"]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """All that one form says: its fields, its picture and its screens."""

    values: Values
    picture: PictureRef | None
    screens: frozenset[str]


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """One field that the newer version changed, with both texts; `take` is whose is chosen from the start."""

    field: str
    label: str
    mine: str
    theirs: str
    take: Whose


def saying_of(form: KindForm, card: Card, screens: frozenset[str], desk: Desk) -> Saying:
    """What `card`, on `screens`, says in its form."""
    return Saying(values=form.write(card, desk), picture=card.picture if form.picture else None, screens=screens)


def clashes(
    form: KindForm, began: Saying, mine: Saying, theirs: Saying, found: Board, words: Words
) -> tuple[Clash, ...]:
    """Every field that changed from `began` to `theirs` and is not the same in `mine`, in the order of the form."""
    labels = {field.name: field.called(words) for field in form.fields}
    labels |= {name: words.gettext(label) for name, label in LABELS.items()}
    told = [_told(saying, form, found, words) for saying in (began, mine, theirs)]
    return tuple(
        Clash(
            field=name,
            label=label,
            mine=told[1][name],
            theirs=told[2][name],
            take="theirs" if told[0][name] == told[1][name] else "mine",
        )
        for name, label in labels.items()
        if told[2][name] not in (told[0][name], told[1][name])
    )


def settled(mine: Saying, theirs: Saying, sent: Mapping[str, object]) -> Saying:
    """`mine`, with each field taken from `theirs` for which `sent` says so."""
    taken = {name for name in (*mine.values, PICTURE, SCREENS) if sent.get(TAKE + name) == "theirs"}
    return Saying(
        values={name: theirs.values.get(name, "") if name in taken else value for name, value in mine.values.items()},
        picture=theirs.picture if PICTURE in taken else mine.picture,
        screens=theirs.screens if SCREENS in taken else mine.screens,
    )


def news_of(session: Session, version: CardVersion, found: Board, words: Words) -> str:
    """The heading: who kept the newer version, and when."""
    account = session.get(Account, version.author_id) if version.author_id else None
    who = account.called if account else words.gettext("The sender")
    made, now = version.made_at.astimezone(found.zone), found.now.astimezone(found.zone)
    if made.date() == now.date():
        pattern = words.gettext("{who} saved a newer version at {time}")
        return pattern.format(who=who, time=say_clock(version.made_at, found.zone))
    pattern = words.gettext("{who} saved a newer version {moment}")
    return pattern.format(who=who, moment=say_moment(version.made_at, found.now, found.zone, words))


def _told(saying: Saying, form: KindForm, found: Board, words: Words) -> dict[str, str]:
    """Each field as a reader would say it; "" for nothing."""
    told = {field.name: field.told(saying.values.get(field.name, ""), words) for field in form.fields}
    told[PICTURE] = ""
    if saying.picture is not None:
        focus = (round(saying.picture.focus_x * 100), round(saying.picture.focus_y * 100))
        pattern = words.gettext("{name}, with {x} and {y} per cent in focus")
        told[PICTURE] = pattern.format(name=saying.picture.alt or saying.picture.sha256[:6], x=focus[0], y=focus[1])
    told[SCREENS] = ", ".join(called(screen) for screen in found.chosen(saying.screens))
    return told
