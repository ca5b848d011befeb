"""A form on its way: what was typed, its picture and screens, the card that it comes to, and what is to be said."""

import logging

import msgspec
from sqlalchemy.orm import Session
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from cards.model import Card, PictureRef
from server.curation.board import Board
from server.curation.composing import compose_card
from server.curation.fields import EMPTY_ROWS, Group, KindForm
from server.curation.kinds import FORMS
from server.curation.preview import findings_of
from server.curation.twoversions import Saying, saying_of, settled
from server.curation.written import typed
from server.intake.findings import Finding
from server.intake.text import clean
from server.media.pictures import PictureError, take_in
from server.reading.addresses import led_home
from server.storage.models import CardState, StoredCard, StoredPicture

log = logging.getLogger(__name__)
NEW = "nytt"
"""The id of a card that has none yet; it also seeds its drawn ground."""
ALT_AT_MOST = 200
"""Characters of a picture's description."""
ROWS = "rows"
"""Begins the act that asks for more rows in a group, and the field that says how many stand there."""
FILE, ALT, SCREENS = "file", "picture_alt", "screens"
"""The fields that are the same in every form."""
FIELDS_OF_RULES = {"start": "day", "end": "ends", "picture": FILE, "valid_until": "until"}
"""Where a rule's field has another name in the forms that are written by hand."""


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
    room: dict[str, int] = {}
    """How many rows of a group stand there at least, by its name."""
    asked: bool = False

    @property
    def published(self) -> bool:
        """Whether the card stands on screens already."""
        return self.stored is not None and self.stored.state is CardState.PUBLISHED

    def begun(self, finding: Finding) -> bool:
        """Tell whether a finding is about something that is written already."""
        group = next((group for group in self.form.groups if group.name == finding.field), None)
        return group.filled(self.values) if group else bool(self.values.get(finding.field))


def form_of(kind: str) -> KindForm:
    """The form of `kind`. Raises HTTPException 404 where it has none."""
    form = FORMS.get(kind)
    if form is None:
        raise HTTPException(404)
    return form


def sheet_of(
    request: Request,
    session: Session,
    form: KindForm,
    found: Board,
    *,
    stored: StoredCard | None = None,
    base: Card | None = None,
) -> Sheet:
    """The form as it was sent."""
    sent = request.state.form
    known = {screen.id for screen in found.screens}
    stood = frozenset(str(sent.get("stood", "")).split()) & known
    seen = _seen(sent.get("seen"), stored)
    saying = Saying(
        values=typed(sent, form.fields),
        picture=_picture(session, request) if form.picture else None,
        screens=frozenset(value for value in sent.getlist(SCREENS) if isinstance(value, str)) & known,
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
        room={group.name: _room(sent, group) for group in form.groups},
        look=look if (look := str(sent.get("look", "l"))) in ("l", "s", "b") else "l",
    )


def _room(sent: FormData, group: Group) -> int:
    """How many rows of `group` stood on the page, and those more that were asked for."""
    stood = str(sent.get(f"{ROWS}-{group.name}", ""))
    room = int(stood) if stood.isascii() and stood.isdecimal() and len(stood) < 4 else 0
    return room + EMPTY_ROWS if sent.get("act") == f"{ROWS}-{group.name}" else room


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
        alt=clean(str(sent.get(ALT, stored.alt)))[:ALT_AT_MOST],
    )


def _share(written: object, otherwise: float) -> float:
    """A percentage from a field as a share of one."""
    try:
        return min(100, max(0, int(str(written)))) / 100
    except ValueError:
        return otherwise


def take_picture(request: Request, sheet: Sheet) -> list[Finding]:
    """Keep the file that came with the form, if one did; a refusal is said beside the field."""
    file = request.state.form.get(FILE)
    if not sheet.form.picture or not isinstance(file, UploadFile) or not file.size:
        return []
    state = request.state
    try:
        sheet.picture = take_in(state.database, state.settings.data_folder, _bytes_of(file))
    except PictureError as error:
        log.info("a picture was refused: %s", type(error).__name__)
        places = {key: str(value) for key, value in error.places.items()}
        return [Finding(field=FILE, severity="stop", message=error.say, places=places)]
    return []


def _bytes_of(file: UploadFile) -> bytes:
    file.file.seek(0)  # it has been read already where a newer version came between reading and writing
    return file.file.read()


def compose(request: Request, sheet: Sheet, found: Board, more: list[Finding] | None = None) -> None:
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
    if sheet.form.picture_needed and sheet.picture is None and not more:
        findings.append(Finding(field=FILE, severity="stop", message=sheet.form.picture_needed))
    stopped = {finding.field for finding in findings if finding.severity == "stop"}
    stopped |= {group.name for group in sheet.form.groups if any(name.startswith(f"{group.name}-") for name in stopped)}
    shown = led_home(sheet.card, request.state.settings)
    rules = findings_of(shown, found.chosen(sheet.screens), found.municipality, found.now)
    moved = [_at_form(rule, sheet.form) for rule in rules if rule.field not in stopped]
    sheet.findings = (*findings, *(rule for rule in moved if rule.field not in stopped))


def _at_form(finding: Finding, form: KindForm) -> Finding:
    """A rule's remark, moved to the field of this form that it is about; without its repair where there is none."""
    known = {field.name for field in form.fields} | {group.name for group in form.groups} | {FILE, SCREENS}
    if form.picture:
        known.add(ALT)
    last = finding.field.rpartition(".")[2]
    places = (finding.field, FIELDS_OF_RULES.get(finding.field, ""), last, FIELDS_OF_RULES.get(last, ""))
    field = next((name for name in places if name in known), None)
    if field is None:
        return msgspec.structs.replace(finding, field=form.fields[0].name, repairs=())
    repairs = tuple(msgspec.structs.replace(repair, field=field) for repair in finding.repairs)
    return msgspec.structs.replace(finding, field=field, repairs=repairs)
