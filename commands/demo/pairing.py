"""Pairing the demo's player: through the pages that staff use, with a session of the demo's own.

A person would read the code and the check number on the glass; the demo reads them in the player's state file, and
confirms only if the page shows the same number.
"""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import requests
from sqlalchemy import select

from commands.demo.forms import Form, read_forms
from commands.demo.place import Place
from commands.demo.running import Running
from foundation.errors import N_, TorgetError
from player.sync.membership import State
from server.access import sessions
from server.access.accounts import first_account
from server.access.actors import Actor, Role
from server.screens.pairing import living_devices, revoke
from server.settings import Settings
from server.storage.models import StaffSession, StoredScreen
from server.storage.session import Database

PAGE = "/skarmar/koppla"
STATE_FILE = "state.json"
WAIT_S = 30.0
ANSWER_S = 10.0
_NUMBER = re.compile(r"\b(\d{4})\s+(\d{4})\b")


class DemoPairingError(TorgetError):
    say = N_("The player could not be paired: {fault}. Start again; if that does not help, delete the data folder.")


class Staff:
    """The demo as a member of the staff: signed in, in front of the page where screens are paired."""

    def __init__(self, database: Database, settings: Settings, local: str) -> None:
        """Sign in on the server that answers at `local`, by a session that `end` ends again."""
        self._database = database
        self._local = local
        self._browser = requests.Session()
        self._browser.trust_env = False
        self._browser.headers.update({"Origin": settings.base_url, "Sec-Fetch-Site": "same-origin"})
        now = datetime.now(UTC)
        with database.write() as session:
            token = sessions.begin(session, first_account(session, now), now)
        found = sessions.find(database, token, now)
        assert found is not None  # it was made a line above
        self._signed_in: StaffSession = found
        self._browser.cookies.set(sessions.cookie_name(settings), token)
        self._page = ""
        self._address = local + PAGE

    def enter(self, code: str) -> None:
        """Type the code that the glass shows."""
        self._look(PAGE)
        self._send(self._form("code"), code=code)

    def number(self) -> str:
        """The check number on the page, or "" while the player has not shown its own part."""
        found = _NUMBER.search(re.sub(r"<[^>]*>", " ", self._page))
        if found is None:
            self._look(self._address)
        return f"{found[1]} {found[2]}" if found else ""

    def confirm(self, screen: str) -> None:
        """Say that the numbers are the same, and which screen it is."""
        self._send(self._form("same"), same="yes", screen=screen)

    def end(self) -> None:
        """Sign out."""
        with self._database.write() as session:
            sessions.end(session, self._signed_in.id)
        self._browser.close()

    def _look(self, path: str) -> None:
        self._take(self._browser.get(self._absolute(path), timeout=ANSWER_S))

    def _send(self, form: Form, **chosen: str) -> None:
        first = {name: values[0] for name, values in form.choices.items() if values}
        address = self._absolute(form.action or self._address)
        self._take(self._browser.post(address, data=first | form.fields | chosen, timeout=ANSWER_S))

    def _take(self, answer: requests.Response) -> None:
        if not answer.ok:
            raise DemoPairingError(
                f"{answer.url}: {answer.status_code}", fault=f"the page answered {answer.status_code}"
            )
        self._page, self._address = answer.text, answer.url

    def _form(self, field: str) -> Form:
        found = [form for form in read_forms(self._page) if field in form.fields or field in form.choices]
        if not found:
            raise DemoPairingError(f"no form with {field}", fault=f"the page does not ask for “{field}”")
        return found[0]

    def _absolute(self, path: str) -> str:
        return path if path.startswith(self._local) else self._local + path


def player_state(place: Place) -> State:
    """What the player says about itself; nothing is known before it has written it."""
    try:
        return msgspec.json.decode((place.player / STATE_FILE).read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError):
        return State()


def belongs_to(database: Database, place: Place, screen: str) -> bool:
    """Tell whether the player is new, or paired with `screen` on both sides: a visitor may have ended it on a page."""
    state = player_state(place)
    with database.read() as session:
        known = bool(living_devices(session, screen))
    return not state.paired or (state.screen == screen and known)


def forget_code(place: Place) -> None:
    """Remove what an earlier player wrote about a code of its own: only a code of this start may be typed."""
    if not player_state(place).paired:
        (place.player / STATE_FILE).unlink(missing_ok=True)


def forget_player(database: Database, place: Place, now: datetime) -> None:
    """End the pairing of a player that was another screen: this time it begins as a new one. No server runs yet."""
    with database.write() as session:
        staff = Actor(role=Role.ADMIN, account_id=first_account(session, now).id)
        for screen in session.scalars(select(StoredScreen.id)).all():
            for device in living_devices(session, screen):
                revoke(session, device, staff, now)
    shutil.rmtree(place.player, ignore_errors=True)


def pair(staff: Staff, place: Place, player: Running, screen: str, stopped: Callable[[], bool]) -> str:
    """Pair the player with `screen`; returns the number that was compared, "" if a stop came first.

    Raises DemoPairingError, DemoProcessError, TooSlowError.
    """
    try:
        if not player.wait_until(lambda: player_state(place).code != "", WAIT_S, stopped):
            return ""
        staff.enter(player_state(place).code)
        if not player.wait_until(lambda: player_state(place).check != "", WAIT_S, stopped):
            return ""
        if not player.wait_until(lambda: staff.number() != "", WAIT_S, stopped):
            return ""
        seen = player_state(place).check
        if staff.number() != seen:
            raise DemoPairingError("numbers differ", fault=f"the glass shows {seen}, the page {staff.number()}")
        staff.confirm(screen)
        return seen if player.wait_until(lambda: player_state(place).paired, WAIT_S, stopped) else ""
    except requests.RequestException as error:
        raise DemoPairingError(f"{type(error).__name__}", fault="the server did not answer") from error
    finally:
        staff.end()
