"""The demo's data folder: what lies where in it, and who is told.

server/     the server's own: database, pictures, secret
keys/       publishing key and key list: the server is told
offline/    the root key: nobody is told
folder/     the watched folder: drop a picture or a small YAML card into it
player/     the player's own
demo.json   where everything is, once it is up
*.log       what server and player logged since the start
"""

import fcntl
import os
from pathlib import Path

from commands.demo.options import Options
from foundation.errors import N_, TorgetError
from foundation.files import ensure_folder
from server.settings import LOOPBACK, Data, Keys, Settings, Sources, Town, Web


class SecondDemoError(TorgetError):
    say = N_("A demo runs on {folder} already. Stop it first, or name another folder with --data.")


class Place:
    """The paths below the data folder."""

    def __init__(self, root: Path) -> None:
        """Name the paths below `root`; nothing is made."""
        self.root = root
        self.server, self.keys, self.offline = root / "server", root / "keys", root / "offline"
        self.folder, self.player = root / "folder", root / "player"
        self.demo_file = root / "demo.json"
        self.server_log, self.player_log = root / "server.log", root / "player.log"

    def hold(self) -> int:
        """Make the folder and hold it for this process. Raises FolderNotWritableError, SecondDemoError."""
        for folder in (self.root, self.server, self.folder):
            ensure_folder(folder)
        handle = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise SecondDemoError(f"{self.root} is in use", folder=str(self.root)) from error
        return handle


def server_settings(options: Options, place: Place, port: int, municipality: str) -> Settings:
    """The server's settings for this start. Plain HTTP beyond loopback is for trying only, and said to be."""
    local = options.host in LOOPBACK
    return Settings(
        web=Web(host=options.host, port=port, url=options.url or f"http://localhost:{port}", trying=not local),
        data=Data(folder=str(place.server)),
        keys=Keys(folder=str(place.keys)),
        municipality=Town(id=municipality),
        sources=Sources(folder=str(place.folder), loopback=local),
    )
