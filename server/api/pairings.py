"""POST /api/v1/pairings and /api/v1/pairings/{id}: how a player without a token gets one."""

import anyio
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

import playlists.pairing as protocol
from server.access.addresses import client_address
from server.api.limits import OPENINGS, PAIRING_POLLS
from server.api.reading import answer_json, read_json
from server.intake.budgets import network
from server.publishing.board import Board
from server.screens import pairing
from server.storage.models import Device, PairingState, StoredMunicipality

LOOK_EVERY_S = 0.01
KNOWN_WITHIN_LOOKS = 100


async def open_pairing(request: Request) -> Response:
    """201 with the code, our nonce and the root key; 429 when too many are open."""
    address = network(client_address(request, request.state.settings))
    request.app.state.limits.spend(OPENINGS, "open", address)
    asked = await read_json(request, protocol.PairingRequest)
    return await run_in_threadpool(_open, request, asked)


async def poll_pairing(request: Request) -> Response:
    """200 with the state, and with token, screen and key list once it is paired; 404, 410."""
    request.app.state.limits.spend(PAIRING_POLLS, "poll", request.path_params["id"])
    shown = await read_json(request, protocol.PairingPoll)
    state = await run_in_threadpool(_poll, request, shown)
    if state.token:
        await _known(request.app.state.board, state.token)
    return answer_json(state)


async def _known(board: Board, token: str) -> None:
    """Wait until the board knows a new token, so that the player's first poll is not answered with 401."""
    for _ in range(KNOWN_WITHIN_LOOKS):
        if board.device(token):
            return
        await anyio.sleep(LOOK_EVERY_S)


def _open(request: Request, asked: protocol.PairingRequest) -> Response:
    with request.state.database.write() as session:
        opened = pairing.open_pairing(session, asked, request.state.now)
        answer = protocol.PairingOpened(
            id=opened.id,
            code=opened.code,
            root_key=request.app.state.publisher.keys.root_key,
            nonce=opened.nonce,
            expires_at=opened.expires_at,
        )
    return answer_json(answer, 201)


def _poll(request: Request, shown: protocol.PairingPoll) -> protocol.PairingState:
    with request.state.database.write() as session:
        found, token = pairing.poll(
            session, request.path_params["id"], shown, request.app.state.secret, request.state.now
        )
        if found.state is not PairingState.PAIRED:
            entered = found.state is PairingState.ENTERED
            return protocol.PairingState(state="entered" if entered else "waiting")
        device = session.get_one(Device, found.device_id)
        town = session.scalars(select(StoredMunicipality)).one()
        return protocol.PairingState(
            state="paired",
            token=token,
            screen=device.screen_id,
            municipality=town.id,
            keys=request.app.state.publisher.keys.sealed_list.decode(),
        )
