"""A report as tables for a terminal.

Everything that comes from the document is untrusted: it is shown as it stands, never as markup,
and without the characters that a terminal would obey.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ckt_extract.checks.wording import quantity_words
from ckt_extract.models.quantity import AnyQuantity, Count, Money
from ckt_extract.models.report import Report
from ckt_extract.models.result import Population, Result
from ckt_extract.models.ruling import Ruling
from ckt_extract.untrusted import harmless

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

__all__ = ["report_tables"]


def report_tables(report: Report) -> "Iterator[RenderableType]":
    """The results, rulings and open points of a report, for `rich` to print."""
    document = report.document
    title = " · ".join(
        str(part)
        for part in (document.name, report.kind, report.agreement, report.year)
        if part is not None
    )
    yield _text(f"{title} · {document.pages} pages", style="bold")
    yield _results(report)
    if report.rulings:
        yield _rulings(report)
    for line in _remarks(report):
        yield _text(line)


def _results(report: Report) -> "Table":
    table = _table("value", "of whom", "year", "previous", "page", "quote")
    for result in report.results:
        if result.role == "previous":
            continue
        cells = (
            _value(result),
            _population(result.population) if result.population else "",
            _year(result),
            _previous(result.previous),
            str(result.place.page),
            result.text,
        )
        table.add_row(*map(_text, cells))
    return table


def _rulings(report: Report) -> "Table":
    table = _table("ruling", "parties", "outcome", "decided", "page", "quote")
    for ruling in report.rulings:
        cells = (
            _case(ruling),
            ", ".join(party.name for party in ruling.parties),
            ruling.outcome or "",
            str(ruling.decided.value if ruling.decided else ruling.year or ""),
            str(ruling.place.page),
            ruling.text,
        )
        table.add_row(*map(_text, cells))
    return table


def _table(*columns: str) -> "Table":
    from rich import box  # noqa: PLC0415 - only in a terminal
    from rich.table import Table  # noqa: PLC0415 - only in a terminal

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        right = name in ("value", "page", "year")
        table.add_column(name, justify="right" if right else "left", no_wrap=name == "value")
    return table


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text  # noqa: PLC0415 - only in a terminal

    return Text(harmless(text), style=style)


def _value(result: Result) -> str:
    quantity = result.quantity
    if quantity is None:
        return "–"
    mark = {"target": " (target)", "change": " (change)"}.get(result.role, "")
    return f"{_written(quantity)}{mark}"


def _written(quantity: AnyQuantity) -> str:
    """A quantity as it is written; one whose unit stands in a header with that unit."""
    bare = all(char.isdigit() or char in " .,–-" for char in quantity.text)
    if quantity.type == "count" or (quantity.type == "money" and not bare):
        bare = _is_larger(quantity)
    return quantity_words(quantity) if bare else quantity.text


def _is_larger(quantity: Count | Money) -> bool:
    """Whether a header makes a quantity larger than the figures that are written."""
    if quantity.upper is not None or any(map(str.isalpha, quantity.text)):
        return False
    digits = "".join(filter(str.isdigit, quantity.text))
    written = (Decimal(digits or "0").scaleb(-decimals) for decimals in range(len(digits) + 1))
    return quantity.value not in written


def _population(population: Population) -> str:
    """The kind of the group, its words, its size, and the group examined when it is another."""
    words = population.text if population.kind != population.text.lower() else ""
    whole = f"of {population.count.value}" if population.count else ""
    parts = [population.kind, f"({words})" if words else "", whole]
    if population.basis is not None:
        basis = population.basis
        size = f"{basis.count.value} " if basis.count else ""
        parts.append(f"on {size}{basis.kind}")
    return " ".join(part for part in parts if part)


def _year(result: Result) -> str:
    if result.year is None:
        return ""
    return (
        str(result.year) if result.year_basis == "stated" else f"{result.year} {result.year_basis}"
    )


def _previous(previous: Result | None) -> str:
    if previous is None or previous.quantity is None:
        return ""
    year = f" ({previous.year})" if previous.year is not None else ""
    return f"{_written(previous.quantity)}{year}"


def _case(ruling: Ruling) -> str:
    kind = f"{ruling.stage or ''} {ruling.case or 'ruling'}".strip()
    return f"{ruling.count} × {kind}" if ruling.count > 1 else kind


def _remarks(report: Report) -> Iterator[str]:
    """Everything that a reader should know besides the facts, nothing left unsaid."""
    numbers = report.audit.numbers
    used = sum(number.status == "used" for number in numbers)
    unexplained = report.audit.unexplained
    aside = len(numbers) - used - len(unexplained)
    yield (
        f"{len(numbers)} numbers: {used} used, {aside} set aside, {len(unexplained)} unexplained"
        f" · {len(report.links)} links · {len(report.figures)} figures"
    )
    for number in unexplained:
        yield f"unexplained: {number.text!r} on page {number.place.page}"
    for index in report.audit.unread:
        figure = report.figures[index]
        name = f" ({figure.caption})" if figure.caption else ""
        yield f"not read: figure on page {figure.page}{name}"
    for finding in report.findings:
        yield f"{finding.certainty}: {finding.message}"
    for warning in report.warnings:
        yield f"warning: {warning.message}"
