"""Open posts in words: the last day to apply, the title, where."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.jobs.coming import coming
from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import date_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The posts that are still open, with dates as a page is read later."""
    facts = card.facts
    assert isinstance(facts, JobsFacts)
    if not card.text(language).title.strip():
        yield Line(text=phrase(card.kind, "title", language), strong=True)
    jobs = coming(facts, now)
    if not jobs:
        yield Line(text=phrase(card.kind, "none", language))
    yield Pairs(rows=tuple((job.title_in(language), _where_and_when(job, language)) for job in jobs))


def _where_and_when(job: Job, language: Language) -> str:
    if job.last_day is None:
        when = phrase("jobs", "open_end", language)
    else:
        when = phrase("jobs", "apply_by", language).format(day=date_text(job.last_day, language, weekday=False))
    return ", ".join(part for part in (job.place.strip(), job.extent.strip(), when) if part)
