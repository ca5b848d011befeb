"""How long a card stands."""

from collections.abc import Callable

import pytest

from cards.model import Card, Text
from cards.reading import characters
from playlists.durations import seconds

MakeCard = Callable[..., Card]


def test_time_is_four_seconds_and_one_for_ten_characters(card: MakeCard) -> None:
    long = card("a", seconds=None, texts={"sv": Text(title="x" * 60, body="y" * 60)})
    assert seconds(long, ("sv",)) == round(4 + characters(long, "sv") / 10, 1)


@pytest.mark.parametrize(("title", "expected"), [("Hej", 8.0), ("x" * 900, 30.0)])
def test_it_is_never_under_eight_nor_over_thirty_seconds(card: MakeCard, title: str, expected: float) -> None:
    assert seconds(card("a", seconds=None, texts={"sv": Text(title=title)}), ("sv",)) == expected


def test_a_code_that_asks_for_an_answer_gets_fifteen_seconds(question: MakeCard) -> None:
    assert seconds(question("q"), ("sv",)) == 15.0
    assert seconds(question("q", link=None), ("sv",)) < 15.0


def test_of_languages_side_by_side_the_longest_decides(card: MakeCard) -> None:
    both = card("a", seconds=None, texts={"sv": Text(title="x" * 60), "fi": Text(title="x" * 120)})
    assert seconds(both, ("sv", "fi")) == seconds(both, ("fi",)) > seconds(both, ("sv",))


@pytest.mark.parametrize(("chosen", "expected"), [(12.34, 12.3), (0.0, 3.0), (1e9, 600.0)])
def test_what_staff_chose_wins_within_reason(card: MakeCard, chosen: float, expected: float) -> None:
    assert seconds(card("a", seconds=chosen), ("sv",)) == expected
