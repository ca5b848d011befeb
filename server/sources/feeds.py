"""Reading a feed: from bytes to a few plain items. Every text is hostile, and comes out as plain text.

Only the items' own words are taken: no pictures, no styles, no markup. Entities are decoded once, after the XML's own.
An item is known by its guid, else by its link, else by title and date: many a feed has no guid, and edits in place.
"""

import calendar
import hashlib
import html
import io
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser  # type: ignore[import-untyped]
import msgspec
import nh3

from server.intake.text import clean, cut
from server.sources.decoding import to_xml
from server.sources.errors import NotAFeedError

ITEMS_AT_MOST = 500
FIELD_AT_MOST = 20_000
TITLE_LOOK = 400
"""So much of a title is looked at, however long it is."""
TITLE_SIGNS = 60
SENTENCE_LOOK = 600
SENTENCE_SIGNS = 170
LINK_AT_MOST = 1000

_BREAKS = re.compile(r"<\s*/?\s*(?:br|p|div|li|ul|ol|h[1-6]|tr|td|blockquote|hr)\b[^>]{0,400}>", re.IGNORECASE)
_SENTENCE = re.compile(r"(.+?[.!?…][”\"'’)]*)(?=\s+[\"'”(–]?[A-ZÅÄÖÁČĐŊŠŦŽ0-9]|\s*$)", re.DOTALL)
_NOT_AN_END = re.compile(
    r"(?:\b(?:kl|ca|bl\.?a|t\.?ex|m\.?m|dvs|nr|tel|st|s:t|fr\.?o\.?m|t\.?o\.?m)|\b[A-ZÅÄÖ])\.$", re.I
)
_TAIL = re.compile(
    r"(?:\s*(?:\[(?:…|\.\.\.|&hellip;)\]|…|Läs mer|Read more|Continue reading).{0,120})$", re.I | re.DOTALL
)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One item as plain text. `key` names it for ever, `content_hash` changes when its words or its link do."""

    key: str
    content_hash: str
    title: str
    whole_title: str
    sentence: str
    link: str
    published: datetime | None


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed that was read: its own title, the language it says it is in, and its items, the newest first.

    `skipped` counts entries that had no title and no text to make one from.
    """

    title: str
    language: str
    items: tuple[Item, ...]
    skipped: int


def read_feed(data: bytes, content_type: str, url: str) -> Feed:
    """The feed in `data`, which came from `url`. Raises SourceError for what is none."""
    xml = to_xml(data, content_type)
    # Bytes and never text: given a text, feedparser opens it as a path or an address.
    parsed = feedparser.parse(
        io.BytesIO(xml),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,  # nh3 does that
    )
    if not parsed.get("version"):
        raise NotAFeedError("no version that is known")
    items: dict[str, Item] = {}
    skipped = 0
    for entry in parsed.entries[:ITEMS_AT_MOST]:
        item = _item(entry, url)
        if item is None:
            skipped += 1
        else:
            items.setdefault(item.key, item)
    newest_first = sorted(items.values(), key=lambda item: item.published or _LONG_AGO, reverse=True)
    return Feed(
        title=cut(plain(str(parsed.feed.get("title", "")))[:TITLE_LOOK], TITLE_SIGNS),
        language=str(parsed.feed.get("language", ""))[:35].lower().partition("-")[0],
        items=tuple(newest_first),
        skipped=skipped,
    )


_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def plain(markup: str) -> str:
    """HTML as plain text in one line: tags taken out, entities decoded once, nothing invisible left."""
    spaced = _BREAKS.sub(" ", markup[:FIELD_AT_MOST])
    bare = nh3.clean(spaced, tags=set(), clean_content_tags={"script", "style", "iframe", "noscript", "template"})
    return clean(html.unescape(bare))


def headline(title: str) -> str:
    """A title of at most 60 signs: whole, else its first clause, else cut at a word."""
    short = cut(title, TITLE_SIGNS)
    if short == title:
        return title
    for mark in (". ", ": ", " – ", " - ", "; ", ", "):
        first, found, _ = title.partition(mark)
        if found and len(first) >= TITLE_SIGNS // 3 and cut(first, TITLE_SIGNS) == first:
            return first.rstrip(".,;:")
    return _at_a_word(short)


def first_sentence(text: str) -> str:
    """The first sentence of `text`, at most 170 signs; an abbreviation's full stop does not end it."""
    text = _TAIL.sub("", text[:SENTENCE_LOOK]).strip()
    found = ""
    for part in _SENTENCE.finditer(text):
        found += part[0]
        if not _NOT_AN_END.search(found):
            break
    sentence = (found or text).strip()
    short = cut(sentence, SENTENCE_SIGNS)
    return short if short == sentence else _at_a_word(short)


def _at_a_word(short: str) -> str:
    head, space, _ = short.removesuffix("…").rstrip().rpartition(" ")
    return f"{head.rstrip(' ,;:–-')}…" if space and len(head) > len(short) // 2 else short


def _item(entry: Any, base: str) -> Item | None:
    title = plain(_text(entry, "title"))[:TITLE_LOOK]
    summary = plain(_text(entry, "summary") or _content(entry))
    sentence = first_sentence(summary)
    if not title:
        title, sentence = sentence, ""
    if not title:
        return None
    link = _link(_text(entry, "link"), base)
    published = _moment(entry)
    stamp = published.isoformat() if published else ""
    identity = _text(entry, "id").strip() or link or f"{title}\n{stamp}"
    shown = headline(title)
    return Item(
        key=_hash(identity),
        content_hash=_hash("\n".join((title, sentence, link))),
        title=shown,
        whole_title=title,
        sentence="" if sentence.rstrip(".!?…").casefold() == title.rstrip(".!?…").casefold() else sentence,
        link=link,
        published=published,
    )


def _text(entry: Any, name: str) -> str:
    value = entry.get(name, "")
    return value[:FIELD_AT_MOST] if isinstance(value, str) else ""


def _content(entry: Any) -> str:
    parts = entry.get("content") or []
    return str(parts[0].get("value", ""))[:FIELD_AT_MOST] if parts else ""


def _link(text: str, base: str) -> str:
    """An absolute address that a phone may open, or nothing."""
    try:
        link = urljoin(base, text.strip()) if text.strip() else ""
        parts = urlsplit(link)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    sound = sound and len(link) <= LINK_AT_MOST and link.isprintable() and not set(link) & set(' "<>\\')
    return link if sound else ""


def _moment(entry: Any) -> datetime | None:
    for name in ("published_parsed", "updated_parsed"):
        if name in entry and (parsed := dict.get(entry, name)):  # feedparser's own `get` makes one of the other
            try:
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError, TypeError):
                continue
    return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
