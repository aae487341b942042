"""Reports built by hand, field by field, for the rules to look at."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count as counter
from typing import Any, Literal

from ckt_extract.checks import check
from ckt_extract.models.audit import Finding
from ckt_extract.models.document import Cell, Document, Table
from ckt_extract.models.place import Box, Method, Place
from ckt_extract.models.quantity import (
    AnyQuantity,
    Bound,
    Count,
    Duration,
    Money,
    Percentage,
    PercentagePoints,
    Ratio,
)
from ckt_extract.models.report import Report
from ckt_extract.models.result import Population, Result
from ckt_extract.models.ruling import PlacedDate, Ruling

_tops = counter(1)


def place(page: int = 1, quote: str = "63 procent", *, method: Method = "text") -> Place:
    """A place of one line; every place that is built stands lower than the one before."""
    top = float(next(_tops))
    box = Box(50.0, top, 250.0, top + 10)
    return Place(page=page, boxes=(box,), quote=quote, method=method)


def many(value: str | int, *, bound: Bound = "exact", page: int = 1) -> Count:
    """A count."""
    return Count(value=Decimal(value), bound=bound, text=str(value), place=place(page, str(value)))


def percent(
    value: str | int,
    *,
    bound: Bound = "exact",
    upper: str | None = None,
    count: int | None = None,
    page: int = 1,
) -> Percentage:
    """A percentage, with the count that the text gives beside it."""
    words = f"{value} procent"
    return Percentage(
        value=Decimal(value),
        upper=None if upper is None else Decimal(upper),
        bound=bound,
        text=words,
        count=None if count is None else many(count, page=page),
        place=place(page, words),
    )


def ratio(numerator: int, denominator: int, *, bound: Bound = "exact", page: int = 1) -> Ratio:
    """A ratio in words."""
    words = f"{numerator} op de {denominator}"
    return Ratio(
        value=round(Decimal(numerator) / Decimal(denominator), 6),
        numerator=Decimal(numerator),
        denominator=Decimal(denominator),
        bound=bound,
        text=words,
        place=place(page, words),
    )


def points(value: str) -> PercentagePoints:
    """A difference in points."""
    return PercentagePoints(value=Decimal(value), text=f"{value} procentpunt", place=place())


def euros(value: str) -> Money:
    """An amount in euros."""
    return Money(value=Decimal(value), currency="EUR", text=f"€ {value}", place=place())


def years(value: str) -> Duration:
    """A length of time in years."""
    return Duration(value=Decimal(value), unit="years", text=f"{value} jaar", place=place())


def of(
    kind: str, total: int | None = None, *, text: str = "", basis: Population | None = None
) -> Population:
    """A population, with its size where the text gives it."""
    count = None if total is None else many(total)
    return Population(kind=kind, text=text or kind, count=count, basis=basis)


def fact(quantity: AnyQuantity | None, indicator: str | None = None, **fields: object) -> Result:
    """A result; ids follow the order in which a test builds them (see `report`)."""
    page = quantity.place.page if quantity else 1
    settings: dict[str, Any] = {
        "id": "r0",
        "text": f"Een zin op bladzijde {page}.",
        "subject": indicator or "iets",
        "indicator": indicator,
        "quantity": quantity,
        "place": place(page, "Een zin"),
        **fields,
    }
    if settings.get("year") is not None:
        settings.setdefault("year_basis", "stated")
    return Result(**settings)


def report(*facts: Result, language: object = "nl", **fields: object) -> Report:
    """A report over 2019 about the CKT; results without an id get r1, r2, … in order."""
    named = [
        each.model_copy(update={"id": f"r{number}"}) if each.id == "r0" else each
        for number, each in enumerate(facts, start=1)
    ]
    file: dict[str, Any] = {"name": "verslag.pdf", "sha256": "0" * 64, "language": language}
    settings: dict[str, Any] = {
        "document": Document(**file, pages=40),
        "kind": "annual_report",
        "agreement": "CKT",
        "year": 2019,
        "results": tuple(named),
        **fields,
    }
    return Report(**settings)


def table(
    header: Sequence[str], *rows: Sequence[str], caption: str | None = None, page: int = 1
) -> Table:
    """A table with one header row, each cell with a box of its own."""
    cells = [
        Cell(
            row=row,
            column=column,
            text=text,
            page=page,
            box=Box(60.0 * column, 20.0 * row + 100, 60.0 * column + 50, 20.0 * row + 110),
        )
        for row, texts in enumerate([header, *rows])
        for column, text in enumerate(texts)
        if text
    ]
    return Table(
        caption=caption,
        header=tuple(header),
        rows=tuple(tuple(row) for row in rows),
        cells=tuple(cells),
        pages=(page,),
        place=place(page, header[0]),
        engine="grid",
    )


def on(
    year: int,
    month: int = 1,
    day: int = 1,
    *,
    precision: Literal["day", "month", "year"] = "day",
) -> PlacedDate:
    """A date of a procedure."""
    return PlacedDate(value=date(year, month, day), precision=precision, place=place())


def ruling(**fields: object) -> Ruling:
    """A ruling."""
    settings: dict[str, Any] = {"id": "u1", "text": "De commissie deed uitspraak.", **fields}
    return Ruling(place=place(), **settings)


def found(*facts: Result, rule: str, **fields: object) -> list[Finding]:
    """The findings of one rule in a report of some results."""
    return [each for each in check(report(*facts, **fields)) if each.rule == rule]
