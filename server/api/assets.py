"""GET /api/v1/assets/{sha256}: the bytes that a manifest names, to the players that it was made for.

One range a request. What stands in none of the screen's last three manifests does not exist.
"""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from server.access.actors import Actor

SHA256 = re.compile(r"[0-9a-f]{64}")
FOR_EVER = "private, max-age=31536000, immutable"


def asset(request: Request) -> Response:
    """200 or 206 with the bytes; 404, and 416 for several ranges at once."""
    actor: Actor = request.state.actor
    sha256 = request.path_params["sha256"]
    if "," in request.headers.get("range", ""):
        raise HTTPException(416)
    if not SHA256.fullmatch(sha256) or not request.app.state.board.may_fetch(actor.screen_id or "", sha256):
        raise HTTPException(404)
    path = request.app.state.path_of(sha256)
    if not path.is_file():
        raise HTTPException(404)
    headers = {"cache-control": FOR_EVER, "etag": f'"{sha256}"'}
    return FileResponse(path, media_type="application/octet-stream", headers=headers)
