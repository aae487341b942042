"""The parent's side of the reading process: started once, reused, killed at a limit."""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from typing import IO, Any

from ckt_extract.reading.bounds import OUT_OF_MEMORY
from ckt_extract.reading.frames import SAID, Closed, receive, send
from ckt_extract.reading.watchdog import Watchdog

if sys.platform == "linux":
    import fcntl

__all__ = ["Child", "ChildDied", "acquire", "end_idle", "release", "warm_up"]

_IDLE_MOST = 4
_FAT = 150_000_000
"""A child that keeps more bytes than this between two documents is replaced."""
_SIGNALS = {known.name: -known for known in signal.Signals}
"""Exit status of a process that ended by a signal, by its name; not every system has them all."""
_OF_MEMORY = (OUT_OF_MEMORY, _SIGNALS.get("SIGABRT"), _SIGNALS.get("SIGKILL"))
"""PDFium aborts when it is refused memory, and a system that runs short of it kills; a fault in
PDFium ends by another signal."""
_OF_TIME = (_SIGNALS.get("SIGXCPU"),)
_PIPE = 1 << 20
"""Bytes that may wait to be taken, either way."""
_START = (
    "import sys\n"
    "sys.path[:], sys.argv[1:] = sys.argv[1:], []\n"
    "from ckt_extract.reading.worker import main\n"
    "main()\n"
)


class ChildDied(Exception):  # noqa: N818 - an event; `reader` makes an error of it
    """The child is gone: crashed, out of memory, or killed because its time was up.

    Args:
        cause: Which of the three.
        detail: What the system says about it.
    """

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(cause, detail)
        self.cause = cause
        self.detail = detail


class Child:
    """A reading process. One thread at a time may use it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        assert self._process.stdout is not None  # noqa: S101 - same
        self._requests, self._answers = self._process.stdin, self._process.stdout
        self.waiting = 0
        """Questions that were not answered yet."""
        self._late = False
        self._watchdog = Watchdog(self._time_is_up)
        for pipe in (self._requests, self._answers):
            _widen(pipe)

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    def ask(self, message: tuple[Any, ...], payload: bytes = b"") -> None:
        """Send a question; `answer` gives the answers in the order of the questions.

        Raises:
            ChildDied: The child is gone.
        """
        try:
            send(self._requests, message, payload)
        except Closed:
            raise self._post_mortem() from None
        except BaseException:  # Ctrl-C in the middle of a message
            self.kill()
            raise
        self.waiting += 1

    def answer(self, seconds: float) -> tuple[Any, ...]:
        """Wait for the next answer.

        Args:
            seconds: The child is killed when it takes longer.

        Raises:
            ChildDied: The child is gone.
        """
        try:
            with self._watchdog.guard(seconds):
                message, _ = receive(self._answers)
        except Closed:
            raise self._post_mortem() from None
        except BaseException:
            self.kill()
            raise
        self.waiting -= message[0] != SAID
        return message

    def _time_is_up(self) -> None:
        self._late = True
        self._process.kill()

    def _post_mortem(self) -> ChildDied:
        """Bury the child and say what it died of."""
        self.kill()
        status = self._process.returncode
        if self._late or status in _OF_TIME:
            return ChildDied("time", "it was stopped when its time was up")
        if status in _OF_MEMORY:
            return ChildDied("memory", "it took more memory than allowed")
        return ChildDied("crash", f"exit status {status}" if status >= 0 else f"signal {-status}")

    def end(self) -> None:
        """Have the process end; the thread that uses it hears of that and clears up."""
        self._process.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._watchdog.retire()
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # what was not sent is lost, and may be
                pipe.close()

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def abandon(self) -> None:
        """Forget a child that belongs to the process this one was forked from."""
        empty = os.open(os.devnull, os.O_RDWR)
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(empty, pipe.fileno())  # what is in the buffer must not reach the child
        os.close(empty)
        self._process.returncode = 0  # else it is waited for, and is not ours


def _widen(pipe: IO[bytes]) -> None:
    """Let a pipe hold whole files and pages, so that neither end waits for the other to read."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # the system has a limit of its own
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


_idle: list[Child] = []
_lock = threading.Lock()


def acquire() -> Child:
    """A child that nobody else uses, started if none is idle."""
    with _lock:
        while _idle:
            child = _idle.pop()
            if child.alive():
                return child
            child.kill()
    return Child()


def release(child: Child, seconds: float = 1.0) -> None:
    """Close the child's document and keep the child for the next one.

    Args:
        child: A child from `acquire`.
        seconds: How long it may take to finish what it was asked before.
    """
    if not child.alive():
        child.kill()
        return
    memory = 0
    try:
        end = time.monotonic() + seconds
        child.ask(("close",))
        while child.waiting:
            _, memory, *_ = child.answer(end - time.monotonic())
    except ChildDied:
        return
    with _lock:
        if memory <= _FAT and len(_idle) < _IDLE_MOST:
            _idle.append(child)
            return
    child.kill()


def warm_up() -> None:
    """Start a child now, so that it is ready when the first document is opened."""
    with _lock:
        if not _idle:
            _idle.append(Child())


@atexit.register
def end_idle() -> None:
    """End the children that nobody uses."""
    with _lock:
        while _idle:
            _idle.pop().kill()


def _forget_all() -> None:
    """In a forked process: the children are not ours, and the lock may be held by nobody."""
    global _lock  # noqa: PLW0603 - a lock cannot be reset
    _lock = threading.Lock()
    while _idle:
        _idle.pop().abandon()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
