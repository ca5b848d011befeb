"""A sample piece of news: the new ski track is open."""

from datetime import datetime

from cards.kinds.moments import moment
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text


def sample(now: datetime) -> Card:
    """News of yesterday; `now` is in the screen's zone."""
    return Card(
        id="sample-news",
        version=1,
        facts=NewsFacts(published=moment(now, -1, 9)),
        texts={
            "sv": Text(
                title="Nya skidspåret runt Kyrkberget är öppet",
                body="Fem kilometer med belysning till klockan 22. Parkera vid ishallen.",
            ),
            "fi": Text(
                title="Uusi hiihtolatu Kyrkbergetin ympäri on auki",
                body="Viisi kilometriä, valot kello 22 asti. Pysäköi jäähallille.",
            ),
            "en": Text(
                title="The new ski track round Kyrkberget is open",
                body="Five kilometres, lit until 22. Park at the ice rink.",
            ),
            "ar": Text(title="افتتاح مسار التزلج الجديد", body="خمسة كيلومترات مضاءة حتى الساعة 22."),
            "uk": Text(title="Нову лижню навколо Чюркбергета відкрито", body="П’ять кілометрів, освітлення до 22."),
        },
        sender="Kultur och fritid",
        valid_until=moment(now, 14, 0),
    )
