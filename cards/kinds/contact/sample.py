"""A sample of a person to turn to: somebody who knows about building permits."""

from datetime import datetime, time

import msgspec

from cards.kinds.contact.facts import ContactFacts, Times
from cards.model import Card, Link, Text


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """A building inspector who is no real person; the number is one of those that are kept for fiction."""
    return Card(
        id="sample-contact",
        version=1,
        facts=ContactFacts(
            name="Saga Älvros",
            role="Bygglovshandläggare",
            role_in={
                "fi": "Rakennuslupakäsittelijä",
                "fit": "Rakenuslupien hoitaja",
                "se": "Huksenlohpemeannudeaddji",
                "en": "Building permits officer",
                "ar": "موظفة رخص البناء",
                "uk": "Фахівчиня з дозволів",
            },
            phone="070-174 06 10",
            email="bygglov@alvdala.example",
            hours=(Times(first=0, last=4, opens=time(9), closes=time(11)),),
        ),
        texts={
            "sv": Text(title="Ska du bygga? Fråga Saga först", body="Det kostar inget att fråga."),
            "fi": Text(title="Aiotko rakentaa? Kysy ensin Sagalta", body="Kysyminen ei maksa mitään."),
            "fit": Text(title="Meinaakko rakentaa? Kysy ensin Sagalta"),
            "se": Text(title="Áiggut go hukset? Jeara vuos Sagas"),
            "en": Text(title="Going to build? Ask Saga first", body="Asking costs nothing."),
            "ar": Text(title="هل تريد البناء؟ اسأل ساغا أولًا", body="السؤال مجاني."),
            "uk": Text(title="Будуєте? Спершу запитайте Сагу", body="Запитати нічого не коштує."),
        },
        sender="Plan och bygg",
    )


def variants(now: datetime) -> dict[str, Card]:
    """Answers day and night; only a place; with a code; a long name and two hours."""
    card = sample(now)
    facts = card.facts
    assert isinstance(facts, ContactFacts)

    def changed(title: str, **changes: object) -> Card:
        texts = {"sv": Text(title=title)}
        return msgspec.structs.replace(card, facts=msgspec.structs.replace(facts, **changes), texts=texts)

    always = (Times(first=0, last=6, opens=time(0), closes=time(23, 59)),)
    two = (
        Times(first=0, last=3, opens=time(8), closes=time(16)),
        Times(first=4, last=4, opens=time(8), closes=time(12)),
    )
    coded = changed("Boka en tid med en vägledare", name="Elis Forsmark", role="Vägledare", role_in={})
    return {
        "now": changed("Orolig för någon? Ring oss", name="Socialjouren", role="", role_in={}, email="", hours=always),
        "place": changed(
            "Behöver du hjälp med datorn?",
            name="It-värden",
            role="Hjälper i bibliotekets öppettider",
            role_in={},
            phone="",
            email="",
            place="Biblioteket, plan 1",
        ),
        "code": msgspec.structs.replace(
            coded, link=Link(url="https://alvdala.example/tid", short="alvdala.example/tid")
        ),
        "long": changed(
            "Frågor om hemtjänst, färdtjänst och bostadsanpassning för äldre",
            name="Anna-Karin Strömbäck Niemelä",
            role="Biståndshandläggare för äldre och funktionsnedsatta",
            email="aldreomsorgens.bistandshandlaggare@alvdala.example",
            hours=two,
        ),
    }
