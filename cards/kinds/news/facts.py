"""Facts of a news card: everything it says is its text."""

from datetime import datetime

from cards.kinds.facts import Facts


class NewsFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="news"):
    """A short piece of news. `chip` names the sort in the card's language ("Nyhet" when empty)."""

    published: datetime | None = None
    chip: str = ""
