"""A screen's settings: what it is called, where it hangs, how large it is and from how far it is read."""

import re
import unicodedata
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Language
from cards.words import LANGUAGES, words
from foundation.errors import N_
from server import history
from server.access.rules import find
from server.curation.toast import done, toast_of
from server.intake.findings import Finding
from server.intake.text import clean
from server.publishing.publish import changed
from server.screens import pairing
from server.storage.models import PlaylistScreen, StoredPlaylist, StoredScreen
from server.views import render

INCHES = (32, 43, 50, 55, 65, 75)
METRES = (2, 3, 4, 5, 8)
SHORT_PX, LONG_PX = 1080, 1920


class Place(msgspec.Struct, kw_only=True):
    """What was typed about a screen, as text; `findings` say what cannot be."""

    name: str = ""
    place: str = ""
    inches: str = "55"
    metres: str = "3"
    standing: bool = False
    eastern_digits: bool = False
    languages: tuple[Language, ...] = ()
    """Those that were ticked; none leaves the screen with those that it has."""
    side_by_side: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def size(self) -> float | None:
        """The diagonal in inches, or None where it is none."""
        return _number(self.inches, 10, 200)

    @property
    def distance(self) -> float | None:
        """The distance in metres, or None where it is none."""
        return _number(self.metres, 0.3, 50)


def place_of(form: Any) -> Place:
    """Read the fields about a screen."""
    name, place, inches, metres = (clean(str(form.get(key, ""))) for key in ("name", "place", "inches", "metres"))
    typed = Place(
        name=name,
        place=place,
        inches=inches,
        metres=metres,
        standing=form.get("orientation") == "standing",
        eastern_digits=form.get("digits") == "eastern",
        languages=tuple(language for language in LANGUAGES if language in form.getlist("languages")),
        side_by_side=form.get("side_by_side") == "1",
    )
    findings = []
    if not typed.name:
        findings.append(
            Finding(
                field="name",
                severity="stop",
                message=N_("What is the screen called? For example “Biblioteket, entrén”."),
            )
        )
    if len(typed.name) > 60 or len(typed.place) > 60:
        findings.append(Finding(field="name", severity="stop", message=N_("At most 60 characters have room.")))
    if typed.size is None:
        findings.append(
            Finding(
                field="inches",
                severity="stop",
                message=N_("Write the size in inches, from corner to corner: 10 to 200."),
            )
        )
    if typed.distance is None:
        findings.append(
            Finding(field="metres", severity="stop", message=N_("Write the distance in metres, for example 3."))
        )
    typed.findings = tuple(findings)
    return typed


def typed_of(screen: StoredScreen) -> Place:
    """The screen's own settings, back in the fields."""
    return Place(
        name=screen.name,
        place=screen.place,
        inches=f"{screen.inches:g}".replace(".", ","),
        metres=f"{screen.distance_m:g}".replace(".", ","),
        standing=screen.height_px > screen.width_px,
        eastern_digits=screen.eastern_digits,
        languages=screen.languages,
        side_by_side=screen.side_by_side,
    )


def apply(screen: StoredScreen, place: Place) -> None:
    """Write what was typed into the screen; it has no findings."""
    assert place.size is not None
    assert place.distance is not None
    screen.name, screen.place = place.name, place.place or place.name
    screen.inches, screen.distance_m = place.size, place.distance
    short, long = sorted((screen.width_px, screen.height_px))
    screen.width_px, screen.height_px = (short, long) if place.standing else (long, short)
    screen.rotation = (screen.rotation or 90) if place.standing else 0
    screen.eastern_digits, screen.side_by_side = place.eastern_digits, place.side_by_side
    if place.languages:
        stood = tuple(language for language in screen.languages or () if language in place.languages)
        screen.languages = (*stood, *(language for language in place.languages if language not in stood))


def make_screen(session: Session, place: Place, now: Any) -> StoredScreen:
    """A new screen, with a playlist of its own."""
    plain = unicodedata.normalize("NFKD", place.name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "skarm"
    taken = set(session.scalars(select(StoredScreen.id))) | set(session.scalars(select(StoredPlaylist.id)))
    name = slug if slug not in taken else next(f"{slug}-{n}" for n in range(2, 100_000) if f"{slug}-{n}" not in taken)
    screen = StoredScreen(id=name, width_px=LONG_PX, height_px=SHORT_PX, rotation=0, made_at=now, name="", place="")
    apply(screen, place)
    session.add(screen)
    session.flush()
    playlist = StoredPlaylist(id=name, name=place.name, made_at=now)
    playlist.screens.append(PlaylistScreen(screen_id=name, position=0))
    session.add(playlist)
    session.flush()
    return screen


def show(request: Request) -> Response:
    """The form."""
    state = request.state
    with state.database.read() as session:
        screen = _screen(request, session)
        return _form(request, session, screen, typed_of(screen))


def save(request: Request) -> Response:
    """Keep the settings; cards are drawn for the new size at once."""
    state = request.state
    place = place_of(state.form)
    if place.findings:
        with state.database.read() as session:
            return _form(request, session, _screen(request, session), place, 422)
    with state.database.write() as session:
        screen = _screen(request, session)
        before = history.snapshot(session, screen)
        apply(screen, place)
        row = history.record(session, state.actor, "settled", screen, before, state.now)
        changed(session, None, state.now)
        session.flush()
    return done(f"/skarmar/{row.object_id}", row)


def revoke(request: Request) -> Response:
    """End the pairing of the screen's player; asks first."""
    state = request.state
    screen_id = request.path_params["screen"]
    if state.form.get("sure") != "1":
        return Response(status_code=303, headers={"Location": f"/skarmar/{screen_id}/installningar?fraga=1#spelare"})
    with state.database.write() as session:
        for device in pairing.living_devices(session, _screen(request, session).id):
            pairing.revoke(session, device, state.actor, state.now)
    return Response(status_code=303, headers={"Location": f"/skarmar/{screen_id}"})


def _form(request: Request, session: Session, screen: StoredScreen, place: Place, status: int = 200) -> Response:
    return render(
        request,
        "screen_settings.html",
        status,
        screen=screen,
        place=place,
        inches=INCHES,
        metres=METRES,
        languages=[(language, words(language).name) for language in LANGUAGES],
        players=len(pairing.living_devices(session, screen.id)),
        asked=request.query_params.get("fraga") == "1",
        toast=toast_of(request, session),
    )


def _screen(request: Request, session: Session) -> StoredScreen:
    state = request.state
    return find(session, state.actor, StoredScreen, state.now, StoredScreen.id == request.path_params["screen"])


def _number(written: str, least: float, most: float) -> float | None:
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        return None
    return value if least <= value <= most else None
