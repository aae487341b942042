"""A report written to a file: JSON, JSON Lines, CSV, Parquet."""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal
from os import PathLike
from pathlib import Path
from types import ModuleType
from typing import TextIO

from ckt_extract.errors import MissingExtraError, UnsupportedError
from ckt_extract.export.columns import ColumnType
from ckt_extract.export.frames import report_rows, table_columns
from ckt_extract.models.document import Table
from ckt_extract.models.report import Report

__all__ = ["write_csv", "write_json", "write_jsonl", "write_parquet"]

Target = str | PathLike[str] | TextIO

_FORMULA = re.compile(r"(?:\A|;)(?=[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|\A[\t\r\n])")
"""Where a spreadsheet takes what follows for a formula, after what it may strip before one. One
that is set to Dutch begins a new cell after a semicolon, too."""
_NUMBER = re.compile(r"[+-]\d+(?:[.,]\d+)*\s?%?")
_DIGITS, _DECIMALS = 38, 10
"""Of a decimal column of Parquet: what every reader of the format can hold."""


def write_json(report: Report, out: Target) -> None:
    """Write a report as one indented JSON document that `Report` reads back exactly.

    Args:
        report: The report.
        out: Path, or a file that is open for writing text.
    """
    with _opened(out) as file:
        file.write(report.model_dump_json(indent=2))
        file.write("\n")


def write_jsonl(reports: Iterable[Report], out: Target) -> int:
    """Write reports as JSON Lines, one a line, each as soon as it comes.

    Returns:
        How many were written.
    """
    written = 0
    with _opened(out) as file:
        for report in reports:
            file.write(report.model_dump_json())
            file.write("\n")
            written += 1
    return written


def write_csv(source: Report | Table, out: Target, what: str = "results") -> None:
    """Write one kind of facts, or a table, as CSV in UTF-8 with a header row.

    Spreadsheets run cells that start with `=`, `+`, `-` or `@` as formulas. A text that starts
    so, or goes on so after a semicolon, gets an apostrophe there, unless it is a number.

    Args:
        source: A report, or one of its tables.
        out: Path, or a file that is open for writing text (with `newline=""`).
        what: Kind of facts of a report, as in `report_frame`.

    Raises:
        UnsupportedError: There is no such kind of facts.
    """
    with _opened(out) as file:
        writer = csv.writer(file, lineterminator="\r\n")  # RFC 4180
        for row in _lines(source, what):
            writer.writerow([_csv_cell(cell) for cell in row])


def write_parquet(report: Report, out: str | PathLike[str], what: str = "results") -> None:
    """Write one kind of facts as Parquet (extra `[parquet]`).

    The schema does not depend on what a report holds, dimensions apart.

    Args:
        report: The report.
        out: Path of the file.
        what: Kind of facts, as in `report_frame`.

    Raises:
        MissingExtraError: pyarrow is not installed.
        UnsupportedError: There is no such kind of facts, or a number has too many digits.
    """
    try:
        # pyarrow is an extra, and has no type stubs
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow", todo="Run: pip install 'ckt-extract[parquet]'"
        ) from error
    types, rows = report_rows(report, what)
    schema = pa.schema([(name, _arrow_type(pa, kind)) for name, kind in types.items()])
    columns = [[_arrow_cell(row.get(name), kind) for row in rows] for name, kind in types.items()]
    try:
        table = pa.table(
            [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema
        )
    except pa.ArrowException as error:
        raise UnsupportedError(
            f"a number in {what} does not fit a Parquet column of {_DIGITS} digits",
            todo="Write JSON or CSV instead.",
            document=report.document.name,
        ) from error
    pq.write_table(table, str(out))


def _lines(source: Report | Table, what: str) -> Iterator[list[object]]:
    if isinstance(source, Table):
        names = table_columns(source)
        yield list(names)
        for row in source.rows:
            yield [*row, *[""] * (len(names) - len(row))]
        return
    types, rows = report_rows(source, what)
    yield list(types)
    for cells in rows:
        yield [cells.get(name) for name in types]


def _csv_cell(cell: object) -> object:
    if isinstance(cell, Decimal):
        return f"{cell:f}" if abs(cell.adjusted()) < 100 else str(cell)
    if isinstance(cell, str) and not _NUMBER.fullmatch(cell):
        return _FORMULA.sub(r"\g<0>'", cell)
    return "" if cell is None else cell


def _arrow_type(pa: ModuleType, kind: ColumnType) -> object:
    types: dict[ColumnType, object] = {
        "text": pa.string(),
        "whole": pa.int64(),
        "decimal": pa.decimal128(_DIGITS, _DECIMALS),
        "truth": pa.bool_(),
        "date": pa.date32(),
    }
    return types[kind]


def _arrow_cell(cell: object, kind: ColumnType) -> object:
    if kind == "text" and cell is not None:
        return str(cell)
    if isinstance(cell, Decimal) and cell.adjusted() < _DIGITS - _DECIMALS:
        return round(cell, _DECIMALS)
    return cell


def _opened(out: Target) -> AbstractContextManager[TextIO]:
    """The file to write to; one that was open already stays open."""
    if isinstance(out, str | PathLike):
        # characters that UTF-8 cannot hold (half of a pair) are replaced
        return Path(out).open("w", encoding="utf-8", errors="replace", newline="")
    return nullcontext(out)
