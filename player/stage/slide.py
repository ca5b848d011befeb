"""A slide: one card as a texture, upright or turned as the panel hangs, with its live clock laid onto it.

The textures have no alpha channel (an XRGB surface, measured six times faster to fade than one with alpha). A clock is
a small texture of its own, and the card is drawn round it in pieces, so that a fade mixes every pixel once. pygame-ce
2.5.8 updates an area of a texture always at its upper left corner, so the clock cannot be laid into the card's own.
"""

import pygame
from pygame._sdl2 import video

from cards.picture import LiveClock, Picture, digits_at

MASKS = (0xFF0000, 0xFF00, 0xFF, 0)
"""XRGB: 32 bits without an alpha channel."""


class Slide:
    """A card ready for the glass. Making one takes 3 to 20 ms at 1920 x 1080: do it while nothing moves."""

    def __init__(self, renderer: video.Renderer, key: str, picture: Picture, rotation: int) -> None:
        self.key = key
        self.valid_until = picture.valid_until
        self.fade_s = picture.fade_ms / 1000
        """How long it takes to come; 0 is a cut."""
        self._size_px = (picture.width_px, picture.height_px)
        self._quarters = rotation // 90 % 4
        upright = pygame.image.frombuffer(picture.rgb, self._size_px, "RGB")
        self._faces = [_Face(clock, upright) for clock in picture.live]
        surface = pygame.Surface(self._size_px, 0, 32, MASKS)
        surface.blit(upright, (0, 0))
        self._renderer = renderer
        self._texture = video.Texture.from_surface(renderer, _turned(surface, self._quarters))
        self._clocks: list[tuple[video.Texture, pygame.Rect]] = []
        self._pieces = [self._texture.get_rect()]
        for face in self._faces:
            box = self._on_panel(face.box)
            self._pieces = [part for piece in self._pieces for part in _around(piece, box)]
        self._texture.blend_mode = pygame.BLENDMODE_NONE
        self._shown = ""

    def set_time(self, hour: int, minute: int) -> bool:
        """Lay the digits of this time; tells whether anything changed."""
        text = f"{hour:02d}:{minute:02d}"
        if text == self._shown or not self._faces:
            return False
        self._shown = text
        self._clocks = []
        for face in self._faces:
            drawn = _turned(face.drawn(text), self._quarters)
            self._clocks.append((video.Texture.from_surface(self._renderer, drawn), self._on_panel(face.box)))
        return True

    def draw(self, alpha: int = 255) -> None:
        """Draw it over all of the stage. Blending is off at 255: on, even a full one costs ten times as much."""
        for texture in (self._texture, *(clock for clock, _ in self._clocks)):
            texture.blend_mode = pygame.BLENDMODE_NONE if alpha >= 255 else pygame.BLENDMODE_BLEND
            texture.alpha = min(alpha, 255)
        for piece in self._pieces if self._clocks else (self._texture.get_rect(),):
            self._texture.draw(piece, piece)
        for clock, box in self._clocks:
            clock.draw(None, box)

    def _on_panel(self, box: pygame.Rect) -> pygame.Rect:
        """Where an upright box lies once the picture has been turned counter-clockwise by quarters."""
        width, height = self._size_px
        if self._quarters == 1:
            return pygame.Rect(box.y, width - box.right, box.height, box.width)
        if self._quarters == 2:
            return pygame.Rect(width - box.right, height - box.bottom, box.width, box.height)
        if self._quarters == 3:
            return pygame.Rect(height - box.bottom, box.x, box.height, box.width)
        return box


class _Face:
    """A clock's ground and its strip of digits."""

    def __init__(self, clock: LiveClock, card: pygame.Surface) -> None:
        self.box = pygame.Rect(clock.x_px, clock.y_px, clock.width_px, clock.height_px)
        self._clock = clock
        self._ground = card.subsurface(self.box).copy()
        self._strip = pygame.image.frombuffer(clock.strip, (clock.strip_width_px, clock.height_px), "RGB")

    def drawn(self, text: str) -> pygame.Surface:
        """The box with the digits of `text` on it."""
        surface = pygame.Surface(self.box.size, 0, 32, MASKS)
        surface.blit(self._ground, (0, 0))
        for glyph, x_px in digits_at(self._clock, text):
            surface.blit(self._strip, (x_px, 0), pygame.Rect(glyph.x_px, 0, glyph.width_px, self.box.height))
        return surface


def _around(piece: pygame.Rect, box: pygame.Rect) -> list[pygame.Rect]:
    """What is left of `piece` without `box`: at most four rectangles."""
    hole = piece.clip(box)
    if not hole.width or not hole.height:
        return [piece]
    parts = [
        pygame.Rect(piece.x, piece.y, piece.width, hole.y - piece.y),
        pygame.Rect(piece.x, hole.bottom, piece.width, piece.bottom - hole.bottom),
        pygame.Rect(piece.x, hole.y, hole.x - piece.x, hole.height),
        pygame.Rect(hole.right, hole.y, piece.right - hole.right, hole.height),
    ]
    return [part for part in parts if part.width and part.height]


def _turned(surface: pygame.Surface, quarters: int) -> pygame.Surface:
    return pygame.transform.rotate(surface, 90 * quarters) if quarters else surface
