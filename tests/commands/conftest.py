"""What the tests of commands share: a copy of the checkout, and running a command as a person would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands.__main__ import main

Ran = subprocess.CompletedProcess[str]
LEFT_OUT = shutil.ignore_patterns(".torget", ".git", "*.egg-info", "__pycache__", ".*_cache", "build", "dist", "tests")


@pytest.fixture
def clean() -> dict[str, str]:
    """This environment without what a test, a settings file or an outer environment put into it."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TORGET_", "PYTEST_")) and name not in ("PYTHONPATH", "VIRTUAL_ENV", "DISPLAY")
    }


@pytest.fixture
def torget(tmp_path: Path, clean: dict[str, str]) -> Callable[..., Ran]:
    """Run `torget ARGUMENTS` in this environment, standing in an empty folder."""
    stand = tmp_path / "stand"
    stand.mkdir()

    def run(*arguments: str, timeout_s: float = 60.0) -> Ran:
        words = [sys.executable, "-P", "-m", "commands", *arguments]
        return subprocess.run(
            words, cwd=stand, env=clean, capture_output=True, text=True, timeout=timeout_s, check=False
        )

    return run


@pytest.fixture
def spoken(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """As `torget`, in this process: for commands that end before anything begins."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("TORGET_")]:
        monkeypatch.delenv(name)

    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse's way of saying that help was given, or that the use was wrong
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return subprocess.CompletedProcess(list(arguments), code, out, err)

    return run


@pytest.fixture(scope="session")
def copied(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout as a newcomer has it: no environment, nothing built."""
    made = tmp_path_factory.mktemp("newcomer") / "torget"
    shutil.copytree(root, made, ignore=LEFT_OUT)
    return made


@pytest.fixture
def bare(root: Path, tmp_path: Path) -> Path:
    """The least that the script reads, for failures that come before any installation."""
    made = tmp_path / "bare"
    (made / "commands").mkdir(parents=True)
    for name in ("torget", "setup.cfg", "pyproject.toml", "commands/__main__.py"):
        shutil.copy2(root / name, made / name)
    return made
