"""What a player believes, and the one reason that it gives for each refusal."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cards.model import Card, Municipality, Screen, Text
from playlists import keys
from playlists.envelope import TIME_TYPE
from playlists.errors import InvalidContentError, ManifestError, UndecodableError
from playlists.model import Asset, Daypart, Entry, Manifest, Playlist
from playlists.trust import SignedTime, accept_keys, accept_manifest, accept_time, check_content, encode_manifest

Make = Callable[..., Manifest]
MakeCard = Callable[..., Card]
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(7, 39)))
THIRD = Ed25519PrivateKey.from_private_bytes(bytes(range(9, 41)))


def refusal(call: Callable[..., object], *arguments: object) -> str:
    """The code with which `call` refuses."""
    with pytest.raises(ManifestError) as caught:
        call(*arguments)
    return caught.value.code


# --- the bytes of a manifest --------------------------------------------------------------------------------------


def test_equal_content_gives_equal_bytes_whatever_the_order_it_was_gathered_in(manifest: Make, card: MakeCard) -> None:
    assets = tuple(Asset(sha256=sign * 64, size=1, media_type="image/jpeg") for sign in "ab")
    one = manifest([card("a"), card("b")], assets=assets)
    other = msgspec.structs.replace(one, cards=dict(reversed(one.cards.items())), assets=assets[::-1])
    assert encode_manifest(one) == encode_manifest(other)


def test_one_instant_has_one_spelling(manifest: Make, card: MakeCard) -> None:
    moment = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    local = moment.astimezone(ZoneInfo("Europe/Stockholm"))
    assert encode_manifest(manifest([card("a", valid_from=moment)])) == encode_manifest(
        manifest([card("a", valid_from=local)])
    )


def test_the_first_language_stays_the_first(manifest: Make, card: MakeCard, keyring: Any) -> None:
    texts = {"sv": Text(title="Hej"), "fi": Text(title="Hei"), "ar": Text(title="مرحبا")}
    taken, _ = accept_manifest(keyring.sign(manifest([card("a", texts=texts)])), keyring.trust())
    assert list(taken.cards["a"].texts) == ["sv", "fi", "ar"]


def test_a_manifest_comes_back_as_it_was(manifest: Make, card: MakeCard, keyring: Any) -> None:
    part = Daypart(start=time(8), end=time(17), weekdays=(1, 2))
    whole = manifest([card("a"), card("b")], entries=[Entry(card="a", times=2, dayparts=(part,)), Entry(card="b")])
    taken, remembered = accept_manifest(keyring.sign(whole), keyring.trust())
    assert taken == whole
    assert (remembered.epoch, remembered.number) == (1, 1)


def test_a_time_without_zone_is_never_written(manifest: Make, card: MakeCard) -> None:
    with pytest.raises(UndecodableError):
        encode_manifest(manifest([card("a", valid_from=datetime(2026, 1, 1))]))  # noqa: DTZ001 - the fault itself


# --- newer and older ----------------------------------------------------------------------------------------------


def test_the_same_manifest_is_taken_again_and_changes_nothing(manifest: Make, keyring: Any) -> None:
    data = keyring.sign(manifest(number=7))
    taken, remembered = accept_manifest(data, keyring.trust())
    assert accept_manifest(data, remembered) == (taken, remembered)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"number": 6}, "older-number"),
        ({"number": 7, "revoked": True}, "same-number-other-payload"),
        ({"number": 0}, "number-out-of-range"),
        ({"number": -1}, "number-out-of-range"),
        ({"number": 2**53}, "number-out-of-range"),
        ({"number": 2**63 - 1}, "number-out-of-range"),
        ({"epoch": 2, "number": 8}, "unknown-epoch"),
        ({"epoch": 0, "number": 8}, "number-out-of-range"),
        ({"schema": 2, "number": 8}, "unknown-schema"),
        ({"schema": -(2**62), "number": 8}, "unknown-schema"),
        ({"municipality": "grannby", "number": 8}, "wrong-municipality"),
    ],
)
def test_what_is_not_newer_or_not_ours_is_refused(
    fields: dict[str, Any], code: str, manifest: Make, keyring: Any
) -> None:
    _, remembered = accept_manifest(keyring.sign(manifest(number=7)), keyring.trust())
    assert refusal(accept_manifest, keyring.sign(manifest(**fields)), remembered) == code


def test_the_greatest_number_is_just_below_two_to_the_fifty_third(manifest: Make, keyring: Any) -> None:
    _, remembered = accept_manifest(keyring.sign(manifest(number=2**53 - 1)), keyring.trust())
    assert remembered.number == 2**53 - 1


def test_another_screens_manifest_is_refused(manifest: Make, keyring: Any, screen: Callable[..., Screen]) -> None:
    foreign = manifest(screen=screen(id="kh-reception"))
    assert refusal(accept_manifest, keyring.sign(foreign), keyring.trust()) == "wrong-screen"


def test_a_screen_of_another_municipality_is_refused(
    manifest: Make, keyring: Any, screen: Callable[..., Screen]
) -> None:
    foreign = manifest(screen=screen(municipality=Municipality(id="grannby", names={"sv": "Grannby"})))
    assert refusal(accept_manifest, keyring.sign(foreign), keyring.trust()) == "wrong-municipality"


def test_nothing_is_taken_before_a_key_list(manifest: Make, keyring: Any) -> None:
    assert refusal(accept_manifest, keyring.sign(manifest()), keyring.fresh_trust()) == "no-keys"


def test_the_root_key_publishes_nothing(manifest: Make, keyring: Any) -> None:
    rogue = msgspec.structs.replace(keyring, publishing=keyring.root)
    assert refusal(accept_manifest, rogue.sign(manifest()), keyring.trust()) == "bad-signature"


def test_revoked_is_taken_like_any_other(manifest: Make, keyring: Any) -> None:
    taken, _ = accept_manifest(keyring.sign(manifest(number=9, revoked=True)), keyring.trust())
    assert taken.revoked


# --- content that no honest server writes -------------------------------------------------------------------------


def broken(manifest: Make, card: MakeCard, screen: Callable[..., Screen]) -> dict[str, Manifest]:
    bad_day = Daypart(start=time(8), end=time(9), weekdays=(0,))
    return {
        "no language": manifest(screen=screen(languages=())),
        "no width": manifest(screen=screen(width_px=0)),
        "a wall of pixels": manifest(screen=screen(height_px=10**6)),
        "unknown zone": manifest(screen=screen(zone="Europe/Älvdala")),
        "zone that is a path": manifest(screen=screen(zone="../../etc/passwd")),
        "zone that is a folder": manifest(screen=screen(zone="Europe")),
        "no zone": manifest(screen=screen(zone="")),
        "zone with a null": manifest(screen=screen(zone="Europe\x00")),
        "wrong name": msgspec.structs.replace(manifest(), cards={"b": card("a")}),
        "no text": manifest([card("a", texts={})]),
        "a day that is none": manifest([card("a")], entries=[Entry(card="a", dayparts=(bad_day,))]),
        "a playlist's day that is none": manifest(playlists=(Playlist(id="p", name="", dayparts=(bad_day,)),)),
        "negative size": manifest(assets=(Asset(sha256="a" * 64, size=-1, media_type="image/png"),)),
    }


def test_impossible_content_is_refused_though_it_is_signed(
    manifest: Make, card: MakeCard, screen: Callable[..., Screen], keyring: Any
) -> None:
    for name, wrong in broken(manifest, card, screen).items():
        assert refusal(accept_manifest, keyring.sign(wrong), keyring.trust()) == "invalid-content", name
        with pytest.raises(InvalidContentError):
            check_content(wrong)


# --- key lists ----------------------------------------------------------------------------------------------------


def test_a_stolen_publishing_key_is_out_after_one_list(manifest: Make, keyring: Any) -> None:
    """Even after the thief burnt every number: a new epoch begins its own."""
    _, remembered = accept_manifest(keyring.sign(manifest(number=2**53 - 1)), keyring.trust())
    second = keyring.key_list(version=2, epoch=2, publishing_keys=(keys.listed(OTHER),))
    remembered = accept_keys(keys.seal_keys(second, keyring.root), remembered)
    assert refusal(accept_manifest, keyring.sign(manifest(number=2**53 - 1)), remembered) == "bad-signature"
    honest = msgspec.structs.replace(keyring, publishing=OTHER)
    assert refusal(accept_manifest, honest.sign(manifest(number=2)), remembered) == "older-epoch"
    _, remembered = accept_manifest(honest.sign(manifest(epoch=2, number=1)), remembered)
    assert (remembered.epoch, remembered.number) == (2, 1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"version": 1, "epoch": 3}, "same-version-other-key-list"),
        ({"version": 3, "epoch": 2}, "key-list-gap"),
        ({"version": 0}, "number-out-of-range"),
        ({"version": 2**53}, "number-out-of-range"),
        ({"version": 2, "municipality": "grannby"}, "wrong-municipality"),
        ({"version": 2, "publishing_keys": ()}, "invalid-content"),
        ({"version": 2, "publishing_keys": (keys.listed(OTHER),)}, "epoch-not-raised"),
        ({"version": 2, "publishing_keys": (keys.listed(OTHER),) * 2}, "invalid-content"),
        ({"version": 2, "publishing_keys": (keys.PublishingKey(keyid="x", public_key="AAAA"),)}, "invalid-content"),
        ({"version": 2, "root_key": "?"}, "invalid-content"),
    ],
)
def test_a_key_list_that_breaks_a_rule_is_refused(fields: dict[str, Any], code: str, keyring: Any) -> None:
    wrong = keys.seal_keys(keyring.key_list(**fields), keyring.root)
    assert refusal(accept_keys, wrong, keyring.trust()) == code


def test_a_retired_list_is_refused_and_the_present_one_taken_again(keyring: Any) -> None:
    first = keys.seal_keys(keyring.key_list(), keyring.root)
    second = keys.seal_keys(keyring.key_list(version=2), keyring.root)
    remembered = accept_keys(second, keyring.trust())
    assert refusal(accept_keys, first, remembered) == "older-key-list"
    assert accept_keys(second, remembered) == remembered


def test_a_publishing_key_cannot_make_a_key_list(keyring: Any) -> None:
    forged = keys.seal_keys(keyring.key_list(version=2), keyring.publishing)
    assert refusal(accept_keys, forged, keyring.trust()) == "bad-signature"


def test_a_new_root_is_pinned_only_when_old_and_new_both_signed(keyring: Any) -> None:
    moved = keyring.key_list(version=2, root_key=keys.to_text(keys.public_bytes(OTHER)))
    remembered = keyring.trust()
    assert refusal(accept_keys, keys.seal_keys(moved, keyring.root), remembered) == "bad-signature"
    assert refusal(accept_keys, keys.seal_keys(moved, OTHER), remembered) == "bad-signature"
    assert refusal(accept_keys, keys.seal_keys(moved, keyring.root, THIRD), remembered) == "bad-signature"
    remembered = accept_keys(keys.seal_keys(moved, keyring.root, OTHER), remembered)
    third = msgspec.structs.replace(moved, version=3)
    assert refusal(accept_keys, keys.seal_keys(third, keyring.root), remembered) == "bad-signature"
    assert accept_keys(keys.seal_keys(third, OTHER), remembered).keys == third


def test_the_root_key_is_never_a_publishing_key(keyring: Any) -> None:
    wrong = keyring.key_list(publishing_keys=(keys.listed(keyring.root),))
    assert refusal(accept_keys, keys.seal_keys(wrong, keyring.root), keyring.fresh_trust()) == "invalid-content"


# --- the time -----------------------------------------------------------------------------------------------------

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def signed_time(keyring: Any, **fields: Any) -> bytes:
    given = {"municipality": "alvdala", "nonce": "n1", "now": NOW, **fields}
    sealed: bytes = keyring.seal(msgspec.json.encode(SignedTime(**given)), TIME_TYPE)
    return sealed


def test_a_signed_time_answers_its_own_question(keyring: Any) -> None:
    assert accept_time(signed_time(keyring), keyring.trust(), "n1") == NOW


def test_a_time_for_another_question_or_place_is_refused(keyring: Any, manifest: Make) -> None:
    assert refusal(accept_time, signed_time(keyring), keyring.trust(), "n2") == "wrong-nonce"
    foreign = signed_time(keyring, municipality="grannby")
    assert refusal(accept_time, foreign, keyring.trust(), "n1") == "wrong-municipality"
    assert refusal(accept_time, keyring.sign(manifest()), keyring.trust(), "n1") == "wrong-type"


def test_a_time_without_zone_is_refused(keyring: Any) -> None:
    naive = signed_time(keyring, now=(NOW + timedelta(0)).replace(tzinfo=None))
    assert refusal(accept_time, naive, keyring.trust(), "n1") == "undecodable"
