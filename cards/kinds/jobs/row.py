"""One open post: its title, until when one may apply, and where."""

from cards.kinds.blockrow import BlockRow, Words, block_row
from cards.kinds.jobs.coming import soon
from cards.kinds.jobs.facts import Job
from cards.sheet import Sheet
from cards.words import date_text, sentence_case


def job_row(sheet: Sheet, job: Job, width: float, size: float) -> BlockRow | None:
    """`job` in `width` with its title at `size`."""
    colours = sheet.colours
    words = Words(
        title=job.title_in(sheet.language),
        lead="",
        note=sentence_case(last_day(sheet, job)),
        rest=", ".join(part for part in (job.place.strip(), job.extent.strip()) if part),
        note_ink=colours.extra["soon"] if soon(job, sheet.now) else colours.ink,
    )
    return block_row(sheet, words, width, size)


def last_day(sheet: Sheet, job: Job) -> str:
    """Until when one may apply, in words."""
    if job.last_day is None:
        return sheet.phrase("open_end")
    if job.last_day == sheet.now.date():
        return sheet.phrase("apply_today")
    return sheet.phrase("apply_by", day=date_text(job.last_day, sheet.language, weekday=False))
