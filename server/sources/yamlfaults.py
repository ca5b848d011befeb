"""What can be wrong with a card written as YAML: which line it is, and how it should have been written."""

import re

import msgspec

from foundation.errors import N_, TorgetError

KEY_SIGNS = 60


class YamlCardError(TorgetError):
    """Root of what can be wrong with such a file. Where a line is at fault, `key` names it."""

    say = N_("The file could not be read as a card.")


class NotYamlError(YamlCardError):
    say = N_("This is not YAML: look at line {line}.")


class UnknownCardKindError(YamlCardError):
    say = N_("“kind” is missing or is none that a file may bring. It can be {known}.")


class UnknownKeyError(YamlCardError):
    say = N_("“{key}” is not known for this kind of card. Known are {known}.")


class NoTitleError(YamlCardError):
    say = N_("“title” is missing: one line that tells it.")


class YamlTooLongError(YamlCardError):
    say = N_("The file is too long for one card.")


class BadLinkError(YamlCardError):
    say = N_("“link” has to be a whole address that begins with https://, of at most {most} characters.")


class FarYearError(YamlCardError):
    say = N_("“{key}” is in the year {year}. Look at the year.")


class WrongValueError(YamlCardError):
    say = N_("“{key}” cannot be like that. Look at how it is written.")


class MissingKeyError(WrongValueError):
    say = N_("“{key}” is missing. Add a line with it.")


class NoMomentError(WrongValueError):
    say = N_("“{key}” has to be a day and a time: 2026-11-28 10.00.")


class NoDayError(WrongValueError):
    say = N_("“{key}” has to be a day: 2026-11-28.")


class NoTimeError(WrongValueError):
    say = N_('“{key}” has to be a time within quotation marks: "10:00:00".')


class NoNumberError(WrongValueError):
    say = N_("“{key}” has to be a number, in figures.")


class NoYesOrNoError(WrongValueError):
    say = N_("“{key}” has to be true or false.")


class NoWordsError(WrongValueError):
    say = N_("“{key}” has to be words. Put figures within quotation marks.")


class NoListError(WrongValueError):
    say = N_("“{key}” has to be a list: one on each line below it, after a dash.")


class NoPartsError(WrongValueError):
    say = N_("“{key}” has to have lines of its own below it, each with a name and a colon.")


_WANTED: dict[str, type[WrongValueError]] = {
    "datetime": NoMomentError,
    "date": NoDayError,
    "time": NoTimeError,
    "float": NoNumberError,
    "int": NoNumberError,
    "bool": NoYesOrNoError,
    "str": NoWordsError,
    "array": NoListError,
    "object": NoPartsError,
}
_MISSING = re.compile(r"missing required field `(\w+)`")
_EXPECTED = re.compile(r"Expected `(\w+)")
_INVALID = re.compile(r"Invalid RFC3339 encoded (\w+)")
_PLACE = re.compile(r"- at `\$(.*)`$")
_NULL = "got `null`"


def wrong_value(error: Exception, under: str = "") -> WrongValueError:
    """What `error`, raised while a value was converted, says about the file.

    `under` is the key whose value was converted, "" for the whole file.
    """
    said = str(error) if isinstance(error, msgspec.ValidationError) else ""
    found = _PLACE.search(said)
    inside = re.findall(r"[a-z_]+", found[1]) if found else []
    path = [name for name in (under, *inside) if name]
    if missing := _MISSING.search(said):
        return _about(MissingKeyError, [*path, missing[1]])
    if _NULL in said:
        return _about(MissingKeyError, path)
    wanted = _EXPECTED.search(said) or _INVALID.search(said)
    return _about(_WANTED.get(wanted[1], WrongValueError) if wanted else WrongValueError, path)


def _about(kind: type[WrongValueError], path: list[str]) -> WrongValueError:
    """The error about what stands at the end of `path`, with the names that it stands under."""
    key = ", ".join(path)[:KEY_SIGNS] or "kind"
    return kind(f"{kind.__name__} at {len(path)} names", key=key)
