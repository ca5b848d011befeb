"""Facts of open posts: what each is called, where it is, and until when one may apply."""

from datetime import date

import msgspec

from cards.kinds.facts import Facts


class Job(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One post. One may apply up to and with `last_day`; None means until somebody is found.

    `titles` has the title in other languages; `place` is where one works, `extent` how much: "heltid", "sommarjobb".
    """

    title: str
    titles: dict[str, str] = {}
    place: str = ""
    extent: str = ""
    last_day: date | None = None

    def title_in(self, language: str) -> str:
        """The title in `language`, else as it was written first."""
        return self.titles.get(language) or self.title


class JobsFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="jobs"):
    """The posts, in any order; those whose last day has passed are left out when the card is drawn."""

    jobs: tuple[Job, ...] = ()
