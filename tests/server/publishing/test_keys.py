"""Keys: made once, never replaced, the root apart, and refused when they do not fit together."""

from pathlib import Path

import pytest

from server.publishing.keys import (
    LIST_FILE,
    PUBLISHING_FILE,
    ROOT_FILE,
    KeysExistError,
    KeysMissingError,
    KeysUnfitError,
    load_keys,
    make_keys,
)


def test_the_server_reads_what_was_made(tmp_path: Path) -> None:
    made = make_keys(tmp_path / "off", tmp_path / "on")
    assert load_keys(tmp_path / "on", "alvdala").key_list == made
    assert (made.version, made.epoch) == (1, 1)


def test_the_root_key_lies_in_its_own_folder_and_both_are_for_their_owner_only(tmp_path: Path) -> None:
    make_keys(tmp_path / "off", tmp_path / "on")
    assert (tmp_path / "off" / ROOT_FILE).stat().st_mode & 0o077 == 0
    assert (tmp_path / "on" / PUBLISHING_FILE).stat().st_mode & 0o077 == 0
    root = (tmp_path / "off" / ROOT_FILE).read_bytes()
    assert all(root not in file.read_bytes() for file in (tmp_path / "on").iterdir())


def test_keys_are_never_replaced(tmp_path: Path) -> None:
    make_keys(tmp_path / "off", tmp_path / "on")
    before = (tmp_path / "on" / PUBLISHING_FILE).read_bytes()
    for offline in ("off", "elsewhere"):
        with pytest.raises(KeysExistError):
            make_keys(tmp_path / offline, tmp_path / "on")
    assert (tmp_path / "on" / PUBLISHING_FILE).read_bytes() == before


def test_no_keys_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeysMissingError) as caught:
        load_keys(tmp_path, "alvdala")
    assert "./torget keys" in caught.value.sentence()


@pytest.mark.parametrize("file", [LIST_FILE, PUBLISHING_FILE])
def test_files_of_two_sets_do_not_fit(tmp_path: Path, file: str) -> None:
    make_keys(tmp_path / "off", tmp_path / "on")
    make_keys(tmp_path / "off2", tmp_path / "on2")
    (tmp_path / "on" / file).write_bytes((tmp_path / "on2" / file).read_bytes())
    with pytest.raises(KeysUnfitError):
        load_keys(tmp_path / "on", "alvdala")


def test_another_municipalitys_list_does_not_fit(tmp_path: Path) -> None:
    make_keys(tmp_path / "off", tmp_path / "on")
    with pytest.raises(KeysUnfitError):
        load_keys(tmp_path / "on", "bjorkdala")
