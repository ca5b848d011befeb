"""Facts of a film: how long it is, its proportions, and whether it needs to be heard."""

from cards.kinds.facts import Facts


class FilmFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="film"):
    """The card's picture is a still from it. `seconds` 0: nobody knows. Width and height are those of the film."""

    seconds: int = 0
    width_px: int = 1920
    height_px: int = 1080
    captioned: bool = True
    silent: bool = False
