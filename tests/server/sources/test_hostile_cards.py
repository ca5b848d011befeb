"""Files in the watched folder that are written to harm: each is refused, and none is read through a link."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.settings import Settings
from server.sources.folder import Folder
from server.sources.yamlcard import read_card
from server.sources.yamlfaults import YamlCardError
from server.storage.models import StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON

HOSTILE = {
    "laughs": "a: &a [ha]\nb: &b [*a, *a]\nkind: news\ntitle: *b",
    "digits": "kind: news\ntitle: x\nsender: 0x" + "f" * 50_000,
    "sixties": "kind: news\ntitle: x\nsender: " + ":".join(["59"] * 20_000),
    "year 1": "kind: event\ntitle: x\nplace: p\nstart: 0001-01-01 00.00\nend: 0001-01-01 02.00",
    "year 9999": "kind: news\ntitle: x\nuntil: 9999-12-31 23.59",
    "year 1 with a zone": "kind: news\ntitle: x\nfrom: '0001-01-01T00:00:00+01:00'",
    "deep": "kind: news\ntitle: " + "[" * 5_000,
    "object": "kind: news\ntitle: !!python/object/apply:os.system ['id']",
    "a moment as seconds": "kind: event\ntitle: x\nplace: p\nstart: 3",
    "long link": "kind: news\ntitle: x\nlink: https://" + "a." * 20_000 + "example",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_card_is_refused_in_words(name: str) -> None:
    with pytest.raises(YamlCardError):
        read_card(HOSTILE[name].encode(), "c", ZoneInfo("Europe/Stockholm"))


def test_a_link_that_takes_a_files_place_is_not_followed(
    town: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.watched_folder.mkdir(parents=True)
    secret = tmp_path / "secret.yaml"
    secret.write_text("kind: news\ntitle: Nyckeln")
    dropped = settings.watched_folder / "kort.yaml"
    dropped.write_text("kind: news\ntitle: Kort")

    def swapped(path: Path, _changed: float) -> float:
        path.unlink()
        path.symlink_to(secret)
        return 60.0

    Folder(town, settings).look(NOON, swapped)
    with town.read() as session:
        assert session.query(StoredCard).count() == 0
