"""The card that a form's writing comes to. Whatever the form does not show stays as it stood."""

import msgspec

from cards.model import Card, Link, PictureRef, Text
from server.curation.fields import Desk, KindForm, Reading, Values
from server.curation.written import a_link, too_long
from server.intake.findings import Finding


def compose_card(
    form: KindForm, values: Values, desk: Desk, *, id: str, base: Card | None, picture: PictureRef | None
) -> tuple[Card, tuple[Finding, ...]]:
    """The card that the writing came to, and what is to be said about it."""
    reading = form.read(values, desk, base)
    link, about_link = _link(form, values, base)
    before = base or Card(id=id, version=0, facts=reading.facts, texts={})
    card = msgspec.structs.replace(
        before,
        id=id,
        version=before.version + 1,
        facts=reading.facts,
        texts=_texts(reading, before, desk),
        sender=values.get("sender", "") if _asks(form, "sender") else before.sender,
        partner=values.get("partner", "") if _asks(form, "partner") else before.partner,
        link=link,
        picture=picture if form.picture else before.picture,
        valid_until=reading.valid_until,
    )
    return card, (*reading.findings, *too_long(values, form.fields), *about_link)


def _asks(form: KindForm, name: str) -> bool:
    return any(field.name == name for field in form.fields)


def _texts(reading: Reading, before: Card, desk: Desk) -> dict[str, Text]:
    texts = {**before.texts, desk.language: reading.text}
    for language, text in reading.others.items():
        if text is None:
            texts.pop(language, None)
        else:
            texts[language] = text
    return texts


def _link(form: KindForm, values: Values, base: Card | None) -> tuple[Link | None, list[Finding]]:
    """The address in the form. One that nobody changed keeps the short way to write it."""
    before = base.link if base else None
    if not _asks(form, "link"):
        return before, []
    link, about = a_link(values)
    return before if before and link and before.url == link.url else link, about
