"""No two cards beside each other in a loop stand on the same drawn ground.

A card's ground follows from its id, so that it looks the same wherever it is drawn; where chance gives two neighbours
one family, the later of them gets the next. Nothing else is changed, and equal playlists give equal grounds.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from cards.model import Card, CardId
from cards.scenes import neighbour, night_scene, scene_for
from playlists.model import Playlist


def kept_apart(
    cards: Mapping[CardId, Card], playlists: tuple[Playlist, ...], now: datetime, zone: ZoneInfo
) -> dict[CardId, Card]:
    """`cards` with a scene of its own on every card that would stand beside its like. `now` gives the season."""
    found = dict(cards)
    settled: dict[CardId, str] = {}
    loops = [list(dict.fromkeys(entry.card for entry in playlist.entries)) for playlist in playlists]
    for loop in loops:
        drawn = [card_id for card_id in loop if card_id in found and _ground(found[card_id], now, zone)]
        for place, card_id in enumerate(drawn):
            if card_id in settled:
                continue
            card = found[card_id]
            before = settled.get(drawn[place - 1], "")
            after = settled.get(drawn[(place + 1) % len(drawn)], "") if len(drawn) > 2 else ""
            own = name = _ground(card, now, zone)
            while name in (before, after) and len(drawn) > 1:
                name = neighbour(name, _when(card, now, zone), night=card.kind == "news")
            settled[card_id] = name
            if name != own:
                found[card_id] = msgspec.structs.replace(card, scene=name)
    return found


def _when(card: Card, now: datetime, zone: ZoneInfo) -> datetime:
    start = getattr(card.facts, "start", None)
    return (start if isinstance(start, datetime) else now).astimezone(zone)


def _ground(card: Card, now: datetime, zone: ZoneInfo) -> str:
    """The family that the card's id gives it; "" for a card that stands on no scene of that sort."""
    if card.picture is not None or card.kind not in ("event", "news"):
        return ""
    return night_scene(card.id) if card.kind == "news" else scene_for(card.id, _when(card, now, zone))
