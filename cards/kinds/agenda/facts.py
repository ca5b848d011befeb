"""Facts of an agenda: coming events, each with its day, its time and its place."""

from datetime import datetime

import msgspec

from cards.kinds.facts import Facts


class AgendaEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event. `start` and `end` are aware. `titles` has the title in other languages, where somebody gave it."""

    start: datetime
    title: str
    titles: dict[str, str] = {}
    place: str = ""
    end: datetime | None = None
    cancelled: bool = False

    def title_in(self, language: str) -> str:
        """The title in `language`, else as it was written first."""
        return self.titles.get(language) or self.title


class AgendaFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="agenda"):
    """What happens, in any order; what is over is left out when the card is drawn."""

    events: tuple[AgendaEvent, ...] = ()
