"""The child that reads one feed: run as a script, by nobody but `server.sources.reading`.

A few megabytes of well-chosen XML keep any parser busy for hours; here it has ten seconds, and can reach nothing.
"""

import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run isolated, as a script

from foundation.confine import confine
from server.sources.errors import SourceError
from server.sources.feeds import Feed, read_feed

MEMORY_BYTES = 1 << 29
CPU_S = 10
OURS = b"""<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>A &amp; B</title>
<item><title>A</title><link>https://a.example/</link><description>&lt;p&gt;B&amp;nbsp;&lt;/p&gt;</description>
<pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate></item></channel>"""
"""A feed of our own that breaks off, read once so that the stricter and the laxer parser are loaded."""


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Answer one order: a line of JSON with `content_type` and `url`, then the bytes."""
    read_feed(OURS, "", "https://a.example/")
    read_feed(OURS + b"</rss>", "text/xml; charset=utf-8", "https://a.example/")
    order = json.loads(source.readline(8192))
    data = source.read()
    confine(MEMORY_BYTES, CPU_S)
    try:
        answer: dict[str, Feed | str] = {"feed": read_feed(data, order["content_type"], order["url"])}
    except SourceError as refused:
        answer = {"refused": type(refused).__name__}
    target.write(msgspec.json.encode(answer))
    target.flush()


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)
