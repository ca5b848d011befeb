"""The form with the card drawn beside it: a new card, a new version, and the drawing while one types.

Whatever is pressed, what was typed comes back. "Visa kortet" and the buttons that repair a field only redraw; taking
in a picture keeps it, since a file cannot be sent back to the browser.
"""

import logging

import msgspec
from sqlalchemy.orm import Session
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Card, PictureRef
from foundation.errors import N_
from server.curation import acts
from server.curation.board import Board, board, card_of, pictures_of
from server.curation.fields import KindForm, compose_card, typed
from server.curation.kinds import FORMS
from server.curation.placing import collected_on, is_gathered, stands_on
from server.curation.preview import Preview, findings_of, preview
from server.curation.toast import done
from server.curation.twoversions import Clash, Saying, clashes, news_of, saying_of, settled
from server.intake.findings import Finding, stops
from server.intake.text import clean
from server.media.pictures import PictureError, take_in
from server.reading.addresses import led_home
from server.reading.dressing import dress
from server.screens.naming import called
from server.storage.models import CardState, Origin, StoredCard, StoredPicture
from server.views import render

log = logging.getLogger(__name__)
NEW = "nytt"
"""The id of a card that has none yet; it also seeds its drawn ground."""
ALT_AT_MOST = 200
"""Characters of a picture's description."""
SCREENS_WAIT = N_("The screens change when you publish. Tick as before to save without publishing.")
NOWHERE = "skarmlost"
STANDS_NOWHERE = N_("The card stands on no screen yet. Look at the screens that are ticked, and publish.")
TAKEN_DOWN = N_("The card was taken down while you wrote. If you publish, it goes up again.")


class Sheet(msgspec.Struct, kw_only=True):
    """One form on its way: what was typed, what is to be said about it, and the card that it comes to."""

    form: KindForm
    values: dict[str, str]
    screens: frozenset[str]
    base: Card | None = None
    stored: StoredCard | None = None
    seen: int = 0
    """The latest version that the writer knows of; 0 for a new card."""
    stood: frozenset[str] = frozenset()
    """The screens on which the card stood when the writer began."""
    news: str = ""
    """What happened to the card while it was written."""
    picture: PictureRef | None = None
    findings: tuple[Finding, ...] = ()
    card: Card | None = None
    look: str = "l"
    asked: bool = False


def choose_kind(request: Request) -> Response:
    """Which kind of card is it?"""
    return render(request, "newcard.html", forms=list(FORMS.values()))


def new_form(request: Request) -> Response:
    """An empty form; `rubrik` in the address is a headline that was begun elsewhere."""
    form = _form_of(request.path_params["kind"])
    with request.state.database.read() as session:
        found = board(request, session)
        values = dict.fromkeys((field.name for field in form.fields), "") | form.fresh(found.desk)
        if title := request.query_params.get("rubrik", "")[:200]:
            values["title"] = title
        screens = frozenset(screen.id for screen in found.screens)
        sheet = Sheet(form=form, values=values, screens=screens)
        _read(request, sheet, found)
        return _page(request, session, sheet, found, quiet=True)


def edit_form(request: Request) -> Response:
    """The form of a card that is there; NOWHERE in the address asks for its screens.

    What came by itself and stands nowhere yet is meant for every screen until somebody says otherwise.
    """
    with request.state.database.read() as session:
        stored = card_of(request, session)
        base = stored.version().content
        form = _form_of(base.kind)
        found = board(request, session)
        screens = stands_on(session, stored)
        by_itself = stored.state is CardState.DRAFT and stored.origin in (Origin.FEED, Origin.FOLDER)
        everywhere = frozenset(screen.id for screen in found.screens)
        sheet = Sheet(
            form=form,
            values=form.write(base, found.desk),
            screens=everywhere if by_itself and not screens else screens,
            base=base,
            stored=stored,
            seen=stored.latest_version,
            stood=screens,
            picture=base.picture,
            news=STANDS_NOWHERE if request.query_params.get(NOWHERE) and not screens else "",
        )
        _read(request, sheet, found)
        return _page(request, session, sheet, found)


def new_sent(request: Request) -> Response:
    """A button of the form of a new card was pressed."""
    return _sent(request, _form_of(request.path_params["kind"]), existing=False)


def edit_sent(request: Request) -> Response:
    """A button of the form of a card that is there was pressed."""
    return _sent(request, None, existing=True)


def draw(request: Request) -> Response:
    """The column beside the form and what is to be said about each field, for a form as far as it is typed."""
    with request.state.database.read() as session:
        found = board(request, session)
        sheet = _sheet(request, session, _form_of(request.path_params["kind"]), found)
        _read(request, sheet, found)
        shown = _preview(request, session, sheet, found)
        existing = bool(request.state.form.get("seen"))
        touched = tuple(
            f
            for f in sheet.findings
            if sheet.values.get(f.field) or (existing and f.severity == "look") or (f.field == "file" and sheet.picture)
        )
        return render(request, "drawn.html", sheet=sheet, preview=shown, findings=touched, board=found)


