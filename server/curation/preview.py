"""The card drawn beside the form: lying, standing, and as far away as the farthest chosen screen hangs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from cards.alt import alt_text
from cards.checks import check
from cards.model import Card, Municipality, Screen
from cards.themes import worn
from playlists.durations import seconds
from server.curation import drawing
from server.curation.dates import Fault, read_day
from server.curation.fields import Desk, Values
from server.intake.findings import Finding, Repair
from server.media import emoji
from server.screens.naming import called

LARGE_PX = 1312
PORTRAIT_PX = 604


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One drawing: `src` for the img, the size it is shown at where that matters, and the screen it is drawn for."""

    src: str
    screen: Screen
    width_px: int = 0
    height_px: int = 0


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands in the column beside the form."""

    lying: View
    standing: View
    far: View
    alt: str
    seconds: int
    stand_ins: bool
    """Whether something the writer has not said yet is drawn with a stand-in."""


def preview(
    card: Card,
    screens: Sequence[Screen],
    municipality: Municipality,
    desk: Desk,
    values: Values,
    pictures: Mapping[str, bytes],
) -> Preview:
    """Draw `card` for the chosen `screens`."""
    lying, standing = drawing.lying(screens, municipality), drawing.standing(screens, municipality)
    far = drawing.farthest(screens) or lying
    width, height = drawing.seen_px(far)
    return Preview(
        lying=_view(card, lying, desk, pictures, LARGE_PX),
        standing=_view(card, standing, desk, pictures, PORTRAIT_PX),
        far=_view(card, far, desk, pictures, 2 * width, (width, height)),
        alt=alt_text(card, desk.language, desk.now, desk.zone),
        seconds=round(seconds(card, (desk.language,))),
        stand_ins="day" in values and read_day(values["day"], desk.today).fault in (Fault.MISSING, Fault.UNREADABLE),
    )


def findings_of(card: Card, screens: Sequence[Screen], municipality: Municipality, now: datetime) -> list[Finding]:
    """What the drawing rules say about `card` on each screen; the same remark for several screens is made once."""
    found: dict[tuple[str, str], Finding] = {}
    for screen in screens or (drawing.lying((), municipality),):
        for raised in check(card, screen, worn(screen), now, emoji.lacking(card)):
            places = {key: str(value) for key, value in raised.places.items()}
            if "screen" in places:
                places["screen"] = called(screen)
            mended = raised.suggestion
            found.setdefault(
                (raised.field, raised.message),
                Finding(
                    field=raised.field,
                    severity=raised.severity,
                    message=raised.message,
                    places=places,
                    repairs=(Repair(field=raised.field, value=mended, label=mended),) if mended else (),
                ),
            )
    return list(found.values())


def _view(
    card: Card,
    screen: Screen,
    desk: Desk,
    pictures: Mapping[str, bytes],
    width_px: int,
    shown: tuple[int, int] = (0, 0),
) -> View:
    data = drawing.jpeg(card, screen, desk.now, pictures, width_px, desk.language)
    return View(src=drawing.inline(data), screen=screen, width_px=shown[0], height_px=shown[1])
