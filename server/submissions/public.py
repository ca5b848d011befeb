"""The public page "Visa ert evenemang": rules first, six fields, the card as it will look, and where to write back.

Without a script a button draws the card; with the small one it follows the typing. Nothing typed is ever lost, and
nobody is refused for how often or how fast a form comes: that decides only in which tray staff meet it.
"""

import hashlib
import re
from collections.abc import Mapping
from secrets import token_hex
from typing import Any

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.alt import alt_text
from cards.model import PictureRef
from foundation.errors import N_
from server import publishing
from server.access.addresses import client_address
from server.access.stamp import make_stamp, read_stamp
from server.curation.board import pictures_of
from server.curation.moments import count_word
from server.intake import budgets
from server.intake.coming import TRAP, coming
from server.intake.findings import Finding
from server.intake.town import Town, town
from server.media.errors import PictureError
from server.media.pictures import take_in
from server.settings import public_url
from server.storage.models import StoredPicture, Submission
from server.submissions.drawing import draw
from server.submissions.form import Reading, Typed, read, typed_of
from server.submissions.handing import hand_in
from server.submissions.pictures import read_signed, sign
from server.views import render
from server.words import Words, words_for

PURPOSE = "submission"
RECEIPT = "/visa/{token}"
SEED = re.compile(r"in-[0-9a-f]{10}")
PICTURE_HEADER = "Torget-Picture"
PICTURE_GONE = N_("The picture is no longer here. Choose it again, or send the card without one.")
TOO_MANY_PICTURES = N_(
    "We are given more pictures than we can look at just now. What you wrote is kept: choose the picture again in a"
    " while, or send the card without one."
)


def blank(request: Request) -> Response:
    """The empty form."""
    return show(request, Typed())


def hand(request: Request) -> Response:
    """The form came back: to be drawn, to be mended, or to be handed in."""
    typed, about_picture = take_typed(request)
    doing = str(request.state.form.get("do", "send"))
    reading = reading_of(request, typed, about_picture)
    if doing == "draw" or request.state.form.get("repair"):
        return show(request, typed, reading=only_written(reading))
    if not reading.ready:
        return show(request, typed, reading=reading, status=422)
    return RedirectResponse(receipt_of(request, _keep(request, reading)), status_code=303)


def drawn(request: Request) -> Response:
    """The card alone, for the script that follows the typing; a new picture's reference comes in a header."""
    typed, about_picture = take_typed(request)
    reading = only_written(reading_of(request, typed, about_picture))
    seed = str(request.state.form.get("seed", ""))
    headers = {}
    if typed.picture:
        headers[PICTURE_HEADER] = sign(request.app.state.secret, typed.picture)
    request.state.words = words_of(request)
    return render(request, "submissions/_card.html", headers=headers, **_picture_of(request, reading, seed))


def show(
    request: Request,
    typed: Typed,
    *,
    reading: Reading | None = None,
    status: int = 200,
    heading: str = "",
    action: str = "/visa",
    submission: Submission | None = None,
) -> Response:
    """The form with what was typed, its remarks and the card."""
    request.state.words = words_of(request)
    secret = request.app.state.secret
    stamp = str(request.state.form.get("stamp", "")) or make_stamp(secret, PURPOSE, request.state.now)
    reading = reading or Reading(typed=typed, card=read_quietly(request, typed, stamp).card, findings=())
    return render(
        request,
        "submissions/form.html",
        status,
        typed=typed,
        findings=reading.findings,
        heading=heading,
        action=action,
        submission=submission,
        stamp=stamp,
        picture_reference=sign(secret, typed.picture) if typed.picture else "",
        trap=TRAP,
        municipality_name=_town(request).name(request.state.words.language),
        asked_in=asked_in(request),
        seed=submission.card_id if submission else "",
        **_picture_of(request, reading, submission.card_id if submission else ""),
    )


def take_typed(request: Request) -> tuple[Typed, tuple[Finding, ...]]:
    """The fields that came back, a repair put into its field, and what is to be said about the picture."""
    form: Mapping[str, object] = request.state.form
    picture, about = _picture(request, form)
    typed = typed_of(form, picture)
    repair = form.get("repair")
    field, _, value = repair.partition("=") if isinstance(repair, str) else ("", "", "")
    if field == "day":
        typed = msgspec.structs.replace(typed, day=value[:60])
    if form.get("do") == "drop-picture":
        typed = msgspec.structs.replace(typed, picture=None, picture_allowed=False)
    return typed, about


