"""Screens and the players behind them: pairing, revoking, and how each of them is."""

from server.screens.overview import Health, ScreenView, overview, view_of
from server.screens.watching import want_snapshot

__all__ = ["Health", "ScreenView", "overview", "view_of", "want_snapshot"]
