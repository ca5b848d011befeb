"""What went wrong, in words: a page for people, JSON for players. Never a trace, and always that nothing is lost."""

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from foundation.errors import N_, TorgetError
from server.views import render
from server.words import FIRST, words_for

HEADINGS = {
    400: N_("That did not work"),
    401: N_("You are signed out"),
    403: N_("You may not do that"),
    404: N_("There is nothing here"),
    405: N_("That did not work"),
    408: N_("That took too long"),
    410: N_("That is over"),
    413: N_("That is too large"),
    429: N_("Too much at once"),
    500: N_("Something broke on our side"),
}
SENTENCES = {
    400: N_("Something in what was sent could not be read. Go back: what you wrote is still there. Then try again."),
    401: N_("Sign in again in another tab, come back here and send once more. What you wrote is still there."),
    403: N_("Your account does not allow it, or the page was open for too long. Load it anew and try again."),
    404: N_("That is not here. It may have been taken away, or the address is not whole."),
    405: N_("This address cannot be used in that way."),
    408: N_("It came so slowly that we stopped waiting. Go back: what you wrote is still there. Then try again."),
    410: N_("The time for it has passed."),
    413: N_("What was sent is larger than we can take. A picture may have at most 25 MB."),
    429: N_("Wait a minute, and try again."),
    500: N_("Nothing is lost. Try again in a while; if it happens again, tell whoever looks after Torget."),
}
API_SENTENCES = {
    401: N_("This player is not known here. It keeps what it has; pair it again if it should belong here."),
    403: N_("That is not this player's."),
    404: N_("That is not here."),
    413: N_("That is larger than this address takes."),
}
CODES = {
    400: "bad-request",
    401: "not-known",
    403: "not-allowed",
    404: "not-found",
    405: "no-such-method",
    408: "too-slow",
    410: "expired",
    413: "too-large",
    429: "too-many",
    500: "broken",
}


async def answer(
    request: Request, status: int, api: bool, headers: object = None, error: TorgetError | None = None
) -> Response:
    """The answer for `status`; `error` gives its own sentence instead of the status' one."""
    response = fault_json(status, error) if api else await run_in_threadpool(_page, request, status, error)
    if isinstance(headers, dict):
        response.headers.update(headers)
    return response


def fault_json(status: int, error: TorgetError | None = None, code: str = "") -> Response:
    """A fault as the API says it: a code for the program, a sentence for whoever looks at its log."""
    known = status if status in SENTENCES else 400
    say = error.sentence() if error else API_SENTENCES.get(known, SENTENCES[known])
    body = msgspec.json.encode({"error": code or CODES[known], "say": say})
    return Response(body, status_code=status, media_type="application/json")


def _page(request: Request, status: int, error: TorgetError | None) -> Response:
    known = status if status in SENTENCES else 400
    words = getattr(request.state, "words", None) or words_for(FIRST)
    return render(
        request,
        "error.html",
        status,
        heading=words.gettext(HEADINGS[known]),
        say=words.say(error) if error else words.gettext(SENTENCES[known]),
        signed_in=getattr(request.state, "actor", None) is not None,
    )
