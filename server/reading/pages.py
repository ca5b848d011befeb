"""The public pages that stand behind the glass: a card as text, its picture, and a screen read on the phone.

No account, no cookie, no script, and nothing about who reads. Only what a person approved and what stands on screens
now is ever told; a card that is not there, is not yet, or never was approved is one and the same 404.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Card, Language, Screen
from cards.words import sentence_case
from cards.words import words as card_words
from playlists.validity import ends_by_itself
from server.access.addresses import client_address
from server.access.pages import EVERYONE, Page
from server.intake import budgets
from server.intake.town import Town, town
from server.media.renditions import for_screen
from server.media.store import read
from server.publishing.versions import is_approved
from server.reading import programme
from server.reading.addresses import PATH, by_short
from server.reading.telling import shown_host, tell
from server.screens.naming import called
from server.settings import public_url
from server.storage.models import CardState, Question, ShortAddress, StoredCard, StoredScreen
from server.views import render
from server.words import catalogues, choose_language, words_for

KEPT = "public, no-cache"
"""May be kept, and is asked about each time: what is taken down is gone at the next look."""
PHONE_PX = (1280, 960)
ORDER: tuple[Language, ...] = ("sv", "fi", "fit", "se", "en", "ar", "uk")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A card in the list of a screen: as text, and where to read on ("" for what has no page)."""

    told: Any
    address: str


def card(request: Request) -> Response:
    """The card with that short code. A withdrawn one says so with 410."""
    state = request.state
    with state.database.read() as session:
        home = town(session)
        stored = _stored(session, request)
        shown = _standing(stored, state.now)
    if shown is None:
        return _gone(request, home)
    language = _language(request, shown.texts)
    told = tell(shown, language, state.now, home.zone)
    return _render(
        request,
        "reading/card.html",
        home,
        told.language,
        _in_order(shown.texts),
        told=told,
        over=_over(shown, state.now, home.zone),
        picture=shown.picture,
        picture_address=f"{request.url.path}/bild" if shown.picture else "",
        link=shown.link if shown.link and shown_host(shown.link.url) else None,
        host=shown_host(shown.link.url) if shown.link else "",
    )


def picture(request: Request) -> Response:
    """The card's picture, in a size for phones."""
    state = request.state
    with state.database.read() as session:
        home = town(session)
        shown = _standing(_stored(session, request), state.now)
    if shown is None or shown.picture is None:
        raise HTTPException(404)
    folder = state.settings.data_folder
    phone = Screen(
        id="phone", name="", place="", municipality=home.municipality, width_px=PHONE_PX[0], height_px=PHONE_PX[1]
    )
    made = for_screen(folder, shown.picture, phone)
    data = read(folder, made[1].sha256) if made else None
    if made is None or data is None:
        raise HTTPException(404)
    return _kept(request, Response(data, media_type=made[1].media_type), made[1].sha256)


def screen(request: Request) -> Response:
    """All that plays on a screen today, as text. 429 for who asks without end."""
    state = request.state
    if not budgets.of(request.app).readings.spend(client_address(request, state.settings)):
        raise HTTPException(429)
    with state.database.read() as session:
        home = town(session)
        stored = session.get(StoredScreen, request.path_params["screen"])
        if stored is None:
            raise HTTPException(404)
        today = programme.of(request.app).of(session, stored.id, state.now)
        addresses = _addresses(session, [card.id for card in today.cards])
    manifest, playing = today.manifest, today.cards
    languages = _in_order([*manifest.screen.languages, *(code for card in playing for code in card.texts)])
    language = _language(request, languages)
    zone = ZoneInfo(manifest.screen.zone)
    told = [(card, tell(card, language, state.now, zone)) for card in playing]
    lines = [Line(told=said, address=addresses.get(card.id, "")) for card, said in told if not said.empty]
    return _render(request, "reading/screen.html", home, language, languages, name=called(manifest.screen), lines=lines)


def _stored(session: Session, request: Request) -> StoredCard:
    """The card behind the short code, if it stands or once stood. Raises HTTPException 404."""
    found = by_short(session, request.path_params["short"])
    stored = session.get(StoredCard, found.card_id) if found else None
    if stored is None or stored.state not in (CardState.PUBLISHED, CardState.WITHDRAWN):
        raise HTTPException(404)
    return stored


def _standing(stored: StoredCard, now: datetime) -> Card | None:
    """What a person approved of it, None where it was withdrawn. Raises HTTPException 404 for what is not yet."""
    if stored.state is not CardState.PUBLISHED or stored.published_version is None:
        return None
    version = stored.version(stored.published_version)
    if not is_approved(version) or (version.content.valid_from is not None and version.content.valid_from > now):
        raise HTTPException(404)
    return version.content


def _over(card: Card, now: datetime, zone: ZoneInfo) -> bool:
    ends = [end for end in (card.valid_until, ends_by_itself(card, zone)) if end is not None]
    return bool(ends) and min(ends) <= now


def _addresses(session: Session, cards: list[str]) -> dict[str, str]:
    """The page of each card: its own, or the one where a question is replied to."""
    own = select(ShortAddress.card_id, ShortAddress.short_code).where(ShortAddress.card_id.in_(cards))
    asked = select(Question.card_id, Question.short_code).where(Question.card_id.in_(cards))
    found = {card_id: PATH.format(short=short) for card_id, short in session.execute(own).all()}
    return found | {card_id: f"/s/{short}" for card_id, short in session.execute(asked).all()}


def _gone(request: Request, home: Town) -> Response:
    offered = [code for code in ("sv", "fi", "fit", "en", "ar") if code in catalogues()]
    return _render(
        request, "reading/gone.html", home, _language(request, offered), tuple(offered), status=410, kept=False
    )


def _in_order(codes: Iterable[Language]) -> tuple[Language, ...]:
    """Each language once, Swedish first, in the order in which they stand on every page."""
    found = set(codes)
    return tuple(code for code in (*ORDER, *sorted(found - set(ORDER))) if code in found)


def _language(request: Request, offered: Iterable[Language]) -> Language:
    """What the reader chose, else the browser's first that is offered, else Swedish, else the first there is."""
    offered = tuple(offered)
    chosen = choose_language(request.query_params.get("sprak"), request.headers.get("accept-language", ""), offered)
    return chosen if chosen in offered or not offered else offered[0]


def _render(
    request: Request,
    template: str,
    home: Town,
    language: Language,
    languages: tuple[Language, ...],
    *,
    status: int = 200,
    kept: bool = True,
    **context: Any,
) -> Response:
    request.state.words = words_for(language)
    response = render(
        request,
        template,
        status,
        municipality_name=home.name(language),
        web=home.municipality.address,
        spoken=language,
        languages=[(code, sentence_case(card_words(code).name)) for code in languages],
        path=request.url.path,
        whole=public_url(request.state.settings, request.url.path),
        **context,
    )
    if not kept:
        return response
    return _kept(request, response, hashlib.sha256(bytes(response.body)).hexdigest())


def _kept(request: Request, response: Response, digest: str) -> Response:
    """The response with its name, or 304 for who has it already."""
    tag = f'"{digest[:32]}"'
    headers = {"Cache-Control": KEPT, "ETag": tag, "Vary": "Accept-Language"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


PAGES = (
    Page(PATH, card, EVERYONE),
    Page(f"{PATH}/bild", picture, EVERYONE),
    Page("/skarm/{screen}", screen, EVERYONE),
)
