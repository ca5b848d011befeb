"""QR codes: error correction M, a quiet zone of four modules, modules of whole pixels."""

from functools import lru_cache

import qrcode
from PIL import Image

from cards.colours import RGB

QUIET = 4


@lru_cache(maxsize=64)
def _matrix(url: str) -> tuple[tuple[bool, ...], ...]:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, box_size=1)
    code.add_data(url, optimize=0)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.get_matrix())


def modules(url: str) -> int:
    """How many modules the code has along its side, without its quiet zone."""
    return len(_matrix(url))


def module_px(url: str, side_px: float) -> int:
    """The size of a module that makes the code (without its quiet zone) at least `side_px` wide."""
    count = modules(url)
    return max(2, -(-round(side_px) // count))


def panel_px(url: str, side_px: float) -> int:
    """How wide the code is with its quiet zone, when the code itself is at least `side_px`."""
    return (modules(url) + 2 * QUIET) * module_px(url, side_px)


@lru_cache(maxsize=16)
def drawn(url: str, side_px: float, dark: RGB, light: RGB) -> Image.Image:
    """The code with its quiet zone, RGB."""
    rows = _matrix(url)
    count = len(rows) + 2 * QUIET
    small = Image.new("RGB", (count, count), light)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell:
                small.putpixel((x + QUIET, y + QUIET), dark)
    module = module_px(url, side_px)
    return small.resize((count * module, count * module), Image.Resampling.NEAREST)
