"""Durable writes: old bytes or new bytes, whatever dies in between."""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.files import (
    FolderNotWritableError,
    TornFileError,
    adopt_file,
    ensure_folder,
    read_checked,
    replace_checked,
    replace_file,
    staging_name,
    sweep,
    unwrap,
)


class Disk:
    """The system calls that a write makes, counted; told to fail or to kill at one of them."""

    def __init__(self, patch: pytest.MonkeyPatch, fault: Callable[[], None], at: int) -> None:
        self.count = 0
        for module, name in ((os, "open"), (os, "fsync"), (os, "replace")):
            self._watch(patch, module, name, fault, at)
        self._watch(patch, Path, "replace", fault, at)

    def _watch(self, patch: pytest.MonkeyPatch, owner: object, name: str, fault: Callable[[], None], at: int) -> None:
        real = getattr(owner, name)

        def watched(*arguments: object, **named: object) -> object:
            self.count += 1
            if self.count == at:
                fault()
            return real(*arguments, **named)

        patch.setattr(owner, name, watched)


def full(code: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return fail


def calls_of_a_write(folder: Path) -> int:
    """How many system calls one write makes, so that every one of them can be made to fail."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, lambda: None, 0)
        replace_file(folder / "counted", b"x")
        return disk.count


def test_a_file_holds_what_was_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"one")
    replace_file(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_secret_is_never_readable_by_others(tmp_path: Path) -> None:
    replace_file(tmp_path / "key", b"secret", mode=0o600)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_a_disk_that_fails_at_any_call_leaves_old_or_new(tmp_path: Path, code: int) -> None:
    total = calls_of_a_write(tmp_path)
    assert total >= 4
    for at in range(1, total + 1):
        path = tmp_path / f"file{at}"
        replace_file(path, b"old")
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, full(code), at)
            with pytest.raises(OSError, match=os.strerror(code)):
                replace_file(path, b"new")
        assert path.read_bytes() in (b"old", b"new")
        assert sweep(tmp_path) == 0


def test_a_writer_that_is_killed_at_any_call_leaves_old_or_new(tmp_path: Path) -> None:
    for at in range(1, calls_of_a_write(tmp_path) + 1):
        path = tmp_path / f"file{at}"
        replace_file(path, b"old")
        child = os.fork()
        if child == 0:
            Disk(pytest.MonkeyPatch(), lambda: os.kill(os.getpid(), signal.SIGKILL), at)
            replace_file(path, b"new")
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert path.read_bytes() in (b"old", b"new")
        sweep(tmp_path)
        assert not list(tmp_path.glob(".*"))


def test_a_failed_fsync_is_never_asked_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def lost(handle: int) -> None:
        asked.append(handle)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", lost)
    with pytest.raises(OSError, match="error"):
        replace_file(tmp_path / "a", b"x")
    assert len(asked) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_adopted_file_takes_its_lasting_name(tmp_path: Path) -> None:
    staging = staging_name(tmp_path / "a")
    staging.write_bytes(b"whole")
    adopt_file(staging, tmp_path / "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_sweeping_takes_only_what_was_left_half_written(tmp_path: Path) -> None:
    staging_name(tmp_path / "a").write_bytes(b"half")
    (tmp_path / "kept.part").write_bytes(b"x")
    assert sweep(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["kept.part"]
    assert sweep(tmp_path / "missing") == 0


def test_checked_state_falls_back_on_its_predecessor(tmp_path: Path) -> None:
    path = tmp_path / "state"
    assert read_checked(path) is None
    replace_checked(path, b"one")
    replace_checked(path, b"two")
    assert read_checked(path) == b"two"
    path.write_bytes(path.read_bytes()[:-1])
    assert read_checked(path) == b"one"
    path.unlink()
    assert read_checked(path) == b"one"
    path.with_name("state.before").write_bytes(b"")
    assert read_checked(path) is None


@settings(max_examples=40)
@given(st.binary(max_size=64), st.integers(0, 10_000), st.integers(1, 255))
def test_no_flipped_byte_is_taken_for_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int, flip: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped"
    replace_checked(path, data)
    raw = bytearray(path.read_bytes())
    raw[place % len(raw)] ^= flip
    with pytest.raises(TornFileError):
        unwrap(bytes(raw), path)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotWritableError) as caught:
        ensure_folder(tmp_path / "file" / "inside")
    assert str(tmp_path) in caught.value.sentence()
    assert ensure_folder(tmp_path / "a" / "b").is_dir()
