"""The gallery: a cover that misses no pair, pictures under the promised names, a page that needs nothing else."""

import re
from html.parser import HTMLParser
from itertools import combinations as pairs_of
from pathlib import Path

import pytest
from PIL import Image

from cards.kinds import KINDS
from commands.gallery import GalleryFolderError, main
from commands.gallery.cover import MOST, SHAPES, Combination, combinations, pairwise, theme_names
from commands.gallery.drawing import NOW, Drawn, draw_all, looks, planned
from commands.gallery.page import index_page
from commands.gallery.sheets import contact_sheets
from commands.gallery.torture import SIZES, hard_cards

NAMED = re.compile(r"(?P<kind>[a-z_]+)-(?P<size>\d+x\d+)-(?P<theme>[a-z]+)-(?P<language>[a-z]{2,3})\.png")


def pairs(chosen: tuple[Combination, ...]) -> set[tuple[int, object, int, object]]:
    """Every two values that stand together in a picture."""
    return {(i, each[i], j, each[j]) for each in chosen for i, j in pairs_of(range(4), 2)}


@pytest.mark.slow
def test_the_cover_shows_every_two_values_together() -> None:
    every = combinations(NOW)
    chosen = pairwise(every)
    assert pairs(chosen) == pairs(every)
    assert len(chosen) + len(looks()) <= MOST
    assert len(chosen) < len(every) / 2


@pytest.mark.slow
def test_the_cover_is_the_same_each_time() -> None:
    assert pairwise(combinations(NOW)) == pairwise(combinations(NOW))


@pytest.mark.slow
def test_every_kind_shape_and_theme_is_in_the_cover() -> None:
    chosen = pairwise(combinations(NOW))
    assert {each.kind for each in chosen} == set(KINDS)
    assert {each.size for each in chosen} == set(SHAPES)
    assert {each.theme for each in chosen} == set(theme_names())


def test_the_cover_holds_to_the_most_that_it_may_draw() -> None:
    assert len(pairwise(combinations(NOW), most=10)) == 10


def test_pictures_are_named_by_what_they_show() -> None:
    for each in combinations(NOW):
        found = NAMED.fullmatch(each.file)
        assert found is not None
        assert found["kind"] == each.kind
        assert found["size"] == f"{each.size[0]}x{each.size[1]}"


def test_hard_cards_are_named_and_meet_every_size() -> None:
    tasks = list(hard_cards())
    names = {re.fullmatch(r"torture-([a-z-]+)-\d+x\d+\.png", task.file)[1] for task in tasks}  # type: ignore[index]
    assert len(tasks) == len(names) * len(SIZES)
    for wanted in ("longest-event", "shortest-news", "compound-notice", "twelve-lines-event", "mixed-event",
                   "zero-width-event", "thread", "spaces-event"):  # fmt: skip
        assert wanted in names


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_the_size_that_its_name_says(kind: str) -> None:
    (drawn,) = draw_all([planned(Combination(kind, (1280, 720), "alv", "sv"))])
    assert not drawn.refusal
    assert drawn.png.startswith(b"\x89PNG")
    assert int.from_bytes(drawn.png[16:20]) == 1280
    assert int.from_bytes(drawn.png[20:24]) == 720


@pytest.mark.slow
@pytest.mark.parametrize("task", list(hard_cards()), ids=lambda task: task.file)
def test_a_hard_card_is_drawn_or_refused_in_a_sentence(task) -> None:  # type: ignore[no-untyped-def]
    (drawn,) = draw_all([task])
    assert bool(drawn.png) is not bool(drawn.refusal)


class Links(HTMLParser):
    """What a page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.pictures: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what is fetched."""
        found = {name: value or "" for name, value in attrs}
        self.asked += [found[name] for name in ("src", "href") if name in found]
        if tag == "img":
            self.pictures[found["src"]] = found["alt"]


def drawn(file: str, title: str = "Höstkonsert", refusal: str = "") -> Drawn:
    """A picture that was drawn, without its bytes."""
    return Drawn(file, "event", (1920, 1080), "alv", "sv", title, False, b"", refusal)


def test_the_page_asks_for_nothing_but_its_pictures() -> None:
    links = Links()
    links.feed(index_page([drawn("a.png"), drawn("b.png")]))
    assert set(links.asked) == {"a.png", "b.png"}
    assert links.pictures["a.png"] == "event: Höstkonsert"


def test_the_page_speaks_english_and_swedish() -> None:
    page = index_page([drawn("a.png")])
    assert page.count("data-en=") == page.count("data-sv=") > 5


def test_titles_cannot_break_out_of_the_page() -> None:
    links = Links()
    links.feed(index_page([drawn("a.png", '"><img src="//evil.example/x.png" alt="')]))
    assert links.asked == ["a.png", "a.png"]


def test_a_refused_card_stands_on_the_page_with_its_sentence() -> None:
    page = index_page([drawn("a.png", refusal="The headline is too long.")])
    assert "The headline is too long." in page
    assert "<img" not in page


@pytest.mark.parametrize(("count", "sheets"), [(0, 0), (1, 1), (12, 1), (13, 2)])
def test_a_contact_sheet_holds_twelve(count: int, sheets: int, tmp_path: Path) -> None:
    files = [f"picture-{number}.png" for number in range(count)]
    for file in files:
        Image.new("RGB", (64, 36), "#336699").save(tmp_path / file)
    assert len(list(contact_sheets(tmp_path, files))) == sheets


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("here")
    with pytest.raises(GalleryFolderError) as caught:
        main([str(place)])
    assert str(place) in caught.value.sentence()


@pytest.mark.slow
def test_the_whole_gallery_is_drawn(tmp_path: Path) -> None:
    old = tmp_path / "sheet-99.png"
    old.write_bytes(b"of an earlier gallery")
    assert main([str(tmp_path)]) == 0
    pictures = {path.name for path in tmp_path.glob("*.png")}
    assert {each.file for each in pairwise(combinations(NOW))} <= pictures
    assert "sheet-01.png" in pictures
    assert not old.exists()
    links = Links()
    links.feed((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert set(links.asked) <= pictures
