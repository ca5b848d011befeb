"""Facts of a welcome card: its texts in every language are all it says."""

import msgspec


class WelcomeFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="welcome"):
    """A greeting in all languages at once, each the same size."""
