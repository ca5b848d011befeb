"""Facts of the house card, which stands when there is nothing else to show: name, time and date."""

import msgspec


class HouseFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="house"):
    """The municipality's own card. It needs no text, no picture and no network."""
