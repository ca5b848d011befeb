"""The stage's parts on SDL's dummy driver: slides, glass, programme, shelf and director, with real kept pictures."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pygame
import pytest
from PIL import Image

from cards.model import Card, Language, Screen
from cards.picture import Glyph, LiveClock, Picture, with_clock
from player import kept
from player.children import Child
from player.clock import Clock
from player.folder import Folder
from player.messages import Composed, Hello, NotComposed, PairingOpen
from player.stage import director as directing
from player.stage.director import Director
from player.stage.glass import GROUND, Glass, eased
from player.stage.programme import HOUSE, PAIRING, Programme, Target
from player.stage.record import Record, Showing, png
from player.stage.shelf import Shelf
from player.stage.slide import Slide
from player.stage.window import Window
from playlists.reports import Play
from tests.player.server_double import SCREEN, Town, news

SIZE = (64, 36)
FAR = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def window() -> Iterator[Window]:
    """A stage of 64 x 36 pixels that nobody sees."""
    made = Window("none", "software", SIZE)
    yield made
    made.close()


def plain(colour: tuple[int, int, int], size: tuple[int, int] = SIZE, **fields: Any) -> Picture:
    """A picture of one colour."""
    return Picture(
        width_px=size[0], height_px=size[1], rgb=bytes(colour) * (size[0] * size[1]), **{"valid_until": FAR, **fields}
    )


def ticking(size: tuple[int, int]) -> Picture:
    """A picture of many colours with a clock, each of whose digits has a colour of its own."""
    width, height = 6 * 11, 8
    strip = bytes(value for _ in range(height) for sign in range(11) for _ in range(6) for value in (sign * 20, 90, 7))
    clock = LiveClock(
        x_px=5,
        y_px=9,
        width_px=40,
        height_px=height,
        align="right",
        strip_width_px=width,
        strip=strip,
        glyphs=tuple(Glyph(text, 6 * place, 6, 6.5) for place, text in enumerate("0123456789:")),
    )
    rgb = bytes(
        (3 * x % 256, 5 * y % 256, 11)[part] for y in range(size[1]) for x in range(size[0]) for part in range(3)
    )
    return Picture(width_px=size[0], height_px=size[1], rgb=rgb, live=(clock,), valid_until=FAR)


def on_glass(glass: Glass) -> bytes:
    return pygame.image.tobytes(glass.picture(), "RGB")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_clock_stands_where_the_servers_preview_lays_it(window: Window, rotation: int) -> None:
    size = SIZE if rotation % 180 == 0 else SIZE[::-1]
    picture = ticking((size[0], size[1]))
    if rotation % 180:
        narrow = msgspec.structs.replace(picture.live[0], x_px=1, width_px=34)
        picture = msgspec.structs.replace(picture, live=(narrow,))
    glass = Glass(window)
    slide = Slide(window.renderer, "k", picture, rotation)
    assert slide.set_time(19, 47)
    assert slide.set_time(20, 8)
    assert not slide.set_time(20, 8)
    glass.cut_to(slide)
    upright = Image.frombytes("RGB", size, with_clock(picture, 20, 8))
    assert on_glass(glass) == upright.rotate(rotation, expand=True).tobytes()


def test_before_anything_is_drawn_the_ground_is_the_houses_sky(window: Window) -> None:
    glass = Glass(window)
    glass.frame(0.0)
    assert on_glass(glass)[:3] == bytes(GROUND)


def test_a_fade_goes_evenly_from_one_card_to_the_next(window: Window) -> None:
    glass = Glass(window)
    glass.cut_to(Slide(window.renderer, "black", plain((0, 0, 0)), 0))
    glass.fade_to(Slide(window.renderer, "white", plain((255, 255, 255), fade_ms=300), 0), 10.0)
    levels = []
    for step in range(11):
        glass.frame(10.0 + 0.3 * step / 10)
        levels.append(pygame.image.tobytes(window.renderer.to_surface(), "RGB")[0])
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (0, 255)
    assert abs(levels[5] - 128) <= 2
    assert not glass.fading


def test_with_reduced_motion_a_card_comes_with_a_cut(window: Window) -> None:
    glass = Glass(window)
    glass.cut_to(Slide(window.renderer, "black", plain((0, 0, 0)), 0))
    glass.fade_to(Slide(window.renderer, "white", plain((255, 255, 255), fade_ms=0), 0), 10.0)
    assert not glass.fading
    glass.frame(10.0)
    assert on_glass(glass)[:3] == b"\xff\xff\xff"


def test_a_fade_mixes_the_clock_like_all_the_rest(window: Window) -> None:
    glass = Glass(window)
    glass.cut_to(Slide(window.renderer, "black", plain((0, 0, 0)), 0))
    slide = Slide(window.renderer, "k", ticking(SIZE), 0)
    slide.set_time(20, 8)
    glass.fade_to(slide, 10.0)
    glass.frame(10.0 + slide.fade_s / 2)
    halves = pygame.image.tobytes(window.renderer.to_surface(), "RGB")
    assert all(abs(half - full / 2) <= 1.5 for half, full in zip(halves, with_clock(ticking(SIZE), 20, 8), strict=True))


def test_the_easing_is_slow_at_both_ends() -> None:
    assert (eased(-1), eased(0), eased(0.5), eased(1), eased(2)) == (0, 0, 0.5, 1, 1)
    assert eased(0.1) < 0.1 < 0.9 < eased(0.9)


def test_a_png_of_ours_is_one_that_others_read() -> None:
    rgb = bytes(range(48))
    image = Image.open(io.BytesIO(png(4, 4, rgb)))
    assert (image.mode, image.size, image.tobytes()) == ("RGB", (4, 4), rgb)


# The programme


def programme_of(*cards: Card, size: tuple[int, int] = SIZE, **fields: Any) -> tuple[Programme, datetime]:
    made = Programme(*size, 1.0)
    manifest = Town().manifest(cards, **fields)
    now = manifest.issued + timedelta(seconds=1)
    made.manifest = manifest
    return made, now


def test_what_the_schedule_says_stands(window: Window) -> None:
    programme, now = programme_of(news("a"), news("b"))
    first, *rest = programme.target(now), *programme.following(now, 2)
    assert [target.card.id for target in (first, *rest)] == ["a", "b", "a"]
    assert first.until == rest[0].since
    assert all(target.scheduled for target in rest)


def test_without_a_manifest_the_house_card_stands() -> None:
    programme = Programme(*SIZE, 1.0)
    target = programme.target(datetime.now(UTC))
    assert (target.card.id, target.scheduled, target.until) == (HOUSE, False, None)


def test_with_nothing_to_show_the_house_card_has_its_name() -> None:
    programme, now = programme_of()
    target = programme.target(now)
    assert (target.card.kind, target.card.text("sv").title) == ("house", "Älvdala kommun")


def test_an_open_code_stands_until_it_lapses() -> None:
    programme = Programme(*SIZE, 1.0)
    now = datetime.now(UTC)
    programme.pairing = PairingOpen("7KQ4MX", "", "https://x.example/skarmar/koppla", now + timedelta(minutes=10))
    target = programme.target(now)
    assert target.card.id == PAIRING
    assert target.card.link is not None
    assert target.card.link.short == "x.example/skarmar/koppla"
    assert programme.target(now + timedelta(minutes=11)).card.id == HOUSE


def test_a_turned_panel_gets_cards_that_stand_upright() -> None:
    programme, now = programme_of(news("a"), screen=msgspec.structs.replace(SCREEN, rotation=90), size=(1920, 1080))
    screen = programme.target(now).screen
    assert (screen.width_px, screen.height_px, screen.portrait) == (1080, 1920, True)


def test_another_day_is_another_picture() -> None:
    programme, now = programme_of(news("a"))
    assert programme.target(now).key != programme.target(now + timedelta(days=1)).key


# The director, with a composer that draws only what a test lets it draw


class Hands(Child):
    """A composer in the test's own hands: it takes orders, and draws when it is told to."""

    def __init__(self) -> None:
        super().__init__("nothing", ())
        self.orders: list[Any] = []

    @property
    def running(self) -> bool:
        return True

    def tell(self, message: msgspec.Struct) -> None:
        self.orders.append(message)


