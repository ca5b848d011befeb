import pytest
from limits import RateLimitItemPerHour

from server.intake.budgets import Budget, network, replies


def test_an_address_has_a_budget_of_its_own() -> None:
    budget = replies()
    assert all(budget.spend("198.51.100.7") for _ in range(5))
    assert not budget.spend("198.51.100.7")
    assert budget.spend("198.51.100.8")


def test_all_together_have_one_too_and_a_spender_does_not_use_it_up() -> None:
    budget = Budget("trial", RateLimitItemPerHour(2), RateLimitItemPerHour(3))
    assert [budget.spend("198.51.100.7") for _ in range(5)] == [True, True, False, False, False]
    assert [budget.spend(f"198.51.100.{n}") for n in (8, 9)] == [True, False]


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::"),
        ("2001:db8:1:2:9::9", "2001:db8:1:2::"),
        ("testclient", "testclient"),
    ],
)
def test_one_sender_is_an_address_or_a_home_network(address: str, sender: str) -> None:
    assert network(address) == sender
