"""The walls of the house: which room may import what, and what the pure rooms may never do.

Every module's syntax tree is walked, imports inside functions too. A name that is added to a list here is a decision:
say why beside it.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

OURS = {
    "foundation": set[str](),
    "assets": set[str](),
    "cards": {"foundation", "assets"},
    "playlists": {"foundation", "assets", "cards"},
    "player": {"foundation", "assets", "cards", "playlists"},
    "server": {"foundation", "assets", "cards", "playlists"},
    "commands": {"foundation", "assets", "cards", "playlists", "player", "server"},
}
"""Imports point one way: foundation <- cards <- playlists <- player, server <- commands. Assets are read by all."""

FOREIGN = {
    "foundation": {"msgspec"},
    "assets": set[str](),
    "cards": {"msgspec", "PIL", "qrcode", "babel", "pyphen"},
    "playlists": {"msgspec", "cryptography"},
    "player": {"msgspec", "PIL", "cryptography", "pygame", "requests"},
    "server": {
        "msgspec",
        "PIL",
        "babel",
        "cryptography",
        "starlette",
        "anyio",  # what Starlette itself runs on
        "granian",
        "uvloop",
        "sqlalchemy",
        "alembic",
        "jinja2",
        "markupsafe",
        "wtforms",
        "pwdlib",
        "feedparser",
        "requests",
        "urllib3",
        "watchdog",
        "yaml",
        "nh3",
        "resvg_py",
        "python_multipart",
        "limits",
    },
    # The commands measure and test the house, and prepare its fonts, so they may use what development alone has.
    "commands": {
        "msgspec",
        "PIL",
        "babel",
        "cryptography",
        "pygame",
        "requests",
        "yaml",
        "sqlalchemy",
        "starlette",
        "pytest",
        "fontTools",
    },
}

PURE = ("cards", "playlists")
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter", "time_ns", "monotonic_ns"}
OUTWARD = {
    "time",  # `from datetime import time` is an hour of the day; the module reads the clock
    "socket",
    "ssl",
    "http",
    "ftplib",
    "smtplib",
    "requests",
    "urllib3",
    "asyncio",
    "subprocess",
    "multiprocessing",
    "tempfile",
    "shutil",
    "secrets",  # two players must draw and decide the same
    "uuid",
    "sqlite3",
    "logging.handlers",
    "urllib.request",
    "foundation.files",
}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "symlink_to", "hardlink_to", "makedirs"}

NETWORK = {"requests", "urllib3", "socket", "socketserver", "http.client", "urllib.request", "ftplib", "smtplib"}
MAY_REACH_OUT = {
    "server/sources/fetch.py",  # the one that asks others
    "server/serve.py",  # listens, and never asks
    "player/link.py",  # the one that asks the server
    "player/notify.py",  # tells systemd through a local socket
}
MAY_PARSE_FEEDS = {"server/sources/feeds.py"}


def modules(room: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / room).rglob("*.py")):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every module that a tree imports, wherever the import stands; `from a import b` gives both a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ".", node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "importlib.import_module"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, node.lineno


def within(name: str, names: set[str]) -> bool:
    """Tell whether the module `name` is one of `names` or lies in one."""
    return any(name == known or name.startswith(f"{known}.") for known in names)


@pytest.mark.parametrize("room", OURS)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules(room)
        for name, line in imported(tree)
        if name.split(".")[0] in OURS and name.split(".")[0] not in OURS[room] | {room}
    ]
    assert not wrong


@pytest.mark.parametrize("room", FOREIGN)
def test_a_room_uses_only_the_packages_on_its_list(room: str) -> None:
    own = set(sys.stdlib_module_names) | set(OURS) | {"__future__"}
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules(room)
        for name, line in imported(tree)
        if name.split(".")[0] not in own | FOREIGN[room]
    ]
    assert not wrong


@pytest.mark.parametrize("room", PURE)
def test_the_pure_rooms_read_no_clock(room: str) -> None:
    wrong = [
        f"{path}:{node.lineno} calls {ast.unparse(node.func)}"
        for path, tree in modules(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]
    assert not wrong


@pytest.mark.parametrize("room", PURE)
def test_the_pure_rooms_import_nothing_that_reaches_out(room: str) -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules(room)
        for name, line in imported(tree)
        if within(name, OUTWARD)
    ]
    assert not wrong


@pytest.mark.parametrize("room", PURE)
def test_the_pure_rooms_write_nothing(room: str) -> None:
    wrong = [
        f"{path}:{node.lineno} calls {ast.unparse(node.func)}"
        for path, tree in modules(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (writes(node) or draws_lots(node))
    ]
    assert not wrong


def writes(call: ast.Call) -> bool:
    """Tell whether `call` opens something for writing or changes the file system."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in WRITING:
        return True
    if name != "open":
        return False
    place = 0 if isinstance(call.func, ast.Attribute) else 1  # path.open(mode), open(path, mode)
    given = [*call.args[place : place + 1], *(word.value for word in call.keywords if word.arg == "mode")]
    modes = [word.value for word in given if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return any(set(mode) & set("wax+") for mode in modes if set(mode) <= set("rwaxbt+"))


def draws_lots(call: ast.Call) -> bool:
    """Tell whether `call` asks the shared random source, which differs from process to process."""
    text = ast.unparse(call.func)
    unseeded = text.split(".")[-1] == "Random" and not call.args
    return unseeded or (text.startswith("random.") and text != "random.Random")


@pytest.mark.parametrize("room", ["server", "player", "foundation"])
def test_only_one_module_of_each_side_reaches_out(room: str) -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules(room)
        for name, line in imported(tree)
        if within(name, NETWORK) and path not in MAY_REACH_OUT
    ]
    assert not wrong


def test_feeds_are_parsed_in_one_place_and_only_from_bytes_that_were_decoded() -> None:
    """Given a text, feedparser opens it as a path or an address."""
    wrong = [
        f"{path}:{line} imports {name}"
        for path, tree in modules("server")
        for name, line in imported(tree)
        if within(name, {"feedparser"}) and path not in MAY_PARSE_FEEDS
    ]
    assert not wrong


def test_every_module_says_what_it_is_for() -> None:
    wrong = [
        path
        for room in OURS
        for path, tree in modules(room)
        if not ast.get_docstring(tree) and not path.startswith("server/storage/migrations/versions/")
    ]
    assert not wrong


def test_the_walls_are_seen_when_they_are_broken() -> None:
    """The test of the test: each way round a wall is noticed."""
    tree = ast.parse("def hidden():\n    from server.app import build\n    importlib.import_module('player.link')")
    assert {"server.app", "player.link"} <= {name for name, _ in imported(tree)}
    calls = [ast.parse(text, mode="eval").body for text in ("open('a', 'w')", "path.open(mode='xb')", "p.mkdir()")]
    assert all(isinstance(call, ast.Call) and writes(call) for call in calls)
    harmless = [ast.parse(text, mode="eval").body for text in ("open('a')", "Image.open(data)", "path.open('rb')")]
    assert not any(isinstance(call, ast.Call) and writes(call) for call in harmless)
    assert within("urllib.request.urlopen", NETWORK)
    assert not within("urllib.parse", NETWORK)