def reading_of(request: Request, typed: Typed, about_picture: tuple[Finding, ...] = ()) -> Reading:
    """What the fields came to, with what there is to say about the picture."""
    reading = read_quietly(request, typed, str(request.state.form.get("stamp", "")))
    return msgspec.structs.replace(reading, findings=(*reading.findings, *about_picture))


def read_quietly(request: Request, typed: Typed, stamp: str) -> Reading:
    """What the fields alone came to. The card's id follows from the form, so that its drawn ground stays the same."""
    known = read_stamp(request.app.state.secret, PURPOSE, stamp, request.state.now)
    name = hashlib.sha256(known.nonce.encode()).hexdigest()[:10] if known.nonce else token_hex(5)
    return read(typed, request.state.now, _town(request).zone, f"in-{name}")


def only_written(reading: Reading) -> Reading:
    """Leave out remarks about what is not written yet: who only looks at the card is not done."""
    written = tuple(
        finding
        for finding in reading.findings
        if finding.field == "picture" or getattr(reading.typed, finding.field, "") not in ("", False)
    )
    return msgspec.structs.replace(reading, findings=written)


def address_of(request: Request) -> str:
    """The whole address of this page, as people should keep it."""
    return public_url(request.state.settings, request.url.path)


def _keep(request: Request, reading: Reading) -> str:
    state = request.state
    secret = request.app.state.secret
    stamp = read_stamp(secret, PURPOSE, str(state.form.get("stamp", "")), state.now)
    within = budgets.of(request.app).submissions.spend(client_address(request, state.settings))
    came = coming(stamp, secret, str(state.form.get(TRAP, "")), within)
    assert reading.card is not None
    with state.database.write() as session:
        name = town(session).name("sv")
        hand_in(session, reading.card, came, state.now, municipality=name, contact=reading.typed.contact)
        publishing.changed(session, now=state.now)
    return came.token


def _picture(request: Request, form: Mapping[str, object]) -> tuple[PictureRef | None, tuple[Finding, ...]]:
    """The picture that was chosen now, else the one that the form remembers."""
    state = request.state
    kept = read_signed(request.app.state.secret, str(form.get("kept_picture", "")))
    chosen = form.get("picture")
    if not isinstance(chosen, UploadFile) or not chosen.size:
        if kept is None or _is_here(request, kept):
            return kept, ()
        return None, (Finding(field="picture", severity="stop", message=PICTURE_GONE),)
    ours = budgets.of(request.app)
    within = ours.pictures.spend(client_address(request, state.settings))
    if not within or not ours.picture_turns.acquire(blocking=False):
        return kept, (Finding(field="picture", severity="stop", message=TOO_MANY_PICTURES),)
    try:
        data = chosen.file.read()
        return take_in(state.database, state.settings.data_folder, data), ()
    except PictureError as error:
        places = {name: str(value) for name, value in error.places.items()}
        return kept, (Finding(field="picture", severity="stop", message=error.say, places=places),)
    finally:
        ours.picture_turns.release()


def _picture_of(request: Request, reading: Reading, seed: str = "") -> dict[str, Any]:
    """The card for the page beside the form: drawn, not yet possible, or later because too many ask at once.

    `seed` is the id of a card that is being changed: its ground is drawn from it.
    """
    state = request.state
    if reading.card is None:
        return {"card": None, "why": "", "count_word": count_word}
    if not budgets.of(request.app).drawings.spend(client_address(request, state.settings)):
        return {"card": None, "why": "busy", "count_word": count_word}
    home = _town(request)
    card = msgspec.structs.replace(reading.card, id=seed) if SEED.fullmatch(seed) else reading.card
    drawn = draw(home, card, state.now, pictures_of(card, state.settings), alt_text(card, "sv", state.now, home.zone))
    return {"card": drawn, "why": "" if drawn else "undrawable", "count_word": count_word}


def _town(request: Request) -> Town:
    with request.state.database.read() as session:
        return town(session)


def _is_here(request: Request, picture: PictureRef) -> bool:
    """Tell whether the picture is still kept: a form may lie open for longer than pictures without a card are."""
    with request.state.database.read() as session:
        return session.get(StoredPicture, picture.sha256) is not None


def words_of(request: Request) -> Words:
    """Swedish, or English for who asks for it: the languages that these pages are wholly in."""
    return words_for("en" if request.query_params.get("sprak") == "en" else "sv")


def asked_in(request: Request) -> str:
    """The end of an address that stays in the language of this page: "" for Swedish."""
    return "?sprak=en" if request.query_params.get("sprak") == "en" else ""


def receipt_of(request: Request, token: str) -> str:
    """The address of the receipt, in the language of this page."""
    return RECEIPT.format(token=token) + asked_in(request)
