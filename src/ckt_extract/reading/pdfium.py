"""A document and its pages in this process.

PDFium is not safe in threads, and hostile files make it abort the process or hang: outside of
tests, reading goes through `reader.open_document`, which does the same in a child process.
"""

from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.page import Page
from ckt_extract.reading.pages import page_of_plain
from ckt_extract.reading.plain import read_plain_page

__all__ = ["open_pdfium", "read_page"]


def open_pdfium(data: bytes, password: str | None = None) -> PdfiumDocument:
    """Open a PDF in this process, without repair.

    Args:
        data: The bytes of the file.
        password: User or owner password.

    Raises:
        EncryptedError: The password is missing or wrong.
        EmptyDocumentError: It has no page.
        UnreadableError: PDFium cannot open it.
    """
    return PdfiumDocument(data, password)


def read_page(document: PdfiumDocument, number: int) -> Page:
    """Read one page in this process.

    Args:
        document: An open document.
        number: 1-based page number.

    Raises:
        UnreadableError: The page cannot be loaded.
        LimitExceededError: It has too many characters.
    """
    return page_of_plain(read_plain_page(document, number))
