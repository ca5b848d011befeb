"""The form of an important message: danger to life. Nothing else is red, and nothing else asks before it is shown."""

from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.fields import PLACE_STAND_IN, TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values
from server.curation.written import needed

ROWS = (
    (Field(name="title", label=N_("What has happened?"), limit=60),),
    (Field(name="advice", label=N_("What should one do?"), limit=90, type="area"),),
    (Field(name="area", label=N_("Where?"), limit=40),),
    (Field(name="body", label=N_("One sentence more"), limit=120, type="area"),),
    (Field(name="sender", label=N_("Who warns?"), limit=40),),
    (Field(name="exercise", label=N_("It is an exercise, and says so"), type="check"),),
    (Field(name="over", label=N_("The danger is over"), type="check"),),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """An important message, counted from when it was first written."""
    findings = needed(values, "title", N_("What has happened? The headline is missing."))
    findings += needed(values, "advice", N_("What should people do? That is what saves lives."))
    findings += needed(values, "area", N_("Where does it hold? The place is missing."))
    since = base.facts.since if base and isinstance(base.facts, AlertFacts) else desk.now
    facts = AlertFacts(
        area=values.get("area", "") or PLACE_STAND_IN,
        since=since,
        exercise=bool(values.get("exercise")),
        over=bool(values.get("over")),
    )
    text = Text(
        title=values.get("title", "") or TITLE_STAND_IN, body=values.get("body", ""), advice=values.get("advice", "")
    )
    return Reading(facts=facts, text=text, valid_until=base.valid_until if base else None, findings=tuple(findings))


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts, text = card.facts, card.text(desk.language)
    assert isinstance(facts, AlertFacts)
    return {
        "title": text.title,
        "advice": text.advice,
        "area": facts.area,
        "body": text.body,
        "sender": card.sender,
        "exercise": "1" if facts.exercise else "",
        "over": "1" if facts.over else "",
    }


FORM = KindForm(
    name="alert",
    title=N_("Important message"),
    about=N_("Danger to life or health. Takes the screens over."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=lambda _desk: {},
    picture=False,
)
