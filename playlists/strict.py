"""Strict decoding of bytes that crossed the network.

msgspec is strict about types, yet takes the last of two equal keys and lets a RecursionError through. Both are closed
here, with NaN, numbers of absurd length, bytes that are not UTF-8, and times that lack a zone where they need one.
"""

import json
from datetime import date, datetime, time
from typing import Any, TypeVar

import msgspec

from playlists.errors import UndecodableError

Shape = TypeVar("Shape")

DIGITS_AT_MOST = 20
"""An integer of more digits than this is no number that we ever write."""


def decode(data: bytes, shape: type[Shape]) -> Shape:
    """Decode the JSON text `data` as `shape`.

    Raises UndecodableError, and nothing else, for whatever is not exactly one well-formed value of that shape.
    """
    try:
        json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_single_keys,
            parse_int=_plain_int,
            parse_constant=_no_constant,
        )
        value = msgspec.json.decode(data, type=shape)
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        # The message may quote hostile text: only its kind goes on.
        raise UndecodableError(f"not decodable as {shape.__name__}: {type(error).__name__}") from error
    return value


def check_times(value: object) -> None:
    """Walk `value` and refuse points in time without a zone and hours of the day with one.

    Raises UndecodableError. Everything that compares times may then do so without a fear of mixed kinds.
    """
    _walk(msgspec.to_builtins(value, builtin_types=(datetime, date, time)))


def _walk(value: Any) -> None:
    if isinstance(value, dict):
        for inner in value.values():
            _walk(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _walk(inner)
    elif isinstance(value, datetime):
        if value.utcoffset() is None:
            raise UndecodableError("a point in time has no zone")
    elif isinstance(value, time) and value.tzinfo is not None:
        raise UndecodableError("an hour of the day has a zone")


def _single_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _plain_int(digits: str) -> int:
    if len(digits) > DIGITS_AT_MOST:
        raise ValueError("a number is absurdly long")
    return int(digits)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")
