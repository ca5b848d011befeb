"""`torget test [PATTERN] [--all]`: run the tests; the last line is pytest's.

Without an argument only the fast ones run. A PATTERN (a path, or words as pytest's -k takes them) picks among all and
stops at the first failure. `--all` runs everything and skips nothing: what the machine lacks is said before the
start, and a test that skips itself counts as failed.
"""

import argparse
import ctypes
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from foundation.errors import N_, TorgetError

CHECKOUT = Path(__file__).parents[2]
FAST = "not slow and not browser and not faults"

PROGRAMS = {  # what the whole suite calls: the program, and Debian's package that brings it
    "chromium": "chromium",
    "Xvfb": "xvfb",
    "nginx": "nginx-light",
    "wrk": "wrk",
    "strace": "strace",
    "systemd-analyze": "systemd",
    "git": "git",
}


class NoTestsError(TorgetError):
    say = N_("There are no tests in {folder}: they come with a checkout, not with an installed package.")


class MissingPartsError(TorgetError):
    say = N_("The whole suite needs what this machine lacks. Run: sudo apt install {packages}")


class RootError(TorgetError):
    say = N_("Root passes every permission test and Chromium refuses it. Run --all as another user, or run .ci/run.")


def main(arguments: Sequence[str]) -> int:
    """Run pytest as asked; returns its exit code."""
    parser = argparse.ArgumentParser(prog="torget test", description="Run the tests.")
    parser.add_argument("pattern", nargs="?", metavar="PATTERN", help="a path, or words as pytest's -k takes them")
    parser.add_argument("--all", action="store_true", help="run everything: slow tests, browser, faults")
    options = parser.parse_args(arguments)
    if not (CHECKOUT / "tests").is_dir():
        raise NoTestsError(f"no tests in {CHECKOUT}", folder=str(CHECKOUT))
    if options.all:
        check_machine()
    os.chdir(CHECKOUT)
    return _pytest(pytest_words(options.pattern, everything=options.all))


def pytest_words(pattern: str | None, *, everything: bool) -> list[str]:
    """What pytest is told."""
    words = ["-q"]
    if everything:
        words += ["-p", "commands.testing.noskip"]
    elif pattern is None:
        words += ["-m", FAST, "-n", "auto"]  # on all cores; what measures or starts processes runs alone, under --all
    if pattern is not None:
        is_path = (CHECKOUT / pattern.split("::")[0]).exists()
        words += ["-x", *([pattern] if is_path else ["-k", pattern])]
    return words


def check_machine() -> None:
    """Raise RootError or MissingPartsError where the whole suite cannot run."""
    if os.geteuid() == 0:
        raise RootError("the whole suite as root")
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program, path=path) is None]
    try:
        ctypes.CDLL("libfribidi.so.0")
    except OSError:
        missing.append("libfribidi0")
    if missing:
        raise MissingPartsError(f"missing {missing}", packages=" ".join(missing))


def _pytest(words: list[str]) -> int:
    import pytest  # a development package: the other commands never need it

    sys.stdout.flush()
    return int(pytest.main(words))
