"""The command line of `torget demo`."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

CHECKOUT = Path(__file__).parents[2]
HOME = CHECKOUT if (CHECKOUT / "setup.cfg").exists() else Path.cwd()
"""Where `.torget` lies: in the checkout, or where one stands when Torget came as an installed package."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for. `minutes` None is until stopped; `size_px` None is the sample screen's own."""

    minutes: float | None
    frames: Path | None
    speed: float
    size_px: tuple[int, int] | None
    screen: str
    host: str
    port: int
    url: str
    data: Path
    window: str
    """`auto`, `none` or `fullscreen`."""


def read(arguments: Sequence[str], screens: Sequence[str]) -> Options:
    """The options in `arguments`, where `screens` are the sample's. Ends the program for wrong use and for --help."""
    given = parser(screens).parse_args(arguments)
    return Options(
        minutes=given.minutes,
        frames=given.frames.absolute() if given.frames else None,
        speed=given.speed,
        size_px=given.size,
        screen=given.screen,
        host=given.host,
        port=given.port,
        url=(given.url or "").rstrip("/"),
        data=given.data.absolute(),
        window=given.window,
    )


def parser(screens: Sequence[str]) -> argparse.ArgumentParser:
    """The options of `torget demo`, with help for each."""
    made = argparse.ArgumentParser(
        prog="torget demo",
        description="Start a sample municipality: the real server, and a real player that pairs with it.",
        allow_abbrev=False,
    )
    made.add_argument(
        "--minutes", type=_positive, metavar="N", help="stop N minutes after the first card (default: until stopped)"
    )
    made.add_argument("--frames", type=Path, metavar="DIR", help="keep a PNG of each showing, and shown.jsonl, in DIR")
    made.add_argument(
        "--speed", type=_positive, metavar="X", default=1.0, help="divide how long cards stand by X (default 1)"
    )
    made.add_argument(
        "--size", type=_size, metavar="WxH", help="the stage's pixels (default 1920x1080, as the screen hangs)"
    )
    made.add_argument(
        "--screen",
        choices=screens,
        default="bib-entre",
        metavar="ID",
        help=f"which screen the player is: {', '.join(screens)} (default bib-entre)",
    )
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    made.add_argument("--port", type=_port, default=8080, help="port to listen on; 0 takes a free one (default 8080)")
    made.add_argument("--url", type=_url, help="base of links and QR codes (default http://localhost:PORT)")
    made.add_argument(
        "--data", type=Path, metavar="DIR", default=HOME / ".torget" / "demo", help="where everything is kept"
    )
    where = made.add_mutually_exclusive_group()
    where.add_argument("--no-window", action="store_const", const="none", dest="window", help="draw off-screen")
    where.add_argument(
        "--fullscreen",
        action="store_const",
        const="fullscreen",
        dest="window",
        help="fill the display (default: a window)",
    )
    made.set_defaults(window="auto")
    return made


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number above 0")
    return number


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port (0 to 65535)")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{2,3})x([1-9]\d{2,3})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1920x1080")
    return int(found[1]), int(found[2])


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^/\s?#@]+/?", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not an address such as https://torget.example")
    return text