def _sent(request: Request, form: KindForm | None, *, existing: bool) -> Response:
    state = request.state
    with state.database.read() as session:
        stored = card_of(request, session) if existing else None
        base = stored.version().content if stored else None
        found = board(request, session)
        sheet = _sheet(request, session, form or _form_of(base.kind if base else ""), found, stored=stored, base=base)
        theirs = stands_on(session, stored) if stored else frozenset()
    refusal = _take_picture(request, sheet)
    act = _pressed(request, sheet)
    if act == "draft" and _is_published(sheet) and sheet.screens != theirs:
        refusal.append(Finding(field="screens", severity="stop", message=SCREENS_WAIT))
    _read(request, sheet, found, refusal)
    if act == "show":
        return _again(request, sheet, found, 200)
    if differ := _differing(request, sheet, found, theirs):
        return _both(request, sheet, found, differ, act, theirs)
    if stops(sheet.findings):
        return _again(request, sheet, found, 422)
    if act == "publish" and (asked := _asked_first(request, sheet)):
        return _again(request, sheet, found, asked)
    try:
        return _keep(request, sheet, publish=act == "publish")
    except acts.OvertakenError:  # between reading and writing
        return _sent(request, form, existing=existing)


def _pressed(request: Request, sheet: Sheet) -> str:
    """The act of the button that was pressed; a repair puts its value into the field, and only shows."""
    sent = request.state.form
    if repair := str(sent.get("repair", "")):
        name, _, value = repair.partition("=")
        if name in {field.name for field in sheet.form.fields}:
            sheet.values[name] = value[:600]
        return "show"
    act = str(sent.get("act", ""))
    return act if act in ("publish", "draft") else "show"


def _asked_first(request: Request, sheet: Sheet) -> int:
    """The status of a page that asks before it publishes; 0 where nothing is to be asked."""
    sent = request.state.form
    if sent.get("state") == CardState.PUBLISHED and not _is_published(sheet):
        sheet.news = TAKEN_DOWN
        return 409
    if sheet.form.name == "alert" and not sent.get("sure"):
        sheet.asked = True
        return 200
    return 0


def _is_published(sheet: Sheet) -> bool:
    return sheet.stored is not None and sheet.stored.state is CardState.PUBLISHED


def _differing(request: Request, sheet: Sheet, found: Board, stands: frozenset[str]) -> tuple[Clash, ...]:
    """What a version that the writer has not seen says otherwise; nothing where there is none."""
    if sheet.stored is None or sheet.base is None or sheet.seen == sheet.stored.latest_version:
        return ()
    began = saying_of(sheet.form, sheet.stored.version(sheet.seen).content, sheet.stood, found.desk)
    theirs = saying_of(sheet.form, sheet.base, stands, found.desk)
    mine = Saying(values=sheet.values, picture=sheet.picture, screens=sheet.screens)
    return clashes(sheet.form, began, mine, theirs, found, request.state.words)


def _both(
    request: Request, sheet: Sheet, found: Board, differ: tuple[Clash, ...], act: str, stands: frozenset[str]
) -> Response:
    """The page on which the writer chooses between both versions."""
    assert sheet.stored is not None
    with request.state.database.read() as session:
        version = sheet.stored.version()
        return render(
            request,
            "twoversions.html",
            409,
            sheet=sheet,
            clashes=differ,
            checks={field.name for field in sheet.form.fields if field.type == "check"},
            news=news_of(session, version, found, request.state.words),
            theirs=version.version,
            title=version.content.text("sv").title,
            stood=" ".join(sorted(stands)),
            act=act,
            mine_drawn=_preview(request, session, sheet, found).lying.src,
        )


def _again(request: Request, sheet: Sheet, found: Board, status: int) -> Response:
    with request.state.database.read() as session:
        return _page(request, session, sheet, found, status=status)


def _keep(request: Request, sheet: Sheet, *, publish: bool) -> Response:
    state = request.state
    assert sheet.card is not None
    with state.database.write() as session:
        if sheet.stored is None:
            card = msgspec.structs.replace(sheet.card, id=acts.new_id(sheet.values.get("title", "")))
            row = acts.make(session, state.actor, card, sheet.screens, state.now, publish=publish)
        else:
            stored = card_of(request, session)
            over = sheet.stored.latest_version
            row = acts.revise(
                session, state.actor, stored, sheet.card, sheet.screens, state.now, publish=publish, over=over
            )
    return done(f"/kort/{row.object_id}", row)


def _form_of(kind: str) -> KindForm:
    form = FORMS.get(kind)
    if form is None:
        raise HTTPException(404)
    return form


def _sheet(
    request: Request,
    session: Session,
    form: KindForm,
    found: Board,
    *,
    stored: StoredCard | None = None,
    base: Card | None = None,
) -> Sheet:
    sent = request.state.form
    known = {screen.id for screen in found.screens}
    stood = frozenset(str(sent.get("stood", "")).split()) & known
    seen = _seen(sent.get("seen"), stored)
    saying = Saying(
        values=typed(sent, form.fields),
        picture=_picture(session, request) if form.picture else None,
        screens=frozenset(value for value in sent.getlist("screens") if isinstance(value, str)) & known,
    )
    if stored is not None:
        saying = settled(saying, saying_of(form, stored.version(seen).content, stood, found.desk), sent)
    return Sheet(
        form=form,
        values=dict(saying.values),
        screens=saying.screens,
        base=base,
        stored=stored,
        seen=seen,
        stood=stood,
        picture=saying.picture,
        look=look if (look := str(sent.get("look", "l"))) in ("l", "s", "b") else "l",
    )


