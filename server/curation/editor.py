"""The form with the card drawn beside it: a new card, a new version, and the drawing while one types.

Whatever is pressed, what was typed comes back. "Visa kortet" and the buttons that repair a field only redraw; taking
in a picture keeps it, since a file cannot be sent back to the browser.
"""

from typing import Final

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.fields import Section
from foundation.errors import N_
from server.curation import acts
from server.curation.board import Board, board, card_of, pictures_of
from server.curation.fields import KindForm
from server.curation.kinds import FORMS
from server.curation.placing import collected_on, is_gathered, stands_on
from server.curation.preview import Preview, preview
from server.curation.sheets import ALT, FILE, ROWS, SCREENS, Sheet, compose, form_of, sheet_of, take_picture
from server.curation.standing import title_of
from server.curation.toast import done
from server.curation.twoversions import Clash, Saying, clashes, news_of, saying_of
from server.intake.findings import Finding, stops
from server.reading.dressing import dress
from server.screens.naming import called
from server.storage.models import CardState, Origin
from server.views import render

SCREENS_WAIT = N_("The screens change when you publish. Tick as before to save without publishing.")
SECTIONS: Final[dict[Section, str]] = {
    "everyday": N_("Most days"),
    "dialogue": N_("Questions and what came of them"),
    "lists": N_("Several things on one card"),
    "house": N_("The house and who is there"),
    "media": N_("Film, meetings and documents"),
}
"""The headings under which the kinds of card are offered."""
NOWHERE = "skarmlost"
STANDS_NOWHERE = N_("The card stands on no screen yet. Look at the screens that are ticked, and publish.")
TAKEN_DOWN = N_("The card was taken down while you wrote. If you publish, it goes up again.")


def choose_kind(request: Request) -> Response:
    """Which kind of card is it?"""
    sections = [
        (name, heading, [form for form in FORMS.values() if form.section == name]) for name, heading in SECTIONS.items()
    ]
    return render(request, "newcard.html", sections=[section for section in sections if section[2]])


def new_form(request: Request) -> Response:
    """An empty form; `rubrik` in the address is a headline that was begun elsewhere."""
    form = form_of(request.path_params["kind"])
    with request.state.database.read() as session:
        found = board(request, session)
        values = dict.fromkeys((field.name for field in form.fields), "") | form.fresh(found.desk)
        if title := request.query_params.get("rubrik", "")[:200]:
            values["title"] = title
        screens = frozenset(screen.id for screen in found.screens)
        sheet = Sheet(form=form, values=values, screens=screens)
        compose(request, sheet, found)
        return _page(request, session, sheet, found, quiet=True, first=True)


def edit_form(request: Request) -> Response:
    """The form of a card that is there; NOWHERE in the address asks for its screens.

    What came by itself and stands nowhere yet is meant for every screen until somebody says otherwise.
    """
    with request.state.database.read() as session:
        stored = card_of(request, session)
        base = stored.version().content
        form = form_of(base.kind)
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
        compose(request, sheet, found)
        return _page(request, session, sheet, found)


def new_sent(request: Request) -> Response:
    """A button of the form of a new card was pressed."""
    return _sent(request, form_of(request.path_params["kind"]), existing=False)


def edit_sent(request: Request) -> Response:
    """A button of the form of a card that is there was pressed."""
    return _sent(request, None, existing=True)


def draw(request: Request) -> Response:
    """The column beside the form and what is to be said about each field, for a form as far as it is typed."""
    with request.state.database.read() as session:
        found = board(request, session)
        sheet = sheet_of(request, session, form_of(request.path_params["kind"]), found)
        compose(request, sheet, found)
        shown = _preview(request, session, sheet, found)
        existing = bool(request.state.form.get("seen"))
        touched = tuple(
            f
            for f in sheet.findings
            if sheet.begun(f) or (existing and f.severity == "look") or (f.field in (FILE, ALT) and sheet.picture)
        )
        there = [field for field in sheet.form.fields if field.name in request.state.form or field.type == "check"]
        boxes = [field.name for field in there if not (field.number and field.type == "check")]
        boxes += [group.name for group in sheet.form.groups]
        return render(request, "drawn.html", sheet=sheet, preview=shown, findings=touched, board=found, boxes=boxes)


