"""A sample answer: why the street lamps were dark."""

from datetime import datetime

from cards.kinds.answer.facts import AnswerFacts
from cards.kinds.moments import day
from cards.model import Card, Text


def sample(now: datetime) -> Card:
    """A question asked last week and answered two days ago; `now` is in the screen's zone."""
    return Card(
        id="sample-answer",
        version=1,
        facts=AnswerFacts(asked=day(now, -9), answered=day(now, -2), department="Gata och park"),
        texts={
            "sv": Text(
                title="Varför är gatlyktorna på Skolvägen släckta på morgonen?",
                body="Tidströmställaren var fel inställd. Den är lagad nu. Tack för att du hörde av dig.",
            ),
            "fi": Text(
                title="Miksi Skolvägenin katuvalot ovat aamulla pimeinä?",
                body="Ajastin oli väärin säädetty. Se on nyt korjattu. Kiitos, kun otit yhteyttä.",
            ),
            "en": Text(
                title="Why are the street lamps on Skolvägen dark in the morning?",
                body="The timer was set wrong. It is mended now. Thank you for telling us.",
            ),
            "ar": Text(
                title="لماذا مصابيح الشارع مطفأة في الصباح؟", body="كان المؤقت خاطئًا. تم إصلاحه الآن. شكرًا لكم."
            ),
            "uk": Text(
                title="Чому вранці не світять ліхтарі на Skolvägen?",
                body="Таймер було налаштовано неправильно. Тепер його полагоджено. Дякуємо, що повідомили.",
            ),
        },
        sender="Gata och park",
    )
