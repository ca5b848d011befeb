"""`torget bench [NAME ...] [--json FILE]`: run measurements and print their figures with the machine they stem from.

Each bench runs in a process of its own, so that one cannot warm, slow or break the next.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from commands.bench.figures import Figure
from commands.bench.machine import describe
from foundation.errors import N_, TorgetError
from foundation.files import replace_file

FOLDER = Path(__file__).parents[2] / "tests" / "bench"


class UnknownBenchError(TorgetError):
    say = N_("There is no bench “{name}”. There are: {known}.")


def main(arguments: Sequence[str]) -> int:
    """Run the benches named (all of them without a name); 1 if one failed or missed its aim."""
    known = {path.stem.removeprefix("bench_"): path for path in sorted(FOLDER.glob("**/bench_*.py"))}
    parser = argparse.ArgumentParser(prog="torget bench", description="Measure what docs/performance.md promises.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(known) or 'none here'}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in known:
            raise UnknownBenchError(name, name=name, known=", ".join(known))
    machine = describe()
    print(f"Measured on {machine}\n")
    figures: dict[str, list[Figure]] = {}
    failed = False
    for name in options.names or known:
        print(f"{name} ...", file=sys.stderr, flush=True)
        found = _run(known[name])
        failed |= found is None or any(figure.met() is False for figure in found)
        figures[name] = found or []
        print(_table(name, found), flush=True)
    if options.json:
        written = {"machine": machine, "figures": msgspec.to_builtins(figures)}
        replace_file(options.json.absolute(), json.dumps(written, indent=1, ensure_ascii=False).encode() + b"\n")
    return int(failed)


def _run(path: Path) -> list[Figure] | None:
    """The figures of one bench, or None if it failed; its trace has then gone to standard error."""
    done = subprocess.run([sys.executable, "-P", "-m", "commands.bench.one", str(path)], stdout=subprocess.PIPE)
    if done.returncode:
        return None
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=list[Figure])


def _table(name: str, figures: list[Figure] | None) -> str:
    if figures is None:
        return f"{name}: FAILED\n"
    lines = [f"{name}:"]
    for figure in figures:
        met = figure.met()
        verdict = "" if met is None else ("  ok" if met else "  MISSED")
        aim = f"  (aim {figure.aim})" if figure.aim else ""
        note = f"  {figure.note}" if figure.note else ""
        lines.append(f"  {figure.name}: {figure.value:.4g} {figure.unit}{aim}{verdict}{note}")
    return "\n".join(lines) + "\n"
