"""A question in words: what one may answer, how many have, and until when."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Language
from cards.said import Line, Listing, Moment, Part
from cards.words import date_text, tie


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The options in their order, then the count so far; never how the answers fell."""
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    yield Listing(items=facts.options_of(language))
    if facts.scale is not None:
        low, high = facts.scale.ends_of(language)
        yield Line(text=f"1 ({low}) – {facts.scale.steps} ({high})")
    if facts.answers_so_far:
        count = facts.answers_so_far
        yield Line(text=tie(phrase(card.kind, "answers_so_far", language, count).format(count=count)))
    by = phrase(card.kind, "answer_by", language).format(day=date_text(facts.answer_by, language, weekday=False))
    yield Moment(text=by, start=facts.answer_by)
    if facts.reply_promised is not None:
        day = date_text(facts.reply_promised, language, weekday=False)
        promised = phrase(card.kind, "reply_promised", language).format(day=day)
        yield Moment(text=promised, start=facts.reply_promised)
