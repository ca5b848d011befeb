"""The forms on a page, as a browser would send them: enough for pages of our own that work without script."""

from html.parser import HTMLParser

import msgspec


class Form(msgspec.Struct):
    """Where a form goes, what it would send as it stands, and which values its choices offer."""

    action: str
    fields: dict[str, str] = {}
    choices: dict[str, list[str]] = {}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif self.forms and tag == "input" and "name" in given:
            self._input(self.forms[-1], given)
        elif self.forms and tag == "button" and "name" in given:
            self.forms[-1].choices.setdefault(given["name"], []).append(given.get("value", ""))
        elif self.forms and tag == "select":
            self._select = given.get("name", "")
            self.forms[-1].choices[self._select] = []
        elif self.forms and tag == "option" and self._select:
            self.forms[-1].choices[self._select].append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""

    def _input(self, form: Form, given: dict[str, str]) -> None:
        if given.get("type") in ("radio", "checkbox"):
            form.choices.setdefault(given["name"], []).append(given.get("value", "on"))
        else:
            form.fields[given["name"]] = given.get("value", "")


def read_forms(page: str) -> list[Form]:
    """Every form on `page`, in order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
