"""The reading process: opens one document at a time and answers questions about it.

It imports as little as it can, for the first document of a run waits for it.
"""

import os
from signal import SIG_IGN, SIGINT, signal
from typing import IO, Any

from ckt_extract.errors import CktExtractError
from ckt_extract.reading.bounds import bound, memory_in_use, watch_over_myself
from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.frames import Closed, receive, send
from ckt_extract.reading.jobs import job
from ckt_extract.reading.plain import read_plain_page
from ckt_extract.reading.repair import open_or_repair

__all__ = ["main"]

_MEGABYTE = 1_000_000
_REFRESH = 200
"""Pages after which the document is opened anew, so that memory does not grow with them."""


class _Worker:
    """What the process knows between two questions."""

    def __init__(self) -> None:
        self.document: PdfiumDocument | None = None
        self.read = 0
        self.most_chars = 0
        self.most_objects = 0

    def open(self, data: bytes, password: str | None, limits: dict[str, Any]) -> object:
        """Open a document and say what is known of it."""
        self.close()
        bound(limits["memory_mb"] * _MEGABYTE, limits["seconds"])
        self.most_chars, self.most_objects = limits["page_chars"], limits["page_objects"]
        document, repaired = open_or_repair(data, password)
        self.document = document
        return {
            "pages": document.pages,
            "producer": document.meta("Producer"),
            "title": document.meta("Title"),
            "repaired": repaired,
            "outline": document.outline(),
            "attachments": document.attachments(),
            "scripts": document.scripts(),
            "encrypted": document.encrypted(),
        }

    def page(self, number: int) -> object:
        """Read a page."""
        document = self._opened()
        self.read += 1
        if self.read % _REFRESH == 0:
            document.reopen()
        return read_plain_page(document, number, self.most_chars, self.most_objects)

    def ask(self, name: str, number: int, options: dict[str, Any]) -> object:
        """Run a job."""
        return job(name)(self._opened(), number, **options)

    def close(self) -> int:
        """Close the document; the memory that stays in use."""
        if self.document is not None:
            self.document.close()
            self.document = None
        return memory_in_use()

    def _opened(self) -> PdfiumDocument:
        if self.document is None:
            raise CktExtractError("no document is open")
        return self.document


def main() -> None:
    """Answer the parent until it closes the pipe."""
    # What native libraries print must not get between the messages
    requests, answers = _own_pipe(0, os.O_RDONLY), _own_pipe(1, os.O_WRONLY)
    signal(SIGINT, SIG_IGN)  # Ctrl-C is the parent's to handle
    watch_over_myself()
    worker = _Worker()
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
    except CktExtractError as error:
        return ("error", type(error).__name__, error.what, error.todo, error.page)
    except MemoryError:
        return ("error", "LimitExceededError", "there is not enough memory", "", None)
    except RecursionError:
        return ("error", "UnreadableError", "it is nested too deeply", "", None)
    except Exception as error:  # the parent decides what it means
        reason = f"{type(error).__name__}: {error}"[:500]
        return ("failed", reason)
