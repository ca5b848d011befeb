"""The parent's side of confinement: run a script of ours as a child that looks at foreign bytes, and bound it.

The child gets one line of JSON and the bytes on its standard input, an empty environment and an empty folder of its
own; what it writes is its answer, which the caller believes as little as the bytes. `foundation.confine` is what the
child does to itself.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from foundation.errors import TorgetError


class ChildFailedError(TorgetError):
    """The child took too long, or ended in a way that is no answer. Callers say in their own words what that means."""


def ask_child(script: Path, order: Mapping[str, object], data: bytes, wall_s: float) -> bytes:
    """What `script` answers to `order` and `data` within `wall_s` seconds. Raises ChildFailedError."""
    told = json.dumps(order).encode() + b"\n" + data
    with tempfile.TemporaryDirectory(prefix=f"torget-{script.stem}-") as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-B", str(script)],
                input=told,
                capture_output=True,
                cwd=folder,
                env={},
                timeout=wall_s,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ChildFailedError(f"{script.stem} took too long") from error
    if done.returncode != 0:
        raise ChildFailedError(f"{script.stem} ended with {done.returncode}")
    return done.stdout
