"""The child that makes pixels of a logo's drawing: `resvg`, confined, for one SVG from outside.

It gets one line of JSON ({"height": pixels}) and the SVG, and answers the PNG, or nothing when it is no drawing. Text
in a logo is not set: a logo's letters are outlines, and the machine's fonts would be other ones.
"""

import json
import os
import sys
from pathlib import Path

import resvg_py

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run isolated, as a script

from foundation.confine import confine

MEMORY_BYTES = 600_000_000
CPU_S = 10


def main() -> None:
    """Answer one order."""
    order = json.loads(sys.stdin.buffer.readline(4096))
    text = sys.stdin.buffer.read()
    confine(MEMORY_BYTES, CPU_S)  # no file can be opened any more, whatever the drawing names
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=text.decode("utf-8"), height=int(order["height"]), skip_system_fonts=True
        )
    except Exception:  # a drawing that breaks the renderer is refused, whatever it raised
        made = b""
    sys.stdout.buffer.write(bytes(made))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
    os._exit(0)
