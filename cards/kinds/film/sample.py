"""A sample film: how the roads are ploughed."""

from datetime import datetime

import msgspec

from cards.kinds.film.facts import FilmFacts
from cards.kinds.moments import moment
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """Two minutes, with captions; `now` is in the screen's zone. Its still is added by whoever shows it."""
    return Card(
        id="sample-film",
        version=1,
        facts=FilmFacts(seconds=118),
        texts={
            "sv": Text(title="Så plogas vägarna", body="Följ med Gata och park en snöig morgon klockan fyra."),
            "fi": Text(title="Näin tiet aurataan", body="Lähde mukaan lumisena aamuna kello neljä."),
            "fit": Text(title="Näin tiet aurathaan", body="Tule mukhaan lumisenna aamuna kello neljä."),
            "se": Text(title="Ná čorgejuvvojit geainnut"),
            "en": Text(title="How the roads are cleared", body="Come along on a snowy morning at four."),
            "ar": Text(title="هكذا تُزال الثلوج عن الطرق", body="رافقونا في صباح ثلجي عند الساعة الرابعة."),
            "uk": Text(title="Як розчищають дороги", body="Сніжного ранку о четвертій разом із дорожниками."),
        },
        sender="Gata och park",
        link=Link(url="https://alvdala.example/film", short="alvdala.example/film"),
        valid_until=moment(now, 14, 0),
    )


def variants(now: datetime) -> dict[str, Card]:
    """A film from a telephone, held upright, without sound."""
    facts = FilmFacts(seconds=45, width_px=1080, height_px=1920, captioned=False, silent=True)
    return {"upright": msgspec.structs.replace(sample(now), id="sample-film-upright", facts=facts)}
