"""The reading process: opens one document at a time and answers questions about it.

It imports as little as it can, for the first document of a run waits for it.
"""

import os
from importlib import import_module
from signal import SIG_IGN, SIGINT, signal
from typing import IO, Any

from msgspec.msgpack import encode

from ckt_extract.errors import CktExtractError
from ckt_extract.reading.bounds import bound, memory_in_use, watch_over_myself
from ckt_extract.reading.failures import our_error
from ckt_extract.reading.frames import SAID, Closed, receive, send
from ckt_extract.reading.here import DocumentHere
from ckt_extract.reading.records import Source

__all__ = ["main"]

_MEGABYTE = 1_000_000


class _Worker:
    """What the process knows between two questions."""

    def __init__(self, answers: IO[bytes]) -> None:
        self.document: DocumentHere | None = None
        self._answers = answers

    def open(
        self,
        data: bytes,
        password: str | None,
        limits: dict[str, Any],
        told: tuple[str, str, str | None],
    ) -> object:
        """Open a document and say what is known of it."""
        self.close()
        bound(limits["memory_mb"] * _MEGABYTE, limits["seconds"])
        name, sha256, note = told
        self.document = DocumentHere(
            Source(name, data, sha256, note),
            password,
            limits["page_chars"],
            limits["page_objects"],
        )
        return encode(self.document.info)

    def page(self, number: int) -> object:
        """Read a page."""
        return self._opened().plain(number)

    def ask(self, name: str, number: int, options: dict[str, Any]) -> object:
        """Run a job."""
        return self._opened().run(name, number, **options)

    def stream(self, function: str, options: dict[str, Any]) -> None:
        """Call a function, `module:name`, that says one thing after the other of the document."""
        self._call(function, self._opened(), self._say, **options)

    def call(self, function: str, options: dict[str, Any]) -> None:
        """Call a function that says one thing after the other, and needs no document."""
        self.close()
        self._call(function, self._say, **options)

    def _call(self, function: str, *arguments: object, **options: object) -> None:
        module, _, name = function.partition(":")
        try:
            getattr(import_module(module), name)(*arguments, **options)
        except (MemoryError, RecursionError) as error:  # another process may have more room
            raise RuntimeError(repr(error)) from error

    def _say(self, *said: object) -> None:
        send(self._answers, (SAID, *said))

    def close(self) -> int:
        """Close the document; the memory that stays in use."""
        if self.document is not None:
            self.document.close()
            self.document = None
        return memory_in_use()

    def _opened(self) -> DocumentHere:
        if self.document is None:
            raise CktExtractError("no document is open")
        return self.document


def main() -> None:
    """Answer the parent until it closes the pipe."""
    # What native libraries print must not get between the messages
    requests, answers = _own_pipe(0, os.O_RDONLY), _own_pipe(1, os.O_WRONLY)
    signal(SIGINT, SIG_IGN)  # Ctrl-C is the parent's to handle
    watch_over_myself()
    worker = _Worker(answers)
    try:
        while True:
            (what, *arguments), payload = receive(requests)
            if payload:
                arguments.insert(0, payload)
            answer = _answer(worker, what, arguments)
            try:
                send(answers, answer)
            except ValueError as error:  # a job gave something that is no plain value
                send(answers, ("failed", str(error)))
    except Closed:
        return


def _own_pipe(number: int, flags: int) -> IO[bytes]:
    """Keep a standard stream for ourselves and leave an empty one in its place."""
    own = os.dup(number)
    empty = os.open(os.devnull, flags)
    os.dup2(empty, number)
    os.close(empty)
    return os.fdopen(own, "rb" if flags == os.O_RDONLY else "wb")


def _answer(worker: _Worker, what: str, arguments: list[Any]) -> tuple[Any, ...]:
    """Do what is asked; whatever goes wrong becomes an answer, too."""
    try:
        return ("ok", getattr(worker, what)(*arguments))
    except Closed:
        raise
    except Exception as error:  # the parent decides what it means
        known = our_error(error)
        if known is None:
            return ("failed", f"{type(error).__name__}: {error}"[:500])
        return ("error", type(known).__name__, known.what, known.todo, known.page)
