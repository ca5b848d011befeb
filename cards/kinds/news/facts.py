"""Facts of a news card: everything it says is its text."""

from datetime import datetime

import msgspec


class NewsFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="news"):
    """A short piece of news. `chip` names the sort in the card's language ("Nyhet" when empty)."""

    published: datetime | None = None
    chip: str = ""
