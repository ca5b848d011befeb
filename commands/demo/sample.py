"""The sample municipality as values: what `assets/demo` says, counted from a start.

Nothing here writes. Unknown words in the files are refused, so that a slip of the pen is found by a test.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
import yaml

from cards.model import Card, Language, Text
from commands.demo.dates import ZONE, RelativeDates, SampleError, read_yaml
from playlists.model import Daypart
from playlists.starter import Starter

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
    dayparts: tuple[Daypart, ...] = ()
    seconds: float | None = None


class SamplePlaylist(msgspec.Struct, frozen=True, kw_only=True):
    """An ordered list of cards, when it plays, and the screens that it plays on."""

    id: str
    name: str
    screens: tuple[str, ...]
    entries: tuple[SampleEntry, ...]
    dayparts: tuple[Daypart, ...] = ()


class _WrittenPlaylist(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A playlist as the file writes it: with its entries, or with a starter and the cards that fill it."""

    id: str
    name: str
    screens: tuple[str, ...]
    entries: tuple[SampleEntry, ...] = ()
    starter: str = ""
    cards: tuple[str, ...] = ()


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


def read_playlists(cards: Sequence[SampleCard]) -> tuple[SamplePlaylist, ...]:
    """What plays where, of `cards`. Raises SampleError."""
    kinds = {sample.card.id: sample.card.kind for sample in cards}
    plain = RelativeDates(datetime.now(ZONE))
    written = _convert(read_yaml(_bytes("playlists.yaml"), plain), list[_WrittenPlaylist], "playlists.yaml")
    found: list[SamplePlaylist] = []
    for one in written:
        if one.starter:
            found.extend(_from_starter(one, kinds))
        else:
            found.append(SamplePlaylist(id=one.id, name=one.name, screens=one.screens, entries=one.entries))
    if unknown := {entry.card for playlist in found for entry in playlist.entries} - set(kinds):
        raise SampleError(f"playlists name unknown cards {unknown}", where=", ".join(sorted(unknown)))
    return tuple(found)


def _from_starter(written: _WrittenPlaylist, kinds: Mapping[str, str]) -> Iterator[SamplePlaylist]:
    """A starter's playlists, named after the place, their entries filled with the place's cards of each kind."""
    data = files("playlists").joinpath("starters", f"{written.starter}.yaml").read_bytes()
    starter = _convert(yaml.safe_load(data), Starter, written.starter)
    for number, playlist in enumerate(starter.playlists):
        when = playlist.name.partition(", ")[2]
        yield SamplePlaylist(
            id=f"{written.id}-{number + 1}",
            name=f"{written.name}, {when}" if when else written.name,
            screens=written.screens,
            dayparts=playlist.dayparts,
            entries=tuple(
                SampleEntry(card=card, times=entry.times, every=entry.every, dayparts=entry.dayparts)
                for entry in playlist.entries
                for card in [card for card in written.cards if kinds.get(card) == entry.kind][: entry.most]
            ),
        )


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
