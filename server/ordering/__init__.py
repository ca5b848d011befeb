"""Ordering: staff put cards in playlists in order, weigh them, and say when and on which screens they play."""
