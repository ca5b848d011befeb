"""What associations hand in: the public page, the page that follows it, and the inbox where a person decides.

Nothing that was handed in is compiled into a manifest before somebody has approved exactly that version of it.
"""