def _sent(request: Request, form: KindForm | None, *, existing: bool) -> Response:
    state = request.state
    with state.database.read() as session:
        stored = card_of(request, session) if existing else None
        base = stored.version().content if stored else None
        found = board(request, session)
        sheet = sheet_of(request, session, form or form_of(base.kind if base else ""), found, stored=stored, base=base)
        theirs = stands_on(session, stored) if stored else frozenset()
    refusal = take_picture(request, sheet)
    act = _pressed(request, sheet)
    if act == "draft" and sheet.published and sheet.screens != theirs:
        refusal.append(Finding(field=SCREENS, severity="stop", message=SCREENS_WAIT))
    compose(request, sheet, found, refusal)
    if act in ("show", ROWS):
        return _again(request, sheet, found, 200, quiet=act == ROWS)
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
    if act in ("publish", "draft"):
        return act
    return ROWS if act.startswith(f"{ROWS}-") else "show"


def _asked_first(request: Request, sheet: Sheet) -> int:
    """The status of a page that asks before it publishes; 0 where nothing is to be asked."""
    sent = request.state.form
    if sent.get("state") == CardState.PUBLISHED and not sheet.published:
        sheet.news = TAKEN_DOWN
        return 409
    if sheet.form.name == "alert" and not sent.get("sure"):
        sheet.asked = True
        return 200
    return 0


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
            title=title_of(version.content),
            stood=" ".join(sorted(stands)),
            act=act,
            mine_drawn=_preview(request, session, sheet, found).lying.src,
        )


def _again(request: Request, sheet: Sheet, found: Board, status: int, *, quiet: bool = False) -> Response:
    with request.state.database.read() as session:
        return _page(request, session, sheet, found, status=status, quiet=quiet)


def _keep(request: Request, sheet: Sheet, *, publish: bool) -> Response:
    state = request.state
    assert sheet.card is not None
    with state.database.write() as session:
        if sheet.stored is None:
            card = msgspec.structs.replace(sheet.card, id=acts.new_id(title_of(sheet.card)))
            row = acts.make(session, state.actor, card, sheet.screens, state.now, publish=publish)
        else:
            stored = card_of(request, session)
            over = sheet.stored.latest_version
            row = acts.revise(
                session, state.actor, stored, sheet.card, sheet.screens, state.now, publish=publish, over=over
            )
    return done(f"/kort/{row.object_id}", row)


def _preview(request: Request, session: Session, sheet: Sheet, found: Board) -> Preview:
    assert sheet.card is not None
    pictures = pictures_of(sheet.card, request.state.settings)
    shown = dress(session, sheet.card, request.state.settings)
    return preview(shown, found.chosen(sheet.screens), found.municipality, found.desk, sheet.values, pictures)


def _labels(request: Request, form: KindForm) -> dict[str, str]:
    """What each field is called, where the remarks on it do not say what they are about."""
    if not form.told_by_field:
        return {}
    words = request.state.words
    groups = {group.name: words.gettext(group.label) for group in form.groups}
    return {field.name: field.called(words) for field in form.fields} | groups


def _page(
    request: Request,
    session: Session,
    sheet: Sheet,
    found: Board,
    *,
    status: int = 200,
    quiet: bool = False,
    first: bool = False,
) -> Response:
    """The whole page. `quiet` keeps to itself what is missing in a form that is still being written; `first` greets."""
    findings = tuple(f for f in sheet.findings if sheet.begun(f)) if quiet else sheet.findings
    gathered = sheet.stored is not None and is_gathered(session, sheet.stored)
    collected = collected_on(session) if gathered else frozenset()
    return render(
        request,
        "editor.html",
        status,
        sheet=sheet,
        findings=findings,
        quiet=quiet,
        first=first,
        title=title_of(sheet.base) if sheet.base else "",
        labels=_labels(request, sheet.form),
        preview=_preview(request, session, sheet, found),
        board=found,
        published=sheet.published,
        collected=[called(screen) for screen in found.chosen(collected)],
        action=f"/kort/{sheet.stored.id}/andra" if sheet.stored else f"/kort/nytt/{sheet.form.name}",
    )
