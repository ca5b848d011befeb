"""Asking one source once: fetch, read, keep; and when to ask again.

Nothing that goes wrong touches a card: the last good answer stays until its cards' own ends, and the source's line says
what is wrong. After failures the pauses double, up to six hours; every pause is stretched or shortened a little, so
that screens and sources do not march in step.
"""

import logging
import unicodedata
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from random import Random

import msgspec
from sqlalchemy import select

from foundation.errors import TorgetError
from server.settings import Settings
from server.sources import drafts, faults
from server.sources.feeds import Feed
from server.sources.fetch import Fetched, Known, Terms, fetch
from server.sources.reading import read_in_child
from server.storage.models import Source, StoredMunicipality
from server.storage.session import Database

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 6 * 3600.0
SHORTEST_PAUSE_S = 60.0
JITTER = 0.1
DOUBLINGS = 6


class Outcome(msgspec.Struct, frozen=True):
    """What one asking came to: what was taken, or the fault; both None where nothing has changed."""

    taken: drafts.Taken | None = None
    fault: TorgetError | None = None


def terms_for(database: Database, settings: Settings, *, plain_http: bool) -> Terms:
    """On what terms this municipality asks: the User-Agent names the product, the municipality, and where we are."""
    with database.read() as session:
        town = session.scalars(select(StoredMunicipality)).first()
        name = town.as_municipality().name("sv") if town else "-"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return Terms(
        user_agent=f"Torget/{_version()} ({plain}; +{settings.base_url})",
        plain_http=plain_http,
        loopback=settings.sources.loopback,
    )


def look(url: str, terms: Terms, known: Known | None = None) -> tuple[Fetched, Feed | None]:
    """Fetch and read `url`; the feed is None where nothing has changed. Raises SourceError."""
    fetched = fetch(url, terms, known)
    return fetched, None if fetched.data is None else read_in_child(fetched.data, fetched.content_type, url)


def ask(database: Database, settings: Settings, source_id: int, now: datetime, chance: Random) -> Outcome | None:
    """Ask the source with this id, and keep what came of it; None where it is gone or switched off meanwhile."""
    with database.read() as session:
        source = session.get(Source, source_id)
        if source is None:
            return None
        url, known = source.url, Known(etag=source.etag, last_modified=source.last_modified)
        terms = terms_for(database, settings, plain_http=source.plain_http)
    fetched = feed = fault = None
    try:
        fetched, feed = look(url, terms, known)
    except TorgetError as error:
        fault = error
    with database.write() as session:
        source = session.get(Source, source_id)
        if source is None or source.url != url:
            return None
        taken = None
        if fetched is not None:
            if feed is not None:
                taken = drafts.take(session, source, feed, now)
                source.etag, source.last_modified = fetched.known.etag, fetched.known.last_modified
            if source.failures:
                log.info("source %s answers again", source_id)
            source.good_at, source.failures, source.fault = now, 0, ""
        elif fault is not None:
            if not source.failures:
                log.warning("source %s failed: %s", source_id, fault)
            source.failures, source.fault = source.failures + 1, faults.written(fault)
        source.tried_at = now
        source.next_at = now + pause(source.every_s, source.failures, chance)
    return Outcome(taken, fault)


def pause(every_s: int, failures: int, chance: Random) -> timedelta:
    """How long to wait before the next asking."""
    wanted = max(every_s, SHORTEST_PAUSE_S) * 2.0 ** min(failures, DOUBLINGS)
    longest = max(LONGEST_PAUSE_S, float(every_s))
    return timedelta(seconds=min(wanted, longest) * chance.uniform(1 - JITTER, 1 + JITTER))


def _version() -> str:
    try:
        return version("torget")
    except PackageNotFoundError:
        return "0"
