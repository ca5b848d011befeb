"""What a player verifies the server by: the key list, and the signed time for one whose clock is wrong."""

import re

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from playlists.envelope import TIME_TYPE, seal
from playlists.trust import SignedTime
from server.access.addresses import client_address
from server.api.limits import TIMES
from server.api.reading import UnreadableError
from server.publishing.publish import Publisher

NONCE = re.compile(r"[0-9a-f]{16,128}")


async def key_list(request: Request) -> Response:
    """The key list, signed by the root."""
    publisher: Publisher = request.app.state.publisher
    return Response(
        publisher.keys.sealed_list, media_type="application/json", headers={"cache-control": "public, max-age=300"}
    )


async def signed_time(request: Request) -> Response:
    """The time, signed together with the nonce of whoever asks; without a token, since TLS may be what fails."""
    request.app.state.limits.spend(TIMES, "time", client_address(request, request.state.settings))
    nonce = request.query_params.get("nonce", "")
    if not NONCE.fullmatch(nonce):
        raise UnreadableError("time wants a nonce of 16 to 128 hex digits")
    publisher: Publisher = request.app.state.publisher
    told = SignedTime(municipality=publisher.keys.key_list.municipality, nonce=nonce, now=request.state.now)
    return Response(seal(msgspec.json.encode(told), TIME_TYPE, [publisher.keys.signer]), media_type="application/json")
