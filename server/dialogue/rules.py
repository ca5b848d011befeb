"""The rules for citizens' words, as data: why something is not shown, and the languages of the reply pages."""

from enum import StrEnum

from foundation.errors import N_

LANGUAGES = ("sv", "fi", "fit", "en", "ar")
"""The languages that the reply pages speak, in the order of their switch; each names itself."""

NAMES = {"sv": "Svenska", "fi": "Suomi", "fit": "Meänkieli", "en": "English", "ar": "العربية"}


class Rule(StrEnum):
    """Why words are not shown. They are kept all the same: a received reply is a public record."""

    THREAT = "threat"
    PERSON = "person"
    ADVERTISING = "advertising"
    RUBBISH = "rubbish"
    NOT_OURS = "not-ours"


RULES: dict[Rule, str] = {
    Rule.THREAT: N_("It holds threats or hatred."),
    Rule.PERSON: N_("It points at a person."),
    Rule.ADVERTISING: N_("It is advertising."),
    Rule.RUBBISH: N_("We could not understand what it says."),
    Rule.NOT_OURS: N_("It is about something that the municipality does not decide."),
}


def kept(reason: str) -> Rule | None:
    """The rule that was kept with a hidden reply, or None."""
    return Rule(reason) if reason in set(Rule) else None
