"""The pages: choose or make a look, see it on every kind of card, switch it on."""

import logging
import re
from collections import Counter
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.errors import CardError, ThemeError
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.model import Municipality, Screen
from cards.samples import samples
from cards.themes import OWN, Theme, own_theme, theme_names, uses
from foundation.errors import N_
from server import history
from server.access.rules import NotVisibleError
from server.appearance import looks
from server.appearance.logos import LogoRefusedError, logo_png
from server.curation import drawing
from server.curation.toast import done, toast_of
from server.intake.findings import Finding
from server.media.errors import PictureError
from server.publishing.publish import changed
from server.storage.models import StoredMunicipality, StoredScreen
from server.views import render

log = logging.getLogger(__name__)

FIELDS: Final = ("first", "second", "third")
WIDTH_PX: Final = 480
TITLES: Final = {
    "alv": N_("Älv"),
    "skog": N_("Skog"),
    "kontrast": N_("Kontrast"),
    "ungdom": N_("Ungdom"),
    OWN: N_("Our own"),
}
ABOUT: Final = {
    "alv": N_("Warm paper, night sky, the river's greens."),
    "skog": N_("Moss, bark, birch and lingonberry."),
    "kontrast": N_("The strongest contrast, for rooms full of daylight."),
    "ungdom": N_("Night and lime, large words: for the youth centre."),
}
SHOWN: Final = ("event", "question", "house")
"""The kinds that stand for a theme where several are shown."""
_COLOUR: Final = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


def start(request: Request) -> Response:
    """What is worn now, the looks that ship, and the form for one's own."""
    return _start(request, {}, ())


def make(request: Request) -> Response:
    """Make a theme of what was sent and go to see it; nothing on the screens changes."""
    form = request.state.form
    typed = {name: str(form.get(name, "")).strip()[:20] for name in FIELDS}
    colours, findings = _colours(typed)
    png, refused = _logo(form.get("logo"))
    findings += refused
    if not findings:
        try:
            theme = own_theme(colours, png)
        except ThemeError as error:
            log.info("a theme was refused: %s", error.places.get("reason"))
            findings.append(
                Finding(
                    field="first",
                    severity="stop",
                    message=N_(
                        "With these colours “{one}” and “{other}” look alike to some people. Choose lighter or darker."
                    ),
                    places={key: _title_of(str(error.places.get(key, ""))) for key in ("one", "other")},
                )
            )
        else:
            name = looks.keep(request.state.settings.data_folder, theme)
            return RedirectResponse(f"/utseende/{name}", status_code=303)
    return _start(request, typed, tuple(findings), 422)


def tried(request: Request) -> Response:
    """One look on every kind of card."""
    state = request.state
    name = request.path_params["look"]
    theme = _theme(request)
    now = state.now
    cards = samples(now)
    with state.database.read() as session:
        worn = _worn(session, name, theme)
        toast = toast_of(request, session)
    given = list(dict.fromkeys(theme.pigments[p] for p in ("teal", "red", "plum"))) if theme.name == OWN else []
    return render(
        request,
        "appearance_look.html",
        look=name,
        title=TITLES[theme.name],
        kinds=[(kind, _title_of(kind)) for kind in KINDS if kind in cards],
        uses=uses(theme, given),
        worn=worn,
        toast=toast,
    )


def put_on(request: Request) -> Response:
    """Put the look on every screen. It can be undone."""
    state, name, theme = request.state, request.path_params["look"], _theme(request)
    with state.database.write() as session:
        town = session.scalars(select(StoredMunicipality)).one()
        before = history.snapshot(session, town)
        if theme.name == OWN:
            town.look = theme
        for screen in session.scalars(select(StoredScreen)):
            screen.theme = theme.name
        row = history.record(session, state.actor, "dressed", town, before, state.now)
        changed(session, None, state.now)
        session.flush()
    return done(f"/utseende/{name}", row)


def picture(request: Request) -> Response:
    """A sample of one kind in one look."""
    state, theme, kind = request.state, _theme(request), request.path_params["kind"]
    card = samples(state.now).get(kind)
    if card is None:
        raise NotVisibleError(f"no sample of {kind}")
    with state.database.read() as session:
        town = session.scalars(select(StoredMunicipality)).one().as_municipality()
    screen = _screen(town, theme)
    try:
        data = drawing.jpeg(card, screen, state.now.astimezone(ZoneInfo(screen.zone)), {}, WIDTH_PX)
    except CardError as error:
        raise NotVisibleError(f"{kind} cannot be drawn") from error
    headers = {"ETag": drawing.etag(data), "Cache-Control": "private, max-age=300"}
    return Response(data, media_type="image/jpeg", headers=headers)


def _screen(town: Municipality, theme: Theme) -> Screen:
    if theme.name == OWN:
        town = msgspec.structs.replace(town, look=theme)
    return Screen(id="look", name="", place="", municipality=town, theme=theme.name)


def _start(request: Request, typed: dict[str, str], findings: tuple[Finding, ...], status: int = 200) -> Response:
    state = request.state
    with state.database.read() as session:
        town = session.scalars(select(StoredMunicipality)).one()
        own = town.look
        worn = Counter(session.scalars(select(StoredScreen.theme))).most_common(1)
        toast = toast_of(request, session)
    mine = looks.keep(state.settings.data_folder, own) if own is not None else ""
    now = worn[0][0] if worn else "alv"
    offered = [(name, TITLES[name], ABOUT[name], name == now) for name in theme_names()]
    return render(
        request,
        "appearance.html",
        status,
        offered=offered,
        own=mine,
        own_worn=now == OWN,
        shown=SHOWN,
        typed={name: typed.get(name, "") for name in FIELDS},
        findings=findings,
        toast=toast,
    )


def _theme(request: Request) -> Theme:
    found = looks.find(request.state.settings.data_folder, request.path_params["look"])
    if found is None:
        raise NotVisibleError("no such look")
    return found


def _worn(session: Session, name: str, theme: Theme) -> bool:
    """Whether every screen wears this very look."""
    themes = set(session.scalars(select(StoredScreen.theme)))
    own = session.scalars(select(StoredMunicipality)).one().look
    return themes == {theme.name} and (theme.name != OWN or (own is not None and looks.file_name(own) == name))


def _colours(typed: dict[str, str]) -> tuple[list[str], list[Finding]]:
    colours, findings = [], []
    for name in FIELDS:
        written = typed[name]
        found = _COLOUR.fullmatch(written)
        if found:
            digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
            colours.append(f"#{digits.upper()}")
        elif written or name != "third":
            said = N_("Write the colour as in your graphic manual, for example #0057A8.")
            findings.append(Finding(field=name, severity="stop", message=said))
    return colours, findings


def _logo(sent: Any) -> tuple[bytes, list[Finding]]:
    if not isinstance(sent, UploadFile) or not sent.size:
        return b"", []
    sent.file.seek(0)
    try:
        return logo_png(sent.file.read()), []
    except (LogoRefusedError, PictureError) as error:
        places = {key: str(value) for key, value in error.places.items()}
        return b"", [Finding(field="logo", severity="stop", message=error.say, places=places)]


def _title_of(kind: str) -> str:
    """What a card of the kind calls itself, else the kind's name."""
    if kind not in KINDS:
        return kind
    words = declared(kind).words.get("sv", {})
    return next((said for name, said in words.items() if name.startswith("chip") and isinstance(said, str)), kind)
