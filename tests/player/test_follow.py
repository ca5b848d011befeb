"""Following a server: from one whole set to the next, or not at all."""

from collections.abc import Callable

import msgspec
import pytest

from player.active import load_active
from player.errors import AssetError, CutError, LinkError, RefusedError
from player.folder import Folder
from player.messages import Activated, Contact, SnapshotWanted
from player.sync import membership as members
from player.sync.follow import Follower, RevokedError
from playlists.errors import BadSignatureError, OlderNumberError, OtherPayloadError, WrongScreenError
from tests.player.server_double import SCREEN, Server, Town, news

Follow = Callable[[], Follower]


def active_number(folder: Folder) -> int | None:
    manifest = load_active(folder.active)
    return manifest.number if manifest else None


def test_a_published_manifest_becomes_active_with_its_assets(
    folder: Folder, server: Server, follow: Follow, said: list[msgspec.Struct]
) -> None:
    picture = server.town.picture(b"a drawn photo")
    manifest = server.publish([news("a", picture=picture), news("b")])
    follow().step(0)
    assert load_active(folder.active) == manifest
    assert (folder.assets / picture.sha256).read_bytes() == b"a drawn photo"
    assert said == [Activated(), Contact(manifest.issued)]


def test_the_same_manifest_is_asked_for_by_its_name_and_changes_nothing(
    server: Server, follow: Follow, said: list[msgspec.Struct]
) -> None:
    server.publish([news("a")])
    server.holds_polls = False
    follower = follow()
    assert follower.step(0) is True
    said.clear()
    assert follower.step(0) is False
    assert [type(message) for message in said] == [Contact]


def test_a_restart_goes_on_from_what_is_active(folder: Folder, server: Server, follow: Follow) -> None:
    server.publish([news("a")])
    server.holds_polls = False
    follow().step(0)
    again = follow()
    assert again.etag == '"1.1"'
    assert again.step(0) is False


@pytest.mark.parametrize("lie", ["missing", "other", "longer", "empty", "cut"])
def test_without_every_asset_the_old_set_plays_on(folder: Folder, server: Server, follow: Follow, lie: str) -> None:
    server.publish([news("a")])
    follower = follow()
    follower.step(0)
    picture = server.town.picture(b"picture" * 1000)
    server.publish([news("b", picture=picture)])
    server.asset_lie = lie
    with pytest.raises((AssetError, LinkError)):
        follower.step(0)
    assert active_number(folder) == 1
    assert not list(folder.assets.iterdir())
    server.asset_lie = ""
    follower.step(0)
    assert active_number(folder) == 2


def test_a_slow_asset_is_taken_as_long_as_it_comes(folder: Folder, server: Server, follow: Follow) -> None:
    server.asset_lie = "slow"
    server.publish([news("a", picture=server.town.picture(b"picture" * 1000))])
    follow().step(0)
    assert active_number(folder) == 1


def test_an_older_manifest_is_refused_also_after_a_restart(folder: Folder, server: Server, follow: Follow) -> None:
    old = server.town.seal(server.town.manifest([news("a")]))
    server.publish([news("b")])
    follow().step(0)
    server.hand_out(old, '"1.1"')
    follower = follow()
    with pytest.raises(OlderNumberError):
        follower.step(0)
    assert follower.refused is not None
    assert follower.refused.code == "older-number"
    assert active_number(folder) == 2


def test_another_payload_under_the_same_number_is_refused(folder: Folder, server: Server, follow: Follow) -> None:
    server.publish([news("a")])
    follower = follow()
    follower.step(0)
    server.town.number -= 1
    server.publish([news("thief")])
    server.etag = '"1.1x"'
    with pytest.raises(OtherPayloadError):
        follower.step(0)
    assert load_active(folder.active) is not None
    assert "a" in load_active(folder.active).cards  # type: ignore[union-attr]


def test_a_strangers_signature_is_refused(folder: Folder, server: Server, follow: Follow) -> None:
    stranger = Town()
    server.hand_out(stranger.seal(stranger.manifest([news("thief")])), '"1.1"')
    with pytest.raises(BadSignatureError):
        follow().step(0)
    assert active_number(folder) is None


def test_another_screens_manifest_is_refused(folder: Folder, server: Server, follow: Follow) -> None:
    server.publish([news("a")], screen=msgspec.structs.replace(SCREEN, id="elsewhere"))
    with pytest.raises(WrongScreenError):
        follow().step(0)
    assert active_number(folder) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 502, 503])
def test_an_error_answer_deletes_nothing_and_logs_nobody_out(
    folder: Folder, server: Server, follow: Follow, status: int
) -> None:
    server.publish([news("a", picture=server.town.picture(b"x"))])
    follower = follow()
    follower.step(0)
    before = sorted(path.name for path in folder.root.rglob("*"))
    server.status = status
    with pytest.raises(RefusedError) as caught:
        follower.step(0)
    assert caught.value.status == status
    assert sorted(path.name for path in folder.root.rglob("*")) == before
    assert members.load(folder) is not None


def test_only_a_signed_revocation_ends_the_pairing(folder: Folder, server: Server, follow: Follow) -> None:
    server.publish([news("a")])
    follower = follow()
    follower.step(0)
    server.publish([], revoked=True)
    with pytest.raises(RevokedError):
        follower.step(0)
    assert members.load(folder) is None
    assert load_active(folder.active) is None


def test_a_poll_that_is_cut_is_told_apart_from_a_refusal(server: Server, follow: Follow) -> None:
    server.publish([news("a")])
    follower = follow()
    follower.step(0)
    server.stop()
    with pytest.raises(CutError):
        follower.step(0)


def test_someone_who_looks_is_passed_on_once(server: Server, follow: Follow, said: list[msgspec.Struct]) -> None:
    server.publish([news("a")])
    server.holds_polls = False
    follower = follow()
    follower.step(0)
    server.want_snapshots(True)
    follower.step(0)
    follower.step(0)
    assert [message for message in said if isinstance(message, SnapshotWanted)] == [SnapshotWanted(True)]


def test_a_rotten_asset_is_fetched_again_when_it_is_suspected(folder: Folder, server: Server, follow: Follow) -> None:
    picture = server.town.picture(b"a drawn photo")
    server.publish([news("a", picture=picture)])
    server.holds_polls = False
    follower = follow()
    follower.step(0)
    (folder.assets / picture.sha256).write_bytes(b"a drawn phoTo")
    follower.step(0)
    assert (folder.assets / picture.sha256).read_bytes() == b"a drawn phoTo"
    follower.suspect()
    follower.step(0)
    assert (folder.assets / picture.sha256).read_bytes() == b"a drawn photo"


def test_a_new_epoch_brings_its_key_list(folder: Folder, server: Server, follow: Follow) -> None:
    server.publish([news("a")])
    follower = follow()
    follower.step(0)
    server.town.change_publishing_key()
    server.publish([news("b")])
    follower.step(0)
    manifest = load_active(folder.active)
    assert manifest is not None
    assert (manifest.epoch, manifest.number) == (2, 1)
