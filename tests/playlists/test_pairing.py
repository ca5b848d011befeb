"""The arithmetic of pairing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playlists.pairing import ALPHABET, check_number, commitment, new_code, read_code


def test_the_alphabet_has_thirty_two_signs_that_nobody_mixes_up() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set("01IO") & set(ALPHABET)


@given(st.binary(min_size=6, max_size=32))
def test_a_code_has_six_signs_of_the_alphabet_and_is_read_back_as_people_type_it(random: bytes) -> None:
    code = new_code(random)
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    assert read_code(f" {code[:3].lower()}-{code[3:]} ") == code


def test_every_sign_is_as_likely_as_the_next() -> None:
    firsts = [new_code(bytes([byte] * 6))[0] for byte in range(256)]
    assert {firsts.count(sign) for sign in ALPHABET} == {8}


def test_too_few_random_bytes_make_no_code() -> None:
    with pytest.raises(ValueError, match="6 random bytes"):
        new_code(b"short")


def test_the_check_number_is_the_one_that_the_contract_describes() -> None:
    root, nonce, p = bytes(32), bytes(range(32)), b"\xff" * 32
    digest = hashlib.sha256(root + nonce + p + b"7KM3PQ").digest()
    digits = str(int.from_bytes(digest[:8], "big") % 100_000_000).zfill(8)
    assert check_number(root, nonce, p, "7KM3PQ") == digits[:4] + " " + digits[4:]
    assert check_number(bytes(32), bytes(32), bytes(32), "222222") == "8849 3036"


@pytest.mark.parametrize("place", range(4))
def test_whatever_a_relay_swaps_changes_the_number(place: int) -> None:
    right = [bytes(32), bytes(range(32)), b"\xff" * 32, b"7KM3PQ"]
    wrong = list(right)
    wrong[place] = b"234567" if place == 3 else bytes([9]) * 32
    numbers = [check_number(root, nonce, p, code.decode()) for root, nonce, p, code in (right, wrong)]
    assert numbers[0] != numbers[1]


def test_a_commitment_is_the_hash_of_what_is_shown_later() -> None:
    assert commitment(b"p" * 32) == hashlib.sha256(b"p" * 32).hexdigest()
