"""`torget bench`: figures against aims, a table a person reads, a file a machine reads."""

import json
from pathlib import Path

import pytest

from commands import bench
from commands.bench.figures import Figure
from commands.bench.machine import describe

GOOD = """
from commands.bench.figures import Figure

def measure():
    print("some noise")
    return [Figure("waiting", 0.5, "s", "< 1", "median of 3"), Figure("cards", 12, "cards")]
"""


@pytest.mark.parametrize(
    ("aim", "value", "met"),
    [
        ("< 150", 149.9, True),
        ("< 150", 150.0, False),
        ("≤ 1", 1.0, True),
        ("≥ 0.4", 0.39, False),
        ("> 3", 4.0, True),
        ("", 7.0, None),
    ],
)
def test_a_figure_knows_whether_its_aim_was_met(aim: str, value: float, met: bool | None) -> None:
    assert Figure("waiting", value, "s", aim).met() is met


def test_an_aim_that_is_no_bound_is_refused() -> None:
    with pytest.raises(ValueError, match="no bound"):
        Figure("waiting", 1.0, "s", "soon").met()


def test_the_machine_is_named() -> None:
    assert " cores, " in describe()
    assert " GiB, Linux " in describe()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bench, "FOLDER", tmp_path)
    (tmp_path / "bench_good.py").write_text(GOOD)
    return tmp_path


def test_figures_are_printed_and_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["good", "--json", str(folder / "figures.json")]) == 0
    out = capsys.readouterr().out
    assert f"Measured on {describe()}" in out
    assert "waiting: 0.5 s  (aim < 1)  ok  median of 3" in out
    kept = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    assert kept["machine"] == describe()
    assert kept["figures"]["good"][1] == {"name": "cards", "value": 12, "unit": "cards", "aim": "", "note": ""}


def test_a_bench_that_breaks_stops_none_of_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bench_broken.py").write_text("def measure():\n    raise RuntimeError\n")
    assert bench.main([]) == 1
    out = capsys.readouterr().out
    assert "broken: FAILED" in out
    assert "waiting: 0.5 s" in out


def test_a_missed_aim_is_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bench_good.py").write_text(GOOD.replace("0.5", "2.5"))
    assert bench.main(["good"]) == 1
    assert "MISSED" in capsys.readouterr().out


def test_an_unknown_name_is_answered_with_those_there_are(folder: Path) -> None:
    with pytest.raises(bench.UnknownBenchError) as caught:
        bench.main(["bad"])
    assert caught.value.sentence() == "There is no bench “bad”. There are: good."
