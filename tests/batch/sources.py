"""What the tests of batches read: two good files, and sources that are hard on executors."""

import os
import signal

from tests.documents.compare import FIXTURES

__all__ = ["GOOD", "OTHER", "KillsItsWorker", "NeverSent"]

GOOD = FIXTURES / "pages" / "p01" / "p01.chromium.pdf"
OTHER = FIXTURES / "pages" / "p11" / "p11.typst.pdf"


class KillsItsWorker:
    """A path that kills the process that opens it, unless that is the one that made it."""

    def __init__(self, name: str = "poison.pdf") -> None:
        self._name = name
        self._home = os.getpid()

    def __fspath__(self) -> str:
        if os.getpid() != self._home:
            os.kill(os.getpid(), signal.SIGKILL)
        return self._name

    def __str__(self) -> str:
        return self._name


class NeverSent:
    """A path that does not reach another process."""

    def __fspath__(self) -> str:
        return "never.pdf"

    def __reduce__(self) -> str:
        raise TypeError("this stays here")
