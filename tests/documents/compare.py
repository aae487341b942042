"""Hold the report of a fixture against its `expected.json`."""

import json
import re
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import ckt_extract
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result
from ckt_extract.models.ruling import Ruling
from tests.accuracy.scoring import fact_of_label, fact_of_result

__all__ = ["FIXTURES", "Expected", "differences", "expected_of", "fixture_pdfs", "report_of"]

FIXTURES = Path(__file__).parents[2] / "fixtures"

Expected = dict[str, Any]


def fixture_pdfs() -> list[Path]:
    """Every committed PDF that has an `expected.json` beside it."""
    return sorted(p for p in FIXTURES.rglob("*.pdf") if (p.parent / "expected.json").exists())


def expected_of(pdf: Path) -> Expected:
    """What a careful reader finds in a fixture."""
    found: Expected = json.loads((pdf.parent / "expected.json").read_text(encoding="utf-8"))
    return found


@cache
def report_of(pdf: Path) -> Report:
    """The report of a fixture, read once for all tests; with OCR where it is a scan."""
    scanned = "scan" in pdf.parent.name
    return ckt_extract.extract(pdf, ocr="force" if scanned else "off")


def differences(report: Report, expected: Expected) -> Iterator[str]:
    """Everything in which a report differs from what is expected, a line each."""
    for name in ("kind", "year"):
        if name in expected and getattr(report, name) != expected[name]:
            yield f"{name}: {getattr(report, name)} instead of {expected[name]}"
    if report.document.language != expected["language"]:
        yield f"language: {report.document.language} instead of {expected['language']}"
    yield from _results(report, expected)
    yield from _qualitative(report, expected)
    yield from _sections(report, expected)
    yield from _links(report, expected)
    yield from _figures(report, expected)
    yield from _tables(report, expected)
    yield from _rulings(report, expected)
    yield from _unexplained(report, expected)


def _results(report: Report, expected: Expected) -> Iterator[str]:
    free = [r for r in report.results if r.quantity is not None]
    cells = [r for r in free if _in_table(r)] if "cells" in expected else []
    free = [r for r in free if r.place.method != "table" or r not in cells]
    for label in (yield from _match(expected.get("cells", []), list(cells))):
        yield f"- missing cell: {_line(label)}"
    missed = yield from _match(expected["results"], free)
    for label in missed:
        best = next((r for r in cells if not list(_wrong(label, r))), None)
        if best is None:
            yield f"- missing: {_line(label)}"
    for result in free:
        yield f"+ invented: {_line(fact_of_result(result))} | {result.text}"


def _in_table(result: Result) -> bool:
    return any(place.method == "table" for place in (result.place, *result.also))


def _match(labels: list[Expected], free: list[Result]) -> Generator[str, None, list[Expected]]:
    """Take each label's result out of those that are free; yields what is wrong with it."""
    missed: list[Expected] = []
    for label in labels:
        fact = fact_of_label(label)
        same = [r for r in free if _same_value(fact, fact_of_result(r))]
        best = min(same, key=lambda r: len(list(_wrong(label, r))), default=None)
        if best is None:
            missed.append(label)
            continue
        free.remove(best)
        wrong = list(_wrong(label, best))
        if wrong:
            yield f"~ {_line(label)}: {'; '.join(wrong)} | {best.text}"
    return missed


def _same_value(label: dict[str, Any], fact: dict[str, Any]) -> bool:
    return bool(label["type"] == fact["type"] and label["value"][:2] == fact["value"][:2])


def _wrong(label: dict[str, Any], result: Result) -> Iterator[str]:
    """Attributes of a result that differ from its label; those the label leaves out are free."""
    wanted, fact = fact_of_label(label), fact_of_result(result)
    optional = {"basis"} - label.keys()
    for name in ("bound", "population", "year", "basis", "role", "previous", "count"):
        if name not in optional and wanted[name] != fact[name]:
            yield f"{name} {fact[name]} instead of {wanted[name]}"
    if label.get("total") is not None and wanted["total"] != fact["total"]:
        yield f"total {fact['total']} instead of {wanted['total']}"
    if label.get("indicator") and label["indicator"] != result.indicator:
        yield f"indicator {result.indicator} instead of {label['indicator']}"
    if label.get("dimensions", result.dimensions) != result.dimensions:
        yield f"dimensions {result.dimensions} instead of {label['dimensions']}"
    if label.get("page", result.place.page) not in {p.page for p in (result.place, *result.also)}:
        yield f"page {result.place.page} instead of {label['page']}"
    quotes = " ".join(p.quote for p in (result.place, *result.also))
    quotes += f" {result.quantity.place.quote}" if result.quantity else ""
    if not label.get("derived") and _plain(label.get("quote_has", "")) not in _plain(quotes):
        yield f"quote lacks {label['quote_has']!r}"
    if _plain(label.get("text_has", "")) not in _plain(result.text):
        yield f"text lacks {label['text_has']!r}"
    for header in ("row", "column"):
        if result.place.method == "table" and _plain(label.get(header, "")) not in _plain(
            result.text
        ):
            yield f"{header} is not {label[header]!r}"
    if label.get("link") and label["link"] not in {link.uri for link in result.links}:
        yield f"link {label['link']} is missing"
    if label.get("places") and label["places"] != 1 + len(result.also):
        yield f"{1 + len(result.also)} places instead of {label['places']}"


def _plain(text: str) -> str:
    return "".join(text.replace("’", "'").split()).lower()


