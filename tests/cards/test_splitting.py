"""A list that is too long for a card becomes several, and no row is lost or told twice."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.model import Card, Screen, Text
from cards.samples import samples
from cards.splitting import split, splits
from cards.themes import Theme


def agenda(now: datetime, count: int, title: str = "Höstkonsert", card_id: str = "vecka") -> Card:
    events = tuple(
        AgendaEvent(start=now + timedelta(hours=5 * index + 1), title=f"{title} {index}") for index in range(count)
    )
    return Card(id=card_id, version=1, facts=AgendaFacts(events=events), texts={"sv": Text(title="")})


def rows(cards: tuple[Card, ...]) -> list[list[str]]:
    return [[event.title for event in card.facts.events] for card in cards if isinstance(card.facts, AgendaFacts)]


def test_a_card_with_room_for_all_stays_as_it_is(now: datetime, screen: Callable[[str], Screen], theme: Theme) -> None:
    card = agenda(now, 5)
    assert split(card, screen("landscape"), theme, now) == (card,)
    assert split(agenda(now, 0), screen("landscape"), theme, now) == (agenda(now, 0),)


def test_six_become_three_and_three(now: datetime, screen: Callable[[str], Screen], theme: Theme) -> None:
    parts = split(agenda(now, 6), screen("landscape"), theme, now)
    assert [len(part) for part in rows(parts)] == [3, 3]
    assert [part.id for part in parts] == ["vecka", "vecka-2"]


@pytest.mark.parametrize("shape", ["landscape", "portrait", "square", "bar", "far", "hall"])
def test_no_row_is_lost_or_told_twice_and_every_card_shows_all_of_its_own(
    shape: str, now: datetime, screen: Callable[[str], Screen], theme: Theme
) -> None:
    card, on = agenda(now, 20, "Informationsmöte om renoveringen av gymnastikhallen"), screen(shape)
    parts = split(card, on, theme, now)
    assert [title for part in rows(parts) for title in part] == rows((card,))[0]
    for part in parts:
        sheet = laid_out(part, on, theme, now, "sv", {}, paint=False)
        assert sheet.rows is not None
        assert sheet.rows[0] == sheet.rows[1]


def test_a_screen_of_two_languages_gets_cards_that_both_fit(
    now: datetime, screen: Callable[[str], Screen], theme: Theme
) -> None:
    card = agenda(now, 7)
    long = {"fi": "Tiedotustilaisuus keskuskoulun ja voimistelusalin peruskorjauksesta"}
    facts = card.facts
    assert isinstance(facts, AgendaFacts)
    events = tuple(msgspec.structs.replace(event, titles=long) for event in facts.events)
    card = msgspec.structs.replace(
        card, facts=AgendaFacts(events=events), texts={"sv": Text(title=""), "fi": Text(title="")}
    )
    alone = screen("landscape")
    both = msgspec.structs.replace(alone, languages=("sv", "fi"))
    parts = split(card, both, theme, now)
    assert len(parts) >= len(split(card, alone, theme, now))
    for part in parts:
        for language in ("sv", "fi"):
            sheet = laid_out(part, both, theme, now, language, {}, paint=False)
            assert sheet.rows is not None
            assert sheet.rows[0] == sheet.rows[1]


def test_a_long_id_still_is_one(now: datetime, screen: Callable[[str], Screen], theme: Theme) -> None:
    parts = split(agenda(now, 12, card_id="v" * 64), screen("landscape"), theme, now)
    assert len({part.id for part in parts}) == len(parts) > 1
    assert all(len(part.id) <= 64 for part in parts)


def test_what_is_no_list_is_left_alone(now: datetime, screen: Callable[[str], Screen], theme: Theme) -> None:
    local = now.astimezone()
    for kind, card in samples(local).items():
        if not splits(kind):
            assert split(card, screen("far"), theme, now) == (card,)
    assert not splits("departures")
