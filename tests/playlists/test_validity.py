"""What is over leaves the screens by itself, whatever its kind."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.kinds.facts import Facts
from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.stream.facts import StreamFacts
from cards.samples import samples
from playlists.validity import ends_by_itself

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
MIDNIGHT = datetime(2026, 11, 27, tzinfo=ZONE)
AT = datetime(2026, 11, 26, 18, tzinfo=ZONE)
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        (
            AgendaFacts(events=(AgendaEvent(start=AT, title="Kör", end=AT + timedelta(hours=2)),)),
            AT + timedelta(hours=2),
        ),
        (AgendaFacts(), None),
        (CountdownFacts(at=AT), MIDNIGHT),
        (FireRiskFacts(level=2, area="Älvdala", day=DAY), MIDNIGHT),
        (JobsFacts(jobs=(Job(title="Kock", last_day=DAY),)), MIDNIGHT),
        (JobsFacts(jobs=(Job(title="Kock", last_day=DAY), Job(title="Vikarie"))), None),
        (StreamFacts(start=AT, end=AT + timedelta(hours=2)), AT + timedelta(hours=4)),
        (DeparturesFacts(stop="Torget", departures=(Departure(line="3", destination="Ishallen", at=AT),)), AT),
        (FireRiskFacts(level=2, area="Älvdala", day=date.max), None),
    ],
)
def test_a_kind_ends_with_its_own_facts(facts: Facts, end: datetime | None) -> None:
    card = msgspec.structs.replace(samples(NOW)["news"], facts=facts)
    assert ends_by_itself(card, ZONE) == end
