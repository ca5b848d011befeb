"""A sample quote: three questions to a bakery."""

from datetime import datetime

import msgspec

from cards.kinds.quote.facts import QuoteFacts
from cards.model import Card, Text


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """A visit to a bakery; `now` is in the screen's zone."""
    return Card(
        id="sample-quote",
        version=1,
        facts=QuoteFacts(),
        texts={
            "sv": Text(
                title="Tre frågor till Bageri Tre Björkar",
                body="De anställer två personer i vår. ”Det svåraste är att hitta bostad åt dem”, säger bageriet.",
                advice="Frågan har gått vidare till Älvdalabostäder.",
            ),
            "fi": Text(
                title="Kolme kysymystä: Bageri Tre Björkar",
                body="He palkkaavat keväällä kaksi. ”Vaikeinta on löytää heille asunto”, leipomo sanoo.",
                advice="Kysymys on mennyt Älvdalabostäderille.",
            ),
            "fit": Text(
                title="Kolme kysymystä Bageri Tre Björkarille",
                body="”Vaikeinta oon löytää heile asunto”, sannoo leipomo.",
            ),
            "se": Text(
                title="Golbma gažaldaga: Bageri Tre Björkar", body="”Váddáseamos lea gávdnat sidjiide orrunsaji.”"
            ),
            "en": Text(
                title="Three questions to Bageri Tre Björkar",
                body="They hire two this spring. “The hardest part is to find them a home,” says the bakery.",
                advice="The question has gone on to Älvdalabostäder.",
            ),
            "ar": Text(
                title="ثلاثة أسئلة لمخبز البتولات الثلاث",
                body="سيوظفون شخصين في الربيع. «الأصعب هو إيجاد سكن لهما»",
                advice="أحيل السؤال إلى شركة السكن.",
            ),
            "uk": Text(
                title="Три запитання до пекарні «Три берези»",
                body="Навесні вони наймають двох. «Найважче знайти для них житло»",
                advice="Запитання передано житловій компанії.",
            ),
        },
        sender="Näringslivsutvecklaren",
    )


def variants(now: datetime) -> dict[str, Card]:
    """An association; words alone; a long answer."""
    card = sample(now)

    def saying(facts: QuoteFacts, text: Text) -> Card:
        return msgspec.structs.replace(card, facts=facts, texts={"sv": text}, sender="Kultur och fritid")

    return {
        "association": saying(
            QuoteFacts(visited="association", by="Ungdomsledaren"),
            Text(
                title="Älvdala SK vill ha fler tränare",
                body="Trettio barn står i kö. Det räcker att du kan en kväll i veckan.",
                advice="Vi bjuder på utbildningen.",
            ),
        ),
        "short": saying(QuoteFacts(), Text(title="Norrskog svarar", body="Ja!")),
        "long": saying(
            QuoteFacts(by="Platschefen"),
            Text(
                title="Tre frågor till Norrskog Trähus om industriområdet",
                body="De bygger ut i höst. ”Vi behöver en busshållplats vid grinden, en cykelväg från centrum "
                "och någonstans att äta lunch när skiftet byter klockan två”, säger platschefen.",
                advice="Busshållplatsen tas upp i november.",
            ),
        ),
    }
