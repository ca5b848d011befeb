"""Facts of a picture card: the picture is the message, the text its caption."""

import msgspec


class PictureFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="picture"):
    """A photo story, or a poster that was handed in (shown whole, never cropped)."""

    credit: str = ""
    poster: bool = False
