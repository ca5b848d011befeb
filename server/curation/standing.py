"""Where a card is on its way, as the pages say it: a shape, a word, and until when."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds import KINDS
from cards.model import Card
from foundation.errors import N_
from playlists.validity import ends_by_itself
from server.curation.kinds import FORMS
from server.curation.moments import say_end, say_moment
from server.storage.models import CardState, StoredCard
from server.words import FIRST, Words, words_for

_NAMES = {
    "event": N_("Event"),
    "notice": N_("Planned work"),
    "alert": N_("Important message"),
    "news": N_("News"),
    "question": N_("Question"),
    "answer": N_("Answer"),
    "menu": N_("Lunch"),
    "hours": N_("Opening hours"),
    "weather": N_("Weather"),
    "clock": N_("Clock"),
    "welcome": N_("Welcome"),
    "picture": N_("Picture"),
    "house": N_("House card"),
    "pairing": N_("New screen"),
}
KIND_NAMES = {kind: _NAMES.get(kind) or (FORMS[kind].title if kind in FORMS else kind) for kind in (*_NAMES, *KINDS)}
"""What each kind of card is called on the pages: English gettext ids."""
CHIPS = {
    "published": N_("On the screens"),
    "soon": N_("Begins soon"),
    "over": N_("Over"),
    "waiting": N_("Waiting"),
    "draft": N_("Draft"),
    "withdrawn": N_("Taken down"),
    "refused": N_("Not shown"),
}

SINCE = {
    CardState.DRAFT: N_("saved {moment}"),
    CardState.WAITING: N_("came {moment}"),
    CardState.WITHDRAWN: "{moment}",
    CardState.REFUSED: N_("decided {moment}"),
}
"""How the moment is said at which a card came to where it is."""


def title_of(card: Card) -> str:
    """What a card is called on the pages, in Swedish: its headline, and without one what kind of card it is."""
    titles = (card.text(FIRST).title, *(text.title for text in card.texts.values()))
    return next((title for title in titles if title.strip()), "") or words_for(FIRST).gettext(KIND_NAMES[card.kind])


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """`chip` is one of CHIPS; `detail` a few words such as "till i kväll 21.00"; `ends` the instant behind them."""

    chip: str
    detail: str
    ends: datetime | None


def end_of(card: Card, zone: ZoneInfo) -> datetime | None:
    """When the card takes itself down, or None."""
    return min((end for end in (card.valid_until, ends_by_itself(card, zone)) if end is not None), default=None)


def standing(stored: StoredCard, card: Card, now: datetime, zone: ZoneInfo, words: Words) -> Standing:
    """Where `stored` is, `card` being the version that counts (the published one, else the latest)."""
    ends = end_of(card, zone)
    chip = stored.state.value
    detail = ""
    if stored.state is CardState.PUBLISHED:
        if card.valid_from is not None and card.valid_from > now:
            chip = "soon"
            detail = words.gettext("from {moment}").format(moment=say_moment(card.valid_from, now, zone, words))
        elif ends is not None and ends <= now:
            chip = "over"
            detail = words.gettext("ended {moment}").format(moment=say_end(ends, now, zone, words))
        else:
            detail = _until(ends, now, zone, words)
    else:
        pattern = words.gettext(SINCE[stored.state])
        detail = pattern.format(moment=say_moment(stored.changed_at, now, zone, words))
    return Standing(chip=chip, detail=detail, ends=ends)


def counted(stored: StoredCard) -> Card:
    """The version that counts for a reader: the published one, else the latest."""
    return stored.version(stored.published_version).content


def _until(ends: datetime | None, now: datetime, zone: ZoneInfo, words: Words) -> str:
    if ends is None:
        return words.gettext("until further notice")
    return words.gettext("until {moment}").format(moment=say_end(ends, now, zone, words))