def _line(fact: dict[str, Any]) -> str:
    shown = {k: v for k, v in fact.items() if v is not None and k not in ("quote_has", "page")}
    return " ".join(f"{key}={value}" for key, value in shown.items())


def _qualitative(report: Report, expected: Expected) -> Iterator[str]:
    texts = [_plain(r.text) for r in report.results if r.quantity is None]
    for words in expected.get("qualitative", ()):
        if not any(_plain(words) in text for text in texts):
            yield f"- no qualitative result with {words!r}"


def _rulings(report: Report, expected: Expected) -> Iterator[str]:
    free = list(report.rulings) if "rulings" in expected else []
    for label in expected.get("rulings", ()):
        best = min(
            free, key=lambda r: len(list(_ruling_wrong(label, r, report.year))), default=None
        )
        if best is None:
            yield f"- missing ruling: {label}"
            continue
        free.remove(best)
        for wrong in _ruling_wrong(label, best, report.year):
            yield f"~ ruling {best.text!r}: {wrong}"
    for ruling in free:
        yield f"+ ruling {ruling.text!r}"


def _ruling_wrong(label: Expected, ruling: Ruling, edition: int | None) -> Iterator[str]:
    """Attributes of a ruling that differ from its label; those the label leaves out are free.

    A ruling of which the text tells no year is of the year of the edition.
    """
    dates = ("filed", "admissible", "hearing", "decided", "published")
    for name in ("count", "case", "subject", "outcome", "stage", "year", *dates):
        found: Any = getattr(ruling, name)
        if name == "year" and found is None and label.get(name) == edition:
            continue
        value = str(found.value)[: len(label.get(name) or "")] if name in dates and found else found
        if name in label and label[name] != value:
            yield f"{name} {value} instead of {label[name]}"
    wanted = [p if isinstance(p, str) else (p["name"], p["role"]) for p in label.get("parties", ())]
    named = all(isinstance(p, str) for p in wanted)
    parties = [p.name if named else (p.name, p.role) for p in ruling.parties]
    if "parties" in label and sorted(map(str, wanted)) != sorted(map(str, parties)):
        yield f"parties {parties} instead of {wanted}"
    places = (ruling.place, *ruling.also)
    if label.get("page", ruling.place.page) not in {place.page for place in places}:
        yield f"page {ruling.place.page} instead of {label['page']}"
    if _plain(label.get("quote_has", "")) not in _plain(" ".join(p.quote for p in places)):
        yield f"quote lacks {label['quote_has']!r}"
    if label.get("link") and label["link"] not in {link.uri for link in ruling.links}:
        yield f"link {label['link']} is missing"


def _sections(report: Report, expected: Expected) -> Iterator[str]:
    found = [(_plain(s.title), s.level) for s in report.sections]
    for section in expected.get("sections", ()):
        title = _plain(section["title"])
        levels = [level for name, level in found if name == title]
        if not levels:
            yield f"- no section {section['title']!r}"
        elif section.get("level", levels[0]) not in levels:
            yield f"~ section {section['title']!r} has level {levels[0]}"
    titles = {_plain(section["title"]) for section in expected.get("sections", ())}
    for title, _ in found:
        if titles and title not in titles:
            yield f"+ section {title!r}"


def _links(report: Report, expected: Expected) -> Iterator[str]:
    if "links" not in expected:
        return
    found = [(link.uri, _plain(link.text)) for link in report.links]
    for link in expected["links"]:
        pair = (link["uri"], _plain(link.get("text", "")))
        if pair in found:
            found.remove(pair)
        else:
            yield f"- no link {pair}"
    for pair in found:
        yield f"+ link {pair}"


def _figures(report: Report, expected: Expected) -> Iterator[str]:
    found = [(_plain(f.caption or ""), f.read) for f in report.figures]
    for figure in expected.get("figures", ()):
        pair = (_plain(figure.get("caption") or ""), figure["read"])
        if pair in found:
            found.remove(pair)
        else:
            yield f"- no figure {pair}; there are {found}"


def _tables(report: Report, expected: Expected) -> Iterator[str]:
    free = list(report.tables)
    for table in expected.get("tables", ()):
        wanted_caption = re.sub(r"^(?:Tabel|Table) \d+:? ", "", table["caption"])
        match = next((t for t in free if _plain(t.caption or "") == _plain(wanted_caption)), None)
        if match is None:
            yield f"- no table {table['caption']!r}; there are {[t.caption for t in free]}"
            continue
        free.remove(match)
        header = tuple(_plain(name) for name in match.header)
        if header != tuple(_plain(name) for name in table["header"]):
            yield f"~ table {table['caption']!r} has header {match.header}"
        rows = [tuple(_plain(cell) for cell in row) for row in match.rows]
        wanted = [tuple(_plain(cell) for cell in row) for row in table["rows"]]
        for row in wanted:
            if row not in rows:
                yield f"- table {table['caption']!r} lacks row {row}"
        for row in rows:
            if row not in wanted:
                yield f"+ table {table['caption']!r} has row {row}"
    for other in free:
        yield f"+ table {other.caption!r} {other.header} on pages {other.pages}"


def _unexplained(report: Report, expected: Expected) -> Iterator[str]:
    allowed = list(expected.get("unexplained", ()))
    for number in report.audit.unexplained:
        if number.text in allowed:
            allowed.remove(number.text)
        else:
            yield f"+ unexplained number {number.text!r} on page {number.place.page}"
