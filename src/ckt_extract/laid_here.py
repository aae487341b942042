"""The pages of a document, laid out in this process."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ckt_extract.intake import Intake, Taken
from ckt_extract.layout.document import lay_out
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.reading.opened import OpenDocument
from ckt_extract.reading.records import DocumentInfo

if TYPE_CHECKING:
    from ckt_extract.entry import OcrMode

__all__ = ["LaidHere"]


class LaidHere:
    """Gives what `layouts.Layouts` gives.

    Args:
        document: An open document, whichever process reads it.
        ocr: As in `entry.extract`.
        deadline: When, by `time.monotonic`, the time for the document is up.
    """

    def __init__(self, document: OpenDocument, ocr: "OcrMode", deadline: float) -> None:
        self.deadline = deadline
        self._document = document
        self._intake = Intake(document, ocr, deadline)

    @property
    def taken(self) -> Taken:
        """What is to be told of the pages so far."""
        return self._intake.taken

    def open(self) -> DocumentInfo:
        """What is known of the document."""
        return self._document.info

    def pages(self) -> Iterator[PageLayout]:
        """The pages in order, once.

        Raises:
            CktExtractError: Not one page could be read; otherwise `taken` says which are missing.
        """
        return lay_out(self._intake.pages(), self._document.info.pages)
