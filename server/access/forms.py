"""What a change must show beside its fields: that it comes from our own pages, and the session's token.

Browsers say where a request comes from in Sec-Fetch-Site, or in Origin where that is not sent. A signed-in change needs
one of the two and the token; a public one carries no right that another site could borrow, so it may show neither.
"""

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers

from server.settings import Settings

FIELD = "csrf"
HEADER = "x-csrf-token"
OWN_SITES = frozenset({"same-origin", "none"})


def from_our_pages(headers: Headers, settings: Settings, *, signed_in: bool) -> bool:
    """Tell whether a change came from our own pages, as far as the browser says."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in OWN_SITES
    origin = headers.get("origin")
    if origin is None or origin == "null":  # a page with no-referrer sends "null"
        return not signed_in
    return origin in _own_origins(headers, settings)


def right_csrf(headers: Headers, form: FormData, expected: str) -> bool:
    """Tell whether the session's token came with the change, in a field or in htmx's header."""
    shown = headers.get(HEADER) or form.get(FIELD)
    return bool(expected) and isinstance(shown, str) and hmac.compare_digest(shown.encode(), expected.encode())


def _own_origins(headers: Headers, settings: Settings) -> set[str]:
    parts = urlsplit(settings.base_url)
    origins = {f"{parts.scheme}://{parts.netloc}"}
    if not settings.encrypted:  # the demo is reached by several names of one machine
        origins.add(f"http://{headers.get('host', '')}")
    return origins
