"""The form of a piece of news: a headline, a picture, a sentence, and until when it is one."""

from datetime import time, timedelta

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import at, write_day
from server.curation.fields import LINK, TITLE, TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values, a_day, needed
from server.intake.findings import Finding

ROWS = (
    (TITLE,),
    (Field(name="body", label=N_("One sentence more"), limit=120, type="area"),),
    (Field(name="sender", label=N_("Who says this?"), limit=40),),
    (LINK,),
    (Field(name="until", label=N_("Shown until and with"), help=N_("Then the card takes itself down.")),),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A piece of news, shown through the day that was written."""
    findings = needed(values, "title", N_("What is the news? The headline is missing."))
    last, about_last = a_day(values, "until", desk)
    findings += about_last
    if last is not None and last < desk.today:
        findings.append(Finding(field="until", severity="stop", message=N_("That day has been. Choose a day to come.")))
    until = at(last + timedelta(days=1), time(0), desk.zone) if last else None
    published = base.facts.published if base and isinstance(base.facts, NewsFacts) else desk.now
    chip = base.facts.chip if base and isinstance(base.facts, NewsFacts) else ""
    old = base.text(desk.language) if base else Text(title="")
    text = Text(title=values.get("title", "") or TITLE_STAND_IN, body=values.get("body", ""), advice=old.advice)
    return Reading(
        facts=NewsFacts(published=published, chip=chip), text=text, valid_until=until, findings=tuple(findings)
    )


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    text = card.text(desk.language)
    last = (card.valid_until.astimezone(desk.zone) - timedelta(seconds=1)).date() if card.valid_until else None
    return {
        "title": text.title,
        "body": text.body,
        "sender": card.sender,
        "link": card.link.url.removeprefix("https://") if card.link else "",
        "until": write_day(last, desk.today) if last else fresh(desk)["until"],
    }


def fresh(desk: Desk) -> dict[str, str]:
    """News lasts two weeks unless somebody says otherwise."""
    return {"until": write_day(desk.today + timedelta(days=14), desk.today)}


FORM = KindForm(
    name="news",
    title=N_("News"),
    about=N_("A headline, a picture, a sentence."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=fresh,
)
