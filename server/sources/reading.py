"""The parent's side of reading a feed: starts the child, bounds it, and believes little of what it says."""

import logging
from pathlib import Path

import msgspec

from foundation.confined import ChildFailedError, ask_child
from server.sources import errors
from server.sources.errors import NotAFeedError, SourceError
from server.sources.feeds import ITEMS_AT_MOST, TITLE_SIGNS, Feed

log = logging.getLogger(__name__)

READER = Path(__file__).resolve().with_name("reader.py")
WALL_S = 20.0


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    feed: Feed | None = None
    refused: str = ""


def read_in_child(data: bytes, content_type: str, url: str, wall_s: float = WALL_S) -> Feed:
    """The feed in `data`, read in a confined child. Raises SourceError."""
    try:
        told = ask_child(READER, {"content_type": content_type[:200], "url": url}, data, wall_s)
    except ChildFailedError as error:
        log.warning("a feed was not read: %s", error)
        raise NotAFeedError(str(error)) from error
    try:
        answer = msgspec.json.decode(told, type=_Answer)
    except msgspec.MsgspecError as error:
        raise NotAFeedError("the reader's answer cannot be read") from error
    if answer.feed is None:
        raise _named(answer.refused)("refused by the reader")
    if len(answer.feed.items) > ITEMS_AT_MOST or any(len(item.title) > 4 * TITLE_SIGNS for item in answer.feed.items):
        raise NotAFeedError("the reader's answer does not hold together")
    return answer.feed


def _named(name: str) -> type[SourceError]:
    found = getattr(errors, name, NotAFeedError)
    return found if isinstance(found, type) and issubclass(found, SourceError) else NotAFeedError
