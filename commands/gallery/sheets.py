"""Contact sheets: twelve pictures on one, each with its name under it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from cards.fonts import font

EACH: Final = 12
_COLUMNS: Final = 4
_CELL: Final = (480, 300)
_CAPTION_PX: Final = 30
_GAP: Final = 12


def contact_sheets(folder: Path, files: list[str]) -> Iterator[bytes]:
    """The sheets as PNG, in order, of the pictures `files` in `folder`."""
    for start in range(0, len(files), EACH):
        yield _sheet(folder, files[start : start + EACH])


def _sheet(folder: Path, files: list[str]) -> bytes:
    wide, high = _CELL
    rows = -(-len(files) // _COLUMNS)
    size = (_GAP + _COLUMNS * (wide + _GAP), _GAP + rows * (high + _CAPTION_PX + _GAP))
    sheet = Image.new("RGB", size, "#E4E1DA")
    pen, small = ImageDraw.Draw(sheet), font("text", 400, 18)
    for index, file in enumerate(files):
        left = _GAP + index % _COLUMNS * (wide + _GAP)
        top = _GAP + index // _COLUMNS * (high + _CAPTION_PX + _GAP)
        with Image.open(folder / file) as picture:
            picture.thumbnail((wide, high), Image.Resampling.LANCZOS, reducing_gap=3.0)
            place = (left + (wide - picture.width) // 2, top + (high - picture.height) // 2)
            sheet.paste(picture.convert("RGB"), place)
        pen.text((left, top + high + 4), file.removesuffix(".png"), fill="#26221C", font=small)
    data = io.BytesIO()
    sheet.save(data, "PNG")
    return data.getvalue()
