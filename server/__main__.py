"""The server by itself: `torget server --config FILE --host HOST --port PORT --data DIR`."""

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from foundation import logs
from foundation.errors import TorgetError
from foundation.settings import find_file, load_settings
from server.access.links import staff_link
from server.house import prepare
from server.serve import run
from server.settings import Settings, check_reach
from server.storage.models import Account
from server.storage.session import Database

log = logging.getLogger("torget")


def read_settings(words: Sequence[str]) -> Settings:
    """The settings that the command line, the environment and the file make together. Raises SettingsError."""
    parser = argparse.ArgumentParser(prog="torget server", description="Run the Torget server.")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file (default: torget.toml, if any)")
    parser.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on; 0 takes a free one (default: 8080)")
    parser.add_argument("--data", metavar="DIR", help="data folder (default: .torget/data)")
    given = parser.parse_args(words)
    file = find_file(given.config, [Path.cwd(), Path(given.data or Settings().data.folder)])
    command_line = {("web", "host"): given.host, ("web", "port"): given.port, ("data", "folder"): given.data}
    return load_settings(Settings, file, command_line=command_line)


def first_link(settings: Settings) -> str | None:
    """Prepare the database; where nobody has an account yet, the link that signs the first one in."""
    database = Database(settings)
    try:
        prepare(database, settings)
        with database.read() as session:
            if session.scalar(select(func.count(Account.id))):
                return None
        return staff_link(database, settings, datetime.now(UTC))
    finally:
        database.close()


def main(words: Sequence[str] | None = None) -> int:
    """Run until stopped; 0 when it was asked to stop, 1 with one sentence when it cannot start."""
    logs.set_up()
    try:
        settings = read_settings(sys.argv[1:] if words is None else words)
        check_reach(settings)
        link = first_link(settings)
        if link:
            print(f"Sign in once, within a day, as the first of your staff: {link}", flush=True)
        run(settings, lambda port: print(f"Torget is at {settings.base_url} (port {port})", flush=True))
    except TorgetError as error:
        log.debug("the server did not start", exc_info=error)
        print(error.sentence(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
