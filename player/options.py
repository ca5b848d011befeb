"""The command line of `./torget player`, laid over the settings file and the environment."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from foundation.settings import find_file, load_settings
from player.settings import Settings


def parser() -> argparse.ArgumentParser:
    """The options, with help for each."""
    made = argparse.ArgumentParser(
        prog="torget player",
        description="Run a player: it shows what its server publishes, and plays on without one.",
        allow_abbrev=False,
    )
    made.add_argument("--server", metavar="URL", help="address of the server, https://…")
    made.add_argument("--data", metavar="DIR", help="where the player keeps its cards (default .torget/player)")
    made.add_argument("--config", metavar="FILE", type=Path, help="settings file (default torget.toml here or in DIR)")
    made.add_argument("--minutes", metavar="N", type=float, help="stop N minutes after the first card (default: never)")
    made.add_argument("--frames", metavar="DIR", help="keep a PNG of each showing, and shown.jsonl, in DIR")
    made.add_argument("--speed", metavar="X", type=float, help="divide how long cards stand by X (default 1)")
    made.add_argument("--size", metavar="WxH", help="size of the stage in pixels (default 1920x1080)")
    where = made.add_mutually_exclusive_group()
    where.add_argument("--no-window", action="store_const", const="none", dest="window", help="draw off-screen")
    where.add_argument("--window", action="store_const", const="window", dest="window", help="insist on a window")
    where.add_argument("--fullscreen", action="store_const", const="fullscreen", dest="window", help="fill the display")
    return made


def read(argv: Sequence[str]) -> Settings:
    """The settings that hold. Raises SettingsError; ends with status 2 for a wrong use of the command line."""
    given = parser().parse_args(argv)
    folders = [Path.cwd()] + ([Path(given.data)] if given.data else [])
    return load_settings(
        Settings,
        find_file(given.config, folders),
        command_line={
            ("server", "url"): given.server,
            ("data", "folder"): given.data,
            ("stage", "minutes"): given.minutes,
            ("stage", "frames"): given.frames,
            ("stage", "speed"): given.speed,
            ("stage", "size"): given.size,
            ("stage", "window"): given.window,
        },
    )
