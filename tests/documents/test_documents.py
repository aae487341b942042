"""Every fixture is read as a careful reader reads it."""

import tomllib
from pathlib import Path

import pytest

from ckt_extract.models.place import Place
from ckt_extract.models.report import Report
from ckt_extract.reading import open_document
from ckt_extract.reading.page import Page
from ckt_extract.reading.words_at import text_in_boxes
from tests.documents.compare import FIXTURES, differences, expected_of, fixture_pdfs, report_of

PDFS = [pytest.param(pdf, id=pdf.name) for pdf in fixture_pdfs()]
KNOWN = tomllib.loads((Path(__file__).parent / "known.toml").read_text(encoding="utf-8"))
"""Differences that stand, each with its reason."""


@pytest.mark.parametrize("pdf", PDFS)
def test_a_fixture_is_read_as_expected(pdf: Path) -> None:
    """Facts, sections, links, figures and tables are those of `expected.json`, no more, no less."""
    known = KNOWN.get(pdf.name, {})
    assert sorted(known) == sorted(differences(report_of(pdf), expected_of(pdf)))


@pytest.mark.parametrize("pdf", PDFS)
def test_boxes_give_their_quotes_again(pdf: Path) -> None:
    """Reading the words inside the boxes of a fact once more gives its quote."""
    with open_document(pdf) as reader:
        pages = {page.number: page for page in reader.pages() if isinstance(page, Page)}
    wrong = [
        (place.page, place.quote, again)
        for place in places_of(report_of(pdf))
        if place.method != "ocr"
        and letters(again := text_in_boxes(pages[place.page], place.boxes)) != letters(place.quote)
    ]
    assert wrong == []


@pytest.mark.parametrize("pdf", PDFS)
def test_a_report_comes_back_from_json(pdf: Path) -> None:
    """The JSON of a report holds all of it, and is the same each time."""
    report = report_of(pdf)
    text = report.model_dump_json()
    again = Report.model_validate_json(text)
    assert report == again
    assert text == again.model_dump_json()


def letters(text: str) -> str:
    """A text without the white space and hyphens that a line break puts in or takes out."""
    return "".join(text.split()).replace("-", "")


def places_of(report: Report) -> list[Place]:
    """All places of all facts of a report."""
    found = [number.place for number in report.audit.numbers]
    for result in report.results:
        found.extend((result.place, *result.also))
        if result.quantity is not None:
            found.append(result.quantity.place)
        if result.population is not None and result.population.count is not None:
            found.append(result.population.count.place)
    for ruling in report.rulings:
        found.extend((ruling.place, *ruling.also))
    found.extend(section.place for section in report.sections)
    return found


def test_every_folder_of_fixtures_is_tested() -> None:
    """A fixture without a PDF, or without what is expected of it, would be a silent gap."""
    folders = {path.parent for path in FIXTURES.rglob("source.*")}
    assert {pdf.parent for pdf in fixture_pdfs()} == folders