def _seen(written: object, stored: StoredCard | None) -> int:
    """The version that the form says it knows of; one that says none knows of the first alone."""
    numbers = {str(version.version): version.version for version in stored.versions} if stored else {}
    return numbers.get(str(written), min(numbers.values(), default=0))


def _picture(session: Session, request: Request) -> PictureRef | None:
    """The picture that the form names, with the focal point that the form says."""
    sent = request.state.form
    stored = session.get(StoredPicture, str(sent.get("picture", "")))
    if stored is None or sent.get("act") == "no-picture":
        return None
    return PictureRef(
        sha256=stored.sha256,
        width_px=stored.width_px,
        height_px=stored.height_px,
        focus_x=_share(sent.get("focus_x"), stored.focus_x),
        focus_y=_share(sent.get("focus_y"), stored.focus_y),
        alt=clean(str(sent.get("picture_alt", stored.alt)))[:ALT_AT_MOST],
    )


def _share(written: object, otherwise: float) -> float:
    """A percentage from a field as a share of one."""
    try:
        return min(100, max(0, int(str(written)))) / 100
    except ValueError:
        return otherwise


def _take_picture(request: Request, sheet: Sheet) -> list[Finding]:
    """Keep the file that came with the form, if one did; a refusal is said beside the field."""
    file = request.state.form.get("file")
    if not sheet.form.picture or not isinstance(file, UploadFile) or not file.size:
        return []
    state = request.state
    try:
        sheet.picture = take_in(state.database, state.settings.data_folder, _bytes_of(file))
    except PictureError as error:
        log.info("a picture was refused: %s", type(error).__name__)
        places = {key: str(value) for key, value in error.places.items()}
        return [Finding(field="file", severity="stop", message=error.say, places=places)]
    return []


def _bytes_of(file: UploadFile) -> bytes:
    file.file.seek(0)  # it has been read already where a newer version came between reading and writing
    return file.file.read()


def _read(request: Request, sheet: Sheet, found: Board, more: list[Finding] | None = None) -> None:
    """Make the card of what was typed, and gather all that is to be said about it."""
    sheet.card, said = compose_card(
        sheet.form,
        sheet.values,
        found.desk,
        id=sheet.base.id if sheet.base else NEW,
        base=sheet.base,
        picture=sheet.picture,
    )
    findings = [*said, *(more or [])]
    if sheet.form.name == "picture" and sheet.picture is None and not more:
        findings.append(Finding(field="file", severity="stop", message=N_("A picture card needs a picture.")))
    stopped = {finding.field for finding in findings if finding.severity == "stop"}
    shown = led_home(sheet.card, request.state.settings)
    rules = findings_of(shown, found.chosen(sheet.screens), found.municipality, found.now)
    findings += [_at_form(rule, sheet.form) for rule in rules if rule.field not in stopped]
    sheet.findings = tuple(findings)


FIELDS_OF_RULES = {"start": "day", "end": "ends", "picture": "file"}


def _at_form(finding: Finding, form: KindForm) -> Finding:
    """A rule's remark, moved to the field of this form that it is about."""
    name = finding.field.rpartition(".")[2]
    name = FIELDS_OF_RULES.get(name, name)
    known = {field.name for field in form.fields} | {"file", "screens"}
    field = name if name in known else form.fields[0].name
    repairs = tuple(msgspec.structs.replace(repair, field=field) for repair in finding.repairs)
    return msgspec.structs.replace(finding, field=field, repairs=repairs)


def _preview(request: Request, session: Session, sheet: Sheet, found: Board) -> Preview:
    assert sheet.card is not None
    pictures = pictures_of(sheet.card, request.state.settings)
    shown = dress(session, sheet.card, request.state.settings)
    return preview(shown, found.chosen(sheet.screens), found.municipality, found.desk, sheet.values, pictures)


def _page(
    request: Request, session: Session, sheet: Sheet, found: Board, *, status: int = 200, quiet: bool = False
) -> Response:
    """The whole page. `quiet` keeps the stops of a form that nobody has written in yet to itself."""
    findings = tuple(f for f in sheet.findings if sheet.values.get(f.field)) if quiet else sheet.findings
    gathered = sheet.stored is not None and is_gathered(session, sheet.stored)
    collected = collected_on(session) if gathered else frozenset()
    return render(
        request,
        "editor.html",
        status,
        sheet=sheet,
        findings=findings,
        quiet=quiet,
        preview=_preview(request, session, sheet, found),
        board=found,
        published=_is_published(sheet),
        collected=[called(screen) for screen in found.chosen(collected)],
        action=f"/kort/{sheet.stored.id}/andra" if sheet.stored else f"/kort/nytt/{sheet.form.name}",
    )
