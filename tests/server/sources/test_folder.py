"""The watched folder: whole files become drafts, half ones are waited for, broken ones are told and left."""

import io
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from sqlalchemy import select

from server.settings import Settings
from server.sources import faults
from server.sources.folder import PATIENCE_S, Folder, FolderWatch, title_of
from server.sources.yamlcard import read_card
from server.sources.yamlfaults import YamlCardError
from server.storage.models import CardState, FolderFile, Origin, StoredCard
from server.storage.session import Database
from server.words import words_for

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EVENT = """kind: event
title: Höstmarknad på torget
body: Trettio knallar.
start: 2026-11-28 10.00
end: 2026-11-28 15.00
place: Torget
sender: Hembygdsföreningen
link: https://www.alvdala.example/marknad
"""


def picture(colour: str = "teal", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(out, kind)
    return out.getvalue()


class Desk:
    """The folder, and what came of it."""

    def __init__(self, database: Database, settings: Settings, clock: Any) -> None:
        self.database, self.clock = database, clock
        self.folder = Folder(database, settings)
        self.path = self.folder.path
        self.path.mkdir(parents=True)

    def put(self, name: str, data: bytes | str) -> Path:
        path = self.path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def look(self, age_s: float = 3600.0) -> float | None:
        return self.folder.look(self.clock.now, lambda _path, _changed: age_s)

    def cards(self) -> list[StoredCard]:
        with self.database.read() as session:
            found = list(session.scalars(select(StoredCard)))
            for card in found:
                assert card.versions
            return found

    def faults(self) -> dict[str, str]:
        with self.database.read() as session:
            rows = session.scalars(select(FolderFile).where(FolderFile.fault != "")).all()
        return {row.name: faults.said(row.fault, words_for("sv")) for row in rows}


@pytest.fixture
def desk(town: Database, settings: Settings, clock: Any) -> Desk:
    return Desk(town, settings, clock)


@pytest.mark.parametrize(
    ("name", "kind"), [("höst_marknad.jpg", "JPEG"), ("Höst-marknad.JPEG", "JPEG"), ("a.png", "PNG")]
)
def test_a_picture_becomes_a_draft(desk: Desk, name: str, kind: str) -> None:
    path = desk.put(name, picture(kind=kind))
    assert desk.look() is None
    (card,) = desk.cards()
    content = card.version().content
    assert (card.kind, card.state, card.origin) == ("picture", CardState.DRAFT, Origin.FOLDER)
    assert content.picture is not None
    assert (content.picture.width_px, content.picture.height_px) == (320, 200)
    assert content.text("sv").title == title_of(path)
    assert path.is_file()


def test_a_small_yaml_card_becomes_a_draft(desk: Desk) -> None:
    desk.put("marknad.yaml", EVENT)
    desk.look()
    (card,) = desk.cards()
    content = card.version().content
    assert (card.kind, card.state) == ("event", CardState.DRAFT)
    assert content.facts.start == datetime(2026, 11, 28, 10, 0, tzinfo=STOCKHOLM)  # type: ignore[union-attr]
    assert content.text("sv").title == "Höstmarknad på torget"
    assert content.link is not None
    assert content.link.short == "alvdala.example"


def test_a_file_is_taken_once_whatever_it_is_called(desk: Desk) -> None:
    desk.put("a.jpg", picture())
    desk.look()
    desk.look()
    desk.put("b.jpg", picture())
    desk.look()
    assert len(desk.cards()) == 1
    assert desk.faults() == {}


def test_an_edited_file_becomes_a_new_version_of_its_draft(desk: Desk) -> None:
    desk.put("marknad.yaml", EVENT)
    desk.look()
    desk.put("marknad.yaml", EVENT.replace("Trettio", "Fyrtio"))
    desk.look()
    (card,) = desk.cards()
    assert (card.latest_version, card.version().content.text("sv").body) == (2, "Fyrtio knallar.")


def test_a_file_that_just_changed_is_waited_for(desk: Desk) -> None:
    desk.put("a.jpg", picture())
    assert desk.look(age_s=0.2) == pytest.approx(0.8)
    assert desk.cards() == []


def test_half_a_picture_is_waited_for_and_then_told(desk: Desk) -> None:
    whole = picture()
    path = desk.put("a.jpg", whole[: len(whole) // 2])
    assert desk.look(age_s=2.0) is not None
    assert desk.faults() == {}
    path.write_bytes(whole)
    assert desk.look(age_s=2.0) is None
    assert len(desk.cards()) == 1
    desk.put("b.jpg", whole[:200])
    assert desk.look(age_s=PATIENCE_S + 1) is None
    assert list(desk.faults()) == ["b.jpg"]


BROKEN: dict[str, bytes | str] = {
    "noise.png": b"\x89PNG\r\n\x1a\n" + b"x" * 500,
    "page.jpg": "<!doctype html><html>",
    "drawing.svg": "<svg/>",
    "text.txt": "Hej",
    "empty.jpg": b"",
    "tabs.yaml": "kind:\tnews\n\t- [",
    "list.yaml": "- a\n- b\n",
    "misspelt.yaml": EVENT.replace("start", "strat"),
    "no-title.yaml": EVENT.replace("title: Höstmarknad på torget\n", ""),
    "no-start.yaml": EVENT.replace("start: 2026-11-28 10.00\n", ""),
    "bad-day.yaml": EVENT.replace("2026-11-28 10", "2026-13-28 10"),
    "alert.yaml": "kind: alert\ntitle: Brand\narea: Norrbyn\nsince: 2026-11-28 10.00\n",
    "bomb.yaml": "a: &a [x, x]\nb: &b [*a, *a]\nkind: news\ntitle: [*b, *b]\n",
    "object.yaml": "!!python/object/apply:os.system ['true']\n",
    "deep.yaml": "title: " + "[" * 5000,
    "long.yaml": "title: " + "x" * 70_000,
    "latin.yaml": "title: Höst".encode("latin-1"),
    "script.yaml": EVENT.replace("https://www.alvdala.example/marknad", "javascript:alert(1)"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_and_left_where_it_is(desk: Desk, name: str) -> None:
    path = desk.put(name, BROKEN[name])
    before = path.read_bytes()
    assert desk.look() is None
    assert desk.cards() == []
    assert path.read_bytes() == before
    said = desk.faults()[name]
    assert said
    assert "{" not in said
    path.unlink()
    desk.look()
    assert desk.faults() == {}


def test_one_broken_file_does_not_stop_the_others(desk: Desk) -> None:
    desk.put("a.jpg", b"\xff\xd8\xffxxxx")
    desk.put("b.jpg", picture())
    desk.look()
    assert len(desk.cards()) == 1
    assert list(desk.faults()) == ["a.jpg"]


def test_unfinished_and_hidden_names_links_and_folders_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    for name in (".a.jpg", "a.jpg.part", "a.crdownload", "a.jpg~", "a.tmp"):
        desk.put(name, picture())
    (desk.path / "folder.jpg").mkdir()
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(picture())
    (desk.path / "link.jpg").symlink_to(outside)
    os.mkfifo(desk.path / "pipe.jpg")
    assert desk.look() is None
    assert desk.cards() == []
    assert desk.faults() == {}


@pytest.mark.slow
def test_the_watch_waits_for_a_file_that_grows(
    desk: Desk, town: Database, settings: Settings, clock: Any, stopwatch: Callable[[], float]
) -> None:
    watch = FolderWatch(town, settings, clock)
    watch.start()
    try:
        whole = picture()
        with (desk.path / "grows.jpg").open("wb") as file:
            for start in range(0, len(whole), len(whole) // 4 + 1):
                file.write(whole[start : start + len(whole) // 4 + 1])
                file.flush()
                time.sleep(0.4)
                assert desk.cards() == []
        deadline = stopwatch() + 15
        while not desk.cards() and stopwatch() < deadline:
            time.sleep(0.1)
        assert len(desk.cards()) == 1
        assert desk.faults() == {}
    finally:
        begun = stopwatch()
        watch.stop()
        assert stopwatch() - begun < 3


def test_a_yaml_card_may_speak_several_languages() -> None:
    data = b"kind: news\ntexts:\n  sv: {title: Hej}\n  fi: {title: Hei, body: Moi}\nuntil: 2026-12-01 12.00\n"
    card = read_card(data, "a", STOCKHOLM)
    assert {language: text.title for language, text in card.texts.items()} == {"sv": "Hej", "fi": "Hei"}
    assert card.valid_until == datetime(2026, 12, 1, 12, 0, tzinfo=STOCKHOLM)


def test_what_nobody_can_see_is_taken_out_of_a_yaml_card() -> None:
    card = read_card(b'kind: news\ntitle: "a\\u202egnp.exe"\n', "a", STOCKHOLM)
    assert card.text("sv").title == "agnp.exe"
    with pytest.raises(YamlCardError):
        read_card(b'kind: news\ntitle: "\\u202e"\n', "a", STOCKHOLM)
