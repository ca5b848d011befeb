import pytest

from server.access.tokens import looks_like_token
from server.intake.codes import SIGNS, code_prefix, new_name, read_code, token_of_form


def test_a_code_begins_with_the_municipality() -> None:
    assert code_prefix("Älvdala kommun") == "ÄLV"


def test_a_name_is_neither_a_word_nor_initials() -> None:
    for _ in range(500):
        name = new_name(lambda _: False)
        assert len(name) == 3
        assert set(name) <= set(SIGNS)
        assert any(sign.isdigit() for sign in name)
        assert any(sign.isalpha() for sign in name)


def test_when_short_names_are_taken_longer_ones_come() -> None:
    assert len(new_name(lambda name: len(name) < 5)) == 5


@pytest.mark.parametrize(
    "typed", ["ÄLV-7HD", "älv7hd", " alv 7hd", "7hd", "ÄLV – 7HD", "A\u0308LV-7HD".replace("A\u0308", "Ä")]
)
def test_a_code_is_understood_as_people_write_it(typed: str) -> None:
    assert read_code(typed, "Älvdala kommun") == "ÄLV-7HD"


def test_nothing_typed_is_no_code() -> None:
    assert read_code(" – ", "Älvdala kommun") == ""


def test_the_same_form_leads_to_the_same_link() -> None:
    assert looks_like_token(token_of_form(b"secret", "n1"))
    assert token_of_form(b"secret", "n1") == token_of_form(b"secret", "n1")
    assert token_of_form(b"secret", "n1") != token_of_form(b"secret", "n2")
    assert token_of_form(b"other", "n1") != token_of_form(b"secret", "n1")
