"""Cards as life makes them, and worse, from a seed: any kind, shape, theme, language, moment, and any text.

A seed always gives the same case, so that a failure is found again by its number. Texts are made of the samples' own
sentences, cut and joined, and of what is hard to set: a compound of forty letters, addresses, capitals, letters that
are not there, Latin among Arabic.
"""

import io
from datetime import date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from random import Random
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from PIL import Image

from cards.kinds.declared import declared
from cards.model import Card, Language, Link, Municipality, PictureRef, Screen, Text
from cards.samples import samples, variants
from commands.gallery.cover import theme_names

NOW: Final = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SIZES: Final = (
    (1920, 1080), (3840, 2160), (1280, 720), (1366, 768), (1080, 1920), (1024, 768),
    (1280, 800), (3840, 1080), (1920, 540), (1080, 1080), (2160, 3840), (768, 1366),
)  # fmt: skip
PANELS: Final = ((32, 1.5), (43, 2), (43, 5), (55, 3), (55, 6), (65, 5), (75, 8), (85, 4))
"""Inches and metres: from a desk in a corridor to a screen high up in an ice rink."""

HARD: Final[dict[str, tuple[str, ...]]] = {
    "sv": (
        "Fastighetsskötselförvaltningsorganisationen", "Dricksvattenförsörjningsanläggningarna", "INSTÄLLT I KVÄLL",
        "alvdala.example/kultur-och-fritid/evenemang", "kultur.och.fritid@alvdala.example", "kl. 18.00–20.30",
        "A\u030a\u0308\u00adstad\u200bför\u2011alla", "”Hej”, sa hon", "– nej –", "Å", "på", "i",
        "5 000 kronor", "№ 3 ½ m²",
    ),
    "fi": ("Lentokonesuihkuturbiinimoottoriapumekaanikko", "yhteistyötoimikunnan", "klo 18.00"),
    "en": ("incomprehensibilities", "St. John’s", "24/7"),
    "ar": ("Språkcafé", "www.alvdala.example/sprakcafe", "17:00–18:30", "المسؤولية", "(ABF)"),
    "uk": ("Дніпропетровськогазопостачання", "о 18:00", "«Привіт»"),
    "fit": ("meänkielenkeskustelukerho",), "se": ("sámegieloahpahusjoavku", "čáhcedoaimmahat"),
}  # fmt: skip
"""Words and phrases that are hard to set, by language."""

_KEPT: Final = frozenset(("week", "symbol", "code", "check_number", "url", "sha256", "kind"))
"""Facts that are no writing: seven days, SMHI's number, a code of six signs."""

TOWN: Final = Municipality(
    id="alvdala",
    names={"sv": "Älvdala kommun", "fi": "Älvdalan kunta", "en": "Älvdala Municipality", "ar": "بلدية ألفدالا"},
    address="alvdala.example",
)


class Case(NamedTuple):
    """One card to lay out, and where and when."""

    card: Card
    screen: Screen
    theme: str
    now: datetime
    language: Language
    pictures: dict[str, bytes]


@lru_cache(maxsize=1)
def photos() -> tuple[tuple[PictureRef, bytes], ...]:
    """Pictures as they come from telephones and from elsewhere: glaring, dark, tiny, standing, thin, and broken."""
    noise = Random(7)
    found = []
    for name, size, low, high in (
        ("glaring", (1600, 1200), 200, 256), ("dark", (1200, 1600), 0, 40), ("busy", (1920, 1080), 0, 256),
        ("tiny", (90, 60), 60, 200), ("thin", (1, 400), 0, 256),
    ):  # fmt: skip
        small = Image.new("RGB", (40, 30))
        small.putdata([(noise.randrange(low, high), noise.randrange(low, high), noise.randrange(low, high))
                       for _ in range(1200)])  # fmt: skip
        file = io.BytesIO()
        small.resize(size, Image.Resampling.BICUBIC).save(file, "JPEG", quality=88)
        data = file.getvalue()
        ref = PictureRef(sha256=sha256(data).hexdigest(), width_px=size[0], height_px=size[1], alt=name)
        found.append((ref, data))
    found.append((PictureRef(sha256="0" * 64, width_px=800, height_px=600, alt="broken"), b"no picture"))
    return tuple(found)


@lru_cache(maxsize=1)
def _cards() -> tuple[Card, ...]:
    return (*samples(NOW).values(), *variants(NOW).values())


