"""The window and its renderer: on a display, on the bare console, or on SDL's dummy driver where there is none.

The code keeps to what pygame 2 and pygame-ce both have.
"""

import logging
import os

import pygame
from pygame._sdl2 import video

from player.errors import NoDisplayError

log = logging.getLogger(__name__)

DEFAULT_PX = (1920, 1080)
GPUS = "/dev/dri"
"""Where the kernel shows graphics processors; on the bare console SDL draws through them too."""


class Window:
    """An open window. `size_px` is the stage's size, which a smaller window on a desktop scales down."""

    def __init__(self, mode: str, renderer: str, size_px: tuple[int, int] | None) -> None:
        """Open it. `mode` and `renderer` are those of `player.settings.Stage`. Raises NoDisplayError."""
        self.visible = _choose_driver(mode)
        fullscreen = mode == "fullscreen" and self.visible
        try:
            pygame.display.init()
            desktop = pygame.display.get_desktop_sizes()[0]
            self.size_px = size_px or (desktop if fullscreen else DEFAULT_PX)
            self._window = video.Window(
                "Torget", size=_fitting(self.size_px, desktop if self.visible else self.size_px, fullscreen)
            )
            if fullscreen:
                self._window.set_fullscreen(True)
            self.renderer, self.accelerated = self._open_renderer(renderer)
        except pygame.error as error:
            raise NoDisplayError(f"no window: {error}", fault=str(error)) from error
        if self._window.size != self.size_px:
            self.renderer.logical_size = self.size_px
        if fullscreen:
            pygame.mouse.set_visible(False)

    def _open_renderer(self, wanted: str) -> tuple[video.Renderer, bool]:
        if self.visible and wanted == "auto" and os.path.isdir(GPUS):  # noqa: PTH112
            try:
                return video.Renderer(self._window, accelerated=1, vsync=True, target_texture=True), True
            except pygame.error as error:
                log.info("no accelerated renderer (%s), drawing by software", error)
        # Without a GPU, SDL would send each frame through OpenGL in software: 16 ms a frame instead of 2.6, measured.
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
        os.environ["SDL_RENDER_DRIVER"] = "software"
        return video.Renderer(self._window, accelerated=0, target_texture=True), False

    def closed(self) -> bool:
        """Take what the window system says; tells whether a person closed the window or pressed Escape."""
        asked = False
        for event in pygame.event.get():
            escape = event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
            asked = asked or escape or event.type in (pygame.QUIT, pygame.WINDOWCLOSE)
        return asked

    def close(self) -> None:
        """Give the display back."""
        self._window.destroy()
        pygame.display.quit()


def _choose_driver(mode: str) -> bool:
    """Set SDL's driver; tells whether people will see anything. A driver that the environment names stands."""
    named = os.environ.get("SDL_VIDEODRIVER")
    if mode == "none":
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        return False
    if named:
        return named not in ("dummy", "offscreen")
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if display or (mode == "fullscreen" and os.path.isdir(GPUS)):  # noqa: PTH112 - pathlib is not needed before the first frame
        return True
    if mode == "auto":
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        return False
    raise NoDisplayError("no display", fault="there is no display")


def _fitting(size_px: tuple[int, int], desktop_px: tuple[int, int], fullscreen: bool) -> tuple[int, int]:
    """The window's size: the stage's own, or as much of it as the desktop has room for in the same shape."""
    if fullscreen:
        return desktop_px
    share = min(1.0, 0.9 * desktop_px[0] / size_px[0], 0.9 * desktop_px[1] / size_px[1])
    if desktop_px[0] >= size_px[0] and desktop_px[1] >= size_px[1]:
        share = 1.0
    return round(size_px[0] * share), round(size_px[1] * share)
