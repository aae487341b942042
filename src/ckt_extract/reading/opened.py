"""An open document, whichever process reads it."""

from collections.abc import Iterator
from typing import Any, Protocol

from ckt_extract.reading.failures import PageFailure
from ckt_extract.reading.page import Page
from ckt_extract.reading.records import DocumentInfo

__all__ = ["OpenDocument"]


class OpenDocument(Protocol):
    """What `reader.Reader` and `here.DocumentHere` have in common."""

    info: DocumentInfo

    def pages(self) -> Iterator[Page | PageFailure]:
        """All pages in order; one that cannot be read is a `PageFailure` in its place."""

    def ask(self, name: str, number: int, **options: object) -> Any:  # noqa: ANN401 - the job decides
        """Run a named job of `jobs.JOBS` on a page; one that fails gives a `JobFailure`."""
