"""What finds no room on a screen, and what looks soft there: asked of the layout itself, without painting."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.compose import laid_out
from cards.errors import CardError, NoTitleError
from cards.findings import Finding
from cards.model import Card, Screen
from cards.themes import Theme
from foundation.errors import N_

_SMALL_PICTURE: Final = 0.6

_FIELDS: Final = {
    "body": N_("The text does not fit on the screen {screen} and is left out there. Please shorten it."),
    "advice": N_("The advice does not fit on the screen {screen} and is left out there. Please shorten the text."),
    "options": N_("The options do not fit on the screen {screen} and are left out there; they stand on the page."),
    "link": N_("The QR code or its address does not fit on the screen {screen} and is left out there."),
    "why": N_("The reason does not fit on the screen {screen} and is left out there."),
    "place": N_("The place does not fit on the screen {screen} and is left out there. Please shorten it."),
    "rows": N_("Not all rows fit on the screen {screen}. Please put the rest on a card of their own."),
    "layout": N_(
        "The card is set plainly on the screen {screen}, as it finds no room in its own form. Please shorten it."
    ),
    "sender": N_("The sender is too long for the screen {screen}; the municipality stands there instead."),
    "when": N_("When it happens does not fit on the screen {screen}. Please shorten the headline."),
}
_OTHER: Final = N_("Something does not fit on the screen {screen} and is left out there. Please shorten the text.")


def picture(card: Card, screen: Screen) -> Iterator[Finding]:
    """Whether the picture is large enough for `screen`, and told in words."""
    ref = card.picture
    if ref is None:
        return
    # Half a landscape card, or all of a news card: what is stretched more than this looks soft.
    needed = round(min(screen.width_px, screen.height_px) * _SMALL_PICTURE)
    if min(ref.width_px, ref.height_px) < needed:
        message = N_("The picture is small and will look soft; it should have at least {needed} pixels each way.")
        yield Finding(field="picture", severity="look", message=message, places={"needed": needed})
    if not ref.alt:
        message = N_("Please say what the picture shows, for those who cannot see it.")
        yield Finding(field="picture_alt", severity="look", message=message)


def fits(card: Card, screen: Screen, theme: Theme, now: datetime) -> Iterator[Finding]:
    """What is left out on `screen`, or cannot be read there at all."""
    places: dict[str, str | int] = {"screen": screen.name}
    told: set[str] = set()
    for language in card.texts or screen.languages:
        try:
            sheet = laid_out(card, screen, theme, now, language, {}, paint=False)
        except NoTitleError:
            continue  # told with the texts, once for all screens
        except CardError as error:
            if "title" not in told:
                yield Finding(field="title", severity="stop", message=error.say, places=places)
            told.add("title")
            continue
        for field in sheet.dropped:
            if field in told:
                continue  # once, however many languages it is too long in
            told.add(field)
            message = _FIELDS.get(field, _OTHER)
            yield Finding(field=field, severity="look", message=message, places=places)
