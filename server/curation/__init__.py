"""Curation: staff make cards, see them drawn, publish them, change them, take them down and undo each of these."""
