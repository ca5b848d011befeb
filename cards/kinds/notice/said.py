"""A work in words: where it stands, when, for whom, and why."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.stage import Stage, chip_of, stage_of
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_text, full_span, listed, sentence_case, time_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says: an acute fault keeps its name until it is over."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    return phrase(card.kind, chip_of(facts, stage_of(facts, now)), language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """When it is, or was, and what is known of its end; with the days in full, as a page may be read tomorrow."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    spoken = words(language)
    start = facts.start.astimezone(now.tzinfo)
    end = facts.end.astimezone(now.tzinfo) if facts.end else None
    if stage_of(facts, now) is Stage.OVER and facts.over is not None:
        over = facts.over.astimezone(now.tzinfo)
        when = f"{date_text(over.date(), language)} {time_text(over, language)}"
        yield Moment(text=sentence_case(phrase(card.kind, "done_at", language).format(when=when)), start=over)
        yield Line(text=phrase(card.kind, "thank_you", language))
        return
    if end is None:
        begins = phrase(card.kind, "from_time", language).format(time=time_text(start, language))
        yield Moment(label=spoken.when, text=f"{date_text(start.date(), language)} {begins}", start=start)
        yield Line(text=phrase(card.kind, "end_unknown", language))
    else:
        yield Moment(label=spoken.when, text=full_span(start, end, language), start=start, end=end)
    if facts.next_word is not None:
        word = facts.next_word.astimezone(now.tzinfo)
        when = f"{date_text(word.date(), language)} {time_text(word, language)}"
        yield Moment(text=phrase(card.kind, "next_word", language).format(when=when), start=word)
    yield Line(label=spoken.where, text=listed(facts.areas, language))
    yield Line(label=phrase(card.kind, "why", language), text=facts.why)
