"""The form of a picture card: the picture is the message. A poster is shown whole, a photo fills the screen."""

from datetime import time, timedelta

from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import at, write_day
from server.curation.fields import LINK, TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values, a_day, needed
from server.intake.findings import Finding

ROWS = (
    (Field(name="title", label=N_("Caption"), limit=60),),
    (Field(name="credit", label=N_("Who made the picture?"), limit=40),),
    (Field(name="sender", label=N_("Who shows it?"), limit=40),),
    (LINK,),
    (Field(name="until", label=N_("Shown until and with"), help=N_("Then the card takes itself down.")),),
    (Field(name="poster", label=N_("It is a poster: show it whole"), type="check"),),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A picture card; that there is a picture at all is seen to where pictures are taken in."""
    findings = needed(values, "title", N_("What does one see? The caption is missing."))
    last, about_last = a_day(values, "until", desk)
    findings += about_last
    if last is not None and last < desk.today:
        findings.append(Finding(field="until", severity="stop", message=N_("That day has been. Choose a day to come.")))
    until = at(last + timedelta(days=1), time(0), desk.zone) if last else None
    facts = PictureFacts(credit=values.get("credit", ""), poster=bool(values.get("poster")))
    text = Text(title=values.get("title", "") or TITLE_STAND_IN, body=base.text(desk.language).body if base else "")
    return Reading(facts=facts, text=text, valid_until=until, findings=tuple(findings))


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    last = (card.valid_until.astimezone(desk.zone) - timedelta(seconds=1)).date() if card.valid_until else None
    return {
        "title": card.text(desk.language).title,
        "credit": facts.credit,
        "sender": card.sender,
        "link": card.link.url.removeprefix("https://") if card.link else "",
        "until": write_day(last, desk.today) if last else fresh(desk)["until"],
        "poster": "1" if facts.poster else "",
    }


def fresh(desk: Desk) -> dict[str, str]:
    """A picture lasts a month unless somebody says otherwise."""
    return {"until": write_day(desk.today + timedelta(days=30), desk.today)}


FORM = KindForm(
    name="picture",
    title=N_("Picture"),
    about=N_("A photo or a poster that says it all."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=fresh,
)
