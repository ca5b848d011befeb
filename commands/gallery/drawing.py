"""Drawing the gallery's pictures: each card on a screen that such a shape really has."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from cards.compose import compose
from cards.errors import CardError
from cards.model import Card, Language, Municipality, Screen
from cards.render import to_png
from cards.samples import pictures, samples, variants
from cards.themes import load_theme
from commands.gallery.cover import Combination
from server.media import emoji

ZONE: Final = ZoneInfo("Europe/Stockholm")
NOW: Final = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
"""A Thursday afternoon in late November, as in the design's pictures."""

ALVDALA: Final = Municipality(
    id="alvdala",
    names={
        "sv": "Älvdala kommun",
        "fi": "Älvdalan kunta",
        "fit": "Älvdalan kunta",
        "se": "Älvdala gielda",
        "en": "Älvdala Municipality",
        "ar": "بلدية ألفدالا",
    },
    address="alvdala.example",
)

_PANELS: Final[Mapping[tuple[int, int], tuple[float, float]]] = {
    (1920, 1080): (55, 3),
    (1080, 1920): (55, 3),
    (3840, 2160): (65, 3.5),
    (1280, 720): (80, 4.5),
    (1366, 768): (40, 2),
    (1024, 768): (40, 2),
    (1280, 800): (60, 3),
    (1080, 1080): (27, 1.5),
    (3840, 1080): (49, 2.5),
    (1920, 540): (37, 1.8),
}
"""Inches and metres of a screen of each shape."""


class Task(NamedTuple):
    """One picture to draw: the card, and where."""

    file: str
    card: Card
    size: tuple[int, int]
    theme: str
    language: Language
    pictures: Mapping[str, bytes]
    hard: bool = False


class Drawn(NamedTuple):
    """One picture, or why there is none."""

    file: str
    kind: str
    size: tuple[int, int]
    theme: str
    language: Language
    title: str
    hard: bool
    png: bytes
    refusal: str


@lru_cache(maxsize=1)
def _samples() -> dict[str, Card]:
    return samples(NOW)


def planned(each: Combination) -> Task:
    """The picture of a kind's sample."""
    return Task(each.file, _samples()[each.kind], each.size, each.theme, each.language, {})


def looks() -> tuple[Task, ...]:
    """The other looks of the kinds that have several."""
    at_hand, size = pictures(), (1920, 1080)
    return tuple(
        Task(f"{name}-1920x1080-alv-sv.png", card, size, "alv", "sv", at_hand) for name, card in variants(NOW).items()
    )


def screen_of(size: tuple[int, int]) -> Screen:
    """A screen of this shape, in the library of Älvdala."""
    inches, metres = _PANELS[size]
    return Screen(
        id="bib-entre",
        name="Entrén",
        place="Biblioteket",
        municipality=ALVDALA,
        width_px=size[0],
        height_px=size[1],
        inches=inches,
        distance_m=metres,
    )


def draw_all(tasks: Iterable[Task]) -> Iterator[Drawn]:
    """Draw the pictures one by one."""
    for task in tasks:
        yield _draw(task)


def _draw(task: Task) -> Drawn:
    png, refusal = b"", ""
    try:
        theme = load_theme(task.theme)
        card, pictures = emoji.dressed(task.card, task.pictures)
        picture = compose(card, screen_of(task.size), theme, NOW, task.language, pictures)
        png = to_png(picture, NOW, ZONE)
    except CardError as error:
        refusal = error.sentence()
    title = task.card.text(task.language).title.strip()
    return Drawn(task.file, task.card.kind, task.size, task.theme, task.language, title, task.hard, png, refusal)
