"""The form of a piece of news: a headline, a picture, a sentence, and until when it is one."""

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.fields import LINK, TITLE, TITLE_STAND_IN, UNTIL, Desk, Field, KindForm, Reading, Values
from server.curation.written import an_end, needed, some_days_on, write_end, write_link

DAYS = 14
"""How long news lasts unless somebody says otherwise."""

ROWS = (
    (TITLE,),
    (Field(name="body", label=N_("One sentence more"), limit=120, type="area"),),
    (Field(name="sender", label=N_("Who says this?"), limit=40),),
    (LINK,),
    (UNTIL,),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A piece of news, shown through the day that was written."""
    findings = needed(values, "title", N_("What is the news? The headline is missing."))
    until, about_until = an_end(values, desk)
    findings += about_until
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
    return {
        "title": text.title,
        "body": text.body,
        "sender": card.sender,
        "link": write_link(card),
        "until": write_end(card, desk, DAYS),
    }


FORM = KindForm(
    name="news",
    title=N_("News"),
    about=N_("A headline, a picture, a sentence."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=lambda desk: {"until": some_days_on(desk, DAYS)},
)
