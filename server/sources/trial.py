"""Trying a source before it is switched on: what was found, what is odd about it, and how its first card looks."""

from datetime import datetime
from time import monotonic
from zoneinfo import ZoneInfo

import msgspec
from babel.dates import format_date

from cards.alt import alt_text
from cards.model import Screen
from foundation.errors import TorgetError
from server.curation import drawing
from server.curation.moments import say_day
from server.reading.addresses import led_home
from server.settings import Settings
from server.sources.asking import look, terms_for
from server.sources.drafts import FIRST_DRAFTS, card_of_item
from server.sources.feeds import Feed, Item
from server.storage.session import Database
from server.words import Words

DRAWN_PX = 746
FOLLOWING = 3
TRIED = "prov"


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """What trying an address came to. `fault` is the sentence that says why nothing was found, "" where all is well."""

    url: str
    name: str = ""
    plain_http: bool = False
    fault: str = ""
    found: str = ""
    odd: tuple[str, ...] = ()
    drawn: str = ""
    alt: str = ""
    following: tuple[tuple[str, str], ...] = ()

    @property
    def works(self) -> bool:
        """Tell whether it can be switched on."""
        return bool(self.found)


def try_out(
    database: Database,
    settings: Settings,
    url: str,
    screen: Screen,
    now: datetime,
    zone: ZoneInfo,
    words: Words,
    *,
    plain_http: bool,
) -> Trial:
    """Ask `url` once, keep nothing, and tell about it."""
    terms = terms_for(database, settings, plain_http=plain_http)
    begun = monotonic()
    try:
        _, feed = look(url, terms)
    except TorgetError as error:
        return Trial(url=url, plain_http=plain_http, fault=words.say(error))
    assert feed is not None  # nothing was known before, so nothing can be unchanged
    took_s = monotonic() - begun
    drawn = alt = ""
    name = feed.title or words.gettext("News feed")
    if feed.items:
        card = card_of_item(feed.items[0], name, feed.language, TRIED)
        language = next(iter(card.texts))
        drawn = drawing.inline(drawing.jpeg(led_home(card, settings), screen, now, {}, DRAWN_PX, language))
        alt = alt_text(card, language, now, zone)
    return Trial(
        url=url,
        name=name,
        plain_http=plain_http,
        found=_found(feed, took_s, now, zone, words),
        odd=tuple(_odd(feed, words)),
        drawn=drawn,
        alt=alt,
        following=tuple((_short_day(item, zone, words), item.title) for item in feed.items[1 : 1 + FOLLOWING]),
    )


def _short_day(item: Item, zone: ZoneInfo, words: Words) -> str:
    """The item's day without its year, as narrow as a column: "20 nov"."""
    if item.published is None:
        return "–"
    return format_date(item.published.astimezone(zone).date(), "d MMM", locale=words.language).rstrip(".")


def _found(feed: Feed, took_s: float, now: datetime, zone: ZoneInfo, words: Words) -> str:
    count = len(feed.items)
    if not count:
        return words.gettext("It is a feed. Nothing stands in it now.")
    said = words.ngettext(
        "It is a feed. {n} item, answered in {s} seconds.", "It is a feed. {n} items, answered in {s} seconds.", count
    )
    said = said.format(n=count, s=f"{took_s:.1f}".replace(".", ","))
    newest = feed.items[0].published
    if newest is not None:
        day = say_day(newest.astimezone(zone).date(), now.astimezone(zone).date(), words)
        said += " " + words.gettext("The latest is from {day}.").format(day=day)
    return said


def _odd(feed: Feed, words: Words) -> list[str]:
    counted = (
        (
            sum(not item.link for item in feed.items),
            "{n} has no link. Its card gets no code.",
            "{n} have no link. Their cards get no code.",
        ),
        (
            sum(item.title != item.whole_title for item in feed.items),
            "{n} has a long headline. It is cut to 60 characters.",
            "{n} have long headlines. They are cut to 60 characters.",
        ),
        (
            sum(item.published is None for item in feed.items),
            "{n} has no date. It stands last.",
            "{n} have no date. They stand last.",
        ),
        (feed.skipped, "{n} has no words. It is passed over.", "{n} have no words. They are passed over."),
        (
            max(0, len(feed.items) - FIRST_DRAFTS),
            "{n} older one is only remembered. It becomes no draft.",
            "{n} older ones are only remembered. They become no drafts.",
        ),
    )
    return [words.ngettext(one, many, count).format(n=count) for count, one, many in counted if count]
