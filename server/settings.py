"""The server's settings: one typed schema with every default, read by `foundation.settings`.

A key `port` in section `web` is also `TORGET_WEB_PORT`; `TORGET_WEB_SECRET_FILE` names a file that holds the value.
"""

from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from foundation.errors import N_, TorgetError

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class PlainHttpError(TorgetError):
    """The server would be reached over the network without TLS, and nobody said that this is for trying only."""

    say = N_("Set web.url to the https address that people use: {url} is not encrypted, and is for trying only.")


class Web(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the server listens and what it is called from outside. An empty `url` is http://localhost:PORT.

    `secret` signs form stamps; an empty one is made at the first start and kept in the data folder. `trying` allows
    plain HTTP beyond loopback, for the demo only. `proxies` lists the addresses whose X-Forwarded-For is believed.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    url: str = ""
    secret: str = ""
    trying: bool = False
    proxies: str = ""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where things are kept. An empty `database` is SQLite in the folder.

    Otherwise it is the address of a PostgreSQL 14 or newer, such as `postgresql://torget@db.alvdala.se/torget`; its
    password belongs into `~/.pgpass`, or the whole into a file that `TORGET_DATA_DATABASE_FILE` names.
    """

    folder: str = ".torget/data"
    database: str = ""


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The folder with the publishing key and the key list; empty is `keys` in the data folder. Never the root key."""

    folder: str = ""


class Town(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The municipality that the first start writes into an empty database. Later changes are made there."""

    id: str = "alvdala"
    name: str = "Älvdala kommun"
    address: str = "alvdala.se"


class Sources(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The watched folder (empty: `folder` in the data folder), and whether feeds may lie on this very machine.

    `loopback` is for trying and for tests: without it a fetch to our own addresses is refused.
    """

    folder: str = ""
    loopback: bool = False


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All sections of `torget.toml` that the server reads."""

    web: Web = Web()
    data: Data = Data()
    keys: Keys = Keys()
    municipality: Town = Town()
    sources: Sources = Sources()

    @property
    def data_folder(self) -> Path:
        """The data folder."""
        return Path(self.data.folder)

    @property
    def keys_folder(self) -> Path:
        """Where the publishing key and the key list lie."""
        return Path(self.keys.folder) if self.keys.folder else self.data_folder / "keys"

    @property
    def watched_folder(self) -> Path:
        """Where files may be dropped to become draft cards."""
        return Path(self.sources.folder) if self.sources.folder else self.data_folder / "folder"

    @property
    def base_url(self) -> str:
        """The public address without a slash at its end; links and QR codes begin with it."""
        return self.web.url.rstrip("/") or f"http://localhost:{self.web.port}"

    def at_port(self, port: int) -> "Settings":
        """These settings with the port that is really listened on, where port 0 asked for any free one."""
        return msgspec.structs.replace(self, web=msgspec.structs.replace(self.web, port=port))

    @property
    def encrypted(self) -> bool:
        """Tell whether people reach the server over TLS."""
        return self.base_url.startswith("https://")


def check_reach(settings: Settings) -> None:
    """Refuse plain HTTP beyond loopback, unless it is for trying. Raises PlainHttpError."""
    local = settings.web.host in LOOPBACK and urlsplit(settings.base_url).hostname in LOOPBACK
    if not (settings.encrypted or local or settings.web.trying):
        raise PlainHttpError(f"web.url {settings.base_url} is not https", url=settings.base_url)


def public_url(settings: Settings, path: str) -> str:
    """The absolute address of `path` (with its leading slash). It comes from the settings, never from `Host`."""
    return settings.base_url + path
