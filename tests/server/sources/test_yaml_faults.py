"""What is said about a card that was written wrongly: which line it is and what to do, in plain words."""

from zoneinfo import ZoneInfo

import pytest

from server.sources.yamlcard import read_card
from server.sources.yamlfaults import YamlCardError
from server.words import words_for

SAID = {
    "kind: event\ntitle: X\nplace: Torget": "”start” saknas. Skriv en rad med det.",
    "kind: event\ntitle: X\nplace: Torget\nstart:": "”start” saknas. Skriv en rad med det.",
    "kind: event\ntitle: X\nplace: T\nstart: i morgon": "”start” ska vara en dag och ett klockslag. Skriv så här: ",
    "kind: event\ntitle: X\nplace: T\nstart: 10": "”start” ska vara en dag och ett klockslag. Skriv så här: ",
    "kind: event\ntitle: X\nplace: 7\nstart: 2026-11-28 10.00": "”place” ska vara ord. Sätt citattecken runt siffror.",
    "kind: news\ntitle: 2026": "”title” ska vara ord. Sätt citattecken runt siffror.",
    "kind: news\ntitle: X\nfrom: 28/11": "”from” ska vara en dag och ett klockslag.",
    "kind: question\ntitle: X\nanswer_by: 3/12": "”answer_by” ska vara en dag. Skriv så här: 2026-11-28.",
    "kind: menu\ntitle: X\ndays: soppa": "”days” ska vara en lista.",
    "kind: menu\ntitle: X\ndays:\n- day: 2026-11-28": "”days, dishes” saknas.",
    "kind: hours\ntitle: X\nweek:\n- opens: 10": "”week, opens” ska vara ett klockslag inom citattecken.",
    "kind: news\ntitle: X\nseconds: länge": "”seconds” ska vara ett tal, med siffror.",
    "kind: event\ntitle: X\nplace: T\nstart: 2026-11-28 10.00\ncancelled: kanske": "”cancelled” ska vara true eller",
    "kind: news\ntexts: hej": "”texts” ska ha egna rader under sig",
    "kind: news\ntexts:\n  sv:\n    body: X": "”texts, title” saknas.",
    "kind: news\nbody: X": "”title” saknas. Det är en rad som säger det hela.",
    "kind: news\ntitle:": "”title” saknas. Det är en rad som säger det hela.",
    "kind: news\ntitle: X\nlink: www.alvdala.example": "”link” ska vara en hel adress som börjar med https://",
    "kind: news\ntitle: X\nuntil: 2206-11-28": "”until” är år 2206. Titta på året.",
}


@pytest.mark.parametrize("written", SAID)
def test_a_fault_names_the_line_and_what_to_do(written: str) -> None:
    with pytest.raises(YamlCardError) as caught:
        read_card(written.encode(), "kort", ZoneInfo("Europe/Stockholm"))
    said = words_for("sv").say(caught.value)
    assert said.startswith(SAID[written])
    assert "`" not in said
