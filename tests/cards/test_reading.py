"""How much there is to read: counted from texts and facts, the same in every process."""

import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cards.model import Card, Text
from cards.reading import characters
from cards.samples import samples

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))


def news(**texts: Text) -> Card:
    """A piece of news with `texts`."""
    card = samples(NOW)["news"]
    return Card(id=card.id, version=1, facts=card.facts, texts=texts)


def test_title_body_and_advice_are_read() -> None:
    short, long = news(sv=Text(title="1234")), news(sv=Text(title="1234", body="567", advice="89"))
    assert characters(long, "sv") - characters(short, "sv") == 5


def test_a_language_that_the_card_lacks_counts_the_first() -> None:
    card = news(sv=Text(title="1234567"), fi=Text(title="12"))
    assert characters(card, "en") == characters(card, "sv") == characters(card, "fi") + 5


def test_a_welcome_counts_one_greeting_not_six() -> None:
    assert characters(samples(NOW)["welcome"], "sv") < 40


@pytest.mark.parametrize("kind", sorted(samples(NOW)))
def test_samples_are_short_enough_to_be_read_in_half_a_minute(kind: str) -> None:
    # A list is looked through for the line that is wanted, not read from end to end.
    assert characters(samples(NOW)[kind], "sv") <= (450 if kind in ("agenda", "rooms") else 360)


def test_counting_needs_no_drawing_library() -> None:
    asked = "import sys, cards.reading; sys.exit(any(name in sys.modules for name in ('PIL', 'babel')))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
