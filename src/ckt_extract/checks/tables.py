"""A total row of a table is what the rows above it add to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ckt_extract.checks.evidence import Certainty
from ckt_extract.checks.knowledge import knowledge
from ckt_extract.checks.printed import Printed, read_column
from ckt_extract.checks.wording import number
from ckt_extract.models.audit import Finding
from ckt_extract.models.document import Cell, Language, Table
from ckt_extract.models.place import Box, Place
from ckt_extract.models.report import Report

__all__ = ["tables"]

_HUNDRED = Decimal(100)
_NEAR = Decimal("0.1")
"""A total that misses its rows by more than a tenth may be a total of something else."""


class _Sum(Struct, frozen=True):
    """What some rows of a column add to, and by how much rounding may change that."""

    rows: tuple[int, ...]
    value: Decimal
    greatest: Decimal
    slack: Decimal
    whole: bool
    """All rows are whole numbers."""


def tables(report: Report) -> Iterator[Finding]:
    """Findings `table_total`."""
    totalled = [
        (str(position), table)
        for position, table in enumerate(report.tables, start=1)
        if any(_kind(row) == "total" for row in table.rows)
    ]
    facts = _facts_by_box(report) if totalled else {}
    for position, table in totalled:
        name = table.number or position
        for column, header in enumerate(table.header):
            for row, added, total in _wrong_totals(table, column, report.document.language):
                cells = _cells(table, column, (row, *added.rows))
                places = [_place(cell) for cell in cells] or [table.place]
                near = abs(added.value - total) <= abs(total) * _NEAR
                certainty: Certainty = "likely" if near else "possible"
                message = (
                    f"The total in column {header or column + 1} of table {name} "
                    f"(page {places[0].page}) is {number(total)}, "
                    f"but its rows add to {number(added.value)}."
                )
                ids = [facts[at] for c in cells if (at := (c.page, c.box)) in facts]
                yield Finding.built(
                    rule="table_total",
                    message=message,
                    certainty=certainty,
                    facts=tuple(dict.fromkeys(ids)),
                    places=tuple(places),
                )


def _kind(row: Sequence[str]) -> str:
    """`total` for a row that adds others up, `part` for one that is part of another, or `row`."""
    label = next((text for text in row if text.strip()), "").strip().casefold()
    if label.rstrip(":.* ") in knowledge().total:
        return "total"
    return "part" if label.startswith(knowledge().part) else "row"


def _wrong_totals(
    table: Table, column: int, language: Language
) -> Iterator[tuple[int, _Sum, Decimal]]:
    """Row, sum and printed total of each total in a column that does not fit."""
    header = table.header[column].casefold()
    if knowledge().no_sum.intersection(header.replace("/", " ").split()):
        return
    texts = [row[column] if column < len(row) else "" for row in table.rows]
    numbers = read_column(texts, language)
    if numbers is None:
        return
    kinds = [_kind(row) for row in table.rows]
    about = f"{header} {(table.caption or '').casefold()}"
    percent = any(word in header for word in ("%", "procent", "percent"))
    percent = percent or any(each is not None and each.percent for each in numbers)
    rounded = percent or any(word in about for word in knowledge().rounded)
    for row, printed in enumerate(numbers):
        if kinds[row] != "total" or printed is None:
            continue
        sums = [s for rows in _ranges(kinds, row) if (s := _added(numbers, rows)) is not None]
        several = any(len(each.rows) > 1 for each in sums)
        if not several or any(_fits(each, printed, rounded=rounded) for each in sums):
            continue
        nearest = min(sums, key=lambda each: abs(each.value - printed.value))
        if percent and not _is_sum_of_shares(nearest, printed.value):
            continue
        yield row, nearest, printed.value


def _is_sum_of_shares(added: _Sum, total: Decimal) -> bool:
    """Whether the total of a percentage column is a sum.

    The other kind of total is the share of the whole group, an average of its rows.
    """
    near = abs(added.value - total) <= abs(total) * _NEAR
    return total > added.greatest and (total == _HUNDRED or near)


def _ranges(kinds: list[str], total: int) -> list[list[int]]:
    """Rows a total can be of: since the total before it, all above it, or those below it."""
    before = max((i for i in range(total) if kinds[i] == "total"), default=-1)
    after = next((i for i in range(total + 1, len(kinds)) if kinds[i] == "total"), len(kinds))
    bounds = [(before + 1, total), (0, total), (total + 1, after)]
    ranges = [[i for i in range(*each) if kinds[i] == "row"] for each in bounds]
    return ranges[:2] if ranges[0] else ranges[1:]


def _added(numbers: list[Printed | None], rows: list[int]) -> _Sum | None:
    """The sum of the rows that have a number."""
    counted = [(i, printed) for i in rows if (printed := numbers[i]) is not None]
    if not counted:
        return None
    return _Sum(
        rows=tuple(i for i, _ in counted),
        value=sum((p.value for _, p in counted), Decimal(0)),
        greatest=max(p.value for _, p in counted),
        slack=sum((p.half_unit for _, p in counted), Decimal(0)),
        whole=all(p.half_unit == Decimal("0.5") for _, p in counted),
    )


def _fits(added: _Sum, total: Printed, *, rounded: bool) -> bool:
    """Whether a total is the sum; whole numbers are exact unless they are said to be rounded."""
    slack = added.slack + total.half_unit if rounded or not added.whole else Decimal(0)
    return abs(added.value - total.value) <= slack


def _facts_by_box(report: Report) -> dict[tuple[int, Box], str]:
    """The results that were read in tables, by page and box of the cell."""
    found: dict[tuple[int, Box], str] = {}
    for fact in report.results:
        for place in (fact.quantity.place if fact.quantity else fact.place, fact.place):
            if place.method == "table":
                for box in place.boxes:
                    found.setdefault((place.page, box), fact.id)
    return found


def _cells(table: Table, column: int, rows: Sequence[int]) -> list[Cell]:
    """The cells of some body rows in a column, in the order asked."""
    heads = max((cell.row for cell in table.cells), default=-1) + 1 - len(table.rows)
    by_row = {cell.row - heads: cell for cell in table.cells if cell.column == column}
    return [by_row[row] for row in rows if row in by_row]


def _place(cell: Cell) -> Place:
    return Place.built(page=cell.page, boxes=(cell.box,), quote=cell.text, method="table")
