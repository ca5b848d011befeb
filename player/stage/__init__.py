"""The stage: the process that owns the glass. It decides by the schedule what is on, shows kept pictures, and waits for
nobody: neither network, nor composer, nor disk stands between it and the next frame.

It imports only what the first frame needs, and never Pillow, requests or cryptography.
"""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pygame greets on standard output when it is imported
