"""Settings: one typed schema a program, read from TOML, the environment and the command line.

Order of strength: command line over environment over file over default. The schema is a msgspec Struct whose fields
are sections (Structs themselves) of plain values; a key `port` in section `web` is also `TORGET_WEB_PORT`, and
`TORGET_WEB_SECRET_FILE` names a file that holds the value. An unknown key or a bad value stops the start, and the
sentence names the key, the line and the file. Nothing here has a default of its own: the schema's are the only ones.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from foundation.errors import N_, TorgetError

Schema = TypeVar("Schema", bound=msgspec.Struct)

PREFIX = "TORGET"


class SettingsError(TorgetError):
    say = N_("{where}: {fault}. Mend it and start again.")


def find_file(named: Path | None, folders: list[Path]) -> Path | None:
    """The settings file: the named one (which must exist), else the first `torget.toml` in `folders`, else None.

    Raises SettingsError when the named file is not there.
    """
    if named is not None:
        if not named.is_file():
            raise SettingsError(f"no such file {named}", where=str(named), fault="there is no such settings file")
        return named
    return next((folder / "torget.toml" for folder in folders if (folder / "torget.toml").is_file()), None)


def load_settings(
    schema: type[Schema],
    file: Path | None,
    environment: Mapping[str, str] | None = None,
    command_line: Mapping[tuple[str, str], Any] | None = None,
) -> Schema:
    """Read `schema` from `file`, then `environment` (the process's own by default), then `command_line`.

    `command_line` maps (section, key) to a value; None there means "not given". Raises SettingsError.
    """
    values, lines = _read_file(file) if file else ({}, {})
    sections = {field.encode_name: field.type for field in msgspec.structs.fields(schema)}
    _refuse_unknown(values, sections, lines, file)
    origins = {(section, key): _place(file, lines, section, key) for section in values for key in values[section]}
    for (section, key), (value, origin) in _from_environment(
        sections, os.environ if environment is None else environment
    ):
        values.setdefault(section, {})[key] = value
        origins[section, key] = origin
    for (section, key), value in (command_line or {}).items():
        if value is not None:
            values.setdefault(section, {})[key] = value
            origins[section, key] = f"--{key.replace('_', '-')}"
    for section, key in origins:
        _check_one(sections[section], section, key, values[section][key], origins[section, key])
    return msgspec.convert(values, schema, strict=False)


def _read_file(file: Path) -> tuple[dict[str, dict[str, Any]], dict[tuple[str, str], int]]:
    try:
        text = file.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"{file}: {error}", where=str(file), fault="the file cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}", where=str(file), fault=f"this is not TOML: {error}") from error
    lines: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        word = line.strip()
        if word.startswith("["):
            section = word.strip("[] ")
            lines[section, ""] = number
        elif "=" in word and not word.startswith("#"):
            lines[section, word.partition("=")[0].strip().strip('"')] = number
    return values, lines


def _place(file: Path | None, lines: Mapping[tuple[str, str], int], section: str, key: str) -> str:
    number = lines.get((section, key)) or lines.get((section, ""))
    return f"{file}, line {number}" if number else str(file)


def _refuse_unknown(
    values: Mapping[str, Any], sections: Mapping[str, Any], lines: Mapping[tuple[str, str], int], file: Path | None
) -> None:
    for section, content in values.items():
        if section not in sections:
            number = lines.get((section, "")) or lines.get(("", section))
            where = f"{file}, line {number}" if number else str(file)
            known = ", ".join(sorted(sections))
            raise SettingsError(
                f"{where}: unknown section {section}",
                where=where,
                fault=f"“{section}” is not known here (known: {known})",
            )
        known_keys = {field.encode_name for field in msgspec.structs.fields(sections[section])}
        if not isinstance(content, dict):
            where = _place(file, lines, "", section)
            raise SettingsError(f"{where}: {section}", where=where, fault=f"“{section}” must be a section, [{section}]")
        for key in content:
            if key not in known_keys:
                where = _place(file, lines, section, key)
                raise SettingsError(
                    f"{where}: unknown key {section}.{key}",
                    where=where,
                    fault=f"“{key}” is not known in [{section}] (known: {', '.join(sorted(known_keys))})",
                )


def _from_environment(
    sections: Mapping[str, Any], environment: Mapping[str, str]
) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    found = []
    for section, schema in sections.items():
        for field in msgspec.structs.fields(schema):
            name = f"{PREFIX}_{section}_{field.encode_name}".upper()
            if name in environment:
                found.append(((section, field.encode_name), (environment[name], name)))
            elif name + "_FILE" in environment:
                path = Path(environment[name + "_FILE"])
                try:
                    value = path.read_text(encoding="utf-8").strip()
                except OSError as error:
                    raise SettingsError(
                        f"{name}_FILE: {error}", where=f"{name}_FILE", fault=f"cannot read {path}"
                    ) from error
                found.append(((section, field.encode_name), (value, f"{name}_FILE")))
    return found


def _check_one(schema: Any, section: str, key: str, value: Any, origin: str) -> None:
    field = next(field for field in msgspec.structs.fields(schema) if field.encode_name == key)
    try:
        msgspec.convert(value, field.type, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"{origin}: {section}.{key}: {error}", where=origin, fault=f"{section}.{key} cannot be that: {error}"
        ) from error
