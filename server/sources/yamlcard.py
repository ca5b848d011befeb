"""Small cards written as YAML by hand: `kind`, `title`, `body`, and the facts of the kind, each under its own name.

    kind: event
    title: Höstmarknad
    start: 2026-11-28 10.00
    end: 2026-11-28 15.00
    place: Torget
    sender: Hembygdsföreningen
    link: https://alvdala.example/marknad

Times without a zone are the municipality's. Aliases are refused (a few lines of them unfold into gigabytes), and so is
a key that nobody knows: a misspelt date must not vanish.
"""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import yaml

from cards.kinds import FACTS, KINDS
from cards.kinds.facts import Facts
from cards.model import Card, Link, Text
from server.intake.text import clean, cut
from server.sources.addresses import shown_host
from server.sources.yamlfaults import (
    BadLinkError,
    FarYearError,
    NoTitleError,
    NotYamlError,
    UnknownCardKindError,
    UnknownKeyError,
    WrongValueError,
    YamlTooLongError,
    wrong_value,
)

BYTES_AT_MOST = 64_000
LINK_SIGNS = 300
"""A longer address fits into no code that can be read from afar."""
YEARS = range(2000, 2101)
"""Other times are slips of the pen, and near the ends of the calendar no zone can be reckoned with."""
TITLE_SIGNS, BODY_SIGNS, SENDER_SIGNS = 200, 600, 120
WRITABLE = frozenset(KINDS) - {"house", "pairing", "alert"}
"""What a file may bring. An alert is written by a person who is signed in, and the other two are the program's own."""

_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d)[.:](\d\d)(?:[.:](\d\d))?")
_YEAR = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}(?:[ T]|$)")
_TEXTS = ("title", "body", "advice")
_CARD = ("kind", "texts", "sender", "partner", "link", "seconds", "from", "until", *_TEXTS)


def read_card(data: bytes, card_id: str, zone: ZoneInfo) -> Card:
    """The card that `data` describes, under `card_id`. Raises YamlCardError."""
    if len(data) > BYTES_AT_MOST:
        raise YamlTooLongError(f"{len(data)} bytes")
    written = _load(data)
    kind = written.get("kind")
    if kind not in WRITABLE:
        raise UnknownCardKindError("no such kind", known=", ".join(sorted(WRITABLE)))
    _check_years({key: value for key, value in written.items() if key not in (*_TEXTS, "texts")})
    texts = _texts(written)
    facts = {key: value for key, value in written.items() if key not in _CARD}
    return Card(
        id=card_id,
        version=1,
        facts=_facts(str(kind), _with_zone(facts, zone)),
        texts=texts,
        sender=_line(written, "sender", SENDER_SIGNS),
        partner=_line(written, "partner", SENDER_SIGNS),
        link=_link(written),
        seconds=_convert("seconds", written.get("seconds"), float | None),
        valid_from=_convert("from", _with_zone(written.get("from"), zone), datetime | None),
        valid_until=_convert("until", _with_zone(written.get("until"), zone), datetime | None),
    )


class _Loader(yaml.SafeLoader):
    """Safe, and without aliases."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are not taken", problem_mark=self.get_mark())
        return super().compose_node(parent, index)


def _load(data: bytes) -> dict[str, Any]:
    try:
        written = yaml.load(data.decode("utf-8-sig"), _Loader)  # noqa: S506 - a SafeLoader with less
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NotYamlError("not YAML", line=line) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotYamlError("not YAML", line=1) from error
    if not isinstance(written, dict) or not all(isinstance(key, str) for key in written):
        raise NotYamlError("not a mapping", line=1)
    return written


def _texts(written: dict[str, Any]) -> dict[str, Text]:
    if "texts" in written:
        texts = _convert("texts", written["texts"], dict[str, Text])
    elif written.get("title") is None:
        raise NoTitleError("no title")
    else:
        texts = {"sv": _convert("", {key: written[key] for key in _TEXTS if key in written}, Text)}
    cleaned = {
        language: Text(
            title=_short(text.title, TITLE_SIGNS),
            body=_short(text.body, BODY_SIGNS),
            advice=_short(text.advice, BODY_SIGNS),
        )
        for language, text in texts.items()
        if re.fullmatch("[a-z]{2,3}", language)
    }
    if not any(text.title for text in cleaned.values()):
        raise NoTitleError("no title")
    return cleaned


def _facts(kind: str, facts: dict[str, Any]) -> Facts:
    shape = FACTS[kind]
    known = {field.name for field in msgspec.structs.fields(shape)}
    for key in facts:
        if key not in known:
            raise UnknownKeyError(f"unknown key in {kind}", key=key[:40], known=", ".join(sorted(known)))
    found: Facts = _convert("", {"kind": kind, **facts}, shape)
    return found


def _link(written: dict[str, Any]) -> Link | None:
    url = written.get("link")
    if url is None:
        return None
    if (
        not isinstance(url, str)
        or not url.startswith(("https://", "http://"))
        or not shown_host(url)
        or len(url) > LINK_SIGNS
    ):
        raise BadLinkError("no such address", most=LINK_SIGNS)
    return Link(url=url, short=shown_host(url))


def _line(written: dict[str, Any], key: str, signs: int) -> str:
    try:
        return _short(str(written.get(key) or ""), signs)
    except ValueError as error:  # a whole number of thousands of digits
        raise WrongValueError(f"{key} cannot be that", key=key) from error


def _short(text: str, signs: int) -> str:
    return cut(clean(text)[: 4 * signs], signs)


def _convert(key: str, value: Any, shape: Any) -> Any:
    try:
        return msgspec.convert(value, shape)
    except (msgspec.ValidationError, RecursionError) as error:
        raise wrong_value(error, key) from error


def _check_years(value: Any, key: str = "kind") -> None:
    """Raises FarYearError for a time that is not of our days, however deep it stands and however it is written."""
    if isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            _check_years(inner, name if isinstance(name, str) else key)
    written = value.year if isinstance(value, date) else None
    if isinstance(value, str) and (found := _YEAR.match(value.strip())):
        written = int(found[1])
    if written is not None and written not in YEARS:
        raise FarYearError("a time far away", key=key[:40], year=f"{written:04}")


def _with_zone(value: Any, zone: ZoneInfo) -> Any:
    """Times as people write them become aware ones, however deep they stand."""
    if isinstance(value, dict):
        return {key: _with_zone(inner, zone) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_zone(inner, zone) for inner in value]
    if isinstance(value, datetime):
        return value.replace(tzinfo=zone) if value.tzinfo is None else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and (found := _TIME.fullmatch(value.strip())):
        try:
            return datetime(*(int(part) for part in found.groups("0")), tzinfo=zone)  # type: ignore[misc,arg-type]
        except ValueError:
            return value
    return value
