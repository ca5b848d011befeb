"""Confinement: a child process that is about to look at foreign bytes gives up what it does not need for that.

Called by the child itself, once all it needs is loaded: afterwards it can open no file and no socket, start no process,
and take only so much memory and time. Standard input, output and error stay as they are.
"""

import contextlib
import ctypes
import resource

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000


def confine(memory_bytes: int, cpu_s: int) -> None:
    """Bound memory and processor time, leave the network, and open nothing from here on.

    The kernel ends the process when `cpu_s` seconds are used; memory beyond `memory_bytes` is a MemoryError.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # A network namespace of its own where the kernel allows that; the descriptors below hold in any case.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWUSER | CLONE_NEWNET)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # standard in, out and error: no file, no socket beside them
