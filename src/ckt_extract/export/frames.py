"""The facts of a report, and a table of it, as pandas frames."""

from typing import TYPE_CHECKING

from ckt_extract.errors import UnsupportedError
from ckt_extract.export.columns import FRAMES, ColumnType, Rows, rows_of
from ckt_extract.models.document import Table
from ckt_extract.models.report import Report

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["FRAMES", "report_frame", "report_rows", "table_columns", "table_frame"]

_DTYPES: dict[ColumnType, str] = {
    "text": "string",
    "whole": "Int64",
    "decimal": "object",
    "truth": "boolean",
    "date": "object",
}


def report_frame(report: Report, what: str = "results") -> "DataFrame":
    """One kind of facts as a frame, one row a fact, in the order of the report.

    The columns and their types are the same whatever a report holds (dimensions apart, which
    are columns named `dim_…`), so that frames of several reports can be put together. Text is
    of dtype `string`, whole numbers are nullable `Int64`; values stay `Decimal` and dates stay
    `date`, with None where there is none.

    Args:
        report: The report.
        what: `results`, `percentages`, `rulings`, `audit`, `findings`, `links` or `tables`
            (an index of the tables; see `Table.to_frame` for their content).

    Raises:
        UnsupportedError: There is no such kind of facts.
    """
    import pandas as pd  # noqa: PLC0415 - half a second, only where a frame is asked for

    types, rows = report_rows(report, what)
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in rows], dtype=_DTYPES[kind])
            for name, kind in types.items()
        }
    )


def table_frame(table: Table) -> "DataFrame":
    """A table as a frame of strings, as printed: one row a body row.

    A column name that comes again gets a number: `2019`, `2019 (2)`.
    """
    import pandas as pd  # noqa: PLC0415 - half a second, only where a frame is asked for

    names = table_columns(table)
    columns = {
        name: pd.Series([_cell(row, index) for row in table.rows], dtype="string")
        for index, name in enumerate(names)
    }
    return pd.DataFrame(columns)


def report_rows(report: Report, what: str) -> Rows:
    """The rows that a frame is made of.

    Raises:
        UnsupportedError: There is no such kind of facts.
    """
    rows = rows_of(report, what)
    if rows is None:
        raise UnsupportedError(
            f"there is no frame of {what!r}", todo=f"Ask for one of {', '.join(FRAMES)}."
        )
    return rows


def table_columns(table: Table) -> list[str]:
    """The names of a table's columns, each of them once."""
    width = max([len(table.header), *(len(row) for row in table.rows)])
    names: list[str] = []
    taken: set[str] = set()
    for index in range(width):
        printed = _cell(table.header, index)
        name, number = printed, 1
        while name in taken:
            number += 1
            name = f"{printed} ({number})"
        taken.add(name)
        names.append(name)
    return names


def _cell(row: tuple[str, ...], index: int) -> str:
    return row[index] if index < len(row) else ""
