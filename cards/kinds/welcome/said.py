"""A welcome in words: every greeting, named by its language."""

from collections.abc import Iterator
from datetime import datetime

from cards.model import Card, Language
from cards.said import Greeting, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The other languages; the one that is asked for is the heading."""
    for other, text in card.texts.items():
        if other != language and text.title:
            yield Greeting(text=text.title, language=other)
