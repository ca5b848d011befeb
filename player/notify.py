"""systemd's notification socket: ready, alive, stopping. Without NOTIFY_SOCKET every call is nothing.

Our own few lines, since the protocol is one datagram and the first frame should not wait for another import.
"""

import contextlib
import os
import socket


class Notifier:
    """Tells the supervisor how the render loop is. `watchdog_s` is how often it wants to hear, 0.0 if it does not."""

    def __init__(self, address: str = "", watchdog_usec: str = "") -> None:
        self._socket: socket.socket | None = None
        self._address = "\0" + address[1:] if address.startswith("@") else address
        if address:
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
            self._socket.setblocking(False)
        # Half of the limit, as sd_watchdog_enabled(3) advises.
        self.watchdog_s = int(watchdog_usec) / 2e6 if address and watchdog_usec.isdigit() else 0.0

    def tell(self, *lines: str) -> None:
        """Send `lines`, such as READY=1. A supervisor that does not listen is not our trouble."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.sendto("\n".join(lines).encode(), self._address)

    def close(self) -> None:
        """Let go of the socket."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def from_environment() -> Notifier:
    """The supervisor that started us, if one did; it is taken out of the environment, so that no child speaks to it."""
    return Notifier(os.environ.pop("NOTIFY_SOCKET", ""), os.environ.pop("WATCHDOG_USEC", ""))
