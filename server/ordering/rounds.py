"""The playlist's round as it really runs: its length, its strip drawn to scale, its shares, what to look at."""

from datetime import datetime, timedelta

import msgspec
from sqlalchemy.orm import Session

from cards.model import Card
from foundation.errors import N_
from playlists.model import Manifest, Showing
from playlists.schedule import loop, what_is_on
from server.curation.moments import say_length
from server.publishing.compile import compile as compile_manifest
from server.storage.models import Origin, StoredCard, StoredPlaylist
from server.words import Words

ASSOCIATIONS_AT_MOST = 40
"""Per cent of a round that associations and companies may fill."""
NOTICE_WITHIN = timedelta(seconds=90)
LONG = timedelta(minutes=6)
STRIP_AT_MOST = 60
DIALOGUE = ("question", "answer")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One showing in the strip. `scale` is the class that gives its width, `share` whose time it is: k, f or d."""

    card: str
    version: int
    title: str
    seconds: float
    scale: str
    share: str
    now: bool


class Tip(msgspec.Struct, frozen=True, kw_only=True):
    """Something to look at; with `entry_card` a press gives that card `weight`."""

    message: str
    places: dict[str, str] = {}
    entry_card: str = ""
    weight: str = ""


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """The round; `shares` are whole per cents by k, f and d, `seconds` of each card by its id."""

    length: str
    pieces: tuple[Piece, ...]
    cut: int
    shares: dict[str, int]
    seconds: dict[str, int]
    tips: tuple[Tip, ...]


def round_of(session: Session, playlist: StoredPlaylist, now: datetime, words: Words) -> Round | None:
    """The round of this playlist alone on its first screen, whatever the hour; None where nothing plays."""
    screens = sorted(link.screen_id for link in playlist.screens)
    if not screens:
        return None
    whole = compile_manifest(session, screens[0], now)
    alone = _alone(whole, playlist.id)
    showings = [showing for showing in loop(alone, now) if showing.card is not None] if alone.cards else []
    if not showings:
        return None
    length = showings[-1].until - showings[0].since
    shares = _shares(session, showings, alone)
    present = what_is_on(whole, now).card
    pieces = [_piece(session, showing, alone.cards[showing.card or ""], present) for showing in showings]
    return Round(
        length=say_length(length.total_seconds(), words),
        pieces=tuple(pieces[:STRIP_AT_MOST]),
        cut=max(0, len(pieces) - STRIP_AT_MOST),
        shares=shares,
        seconds={showing.card or "": round(showing.seconds) for showing in showings},
        tips=tuple(_tips(showings, alone, length, shares)),
    )


def _alone(whole: Manifest, playlist_id: str) -> Manifest:
    """The manifest as if this playlist played alone, and always."""
    kept = [
        msgspec.structs.replace(playlist, dayparts=(), valid_from=None, valid_until=None)
        for playlist in whole.playlists
        if playlist.id == playlist_id
    ]
    wanted = {entry.card for playlist in kept for entry in playlist.entries}
    cards = {card_id: card for card_id, card in whole.cards.items() if card_id in wanted}
    far = datetime.max.replace(tzinfo=whole.issued.tzinfo) - timedelta(days=2)
    return msgspec.structs.replace(whole, playlists=tuple(kept), cards=cards, override=None, lead=None, fresh_until=far)


def _piece(session: Session, showing: Showing, card: Card, present: str | None) -> Piece:
    return Piece(
        card=card.id,
        version=card.version,
        title=card.text("sv").title,
        seconds=showing.seconds,
        scale=f"s{min(30, max(8, round(showing.seconds)))}",
        share=_share(session, card),
        now=card.id == present,
    )


def _share(session: Session, card: Card) -> str:
    stored = session.get(StoredCard, card.id)
    if card.kind in DIALOGUE:
        return "d"
    return "f" if stored is not None and stored.origin is Origin.ASSOCIATION else "k"


def _shares(session: Session, showings: list[Showing], manifest: Manifest) -> dict[str, int]:
    seconds = {"k": 0.0, "f": 0.0, "d": 0.0}
    for showing in showings:
        seconds[_share(session, manifest.cards[showing.card or ""])] += showing.seconds
    total = sum(seconds.values())
    return {share: round(100 * part / total) for share, part in seconds.items()}


def _tips(showings: list[Showing], manifest: Manifest, length: timedelta, shares: dict[str, int]) -> list[Tip]:
    tips = []
    counts: dict[str, int] = {}
    for showing in showings:
        counts[showing.card or ""] = counts.get(showing.card or "", 0) + 1
    for card_id, count in counts.items():
        card = manifest.cards[card_id]
        if card.kind == "notice" and length / count > NOTICE_WITHIN and count < 3:
            tips.append(
                Tip(
                    message=N_(
                        "“{title}” is seen too seldom. A disturbance should come at least every ninety seconds."
                    ),
                    places={"title": card.text("sv").title},
                    entry_card=card_id,
                    weight=str(count + 1),
                )
            )
    if shares["f"] > ASSOCIATIONS_AT_MOST:
        tips.append(
            Tip(
                message=N_("Associations and companies take a large part. The ceiling is {ceiling} per cent."),
                places={"ceiling": str(ASSOCIATIONS_AT_MOST)},
            )
        )
    if length > LONG:
        tips.append(Tip(message=N_("The round is long. Who passes by sees only a few of the cards.")))
    return tips
