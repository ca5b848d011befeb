"""Grounds and pictures for cards that have no photograph: flat Nordic scenes, drawn from a seed.

The same name, size, seed and palette always give the same picture; another seed gives another hill. Flat colour only,
without gradient or grain; edges are crisp. A scene is composed for the shape that it is asked for, from a bar to a
standing door. Where text may stand is the caller's to know: the sky of every scene is one flat colour, `palette[0]`.

A palette runs from the sky over the light (sun, moon, lit windows) to the layers of land, the farthest first; it may
have two colours or ten. An empty one takes the scene's own.
"""

from cards.scenes._canvas import Canvas, Point, mix
from cards.scenes._choice import neighbour, night_scene, scene_for, season_of, season_palette
from cards.scenes._curves import bend
from cards.scenes._family import PALETTES, SCENES, draw_scene
from cards.scenes._sky import part_of_day, sky_palette

__all__ = [
    "PALETTES",
    "SCENES",
    "Canvas",
    "Point",
    "bend",
    "draw_scene",
    "mix",
    "neighbour",
    "night_scene",
    "part_of_day",
    "scene_for",
    "season_of",
    "season_palette",
    "sky_palette",
]
