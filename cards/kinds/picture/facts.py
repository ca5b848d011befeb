"""Facts of a picture card: the picture is the message, the text its caption."""

from cards.kinds.facts import Facts


class PictureFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="picture"):
    """A photo story, or a poster that was handed in (shown whole, never cropped)."""

    credit: str = ""
    poster: bool = False
