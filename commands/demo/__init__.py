"""`torget demo`: a sample municipality on this machine, with the real server and a real player.

What it makes is kept, so that a second start is quick and shows what the visitor did. The demo itself only prepares,
starts, pairs and stops; everything that a visitor sees is done by the two processes.
"""

from collections.abc import Sequence

from commands.demo.options import read
from commands.demo.sample import read_town


def main(arguments: Sequence[str]) -> int:
    """Run the demo until it is stopped or its minutes are over."""
    town = read_town()
    options = read(arguments, [screen.id for screen in town.screens])
    from commands.demo.run import run  # after the command line, so that --help comes at once

    return run(options, town)
