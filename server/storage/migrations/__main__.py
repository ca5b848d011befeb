"""Write the next step: `python -m server.storage.migrations "what changes"`."""

import sys
import tempfile

from server.settings import Data, Settings
from server.storage.migrate import migrate, write_step
from server.storage.session import Database


def main(words: list[str]) -> int:
    """Migrate an empty database of a temporary folder, and write what it lacks against the models."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Settings(data=Data(folder=folder)))
        migrate(database)
        print(write_step(database, words[0]))
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
