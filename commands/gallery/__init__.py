"""`torget gallery DIR [--full]`: draw every kind of card in every shape, so that people can look.

By default a pairwise cover: every kind meets every shape, theme and language, and each of those meets the others; with
the other looks of the kinds (a cancelled event, a work that is late) at most 400 pictures. `--full` draws the whole
product. A set of hard cards follows, contact sheets of twelve, and an `index.html` that filters. The moment is fixed,
so that two galleries can be compared picture by picture.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from commands.gallery.cover import MOST, combinations, pairwise
from commands.gallery.drawing import NOW, Drawn, draw_all, looks, planned
from commands.gallery.page import index_page
from commands.gallery.sheets import contact_sheets
from commands.gallery.torture import hard_cards
from foundation.errors import N_, TorgetError
from foundation.files import replace_file


class GalleryFolderError(TorgetError):
    """The folder cannot hold a gallery."""

    say = N_("The gallery cannot be drawn into {folder}: {reason}.")


def main(arguments: Sequence[str]) -> int:
    """Draw the gallery; 1 when a card that must be drawable was not."""
    parser = argparse.ArgumentParser(prog="torget gallery", description="Draw every kind of card into a folder.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go; made when it is not there")
    parser.add_argument("--full", action="store_true", help="every kind in every shape, theme and language")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GalleryFolderError(folder=folder, reason=error.strerror) from error
    every = combinations(NOW)
    others = looks()
    wanted = every if options.full else pairwise(every, MOST - len(others))
    tasks = [*(planned(each) for each in wanted), *others, *hard_cards()]
    print(f"Drawing {len(tasks)} pictures into {folder} ...")
    drawn: list[Drawn] = []
    for each in draw_all(tasks):
        if each.png:
            _write(folder / each.file, each.png)
        drawn.append(each._replace(png=b""))
        if sys.stdout.isatty():
            print(f"\r{len(drawn)} of {len(tasks)}", end="", flush=True)
    sheets = _write_sheets(folder, [each.file for each in drawn if not each.refusal])
    _write(folder / "index.html", index_page(drawn).encode())
    return _report(folder, drawn, sheets)


def _write(path: Path, data: bytes) -> None:
    try:
        replace_file(path.absolute(), data)
    except OSError as error:
        raise GalleryFolderError(folder=path.parent, reason=error.strerror) from error


def _write_sheets(folder: Path, files: list[str]) -> int:
    """Write the contact sheets, and take away those of an earlier, larger gallery."""
    count = 0
    for count, data in enumerate(contact_sheets(folder, files), start=1):
        _write(folder / f"sheet-{count:02d}.png", data)
    for old in folder.glob("sheet-*.png"):
        number = old.stem.removeprefix("sheet-")
        if number.isdigit() and int(number) > count:
            old.unlink()
    return count


def _report(folder: Path, drawn: list[Drawn], sheets: int) -> int:
    refused = [each for each in drawn if each.refusal]
    for each in refused:
        print(f"not drawn: {each.file}: {each.refusal}")
    print(f"\r{len(drawn) - len(refused)} pictures and {sheets} contact sheets; open {folder / 'index.html'}")
    return int(any(not each.hard for each in refused))
