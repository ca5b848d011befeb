"""A card as one paragraph of text: for those who do not see it, and for pages that show it small."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.event.facts import EventFacts
from cards.kinds.hours.facts import HoursFacts
from cards.kinds.menu.facts import MenuFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.question.facts import QuestionFacts
from cards.kinds.weather.facts import WeatherFacts
from cards.model import Card, Language
from cards.words import (
    answers_so_far,
    date_span,
    date_text,
    day_name,
    degrees,
    listed,
    sentence_case,
    short_span,
    sky_word,
    time_text,
    when_text,
    words,
)


def alt_text(card: Card, language: Language, now: datetime, zone: ZoneInfo) -> str:
    """What the card says, in sentences, in `language` (or in the first one that it has)."""
    local = now.astimezone(zone)
    text = card.text(language)
    said = [text.title, *_facts(card, language, local), text.body, text.advice]
    if card.picture is not None:
        said.append(card.picture.alt)
    said.append(card.sender)
    if card.link is not None:
        said.append(card.link.short)
    return " ".join(_sentence(part) for part in said if part.strip()).replace("\u00a0", " ")


def _sentence(part: str) -> str:
    whole = sentence_case(part.strip())
    return whole if whole.endswith((".", "?", "!", "”", "؟")) else f"{whole}."


def _facts(card: Card, language: Language, now: datetime) -> list[str]:
    """The facts that a reader of the card sees, each as a phrase."""
    zone, spoken = now.tzinfo, words(language)
    match card.facts:
        case EventFacts() as event:
            start = event.start.astimezone(zone)
            end = event.end.astimezone(zone) if event.end else None
            when = f"{date_text(start.date(), language)} {when_text(start, start, end, language).split(' ', 1)[-1]}"
            if event.until is not None:
                when = date_span(start.date(), event.until.astimezone(zone).date(), language)
            cancelled = spoken.chip_cancelled if event.cancelled else ""
            return [cancelled, when, event.place, event.price]
        case NoticeFacts() as notice:
            start = notice.start.astimezone(zone)
            end = notice.end.astimezone(zone) if notice.end else None
            return [when_text(now, start, end, language), listed(notice.areas, language), notice.why]
        case AlertFacts() as alert:
            since = spoken.since.format(time=time_text(alert.since.astimezone(zone), language))
            sort = spoken.chip_alert_over if alert.over else spoken.chip_alert
            return [spoken.chip_exercise if alert.exercise else sort, f"{alert.area}, {since}"]
        case QuestionFacts() as question:
            by = spoken.answer_by.format(day=date_text(question.answer_by, language, weekday=False))
            count = answers_so_far(question.answers_so_far, language) if question.answers_so_far else ""
            return [listed(question.options, language), count, by]
        case AnswerFacts() as answer:
            return [f"{answer.department} {date_text(answer.answered, language, weekday=False)}".strip()]
        case MenuFacts() as menu:
            return [f"{day_name(day.day, language)}: {listed(day.dishes, language)}" for day in menu.days]
        case HoursFacts() as hours:
            return [_hours(hours, language)]
        case WeatherFacts() as weather if weather.hours:
            first = weather.hours[0]
            return [f"{weather.place}: {degrees(first.celsius)}, {sky_word(first.symbol, language)}"]
        case PairingFacts() as pairing:
            return [spoken.go_to.format(address=pairing.address), pairing.check_number or pairing.code]
        case _:
            return []


def _hours(hours: HoursFacts, language: Language) -> str:
    """The week's opening hours, Monday first."""
    spoken = words(language)
    monday = datetime(2024, 1, 1)  # noqa: DTZ001 - only its weekday is read
    said = []
    for index, span in enumerate(hours.week):
        day = day_name(monday.replace(day=1 + index).date(), language)
        said.append(f"{day} {short_span(span.opens, span.closes, language) if span else spoken.closed}")
    return ", ".join(said)
