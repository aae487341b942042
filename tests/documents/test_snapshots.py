"""What changed in the reports of the fixtures: compared with snapshots, one line a fact."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ckt_extract.models.report import Report
from ckt_extract.models.result import Population, Result
from tests.documents.compare import fixture_pdfs, report_of

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("pdf", [pytest.param(pdf, id=pdf.name) for pdf in fixture_pdfs()])
def test_the_report_is_as_it_was(pdf: Path, update_snapshots: bool) -> None:
    """Nothing in a report changes unseen; `--update-snapshots` takes a change over."""
    lines = "".join(f"{line}\n" for line in lines_of(report_of(pdf)))
    path = SNAPSHOTS / f"{pdf.stem}.txt"
    if update_snapshots:
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == lines


def test_no_snapshot_is_left_over() -> None:
    """Each snapshot belongs to a fixture."""
    names = {f"{pdf.stem}.txt" for pdf in fixture_pdfs()}
    assert {path.name for path in SNAPSHOTS.glob("*")} == names


def lines_of(report: Report) -> Iterator[str]:
    """A report in a line a fact."""
    yield f"{report.kind} {report.agreement} {report.year} {report.document.language}"
    for result in report.results:
        yield line_of(result)
    for ruling in report.rulings:
        parties = ", ".join(party.name for party in ruling.parties)
        yield (
            f"{ruling.id} p{ruling.place.page} {ruling.count} {ruling.case} {ruling.outcome} "
            f"{ruling.stage} {ruling.year} [{parties}] {ruling.text[:60]}"
        )
    for table in report.tables:
        yield f"table p{table.pages} {len(table.rows)} rows {table.engine} {table.caption}"
    for finding in report.findings:
        yield f"finding {finding.rule} {finding.certainty} {' '.join(finding.facts)}"
    counts = dict.fromkeys(("used", "set_aside", "unexplained"), 0)
    for number in report.audit.numbers:
        counts[number.status] += 1
    yield f"numbers {counts} links {len(report.links)} figures {len(report.figures)}"


def line_of(result: Result) -> str:
    """A result in a line."""
    quantity = result.quantity
    value = "-"
    if quantity is not None:
        value = f"{quantity.type} {quantity.bound} {quantity.value}"
        value += f"..{quantity.upper}" if quantity.upper is not None else ""
    previous = f" < {result.previous.id}" if result.previous else ""
    also = f" +{len(result.also)}" if result.also else ""
    return (
        f"{result.id} p{result.place.page}{also} {result.role} {value} | "
        f"{whom(result.population)} | "
        f"{result.year} {result.year_basis}{previous} | {result.indicator} {result.dimensions} | "
        f"{result.text[:70]}"
    )


def whom(population: Population | None) -> str:
    """A population in a few characters."""
    if population is None:
        return "-"
    count = f" of {population.count.value}" if population.count else ""
    basis = f" on {whom(population.basis)}" if population.basis else ""
    return f"{population.kind}{count}{basis}"
