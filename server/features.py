"""Which features the server has: every folder below `server` with a `pages` module that lists `PAGES`.

A feature is added by adding its folder. Each page carries its own rule, so finding one cannot open it to anybody.
"""

import pkgutil
from importlib import import_module

import server
from server.access import account, signin
from server.access.pages import Page

REGISTER = "access"
"""The one folder whose `pages` module is the register itself; its pages are those of signing in."""


def all_pages() -> tuple[Page, ...]:
    """Every page of every feature, in the order of the features' names."""
    pages = [*signin.PAGES, *account.PAGES]
    for module in pkgutil.iter_modules(server.__path__):
        if not module.ispkg or module.name == REGISTER:
            continue
        folder = import_module(f"server.{module.name}")
        if any(found.name == "pages" for found in pkgutil.iter_modules(folder.__path__)):
            pages.extend(import_module(f"server.{module.name}.pages").PAGES)
    return tuple(pages)
