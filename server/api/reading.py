"""Request bodies and answers of the API: strict JSON in, JSON out."""

from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from foundation.errors import N_, TorgetError
from playlists import strict
from playlists.errors import UndecodableError

Shape = TypeVar("Shape")


class UnreadableError(TorgetError):
    say = N_("The request is not what this address takes. Look at docs/protocol.md.")


async def read_json(request: Request, shape: type[Shape]) -> Shape:
    """The body as `shape`; unknown fields, double keys and times without a zone are refused. Raises UnreadableError."""
    try:
        value = strict.decode(await request.body(), shape)
        strict.check_times(value)
    except UndecodableError as error:
        raise UnreadableError(str(error)) from error
    return value


def answer_json(value: object, status: int = 200) -> Response:
    """`value` as JSON."""
    return Response(msgspec.json.encode(value), status_code=status, media_type="application/json")
