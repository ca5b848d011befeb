"""A card's facts as lines of text, each with the word that it stands under, in one of the card's languages."""

from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.declared import declared, phrase
from cards.kinds.event.facts import EventFacts
from cards.kinds.hours.facts import HoursFacts, Span
from cards.kinds.menu.facts import MenuFacts
from cards.kinds.news.facts import NewsFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.sky import sky_word
from cards.model import Card, Language
from cards.words import (
    date_span,
    date_text,
    day_name,
    degrees,
    listed,
    sentence_case,
    short_span,
    span_text,
    time_text,
    words,
)

FIRST = "sv"


class Line(msgspec.Struct, frozen=True):
    """One fact: the word it stands under, "" where it needs none, and what it says."""

    name: str
    value: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A card as text in `language`."""

    language: Language
    direction: str
    chip: str
    title: str
    lines: tuple[Line, ...]
    body: str
    advice: str
    sender: str
    partner: str


def tell(card: Card, language: Language, zone: ZoneInfo) -> Told:
    """`card` in `language`, else in Swedish, else in the first that it has."""
    spoken = next((code for code in (language, FIRST, *card.texts) if code in card.texts), language)
    text = card.text(spoken)
    lines = [Line(sentence_case(name), value) for name, value in _lines(card, spoken, zone) if value]
    return Told(
        language=spoken,
        direction=words(spoken).direction,
        chip=_chip(card, spoken),
        title=text.title,
        lines=tuple(lines),
        body=text.body,
        advice=text.advice,
        sender=card.sender,
        partner=card.partner,
    )


def shown_host(url: str) -> str:
    """The host of an address, as people know it; "" for what is no web address."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""


def _chip(card: Card, language: Language) -> str:
    match card.facts:
        case EventFacts(cancelled=True):
            name = "chip_cancelled"
        case NoticeFacts() as notice:
            name = "chip_over" if notice.over else "chip_acute" if notice.acute else "chip_planned"
        case AlertFacts() as alert:
            name = "chip_exercise" if alert.exercise else "chip_over" if alert.over else "chip"
        case NewsFacts() as news if news.chip:
            return news.chip
        case _:
            name = "chip"
    return phrase(card.kind, name, language) if name in declared(card.kind).words.get(FIRST, {}) else ""


def _lines(card: Card, language: Language, zone: ZoneInfo) -> list[tuple[str, str]]:
    said = words(language)
    match card.facts:
        case EventFacts() as event:
            return [(said.when, _event_time(event, language, zone)), (said.where, event.place), ("", event.price)]
        case NoticeFacts() as notice:
            when = _day_and_time(notice.start, notice.end, language, zone)
            return [
                (said.when, when),
                (said.where, listed(notice.areas, language)),
                (phrase("notice", "why", language), notice.why),
            ]
        case AlertFacts() as alert:
            since = said.since.format(time=time_text(alert.since.astimezone(zone), language))
            day = date_text(alert.since.astimezone(zone).date(), language)
            return [(said.where, alert.area), (said.when, f"{day}, {since}")]
        case AnswerFacts() as answer:
            return [(answer.department, date_text(answer.answered, language, weekday=False))]
        case MenuFacts() as menu:
            days = [(date_text(day.day, language), listed(day.dishes, language)) for day in menu.days]
            return [(said.where, menu.place), *days, ("", menu.hours)]
        case HoursFacts() as hours:
            return _hours(hours, language)
        case WeatherFacts() as weather:
            return [
                (
                    _weather_time(hour.at.astimezone(zone), language, daily=hour.daily),
                    f"{degrees(hour.celsius)}, {sky_word(hour.symbol, language)}",
                )
                for hour in weather.hours
            ]
    return []


def _event_time(event: EventFacts, language: Language, zone: ZoneInfo) -> str:
    if event.until is None:
        return _day_and_time(event.start, event.end, language, zone)
    return date_span(event.start.astimezone(zone).date(), event.until.astimezone(zone).date(), language)


def _day_and_time(start: datetime, end: datetime | None, language: Language, zone: ZoneInfo) -> str:
    begins, ends = start.astimezone(zone), end.astimezone(zone) if end else None
    if ends is not None and ends.date() != begins.date():
        until = f"{date_text(ends.date(), language)} {time_text(ends, language)}"
        return f"{date_text(begins.date(), language)} {time_text(begins, language)} – {until}"
    return f"{date_text(begins.date(), language)} {span_text(begins, ends, language)}"


def _weather_time(at: datetime, language: Language, *, daily: bool) -> str:
    day = day_name(at.date(), language)
    return day if daily else f"{day} {time_text(at, language)}"


def _hours(hours: HoursFacts, language: Language) -> list[tuple[str, str]]:
    monday = date(2024, 1, 1)
    week = [
        (day_name(monday.replace(day=1 + at), language), _span(span, language)) for at, span in enumerate(hours.week)
    ]
    other = [
        (date_text(day.day, language), f"{_span(day.span, language)} {day.reason}".strip()) for day in hours.exceptions
    ]
    return week + other


def _span(span: Span | None, language: Language) -> str:
    return short_span(span.opens, span.closes, language) if span else phrase("hours", "closed", language)
