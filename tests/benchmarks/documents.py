"""The documents that are measured: fixtures, and reports as long as wanted made of their pages."""

from pathlib import Path

import pikepdf

__all__ = ["ANNEX", "FACTSHEET", "REPORTS", "repeat_pages"]

_FIXTURES = Path(__file__).parents[2] / "fixtures"

REPORTS = {
    producer: _FIXTURES / "report" / f"report.{producer}.pdf" for producer in ("chromium", "typst")
}
ANNEX = _FIXTURES / "annex" / "annex.chromium.pdf"
FACTSHEET = _FIXTURES / "factsheet" / "factsheet.chromium.pdf"


def repeat_pages(source: Path, pages: int, target: Path) -> Path:
    """Write a document with the pages of another one over and over, up to a number of pages."""
    with pikepdf.open(source) as original, pikepdf.new() as longer:
        while len(longer.pages) < pages:
            for page in list(original.pages)[: pages - len(longer.pages)]:
                longer.pages.append(page)
        longer.save(target)
    return target
