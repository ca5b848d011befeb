"""A sample question: what is missing at the bathing place?"""

from datetime import datetime

from cards.kinds.moments import day
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """A question with two weeks to go and a promised reply; `now` is in the screen's zone."""
    return Card(
        id="sample-question",
        version=1,
        facts=QuestionFacts(
            options=("Toalett", "Brygga", "Grillplats", "Ramp för rullstol", "Annat"),
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
        },
        sender="Kultur och fritid",
        link=Link(url="https://alvdala.example/7hd", short="alvdala.example/7hd"),
    )
