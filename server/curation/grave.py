"""What is grave about cards: an important message that goes onto the screens. To take one down never is."""

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request

from server.history.snapshots import CardSnapshot
from server.storage.models import CardState, HistoryRow, StoredCard

ALERT = "alert"


def begins_alert(request: Request) -> bool:
    """Whether the form of a new important message is opened, or published."""
    return request.path_params["kind"] == ALERT and _opened_or_published(request)


def changes_alert(request: Request) -> bool:
    """Whether the form of an important message that is there is opened, or published."""
    return _opened_or_published(request) and shows_alert(request)


def shows_alert(request: Request) -> bool:
    """Whether the card that the address names is an important message."""
    with request.state.database.read() as session:
        return _is_alert(session, request.path_params["card"])


def brings_alert_back(request: Request) -> bool:
    """Whether what is undone brings an important message back onto the screens."""
    with request.state.database.read() as session:
        row = session.get(HistoryRow, request.path_params["row"])
        if row is None or row.object_kind != "card" or row.before is None or not _is_alert(session, row.object_id):
            return False
        return msgspec.json.decode(row.before, type=CardSnapshot).state is CardState.PUBLISHED


def _opened_or_published(request: Request) -> bool:
    return request.method != "POST" or request.state.form.get("act") == "publish"


def _is_alert(session: Session, card_id: str) -> bool:
    card = session.get(StoredCard, card_id)
    return card is not None and card.kind == ALERT
