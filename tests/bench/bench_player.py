"""The player: its first card, the frames of its fades while a card is composed, and its memory beside Chromium's.

The first card is timed from before the process is made until it tells its supervisor that it is ready, which it does
once the frame has been presented. Fades are timed frame by frame on an X server without a GPU, with SDL's software
renderer, while a composer process draws event cards without a pause. Memory is the proportional set size of all
processes after a minute of a steady loop; Chromium shows the very frames of that loop, cross-fading, as a kiosk.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import msgspec

sys.path.insert(0, str(Path(__file__).parents[2]))  # for the lying server and the supervised player of the tests

from cards.model import Card
from cards.samples import samples
from commands.bench.figures import Figure
from foundation.shutdown import end_process
from player import kept
from player.children import Child
from player.folder import Folder
from player.messages import Compose, Composed
from player.stage.glass import Glass
from player.stage.slide import Slide
from player.stage.window import Window
from player.sync import membership as members
from player.sync.membership import Membership
from tests.player.processes import RealPlayer, wait_until
from tests.player.server_double import SCREEN, Server

STARTS = 9
FADES = 30
SETTLED_S = 60.0
FRAME_S = 1 / 60
SIZE = (1920, 1080)
PLAIN_KINDS = ("event", "notice", "news", "question", "answer", "menu", "hours", "welcome")

SLIDES = """<!doctype html><style>
body {{ margin: 0; background: #22336a }}
img {{ position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; transition: opacity .4s }}
img.on {{ opacity: 1 }}
</style>{pictures}<script>
const all = [...document.images]; let place = 0;
setInterval(() => {{ all[place].className = ''; place = (place + 1) % all.length; all[place].className = 'on' }}, 5000);
all[0].className = 'on';
</script>"""


def measure() -> list[Figure]:
    """All figures; two and a half minutes."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(_display())
        server = stack.enter_context(_server())
        data = _warm(place, server)
        return [*_first_card(data), *_fades(place), *_memory(place, data, server)]


@contextmanager
def _display() -> Iterator[None]:
    """An X server of our own, with a free number, without a GPU."""
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
    process = subprocess.Popen(words, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    try:
        yield
    finally:
        end_process(process)


@contextmanager
def _server() -> Iterator[Server]:
    server = Server().start()
    server.publish(_cards())
    yield server
    if server.listening:
        server.stop()


def _cards() -> list[Card]:
    found = samples(datetime.now(ZoneInfo(SCREEN.zone)))
    return [msgspec.structs.replace(found[kind], seconds=5.0, picture=None) for kind in PLAIN_KINDS]


def _warm(place: Path, server: Server) -> Path:
    """A data folder in which every card of the loop has been drawn."""
    data = place / "it" / "player"
    Folder(data).make()
    members.store(Folder(data), Membership(token=server.token, trust=server.town.trust()))
    frames = place / "it" / "frames"
    player = RealPlayer(data, "--server", server.url, "--frames", str(frames))
    wait_until(lambda: len({line["card"] for line in player.shown()}) == len(PLAIN_KINDS), 90.0)
    wait_until(lambda: len(list(frames.glob("*.png"))) >= len(PLAIN_KINDS))
    player.stop()
    return data


def _first_card(data: Path) -> list[Figure]:
    times = []
    for _ in range(STARTS):
        player = RealPlayer(data, "--server", "http://127.0.0.1:9")
        times.append(player.told("READY=1"))
        player.stop()
    return [
        Figure(
            "first card after the process starts, warm cache, no server",
            round(median(times), 3),
            "s",
            "< 0.5",
            f"median of {STARTS}, longest {max(times):.3f}; SDL's dummy driver; not the first start after boot",
        )
    ]


def _fades(place: Path) -> list[Figure]:
    """Time each frame of fades between two real cards, while a composer draws without a pause."""
    folder = Folder(place / "fades")
    folder.make()
    window = Window("window", "software", SIZE)
    composer = Child("player.composer", ("--data", str(folder.root), "--log-level", "WARNING"))
    composer.start()
    event, welcome = _cards()[0], _cards()[-1]
    slides = []
    for key, card in (("a" * 40, event), ("b" * 40, welcome)):
        composer.tell(_order(key, card))
        _answer(composer)
        slides.append(Slide(window.renderer, key, kept.read(folder.kept, key)[1], 0))
    glass = Glass(window)
    glass.cut_to(slides[0])
    frames: list[float] = []
    composed = 0
    composer.tell(_order("c" * 40, event))
    for number in range(FADES):
        glass.fade_to(slides[(number + 1) % 2], time.monotonic())
        while glass.fading:
            began = time.monotonic()
            glass.frame(began)
            took = time.monotonic() - began
            frames.append(took)
            if any(isinstance(message, Composed) for message in composer.hear()):
                composed += 1
                composer.tell(_order("c" * 40, event))
            time.sleep(max(0.0, FRAME_S - (time.monotonic() - began)))
    composer.stop()
    window.close()
    ordered = sorted(1000 * took for took in frames)
    note = f"{len(frames)} frames of {FADES} fades at 1920 x 1080 under Xvfb, {composed} cards composed meanwhile"
    return [
        Figure("frame of a fade while a card is composed, p50", round(median(ordered), 2), "ms", "", note),
        Figure(
            "frame of a fade while a card is composed, p99",
            round(ordered[int(len(ordered) * 0.99)], 2),
            "ms",
            "< 16.7",
            f"longest {ordered[-1]:.1f} ms",
        ),
    ]


def _order(key: str, card: Card) -> Compose:
    return Compose(key, card, SCREEN, "sv", datetime.now(UTC))


def _answer(composer: Child) -> None:
    wait_until(lambda: any(isinstance(message, Composed) for message in composer.hear()), 30.0)


def _memory(place: Path, data: Path, server: Server) -> list[Figure]:
    player = RealPlayer(data, "--server", server.url)
    time.sleep(SETTLED_S)
    ours = _pss_mb(player.process.pid)
    player.stop()
    pictures = sorted((place / "it" / "frames").glob("*.png"))[: len(PLAIN_KINDS)]
    page = place / "slides.html"
    page.write_text(SLIDES.format(pictures="".join(f'<img src="{path.as_uri()}">' for path in pictures)))
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    words = [browser, "--kiosk", "--no-first-run", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}/chromium"]
    kiosk = subprocess.Popen([*words, page.as_uri()], stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(SETTLED_S)
    theirs = _pss_mb(kiosk.pid)
    end_process(kiosk)
    note = f"PSS of all processes after {SETTLED_S:.0f} s of a steady loop of {len(pictures)} cards"
    return [
        Figure("memory of the player", round(ours, 1), "MB", "", note),
        Figure("memory of Chromium's kiosk with the same pictures", round(theirs, 1), "MB", "", note),
        Figure("memory of the player, share of Chromium's", round(ours / theirs, 3), "", "≤ 0.25", "in one run"),
    ]


def _pss_mb(root: int) -> float:
    """The proportional set size of a process and of all that descend from it."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, ValueError):
                continue
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    total_kb = 0
    for pid in family:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total_kb += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total_kb / 1000
