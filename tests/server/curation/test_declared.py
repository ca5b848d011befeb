"""Forms of the kinds that declare what they ask for: every sample goes in and comes out, and nothing is lost."""

import re
from datetime import UTC, datetime, timedelta
from importlib import import_module, resources
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

import msgspec
import pytest
from sqlalchemy import select

from cards.fields import Field
from cards.kinds import FACTS, KINDS
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.hours.facts import HoursFacts
from cards.kinds.jobs.facts import JobsFacts
from cards.kinds.menu.facts import MenuFacts
from cards.kinds.result.facts import Option, ResultFacts
from cards.model import Card, Link, Text
from cards.samples import samples, variants
from server.curation.composing import compose_card
from server.curation.fields import Desk as Writer
from server.curation.kinds import FORMS
from server.curation.kinds.declared import OF_EVERY_CARD
from server.publishing.compile import compile as compile_manifest
from server.storage.models import CardState, StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON
from tests.server.curation.conftest import Desk

pytestmark = pytest.mark.slow  # whole flows through the pages, dozens of them

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LOCAL = NOON.astimezone(STOCKHOLM)
WRITER = Writer(now=NOON, zone=STOCKHOLM)
CARDS = {name: card for name, card in (samples(LOCAL) | variants(LOCAL)).items() if card.kind in FORMS}
DECLARING = [kind for kind in KINDS if resources.files(f"cards.kinds.{kind}").joinpath("fields.py").is_file()]
RESULT = {
    "title": "Flest saknar en toalett",
    "about": "badplatsen",
    "options-0-label": "Toalett",
    "options-0-votes": "41",
    "options-1-label": "Omklädning",
    "options-1-votes": "17",
    "body": "Vi bygger en toalett i vår.",
    "promised": "1 juni",
    "screens": ["bib-entre"],
    "act": "publish",
}


def written(card: Card, base: Card | None) -> tuple[Card, list[str]]:
    form = FORMS[card.kind]
    made, findings = compose_card(form, form.write(card, WRITER), WRITER, id=card.id, base=base, picture=card.picture)
    return made, [f"{finding.field}: {finding.message}" for finding in findings if finding.severity == "stop"]


def only_card(town: Database) -> StoredCard:
    with town.read() as session:
        card = session.scalars(select(StoredCard)).one()
        assert card.versions
        return card


def to_minutes(value: Any) -> Any:
    """`value` as plain data, its moments in UTC and without seconds, which nobody writes."""
    match value:
        case datetime():
            return value.astimezone(UTC).replace(second=0, microsecond=0)
        case dict():
            return {name: to_minutes(part) for name, part in value.items()}
        case list() | tuple():
            return [to_minutes(part) for part in value]
        case msgspec.Struct():
            return to_minutes(msgspec.structs.asdict(value))
        case _:
            return value


@pytest.mark.parametrize("name", sorted(CARDS))
def test_a_sample_opened_and_kept_unchanged_is_the_same_card(name: str) -> None:
    card = CARDS[name]
    made, stops = written(card, card)
    assert to_minutes(made.facts) == to_minutes(card.facts)
    assert made.texts == card.texts
    assert (made.sender, made.partner, made.link, made.picture) == (card.sender, card.partner, card.link, card.picture)
    assert stops == [] or name != card.kind, "a sample of its own is whole"


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(FORMS))
def test_an_empty_form_is_drawn_and_stopped_where_something_is_needed(desk: Desk, kind: str) -> None:
    assert desk.get(f"/kort/nytt/{kind}").status_code == 200
    answer = desk.post(f"/kort/nytt/{kind}", {"act": "publish", "screens": ["bib-entre"]})
    assert answer.status_code == 422
    assert 'class="fynd stopp' in answer.text


@pytest.mark.parametrize("kind", DECLARING)
def test_what_a_kind_declares_is_about_its_own_facts(kind: str) -> None:
    module = import_module(f"cards.kinds.{kind}.fields")
    assert module.NAME
    assert module.ABOUT
    facts = get_type_hints(FACTS[kind])
    for field in module.FIELDS:
        assert field.name in facts or field.name in OF_EVERY_CARD
        if field.type == "rows":
            assert field.most
            columns: tuple[Field, ...] = field.columns
            assert {column.name for column in columns} <= set(get_type_hints(facts[field.name].__args__[0]))


