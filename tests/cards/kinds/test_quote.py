"""How the words that somebody said are found in a text, and what is remarked on a quote."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.compose import laid_out
from cards.kinds.quote.checks import check
from cards.kinds.quote.facts import QuoteFacts
from cards.kinds.quote.quotation import parted
from cards.kinds.quote.sample import sample
from cards.kinds.quote.shop import Paints, draw_shop
from cards.model import Municipality, Screen, Text
from cards.themes import load_theme

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"})
)
PAINTS = Paints("#2B476D", "#FFE7A3", "#3B5A86", "#31507A", "#DD9D3F", "#CB8A31", "#FFF4DF", "#33262B", "#6B3A1E")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "De anställer två. ”Det svåraste är bostad åt dem”, säger bageriet.",
            ("De anställer två.", "Det svåraste är bostad åt dem.", "säger bageriet"),
        ),
        ("They hire two. “It is hard,” says the bakery.", ("They hire two.", "It is hard.", "says the bakery")),
        ("Det är svårt", ("", "Det är svårt.", "")),
        ("”Går det?”", ("", "Går det?", "")),
        ("«Найважче знайти житло»", ("", "Найважче знайти житло.", "")),
        ("”Ja”, säger hon, ”kanske”", ("", "Ja”, säger hon, ”kanske.", "")),
        ('"Ja" Så svarade de', ("Så svarade de", "Ja.", "")),
        ("”", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_words_are_parted_from_what_stands_around_them(body: str, expected: tuple[str, str, str]) -> None:
    assert tuple(parted(body)) == expected


@given(st.text(alphabet='ab ”“«»"., \n', max_size=60))
def test_any_text_can_be_parted(text: str) -> None:
    found = parted(text)
    assert not found.words or found.words.endswith((".", "!", "?", "…", "؟"))


def test_who_said_it_is_the_role_that_was_filled_in_before_what_the_text_tells() -> None:
    body = "”Det är svårt”, säger bageriet."
    card = msgspec.structs.replace(
        sample(NOW), facts=QuoteFacts(by="Ägaren"), texts={"sv": Text(title="Tre frågor", body=body)}
    )
    texts = [mark.text for mark in laid_out(card, SCREEN, load_theme("alv"), NOW, "sv", {}, paint=False).marks]
    assert "– Ägaren" in texts
    assert "säger bageriet" not in texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text(title="Tre frågor", body="”Ja”", advice="Klart."), []),
        (Text(title="Tre frågor", body="”Ja”"), [("advice", "look")]),
        (Text(title="Tre frågor", body=" ”” ", advice="Klart."), [("body", "stop")]),
    ],
)
def test_a_quote_without_words_is_stopped(text: Text, expected: list[tuple[str, str]]) -> None:
    card = msgspec.structs.replace(sample(NOW), texts={"sv": text})
    assert [(finding.field, finding.severity) for finding in check(card, SCREEN, NOW)] == expected


def test_a_shop_is_the_same_for_the_same_card_and_another_for_another() -> None:
    first, again, other = (draw_shop((204, 270), seed, PAINTS).tobytes() for seed in ("a", "a", "b"))
    assert first == again != other
