"""`torget player`: run a player. Everything is its own; this only hands over."""

from collections.abc import Sequence

from player.__main__ import main as run


def main(arguments: Sequence[str]) -> int:
    """Run the player with its own options until it stops; returns its exit code."""
    return run(arguments)
