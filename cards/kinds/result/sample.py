"""A sample result: what was missing at the bathing place, and what is done about it."""

from datetime import datetime

import msgspec

from cards.kinds.moments import day
from cards.kinds.result.facts import Option, ResultFacts
from cards.model import Card, Text

_OPTIONS = (
    Option(
        label="Toalett",
        votes=61,
        label_in={"fi": "Vessa", "fit": "Vessa", "se": "Hivsset", "en": "Toilet", "ar": "مرحاض", "uk": "Туалет"},
    ),
    Option(
        label="Brygga",
        votes=38,
        label_in={"fi": "Laituri", "fit": "Laituri", "se": "Láddu", "en": "Jetty", "ar": "رصيف", "uk": "Пірс"},
    ),
    Option(
        label="Ramp för rullstol",
        votes=24,
        label_in={
            "fi": "Luiska pyörätuolille",
            "fit": "Ramppi pyörätuolile",
            "se": "Rámpa juvlastullui",
            "en": "Ramp for wheelchairs",
            "ar": "منحدر للكراسي المتحركة",
            "uk": "Пандус для візка",
        },
    ),
    Option(label="Grillplats", votes=15, label_in={"fi": "Grillipaikka", "en": "Barbecue"}),
    Option(label="Annat", votes=5, label_in={"fi": "Muu", "en": "Something else"}),
)


def sample(now: datetime) -> Card:
    """A result with a promise for the coming summer; `now` is in the screen's zone."""
    return Card(
        id="sample-result",
        version=1,
        facts=ResultFacts(
            about="badplatsen",
            about_in={"en": "the bathing place", "ar": "مكان السباحة", "uk": "місце для купання", "fi": "uimaranta"},
            options=_OPTIONS,
            promised=day(now, 187),
        ),
        texts={
            "sv": Text(
                title="Flest saknar en toalett",
                body="Vi ställer dit en toalett.",
                advice="Brygga och ramp: besked i mars.",
            ),
            "fi": Text(
                title="Useimmat kaipaavat vessaa",
                body="Tuomme rannalle vessan.",
                advice="Laituri ja luiska: maaliskuussa.",
            ),
            "fit": Text(title="Useimat kaipaava vessaa", body="Met panema rannale vessan."),
            "se": Text(title="Eanaš váillahit hivssega", body="Mii bidjat hivssega dohko."),
            "en": Text(
                title="Most of you miss a toilet",
                body="We are putting a toilet there.",
                advice="Jetty and ramp: a decision in March.",
            ),
            "ar": Text(title="الأغلبية تريد مرحاضًا", body="سنضع مرحاضًا هناك.", advice="الرصيف والمنحدر: قرار في مارس."),
            "uk": Text(
                title="Найбільше бракує туалету",
                body="Ми поставимо там туалет.",
                advice="Пірс і пандус: рішення в березні.",
            ),
        },
        sender="Kultur och fritid",
    )


def variants(now: datetime) -> dict[str, Card]:
    """Done; one option; a question without options; nobody answered."""
    card = sample(now)
    facts = card.facts
    assert isinstance(facts, ResultFacts)
    return {
        "done": _with(
            card,
            msgspec.structs.replace(facts, promised=None, done=True),
            Text(title="Toaletten vid badplatsen står på plats", body="Den är öppen dygnet runt, maj till september."),
        ),
        "one": _with(
            card,
            ResultFacts(about="ny parkbänk", options=(Option(label="Vid älven", votes=1),), promised=day(now, 40)),
            Text(title="Bänken ställs vid älven", body="Vi sätter dit den när tjälen har gått ur."),
        ),
        "free": _with(
            card,
            ResultFacts(about="bibliotekets kvällar", answers=1204, promised=day(now, 60)),
            Text(
                title="Ni vill ha fler lugna kvällar",
                body="På tisdagar blir biblioteket tyst från klockan 18.",
                advice="Vi frågar er igen i höst.",
            ),
        ),
        "none": _with(
            card,
            ResultFacts(
                about="cykelbanan",
                options=(Option(label="Bredare"), Option(label="Belyst"), Option(label="Sandad")),
                promised=day(now, 21),
            ),
            Text(title="Ingen svarade om cykelbanan", body="Vi frågar på skolan och återkommer."),
        ),
    }


def _with(card: Card, facts: ResultFacts, text: Text) -> Card:
    return msgspec.structs.replace(card, facts=facts, texts={"sv": text})
