"""The sections, which are read from the look of the headings, are those of the PDF's bookmarks."""

from pathlib import Path

import pytest

from ckt_extract.reading import open_document
from ckt_extract.reading.records import Bookmark
from tests.documents.compare import fixture_pdfs, report_of


def outline_of(pdf: Path) -> tuple[Bookmark, ...]:
    """The bookmarks of a file."""
    with open_document(pdf) as reader:
        return reader.info.outline


PDFS = [pytest.param(pdf, id=pdf.name) for pdf in fixture_pdfs() if outline_of(pdf)]


@pytest.mark.parametrize("pdf", PDFS)
def test_each_bookmark_is_a_section(pdf: Path) -> None:
    """Every bookmark has a section of its words, on its page and as deep as it is.

    A title that has no bookmark may stand above all of them. Bookmarks of one level say nothing of
    how deep a section is.
    """
    sections = {
        (_letters(f"{section.number or ''}{section.title}"), section.pages[0]): section.level
        for section in report_of(pdf).sections
    }
    found = [(_letters(mark.title), mark.page or 0) for mark in outline_of(pdf)]
    assert [key for key in found if key not in sections] == []
    marks = zip(found, outline_of(pdf), strict=True)
    if len({mark.level for mark in outline_of(pdf)}) > 1:
        assert len({sections[key] - mark.level for key, mark in marks}) == 1


def test_bookmarks_are_there_to_compare_with() -> None:
    """Two programs that write bookmarks have made some of the fixtures."""
    assert {param.id.split(".")[1] for param in PDFS} >= {"libreoffice", "typst"}  # type: ignore[union-attr]  # each has an id


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
