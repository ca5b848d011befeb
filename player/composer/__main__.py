"""Entry of the composer process: `python -m player.composer`, started by the stage and by nobody else."""

import argparse
import contextlib
import logging
import os
import select
import sys
from pathlib import Path

import msgspec

from cards.render_id import render_id
from foundation import logs
from player import kept
from player.composer.work import PictureMissingError, Workshop
from player.folder import Folder
from player.lifeline import die_with_parent, say, stop_on_signal
from player.messages import Compose, Composed, Decoder, Hello, Keep, NotComposed, Rotten, ToComposer

log = logging.getLogger("player.composer")

IDLE_S = 20.0
NICE = 10
"""Drawing may take longer; a frame of a fade may not."""


def serve(workshop: Workshop, folder: Folder) -> None:
    """Draw what is asked for until the stage is gone or has been silent for IDLE_S."""
    decoder = Decoder(ToComposer)
    keep: frozenset[str] = frozenset()
    while select.select([0], [], [], IDLE_S)[0]:
        data = os.read(0, 65536)
        if not data:
            return
        for message in decoder.feed(data):
            if isinstance(message, Keep):
                keep = frozenset(message.keys)
            elif isinstance(message, Compose):
                say(answer(workshop, message))
                kept.evict(folder.kept, keep | {message.key})


def answer(workshop: Workshop, wanted: Compose) -> msgspec.Struct:
    """Draw one card and tell how it went. One card that cannot be drawn must not end the drawing of the others."""
    try:
        lacking = workshop.draw(wanted)
    except PictureMissingError:
        say(Rotten(workshop.lacking(wanted)))
        return NotComposed(wanted.key, "a picture is missing")
    except Exception as error:
        log.exception("card %s cannot be drawn", wanted.card.id)
        return NotComposed(wanted.key, type(error).__name__)
    if lacking:
        say(Rotten(lacking))
    return Composed(wanted.key)


def main() -> None:
    """Read the arguments that the stage gives, and serve."""
    die_with_parent()
    stop_on_signal()
    with contextlib.suppress(OSError):
        os.nice(NICE)
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--log-level", default="INFO")
    options = parser.parse_args()
    logs.set_up(options.log_level)
    folder = Folder(options.data)
    say(Hello(render_id()))
    serve(Workshop(folder), folder)
    sys.stderr.flush()
    os._exit(0)  # the interpreter's own end takes longer than all that is left to do


if __name__ == "__main__":
    main()
