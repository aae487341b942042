"""Ends what takes too long.

A `threading.Timer` would do the same, but is a new thread for each of a thousand pages; here one
thread sleeps until the earliest moment at which something could be late.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Watchdog"]

_LONGEST = 1_000_000.0
"""Seconds that a thread can wait."""


class Watchdog:
    """Calls a function once if what it guards is not over in time; one thread may use it.

    Args:
        bark: Called from a thread of the watchdog's own.
    """

    def __init__(self, bark: Callable[[], None]) -> None:
        self._bark = bark
        self._changed = threading.Condition()
        self._due = math.inf
        self._wakes: float | None = None
        """When the thread looks next; None when there is no thread."""

    @contextmanager
    def guard(self, seconds: float) -> Iterator[None]:
        """Guard a block that may take so many seconds."""
        due = time.monotonic() + min(max(seconds, 0.0), _LONGEST)
        with self._changed:
            self._due = due
            if self._wakes is None:
                self._wakes = due
                threading.Thread(target=self._watch, daemon=True).start()
            elif due < self._wakes:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._due = math.inf

    def retire(self) -> None:
        """End the thread."""
        with self._changed:
            self._due = -math.inf
            self._bark = _quiet
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while (left := self._due - time.monotonic()) > 0:
                self._wakes = min(self._due, time.monotonic() + _LONGEST)
                self._changed.wait(min(left, _LONGEST))
            self._bark()


def _quiet() -> None:
    """Nothing is guarded any more."""
