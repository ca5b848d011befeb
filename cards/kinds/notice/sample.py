"""Sample notices: the water is shut off, from the announcement to the thanks; and a leak that nobody planned."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.moments import moment
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:
    """Planned work, announced the day before; `now` is in the screen's zone."""
    return Card(
        id="sample-notice",
        version=1,
        facts=NoticeFacts(
            start=moment(now, 1, 8),
            end=moment(now, 1, 12),
            areas=("Strandvägen", "Kyrkogatan"),
            why="Byte av ventil",
        ),
        texts={
            "sv": Text(
                title="Vattnet stängs av på Strandvägen och Kyrkogatan",
                advice="Tappa upp vatten redan i kväll.",
            ),
            "fi": Text(
                title="Vesi on poikki Strandvägenillä ja Kyrkogatanilla",
                advice="Laske vettä varalle jo tänä iltana.",
            ),
            "fit": Text(
                title="Vesi oon poikki Strandvägenillä ja Kyrkogatanilla",
                advice="Laske vettä varale jo tänä iltana.",
            ),
            "en": Text(
                title="No water on Strandvägen and Kyrkogatan",
                advice="Fill some bottles this evening.",
            ),
            "ar": Text(title="انقطاع الماء في Strandvägen و Kyrkogatan", advice="املأوا زجاجات ماء هذا المساء."),
            "uk": Text(title="На Strandvägen і Kyrkogatan не буде води", advice="Наберіть води вже ввечері."),
        },
        sender="Vatten och avlopp",
        link=Link(url="https://alvdala.example/va1", short="alvdala.example/va1"),
        valid_until=moment(now, 1, 21),
    )


def variants(now: datetime) -> dict[str, Card]:
    """The same work at its other stages, and an acute fault while nobody knows its end, then mended."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    soon, begun = hour + timedelta(hours=2), hour - timedelta(hours=2)
    return {
        "planned": _work(now, "planned", moment(now, 6, 8), moment(now, 6, 12)),
        "today": _work(now, "today", soon, soon + timedelta(hours=3)),
        "going-on": _work(now, "going-on", begun, hour + timedelta(hours=2)),
        "late": _work(now, "late", begun - timedelta(hours=3), hour - timedelta(hours=1), word=soon),
        "over": _work(now, "over", begun - timedelta(hours=3), hour, over=hour - timedelta(minutes=20)),
        "acute": _leak(begun, word=soon),
        "acute-over": _leak(begun - timedelta(hours=4), over=hour),
    }


def _work(
    now: datetime,
    name: str,
    start: datetime,
    end: datetime,
    *,
    over: datetime | None = None,
    word: datetime | None = None,
) -> Card:
    card = sample(now)
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    facts = msgspec.structs.replace(facts, start=start, end=end, over=over, next_word=word)
    texts = {language: msgspec.structs.replace(text, advice="") for language, text in card.texts.items()}
    texts = card.texts if name == "planned" else texts
    return msgspec.structs.replace(card, id=f"sample-notice-{name}", facts=facts, texts=texts, valid_until=None)


def _leak(start: datetime, *, over: datetime | None = None, word: datetime | None = None) -> Card:
    mended = {
        "sv": Text(title="Vattnet är tillbaka i Norrbyn", body="Är vattnet brunt? Spola kallt i tio minuter."),
        "fi": Text(title="Vesi on palannut Norrbyniin", body="Onko vesi ruskeaa? Laske kylmää kymmenen minuuttia."),
        "en": Text(title="The water is back in Norrbyn", body="Is it brown? Run the cold tap for ten minutes."),
        "ar": Text(title="عاد الماء إلى نوربين", body="هل الماء بني؟ افتحوا الماء البارد عشر دقائق."),
        "uk": Text(title="Вода повернулася до Норрбюна", body="Вода каламутна? Злийте холодну десять хвилин."),
    }
    broken = {
        "sv": Text(
            title="Vattenläcka i Norrbyn",
            body="Cirka 60 hushåll saknar vatten. Vi lagar läckan nu.",
            advice="Vattentank vid lanthandeln.",
        ),
        "fi": Text(
            title="Vesivuoto Norrbynissä",
            body="Noin 60 taloutta on ilman vettä. Korjaamme vuotoa.",
            advice="Vesisäiliö kyläkaupalla.",
        ),
        "en": Text(
            title="Water leak in Norrbyn",
            body="About 60 households have no water. We are mending it now.",
            advice="Water tank by the shop.",
        ),
        "ar": Text(
            title="تسرب ماء في نوربين", body="نحو 60 منزلًا بلا ماء. نصلح التسرب الآن.", advice="خزان ماء عند المتجر."
        ),
        "uk": Text(
            title="Прорив води в Норрбюні",
            body="Близько 60 родин без води. Ми вже ремонтуємо.",
            advice="Цистерна з водою біля крамниці.",
        ),
    }
    return Card(
        id=f"sample-notice-acute{'-over' if over else ''}",
        version=1,
        facts=NoticeFacts(start=start, areas=("Norrbyn",), acute=True, over=over, next_word=word),
        texts=mended if over else broken,
        sender="Vatten och avlopp",
        link=Link(url="https://alvdala.example/va2", short="alvdala.example/va2"),
    )
