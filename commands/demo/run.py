"""One run of the demo: prepare, start, pair, tell, wait, stop."""

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.error import URLError
from urllib.request import urlopen

import msgspec
from sqlalchemy import func, select

from commands.demo.load import load_sample, make_missing_keys
from commands.demo.options import Options
from commands.demo.pairing import Staff, belongs_to, forget_code, forget_player, pair, player_state
from commands.demo.place import Place, server_settings
from commands.demo.running import Running, stop_all
from commands.demo.sample import SampleTown
from foundation.files import replace_file
from foundation.shutdown import StopSignal
from server.access.links import staff_link
from server.media.pictures import take_in
from server.serve import check_port, free_port
from server.settings import LOOPBACK, Settings
from server.storage.models import ScreenState, StoredScreen
from server.storage.session import Database

SERVER_UP_WITHIN_S = 30.0
FIRST_CARD_WITHIN_S = 60.0
OLD = timedelta(days=2)
"""From then on much of the sample is over, and the demo says so."""


def run(options: Options, town: SampleTown) -> int:
    """Run the demo; returns 0 when its minutes are over or it was asked to end, 130 after Ctrl-C."""
    port = options.port or free_port(options.host)
    check_port(options.host, port)
    place = Place(options.data)
    handle = place.hold()
    stop = StopSignal().listen()
    place.demo_file.unlink(missing_ok=True)
    processes: list[Running] = []
    try:
        settings = server_settings(options, place, port, town.id)
        _prepare(options, town, place, settings)
        _start(options, place, settings, stage_px(options, town), processes, stop.is_set)
        if not stop.is_set():
            _wait(processes, stop)
    finally:
        stop_all(processes)
        os.close(handle)
    interrupted = stop.signal_number == signal.SIGINT
    say("\nStopped." if interrupted else "Stopped.")
    return 130 if interrupted else 0


def say(line: str = "") -> None:
    """One calm line."""
    print(line, flush=True)


def _prepare(options: Options, town: SampleTown, place: Place, settings: Settings) -> None:
    """Everything that must be there before a process starts; at a second start all of it is."""
    make_missing_keys(place, town.id)
    now = datetime.now(UTC)
    database = Database(settings)
    media = settings.data_folder
    try:
        if load_sample(database, settings, town, lambda data, alt: take_in(database, media, data, alt), now):
            say(f"Made {town.names['sv']} in {place.root}: {len(town.screens)} screens and their cards.")
        else:
            _tell_age(database, place, now)
        _set_size(database, options.screen, stage_px(options, town))
        if not belongs_to(database, place, options.screen):
            forget_player(database, place, now)
        forget_code(place)
    finally:
        database.close()


def _tell_age(database: Database, place: Place, now: datetime) -> None:
    with database.read() as session:
        made = session.scalar(select(func.min(StoredScreen.made_at)))
    if made is not None and now - made > OLD:
        say(f"The sample is from {made:%Y-%m-%d}, so much of it is over. To begin anew, delete {place.root}.")


def stage_px(options: Options, town: SampleTown) -> tuple[int, int]:
    """The stage's pixels: as asked for, else as the sample's screen hangs."""
    sample = next(screen for screen in town.screens if screen.id == options.screen)
    return options.size_px or (sample.width_px, sample.height_px)


def _set_size(database: Database, screen_id: str, size_px: tuple[int, int]) -> None:
    """The screen is as large as the stage, so that cards are composed for what is looked at."""
    with database.write() as session:
        screen = session.get(StoredScreen, screen_id)
        if screen is not None:
            screen.width_px, screen.height_px = size_px


