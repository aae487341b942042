"""Ruling documents and chapters about rulings, as PDFs, held against their `expected.json`."""

import json
from pathlib import Path
from typing import Any

import pytest

from ckt_extract.models.report import Report
from tests.documents.compare import report_of
from tests.facts.rulings.texts import fact_of

RULINGS = Path(__file__).parents[3] / "fixtures" / "rulings"
PDFS = [pytest.param(pdf, id=pdf.name) for pdf in sorted(RULINGS.rglob("*.pdf"))]


@pytest.fixture(params=PDFS)
def read(request: pytest.FixtureRequest) -> tuple[Report, dict[str, Any]]:
    """The report of a fixture, and what is expected of it."""
    pdf: Path = request.param
    report = report_of(pdf)
    if "scanned" in pdf.name and not report.document.ocr_pages:
        pytest.skip("no OCR engine reads the scan")
    expected: dict[str, Any] = json.loads((pdf.parent / "expected.json").read_text("utf-8"))
    return report, expected


def test_every_field_of_every_ruling(read: tuple[Report, dict[str, Any]]) -> None:
    """All fields of the rulings are right, and there is no other ruling."""
    report, expected = read
    assert expected["kind"] == report.kind
    wanted = [
        {k: v for k, v in r.items() if k not in ("links", "places")} for r in expected["rulings"]
    ]
    found = []
    for ruling, label in zip(report.rulings, wanted, strict=True):
        found.append(
            {
                **fact_of(ruling),
                "text": ruling.text,
                "parties": [
                    {
                        "name": party.name,
                        "role": party.role,
                        "aliases": [a for a in party.aliases if a in told],
                    }
                    for party, told in zip(
                        ruling.parties, [p["aliases"] for p in label["parties"]], strict=True
                    )
                ],
                "outcomes": [{"outcome": o.outcome, "part": o.part} for o in ruling.outcomes],
                "committee": [member.text for member in ruling.committee],
                "recommendations": [
                    {"number": r.number, "text": r.text} for r in ruling.recommendations
                ],
            }
        )
    assert wanted == found


def test_links_and_places(read: tuple[Report, dict[str, Any]]) -> None:
    """A ruling has the links on its sentences, and the pages that speak of it."""
    report, expected = read
    for ruling, label in zip(report.rulings, expected["rulings"], strict=True):
        assert label.get("links", []) == [link.uri for link in ruling.links]
        pages = sorted({place.page for place in (ruling.place, *ruling.also)})
        assert label.get("places", pages) == pages


def test_quotes_hold_what_was_read(read: tuple[Report, dict[str, Any]]) -> None:
    """Every party, member, recommendation and date stands in its place's quote."""
    report, _ = read
    for ruling in report.rulings:
        for party in ruling.parties:
            assert party.place is not None
            assert party.name.split()[0] in party.place.quote
        for each in (*ruling.committee, *ruling.recommendations):
            assert each.text.split()[0] in each.place.quote
        for step in ("filed", "admissible", "hearing", "decided", "published"):
            moment = getattr(ruling, step)
            assert moment is None or str(moment.value.year) in moment.place.quote


def test_numbered_paragraphs_are_sections() -> None:
    """Paragraph 2.1 stands below heading 2, with its first sentence for a title."""
    report = report_of(RULINGS / "interim" / "interim.libreoffice.pdf")
    numbers = [section.number for section in report.sections]
    assert [None, "1", "1.1", "1.2", "2", "2.1", "3", "3.1", "3.2"] == numbers
    section = report.sections[5]
    assert "De commissie kan de klacht nog niet beoordelen." == section.title
    assert section.parent is not None
    assert "2" == report.sections[section.parent].number
