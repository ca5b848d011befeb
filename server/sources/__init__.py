"""Where cards come from by themselves: feeds, and a folder that files are dropped into.

Everything from outside becomes a draft that a person approves. One module fetches (`fetch.py`), one reads feeds
(`feeds.py`), one turns what was read into drafts (`drafts.py`), and `rounds.py` does it again and again.
"""
