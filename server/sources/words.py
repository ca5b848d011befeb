"""How sources are, in words: the news first, each with its own age."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from server.curation.moments import count_word, say_clock, say_moment, say_since
from server.sources import faults
from server.storage.models import Source
from server.words import Words


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One source on the page. `card` and `version` name the latest card that came of it, "" where none did."""

    id: int
    name: str
    url: str
    enabled: bool
    well: bool
    short: str
    rest: str
    card: str = ""
    version: int = 0


def line_of(source: Source, latest: tuple[str, int] | None, now: datetime, zone: ZoneInfo, words: Words) -> Line:
    """What the page says about `source`; `latest` is the newest card that came of it."""
    short, rest = _state(source, now, zone, words)
    return Line(
        id=source.id,
        name=source.name,
        url=source.url,
        enabled=source.enabled,
        well=not (source.enabled and source.fault),
        short=short,
        rest=rest,
        card=latest[0] if latest else "",
        version=latest[1] if latest else 0,
    )


def say_heading(
    lines: list[Line], sources: list[Source], now: datetime, zone: ZoneInfo, words: Words
) -> tuple[str, str]:
    """The page's heading and the line below it."""
    ill = [source for source in sources if source.enabled and source.fault]
    well = sum(line.enabled for line in lines) - len(ill)
    if not lines:
        return words.gettext("No source yet"), words.gettext("A feed that is switched on becomes drafts by itself.")
    if not ill:
        line = words.ngettext("{n} source is asked by itself.", "{n} sources are asked by themselves.", well)
        return words.gettext("All sources are well"), line.format(n=well)
    first = min(ill, key=lambda source: source.good_at or source.made_at)
    if len(ill) > 1:
        heading = words.gettext("{n} sources stand still").format(n=len(ill))
    elif first.good_at is None:
        heading = words.gettext("{name} has not answered yet").format(name=first.name)
    else:
        since = _since(first.good_at, now, zone, words)
        heading = words.gettext("{name} has stood still since {since}").format(name=first.name, since=since)
    others = words.ngettext("The other one is well.", "The other {n} are well.", well).format(n=well) if well else ""
    return heading, f"{others} {words.gettext('Nothing old is shown as new.')}".strip()


def say_count(lines: list[Line], words: Words) -> str:
    """How many sources there are, a small number in a word."""
    count = len(lines)
    return words.ngettext("{count} source", "{count} sources", count).format(count=count_word(count, words))


def say_address(url: str) -> str:
    """An address as people read it: without its scheme, and without a slash at its end."""
    return url.partition("://")[2].rstrip("/") or url


def _state(source: Source, now: datetime, zone: ZoneInfo, words: Words) -> tuple[str, str]:
    if not source.enabled:
        return words.gettext("Switched off."), words.gettext("Nothing is asked until it is switched on.")
    if source.fault:
        said = faults.said(source.fault, words)
        kept = words.gettext("Cards that are shown stay to their own ends.")
        if source.good_at is None:
            return words.gettext("Has not answered yet."), f"{said} {kept}"
        since = _since(source.good_at, now, zone, words)
        return words.gettext("Stands still since {since}.").format(since=since), f"{said} {kept}"
    if source.good_at is None:
        return words.gettext("Is asked for the first time."), words.gettext("It takes a moment.")
    asked = words.gettext("Asked {since}.").format(since=say_since(source.good_at, now, words))
    return words.gettext("Is well."), asked


def _since(moment: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    same_day = moment.astimezone(zone).date() == now.astimezone(zone).date()
    return say_clock(moment, zone) if same_day else say_moment(moment, now, zone, words)
