"""Sample tips: three imaginary books by imaginary authors."""

from datetime import datetime

import msgspec

from cards.kinds.tips.facts import Tip, TipsFacts
from cards.model import Card, Text

_TIPS = (
    Tip(
        title="Isen minns",
        author="Maj-Lis Forsmark",
        why="En deckare där älven själv är vittnet.",
        whys={
            "fi": "Dekkari, jossa joki itse on todistaja.",
            "fit": "Dekkari, missä väylä itte oon toistaja.",
            "en": "A crime story where the river is the witness.",
            "ar": "رواية بوليسية شاهدها النهر نفسه.",
            "uk": "Детектив, у якому свідок — сама річка.",
        },
    ),
    Tip(
        title="Morfars renhage",
        author="Ante Siljeå",
        why="Serie om en sommar på fjället, för dig från nio år.",
        whys={
            "fi": "Sarjakuva kesästä tunturissa, yli 9-vuotiaille.",
            "fit": "Sarjakuva kesästä tunturissa, yli 9-vuotihaile.",
            "en": "A comic about a summer on the fell, from age nine.",
            "ar": "قصة مصورة عن صيف في الجبل، من سن التاسعة.",
            "uk": "Комікс про літо на фіелі, від дев’яти років.",
        },
    ),
    Tip(
        title="Bröd av nästan ingenting",
        author="Elin Vargbäck",
        why="Tolv recept med det du redan har hemma.",
        whys={
            "fi": "Kaksitoista reseptiä siitä, mitä kotona jo on.",
            "fit": "Kakstoista reseptiä siittä, mitä kotona jo oon.",
            "en": "Twelve recipes with what you have at home.",
            "ar": "اثنتا عشرة وصفة مما لديكم في البيت.",
            "uk": "Дванадцять рецептів із того, що є вдома.",
        },
    ),
)


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """Three tips, at whatever `now`."""
    return Card(
        id="sample-tips",
        version=1,
        facts=TipsFacts(tips=_TIPS),
        texts={language: Text(title="") for language in ("sv", "fi", "fit", "se", "en", "ar", "uk")},
        sender="Biblioteket",
    )


def variants(now: datetime) -> dict[str, Card]:
    """Two tips, one, and a headline of the library's own."""
    card = sample(now)
    own = {"sv": Text(title="Läs före julen", body="Finns på svenska och finska.")}
    return {
        "two": msgspec.structs.replace(card, facts=TipsFacts(tips=_TIPS[:2])),
        "one": msgspec.structs.replace(card, facts=TipsFacts(tips=_TIPS[2:])),
        "own": msgspec.structs.replace(card, texts=own),
    }
