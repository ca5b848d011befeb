"""Facts of a welcome card: its texts in every language are all it says."""

from cards.kinds.facts import Facts


class WelcomeFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="welcome"):
    """A greeting in all languages at once, each the same size."""
