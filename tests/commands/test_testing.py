"""`torget test`: what it picks, what it needs, and that a skip is a failure under --all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.testing import FAST, MissingPartsError, RootError, check_machine, pytest_words

SUITE = """
import pytest

def test_passes():
    pass

@pytest.mark.skipif(True, reason="no moon")
def test_skips_by_mark():
    pass

def test_skips_by_itself():
    pytest.skip("no stars")

@pytest.mark.xfail(strict=True)
def test_fails_as_expected():
    raise ValueError

def test_reads_samples(shared):
    pass
"""
CONFTEST = """
import pytest

@pytest.fixture
def shared():
    pytest.skip("no samples")
"""


def run(folder: Path, **extra: str) -> str:
    words = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "commands.testing.noskip", "-p", "no:cacheprovider", "."]
    environment = {name: value for name, value in os.environ.items() if name != "TORGET_NEED_SHARED"} | extra
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout


def test_the_fast_ones_run_without_an_argument() -> None:
    assert pytest_words(None, everything=False) == ["-q", "-m", FAST, "-n", "auto"]


def test_a_pattern_picks_among_all_and_stops_at_the_first_failure(root: Path) -> None:
    assert pytest_words("clock and not change", everything=False) == ["-q", "-x", "-k", "clock and not change"]
    here = "tests/commands/test_testing.py::test_the_fast_ones_run_without_an_argument"
    assert pytest_words(here, everything=False) == ["-q", "-x", here]
    assert (root / "tests" / "commands" / "test_testing.py").exists()


def test_everything_is_everything() -> None:
    words = pytest_words(None, everything=True)
    assert "-m" not in words
    assert "commands.testing.noskip" in words


@pytest.mark.slow
def test_a_skip_is_a_failure_and_an_expected_failure_is_not(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_some.py").write_text(SUITE)
    out = run(tmp_path)
    assert "no moon" in out
    assert "no stars" in out
    assert out.strip().splitlines()[-1].startswith("1 failed, 1 passed, 1 skipped, 1 xfailed, 1 error")
    assert (
        run(tmp_path, TORGET_NEED_SHARED="1")
        .strip()
        .splitlines()[-1]
        .startswith("1 failed, 1 passed, 1 xfailed, 2 errors")
    )


@pytest.mark.slow
def test_a_module_that_skips_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text("import pytest\npytest.importorskip('nowhere_at_all')\n")
    assert "1 error" in run(tmp_path).strip().splitlines()[-1]


def test_the_whole_suite_refuses_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(RootError):
        check_machine()


def test_what_the_machine_lacks_is_named_as_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("commands.testing.PROGRAMS", {"no-such-program": "no-such-package"})
    with pytest.raises(MissingPartsError) as caught:
        check_machine()
    assert "sudo apt install no-such-package" in caught.value.sentence()