def _start(
    options: Options,
    place: Place,
    settings: Settings,
    size_px: tuple[int, int],
    processes: list[Running],
    stopped: Callable[[], bool],
) -> None:
    """Start server and player, pair them if need be, and tell where everything is once a card is on the stage."""
    say("Starting the server and a player ...")
    config = place.root / "torget.toml"
    replace_file(config, _as_toml(settings).encode())
    server = Running("server", ["server", "--config", str(config)], place.server_log)
    processes.append(server)
    local = f"http://{reachable(options.host)}:{settings.web.port}"
    if not server.wait_until(lambda: _answers(local), SERVER_UP_WITHIN_S, stopped):
        return
    database = Database(settings)
    try:
        began = datetime.now(UTC)
        was_paired = player_state(place).paired
        player = Running("player", _player_words(options, place, local, size_px), place.player_log)
        processes.append(player)
        if not was_paired:
            number = pair(Staff(database, settings, local), place, player, options.screen, stopped)
            if not number:
                return
            say(f"Paired the player with {options.screen}: glass and page both showed {number}.")
        if not player.wait_until(lambda: _is_on(database, options.screen, began), FIRST_CARD_WITHIN_S, stopped):
            return
        link = staff_link(database, settings, datetime.now(UTC))
    finally:
        database.close()
    _tell(options, place, settings, link)
    _write_demo_file(options, place, settings, link, [running.process.pid for running in processes])


def _write_demo_file(options: Options, place: Place, settings: Settings, link: str, pids: list[int]) -> None:
    told = {
        "url": settings.base_url,
        "staff_link": link,
        "port": settings.web.port,
        "server_pid": pids[0],
        "player_pid": pids[1],
        "screen": options.screen,
        "frames": str(options.frames) if options.frames else None,
    }
    replace_file(place.demo_file, json.dumps(told, indent=1).encode() + b"\n", mode=0o600)


def reachable(host: str) -> str:
    """The address by which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104


def _player_words(options: Options, place: Place, local: str, size_px: tuple[int, int]) -> list[str]:
    words = ["player", "--server", local, "--data", str(place.player), "--speed", str(options.speed)]
    words += ["--size", f"{size_px[0]}x{size_px[1]}"]
    if options.frames:
        words += ["--frames", str(options.frames)]
    if options.minutes:
        words += ["--minutes", str(options.minutes)]
    return words + {"none": ["--no-window"], "fullscreen": ["--fullscreen"]}.get(options.window, [])


def _answers(local: str) -> bool:
    with suppress(URLError, OSError), urlopen(f"{local}/api/v1/keys", timeout=5):  # noqa: S310 - our own server
        return True
    return False


def _is_on(database: Database, screen: str, since: datetime) -> bool:
    """Tell whether the player has reported a card of its own on the glass."""
    with database.read() as session:
        state = session.get(ScreenState, screen)
    return state is not None and state.heard_at >= since and b'"card":' in bytes(state.heartbeat or b"")


def _as_toml(settings: Settings) -> str:
    """The settings as a file that `torget server` reads; JSON's strings, numbers and truths are TOML's too."""
    sections = msgspec.to_builtins(settings)
    return "\n".join(
        f"[{section}]\n"
        + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
        for section, values in sections.items()
    )


def _tell(options: Options, place: Place, settings: Settings, link: str) -> None:
    say()
    say(f"  The web          {settings.base_url}")
    say(f"  Sign in, once    {link}")
    say(f"  Watched folder   {place.folder} (drop a picture or a small YAML card)")
    where = "in its window" if has_window(options) else f"off-screen; see {settings.base_url}/skarmar"
    say(f"  The screen       {options.screen}, {where}")
    if options.frames:
        say(f"  Pictures         {options.frames}")
    if options.host not in LOOPBACK:
        say("  This is for trying only: it is reachable by others, and not encrypted.")
    say()
    say("Stop with Ctrl-C." if options.minutes is None else f"Stops after {options.minutes:g} minutes, or with Ctrl-C.")


def has_window(options: Options) -> bool:
    """Tell whether the player opens one: there must be a display, and nobody said no."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return options.window == "fullscreen" or (options.window == "auto" and bool(display))


def _wait(processes: list[Running], stop: StopSignal) -> None:
    """Wait for a stop, or for the player to end by itself: its minutes are over, or its window was closed."""
    server, player = processes
    while not stop.wait(0.2):
        server.check()
        if player.process.poll() == 0:
            return
        player.check()
