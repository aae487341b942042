"""An open document that this process reads itself: nothing stands between it and PDFium."""

from collections.abc import Callable, Iterator
from typing import Any

from ckt_extract.reading.failures import JobFailure, PageFailure, why
from ckt_extract.reading.jobs import job
from ckt_extract.reading.page import Page
from ckt_extract.reading.pages import page_of_plain
from ckt_extract.reading.plain import PlainPage, read_plain_page
from ckt_extract.reading.records import Bookmark, DocumentInfo, Source
from ckt_extract.reading.repair import open_or_repair

__all__ = ["DocumentHere"]

_REFRESH = 200
"""Pages after which the document is opened anew, so that memory does not grow with them."""


class DocumentHere:
    """Reads as `Reader` does. A hostile file may end the process, or never let it go on.

    Args:
        source: The file.
        password: User or owner password of an encrypted PDF.
        most_chars: A page with more characters is not read.
        most_objects: Drawn objects and path segments of a page that are looked at.

    Raises:
        EncryptedError: The password is missing or wrong.
        UnsupportedError: It is encrypted in a way that PDFium does not know.
        EmptyDocumentError: It has no page.
        UnreadableError: It is damaged beyond repair.
    """

    def __init__(
        self, source: Source, password: str | None, most_chars: int, most_objects: int
    ) -> None:
        self._document, repaired = open_or_repair(source.data, password)
        self._most = most_chars, most_objects
        self._read = 0
        self.before: Callable[[int], object] | None = None
        """Called with the number of the page before a step that may take long."""
        document = self._document
        self.info = DocumentInfo(
            name=source.name,
            sha256=source.sha256,
            pages=document.pages,
            producer=document.meta("Producer"),
            title=document.meta("Title"),
            repaired=repaired or source.note,
            outline=tuple(Bookmark(*entry) for entry in document.outline()),
            attachments=document.attachments(),
            scripts=document.scripts(),
            encrypted=document.encrypted(),
        )

    def pages(self) -> Iterator[Page | PageFailure]:
        """All pages in order; one that cannot be read is a `PageFailure` in its place."""
        for number in range(1, self.info.pages + 1):
            self._begin(number)
            try:
                page: Page | PageFailure = page_of_plain(self.plain(number))
            except Exception as error:  # whatever it is, the other pages may be sound
                page = PageFailure(number, *why(error))
            yield page

    def plain(self, number: int) -> PlainPage:
        """A page as plain values.

        Raises:
            UnreadableError: The page cannot be loaded.
            LimitExceededError: It has too many characters.
        """
        self._read += 1
        if self._read % _REFRESH == 0:
            self._document.reopen()
        return read_plain_page(self._document, number, *self._most)

    def ask(self, name: str, number: int, **options: object) -> Any:  # noqa: ANN401 - the job decides
        """Run a named job of `jobs.JOBS` on a page; one that fails gives a `JobFailure`."""
        self._begin(number)
        try:
            return self.run(name, number, **options)
        except Exception as error:  # whatever it is, the rest may be sound
            return JobFailure(name, number, *why(error))

    def run(self, name: str, number: int, **options: object) -> Any:  # noqa: ANN401 - the job decides
        """Run a named job of `jobs.JOBS` on a page, and let its errors out."""
        return job(name)(self._document, number, **options)

    def close(self) -> None:
        """Give the memory back."""
        self._document.close()

    def _begin(self, number: int) -> None:
        if self.before is not None:
            self.before(number)
