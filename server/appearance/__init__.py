"""Utseende: how the cards look. An administrator makes a theme of two colours and a logo, sees it on every kind of
card, and switches it on; it is undone like every other act.
"""
