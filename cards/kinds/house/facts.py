"""Facts of the house card, which stands when there is nothing else to show: name, time and date."""

from cards.kinds.facts import Facts


class HouseFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="house"):
    """The municipality's own card. It needs no text, no picture and no network."""
