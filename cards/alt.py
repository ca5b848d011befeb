"""A card as one paragraph of text: for those who do not see it, and for pages that show it small."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cards.model import Card, Language
from cards.said import Listing, Pairs, Part, Quote
from cards.telling import told
from cards.words import listed, sentence_case


def alt_text(card: Card, language: Language, now: datetime, zone: ZoneInfo) -> str:
    """What the card says, in sentences, in `language` (or in the first one that it has)."""
    telling = told(card, language, now, zone)
    said = [telling.sort, telling.title, *(_phrase(part, telling.language) for part in telling.facts)]
    said += [telling.body, telling.advice, telling.picture, telling.sender]
    sentences = [_sentence(part) for part in said if part.strip()]
    if telling.link is not None and telling.link.short:
        sentences.append(telling.link.short)  # an address keeps its small letters, and takes no full stop
    return " ".join(sentences).replace("\u00a0", " ")


def _sentence(part: str) -> str:
    whole = sentence_case(part.strip())
    return whole if whole.endswith((".", "?", "!", "”", "؟")) else f"{whole}."


def _phrase(part: Part, language: Language) -> str:
    match part:
        case Listing(items=items):
            return listed(items, language)
        case Pairs(rows=rows):
            return "; ".join(f"{first}: {second}" for first, second in rows)
        case Quote(text=text, by=by):
            return f"”{text}” {by}".strip()
        case _:
            return part.text
