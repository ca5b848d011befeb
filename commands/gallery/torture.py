"""Cards that are hard to draw: real extremes, and what a form lets through. Each must be legible or be refused."""

import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec
from PIL import Image

from cards.kinds.event.facts import EventFacts
from cards.kinds.menu.facts import MenuDay, MenuFacts
from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, PictureRef, Text
from cards.samples import samples
from cards.scenes import draw_scene
from commands.gallery.drawing import NOW, Task

SIZES: Final = ((1920, 1080), (1080, 1920), (1280, 720))

_LONGEST: Final = Text(
    title="Sopbilen kommer en dag tidigare vid jul och nyår på alla gator norr om älven",
    body=(
        "Hämtas soporna på torsdagar? Ställ ut kärlet före klockan 6 dagen innan. Gäller även matavfall, glas "
        "och tidningar på Strandvägen, Kyrkogatan, Industrivägen och i hela Norrbyn."
    ),
    advice="Frågor? Ring renhållningen på 070-174 06 05 vardagar klockan 8–16.",
)
_TEXTS: Final[Mapping[str, Text]] = {
    "longest": _LONGEST,
    "shortest": Text(title="LAN"),
    "compound": Text(
        title="Dricksvattenförsörjningsanläggningarna stängs",
        body="Fastighetsskötselförvaltningens dricksvattenförsörjningsanläggning servas.",
    ),
    "twelve-lines": Text(
        title="Program för dagen",
        body="\n".join(f"{hour}.00 Programpunkt nummer {hour - 7} i stora salen" for hour in range(8, 20)),
    ),
    "zero-width": Text(
        title="A\u030alvda\u200bla bjuder\u200d in till fe\u0301st\u00adkva\u0308ll",
        body="Kaffe\u2060 och\ufeff bullar\u202f– 40\u202fkr. Non\u2011stop.",
    ),
    "spaces": Text(title="   ", body="Texten står kvar fast rubriken är tom."),
    "emoji": Text(title="Kom och fira 🎉 med oss", body="Tårta 🍰 och dans 💃 hela kvällen."),
    "quotes": Text(title="”Det svåraste är att hitta bostad” – bageriet", body="<b>Inte fet</b> & inte &amp; heller."),
}
_MIXED: Final = Text(
    title="مقهى اللغة Språkcafé في Biblioteket كل يوم 17:00–18:30",
    body="من الساعة 17 إلى 18:30، www.alvdala.example/sprakcafe، الجميع مرحب بهم (gratis).",
)


def hard_cards() -> Iterator[Task]:
    """Every hard card in a lying, a standing and a small shape."""
    for name, card, pictures in _cards():
        language = next(iter(card.texts))
        for size in SIZES:
            file = f"torture-{name}-{size[0]}x{size[1]}.png"
            yield Task(file, card, size, "alv", language, pictures, hard=True)


def _cards() -> Iterator[tuple[str, Card, Mapping[str, bytes]]]:
    own = samples(NOW)
    replace = msgspec.structs.replace
    for kind in ("event", "notice", "news", "question", "alert"):
        for name, text in _TEXTS.items():
            yield f"{name}-{kind}", replace(own[kind], texts={"sv": text}), {}
        yield f"mixed-{kind}", replace(own[kind], texts={"ar": _MIXED}), {}
    text = Text(title="Varför är gatlyktorna på Skolvägen och Kyrkogatan släckta?", body=_LONGEST.body)
    yield "longest-answer", replace(own["answer"], texts={"sv": text}), {}
    facts = own["event"].facts
    assert isinstance(facts, EventFacts)
    bare = EventFacts(start=facts.start, place="")
    yield "bare-event", Card(id="bare", version=1, facts=bare, texts={"sv": Text(title="Julmarknad")}), {}
    yield "menu-full", replace(own["menu"], facts=_full_menu(own["menu"])), {}
    yield "menu-empty", replace(own["menu"], facts=MenuFacts()), {}
    for name, size, poster in (
        ("thread", (1, 4000), False),
        ("thread-poster", (1, 4000), True),
        ("poster", (1240, 1754), True),
        ("wide-poster", (2400, 900), True),
    ):
        data, ref = _picture(size)
        card = replace(own["picture"], picture=ref, facts=PictureFacts(credit="Meän Älvdala", poster=poster))
        yield name, card, {ref.sha256: data}
    lost = PictureRef(sha256="0" * 64, width_px=4000, height_px=3000)
    yield "lost-picture", replace(own["picture"], picture=lost), {}


def _full_menu(card: Card) -> MenuFacts:
    facts = card.facts
    assert isinstance(facts, MenuFacts)
    dishes = (
        "Långkokt högrev med rostade rotfrukter, potatispuré, pressgurka och rårörda lingon",
        "Krämig kikärtsgryta med spenat, soltorkade tomater och basmatiris",
        "Sallad",
    )
    return msgspec.structs.replace(facts, days=tuple(MenuDay(day=day.day, dishes=dishes) for day in facts.days))


def _picture(size: tuple[int, int]) -> tuple[bytes, PictureRef]:
    """A drawn picture as a PNG file."""
    image = draw_scene("greeting", size, "affisch") if min(size) > 1 else Image.new("RGB", size, "#C44630")
    file = io.BytesIO()
    image.save(file, "PNG")
    data = file.getvalue()
    return data, PictureRef(sha256=hashlib.sha256(data).hexdigest(), width_px=size[0], height_px=size[1])
