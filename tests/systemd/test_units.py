"""The units are sound and closed: what `systemd-analyze` can tell without a running systemd."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = ("torget-player", "torget-server")
EXPOSURE_AT_MOST = 2.0


@pytest.fixture(params=UNITS)
def unit(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    """A unit whose program lies in a folder that is there, as it would after an installation."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not on this machine")
    program = tmp_path / "venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    text = (root / "systemd" / f"{request.param}.service").read_text(encoding="utf-8")
    installed = tmp_path / f"{request.param}.service"
    installed.write_text(text.replace("/opt/torget/", f"{tmp_path}/"), encoding="utf-8")
    return installed


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def test_systemd_finds_no_fault_in_a_unit(unit: Path) -> None:
    done = analyze("verify", "--man=no", str(unit))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_unit_is_exposed_to_little(unit: Path) -> None:
    done = analyze("security", "--offline=true", "--no-pager", "--threshold=20", str(unit))
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout)
    assert done.returncode == 0, done.stdout
    assert found is not None
    assert float(found[1]) <= EXPOSURE_AT_MOST


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_never_gives_up(root: Path, name: str) -> None:
    lines = (root / "systemd" / f"{name}.service").read_text(encoding="utf-8").splitlines()
    assert {"Restart=always", "StartLimitIntervalSec=0"} <= set(lines)


def test_a_hung_player_is_started_again(root: Path) -> None:
    assert "WatchdogSec=20" in (root / "systemd" / "torget-player.service").read_text(encoding="utf-8").splitlines()
