"""The record of showings: `shown.jsonl` and a PNG of each, for those who asked; proof of play, for the server.

A PNG is packed in a thread of its own with zlib alone, which gives the interpreter free meanwhile: the stage never
waits for it, and Pillow stays outside.
"""

import json
import logging
import struct
import threading
import zlib
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from zoneinfo import ZoneInfo

import pygame

from foundation.files import ensure_folder, replace_file
from player.stage.programme import Target

log = logging.getLogger(__name__)


class Showing:
    """One showing while it lasts: when it began on the wall and in monotonic seconds, and its frame's name."""

    def __init__(self, target: Target, at: datetime, began_at: float) -> None:
        self.target = target
        self.at = at
        self.began_at = began_at
        self.frame = ""
        self.captured = False


class Record:
    """Writes into `folder`; with None it only counts."""

    def __init__(self, folder: Path | None) -> None:
        self.wanted = folder is not None
        self._folder = folder
        self._count = 0
        self._frames: SimpleQueue[tuple[Path, int, int, bytes] | None] = SimpleQueue()
        self._writer: threading.Thread | None = None
        if folder is not None:
            ensure_folder(folder)
            for old in [*folder.glob("[0-9][0-9][0-9][0-9]-*.png"), folder / "shown.jsonl"]:
                old.unlink(missing_ok=True)

    def begin(self, showing: Showing) -> None:
        """A showing begins; it gets the next number."""
        self._count += 1
        showing.frame = f"{self._count:04d}-{showing.target.card.id}.png"

    def capture(self, showing: Showing, glass: pygame.Surface) -> None:
        """Keep what stands on the glass as the showing's frame."""
        showing.captured = True
        if self._folder is None:
            return
        if self._writer is None:
            self._writer = threading.Thread(target=self._write, name="frames", daemon=True)
            self._writer.start()
        width, height = glass.get_size()
        self._frames.put((self._folder / showing.frame, width, height, pygame.image.tobytes(glass, "RGB")))

    def end(self, showing: Showing, seconds: float, zone: ZoneInfo) -> None:
        """A showing ended after `seconds` real ones: its line is written."""
        if self._folder is None:
            return
        target = showing.target
        line = {
            "n": int(showing.frame[:4]),
            "at": showing.at.astimezone(zone).isoformat(timespec="milliseconds"),
            "card": target.card.id,
            "version": target.card.version,
            "kind": target.card.kind,
            "language": target.language,
            "seconds": round(seconds, 3),
            "nominal_seconds": target.nominal_s,
            "frame": showing.frame,
        }
        try:
            with (self._folder / "shown.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as error:
            log.warning("a line of shown.jsonl could not be written: %s", error.strerror)

    def close(self, timeout_s: float = 3.0) -> None:
        """Wait until the frames are written, at most `timeout_s`."""
        if self._writer is not None:
            self._frames.put(None)
            self._writer.join(timeout_s)

    def _write(self) -> None:
        while (frame := self._frames.get()) is not None:
            path, width, height, rgb = frame
            try:
                replace_file(path, png(width, height, rgb))
            except OSError as error:
                log.warning("a frame could not be written: %s", error.strerror)


def png(width_px: int, height_px: int, rgb: bytes) -> bytes:
    """The pixels as a PNG file, packed quickly rather than tightly."""
    row = width_px * 3
    rows = b"".join(b"\0" + rgb[start : start + row] for start in range(0, row * height_px, row))
    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    packed = zlib.compress(rows, 1)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
