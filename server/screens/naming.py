"""What a screen is called on pages: its place and its name, "Biblioteket, entrén"."""

from typing import Protocol


class Named(Protocol):
    """A screen, as it travels or as it is stored."""

    @property
    def name(self) -> str:
        """What it is called at its place."""

    @property
    def place(self) -> str:
        """Where it hangs."""


def called(screen: Named) -> str:
    """The place, then the name unless it says the place already."""
    if not screen.place or screen.place.casefold() in screen.name.casefold():
        return screen.name
    if not screen.name or screen.name.casefold() in screen.place.casefold():
        return screen.place
    return f"{screen.place}, {screen.name[0].lower()}{screen.name[1:]}"
