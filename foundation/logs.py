"""How the house logs: one line an event, UTC, newlines escaped, no personal data.

Modules take `logging.getLogger(__name__)` and log edges, not steady states. Only a command calls `set_up`.
"""

import logging
import sys
import time
from typing import TextIO


class OneLine(logging.Formatter):
    """A formatter whose every event is one line, so that hostile text cannot forge a second one."""

    def __init__(self, pattern: str, date_pattern: str) -> None:
        super().__init__(pattern, date_pattern)
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """The event as one line; a trace's lines are joined with a visible sign."""
        return super().format(record).replace("\r", "\\r").replace("\n", "\\n")


def set_up(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send all events from `level` up to `stream` (standard error by default). Called once, by a command."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(OneLine("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
