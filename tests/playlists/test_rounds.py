"""The order of cards in a round: weights are kept, and nothing comes twice in a row."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from playlists.rounds import Weighted, cycle

ITEMS = st.lists(
    st.builds(Weighted, st.sampled_from("abcdefgh"), st.integers(-1, 5), st.integers(-1, 6)), min_size=1, max_size=12
)


def cards(items: list[Weighted]) -> list[str]:
    return [place.item.card for place in cycle(items)]


def test_a_plain_list_keeps_its_order() -> None:
    assert cards([Weighted("a"), Weighted("b"), Weighted("c")]) == ["a", "b", "c"]


def test_nothing_gives_nothing() -> None:
    assert cycle([]) == ()


def test_a_card_that_comes_thrice_is_spread_over_the_round() -> None:
    assert cards([Weighted("a", times=3), *map(Weighted, "bcdefg")]) == ["a", "b", "c", "a", "d", "e", "a", "f", "g"]


def test_a_card_for_every_fourth_round_comes_once_in_four() -> None:
    laid = cards([Weighted("a"), Weighted("b"), Weighted("c", every=4)])
    assert laid == ["a", "b", "c", "a", "b", "a", "b", "a", "b"]


def test_cards_for_every_other_round_take_turns() -> None:
    laid = cards([Weighted("a"), Weighted("b", every=2), Weighted("c", every=2)])
    assert laid == ["a", "b", "a", "c"]


def test_the_same_card_in_two_playlists_is_kept_apart() -> None:
    laid = cards([Weighted("a"), Weighted("b"), Weighted("b"), Weighted("c")])
    assert laid == ["a", "b", "c", "b"]


def test_a_card_that_is_alone_comes_once_whatever_its_weight() -> None:
    assert cards([Weighted("a", times=3), Weighted("a")]) == ["a"]


def test_every_round_is_marked_where_it_opens() -> None:
    places = cycle([Weighted("a"), Weighted("b"), Weighted("c", every=2)])
    assert [place.opens_round for place in places] == [True, False, False, True, False]


@given(ITEMS)
def test_no_card_comes_twice_in_a_row_while_there_is_another(items: list[Weighted]) -> None:
    laid = cards(items)
    if len({item.card for item in items}) > 1:
        assert all(first != second for first, second in pairwise([*laid, laid[0]]))


@given(ITEMS)
def test_every_card_comes_and_none_more_often_than_its_weights_say(items: list[Weighted]) -> None:
    laid = Counter(cards(items))
    assert set(laid) == {item.card for item in items}
    for card, shown in laid.items():
        allowed = sum(12 * min(max(item.times, 1), 3) for item in items if item.card == card)
        assert shown <= allowed


@given(st.lists(st.sampled_from("abcdefghij"), min_size=4, max_size=10, unique=True), st.data())
def test_with_enough_other_cards_no_weight_is_lost(names: list[str], data: st.DataObject) -> None:
    heavy = data.draw(st.integers(1, max(1, min(3, len(names) // 2))))
    items = [Weighted(names[0], times=heavy), *map(Weighted, names[1:])]
    assert Counter(cards(items)) == Counter({**dict.fromkeys(names, 1), names[0]: heavy})
