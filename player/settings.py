"""The player's settings: one typed schema with every default, read by `foundation.settings`.

A key `url` in section `server` is also `TORGET_SERVER_URL`. The command line is stronger than both; its options are
listed in `player.options`.
"""

from typing import Annotated, Literal

import msgspec

Size = Annotated[str, msgspec.Meta(pattern="^[1-9][0-9]{2,4}x[1-9][0-9]{2,4}$")]


class Server(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the server is, and the certificates to trust instead of the usual ones (a PEM file; empty: the usual)."""

    url: str = ""
    ca_file: str = ""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the player keeps what it has."""

    folder: str = ".torget/player"


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The stage. `size` is the panel's pixels; empty is 1920x1080, and with `fullscreen` the display's own.

    `auto` opens a window where a display is there and draws off-screen otherwise. `software` draws without the GPU.
    `speed` divides how long cards stand; `minutes` ends the player that long after the first card, 0 never.
    """

    size: Size | Literal[""] = ""
    window: Literal["auto", "window", "fullscreen", "none"] = "auto"
    renderer: Literal["auto", "software"] = "auto"
    speed: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 1.0
    minutes: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    frames: str = ""


class Log(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much is logged."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All sections of `torget.toml` that the player reads."""

    server: Server = Server()
    data: Data = Data()
    stage: Stage = Stage()
    log: Log = Log()

    @property
    def size_px(self) -> tuple[int, int] | None:
        """Width and height of the panel, None where the display decides."""
        if not self.stage.size:
            return None
        width, height = self.stage.size.split("x")
        return int(width), int(height)
