"""What can go wrong on a player, each with a sentence for the person who started it or stands before it."""

from foundation.errors import N_, TorgetError


class PlayerError(TorgetError):
    """Root of this room's errors."""


class NoDisplayError(PlayerError):
    say = N_("No window could be opened: {fault}. Start with --no-window, or from a session with a display.")


class KeptPictureError(PlayerError):
    """A kept picture whose bytes are not what was written, or which was made for another stage."""

    say = N_("A kept picture is damaged. It is drawn again.")


class SecondPlayerError(PlayerError):
    say = N_("Another player uses the folder {folder}. Stop it first, or name another folder with --data.")


class LinkError(PlayerError):
    """The server could not be asked, or its answer was none: nothing on the player changes."""

    say = N_("The server does not answer. The screen plays on with what it has.")


class CutError(LinkError):
    """The connection ended before the answer was whole: with a held poll, that is an ordinary end of it."""


class RefusedError(LinkError):
    """The server answered with an error status, kept in `status`."""

    def __init__(self, log: str, status: int, retry_after_s: float = 0.0) -> None:
        super().__init__(log)
        self.status = status
        self.retry_after_s = retry_after_s


class AssetError(PlayerError):
    """An asset that came with other bytes than the manifest promised."""

    say = N_("A picture did not arrive whole. It is fetched again.")
