"""The kiosk: pairing, sync, offline cache, stage, reports. It never goes dark and never imports the server."""
