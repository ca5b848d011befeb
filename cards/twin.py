"""A card as HTML: headings, times, lists and languages that a screen reader, a mail reader and a search engine know.

Plain elements without style, script or id, so that it stands in any page and in any mail. All that people wrote is
escaped here; only http and https addresses become links.
"""

from collections.abc import Iterator
from datetime import date, datetime
from html import escape
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from cards.model import Card, Language, Link
from cards.said import Greeting, Line, Listing, Moment, Pairs, Part, Quote
from cards.telling import Telling, told
from cards.words import words

_SAFE: Final = ("https://", "http://")


def twin(
    card: Card, language: Language, now: datetime, zone: ZoneInfo, *, level: int = 2, picture_src: str = ""
) -> str:
    """`card` as an `article` whose heading is an `h<level>` (1 to 6).

    `picture_src` is where the reader's program finds the card's picture; without one only what it shows is told.
    """
    telling = told(card, language, now, zone)
    direction = "rtl" if telling.right_to_left else "ltr"
    said = [_text("p", telling.sort), _text(f"h{min(6, max(1, level))}", telling.title)]
    said += _parts(telling.facts)
    said += [_text("p", telling.body), _text("p", telling.advice), _picture(card, telling, picture_src)]
    said.append(_foot(telling))
    opening = f'<article lang="{escape(telling.language)}" dir="{direction}" data-kind="{card.kind}">'
    return f"{opening}{''.join(said)}</article>"


def _text(element: str, text: str) -> str:
    return f"<{element}>{escape(text)}</{element}>" if text else ""


def _parts(parts: tuple[Part, ...]) -> Iterator[str]:
    """The facts; those that stand under a word follow each other as one list of terms."""
    for labelled, together in groupby(parts, key=lambda part: bool(_label(part))):
        if labelled:
            yield f"<dl>{''.join(_term(part) for part in together)}</dl>"
        else:
            yield from (_part(part) for part in together)


def _label(part: Part) -> str:
    return part.label if isinstance(part, Line | Moment) else ""


def _term(part: Part) -> str:
    inside = _part(part).removeprefix("<p>").removesuffix("</p>")
    return f"{_text('dt', _label(part))}<dd>{inside}</dd>"


def _part(part: Part) -> str:
    match part:
        case Line(text=text, strong=strong):
            return f"<p><strong>{escape(text)}</strong></p>" if strong else _text("p", text)
        case Moment() as moment:
            return f"<p>{_time(moment)}</p>"
        case Listing(items=items, ordered=ordered):
            element = "ol" if ordered else "ul"
            return f"<{element}>{''.join(_text('li', item) for item in items)}</{element}>"
        case Pairs(rows=rows):
            return f"<dl>{''.join(_text('dt', first) + _text('dd', second) for first, second in rows)}</dl>"
        case Quote(text=text, by=by):
            return f"<blockquote>{_text('p', text)}{_text('footer', by)}</blockquote>"
        case Greeting(text=text, language=language):
            direction = "rtl" if words(language).right_to_left else "ltr"
            return f'<p lang="{escape(language)}" dir="{direction}">{escape(text)}</p>'


def _time(moment: Moment) -> str:
    """A span has no element in HTML; the machine is told its start."""
    return f'<time datetime="{_machine(moment.start)}">{escape(moment.text)}</time>'


def _machine(moment: datetime | date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def _picture(card: Card, telling: Telling, src: str) -> str:
    if card.picture is None:
        return ""
    if src:
        return f'<p><img src="{escape(src)}" alt="{escape(telling.picture)}"></p>'
    return _text("p", telling.picture)


def _foot(telling: Telling) -> str:
    inside = escape(telling.sender)
    if telling.link is not None:
        inside = f"{inside} {_anchor(telling.link)}".strip()
    return f"<footer><p>{inside}</p></footer>" if inside else ""


def _anchor(link: Link) -> str:
    shown = escape(link.short or link.url)
    return f'<a href="{escape(link.url)}">{shown}</a>' if link.url.startswith(_SAFE) else shown
