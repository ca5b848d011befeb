"""`torget keys`: make the root key, which is kept offline, and the publishing key, which the server signs with."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from server.publishing.keys import LIST_FILE, PUBLISHING_FILE, ROOT_FILE, ROOT_PUBLIC_FILE, make_keys


def main(arguments: Sequence[str]) -> int:
    """Make both keys and the first key list; existing ones are never replaced."""
    parser = argparse.ArgumentParser(
        prog="torget keys",
        description="Make the root key and the publishing key of a municipality. Existing keys are never replaced.",
        allow_abbrev=False,
    )
    parser.add_argument("--offline", type=Path, required=True, metavar="DIR", help="for the root key, e.g. a USB stick")
    parser.add_argument(
        "--online", type=Path, required=True, metavar="DIR", help="for what the server needs (keys.folder)"
    )
    parser.add_argument(
        "--municipality", default="alvdala", metavar="ID", help="the id in the server's settings (default alvdala)"
    )
    options = parser.parse_args(arguments)
    make_keys(options.offline, options.online, options.municipality)
    print(f"Root key: {options.offline / ROOT_FILE}. Keep it on paper or on a USB stick, never on the server.")
    print(f"For the server, in {options.online}: {PUBLISHING_FILE}, {LIST_FILE}, {ROOT_PUBLIC_FILE}.")
    return 0
