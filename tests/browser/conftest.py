"""Real Chromium in front of a real server process that serves the sample town.

The server is the program that people start, on a free port and in a folder of the test session's own; the one thing
that the tests do besides is to load the sample and to ask for a link that signs in.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlalchemy import update

from commands.demo.load import load_sample, make_missing_keys
from commands.demo.place import Place, server_settings
from commands.demo.sample import read_town
from foundation.shutdown import end_process
from server.access.links import staff_link
from server.media.pictures import take_in
from server.settings import Settings
from server.storage.models import StaffSession
from server.storage.session import Database

ROOT = Path(__file__).resolve().parents[2]
UP_WITHIN_S = 60
SWEDISH = "sv-SE"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@dataclass
class House:
    """The running server: where it answers, and its database for links that sign in."""

    url: str
    settings: Settings
    database: Database

    def sign_in_was(self, ago: timedelta) -> None:
        """Let everybody's sign-in have been `ago`, as grave acts see it."""
        with self.database.write() as session:
            session.execute(update(StaffSession).values(fresh_at=datetime.now(UTC) - ago))

    def link(self) -> str:
        """A new link that signs a member of the staff in."""
        return staff_link(self.database, self.settings, datetime.now(UTC))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place, town = Place(tmp_path_factory.mktemp("house")), read_town()
    for folder in (place.server, place.folder):
        folder.mkdir(parents=True)
    options = SimpleNamespace(host="127.0.0.1", url="")
    settings = server_settings(options, place, port, town.id)  # type: ignore[arg-type]  # only these two are read
    make_missing_keys(place, town.id)
    database = Database(settings)
    folder = settings.data_folder
    load_sample(database, settings, town, lambda data, alt: take_in(database, folder, data, alt), datetime.now(UTC))
    environment = os.environ | {
        "TORGET_WEB_URL": settings.base_url,
        "TORGET_KEYS_FOLDER": str(place.keys),
        "PYTHONPATH": str(ROOT),
    }
    log = place.root / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "commands", "server", "--port", str(port), "--data", settings.data.folder],
            cwd=place.root,
            env=environment,
            stdout=out,
            stderr=out,
        )
    try:
        _wait_until_up(settings.base_url + "/logga-in", process, log)
        yield House(settings.base_url, settings, database)
    finally:
        process.terminate()
        end_process(process, 5)
        database.close()


def _wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while True:
        try:
            with urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except URLError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("needs Chromium: sudo apt install chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=sv"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(house: House, chromium: Browser) -> dict[str, object]:
    """The browser state of a member of the staff who came by link."""
    context = chromium.new_context(locale=SWEDISH)
    page = context.new_page()
    page.goto(house.link())
    page.get_by_role("button", name="Logga in mig").click()
    page.wait_for_url(house.url + "/")
    state = context.storage_state()
    context.close()
    return dict(state)


OpenStaff = Callable[..., Page]


@pytest.fixture
def open_staff(house: House, chromium: Browser, signed_in: dict[str, object]) -> Iterator[OpenStaff]:
    """Open a page as staff; options are those of a Playwright context. Whatever the console complains of fails."""
    house.sign_in_was(timedelta())
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_page(path: str, **options: object) -> Page:
        settings = {"locale": SWEDISH, "viewport": WIDE, "storage_state": signed_in, "base_url": house.url} | options
        context = chromium.new_context(**settings)  # type: ignore[arg-type]  # Playwright's own names
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def axe_findings(page: Page) -> list[str]:
    """What axe finds on the page, one line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for violation in found
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Tell whether the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def shoot(page: Page, folder: Path, name: str) -> None:
    """Keep a picture of the whole page at both widths, for looking at beside the design's."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a dictionary is what Playwright takes
        page.screenshot(path=folder / f"{name}-{size['width']}.png", full_page=True)
