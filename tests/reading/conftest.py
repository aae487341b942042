"""What the tests of the reading room share."""

from collections.abc import Callable, Iterator

import pytest

from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.page import Page
from ckt_extract.reading.pdfium import open_pdfium, read_page

ReadPage = Callable[..., Page]


@pytest.fixture
def read() -> Iterator[ReadPage]:
    """Reads a page of PDF bytes in this process."""
    opened: list[PdfiumDocument] = []

    def one(data: bytes, number: int = 1) -> Page:
        opened.append(open_pdfium(data))
        return read_page(opened[-1], number)

    yield one
    for document in opened:
        document.close()
