"""The small rules of setting type: quotes, dashes and spaces as a typesetter has them, and what stays on one line.

Web and e-mail addresses are never touched. What is set is what people wrote; the card keeps that as it was.
"""

import re
from functools import lru_cache
from typing import Final

from cards.bidi import ISOLATE_LTR, POP_ISOLATE
from cards.emoji import SEQUENCE

NO_BREAK: Final = "\u00a0"
EN_DASH: Final = "–"
MINUS: Final = "−"

ADDRESS: Final = re.compile(
    r"https?://\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+[^\W\d_]{2,}(?:/[^\s”“\"»]*)?(?![\w@-])"
)
"""A web or e-mail address, also one without https://; what closes a sentence behind it may be in it."""

PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[ \u00a0-]?|0)\d{1,3}[ \u00a0-]\d{2,3}(?:[ \u00a0]?\d{2,3}){0,3}(?![\w])"
)
"""A telephone number as people write it."""

_QUOTES: Final = {"en": ("“", "”"), "uk": ("«", "»"), "ar": ("«", "»")}
_HOME_QUOTES: Final = ("”", "”")
_INNER_QUOTES: Final = {"en": ("‘", "’"), "uk": ("“", "”"), "ar": ("“", "”")}
_HOME_INNER: Final = ("’", "’")

_DOTS: Final = re.compile(r"(?<!\.)\.{3}(?!\.)|(?<!\. )\. \. \.(?! ?\.)")
_CLOCK_WORD: Final = re.compile(r"(?<!\w)([Kk]l)\.?(?=\d)|(?<!\w)([Kk]l)\.[ \u00a0]*(?=\d)")
_TIME: Final = r"\d{1,2}(?:[.:]\d{2})?"
_SPAN: Final = re.compile(
    rf"(?<![\w.:,/–-])({_TIME})[ \u00a0]?-[ \u00a0]?({_TIME})(?![\d/]|[.,:]\d|-\d|[ \u00a0]\d{{2}}[ \u00a0]\d{{2}})"
)
_YEARS: Final = re.compile(r"(?<![\w–-])([12]\d{3})-([12]\d{3})(?![\w-])")
_LOOSE_DASH: Final = re.compile(r"(?<=\S)[ \u00a0]-{1,2}[ \u00a0](?=\S)|^-{1,2}[ \u00a0](?=\S)")
_BELOW_ZERO: Final = re.compile(r"(?<![\w-])-(\d+)(?=[ \u00a0]?(?:°|grad|minus))")
_THOUSANDS: Final = re.compile(r"(?<![\d ])\d{1,3}(?: \d{3})+(?! ?\d)")
_LOOSE_SIGN: Final = re.compile(r"(?<=\w) +([,;.!?])(?=\s|$)")
_OPENS: Final = " \u00a0([{–—/\n«“‘”’"

_FOREIGN: Final = re.compile(
    rf"{ADDRESS.pattern}|{PHONE.pattern}"
    r"|[A-Za-z\u00c0-\u024f][\w’'&+/-]*(?:[ \u00a0][A-Za-z\u00c0-\u024f0-9][\w’'&+/-]*)*"
)
"""What is written from the left in a text that is read from the right."""

_TIED: Final = re.compile(
    r"(?<![^\s(”\"])("  # at the start of a word:
    r"[^\W\d_]"  # one letter alone, as in "i dag", "å andra sidan"
    r"|kl\.?|kello|klo|klockan|о|dii\.|nr|s\.|tel\.|kap\.|§|№"  # a word that belongs to the number after it
    r"|(?!0[1-9])\d{1,3}(?:\.(?= [^\W\d_A-ZÅÄÖ]))?(?! (?:[^\W\d_]|och|eller|ja|tai)[\s\u00a0])"  # a number and its unit
    r"|[^\W\d_]\."  # an initial and the name
    r") (?=[^\s–—])"
)
_HOUR_WORD: Final = re.compile(r"(?:kl\.?|klo|kello|klockan|о)[ \u00a0]$", re.IGNORECASE)
_LAST_LONE: Final = re.compile(r" (?=[^\W\d_][.!?…]?$)")
_EMOJI: Final = re.compile(rf"(?<=[\w.,!?:…]) (?={SEQUENCE.pattern})")
"""An emoji belongs to the word before it."""
_DASH: Final = re.compile(r" (?=[–—] )")


