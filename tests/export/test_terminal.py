"""The tables for a terminal say what a number is, also where its unit is not beside it."""

import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from rich.console import Console

import ckt_extract
from ckt_extract.export.terminal import report_tables
from ckt_extract.models.quantity import AnyQuantity, Count, Duration, Money, Percentage
from tests.documents.compare import fixture_pdfs


def shown(report: ckt_extract.Report) -> str:
    """What a terminal prints."""
    out = io.StringIO()
    for table in report_tables(report):
        Console(file=out, width=200).print(table)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "text", "more", "expected"),
    [
        (Percentage, "18", {}, "18%"),
        (Percentage, "18 procent", {}, "18 procent"),
        (Money, "18", {"currency": "EUR"}, "EUR 18"),
        (Duration, "18", {"unit": "weeks"}, "18 weeks"),
        (Count, "18", {}, "18"),
    ],
)
def test_a_unit_in_a_header_is_shown(
    kind: Callable[..., AnyQuantity], text: str, more: dict[str, str], expected: str
) -> None:
    """`18` under *in procenten* is shown as 18%, and what says its unit as it is written."""
    report = ckt_extract.extract(fixture_pdfs()[0], ocr="off")
    result = next(each for each in report.results if each.quantity is not None)
    quantity = kind(value=Decimal(18), text=text, place=result.place, **more)
    changed = result.changed(quantity=quantity, role="result")
    row = next(
        line
        for line in shown(report.changed(results=(changed,))).splitlines()
        if line.strip().startswith(expected)
    )
    assert expected == row.strip()[: row.strip().index("  ")]
