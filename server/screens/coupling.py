"""Pairing a player with a screen: its six signs, the number that a person compares, and where it hangs.

Nothing is chosen beforehand in "is it the same number?"; what is missing when one presses is said beside its field.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server.curation.moments import say_clock
from server.intake.findings import Finding
from server.intake.town import town
from server.publishing.publish import Publisher
from server.screens import pairing
from server.screens.settings import INCHES, METRES, Place, make_screen, place_of
from server.storage.models import Device, Pairing, PairingState, StoredScreen
from server.views import render

HERE = "/skarmar/koppla"
NEW = "ny"


def show(request: Request) -> Response:
    """The first step: the signs on the glass."""
    return render(request, "pair_code.html", code="", screen=request.query_params.get("skarm", "")[:64], findings=())


def enter(request: Request) -> Response:
    """The signs were typed: go on to the number, or say that no screen shows them."""
    state = request.state
    code, screen = str(state.form.get("code", ""))[:40], str(state.form.get("screen", ""))[:64]
    try:
        with state.database.write() as session:
            found = pairing.enter(session, code, state.now).id
    except pairing.UnknownCodeError as error:
        finding = Finding(field="code", severity="stop", message=error.say)
        return render(request, "pair_code.html", 422, code=code, screen=screen, findings=(finding,))
    return RedirectResponse(f"{HERE}/{found}" + (f"?skarm={screen}" if _plain(screen) else ""), status_code=303)


def compare(request: Request) -> Response:
    """The second and third step: the number, and the screen."""
    state = request.state
    with state.database.read() as session:
        found = _pairing(session, request.path_params["pairing"], state.now)
        wanted = request.query_params.get("skarm", "")
        return _page(request, session, found, Place(), wanted, "")


def number(request: Request) -> Response:
    """The number alone, for the page that waits for the glass to show it."""
    state = request.state
    with state.database.read() as session:
        found = _pairing(session, request.path_params["pairing"], state.now)
    return render(request, "pair_number.html", pairing=found.id, number=_number(request, found))


def couple(request: Request) -> Response:
    """Couple it, or end the pairing where the numbers differ."""
    state = request.state
    form = state.form
    pairing_id, answer, wanted = request.path_params["pairing"], str(form.get("same", "")), str(form.get("screen", ""))
    if answer == "no":
        with state.database.write() as session:
            pairing.refuse(session, pairing_id, state.actor, state.now)
        return render(request, "pair_refused.html")
    place = place_of(form) if wanted == NEW else Place()
    findings = list(place.findings)
    if answer != "yes":
        findings.append(
            Finding(
                field="same",
                severity="stop",
                message=N_("Say whether the numbers are the same. Then the screen is paired."),
            )
        )
    with state.database.read() as session:
        if wanted != NEW and session.get(StoredScreen, wanted) is None:
            findings.append(
                Finding(field="screen", severity="stop", message=N_("Which screen is it? Choose one, or a new one."))
            )
        if findings:
            place.findings = tuple(findings)
            found = _pairing(session, pairing_id, state.now)
            return _page(request, session, found, place, wanted, answer, 422)
    with state.database.write() as session:
        screen_id = make_screen(session, place, state.now).id if wanted == NEW else wanted
        pairing.confirm(session, pairing_id, screen_id, state.actor, state.now)
    return RedirectResponse(f"/skarmar/{screen_id}", status_code=303)


def _page(
    request: Request,
    session: Session,
    found: Pairing,
    place: Place,
    wanted: str,
    answer: str,
    status: int = 200,
) -> Response:
    paired = set(session.scalars(select(Device.screen_id).where(Device.revoked_at.is_(None))))
    screens = session.scalars(select(StoredScreen).order_by(StoredScreen.place, StoredScreen.name)).all()
    return render(
        request,
        "pair_compare.html",
        status,
        pairing=found.id,
        code=f"{found.code[:3]} {found.code[3:]}",
        number=_number(request, found),
        until=say_clock(found.expires_at, town(session).zone),
        screens=[(screen, screen.id in paired) for screen in screens],
        wanted=wanted or (NEW if not screens else ""),
        new=NEW,
        answer=answer,
        place=place,
        inches=INCHES,
        metres=METRES,
        about=found.about,
    )


def _pairing(session: Session, pairing_id: str, now: datetime) -> Pairing:
    """The pairing whose code was entered. Raises NoPairingError, PairingOverError."""
    found = session.get(Pairing, pairing_id)
    if found is None:
        raise pairing.NoPairingError
    if found.state is not PairingState.ENTERED or now >= found.expires_at:
        raise pairing.PairingOverError
    return found


def _number(request: Request, found: Pairing) -> str | None:
    publisher = request.app.state.publisher
    assert isinstance(publisher, Publisher)
    return pairing.check_number(found, publisher.keys.root_key)


def _plain(screen: str) -> bool:
    return bool(screen) and screen.replace("-", "").isalnum() and screen.isascii()
