"""Opening a document and reading it page by page, in a process that may die of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from msgspec.msgpack import decode

from ckt_extract import errors
from ckt_extract.errors import CktExtractError, LimitExceededError, UnreadableError
from ckt_extract.reading.child import Child, ChildDied, acquire, release
from ckt_extract.reading.failures import Cause, JobFailure, PageFailure
from ckt_extract.reading.frames import SAID
from ckt_extract.reading.limits import Limits
from ckt_extract.reading.page import Page
from ckt_extract.reading.pages import page_of_plain
from ckt_extract.reading.records import DocumentInfo, Source
from ckt_extract.reading.source import SourceLike, load_source

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Raster", "Reader", "Silenced", "open_document"]

_MOST_DEATHS = 5
"""A document that kills the child more often is given up."""


class Silenced(Exception):  # noqa: N818 - an event; who listened reads on in another way
    """The reading process ended before it had said all it was asked for.

    Args:
        cause: What it died of (see `ChildDied`), or `failure`.
        detail: What is known of it.
    """

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(cause, detail)
        self.cause = cause


class Raster(NamedTuple):
    """Grey pixels, one byte each, row by row from the top left."""

    width: int
    height: int
    pixels: bytes


def open_document(
    source: SourceLike, password: str | None = None, limits: Limits | None = None
) -> Reader:
    """Open a document for reading; use it as a context manager.

    Args:
        source: A path, the bytes of a PDF, or a file opened in binary mode.
        password: User or owner password of an encrypted PDF.
        limits: What reading may cost at most.

    Raises:
        UnsupportedError: A URL, a directory, a text stream, or an unknown encryption.
        EmptyDocumentError: No bytes, or no page.
        UnreadableError: No such file, no PDF, damaged beyond repair, or it crashes PDFium.
        EncryptedError: The password is missing or wrong.
        LimitExceededError: It is too large, has too many pages, or takes too long to open.
    """
    limits = limits or Limits()
    reader = Reader(load_source(source, limits), password, limits)
    reader.open()
    return reader


class Reader:
    """A document that is opened by `open`. Not for several threads at once: each opens its own.

    Args:
        source: The file.
        password: User or owner password of an encrypted PDF.
        limits: What reading may cost at most.
    """

    info: DocumentInfo

    def __init__(self, source: Source, password: str | None, limits: Limits) -> None:
        self._source = source
        self._password = password
        self._limits = limits
        self._spent = 0.0
        self._deaths = 0
        self._child: Child | None = None
        self._ended = False
        self._saying = False
        """The child says what `begin` asked for, and has not ended."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the child back."""
        child, self._child = self._child, None
        if child is None:
            return
        if self._saying:
            child.kill()
        else:
            release(child)

    def end(self) -> None:
        """End the process that reads; any thread may do that, the one that waits hears of it."""
        self._ended = True
        child = self._child
        if child is not None:
            child.end()

    def begin(self, function: str | None = None, **options: object) -> None:
        """Have the document opened, without waiting for it.

        Args:
            function: `module:name` of a function that is called with the document as soon as it
                is open, in the reading process; `said` gives what it says.
            options: Further arguments of the function; plain values.

        Raises:
            UnreadableError: The reading process is gone.
            LimitExceededError: It was ended by a limit.
        """
        source = self._source
        told = (source.name, source.sha256, source.note)
        self._child = self._child or acquire()
        if self._ended:
            self._child.end()
        try:
            self._child.ask(("open", self._password, asdict(self._limits), told), source.data)
            if function is not None:
                self._child.ask(("stream", function, options))
                self._saying = True
        except ChildDied as death:
            raise self._not_opened(death) from None

    def open(self) -> None:
        """Wait until the document is open.

        Raises:
            CktExtractError: It cannot be opened, or has too many pages; it is closed then.
        """
        try:
            self.info = self._open()
            if self.info.pages > self._limits.pages:
                raise LimitExceededError(
                    f"the document has {self.info.pages} pages, of at most {self._limits.pages}",
                    todo="Raise Limits.pages if you trust the file.",
                    document=self._source.name,
                )
        except BaseException:
            self.close()
            raise

    def said(self) -> Iterator[tuple[Any, ...]]:
        """What the function that `begin` names says, as soon as it says it.

        One thing takes at most half of the time that is left: the other half is for those who
        read on with more care.

        Raises:
            Silenced: The process died, or the function failed, and may have had more to say.
            CktExtractError: The function raised it.
        """
        while self._saying and self._child is not None:
            try:
                answer = self._answer(self._child, 0.5)
            except ChildDied as death:
                self._child, self._saying = None, False
                self._deaths += 1
                raise Silenced(death.cause, death.detail) from None
            if answer[0] == SAID:
                yield answer[1:]
                continue
            self._saying = False
            if answer[0] == "failed":
                raise Silenced("failure", answer[1])
            if answer[0] == "error":
                raise self._error(answer)

    def pages(self) -> Iterator[Page | PageFailure]:
        """All pages in order; one that cannot be read is a `PageFailure` in its place.

        Raises:
            LimitExceededError: The time for the document is up; the pages before stay good.
            UnreadableError: It crashed the reading process too often.
        """
        for number in range(1, self.info.pages + 1):
            yield self.page(number)

    def page(self, number: int) -> Page | PageFailure:
        """One page, on its own.

        Args:
            number: 1-based page number.

        Raises:
            LimitExceededError: The time for the document is up.
            UnreadableError: It crashed the reading process too often.
        """
        if not 0 < number <= self.info.pages:
            return PageFailure(number, "there is no such page", "unreadable")
        answer = self._asked(number, "page", number)
        if isinstance(answer, ChildDied):
            return PageFailure(number, _reason(answer, self._limits), _cause(answer))
        if answer[0] == "ok":
            return page_of_plain(answer[1])
        return PageFailure(number, *_failure(answer))

    def ask(self, name: str, number: int, **options: object) -> Any:  # noqa: ANN401 - the job decides
        """Run a named job of `jobs.JOBS` on a page, in the reading process.

        A job that fails or crashes the process gives a `JobFailure`; reading goes on.

        Args:
            name: Name of the job.
            number: 1-based page number.
            options: Further arguments of the job; plain values.

        Raises:
            LimitExceededError: The time for the document is up.
            UnreadableError: It crashed the reading process too often.
        """
        answer = self._asked(number, "ask", name, number, options)
        if isinstance(answer, ChildDied):
            return JobFailure(name, number, _reason(answer, self._limits), _cause(answer))
        if answer[0] == "ok":
            return answer[1]
        return JobFailure(name, number, *_failure(answer))

    def render(self, number: int, dpi: float = 200) -> Raster | JobFailure:
        """A page as grey pixels.

        Args:
            number: 1-based page number.
            dpi: Pixels an inch.
        """
        answer = self.ask("render", number, dpi=dpi)
        return answer if isinstance(answer, JobFailure) else Raster(*answer)

    def picture(self, number: int, index: int, dpi: float = 200) -> Raster | JobFailure:
        """A picture of a page as grey pixels, as it is shown there, without text over it.

        Args:
            number: 1-based page number.
            index: `Picture.index`.
            dpi: Pixels an inch on the page.
        """
        answer = self.ask("picture", number, index=index, dpi=dpi)
        return answer if isinstance(answer, JobFailure) else Raster(*answer)

    def _open(self) -> DocumentInfo:
        """Send the bytes to a child; again after one died."""
        if self._child is None:
            self.begin()
        assert self._child is not None  # noqa: S101 - for the type checker
        try:
            answer = self._answer(self._child)
        except ChildDied as death:
            raise self._not_opened(death) from None
        if answer[0] != "ok":
            self._saying = False
            raise self._error(answer)
        return decode(answer[1], type=DocumentInfo)

    def _not_opened(self, death: ChildDied) -> CktExtractError:
        self._child, self._saying = None, False
        kind = UnreadableError if death.cause == "crash" else LimitExceededError
        reason = _reason(death, self._limits)
        return kind(f"opening it failed: {reason}", document=self._source.name)

    def _running(self) -> Child:
        """The child with the document open."""
        if self._child is None:
            self._open()
        assert self._child is not None  # noqa: S101 - for the type checker
        return self._child

    def _asked(self, number: int, *question: object) -> tuple[Any, ...] | ChildDied:
        """The answer to a question about a page, or what the child died of."""
        try:
            child = self._running()
            child.ask(question)
            return self._answer(child)
        except ChildDied as death:
            self._bury(death, number)
            return death

    def _answer(self, child: Child, share: float = 1.0) -> tuple[Any, ...]:
        """The next answer within a share of the time that is left."""
        left = share * (self._limits.seconds - self._spent)
        start = time.monotonic()
        try:
            return child.answer(min(left, self._limits.page_seconds))
        finally:
            self._spent += time.monotonic() - start

    def _bury(self, death: ChildDied, number: int) -> None:
        """Take leave of a child; give up when time is up or too many have died."""
        self._child = None
        self._deaths += 1
        if self._spent >= self._limits.seconds:
            raise LimitExceededError(
                f"reading took longer than {self._limits.seconds:g} seconds",
                todo="Raise Limits.seconds if you trust the file.",
                document=self._source.name,
                page=number,
            )
        if self._deaths > _MOST_DEATHS:
            kind = UnreadableError if death.cause == "crash" else LimitExceededError
            raise kind(
                f"reading was given up after {self._deaths} crashes: "
                f"{_reason(death, self._limits)}",
                document=self._source.name,
                page=number,
            )

    def _error(self, answer: tuple[Any, ...]) -> CktExtractError:
        """The error that the child reports."""
        if answer[0] == "failed":
            return UnreadableError(f"opening it failed: {answer[1]}", document=self._source.name)
        _, name, what, todo, page = answer
        kind: type[CktExtractError] = getattr(errors, name, UnreadableError)
        return kind(what, todo=todo, document=self._source.name, page=page)


def _cause(death: ChildDied) -> Cause:
    return "crash" if death.cause == "crash" else "limit"


def _failure(answer: tuple[Any, ...]) -> tuple[str, Cause]:
    """Reason and cause of what went wrong without the child dying of it."""
    if answer[0] == "failed":
        return answer[1], "unreadable"
    _, name, what, _, _ = answer
    return what, "limit" if name == "LimitExceededError" else "unreadable"


def _reason(death: ChildDied, limits: Limits) -> str:
    """Why a child died, for the reader of the report."""
    if death.cause == "time":
        return f"it took longer than {limits.page_seconds:g} seconds"
    if death.cause == "memory":
        return f"it took more than {limits.memory_mb} MB of memory"
    return f"the PDF library crashed or ran out of memory ({death.detail})"
