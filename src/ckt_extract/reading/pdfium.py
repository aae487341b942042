"""A document and its pages through PDFium, in this process.

PDFium is not safe in threads, and hostile files make it abort the process or hang: outside of
tests, reading goes through `reader.open_document`, which runs this module in a child process.
"""

from ctypes import addressof, c_float

from ckt_extract.errors import EncryptedError, LimitExceededError, UnreadableError
from ckt_extract.reading.drawing import Drawing
from ckt_extract.reading.geometry import frame
from ckt_extract.reading.links import read_links
from ckt_extract.reading.marks import drop_unseen
from ckt_extract.reading.native import pdfium
from ckt_extract.reading.page import Page
from ckt_extract.reading.plain import PlainPage, page_of_plain
from ckt_extract.reading.textpage import TextPage
from ckt_extract.reading.words import read_words

__all__ = ["PdfiumDocument", "open_pdfium", "read_page", "read_plain_page"]

_WRONG_PASSWORD = 4
_MOST_CHARS = 200_000
_MOST_OBJECTS = 300_000


class PdfiumDocument:
    """An open document; PDFium reads from `data` as long as it is open.

    Raises:
        EncryptedError: The password is missing or wrong.
        UnreadableError: PDFium cannot open it.
    """

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self.lib = pdfium()
        self.data = data
        secret = None if password is None else password.encode()
        self.address: int = self.lib.LoadMemDocument64(data, len(data), secret) or 0
        if not self.address:
            if self.lib.GetLastError() == _WRONG_PASSWORD:
                raise EncryptedError("the password is wrong or missing")
            raise UnreadableError("PDFium cannot open it")
        self.pages: int = self.lib.GetPageCount(self.address)

    def close(self) -> None:
        """Give the memory back."""
        if self.address:
            self.lib.CloseDocument(self.address)
            self.address = 0


def open_pdfium(data: bytes, password: str | None = None) -> PdfiumDocument:
    """Open a PDF in this process."""
    return PdfiumDocument(data, password)


def read_page(document: PdfiumDocument, number: int) -> Page:
    """Read one page.

    Args:
        document: An open document.
        number: 1-based page number.

    Raises:
        UnreadableError: The page cannot be loaded.
        LimitExceededError: It has too many characters.
    """
    return page_of_plain(read_plain_page(document, number))


def read_plain_page(
    document: PdfiumDocument,
    number: int,
    most_chars: int = _MOST_CHARS,
    most_objects: int = _MOST_OBJECTS,
) -> PlainPage:
    """Read one page as plain values, ready to be sent to another process."""
    lib = document.lib
    page = lib.LoadPage(document.address, number - 1) if 0 < number <= document.pages else 0
    if not page:
        raise UnreadableError("PDFium cannot load the page", page=number)
    try:
        edges = (c_float * 4)()
        lib.GetPageBoundingBox(page, addressof(edges))
        left, top, right, bottom = edges
        to_page, width, height = frame((left, bottom, right, top), lib.PageGetRotation(page))
        drawing = Drawing(lib, page, to_page, width, height, most_objects)
        textpage = TextPage(lib, page, to_page)
        try:
            if textpage.count() > most_chars:
                raise LimitExceededError(
                    f"the page has {textpage.count()} characters, of at most {most_chars}",
                    todo="Raise Limits.page_chars if you trust the file.",
                    page=number,
                )
            words, garbled = read_words(textpage)
        finally:
            textpage.close()
        scans = [picture[:4] for picture in drawing.pictures]
        words = drop_unseen(words, width, height, scans)
        return (
            number, width, height,
            list(zip(*words, strict=True)),
            drawing.rules, drawing.areas, drawing.pictures,
            read_links(lib, document.address, page, to_page),
            garbled,
        )  # fmt: skip
    finally:
        lib.ClosePage(page)
