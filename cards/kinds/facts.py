"""What the facts of all kinds have in common: a tag that names the kind in JSON."""

import msgspec


class Facts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What a card of some kind says without words: moments, places, names, numbers. Each kind has its own."""
