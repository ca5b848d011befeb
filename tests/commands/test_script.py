"""The script `torget`: what it says when something is missing, and that it installs once, whatever interrupts it."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands.__main__ import MODULES

Ran = subprocess.CompletedProcess[str]
Script = Callable[..., Ran]


@pytest.fixture
def script(clean: dict[str, str]) -> Script:
    """Run the script of a checkout as a newcomer does, with `extra` in the environment."""

    def run(checkout: Path, *arguments: str, timeout_s: float = 60.0, **extra: str) -> Ran:
        words = ["python3", str(checkout / "torget"), *arguments]
        return subprocess.run(
            words,
            env=clean | extra,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
            cwd=checkout.parent,
        )

    return run


def stand_in(folder: Path, module: str, code: str) -> str:
    """A folder for PYTHONPATH whose `module` is `code`: the machine lacks the real one, or has it in part."""
    folder.mkdir(exist_ok=True)
    (folder / f"{module}.py").write_text(code)
    return str(folder)


def test_help_names_every_command(script: Script, bare: Path) -> None:
    ran = script(bare, "--help")
    assert ran.returncode == 0
    assert all(f"\n  {name} " in ran.stdout for name in MODULES)
    assert not (bare / ".torget").exists()


def test_the_script_and_the_package_know_the_same_commands(root: Path) -> None:
    tree = ast.parse((root / "torget").read_text(encoding="utf-8"))
    extras = next(
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXTRAS"
    )
    assert isinstance(extras, ast.Dict)
    assert {ast.literal_eval(key) for key in extras.keys if key} == set(MODULES)


def test_no_word_and_a_wrong_word_are_wrong_use(script: Script, bare: Path) -> None:
    assert script(bare).returncode == 2
    ran = script(bare, "dmeo")
    assert ran.returncode == 2
    assert "“dmeo”" in ran.stderr
    assert not (bare / ".torget").exists()


def test_an_old_python_can_read_the_sentence_that_is_for_it(root: Path) -> None:
    text = (root / "torget").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    newer = (ast.JoinedStr, ast.NamedExpr, ast.Match, ast.AnnAssign)
    assert not [ast.dump(node) for node in ast.walk(tree) if isinstance(node, newer)]
    assert len(text.splitlines()) < 200


def test_the_script_imports_the_standard_library_alone(root: Path) -> None:
    tree = ast.parse((root / "torget").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_is_told_which_one_is_needed(bare: Path, script: Script, tmp_path: Path) -> None:
    lie = stand_in(tmp_path / "old", "sitecustomize", "import sys\nsys.version_info = (3, 9, 2, 'final', 0)\n")
    only = tmp_path / "bin"
    only.mkdir()
    (only / "python3").symlink_to(sys.executable)
    ran = script(bare, "demo", PYTHONPATH=lie, PATH=str(only))
    assert (ran.returncode, ran.stderr) == (1, "torget: this is Python 3.9; install Python 3.11 or newer.\n")


def test_without_venv_and_pip_the_package_is_named_and_nothing_half_made_stays(
    bare: Path, script: Script, tmp_path: Path
) -> None:
    half = "import os, sys\nos.makedirs(os.path.join(sys.argv[-1], 'bin'))\nsys.exit('ensurepip is not available')\n"
    missing = stand_in(tmp_path / "missing", "venv", half)
    stand_in(tmp_path / "missing", "pip", "import sys\nsys.exit(1)\n")
    ran = script(bare, "demo", PYTHONPATH=missing)
    assert ran.returncode == 1
    assert "sudo apt install python3-venv" in ran.stderr
    assert not (bare / ".torget" / "venv").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(bare: Path, script: Script) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    bare.chmod(0o555)
    try:
        ran = script(bare, "demo")
    finally:
        bare.chmod(0o755)
    assert ran.returncode == 1
    assert "Make it writable" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_file_where_the_folder_belongs_is_one_sentence(bare: Path, script: Script) -> None:
    (bare / ".torget").write_text("not a folder")
    ran = script(bare, "demo")
    assert ran.returncode == 1
    assert "torget: Torget cannot use" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.slow
def test_without_a_network_one_sentence_says_so(bare: Path, script: Script) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_INDEX": ""}
    ran = script(bare, "demo", PIP_CONFIG_FILE=os.devnull, **nowhere)
    assert ran.returncode == 1
    assert ran.stderr.endswith("Connect to the internet and start again.\n")
    assert not (bare / ".torget" / "installed").exists()


@pytest.mark.slow
def test_a_newcomer_s_first_start_and_those_after_it(copied: Path, script: Script, tmp_path: Path) -> None:
    """One checkout serves all that follows, since each installation takes a quarter of a minute."""
    keys = ("keys", "--help")
    # As Debian is without python3-venv: no ensurepip, but a pip.
    no_ensurepip = (
        "import runpy, sys\n"
        "if '--without-pip' not in sys.argv: sys.exit('ensurepip is not available')\n"
        "sys.path = [path for path in sys.path if path != __file__.rpartition('/')[0]]\n"
        "runpy.run_module('venv', run_name='__main__', alter_sys=True)\n"
    )
    first = script(copied, *keys, timeout_s=300, PYTHONPATH=stand_in(tmp_path / "part", "venv", no_ensurepip))
    assert (first.returncode, "Installed in" in first.stderr) == (0, True), first.stderr
    packages = next((copied / ".torget" / "venv").glob("lib/python3*/site-packages"))
    assert not (packages / "pip").exists()
    assert not (packages / "pytest").exists(), "the demo needs no development package"

    second = script(copied, *keys)
    assert (second.returncode, second.stderr) == (0, "")

    with (copied / "setup.cfg").open("a") as file:
        file.write("\n# another requirement\n")
    third = script(copied, *keys, timeout_s=300)
    assert (third.returncode, "Installed in" in third.stderr) == (0, True), third.stderr

    (copied / ".torget" / "installing").touch()  # as an installation that was killed leaves it
    (copied / ".torget" / "installed").unlink()
    (packages / "msgspec" / "__init__.py").unlink()
    words = ["python3", str(copied / "torget"), *keys]
    both = [subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) for _ in range(2)]
    said = [process.communicate(timeout=300)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("Installed in" in words for words in said) == 1
    assert (packages / "msgspec" / "__init__.py").exists()
