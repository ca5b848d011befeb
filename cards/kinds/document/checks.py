"""What there is to remark on a document: letters that nobody can read on this screen, no way to the whole."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.document.facts import DocumentFacts
from cards.kinds.document.page import letters, page_boxes
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, DocumentFacts)
    yield from _page(card, facts, screen)
    if card.link is None:
        message = N_("Say where the whole document can be read; nobody takes a page home from a screen.")
        yield Finding(field="link", severity="stop" if card.picture is None else "look", message=message)
    if facts.pages < 1 or not 1 <= facts.page <= facts.pages:
        places: dict[str, str | int] = {"page": facts.page, "pages": facts.pages}
        message = N_("There is no page {page} of {pages}.")
        yield Finding(field="page", severity="stop", message=message, places=places)


def _page(card: Card, facts: DocumentFacts, screen: Screen) -> Iterator[Finding]:
    """Whether there is a page, and whether it is read from where people stand."""
    places: dict[str, str | int] = {"screen": screen.name, "metres": f"{screen.distance_m:g}"}
    if card.picture is None:
        message = N_("Choose the page as a picture. Without it only the code to the document stands on the card.")
        yield Finding(field="picture", severity="look", message=message)
    elif facts.letter <= 0:
        message = N_("Nobody has measured the page's letters. Stand {metres} m from it, and see if you can read it.")
        yield Finding(field="picture", severity="look", message=message, places=places)
    else:
        found = letters(screen, page_boxes(screen, card.picture)[0], facts.letter)
        if not found.readable:
            places |= {"found": f"{found.found_mm:.1f}", "needed": f"{found.needed_mm:.1f}"}
            message = N_(
                "The smallest letters of the page would be {found} mm high on the screen {screen}. From {metres} m they"
                " must have {needed} mm. Write the one thing that people must know as a notice or an event, and let its"
                " QR code lead to the document; or choose a page with fewer and larger words."
            )
            yield Finding(field="picture", severity="stop", message=message, places=places)
