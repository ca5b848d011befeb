"""What can be wrong with a card or a theme so that nothing can be drawn."""

from foundation.errors import N_, TorgetError


class CardError(TorgetError):
    """A card that cannot be drawn."""

    say = N_("This card cannot be drawn. Please look at its text.")


class TitleTooLongError(CardError):
    """A headline for which the screen has no room at a size that can be read."""

    say = N_("The headline is too long to be read on the screen {screen}. Please shorten it.")


class WordsTooLongError(CardError):
    """Words that are the card's message beside its headline, and for which the screen has no room."""

    say = N_("The text is too long to be read on the screen {screen}. Please shorten it.")


class NoTitleError(CardError):
    """A card that says nothing: its headline is empty, or nothing but spaces."""

    say = N_("The card needs a headline.")


class ThemeError(TorgetError):
    """A theme that does not load."""

    say = N_("The theme {theme} cannot be used: {reason}")
