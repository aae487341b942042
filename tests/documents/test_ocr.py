"""With OCR, the pictures of a page give their numbers too."""

from pathlib import Path

import pytest

import ckt_extract
from tests.documents.compare import FIXTURES

PAGES = sorted((FIXTURES / "page").glob("*.pdf"))


@pytest.mark.parametrize("pdf", [pytest.param(pdf, id=pdf.name) for pdf in PAGES])
def test_the_picture_gives_its_shares(pdf: Path) -> None:
    """The first picture says 63 / 19 / 18 % of 57 companies; each says that OCR read it."""
    report = ckt_extract.extract(pdf, ocr="force")
    read = [r for r in report.results if r.place.method == "ocr" and r.quantity is not None]
    values = {(r.quantity.type, str(r.quantity.value)) for r in read if r.quantity is not None}
    assert {("percentage", "63"), ("percentage", "19"), ("percentage", "18")} <= values
    sizes = {str(r.population.count.value) for r in read if r.population and r.population.count}
    assert sizes == {"57"}
    assert report.document.ocr_pages[:1] == (1,)
    assert report.figures[0].read
