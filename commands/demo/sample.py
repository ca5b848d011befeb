"""The sample municipality as values: what `assets/demo` says, counted from a start.

Nothing here writes. Unknown words in the files are refused, so that a slip of the pen is found by a test.
"""

from datetime import date, datetime, time
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from cards.model import Card, Language, Text
from commands.demo.dates import ZONE, RelativeDates, SampleError, read_yaml

Value = TypeVar("Value")


class SampleScreen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the sample's screens; what it leaves out is as `cards.model.Screen` has it."""

    id: str
    name: str
    place: str
    inches: float
    distance_m: float
    languages: tuple[Language, ...]
    width_px: int = 1920
    height_px: int = 1080
    rotation: int = 0


class SampleTown(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The municipality and its screens."""

    id: str
    address: str
    names: dict[Language, str]
    screens: tuple[SampleScreen, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture that is drawn for a card when the sample is loaded; `alt` says what is seen in it."""

    scene: str
    alt: str


class SampleCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card and what is known about it beside what it says: whether it waits, its picture, its question's code."""

    card: Card
    draft: bool
    drawing: Drawing | None = None
    code: str = ""


class SampleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card's place in a playlist, weighted as `playlists.model.Entry` is."""

    card: str
    times: int = 1
    every: int = 1
    seconds: float | None = None


class SamplePlaylist(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ordered list of cards and the screens that it plays on."""

    id: str
    name: str
    screens: tuple[str, ...]
    entries: tuple[SampleEntry, ...]


class _Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A card as the file writes it."""

    id: str
    kind: str
    sender: str
    facts: dict[str, Any]
    texts: dict[Language, Text]
    state: str = "published"
    partner: str = ""
    from_: Any = None
    until: Any = None
    seconds: float | None = None
    link: str = ""
    code: str = ""
    drawing: Drawing | None = None


def read_town() -> SampleTown:
    """The municipality. Raises SampleError."""
    written = read_yaml(_bytes("municipality.yaml"), RelativeDates(datetime.now(ZONE)))
    return _convert(written, SampleTown, "municipality.yaml")


def read_playlists() -> tuple[SamplePlaylist, ...]:
    """What plays where. Raises SampleError."""
    written = read_yaml(_bytes("playlists.yaml"), RelativeDates(datetime.now(ZONE)))
    return _convert(written, tuple[SamplePlaylist, ...], "playlists.yaml")


def read_cards(start: datetime, town: SampleTown) -> tuple[SampleCard, ...]:
    """All cards, with times counted from `start`. Raises SampleError."""
    dates = RelativeDates(start)
    written = _convert(read_yaml(_bytes("cards.yaml"), dates), list[_Written], "cards.yaml")
    return tuple(_card(one, dates, town) for one in written)


def _card(written: _Written, dates: RelativeDates, town: SampleTown) -> SampleCard:
    texts = {
        language: {name: dates.fill(getattr(text, name), language) for name in Text.__struct_fields__}
        for language, text in written.texts.items()
    }
    values = {
        "id": written.id,
        "version": 1,
        "facts": {"kind": written.kind, **written.facts},
        "texts": texts,
        "sender": written.sender,
        "partner": written.partner,
        "seconds": written.seconds,
        "valid_from": _instant(written.from_),
        "valid_until": _instant(written.until),
    }
    if written.link:
        short = f"{town.address}/{written.link}"
        values["link"] = {"url": f"https://{short}", "short": short}
    card = _convert(values, Card, written.id)
    return SampleCard(card=card, draft=written.state == "draft", drawing=written.drawing, code=written.code)


def _instant(when: Any) -> Any:
    """A day alone means its first moment. What is neither is left for the card's own types to refuse."""
    if isinstance(when, date) and not isinstance(when, datetime):
        return datetime.combine(when, time(), ZONE)
    return when


def _bytes(name: str) -> bytes:
    return files("assets").joinpath("demo", name).read_bytes()


def _convert(value: Any, type_: type[Value], where: str) -> Value:
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        raise SampleError(f"{where}: {error}", where=f"{where}: {error}") from error