def test_every_kind_that_staff_write_is_offered(desk: Desk) -> None:
    page = desk.get("/kort/nytt").text
    assert [kind for kind in FORMS if f'href="/kort/nytt/{kind}"' not in page] == []
    assert page.index("/kort/nytt/event") < page.index("/kort/nytt/alert") < page.index("/kort/nytt/result")


def test_a_result_goes_the_whole_way_to_the_screen_and_back(desk: Desk, town: Database) -> None:
    published = desk.post("/kort/nytt/result", RESULT)
    assert published.status_code == 303
    card = only_card(town)
    facts = card.version().content.facts
    assert isinstance(facts, ResultFacts)
    assert [(option.label, option.votes) for option in facts.options] == [("Toalett", 41), ("Omklädning", 17)]
    with town.read() as session:
        assert set(compile_manifest(session, "bib-entre", NOON).cards) == {card.id}
    changed = desk.post(f"/kort/{card.id}/andra", RESULT | {"options-1-votes": "19"})
    history = desk.get(f"/kort/{card.id}/historik").text
    assert "Hur många 2" in history
    assert re.search(r"<ins>.*19</ins>", history)
    action = re.search(r'action="(/angra/\d+)"', desk.get(changed.headers["location"]).text)
    assert action
    desk.post(action[1], {"next": f"/kort/{card.id}"})
    with town.read() as session:
        back = compile_manifest(session, "bib-entre", NOON).cards[card.id].facts
    assert isinstance(back, ResultFacts)
    assert back.options[1].votes == 17


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Vad kom ni fram till?: Det här behövs."),
        ({"options-0-votes": "många"}, "Hur många 1: Skriv ett heltal"),
        ({"options-0-votes": ""}, "Hur många 1: Det här behövs."),
        ({"options-2-votes": "3"}, "Svar 3: Det här behövs."),
        ({"promised": "31 juni"}, "finns inte i någon kalender"),
        ({"body": "lång " * 60}, "för långt"),
    ],
)
def test_what_is_wrong_in_a_row_is_said_by_its_name(
    desk: Desk, town: Database, wrong: dict[str, str], said: str
) -> None:
    answer = desk.post("/kort/nytt/result", RESULT | wrong)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Omklädning"' in answer.text
    with town.read() as session:
        assert session.scalars(select(StoredCard)).all() == []


def rows(page: str) -> int:
    return len(re.findall(r'name="options-\d+-label"', page))


def test_three_empty_rows_stand_ready_and_a_press_gives_more(desk: Desk) -> None:
    first = desk.get("/kort/nytt/result").text
    assert rows(first) == 3
    assert 'formaction="/kort/nytt/result#options-3-label"' in first, "one comes back to the first new row"
    more = desk.post("/kort/nytt/result", RESULT | {"act": "rows-options", "rows-options": "3", "title": ""})
    assert more.status_code == 200
    assert rows(more.text) == 6
    assert "Det här behövs" not in more.text, "who asks for more rows is not scolded"
    assert rows(desk.post("/kort/nytt/result", RESULT | {"act": "show", "rows-options": "6"}).text) == 6
    assert rows(desk.post("/kort/nytt/result", RESULT | {"act": "show", "rows-options": "-6"}).text) == 5


def test_no_more_rows_are_offered_than_there_are(desk: Desk) -> None:
    full = {f"options-{row}-label": f"Svar {row}" for row in range(12)}
    page = desk.post("/kort/nytt/result", RESULT | full | {"act": "rows-options", "rows-options": "999"}).text
    assert rows(page) == 12
    assert "Fler rader" not in page


def test_rows_beyond_the_most_are_not_taken_and_those_that_stood_are_kept(desk: Desk, town: Database) -> None:
    desk.post("/kort/nytt/result", RESULT | {"options-12-label": "Trettonde", "options-12-votes": "1"})
    facts = only_card(town).version().content.facts
    assert isinstance(facts, ResultFacts)
    assert len(facts.options) == 2
    many = ResultFacts(options=tuple(Option(label=f"Svar {number}", votes=number) for number in range(15)))
    card = Card(id="manga", version=1, facts=many, texts={"sv": Text(title="Många", body="Nu.")})
    made, _stops = written(card, card)
    assert made.facts == many


