"""Library tips in words: title, author, reason."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.tips.coming import coming
from cards.kinds.tips.facts import TipsFacts
from cards.model import Card, Language
from cards.said import Line, Pairs, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Every title with who wrote it, and why one should read it."""
    facts = card.facts
    assert isinstance(facts, TipsFacts)
    if not card.text(language).title.strip():
        yield Line(text=phrase(card.kind, "title", language), strong=True)
    tips = coming(facts, now)
    if not tips:
        yield Line(text=phrase(card.kind, "none", language))
    yield Pairs(
        rows=tuple(
            (", ".join(part for part in (tip.title, tip.author) if part.strip()), tip.why_in(language)) for tip in tips
        )
    )
