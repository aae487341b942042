"""Bounds that the reading process puts on itself.

They back the ones that the parent process watches: memory cannot grow past its limit between
two looks, and a child whose parent is gone does not run on.
"""

import os
import sys
import threading
import time

if sys.platform != "win32":
    import resource

__all__ = ["OUT_OF_MEMORY", "bound", "memory_in_use", "watch_over_myself"]

OUT_OF_MEMORY = 86
"""Exit status of a child that took too much memory."""
_EVERY = 0.02
_memory_limit = sys.maxsize


def memory_in_use() -> int:
    """Bytes of memory that this process has in use; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        if sys.platform == "win32":
            return 0
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # macOS: bytes


def bound(memory: int, seconds: float) -> None:
    """Set the memory limit in bytes, and the CPU time from now in seconds."""
    global _memory_limit  # noqa: PLW0603 - one process has one limit
    _memory_limit = memory
    if sys.platform == "win32":
        return
    _set(resource.RLIMIT_DATA, memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    # Two cores' worth: OCR engines may use threads
    _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 2 * seconds) + 2)


def _set(limit: int, value: int) -> None:
    """Set a soft limit as far as the hard one lets us."""
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(limit, (value, hard))
    except (OSError, ValueError, OverflowError):  # unknown to this system, or beyond counting
        return


def watch_over_myself() -> None:
    """Start a thread that ends this process when its memory or its parent is gone."""
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while True:
        time.sleep(_EVERY)
        if memory_in_use() > 0.95 * _memory_limit:
            os._exit(OUT_OF_MEMORY)
        if os.getppid() != parent:
            os._exit(0)
