"""Damaged files: read where that can be done honestly, and never shortened silently."""

import subprocess
import sys

import pytest

from ckt_extract.errors import EmptyDocumentError, UnreadableError
from ckt_extract.reading import open_document
from ckt_extract.reading.page import Page
from ckt_extract.reading.repair import open_or_repair
from tests.reading.pdfs import drawn, raw_pdf

TEN = drawn(*[lambda canvas, n=n: canvas.drawString(50, 200, f"blad {n}") for n in range(10)])


def _pages_and_note(data: bytes) -> tuple[int, str | None]:
    document, note = open_or_repair(data, None)
    try:
        return document.pages, note
    finally:
        document.close()


def test_sound_file_is_not_repaired() -> None:
    """A good file is opened as it is."""
    assert (10, None) == _pages_and_note(TEN)


def test_sound_file_does_not_load_pikepdf() -> None:
    """A second opinion is not asked where nothing is wrong; importing it would cost time."""
    code = (
        "import sys; from ckt_extract.reading.repair import open_or_repair;"
        "open_or_repair(sys.stdin.buffer.read(), None); print('pikepdf' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=TEN, capture_output=True, check=True)
    assert b"False" == ran.stdout.strip()


def test_reading_process_loads_little() -> None:
    """The process that reads and lays out does without pydantic, pandas and other slow imports."""
    code = (
        "import sys, ckt_extract.reading.worker, ckt_extract.apart, ckt_extract.layout.document\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"pydantic", "pandas", "numpy", "pikepdf", "pypdfium2", "dataclasses", "hashlib"}
    assert set() == heavy & set(ran.stdout.split())


@pytest.mark.parametrize("part", [0.98, 0.7])
def test_cut_file_keeps_what_is_left(part: float) -> None:
    """Of a file that lacks its end, the pages that are there are read, and that is said."""
    pages, note = _pages_and_note(TEN[: int(part * len(TEN))])
    assert 1 <= pages <= 10
    assert note is not None


@pytest.mark.parametrize("junk", [b"HTTP/1.1 200 OK\r\n\r\n", b"\x00" * 900])
def test_prefixed_file_has_all_its_pages(junk: bytes) -> None:
    """Bytes in front of the header do not cost a page."""
    with open_document(junk + TEN) as reader:
        assert 10 == reader.info.pages
        assert reader.info.repaired is not None
        pages = list(reader.pages())
    assert [f"blad {n}" for n in range(10)] == [
        " ".join(w.text for w in page.words) for page in pages if isinstance(page, Page)
    ]


def test_page_count_that_lies_is_corrected() -> None:
    """A page tree that claims more pages than there are gives those that are there."""
    pages, note = _pages_and_note(raw_pdf("").replace(b"/Count 1", b"/Count 8"))
    assert 1 == pages
    assert "the page tree counts pages that are not there: 8 pages became 1" == note


def test_pdf_without_a_page_is_empty() -> None:
    """A PDF with an empty page tree has its own error."""
    with pytest.raises(EmptyDocumentError):
        open_or_repair(raw_pdf("").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[     ]/Count 0"), None)


def test_file_cut_before_its_pages_is_unreadable() -> None:
    """A file of which no page is left is damaged, not empty."""
    with pytest.raises(UnreadableError) as caught:
        open_or_repair(TEN[: len(TEN) // 3], None)
    assert UnreadableError is type(caught.value)


def test_wreck_is_unreadable() -> None:
    """A header and noise cannot be repaired."""
    with pytest.raises(UnreadableError):
        open_or_repair(b"%PDF-1.7\n" + bytes(range(256)) * 40, None)
