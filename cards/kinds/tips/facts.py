"""Facts of library tips: titles with their authors and one reason each."""

import msgspec

from cards.kinds.facts import Facts


class Tip(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One title. `whys` has the reason in other languages than the one that `why` was written in."""

    title: str
    author: str = ""
    why: str = ""
    whys: dict[str, str] = {}

    def why_in(self, language: str) -> str:
        """The reason in `language`, else as it was written first."""
        return self.whys.get(language) or self.why


class TipsFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="tips"):
    """The titles, in the order in which they are shown."""

    tips: tuple[Tip, ...] = ()
