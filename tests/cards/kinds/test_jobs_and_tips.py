"""Open posts and library tips: who still may apply, how it is told, and covers that belong to their titles."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from cards.compose import laid_out
from cards.geometry import Box
from cards.kinds.jobs.checks import check as check_jobs
from cards.kinds.jobs.coming import coming
from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.tips.books import draw_cover
from cards.kinds.tips.checks import check as check_tips
from cards.kinds.tips.facts import Tip, TipsFacts
from cards.model import Card, Link, Municipality, Screen, Text
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala kommun"})
)
LINK = Link(url="https://alvdala.example/jobb", short="alvdala.example/jobb")


def jobs(*posts: Job, link: Link | None = LINK) -> Card:
    return Card(id="jobb", version=1, facts=JobsFacts(jobs=posts), texts={"sv": Text(title="")}, link=link)


def tips(*titles: Tip) -> Card:
    return Card(id="tips", version=1, facts=TipsFacts(tips=titles), texts={"sv": Text(title="")})


def sheet_of(card: Card, language: str = "sv") -> Sheet:
    return laid_out(card, SCREEN, load_theme("alv"), NOW, language, {})


def texts(sheet: Sheet) -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in sheet.marks]


def test_one_may_apply_through_the_last_day_and_the_nearest_stands_first() -> None:
    never, late, today, gone = (
        Job(title="Timvikarie"),
        Job(title="Lärare", last_day=date(2026, 12, 12)),
        Job(title="Kock", last_day=date(2026, 11, 26)),
        Job(title="Vaktmästare", last_day=date(2026, 11, 25)),
    )
    assert coming(JobsFacts(jobs=(never, late, gone, today)), NOW) == (today, late, never)


def test_the_last_day_is_told_in_words() -> None:
    sheet = sheet_of(
        jobs(Job(title="Kock", last_day=date(2026, 11, 26)), Job(title="Lärare", last_day=date(2026, 12, 12)))
    )
    assert {"Sök senast i dag", "Sök senast 12 december"} <= set(texts(sheet))


def test_posts_have_the_code_to_apply_with_and_its_address() -> None:
    sheet = sheet_of(jobs(Job(title="Kock")))
    assert [url for url, _ in sheet.codes] == [LINK.url]
    assert {"Sök här", "alvdala.example/jobb"} <= set(texts(sheet))
    assert sheet_of(jobs(Job(title="Kock"), link=None)).codes == []


def test_where_the_code_has_no_room_its_address_is_told() -> None:
    far = msgspec.structs.replace(SCREEN, inches=75.0, distance_m=8.0)
    sheet = laid_out(jobs(*(Job(title=f"Lärare {n}") for n in range(4))), far, load_theme("alv"), NOW, "sv", {})
    if sheet.codes == []:
        assert "link" in sheet.dropped
        assert "alvdala.example/jobb" in " ".join(texts(sheet))


def test_checks_of_posts_ask_for_one_that_is_open_and_for_a_way_to_apply() -> None:
    def fields(card: Card) -> list[tuple[str, str]]:
        return [(finding.field, finding.severity) for finding in check_jobs(card, SCREEN, NOW)]

    assert fields(jobs()) == [("jobs", "stop")]
    assert fields(jobs(Job(title="Kock", last_day=date(2026, 11, 25)))) == [("jobs", "stop")]
    assert fields(jobs(Job(title="Kock", last_day=date(2026, 12, 1)), link=None)) == [("link", "look")]
    assert fields(jobs(Job(title="Kock"))) == [("jobs", "look")]


def test_a_reason_is_told_in_the_card_s_language_or_as_it_was_written() -> None:
    tip = Tip(title="Isen minns", author="Maj-Lis Forsmark", why="En deckare.", whys={"fi": "Dekkari."})
    card = msgspec.structs.replace(tips(tip), texts={"sv": Text(title=""), "fi": Text(title=""), "en": Text(title="")})
    assert "Dekkari." in texts(sheet_of(card, "fi"))
    assert "En deckare." in texts(sheet_of(card, "en"))


def _cover(seed: str) -> bytes:
    sheet = sheet_of(tips(Tip(title="Isen minns")))
    box = Box(100, 100, 238, 300)
    draw_cover(sheet, box, seed)
    return sheet.image.crop((100, 100, 238, 300)).tobytes()


def test_a_title_always_has_the_same_cover_and_another_title_another() -> None:
    assert _cover("Isen minns") == _cover("Isen minns")
    assert len({_cover(f"Bok {number}") for number in range(20)}) > 15


def test_checks_of_tips_ask_for_an_author_and_a_short_reason() -> None:
    def fields(card: Card) -> list[tuple[str, str]]:
        return [(finding.field, finding.severity) for finding in check_tips(card, SCREEN, NOW)]

    assert fields(tips()) == [("tips", "stop")]
    assert fields(tips(Tip(title="Isen minns"))) == [("tips", "look")]
    assert fields(tips(Tip(title="Isen minns", author="Maj-Lis Forsmark", why="mycket " * 20))) == [("tips", "look")]
    assert fields(tips(Tip(title="Isen minns", author="Maj-Lis Forsmark", why="En deckare."))) == []
