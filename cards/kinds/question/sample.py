"""Sample questions: one with choices, one that is free, one on a scale."""

from datetime import datetime

from cards.kinds.moments import day
from cards.kinds.question.facts import QuestionFacts, Scale
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """A question with two weeks to go and a promised reply; `now` is in the screen's zone."""
    return Card(
        id="sample-question",
        version=1,
        facts=QuestionFacts(
            options=("Toalett", "Brygga", "Grillplats", "Ramp för rullstol", "Annat"),
            options_in={
                "fi": ("Vessa", "Laituri", "Grillipaikka", "Luiska", "Muu"),
                "en": ("Toilet", "Jetty", "Barbecue", "Ramp", "Other"),
                "ar": ("مرحاض", "رصيف", "مكان شواء", "منحدر", "غير ذلك"),
                "uk": ("Туалет", "Причал", "Місце для гриля", "Пандус", "Інше"),
            },
            answers_so_far=87,
            answer_by=day(now, 16),
            reply_promised=day(now, 25),
            owner="Fritidschefen",
        ),
        texts={
            "sv": Text(title="Vad saknar du mest vid badplatsen?", body="Svara med mobilen eller på lappen i lådan."),
            "fi": Text(title="Mitä kaipaat eniten uimarannalla?", body="Vastaa kännykällä tai lapulla."),
            "fit": Text(title="Mitä sie kaipaat eniten uimarannala?", body="Vastaa kännykälä eli lapula."),
            "en": Text(title="What do you miss most at the bathing place?", body="Answer by phone or on a note."),
            "ar": Text(title="ما الذي ينقصكم أكثر في مكان السباحة؟", body="أجيبوا بالهاتف أو بالورقة."),
            "uk": Text(title="Чого найбільше бракує на пляжі?", body="Відповідайте телефоном або на папері."),
        },
        sender="Kultur och fritid",
        link=Link(url="https://alvdala.example/7hd", short="alvdala.example/7hd"),
    )


def variants(now: datetime) -> dict[str, Card]:
    """A question that is answered in one's own words, and one on a scale of five."""
    return {
        "free": Card(
            id="sample-question-free",
            version=1,
            facts=QuestionFacts(answer_by=day(now, 9), reply_promised=day(now, 20), owner="Skolchefen"),
            texts={
                "sv": Text(title="Hur kan vägen till skolan bli tryggare?", body="Skriv eller prata in ditt svar."),
                "fi": Text(title="Miten koulutiestä tulee turvallisempi?", body="Kirjoita tai puhu vastauksesi."),
                "en": Text(title="How can the way to school be safer?", body="Write or speak your answer."),
                "ar": Text(title="كيف يصبح الطريق إلى المدرسة أكثر أمانًا؟", body="اكتبوا جوابكم أو قولوه."),
                "uk": Text(title="Як зробити дорогу до школи безпечнішою?", body="Напишіть або надиктуйте."),
            },
            sender="Skola och förskola",
            link=Link(url="https://alvdala.example/8kp", short="alvdala.example/8kp"),
        ),
        "scale": Card(
            id="sample-question-scale",
            version=1,
            facts=QuestionFacts(
                scale=Scale(
                    low="Mycket dåligt",
                    high="Mycket bra",
                    ends_in={
                        "fi": ("Huonosti", "Hyvin"),
                        "en": ("Very badly", "Very well"),
                        "ar": ("سيئ جدًا", "جيد جدًا"),
                        "uk": ("Дуже погано", "Дуже добре"),
                    },
                ),
                answers_so_far=212,
                answer_by=day(now, 12),
            ),
            texts={
                "sv": Text(title="Hur fungerar bussarna till Norrbyn?"),
                "fi": Text(title="Miten bussit Norrbyniin toimivat?"),
                "en": Text(title="How do the buses to Norrbyn work?"),
                "ar": Text(title="كيف تعمل الحافلات إلى نوربين؟"),
                "uk": Text(title="Як курсують автобуси до Норрбюна?"),
            },
            sender="Samhällsbyggnad",
            link=Link(url="https://alvdala.example/9bu", short="alvdala.example/9bu"),
        ),
    }
