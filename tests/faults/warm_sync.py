"""A warm parent for T1: it has loaded everything once, and forks a sync for each line that it reads.

python warm_sync.py serve FOLDER URL     "go" on standard input forks a sync and prints its process id
python warm_sync.py once FOLDER URL      one sync, in this process
"""

import os
import sys
from pathlib import Path

from player.folder import Folder
from player.link import Link
from player.sync import membership as members
from player.sync.follow import Follower
from player.sync.store import Store


def sync(root: str, url: str) -> None:
    """One start of the sync process's work: sweep, verify what is there, one poll, and all that follows from it."""
    folder = Folder(Path(root))
    folder.make()
    folder.sweep()
    membership = members.load(folder)
    if membership is None:
        raise SystemExit("the membership is gone")
    link = Link(url, membership.token)
    Follower(folder, Store(folder), link, membership, lambda _message: None).step(0)
    link.close()


def serve(root: str, url: str) -> None:
    """Fork a sync for each line of standard input; tell its process id, and how it ended."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                sync(root, url)
            except BaseException:
                os._exit(1)
            os._exit(0)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    {"serve": serve, "once": sync}[sys.argv[1]](*sys.argv[2:])
