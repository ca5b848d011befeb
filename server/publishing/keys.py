"""The server's keys: the publishing key that signs manifests, and the key list by which the root vouches for it.

`make_keys` is run once, by a person, through `./torget keys`. It writes the root key into a folder of its own, which is
kept offline and which the server is never told; into the other folder go the publishing key and the signed key list.
"""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from foundation.errors import N_, TorgetError
from foundation.files import ensure_folder, replace_file
from playlists.keys import (
    KeyList,
    listed,
    new_private_key,
    private_from_bytes,
    private_to_bytes,
    public_bytes,
    seal_keys,
    sign_with,
    to_text,
)
from playlists.trust import Trust, accept_keys

ROOT_FILE = "root.key"
PUBLISHING_FILE = "publishing.key"
LIST_FILE = "keys.json"
ROOT_PUBLIC_FILE = "root.pub"


class KeysMissingError(TorgetError):
    say = N_("There are no keys in {folder}. Make them with ./torget keys, and keep the root key somewhere else.")


class KeysExistError(TorgetError):
    say = N_("There are keys in {folder} already. New ones would part all screens from this server; nothing was done.")


class KeysUnfitError(TorgetError):
    say = N_("The key list in {folder} does not fit the keys beside it. Put back the files that were made together.")


@dataclass(frozen=True)
class ServerKeys:
    """What the server signs with, and what it hands to players: the sealed key list and the root's public half."""

    publishing: Ed25519PrivateKey
    key_list: KeyList
    sealed_list: bytes
    root_key: str

    @property
    def signer(self) -> tuple[str, Ed25519PrivateKey]:
        """The publishing key with its id, as `playlists.envelope.seal` takes it."""
        return sign_with(self.publishing)


def make_keys(offline_folder: Path, online_folder: Path, municipality: str = "alvdala") -> KeyList:
    """Make a root key, a publishing key and the first key list of `municipality`. Existing keys are never replaced.

    Raises KeysExistError, FolderNotWritableError.
    """
    for folder, file in ((offline_folder, ROOT_FILE), (online_folder, PUBLISHING_FILE)):
        if (folder / file).exists():
            raise KeysExistError(folder=str(folder))
    root, publishing = new_private_key(), new_private_key()
    keys = KeyList(
        version=1,
        epoch=1,
        municipality=municipality,
        root_key=to_text(public_bytes(root)),
        publishing_keys=(listed(publishing),),
    )
    ensure_folder(offline_folder)
    ensure_folder(online_folder)
    replace_file(offline_folder / ROOT_FILE, private_to_bytes(root), mode=0o600)
    replace_file(online_folder / ROOT_PUBLIC_FILE, keys.root_key.encode() + b"\n")
    replace_file(online_folder / LIST_FILE, seal_keys(keys, root))
    replace_file(online_folder / PUBLISHING_FILE, private_to_bytes(publishing), mode=0o600)
    return keys


def load_keys(folder: Path, municipality: str) -> ServerKeys:
    """The keys in `folder`, checked as a player would check them.

    Raises KeysMissingError; KeysUnfitError when the list is not the root's, not this municipality's, or does not
    name the publishing key.
    """
    try:
        publishing = private_from_bytes((folder / PUBLISHING_FILE).read_bytes())
        sealed = (folder / LIST_FILE).read_bytes()
        root_key = (folder / ROOT_PUBLIC_FILE).read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise KeysMissingError(folder=str(folder)) from error
    try:
        keys = accept_keys(sealed, Trust(screen="none", municipality=municipality, root_key=root_key)).keys
    except TorgetError as error:
        raise KeysUnfitError(f"{folder}: {error}", folder=str(folder)) from error
    if keys is None or listed(publishing) not in keys.publishing_keys:
        raise KeysUnfitError(f"{folder}: the list does not name the publishing key", folder=str(folder))
    return ServerKeys(publishing=publishing, key_list=keys, sealed_list=sealed, root_key=root_key)
