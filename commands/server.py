"""`torget server`: run the server, with a settings file, the environment and a few words on the command line."""

import argparse
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from foundation.logs import set_up
from foundation.settings import find_file, load_settings
from player.notify import Notifier
from server.access.links import staff_link
from server.house import prepare
from server.serve import run
from server.settings import Settings
from server.storage.models import Account
from server.storage.session import Database


def main(arguments: Sequence[str]) -> int:
    """Serve until stopped. At the very first start it prints a link that signs the first person in, once.

    `--link` only prints a new one of those: for who has lost their password, or never had one.
    """
    parser = argparse.ArgumentParser(prog="torget server", description="Run the server.", allow_abbrev=False)
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default torget.toml here or in DIR)"
    )
    parser.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (default 8080)")
    parser.add_argument("--data", metavar="DIR", help="where the server keeps what it has (default .torget/data)")
    parser.add_argument("--link", action="store_true", help="only print a new link that signs the first account in")
    given = parser.parse_args(arguments)
    folders = [Path.cwd()] + ([Path(given.data)] if given.data else [])
    settings = load_settings(
        Settings,
        find_file(given.config, folders),
        command_line={("web", "host"): given.host, ("web", "port"): given.port, ("data", "folder"): given.data},
    )
    set_up()
    if given.link:
        _print_link(settings)
        return 0
    notifier = Notifier(os.environ.pop("NOTIFY_SOCKET", ""))

    def ready(port: int) -> None:
        _greet(settings.at_port(port))
        notifier.tell("READY=1")

    run(settings, ready)
    return 0


def _print_link(settings: Settings) -> None:
    database = Database(settings)
    prepare(database, settings)
    print(f"Sign in, once, at {staff_link(database, settings, datetime.now(UTC))}", flush=True)
    database.close()


def _greet(settings: Settings) -> None:
    """There is no default account: while nobody has one, a link that makes and signs in the first is printed."""
    database = Database(settings)
    with database.read() as session:
        known = session.scalars(select(Account).limit(1)).first()
    if known is None:
        print(f"Sign in, once, at {staff_link(database, settings, datetime.now(UTC))}", flush=True)
    database.close()