def test_translations_follow_their_row_when_another_is_taken_away() -> None:
    options = (
        Option(label="Toalett", votes=41, label_in={"fi": "Vessa"}),
        Option(label="Omklädning", votes=17, label_in={"fi": "Pukuhuone"}),
    )
    card = Card(
        id="bad", version=1, facts=ResultFacts(options=options), texts={"sv": Text(title="Bad"), "fi": Text(title="U")}
    )
    form = FORMS["result"]
    values = form.write(card, WRITER) | {"options-0-label": "", "options-0-votes": "", "options-1-votes": "18"}
    made, _findings = compose_card(form, values, WRITER, id="bad", base=card, picture=None)
    assert isinstance(made.facts, ResultFacts)
    assert made.facts.options == (Option(label="Omklädning", votes=18, label_in={"fi": "Pukuhuone"}),)
    assert made.text("fi").title == "U"


def test_what_the_form_does_not_ask_for_is_kept() -> None:
    card = msgspec.structs.replace(
        CARDS["tips"], link=Link(url="https://alvdala.example/bok", short="alvdala.example"), partner="ABF", seconds=20
    )
    made, _stops = written(card, card)
    assert (made.link, made.partner, made.seconds) == (card.link, "ABF", 20)


def test_an_end_is_written_as_a_time_alone_and_may_be_the_night_after(desk: Desk, town: Database) -> None:
    sent = {
        "events-0-start": "lördag 28 november 18.00",
        "events-0-end": "20.30",
        "events-0-title": "Konsert",
        "events-1-start": "28/11 21",
        "events-1-end": "01.00",
        "events-1-title": "Dans",
        "screens": ["bib-entre"],
        "act": "publish",
    }
    assert desk.post("/kort/nytt/agenda", sent).status_code == 303
    card = only_card(town)
    facts = card.version().content.facts
    assert isinstance(facts, AgendaFacts)
    assert [event.end for event in facts.events] == [
        datetime(2026, 11, 28, 19, 30, tzinfo=UTC),
        datetime(2026, 11, 29, 0, 0, tzinfo=UTC),
    ]
    form = desk.get(f"/kort/{card.id}/andra").text
    assert 'value="lördag 28 november 18.00"' in form
    assert 'value="20.30"' in form
    assert 'value="söndag 29 november 01.00"' in form


@pytest.mark.parametrize("moment", ["28 november", "28 november 2026", "sen kväll", "28 november 25.00", "18.00"])
def test_a_moment_without_its_day_or_its_time_is_asked_for_again(desk: Desk, moment: str) -> None:
    sent = {"events-0-start": moment, "events-0-title": "Konsert", "act": "publish"}
    answer = desk.post("/kort/nytt/agenda", sent)
    assert answer.status_code == 422
    assert "Skriv dagen och tiden" in answer.text


def test_a_wrong_weekday_in_a_row_offers_both_days_with_their_time(desk: Desk) -> None:
    sent = {"events-0-start": "fredag 28 november 18", "events-0-title": "Konsert", "act": "show"}
    shown = desk.post("/kort/nytt/agenda", sent).text
    assert re.findall(r'name="repair" value="events-0-start=([^"]+)"', shown) == [
        "lördag 28 november 18.00",
        "fredag 27 november 18.00",
    ]
    mended = desk.post("/kort/nytt/agenda", sent | {"repair": "events-0-start=fredag 27 november 18.00"}).text
    assert 'value="fredag 27 november 18.00"' in mended


def test_a_remark_on_the_rows_stands_with_them(desk: Desk) -> None:
    events = {"events-0-start": "20 november 2026 18.00", "events-0-title": "Konsert", "act": "publish"}
    page = desk.post("/kort/nytt/agenda", events).text
    assert re.search(r'id="fynd-events">\s*<div class="fynd stopp".*?Alla evenemang är förbi', page, re.DOTALL)
    drawn = desk.post("/kort/visa/agenda", events).text
    assert "Alla evenemang är förbi" in drawn
    assert 'id="fynd-events-7-start"' not in drawn, "only what stands on the page is sent"


def test_a_choice_that_is_not_there_is_refused(desk: Desk) -> None:
    sent = {"visited": "<b>", "title": "Besök", "body": "Bra.", "act": "publish"}
    answer = desk.post("/kort/nytt/quote", sent)
    assert answer.status_code == 422
    assert "Välj ett av dem som finns" in answer.text


