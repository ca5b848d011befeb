"""Whatever the text and the screen: nothing outside, nothing overlapping, nothing too small to read."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.compose import laid_out
from cards.errors import CardError
from cards.model import Card, Screen, Text
from cards.themes import Theme
from tests.cards.verdict import layout_faults

KINDS = ("event", "notice", "alert", "news", "question", "answer", "pairing", "house")
SHAPES = ("landscape", "portrait", "far", "hall", "uhd", "projector", "laptop", "old", "square", "bar")
WORDS = (
    "Höstkonsert med Älvdala manskör i kyrkan på Åsgatan om gymnastikhallens renovering och informationsmöte",
    "vid Kyrkberget LAN öppet för alla Å under gång fråga 18.00 Tidströmställaren kommunfullmäktige jul ny",
)
VOCABULARY = [word for line in WORDS for word in line.split()]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_on_every_shape(
    kind: str, shape: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    sheet = laid_out(cards[kind], screen(shape), theme, now, "sv", {}, paint=False)
    assert layout_faults(sheet) == []


@pytest.mark.parametrize("language", ["sv", "fi", "fit", "se", "en", "ar", "uk"])
@pytest.mark.parametrize("shape", ["landscape", "portrait", "bar"])
def test_an_event_speaks_every_language(
    language: str, shape: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    sheet = laid_out(cards["event"], screen(shape), theme, now, language, {}, paint=False)
    assert layout_faults(sheet) == []


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(KINDS[:6]),
    shape=st.sampled_from(SHAPES),
    title=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14),
    body=st.lists(st.sampled_from(VOCABULARY), max_size=24),
    advice=st.lists(st.sampled_from(VOCABULARY), max_size=10),
    sender=st.lists(st.sampled_from(VOCABULARY), max_size=4),
    linked=st.booleans(),
    hours=st.integers(-30, 60),
)
def test_no_text_breaks_a_layout(
    kind: str,
    shape: str,
    title: list[str],
    body: list[str],
    advice: list[str],
    sender: list[str],
    linked: bool,
    hours: int,
    cards: dict[str, Card],
    screen: Callable[[str], Screen],
    theme: Theme,
    now: datetime,
) -> None:
    card = cards[kind]
    card = msgspec.structs.replace(
        card,
        texts={"sv": Text(title=" ".join(title), body=" ".join(body), advice=" ".join(advice))},
        sender=" ".join(sender),
        link=card.link if linked else None,
    )
    try:
        sheet = laid_out(card, screen(shape), theme, now + timedelta(hours=hours), "sv", {}, paint=False)
    except CardError:
        return
    assert layout_faults(sheet) == []


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
@pytest.mark.parametrize("kind", KINDS[:6])
def test_a_text_of_ordinary_length_is_never_refused_near_by(
    kind: str, shape: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    text = Text(
        title="Informationsmöte om renoveringen av Centralskolan och gymnastikhallen",
        body="Tjänstemän från Plan och bygg berättar, visar ritningar och svarar på frågor.",
    )
    card = msgspec.structs.replace(cards[kind], texts={"sv": text})
    assert layout_faults(laid_out(card, screen(shape), theme, now, "sv", {}, paint=False)) == []