class Rig:
    """A director over a window, a folder and a clock that the test turns."""

    def __init__(self, window: Window, folder: Folder, now: datetime) -> None:
        self.window, self.folder = window, folder
        self.programme = Programme(*SIZE, 1.0)
        self.glass = Glass(window)
        self.hands = Hands()
        self.shelf = Shelf(folder.kept, self.hands)
        self.plays: list[Play] = []
        self.clock = _Turned(now)
        self.director = Director(
            self.clock, window, self.glass, self.programme, self.shelf, Record(None), self.plays.append
        )

    def at(self, moment: datetime) -> str | None:
        """What stands once the clock shows `moment` and a fade is over; None for the plain ground."""
        self.clock.moment = moment
        self.director.decide()
        self.glass.finish()
        return self.director.on.card.id if self.director.on is not None else None

    def keep(self, target: Target, colour: tuple[int, int, int] = (9, 9, 9), **fields: Any) -> None:
        """Draw `target` as the composer would."""
        kept.write(self.folder.kept, target.key, plain(colour, **fields), "r1", lacking=False)
        self.shelf.take(Composed(target.key))


class _Turned(Clock):
    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def rig(window: Window, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> tuple[Rig, datetime]:
    """Two cards of five seconds each, and the house card drawn."""
    manifest = Town().manifest([news("a"), news("b")])
    now = manifest.issued + timedelta(seconds=1)
    made = Rig(window, folder, now)
    made.programme.manifest = manifest
    made.keep(made.programme.house(now))
    made.keep(made.programme.house_of_tomorrow(now))
    return made, now


def test_a_card_that_is_drawn_comes_when_its_turn_comes(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    for target in (stage.programme.target(now), *stage.programme.following(now, 1)):
        stage.keep(target)
    assert [stage.at(now + timedelta(seconds=step)) for step in (0, 3, 5, 8, 10)] == ["a", "a", "b", "b", "a"]
    assert [play.card for play in stage.plays] == ["a", "b"]


def test_a_card_that_is_not_drawn_is_passed_over_after_a_while(
    rig: tuple[Rig, datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, now = rig
    stage.keep(stage.programme.target(now))
    assert stage.at(now) == "a"
    assert stage.at(now + timedelta(seconds=5)) == "a"  # patience
    monkeypatch.setattr(directing, "GRACE_S", 0.0)
    assert stage.at(now + timedelta(seconds=6)) == "a"  # its own turn is next, and it is ready
    assert stage.at(now + timedelta(seconds=10)) == "a"


def test_with_no_card_drawn_the_house_card_stands(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    assert stage.at(now) == HOUSE


def test_with_nothing_drawn_at_all_the_plain_ground_stands(window: Window, folder: Folder) -> None:
    stage = Rig(window, folder, datetime.now(UTC))
    assert stage.at(stage.clock.moment) is None
    assert on_glass(stage.glass)[:3] == bytes(GROUND)


def test_what_was_drawn_late_comes_as_soon_as_it_is_there(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    assert stage.at(now) == HOUSE
    stage.keep(stage.programme.target(now))
    assert stage.at(now + timedelta(seconds=1)) == "a"


def test_a_withdrawn_card_does_not_stand_on(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    stage.keep(stage.programme.target(now))
    assert stage.at(now) == "a"
    stage.programme.manifest = Town().manifest([news("c")])
    assert stage.at(now + timedelta(seconds=1)) == HOUSE


def test_a_changed_card_stands_as_it_was_until_the_change_is_drawn_and_then_at_once_as_it_is(
    rig: tuple[Rig, datetime],
) -> None:
    stage, now = rig
    for target in (stage.programme.target(now), *stage.programme.following(now, 1)):
        stage.keep(target)
    assert stage.at(now) == "a"
    before = stage.programme.manifest
    assert before is not None
    changed = msgspec.structs.replace(before.cards["a"], version=2)
    stage.programme.manifest = msgspec.structs.replace(before, cards=before.cards | {"a": changed})
    assert stage.at(now + timedelta(seconds=1)) == "a"
    stage.keep(stage.programme.target(now + timedelta(seconds=1)))
    assert stage.at(now + timedelta(seconds=1.5)) == "a"
    assert stage.director.on is not None
    assert stage.director.on.card.version == 2


def test_a_damaged_picture_is_never_shown(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    target = stage.programme.target(now)
    stage.keep(target)
    path = kept.path_of(stage.folder.kept, target.key)
    path.write_bytes(path.read_bytes()[:-5])
    stage.at(now)
    assert stage.at(now) == HOUSE


def test_a_picture_whose_words_are_no_longer_true_is_drawn_again(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    target = stage.programme.target(now)
    stage.keep(target, valid_until=now + timedelta(seconds=2))
    stage.keep(stage.programme.following(now, 1)[0])
    assert stage.at(now) == "a"
    stage.hands.orders.clear()
    stage.at(now + timedelta(seconds=3))
    assert [order.card.id for order in stage.hands.orders if hasattr(order, "card")] == ["a"]
    stage.keep(stage.programme.target(stage.clock.moment), (200, 0, 0))
    assert stage.at(now + timedelta(seconds=3.5)) == "a"
    assert on_glass(stage.glass)[:3] == bytes((200, 0, 0))
    assert stage.plays == []  # it is the same showing


def test_a_card_that_cannot_be_drawn_is_set_aside_and_told(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    stage.at(now)
    target = stage.programme.target(now)
    stage.shelf.take(NotComposed(target.key, "CardError"))
    assert stage.shelf.set_aside == ("a",)
    stage.keep(stage.programme.following(now, 1)[0])
    assert stage.at(now + timedelta(seconds=1)) == "b"


def test_a_card_that_the_composer_dies_of_three_times_is_set_aside(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    stage.at(now)
    for _ in range(3):
        assert stage.shelf.set_aside == ()
        stage.hands.deaths += 1
        stage.shelf.tend()
    assert stage.shelf.set_aside == ("a",)


def test_pictures_of_another_render_id_are_shown_and_drawn_again(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    for target in (stage.programme.target(now), *stage.programme.following(now, 1)):
        stage.keep(target)
    assert stage.at(now) == "a"
    stage.hands.orders.clear()
    stage.shelf.take(Hello("r2"))
    stage.shelf.want([stage.programme.target(now)], now)
    assert [order.card.id for order in stage.hands.orders if hasattr(order, "card")] == ["a"]
    assert stage.at(now + timedelta(seconds=5)) == "b"


def test_each_language_and_screen_is_drawn_for_itself(rig: tuple[Rig, datetime]) -> None:
    stage, now = rig
    keys = {
        kept.key_of(news("a"), screen, language, now.date()) for screen, language in _variants(stage.programme.screen)
    }
    assert len(keys) == 4


def _variants(screen: Screen) -> list[tuple[Screen, Language]]:
    other = msgspec.structs.replace(screen, theme="skog")
    return [(screen, "sv"), (screen, "fi"), (other, "sv"), (other, "fi")]


def test_frames_and_lines_are_numbered_together(window: Window, folder: Folder, tmp_path: Path) -> None:
    record = Record(tmp_path / "frames")
    programme, now = programme_of(news("a"))
    glass = Glass(window)
    glass.cut_to(Slide(window.renderer, "k", plain((1, 2, 3)), 0))
    for _ in range(2):
        showing = Showing(programme.target(now), now, 0.0)
        record.begin(showing)
        record.capture(showing, glass.picture())
        record.end(showing, 4.98765, programme.zone)
    record.close()
    lines = [msgspec.json.decode(line) for line in (tmp_path / "frames" / "shown.jsonl").read_bytes().splitlines()]
    assert [line["n"] for line in lines] == [1, 2]
    assert lines[1] == {
        "n": 2,
        "at": now.astimezone(programme.zone).isoformat(timespec="milliseconds"),
        "card": "a",
        "version": 1,
        "kind": "news",
        "language": "sv",
        "seconds": 4.988,
        "nominal_seconds": 5.0,
        "frame": "0002-a.png",
    }
    with Image.open(tmp_path / "frames" / "0002-a.png") as image:
        assert (image.mode, image.size, image.getpixel((5, 5))) == ("RGB", SIZE, (1, 2, 3))
