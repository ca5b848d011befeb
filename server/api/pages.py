"""The routes of the player API, version 1. The manifest's stands beside them: see `server.api.manifest`."""

from playlists.reports import REPORT_AT_MOST, SNAPSHOT_AT_MOST
from server.access.pages import DEVICES, EVERYONE, Page
from server.api.assets import asset
from server.api.pairings import open_pairing, poll_pairing
from server.api.reports import take_report
from server.api.snapshots import take_snapshot
from server.api.trust import key_list, signed_time

PREFIX = "/api/v1"
SMALL = 8 * 1024

PAGES = (
    Page(PREFIX + "/pairings", open_pairing, allow=EVERYONE, methods=("POST",), body_limit=SMALL, api=True),
    Page(PREFIX + "/pairings/{id}", poll_pairing, allow=EVERYONE, methods=("POST",), body_limit=SMALL, api=True),
    Page(PREFIX + "/keys", key_list, allow=EVERYONE, api=True),
    Page(PREFIX + "/time", signed_time, allow=EVERYONE, api=True),
    Page(PREFIX + "/assets/{sha256}", asset, allow=DEVICES, api=True),
    Page(PREFIX + "/reports", take_report, allow=DEVICES, methods=("POST",), body_limit=REPORT_AT_MOST, api=True),
    Page(PREFIX + "/snapshots", take_snapshot, allow=DEVICES, methods=("POST",), body_limit=SNAPSHOT_AT_MOST, api=True),
)
