"""The whole way, with the real server and the real player: from “Publicera” to active, and a server that is gone.

A card counts as active when the player's file of what plays names it as the loop's first. The stage counts as running
when it tells its supervisor, each second, that it presented a frame.
"""

import base64
import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from served import PRESSES, Served, running

sys.path.insert(0, str(Path(__file__).parents[2]))  # for the supervised player of the tests

from commands.bench.figures import Figure
from foundation.files import read_checked
from player.folder import Folder
from player.sync import membership as members
from player.sync.membership import Membership
from tests.player.processes import RealPlayer, wait_until

GONE_S = 120.0
WATCHDOG_S = 1.0


def measure() -> list[Figure]:
    """Both ways; three minutes."""
    with tempfile.TemporaryDirectory() as name, running(Path(name) / "torget") as served:
        data = Path(name) / "it" / "player"
        Folder(data).make()
        members.store(Folder(data), Membership(token=served.token, trust=served.trust))
        player = RealPlayer(data, "--server", served.url)
        try:
            wait_until(lambda: _leads(data) is not None, 30.0)
            return [*_presses(served, data), *_outage(served, data, player)]
        finally:
            player.stop()


def _leads(data: Path) -> str | None:
    """The card with which the active manifest's loop begins; empty where it begins with none."""
    raw = read_checked(Folder(data).active)
    if raw is None:
        return None
    payload = json.loads(base64.b64decode(json.loads(raw)["payload"]))
    return str((payload.get("lead") or {}).get("card") or "")


def _press(served: Served, data: Path, card: str) -> float:
    """Seconds from the press until `card` is active."""
    browser = served.browser()
    begun = time.perf_counter()
    served.press(browser, card)
    wait_until(lambda: _leads(data) == card, 30.0)
    took = time.perf_counter() - begun
    browser.close()
    return took


def _presses(served: Served, data: Path) -> list[Figure]:
    took = []
    for card in served.drafts[:PRESSES]:
        time.sleep(0.3)  # the player's next poll must be held before the button is pressed
        took.append(_press(served, data, card))
    took.sort()
    note = f"{PRESSES} presses of the real button, a real player that polls; seen by looking every 20 ms"
    return [
        Figure("from “Publicera” to active on the player, p50", round(median(took), 3), "s", note=note),
        Figure("from “Publicera” to active on the player, p99", round(took[-1], 3), "s", "≤ 1", "the longest of them"),
    ]


def _outage(served: Served, data: Path, player: RealPlayer) -> list[Figure]:
    served.kill()
    gaps = []
    ends_at = time.monotonic() + GONE_S
    heard_at = time.monotonic()
    while time.monotonic() < ends_at:
        player.told("WATCHDOG=1", 20.0)
        gaps.append(time.monotonic() - heard_at)
        heard_at = time.monotonic()
    served.start()
    took = _press(served, data, served.drafts[PRESSES])
    note = f"server killed with SIGKILL, gone for {GONE_S:.0f} s"
    return [
        Figure("longest silence of the stage while the server is gone", round(max(gaps), 2), "s", "< 2", note),
        Figure("from the server's return to a new card active on the player", round(took, 2), "s", "≤ 30", note),
    ]