def test_dishes_are_written_one_a_line(desk: Desk, town: Database) -> None:
    sent = {
        "place": "Kyrkskolan",
        "days-0-day": "i dag",
        "days-0-dishes": "Fiskgratäng\n\n Linsgryta ",
        "screens": ["bib-entre"],
        "act": "publish",
    }
    assert desk.post("/kort/nytt/menu", sent).status_code == 303
    card = only_card(town)
    facts = card.version().content.facts
    assert isinstance(facts, MenuFacts)
    assert facts.days[0].dishes == ("Fiskgratäng", "Linsgryta")
    assert "Fiskgratäng\nLinsgryta</textarea>" in desk.get(f"/kort/{card.id}/andra").text


def test_a_card_without_a_headline_is_called_by_its_kind(desk: Desk, town: Database) -> None:
    sent = {"jobs-0-title": "Undersköterska", "screens": ["bib-entre"], "act": "publish"}
    toast = desk.post("/kort/nytt/jobs", sent)
    card = only_card(town)
    assert card.id.startswith("lediga-jobb-")
    assert "”Lediga jobb” är på skärmarna" in desk.get(toast.headers["location"]).text
    assert ">Lediga jobb</a>" in desk.get("/kort").text
    facts = card.version().content.facts
    assert isinstance(facts, JobsFacts)
    assert facts.jobs[0].last_day is None


def test_an_emptied_row_is_gone_and_a_draft_stays_off_the_screens(desk: Desk, town: Database) -> None:
    desk.post("/kort/nytt/result", RESULT | {"act": "draft"})
    card = only_card(town)
    assert card.state is CardState.DRAFT
    desk.post(f"/kort/{card.id}/andra", RESULT | {"act": "draft", "options-0-label": "", "options-0-votes": ""})
    facts = only_card(town).version().content.facts
    assert isinstance(facts, ResultFacts)
    assert [option.label for option in facts.options] == ["Omklädning"]


def test_two_who_write_the_same_rows_choose_row_by_row(desk: Desk, town: Database) -> None:
    desk.post("/kort/nytt/result", RESULT)
    card = only_card(town)
    desk.post(f"/kort/{card.id}/andra", RESULT | {"options-0-votes": "44", "seen": "1"})
    both = desk.post(f"/kort/{card.id}/andra", RESULT | {"options-0-votes": "45", "seen": "1"})
    assert both.status_code == 409
    assert "Hur många 1" in both.text


def test_opening_hours_are_a_week_and_its_exceptions(desk: Desk, town: Database) -> None:
    sent = {
        "title": "Biblioteket",
        **{f"week-{day}-opens": "10" for day in range(5)},
        **{f"week-{day}-closes": "18" for day in range(5)},
        "exceptions-0-day": "24 december",
        "exceptions-0-reason": "Julafton",
        "screens": ["bib-entre"],
        "act": "publish",
    }
    assert desk.post("/kort/nytt/hours", sent).status_code == 303
    card = only_card(town)
    facts = card.version().content.facts
    assert isinstance(facts, HoursFacts)
    assert [span is not None for span in facts.week] == [True] * 5 + [False] * 2
    assert facts.exceptions[0].span is None
    wrong = desk.post(f"/kort/{card.id}/andra", sent | {"week-0-closes": "9", "week-1-closes": ""})
    assert "Det stänger innan det öppnar" in wrong.text
    assert "Måndag stänger: Det stänger innan det öppnar" in wrong.text
    assert "Tisdag stänger" in wrong.text


def test_a_greeting_that_is_emptied_leaves_the_card(desk: Desk, town: Database) -> None:
    page = desk.get("/kort/nytt/welcome").text
    assert 'value="Tervetuloa"' in page
    sent = {"sv": "Välkommen hit", "fi": "Tervetuloa", "screens": ["bib-entre"], "act": "publish"}
    desk.post("/kort/nytt/welcome", sent)
    card = only_card(town)
    assert set(card.version().content.texts) == {"sv", "fi"}
    desk.post(f"/kort/{card.id}/andra", sent | {"fi": ""})
    assert set(only_card(town).version().content.texts) == {"sv"}


def test_twenty_events_are_one_form(desk: Desk) -> None:
    start = NOON + timedelta(days=1)
    events = tuple(AgendaEvent(start=start + timedelta(hours=hour), title=f"Nr {hour}") for hour in range(20))
    card = Card(id="full", version=1, facts=AgendaFacts(events=events), texts={})
    made, stops = written(card, card)
    assert (made.facts, stops) == (card.facts, [])
