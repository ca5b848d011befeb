"""Facts of a document: which page of how many the picture is, its day, and how small its letters are."""

from datetime import date

from cards.kinds.facts import Facts


class DocumentFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="document"):
    """The page is the card's picture.

    `letter` is the height of the page's smallest capitals in shares of the page's height, 0 where nobody has measured.
    """

    page: int = 1
    pages: int = 1
    day: date | None = None
    letter: float = 0.0
