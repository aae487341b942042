"""The pages of a document, laid out by the process that reads it."""

import time
from collections.abc import Iterator
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec.msgpack import Decoder

from ckt_extract.apart import LAID, READING
from ckt_extract.errors import LimitExceededError
from ckt_extract.intake import Taken, missing_from
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.reading.limits import Limits
from ckt_extract.reading.reader import Reader, Silenced
from ckt_extract.reading.records import DocumentInfo
from ckt_extract.reading.source import SourceLike, load_source

if TYPE_CHECKING:
    from ckt_extract.entry import OcrMode

__all__ = ["Layouts"]

_SAY = "ckt_extract.apart:say_layouts"


class Layouts:
    """The laid-out pages of a document; use it as a context manager.

    Reading begins at once, in a process of its own that lays the pages out as well. Where a file
    brings that process down, all is done once more with care: page by page, a new process for
    each that is lost, and laid out here.

    Args:
        source: A path, the bytes of a PDF, or a file opened in binary mode.
        password: User or owner password of an encrypted PDF.
        ocr: As in `entry.extract`.
        limits: What reading may cost at most.

    Raises:
        MissingExtraError: OCR is to be used in any case, and there is no engine.
        CktExtractError: The source cannot be read, or is no PDF.
    """

    def __init__(
        self, source: SourceLike, password: str | None, ocr: "OcrMode", limits: Limits | None
    ) -> None:
        if ocr == "force":
            from ckt_extract.reading.ocr_engine import require  # noqa: PLC0415 - only here

            require()
        limits = limits or Limits()
        self.deadline = time.monotonic() + limits.seconds
        """When, by `time.monotonic`, the time for the document is up."""
        self.taken = Taken()
        """What is to be told of the pages so far."""
        self._ocr = ocr
        self._reader = Reader(load_source(source, limits), password, limits)
        self._reader.begin(_SAY, ocr=ocr, seconds=limits.seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._reader.close()

    def open(self) -> DocumentInfo:
        """Wait until the document is open.

        Raises:
            CktExtractError: It cannot be opened, or has too many pages.
        """
        self._reader.open()
        return self._reader.info

    def pages(self) -> Iterator[PageLayout]:
        """The pages in order, once.

        Raises:
            CktExtractError: Not one page could be read; otherwise `taken` says which are missing.
        """
        page, taken = Decoder(PageLayout), Decoder(Taken)
        given, reading = 0, False
        try:
            for what, *said in self._reader.said():
                reading = what == READING
                if what == LAID:
                    self.taken = taken.decode(said[1])
                    given += 1
                    yield page.decode(said[0])
        except Silenced as silenced:
            if not reading and silenced.cause == "time":
                self._hung(given)
            else:
                from ckt_extract.laid_here import LaidHere  # noqa: PLC0415 - hardly ever needed

                here = LaidHere(self._reader, self._ocr, self.deadline)
                self.taken = here.taken
                yield from islice(here.pages(), given, None)

    def _hung(self, given: int) -> None:
        """Layout found no end on a page: it would find none here, where nothing could end it.

        Raises:
            LimitExceededError: No page was given.
        """
        info = self._reader.info
        error = LimitExceededError(
            "laying out its pages takes too long",
            todo="Raise Limits.page_seconds if you trust the file.",
            document=info.name,
        )
        if not given:
            raise error
        self.taken.notices.append(missing_from(given + 1, info.pages, str(error)))
