"""Lists that are too long for a screen: dealt over several cards, in the loop one after the other."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.model import Card, Municipality, Screen
from cards.samples import samples
from playlists.model import Entry, Playlist
from server.publishing.dealing import dealt

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SCREEN = Screen(id="s", name="S", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"}))
LOOP = (Playlist(id="p", name="P", entries=(Entry(card="news"), Entry(card="week", times=2), Entry(card="after"))),)


def agenda(count: int) -> Card:
    events = tuple(
        AgendaEvent(start=NOW + timedelta(days=1, hours=number), title=f"Träff {number}", place="Biblioteket")
        for number in range(count)
    )
    return msgspec.structs.replace(samples(NOW)["agenda"], id="week", facts=AgendaFacts(events=events))


def events_of(card: Card) -> tuple[AgendaEvent, ...]:
    assert isinstance(card.facts, AgendaFacts)
    return card.facts.events


def test_a_list_that_fits_stays_one_card() -> None:
    cards, playlists = dealt({"week": agenda(4)}, LOOP, SCREEN, NOW)
    assert cards == {"week": agenda(4)}
    assert playlists == LOOP


def test_a_long_list_follows_itself_in_the_loop() -> None:
    cards, (playlist,) = dealt({"week": agenda(9)}, LOOP, SCREEN, NOW)
    assert sorted(cards) == ["week", "week-2"]
    assert [entry.card for entry in playlist.entries] == ["news", "week", "week-2", "after"]
    assert playlist.entries[2].times == 2
    assert len(events_of(cards["week"])) + len(events_of(cards["week-2"])) == 9


def test_a_part_never_takes_another_cards_name() -> None:
    other = msgspec.structs.replace(samples(NOW)["news"], id="week-2")
    cards, playlists = dealt({"week": agenda(9), "week-2": other}, LOOP, SCREEN, NOW)
    assert cards == {"week": agenda(9), "week-2": other}
    assert playlists == LOOP
