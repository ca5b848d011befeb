"""A document in words: which page it is, and of which day."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.document.facts import DocumentFacts
from cards.kinds.phrases import phrase
from cards.kinds.promise import written
from cards.model import Card, Language
from cards.said import Line, Moment, Part


def page_of(facts: DocumentFacts, language: Language) -> str:
    """ "Sida 2 av 5"; "" where the document is one page."""
    if facts.pages <= 1 or not 1 <= facts.page <= facts.pages:
        return ""
    return phrase("document", "page_of", language).format(page=facts.page, pages=facts.pages)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """What the page itself says is its alt text, which is told with every card."""
    facts = card.facts
    assert isinstance(facts, DocumentFacts)
    yield Line(text=page_of(facts, language))
    if facts.day is not None:
        text = phrase("document", "dated", language).format(day=written(now.date(), facts.day, language))
        yield Moment(text=text, start=facts.day)
    if card.link is not None:
        yield Line(text=phrase("document", "read", language))
