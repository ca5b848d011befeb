"""Entry of the player: `./torget player`, `python -m player`. The process is the stage; it starts its own children."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from foundation import logs
from foundation.errors import TorgetError
from player.clock import load_clock
from player.folder import Folder
from player.notify import from_environment
from player.options import read
from player.settings import Settings
from player.stage.loop import Stage
from player.stage.record import Record
from player.stage.window import Window

log = logging.getLogger("player")


INTERRUPTED = 130


def run(settings: Settings) -> bool:
    """Play until asked to stop; tells whether that was by Ctrl-C.

    Raises NoDisplayError, SecondPlayerError, FolderNotWritableError.
    """
    notifier = from_environment()
    folder = Folder(Path(settings.data.folder))
    folder.make()
    folder.lock()
    swept = folder.sweep()
    if swept:
        log.info("cleared away %d files that were left half written", swept)
    stage = settings.stage
    record = Record(Path(stage.frames) if stage.frames else None)
    window = Window(stage.window, stage.renderer, settings.size_px)
    player = Stage(settings, folder, load_clock(folder.clock), window, record)
    player.run(notifier)
    return player.interrupted


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it was asked to stop or `--minutes` were over, 1 with a sentence when it cannot play, 130 after Ctrl-C."""
    try:
        settings = read(sys.argv[1:] if argv is None else argv)
        logs.set_up(settings.log.level)
        return INTERRUPTED if run(settings) else 0
    except TorgetError as error:
        print(error.sentence(), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
