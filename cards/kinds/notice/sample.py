"""A sample notice: the water is shut off tomorrow morning."""

from datetime import datetime

from cards.kinds.moments import moment
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """Planned work, announced the day before; `now` is in the screen's zone."""
    return Card(
        id="sample-notice",
        version=1,
        facts=NoticeFacts(
            start=moment(now, 1, 8),
            end=moment(now, 1, 12),
            areas=("Strandvägen", "Kyrkogatan"),
            why="Byte av ventil",
        ),
        texts={
            "sv": Text(
                title="Vattnet stängs av på Strandvägen och Kyrkogatan",
                body="Vi byter en ventil.",
                advice="Tappa upp vatten redan i kväll.",
            ),
            "fi": Text(
                title="Vesi on poikki Strandvägenillä ja Kyrkogatanilla",
                body="Vaihdamme venttiilin.",
                advice="Laske vettä varalle jo tänä iltana.",
            ),
            "fit": Text(
                title="Vesi oon poikki Strandvägenillä ja Kyrkogatanilla",
                body="Met vaihama venttiilin.",
                advice="Laske vettä varale jo tänä iltana.",
            ),
            "en": Text(
                title="No water on Strandvägen and Kyrkogatan",
                body="We are replacing a valve.",
                advice="Fill some bottles this evening.",
            ),
        },
        sender="Vatten och avlopp",
        link=Link(url="https://alvdala.example/va1", short="alvdala.example/va1"),
        valid_until=moment(now, 1, 21),
    )
