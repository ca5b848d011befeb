"""Facts of a quote: whom the town visited, and who said it."""

from typing import Literal

from cards.kinds.facts import Facts


class QuoteFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="quote"):
    """A few words from a company or an association. The words are the card's body, what was done with them its advice.

    The body may hold a sentence before the words, as newspapers write: De anställer. ”Det är svårt”, säger bageriet.
    """

    visited: Literal["company", "association"] = "company"
    by: str = ""
    """Who said it, where the body does not tell: a role, never a person's name without asking."""
