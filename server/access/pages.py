"""The register of pages: the rule is data beside the path, and there is none that lets everyone in unsaid.

Each feature lists its pages as `PAGES` in `server/<feature>/pages.py`. An endpoint takes a request and returns a
response; a plain function runs in the thread pool. It finds on `request.state`: `actor`, `form` (of a POST), `csrf`,
`database`, `settings`, `words`, `language` and `now`.

A page whose act is grave says so by `grave`: then whoever asks must have proved who they are a moment ago (`fresh`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from server.access.actors import Role

Endpoint = Callable[[Request], Response | Awaitable[Response]]
Grave = Callable[[Request], bool]
"""Tells of one request whether what it asks for is grave; runs in the thread pool, with the form read."""

EVERYONE = frozenset(Role)
"""A public page."""
SIGNED_IN = frozenset({Role.STAFF, Role.ADMIN})
ADMINS = frozenset({Role.ADMIN})
LINK_HOLDERS = frozenset({Role.LINK})
"""A page below a secret path; the path holds `{token}`, and what it opens is found through the actor's scope."""
DEVICES = frozenset({Role.DEVICE})

FORM_BYTES = 256 * 1024
UPLOAD_BYTES = 26 * 1024 * 1024
"""A picture of 25 MB and the fields around it."""


@dataclass(frozen=True)
class Page:
    """A path, what answers there, and who may ask. `body_limit` is in bytes; `api` answers faults as JSON.

    Raises ValueError for a rule that lets nobody in, a link page whose path holds no token, or a grave page that is
    open to people without an account.
    """

    path: str
    endpoint: Endpoint
    allow: frozenset[Role]
    methods: tuple[str, ...] = ("GET",)
    name: str = ""
    body_limit: int = FORM_BYTES
    api: bool = False
    grave: Grave | None = None

    def __post_init__(self) -> None:
        if not self.allow:
            raise ValueError(f"{self.path}: a page that nobody may ask for")
        if self.allow == LINK_HOLDERS and "{token}" not in self.path:
            raise ValueError(f"{self.path}: a link holder's page needs {{token}} in its path")
        if self.grave is not None and not self.allow <= SIGNED_IN:
            raise ValueError(f"{self.path}: nobody without an account can sign in afresh")

    @property
    def public(self) -> bool:
        """Tell whether people without an account may ask for it."""
        return Role.ANYONE in self.allow or Role.LINK in self.allow

    def __str__(self) -> str:
        return f"{'/'.join(self.methods)} {self.path}"
