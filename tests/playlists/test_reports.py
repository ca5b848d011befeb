"""Reports are typed and bounded: a stolen token sends nothing else."""

from typing import Any

import msgspec
import pytest

from playlists.reports import PLAYS_AT_MOST, Report

PLAY = {"card": "c08", "version": 3, "language": "sv", "at": "2026-11-26T14:32:05+01:00", "seconds": 14.2}
HEARTBEAT = {"at": "2026-11-26T14:32:05+01:00", "version": "0.1.0", "render_id": "abc", "number": 4}


def report(**fields: Any) -> bytes:
    return msgspec.json.encode({"boot": "0" * 32, "sequence": 1, "heartbeat": HEARTBEAT, "plays": [PLAY], **fields})


def test_an_honest_report_is_read() -> None:
    read = msgspec.json.decode(report(), type=Report)
    assert read.plays[0].seconds == 14.2
    assert msgspec.json.decode(msgspec.json.encode(read), type=Report) == read


@pytest.mark.parametrize(
    "fields",
    [
        {"boot": "x"},
        {"sequence": -1},
        {"sequence": 2**53},
        {"plays": [PLAY] * (PLAYS_AT_MOST + 1)},
        {"plays": [{**PLAY, "card": "../x"}]},
        {"plays": [{**PLAY, "at": "2026-11-26T14:32:05"}]},
        {"plays": [{**PLAY, "seconds": -1}]},
        {"plays": [{**PLAY, "seconds": 1e9}]},
        {"plays": [{**PLAY, "language": "sv\nroot"}]},
        {"heartbeat": {**HEARTBEAT, "version": "x" * 101}},
        {"heartbeat": {**HEARTBEAT, "refused": {"code": "<b>", "at": HEARTBEAT["at"]}}},
        {"heartbeat": {**HEARTBEAT, "unknown": 1}},
        {"unknown": 1},
    ],
)
def test_anything_else_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(report(**fields), type=Report)
