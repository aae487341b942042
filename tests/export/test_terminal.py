"""The tables for a terminal say what a number is, also where its unit is not beside it."""

import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from rich.console import Console

import ckt_extract
from ckt_extract.export.terminal import report_tables
from ckt_extract.models.place import Place
from ckt_extract.models.quantity import AnyQuantity, Count, Duration, Money, Percentage
from tests.documents.compare import fixture_pdfs


def shown(report: ckt_extract.Report) -> str:
    """What a terminal prints."""
    out = io.StringIO()
    for table in report_tables(report):
        Console(file=out, width=200).print(table)
    return out.getvalue()


def first_value(make: Callable[[Place], AnyQuantity]) -> str:
    """How the quantity of the only result of a report is shown."""
    report = ckt_extract.extract(fixture_pdfs()[0], ocr="off")
    result = next(each for each in report.results if each.quantity is not None)
    changed = result.changed(quantity=make(result.place), role="result", previous=None)
    lines = shown(report.changed(results=(changed,))).splitlines()
    row = lines[next(at for at, line in enumerate(lines) if "──" in line) + 1].strip()
    return row[: row.index("  ")]


@pytest.mark.parametrize(
    ("kind", "text", "more", "expected"),
    [
        (Percentage, "18", {}, "18%"),
        (Percentage, "18 procent", {}, "18 procent"),
        (Money, "18", {"currency": "EUR"}, "EUR 18"),
        (Duration, "18", {"unit": "weeks"}, "18 weeks"),
        (Count, "18", {}, "18"),
        (Count, "18.000", {}, "18.000"),
        (Count, "ruim 18", {}, "ruim 18"),
    ],
)
def test_a_unit_in_a_header_is_shown(
    kind: Callable[..., AnyQuantity], text: str, more: dict[str, str], expected: str
) -> None:
    """`18` under *in procenten* is shown as 18%, and what says its unit as it is written."""
    value = Decimal("".join(filter(str.isdigit, text)))
    assert expected == first_value(lambda place: kind(value=value, text=text, place=place, **more))


@pytest.mark.parametrize(
    ("kind", "value", "text", "more", "expected"),
    [
        (Count, "45000", "45", {}, "45,000"),
        (Count, "3500", "3,5", {}, "3,500"),
        (Count, "45000", "45 duizend", {}, "45 duizend"),
        (Money, "45000", "€ 45", {"currency": "EUR"}, "EUR 45,000"),
        (Money, "2.5", "€ 2,50", {"currency": "EUR"}, "€ 2,50"),
        (Money, "1250.75", "€ 1.250,75", {"currency": "EUR"}, "€ 1.250,75"),
        (Money, "1200000", "1,2 mln euro", {"currency": "EUR"}, "1,2 mln euro"),
    ],
)
def test_a_scale_in_a_header_is_shown(
    kind: Callable[..., AnyQuantity], value: str, text: str, more: dict[str, str], expected: str
) -> None:
    """`45` under *x 1.000* is shown as 45,000; what says its scale itself as it is written."""
    assert expected == first_value(
        lambda place: kind(value=Decimal(value), text=text, place=place, **more)
    )
