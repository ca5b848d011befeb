"""Settings: where a value comes from, and how a wrong one is named."""

from pathlib import Path

import msgspec
import pytest

from foundation.settings import SettingsError, find_file, load_settings


class Web(msgspec.Struct):
    host: str = "127.0.0.1"
    port: int = 8080
    secret: str = ""


class Data(msgspec.Struct):
    folder: str = "data"


class Program(msgspec.Struct):
    web: Web = msgspec.field(default_factory=Web)
    data: Data = msgspec.field(default_factory=Data)


def written(folder: Path, text: str) -> Path:
    file = folder / "torget.toml"
    file.write_text(text, encoding="utf-8")
    return file


def fault(file: Path | None, environment: dict[str, str] | None = None, **line: object) -> str:
    command_line = {("web", key): value for key, value in line.items()}
    with pytest.raises(SettingsError) as caught:
        load_settings(Program, file, environment or {}, command_line)
    return caught.value.sentence()


def test_without_anything_the_defaults_hold() -> None:
    assert load_settings(Program, None, {}) == Program()


def test_command_line_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    file = written(tmp_path, '[web]\nport = 1\nhost = "file"\nsecret = "file"\n')
    environment = {"TORGET_WEB_PORT": "2", "TORGET_WEB_HOST": "environment"}
    found = load_settings(Program, file, environment, {("web", "port"): 3, ("data", "folder"): None})
    assert found == Program(web=Web(host="environment", port=3, secret="file"))


def test_a_secret_can_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret\n", encoding="utf-8")
    assert load_settings(Program, None, {"TORGET_WEB_SECRET_FILE": str(tmp_path / "secret")}).web.secret == "s3cret"
    assert "TORGET_WEB_SECRET_FILE" in fault(None, {"TORGET_WEB_SECRET_FILE": str(tmp_path / "missing")})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[web]\nprot = 1\n", ("prot", "line 2", "port")),
        ("[wbe]\nport = 1\n", ("wbe", "line 1", "web")),
        ('[web]\n\nport = "many"\n', ("web.port", "line 3")),
        ("[web]\nport = 1.5\n", ("web.port", "line 2")),
        ("web = 1\n", ("web", "[web]")),
        ("[web\n", ("TOML",)),
        ("\ufeff[web]\n", ("TOML",)),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_file(tmp_path: Path, text: str, named: tuple[str, ...]) -> None:
    file = written(tmp_path, text)
    said = fault(file)
    assert all(word in said for word in (*named, str(file)))


def test_a_wrong_value_names_where_it_came_from() -> None:
    assert "TORGET_WEB_PORT" in fault(None, {"TORGET_WEB_PORT": "many"})
    assert "--port" in fault(None, port="many")


def test_a_value_that_something_stronger_overrides_does_no_harm(tmp_path: Path) -> None:
    file = written(tmp_path, '[web]\nport = "many"\n')
    assert load_settings(Program, file, {"TORGET_WEB_PORT": "2"}).web.port == 2


def test_the_first_settings_file_that_is_there_is_taken(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    file = written(tmp_path / "b", "")
    assert find_file(None, [tmp_path, tmp_path / "b"]) == file
    assert find_file(None, [tmp_path]) is None
    with pytest.raises(SettingsError):
        find_file(tmp_path / "missing.toml", [])
