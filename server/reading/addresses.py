"""The short address of a card: /k/7hd on our own host.

A card gets its code with its first version, so that a drawing before the publication shows what the glass will show. A
question's code leads to where one replies to it, and is the dialogue's.
"""

from datetime import datetime
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Card, Link
from server.intake.codes import new_name
from server.settings import Settings, public_url
from server.storage.models import ShortAddress

PATH = "/k/{short}"
NOT_YET = "…"
"""What stands in a drawing of a card that nobody has kept yet, in place of its code."""


def ensure(session: Session, card_id: str, now: datetime) -> ShortAddress:
    """The short address of `card_id`, made where there is none yet. Needs a writing session."""
    found = session.get(ShortAddress, card_id)
    if found is None:
        name = new_name(lambda name: by_short(session, name) is not None).lower()
        found = ShortAddress(card_id=card_id, short_code=name, made_at=now)
        session.add(found)
        session.flush()
    return found


def by_short(session: Session, short: str) -> ShortAddress | None:
    """The short address with that code, however it is written; None where there is none."""
    return session.scalars(select(ShortAddress).where(ShortAddress.short_code == short.lower())).first()


def led_home(card: Card, settings: Settings, code: str = NOT_YET) -> Card:
    """`card` with its link leading to its page on our host; one without a link, or a question, comes back as it is."""
    if card.link is None or card.kind == "question":
        return card
    url = public_url(settings, PATH.format(short=code))
    return msgspec.structs.replace(card, link=Link(url=url, short=urlsplit(url).netloc + urlsplit(url).path))
