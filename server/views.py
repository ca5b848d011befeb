"""How a page is made of a template: Jinja2 with autoescape, in the reader's language.

Templates lie in `server/templates` and in each feature's `templates` folder; names must differ, so a feature puts its
own below a folder of its name or uses names that nobody else has. Every template knows `request`, `language`, `static`,
`_`, `gettext` and `ngettext`. Nothing here and no template marks text as safe; a test holds that.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse

from server.screens.naming import called
from server.static.files import address
from server.today.waiting import count
from server.words import FIRST, Words, words_for

HERE = Path(__file__).resolve().parent


def render(
    request: Request, template: str, status: int = 200, *, headers: dict[str, str] | None = None, **context: Any
) -> HTMLResponse:
    """The page that `template` makes of `context`. Raises jinja2 errors for a template or a value that is not there."""
    return HTMLResponse(render_text(request, template, **context), status_code=status, headers=headers)


def render_text(request: Request, template: str, **context: Any) -> str:
    """The HTML alone, for a part of a page."""
    words: Words = getattr(request.state, "words", None) or words_for(FIRST)
    return (
        environment()
        .get_template(template)
        .render({"request": request, "words": words, "language": words.language, "static": address} | context)
    )


@cache
def environment() -> Environment:
    """The one Jinja2 environment, with every template folder."""
    folders = [HERE / "templates", *sorted(folder for folder in HERE.glob("*/templates") if folder.is_dir())]
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals["gettext"] = _gettext
    made.globals["ngettext"] = _ngettext
    made.globals["waiting_count"] = _waiting_count
    made.globals["called"] = called
    return made


@pass_context
def _waiting_count(context: Context) -> int:
    """How much waits in the inbox, for the menu of the staff's pages."""
    with context["request"].state.database.read() as session:
        return count(session)


@pass_context
def _gettext(context: Context, message: str) -> str:
    words: Words = context["words"]
    return words.gettext(message)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, count: int) -> str:
    words: Words = context["words"]
    return words.ngettext(singular, plural, count)
