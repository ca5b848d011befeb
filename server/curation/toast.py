"""What was just done, and the press that undoes it: told by the page one comes to after the act."""

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server import history
from server.access.signin import own_path
from server.curation.standing import counted, title_of
from server.intake.text import cut
from server.publishing.publish import changed
from server.screens.naming import called
from server.storage.models import HistoryRow, Reply, StoredCard, StoredPlaylist, StoredScreen, Submission

DONE = "gjort"
SAYINGS = {
    "saved": N_("“{title}” is saved as a draft."),
    "published": N_("“{title}” is on the screens."),
    "changed": N_("“{title}” is changed on the screens."),
    "withdrawn": N_("“{title}” is taken down."),
    "cancelled": N_("“{title}” is shown as cancelled."),
    "finished": N_("“{title}” is shown as done."),
    "went-back": N_("“{title}” is as it was before."),
    "approved": N_("“{title}” is approved and shown."),
    "answered": N_("“{title}” is answered on the screens."),
    "read": N_("“{title}” is read."),
    "hidden": N_("“{title}” is not shown."),
    "moved-to-first-tray": N_("“{title}” is moved to the inbox."),
    "refused": N_("“{title}” is not shown."),
    "ordered": N_("The order of “{title}” is changed."),
    "weighed": N_("“{title}” is changed."),
    "added": N_("A card is added to “{title}”."),
    "removed": N_("A card is taken out of “{title}”."),
    "settled": N_("“{title}” is changed."),
    "dressed": N_("The cards look otherwise on all screens."),
    "undone": N_("Undone: “{title}” is as it was."),
}


class Toast(msgspec.Struct, frozen=True, kw_only=True):
    """One line, and where its Undo is posted ("" for none); `next` is the page to come back to."""

    say: str
    undo: str
    next: str


def done(path: str, row: HistoryRow) -> Response:
    """Go to `path`, which then tells about the act in `row`."""
    path, _, anchor = path.partition("#")
    glue = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{glue}{DONE}={row.id}{'#' + anchor if anchor else ''}", status_code=303)


def toast_of(request: Request, session: Session) -> Toast | None:
    """The toast that the address asks for, where the act is one's own and can be told."""
    number = request.query_params.get(DONE, "")
    row = session.get(HistoryRow, int(number)) if number.isascii() and number.isdigit() and len(number) < 12 else None
    if row is None or row.account_id != request.state.actor.account_id:
        return None
    words = request.state.words
    say = words.gettext(SAYINGS.get(row.action, N_("“{title}” is changed."))).format(title=_title(session, row))
    undo = f"/angra/{row.id}" if row.undone_at is None else ""
    return Toast(say=say, undo=undo, next=request.url.path)


def undo(request: Request) -> Response:
    """Undo one act, publish what came of it, and go back to where one was."""
    state = request.state
    where = own_path(str(state.form.get("next", "/"))[:300])
    with state.database.write() as session:
        row = history.undo(session, request.path_params["row"], state.actor, state.now)
        changed(session, row.object_id if row.object_kind == "card" else None, state.now)
    return done(where, row)


def _title(session: Session, row: HistoryRow) -> str:
    if row.object_kind == "card" and (card := session.get(StoredCard, row.object_id)):
        return title_of(counted(card))
    if row.object_kind == "submission" and (submission := session.get(Submission, int(row.object_id))):
        return title_of(submission.card.version().content)
    if row.object_kind == "reply" and (reply := session.get(Reply, int(row.object_id))):
        return cut(reply.text.partition("\n")[0], 60) or reply.code
    named = {"playlist": StoredPlaylist, "screen": StoredScreen}.get(row.object_kind)
    thing = session.get(named, row.object_id) if named else None
    if isinstance(thing, StoredScreen):
        return called(thing)
    return thing.name if isinstance(thing, StoredPlaylist) else "…"
