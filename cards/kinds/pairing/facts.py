"""Facts of the pairing card, which a player that belongs to nobody yet shows."""

from datetime import datetime

from cards.kinds.facts import Facts


class PairingFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="pairing"):
    """The code (six signs), where to type it, and the check number (two groups of four) once it was entered."""

    code: str
    address: str
    expires: datetime
    check_number: str = ""
