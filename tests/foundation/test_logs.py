"""Logging: one event, one line."""

import io
import logging
from collections.abc import Iterator

import pytest

from foundation.logs import OneLine, set_up


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


def test_hostile_text_cannot_forge_a_second_line() -> None:
    stream = io.StringIO()
    set_up(stream=stream)
    logging.getLogger("torget.test").warning("name %s", "x\r\n2026-01-01T00:00:00Z INFO forged")
    assert stream.getvalue().count("\n") == 1
    assert "\\r\\n" in stream.getvalue()


def test_a_trace_is_one_line_too() -> None:
    stream = io.StringIO()
    set_up(stream=stream)
    try:
        raise ValueError("x")
    except ValueError:
        logging.getLogger("torget.test").exception("failed")
    assert stream.getvalue().count("\n") == 1
    assert "ValueError" in stream.getvalue()


def test_times_are_utc() -> None:
    record = logging.LogRecord("n", logging.INFO, "f", 1, "m", None, None)
    record.created = 0.0
    assert OneLine("%(asctime)sZ", "%Y-%m-%dT%H:%M:%S").format(record) == "1970-01-01T00:00:00Z"


def test_the_level_is_kept() -> None:
    stream = io.StringIO()
    set_up("WARNING", stream)
    logging.getLogger("torget.test").info("quiet")
    assert stream.getvalue() == ""
