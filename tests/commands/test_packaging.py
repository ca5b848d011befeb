"""What is installed: every data file is in the wheel, and a player gets nothing that only the server needs."""

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGES = ("foundation", "cards", "playlists", "player", "server", "commands", "assets")
DATA = {".yaml", ".toml", ".html", ".txt", ".css", ".js", ".svg", ".png", ".woff2", ".po", ".mako", ".json", ".typed"}
UV = str(Path(sys.executable).with_name("uv"))


@pytest.fixture(scope="module")
def wheel(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(copied)]
    subprocess.run(words, check=True)
    return next(folder.glob("*.whl"))


def requirements(root: Path, extra: str) -> set[str]:
    """The names that an extra of setup.cfg asks for."""
    config = configparser.ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    lines = config["options.extras_require"][extra].split() if extra else config["options"]["install_requires"].split()
    return {re.split(r"[\[>=<~!]", line)[0].lower() for line in lines if not line.startswith("#")}


@pytest.mark.slow
def test_every_file_of_the_packages_is_in_the_wheel(copied: Path, wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(copied).as_posix()
        for package in PACKAGES
        for path in (copied / package).rglob("*")
        if path.is_file() and path.suffix in DATA | {".py"}
    }
    assert wanted - packed == set()
    unknown = {
        path.suffix
        for package in PACKAGES
        for path in (copied / package).rglob("*")
        if path.is_file() and path.suffix not in DATA | {".py"}
    }
    assert unknown == set(), "a new sort of file wants a line in setup.cfg's package data"


@pytest.mark.slow
def test_a_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


@pytest.mark.slow
def test_a_player_gets_nothing_that_only_the_server_needs(root: Path, wheel: Path, tmp_path: Path) -> None:
    subprocess.run([UV, "venv", "-q", "--python", sys.executable, str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    subprocess.run([UV, "pip", "install", "-q", "--python", python, f"{wheel}[player]"], check=True)
    listed = subprocess.run(
        [UV, "pip", "list", "-q", "--python", python, "--format", "freeze"], check=True, capture_output=True, text=True
    )
    got = {line.split("==")[0].lower() for line in listed.stdout.split()}
    only_server = requirements(root, "server") - requirements(root, "player") - requirements(root, "")
    assert "pygame-ce" in got
    assert got & only_server == set()
    subprocess.run([python, "-P", "-m", "player", "--help"], check=True, capture_output=True, cwd=tmp_path)


def test_each_requirement_has_its_reason_in_the_architecture(root: Path) -> None:
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8").lower()
    for extra in ("", "player", "server"):
        for name in requirements(root, extra):
            assert name in text, name
