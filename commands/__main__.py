"""Torget: digital signage for the meeting places of a municipality.

Usage: ./torget COMMAND [OPTIONS]        ./torget COMMAND --help tells more.

  demo      a sample municipality: the real server and a real player, in one go
  server    run the server
  player    run a player on this machine's display
  test      run the fast tests; --all runs everything
  gallery   draw every kind of card into a folder
  bench     measure what docs/performance.md promises
  keys      make the root key and the publishing key

Exit codes: 0 done, 1 failed (one sentence says why), 2 wrong use, 130 after Ctrl-C.
"""

import importlib
import sys
from collections.abc import Sequence

from foundation.errors import TorgetError

MODULES = {
    "demo": "commands.demo",
    "server": "commands.server",
    "player": "commands.player",
    "test": "commands.testing",
    "gallery": "commands.gallery",
    "bench": "commands.bench",
    "keys": "commands.keys",
}
"""Where each command lives. Only the one that is asked for is imported: the player must start fast."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Errors made on purpose become one sentence on standard error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0 if words else 2
    if words[0] not in MODULES:
        print(f"torget: there is no command “{words[0]}”; torget --help lists them.", file=sys.stderr)
        return 2
    try:
        return int(importlib.import_module(MODULES[words[0]]).main(words[1:]))
    except TorgetError as error:
        print(f"torget: {error.sentence()}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
