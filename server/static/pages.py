"""The route of the static files: from memory, immutable, and open to all, since the public pages use them too."""

from starlette.requests import Request
from starlette.responses import Response

from server.access.pages import EVERYONE, Page
from server.static import files

FOR_EVER = "public, max-age=31536000, immutable"


def static(request: Request) -> Response:
    """One file; an address of another version answers with the present one, kept for a moment only."""
    file = files.files().get(request.path_params["name"])
    if file is None:
        return Response("not found", status_code=404, media_type="text/plain")
    current = request.path_params["version"] == files.version()
    headers = {"Cache-Control": FOR_EVER if current else "no-cache", "Vary": "Accept-Encoding"}
    data = file.data
    if file.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        data = file.packed
    return Response(data, media_type=file.media_type, headers=headers)


PAGES = (Page("/static/{version}/{name:path}", static, allow=EVERYONE, name="static"),)
