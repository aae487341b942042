"""The pages of a document on their way to layout, and what went wrong with some of them."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ckt_extract.errors import CktExtractError, LimitExceededError, UnreadableError
from ckt_extract.reading.failures import PageFailure
from ckt_extract.reading.opened import OpenDocument
from ckt_extract.reading.page import Page

__all__ = ["Intake", "Notice", "Taken", "missing_from", "too_late"]

if TYPE_CHECKING:
    from ckt_extract.entry import OcrMode

_MOST_OCR_FAILURES = 3
"""After so many crashes of OCR a document is read on without it, before they cost its pages."""


class Notice(Struct, array_like=True):
    """Something that was not read, or not as it should be: a `ReadingWarning` to be."""

    code: str
    message: str
    page: int | None = None


class Taken(Struct, array_like=True):
    """What is to be told of the pages that were taken in."""

    notices: list[Notice] = field(default_factory=list)
    ocr_pages: list[int] = field(default_factory=list)


class Intake:
    """Gives the pages that can be read, and keeps a warning for each that cannot.

    Args:
        reader: The open document.
        ocr: Whether pictures and pages without text are read by OCR.
        deadline: When, by `time.monotonic`, no further page is given.
    """

    def __init__(self, reader: OpenDocument, ocr: "OcrMode", deadline: float) -> None:
        self.taken = Taken()
        self._ocr = ocr
        self._ocr_failures = 0
        self._deadline = deadline
        self._reader = reader
        info = reader.info
        if info.attachments:
            self._warn("embedded_files", f"{info.attachments} embedded files were not read.")
        if info.scripts:
            self._warn("scripts", "The file carries scripts; they were not run.")
        if info.repaired:
            self._warn("repaired", f"The file was repaired: {info.repaired}.")

    def pages(self) -> Iterator[Page]:
        """The pages in order.

        Raises:
            CktExtractError: Not one page could be read; otherwise those before stay good, and a
                warning says which are missing.
        """
        info = self._reader.info
        total = info.pages
        last = given = 0
        failure: CktExtractError | None = None
        try:
            for page in self._reader.pages():
                if isinstance(page, PageFailure):
                    last = page.number
                    failure = self._failed(page)
                    continue
                last = page.number
                given += 1
                if info.repaired and not (page.words or page.pictures or page.areas or page.rules):
                    message = "Nothing was found on the page; its content may be damaged."
                    self._warn("page_empty", message, last)
                if page.garbled is not None:
                    self._warn("garbled_font", f"Its text cannot be trusted: {page.garbled}.", last)
                self._read_pictures(page)
                yield page
                if last < total and time.monotonic() > self._deadline:
                    raise too_late(info.name)
        except (LimitExceededError, UnreadableError) as error:
            failure = error
            if given:
                self.taken.notices.append(missing_from(last + 1, total, str(error)))
        if not given and failure is not None:
            raise failure

    def _read_pictures(self, page: Page) -> None:
        """Add what OCR reads in the pictures of a page, or on a page without text."""
        outlined = bool(page.areas) and not page.words
        if self._ocr == "off" or not (page.pictures or page.garbled or outlined):
            return
        from ckt_extract.reading.ocr import ocr_page  # noqa: PLC0415 - only where a picture is

        outcome = ocr_page(self._reader, page, self._ocr)
        for picture in page.pictures:
            picture.read = outcome.whole or picture.index in outcome.pictures
        if outcome.words:
            self.taken.ocr_pages.append(page.number)
        for message in outcome.warnings:
            self._warn("picture_unread", message, page.number)
        if outcome.unsure:
            message = f"{outcome.unsure} numbers in pictures were too unclear to be read."
            self._warn("ocr_unsure", message, page.number)
        self._ocr_failures += outcome.failed
        if self._ocr_failures >= _MOST_OCR_FAILURES:
            self._ocr = "off"
            message = f"Reading pictures failed {self._ocr_failures} times; those after this page "
            self._warn("ocr_stopped", f"{message}were not read.", page.number)

    def _failed(self, page: PageFailure) -> CktExtractError:
        self._warn("page_unread", f"The page was not read: {page.reason}.", page.number)
        kind = LimitExceededError if page.cause == "limit" else UnreadableError
        return kind(page.reason, document=self._reader.info.name, page=page.number)

    def _warn(self, code: str, message: str, page: int | None = None) -> None:
        self.taken.notices.append(Notice(code, message, page))


def missing_from(page: int, total: int, reason: str) -> Notice:
    """The pages from one on were not read."""
    missing = f"{page}" if page == total else f"{page} to {total}"
    return Notice("pages_missing", f"Not read: pages {missing}. {reason}")


def too_late(document: str) -> LimitExceededError:
    """The time for a document is up."""
    return LimitExceededError(
        "reading takes too long",
        todo="Raise Limits.seconds if you trust the file.",
        document=document,
    )