@lru_cache(maxsize=2048)
def typeset(text: str, language: str) -> str:
    """`text` with the quotes, dashes, dots and spaces of a typesetter in `language`; addresses stay as they are."""
    found, at = [], 0
    for address in ADDRESS.finditer(text):
        found += [(text[at : address.start()], False), (address[0], True)]
        at = address.end()
    found.append((text[at:], False))
    # Quotes look at what stands before them, so that the plain stretches are set one after the other.
    whole = ""
    for stretch, is_address in found:
        whole += stretch if is_address else _quoted(_dashed(stretch, whole), language, whole)
    return whole


def _dashed(text: str, before: str) -> str:
    """Everything but the quotes. A dash at the very start counts as one only where nothing stands `before`."""
    text = _DOTS.sub("…", text)
    text = _CLOCK_WORD.sub(lambda found: f"{found[1] or found[2]}. ", text)
    text = PHONE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    text = _SPAN.sub(rf"\1{EN_DASH}\2", text)
    text = _YEARS.sub(_years, text)
    text = _BELOW_ZERO.sub(rf"{MINUS}\1", text)
    text = _LOOSE_DASH.sub(lambda found: f" {EN_DASH} " if found.start() or before else f"{EN_DASH} ", text)
    text = _THOUSANDS.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    return _LOOSE_SIGN.sub(r"\1", text)


def _years(found: re.Match[str]) -> str:
    """Years from one to a later one; anything else with a hyphen is a number of its own."""
    return f"{found[1]}{EN_DASH}{found[2]}" if found[1] < found[2] else found[0]


def _quoted(text: str, language: str, before: str) -> str:
    """Straight quotes turned to those of the language, by what stands before each; `before` is what precedes `text`."""
    if '"' not in text and "'" not in text:
        return text
    outer, inner = _QUOTES.get(language, _HOME_QUOTES), _INNER_QUOTES.get(language, _HOME_INNER)
    signs: list[str] = []
    inside = {'"': before.count(outer[0]) > before.count(outer[1]) if outer[0] != outer[1] else False, "'": False}
    for at, sign in enumerate(text):
        last = signs[-1] if signs else before[-1:]
        following = text[at + 1 : at + 2]
        if sign == '"':
            if last.isdigit() and not inside[sign] and text.count('"', at) % 2:
                signs.append("″")
                continue
            opens = not last or last in _OPENS
            inside[sign] = opens
            signs.append(outer[0] if opens else outer[1])
        elif sign == "'":
            opens = (not last or last in _OPENS) and following.isalpha() and "'" in text[at + 1 :]
            signs.append(inner[0] if opens else "’")
        else:
            signs.append(sign)
    return "".join(signs)


@lru_cache(maxsize=4096)
def tie(text: str) -> str:
    """Make spaces unbreakable where a line must not end: "i dag", "kl. 18.00", "26 november", "5 000 kr", "A. Berg"."""
    tied = _TIED.sub(_tied, text)
    # A tie may have used up the space that the next one needs to see: "i 5 dagar".
    tied = _TIED.sub(_tied, tied)
    tied = _EMOJI.sub(NO_BREAK, tied)
    return _DASH.sub(NO_BREAK, _LAST_LONE.sub(NO_BREAK, tied))


def _tied(found: re.Match[str]) -> str:
    """The word with its tie; an hour that is tied to "kl." before it has no unit behind it."""
    hour = found[1][0].isdigit() and _HOUR_WORD.search(found.string, 0, found.start())
    return found[0] if hour else f"{found[1]}{NO_BREAK}"


def isolated(text: str) -> str:
    """`text` that is read from the right, each foreign name, address and telephone number in it set apart.

    Without that, "070-174 06 05" is turned round group by group, and a full stop jumps to the wrong side of a name.
    """
    return _FOREIGN.sub(rf"{ISOLATE_LTR}\g<0>{POP_ISOLATE}", text) if ISOLATE_LTR not in text else text


def eastern_digits(text: str) -> str:
    """`text` with the digits that Arabic is mostly written with in the east; addresses and telephones keep theirs."""
    kept = [(found.start(), found.end()) for rule in (ADDRESS, PHONE) for found in rule.finditer(text)]
    return "".join(
        sign if any(a <= at < b for a, b in kept) or not "0" <= sign <= "9" else chr(0x0660 + ord(sign) - 48)
        for at, sign in enumerate(text)
    )


def sentence_case(text: str) -> str:
    """Give `text` a capital to begin with, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def degrees(celsius: float) -> str:
    """A temperature in whole degrees, with a true minus: "−4°". What rounds to zero has no sign."""
    whole = round(celsius)
    return f"{MINUS if whole < 0 else ''}{abs(whole)}°"
