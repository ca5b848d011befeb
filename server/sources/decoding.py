"""From a feed's bytes to a text that a parser may see.

Decoded first, by the few codings that feeds use; then refused, in the *text*, if it defines entities or brings an
internal subset (a search in the bytes misses them in other codings, and feedparser expands them in all). What is left
is handed on as UTF-8.
"""

import codecs
import re

from server.sources.errors import EmptyFeedError, HostileXmlError, NotAFeedError, UnknownEncodingError, WebPageError

TAKEN = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "iso-8859-1": "cp1252",  # as browsers read it: what says Latin-1 is nearly always Windows-1252
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
LOOK = 400

_DECLARED = re.compile(r"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_HOSTILE = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[|<!ELEMENT|<!ATTLIST|<!NOTATION", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_FEED = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]")


def to_xml(data: bytes, content_type: str = "") -> bytes:
    """`data` as UTF-8 XML without its declaration, when it is a feed at all. Raises SourceError."""
    if not data.strip(b" \t\r\n\0"):
        raise EmptyFeedError("an empty answer")
    text = _decode(data, content_type)
    if _HOSTILE.search(text):
        raise HostileXmlError("entities or an internal subset")
    text = _DECLARATION.sub("", text, count=1)
    if not _FEED.search(text[:20_000]):
        raise (WebPageError if _PAGE.search(text[:20_000]) else NotAFeedError)("no feed")
    return text.encode("utf-8", "replace")


def _decode(data: bytes, content_type: str) -> str:
    coding = _coding(data, content_type)
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        if coding != "utf-8":
            raise UnknownEncodingError(f"not {coding}") from None
        text = data.decode("cp1252", "replace")  # what says UTF-8 and is not, is this
    return text.removeprefix("\ufeff")


def _coding(data: bytes, content_type: str) -> str:
    """The coding by its mark, else by its declaration, else by the header, else UTF-8. Raises UnknownEncodingError."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"\0\0\0<", b"<\0\0\0")):
        raise UnknownEncodingError("UTF-32")
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(b"<\0"):
        return "utf-16-le"
    if data.startswith(b"\0<"):
        return "utf-16-be"
    declared = _DECLARED.match(data[:LOOK].decode("latin-1")) or _CHARSET.search(content_type)
    if declared is None:
        return "utf-8"
    name = declared[1].lower().replace("_", "-")
    if name not in TAKEN or name.startswith("utf-16"):  # it would have had to begin as UTF-16 does
        raise UnknownEncodingError(f"declared as {name}")
    return TAKEN[name]
