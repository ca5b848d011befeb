"""T28, the smaller count: a server killed while it publishes keeps what it acknowledged, and reuses no number."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from server.publishing.publish import changed, latest
from server.settings import Settings
from server.storage.models import CardState, StoredCard
from server.storage.session import Database

pytestmark = [pytest.mark.slow, pytest.mark.faults, pytest.mark.usefixtures("publisher")]

KILLS = 10
SEED = 28
PUBLISHING = """
import sys
from datetime import UTC, datetime
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from server.publishing.keys import load_keys
from server.publishing.publish import Publisher, changed, latest
from server.publishing.versions import make_card, publish_card
from server.settings import Data, Settings
from server.storage.models import Origin, PlaylistEntry
from server.storage.session import Database

settings = Settings(data=Data(folder=sys.argv[1], database=sys.argv[3]))
database = Database(settings)
database.info["publisher"] = Publisher(load_keys(settings.keys_folder, "alvdala"), lambda picture, screen: None)
number = 0
while True:
    number += 1
    now = datetime.now(UTC)
    card = Card(id=f"r{sys.argv[2]}-{number}", version=1, facts=NewsFacts(), texts={"sv": Text(title="x")})
    with database.write() as session:
        publish_card(make_card(session, card, Origin.STAFF, None, now), None, now)
        session.add(PlaylistEntry(playlist_id="vanlig", position=number, card_id=card.id))
        changed(session, now=now)
        newest = latest(session, "bib-entre")
        told = (card.id, newest.number, newest.content_hash)
    print(*told, flush=True)
"""


def test_what_was_acknowledged_is_kept_and_no_number_comes_twice(
    town: Database, settings: Settings, root: Path
) -> None:
    chance = random.Random(SEED)
    known: dict[int, str] = {}
    cards: set[str] = set()
    for turn in range(KILLS):
        words = [sys.executable, "-c", PUBLISHING, settings.data.folder, str(turn), settings.data.database]
        process = subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE)
        assert process.stdout is not None
        lines = [process.stdout.readline()]  # it is under way
        time.sleep(chance.uniform(0.0, 0.2))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        process.stdout.close()
        process.wait()
        for line in lines:
            if line.endswith(b"\n"):
                card, number, content_hash = line.decode().split()
                assert known.setdefault(int(number), content_hash) == content_hash
                cards.add(card)
        with town.write() as session:
            kept = {row.id for row in session.query(StoredCard).filter_by(state=CardState.PUBLISHED)}
            assert cards <= kept
            newest = latest(session, "bib-entre")
            assert newest is not None
            assert newest.number >= max(known)
            assert changed(session, now=newest.issued) == 0, "a card was kept without the manifest that shows it"
    assert len(known) >= KILLS