@lru_cache(maxsize=8)
def _words(language: Language) -> tuple[str, ...]:
    """All words of the samples in `language`."""
    texts = [card.texts[language] for card in _cards() if language in card.texts]
    found = " ".join(f"{text.title} {text.body} {text.advice}" for text in texts).split()
    return tuple(found) or ("Torget",)


def strange(seed: int) -> Case:
    """The case of `seed`."""
    chance = Random(seed)
    card = chance.choice(_cards())
    language = chance.choice(tuple(card.texts) or ("sv", "fi", "ar", "uk"))
    if chance.random() < 0.8:
        card = _rewritten(card, language, chance)
    width, height = chance.choice(SIZES)
    inches, metres = chance.choice(PANELS)
    screen = Screen(
        id="bib-entre",
        name="Entrén",
        place=chance.choice(("Biblioteket", "Ishallens foajé, norra ingången", "")),
        municipality=TOWN,
        width_px=width,
        height_px=height,
        inches=inches,
        distance_m=metres,
        safe_area=chance.choice((0.05, 0.05, 0.03, 0.08)),
    )
    now = NOW + timedelta(minutes=chance.randrange(-3 * 1440, 20 * 1440))
    pictures: dict[str, bytes] = {}
    if chance.random() < 0.3:
        ref, data = chance.choice(photos())
        focused = msgspec.structs.replace(ref, focus_x=chance.random(), focus_y=chance.random())
        card, pictures = msgspec.structs.replace(card, picture=focused), {ref.sha256: data}
    return Case(card, screen, chance.choice(theme_names()), now, language, pictures)


def _rewritten(card: Card, language: Language, chance: Random) -> Card:
    """`card` with other words, with more or fewer of everything, and at other times."""
    text = Text(
        title=_text(language, chance, chance.choice((1, 2, 4, 7, 12))),
        body=_text(language, chance, chance.choice((0, 0, 6, 14, 26))),
        advice=_text(language, chance, chance.choice((0, 0, 5, 10))),
    )
    if not declared(card.kind).titled and chance.random() < 0.5:
        text = card.text(language)
    link = card.link
    if chance.random() < 0.3:
        link = chance.choice((None, Link(url="https://alvdala.example/k/K7M4QX", short="alvdala.example/k/K7M4QX")))
    return msgspec.structs.replace(
        card,
        id=f"{card.id}-{chance.randrange(1000)}",
        texts={**card.texts, language: text} if card.kind == "welcome" else {language: text},
        facts=_varied(card.facts, language, chance),
        sender=_text(language, chance, chance.choice((0, 1, 3, 6))),
        partner=_text(language, chance, chance.choice((0, 0, 0, 2))),
        link=link,
    )


def _text(language: Language, chance: Random, words: int) -> str:
    """So many words, one in twelve a hard one; at times as capitals, at times with line breaks."""
    hard, plain = HARD.get(language, ()), _words(language)
    found = [chance.choice(hard) if hard and chance.random() < 1 / 12 else chance.choice(plain) for _ in range(words)]
    whole = chance.choice((" ", " ", " ", "\n")).join(found) if words > 5 else " ".join(found)
    return whole.upper() if chance.random() < 0.05 else whole


def _varied(value: Any, language: Language, chance: Random) -> Any:
    """`value` with its words, numbers, moments and lengths changed at random."""
    match value:
        case bool():
            return value if chance.random() < 0.8 else not value
        case str():
            return value if not value or chance.random() < 0.5 else _text(language, chance, chance.choice((1, 1, 3, 6)))
        case int():
            return value if chance.random() < 0.6 else chance.choice((0, 1, 2, 12, 13, 87, 1234))
        case datetime() | date():
            return value if chance.random() < 0.8 else value + timedelta(days=chance.randrange(-10, 30))
        case tuple():
            kept = [_varied(each, language, chance) for each in value]
            if kept and chance.random() < 0.3:
                kept = (kept * 6)[: chance.choice((0, 1, 2, 3, 5, 8, 12))]
            return tuple(kept)
        case msgspec.Struct():
            changed = {
                name: _varied(getattr(value, name), language, chance)
                for name in value.__struct_fields__
                if name not in _KEPT
            }
            return msgspec.structs.replace(value, **changed)
        case _:
            return value
