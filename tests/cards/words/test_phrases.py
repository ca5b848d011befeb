"""The fixed phrases: whole in every language, with the places that the Swedish ones have."""

import string

import msgspec
import pytest

from cards import words as say
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.kinds.phrases import phrase
from cards.kinds.weather.sky import sky_word

PHRASES = [
    field.name
    for field in msgspec.structs.fields(say.Words)
    if field.type is str and field.name not in ("locale", "minutes_ahead")
]


def places(phrase: str) -> set[str]:
    """The named places of a phrase."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def forms(said: str | dict[str, str]) -> dict[str, str]:
    """The forms of a phrase that counts; one that does not has one."""
    return {"other": said} if isinstance(said, str) else said


@pytest.mark.parametrize("language", say.LANGUAGES)
def test_every_phrase_is_there_with_its_places(language: str) -> None:
    home, own = say.words("sv"), say.words(language)
    for name in PHRASES:
        phrase = getattr(own, name)
        assert phrase.strip(), name
        assert places(phrase) == places(getattr(home, name)), name


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_the_same_in_every_language_that_it_speaks(kind: str) -> None:
    spoken = declared(kind).words
    assert not spoken or set(spoken) == set(say.LANGUAGES)
    for language, phrases in spoken.items():
        for name, said in phrases.items():
            home, own = forms(spoken["sv"][name]), forms(said)
            assert all(form.strip() for form in own), (language, name)
            assert places(own["other"]) == places(home["other"]), (language, name)
            assert all(places(form) <= places(home["other"]) for form in own.values()), (language, name)


@pytest.mark.parametrize("language", say.LANGUAGES)
def test_every_symbol_of_the_forecast_has_a_word(language: str) -> None:
    assert all(sky_word(symbol, language) for symbol in range(1, 28))


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("sv", 1, "1 svar hittills"),
        ("sv", 87, "87 svar hittills"),
        ("fi", 1, "1 vastaus tähän mennessä"),
        ("fi", 87, "87 vastausta tähän mennessä"),
        ("uk", 3, "Наразі 3 відповіді"),
        ("ar", 5, "5 أجوبة حتى الآن"),
        ("fit", 2, "2 vastausta tähän asti"),
    ],
)
def test_answers_are_counted_in_the_right_plural(language: str, count: int, expected: str) -> None:
    assert phrase("question", "answers_so_far", language, count).format(count=count) == expected


def test_an_unknown_language_speaks_swedish() -> None:
    assert say.words("tlh") is say.words("sv")


def test_arabic_alone_is_written_from_the_right() -> None:
    assert [language for language in say.LANGUAGES if say.words(language).right_to_left] == ["ar"]


@pytest.mark.parametrize(
    ("plain", "tied"),
    [
        ("Öppet i dag kl. 18.00 till alla", "Öppet i_dag kl._18.00 till alla"),
        ("Öppet till 19 i dag", "Öppet till 19 i_dag"),
        ("Kaffe 40 kronor", "Kaffe 40_kronor"),
        ("Vi ses 5 i kväll", "Vi ses 5 i_kväll"),
        ("A. Berg läser", "A._Berg läser"),
        ("Ost – och mer", "Ost_– och mer"),
        ("", ""),
    ],
)
def test_what_belongs_together_stays_on_one_line(plain: str, tied: str) -> None:
    assert say.tie(plain) == tied.replace("_", "\u00a0")


@pytest.mark.parametrize(("celsius", "expected"), [(-4.4, "−4°"), (-0.3, "0°"), (12.6, "13°")])
def test_a_temperature_has_a_true_minus_and_no_negative_zero(celsius: float, expected: str) -> None:
    assert say.degrees(celsius) == expected
