"""From the data to what screens play: compile, sign, number, and hold ready in memory.

    publishing.changed(session, lead=card_id)

at the end of every act that changes what screens show, inside its transaction.
"""

from server.publishing.compile import compile
from server.publishing.publish import Publisher, changed, latest
from server.settings import public_url

__all__ = ["Publisher", "changed", "compile", "latest", "public_url"]
