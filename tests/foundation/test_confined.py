"""A confined child is given what it needs and no more, and a bad end of it is one error."""

import json
from pathlib import Path

import pytest

from foundation.confined import ChildFailedError, ask_child

TELLS = """
import json, os, sys
order = json.loads(sys.stdin.readline())
print(json.dumps({"order": order, "data": sys.stdin.read(), "env": dict(os.environ), "here": os.listdir("."),
                  "folder": os.getcwd(), "path": sys.path[0]}))
"""


def script(folder: Path, text: str) -> Path:
    path = folder / "teller.py"
    path.write_text(text)
    return path


def test_it_gets_its_order_an_empty_folder_and_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORGET_WEB_SECRET", "hemligt")
    told = json.loads(ask_child(script(tmp_path, TELLS), {"boxes": [1]}, b"bytes\nand more", 20))
    assert told["order"] == {"boxes": [1]}
    assert told["data"] == "bytes\nand more"
    assert set(told["env"]) <= {"LC_CTYPE"}
    assert told["here"] == []
    assert told["path"] != str(tmp_path)
    assert not Path(told["folder"]).exists()


@pytest.mark.parametrize("text", ["raise SystemExit(3)", "import os; os.kill(os.getpid(), 9)", "1 / 0"])
def test_a_bad_end_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(ChildFailedError):
        ask_child(script(tmp_path, text), {}, b"", 20)


def test_a_child_that_does_not_end_is_ended(tmp_path: Path) -> None:
    with pytest.raises(ChildFailedError, match="too long"):
        ask_child(script(tmp_path, "import time; time.sleep(60)"), {}, b"", 0.3)


def test_a_child_that_does_not_read_is_no_deadlock(tmp_path: Path) -> None:
    assert ask_child(script(tmp_path, "print('done')"), {}, b"x" * 4_000_000, 20) == b"done\n"
