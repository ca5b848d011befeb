"""The form of a picture card: the picture is the message. A poster is shown whole, a photo fills the screen."""

from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.fields import LINK, TITLE_STAND_IN, UNTIL, Desk, Field, KindForm, Reading, Values
from server.curation.written import an_end, needed, some_days_on, write_end, write_link

DAYS = 30
"""How long a picture lasts unless somebody says otherwise."""

ROWS = (
    (Field(name="title", label=N_("Caption"), limit=60),),
    (Field(name="credit", label=N_("Who made the picture?"), limit=40),),
    (Field(name="sender", label=N_("Who shows it?"), limit=40),),
    (LINK,),
    (UNTIL,),
    (Field(name="poster", label=N_("It is a poster: show it whole"), type="check"),),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A picture card; that there is a picture at all is seen to where pictures are taken in."""
    findings = needed(values, "title", N_("What does one see? The caption is missing."))
    until, about_until = an_end(values, desk)
    findings += about_until
    facts = PictureFacts(credit=values.get("credit", ""), poster=bool(values.get("poster")))
    text = Text(title=values.get("title", "") or TITLE_STAND_IN, body=base.text(desk.language).body if base else "")
    return Reading(facts=facts, text=text, valid_until=until, findings=tuple(findings))


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    return {
        "title": card.text(desk.language).title,
        "credit": facts.credit,
        "sender": card.sender,
        "link": write_link(card),
        "until": write_end(card, desk, DAYS),
        "poster": "1" if facts.poster else "",
    }


FORM = KindForm(
    name="picture",
    title=N_("Picture"),
    about=N_("A photo or a poster that says it all."),
    rows=ROWS,
    picture_needed=N_("A picture card needs a picture."),
    picture_help=N_("The original, as large as you have it."),
    read=read,
    write=write,
    fresh=lambda desk: {"until": some_days_on(desk, DAYS)},
)
