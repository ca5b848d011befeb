"""The glass: what is presented, and the fade from one slide to the next.

A fade is a share between 0 and 1 that follows monotonic time; a frame that comes late is simply further on. Measured
with the software renderer at 1920 x 1080: 2.6 ms a frame.
"""

import pygame
from pygame._sdl2 import video

from player.stage.slide import Slide
from player.stage.window import Window

GROUND = (0x22, 0x33, 0x6A)
"""The sky of the house card: what stands before the first card has been drawn, and never for long."""


def eased(share: float) -> float:
    """Slow at both ends (smoothstep); 0 at 0, 1 at 1."""
    share = min(1.0, max(0.0, share))
    return share * share * (3.0 - 2.0 * share)


class Glass:
    """What stands in one window."""

    def __init__(self, window: Window) -> None:
        self.slide: Slide | None = None
        self._window = window
        self._renderer = window.renderer
        self._coming: Slide | None = None
        self._began_at = 0.0

    @property
    def fading(self) -> bool:
        """Tell whether a fade is under way."""
        return self._coming is not None

    @property
    def standing(self) -> Slide | None:
        """What stands, or will once the fade is over."""
        return self._coming or self.slide

    def clear(self) -> None:
        """Show the plain ground with the next frame."""
        self.slide = self._coming = None

    def cut_to(self, slide: Slide) -> None:
        """Show `slide` with the next frame, without a fade."""
        self.slide, self._coming = slide, None

    def fade_to(self, slide: Slide, now: float) -> None:
        """Begin to fade from what stands to `slide` at monotonic `now`. It may ask for a cut.

        From nothing, and from itself, it is one too.
        """
        if self.slide is None or self.slide is slide or slide.fade_s <= 0:
            self.cut_to(slide)
            return
        self._coming, self._began_at = slide, now

    def finish(self) -> None:
        """End a fade at once."""
        if self._coming is not None:
            self.cut_to(self._coming)

    def frame(self, now: float) -> None:
        """Draw and present the frame of monotonic `now`."""
        self._draw(now)
        self._renderer.present()

    def picture(self) -> pygame.Surface:
        """What stands on the glass, as a surface of the stage's own size whatever the window's."""
        copy = video.Texture(self._renderer, self._window.size_px, target=True)
        self._renderer.target = copy
        try:
            self._draw(self._began_at)
            return self._renderer.to_surface()
        finally:
            self._renderer.target = None

    def _draw(self, now: float) -> None:
        share = 0.0
        if self._coming is not None:
            share = eased((now - self._began_at) / self._coming.fade_s)
            if share >= 1.0:
                self.finish()
        if self.slide is None:
            self._renderer.draw_color = (*GROUND, 255)
            self._renderer.clear()
            return
        self.slide.draw()
        if self._coming is not None and share > 0.0:
            self._coming.draw(alpha=round(share * 255))
