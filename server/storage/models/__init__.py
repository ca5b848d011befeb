"""All tables. The names that other values of the house already have (Card, Screen, Playlist) begin with Stored."""

from server.storage.models.addresses import ShortAddress
from server.storage.models.base import Base
from server.storage.models.content import (
    CardState,
    CardVersion,
    Collection,
    Origin,
    PlacedCard,
    PlaylistEntry,
    PlaylistScreen,
    StoredCard,
    StoredPicture,
    StoredPlaylist,
)
from server.storage.models.dialogue import Question, Reply, ReplyState, Submission, SubmissionState, Tray
from server.storage.models.people import Account, AccountRole, SigninLink, StaffSession
from server.storage.models.records import AuditRow, HistoryRow
from server.storage.models.screens import (
    Device,
    Pairing,
    PairingState,
    Play,
    Publication,
    Pulse,
    ScreenState,
    Snapshot,
    StoredMunicipality,
    StoredScreen,
)
from server.storage.models.sources import FolderFile, Source, SourceItem

__all__ = [
    "Account",
    "AccountRole",
    "AuditRow",
    "Base",
    "CardState",
    "CardVersion",
    "Collection",
    "Device",
    "FolderFile",
    "HistoryRow",
    "Origin",
    "Pairing",
    "PairingState",
    "PlacedCard",
    "Play",
    "PlaylistEntry",
    "PlaylistScreen",
    "Publication",
    "Pulse",
    "Question",
    "Reply",
    "ReplyState",
    "ScreenState",
    "ShortAddress",
    "SigninLink",
    "Snapshot",
    "Source",
    "SourceItem",
    "StaffSession",
    "StoredCard",
    "StoredMunicipality",
    "StoredPicture",
    "StoredPlaylist",
    "StoredScreen",
    "Submission",
    "SubmissionState",
    "Tray",
]
