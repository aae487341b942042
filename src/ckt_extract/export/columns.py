"""The facts of a report as rows: which columns there are, and what stands in them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from ckt_extract.models.place import Place
from ckt_extract.models.quantity import AnyQuantity, Percentage, Quantity
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result
from ckt_extract.models.ruling import Party, PlacedDate, PlacedText, Ruling

__all__ = ["FRAMES", "Cells", "ColumnType", "Rows", "rows_of"]

ColumnType = Literal["text", "whole", "decimal", "truth", "date"]
Cells = dict[str, object]


class Rows(NamedTuple):
    """Rows with the type of each column, in the order of the columns."""

    types: dict[str, ColumnType]
    rows: list[Cells]


def rows_of(report: Report, what: str) -> Rows | None:
    """The rows of one kind of facts; None for a kind that there is not (see `FRAMES`)."""
    make = _MAKERS.get(what)
    return make(report) if make else None


_RESULT: dict[str, ColumnType] = {
    "id": "text",
    "indicator": "text",
    "topic": "text",
    "subject": "text",
    "type": "text",
    "value": "decimal",
    "upper": "decimal",
    "bound": "text",
    "unit": "text",
    "currency": "text",
    "numerator": "decimal",
    "denominator": "decimal",
    "count": "decimal",
    "population": "text",
    "population_text": "text",
    "population_count": "decimal",
    "basis": "text",
    "basis_count": "decimal",
    "year": "whole",
    "year_basis": "text",
    "role": "text",
    "derived": "truth",
    "previous_value": "decimal",
    "previous_year": "whole",
}
_WHERE: dict[str, ColumnType] = {
    "page": "whole",
    "quote": "text",
    "text": "text",
    "section": "text",
    "method": "text",
}


def _results(report: Report) -> Rows:
    return _of_results(report.results)


def _percentages(report: Report) -> Rows:
    return _of_results([r for r in report.results if isinstance(r.quantity, Percentage)])


def _of_results(results: Sequence[Result]) -> Rows:
    names = sorted({name for result in results for name in result.dimensions})
    dimensions: dict[str, ColumnType] = {f"dim_{name}": "text" for name in names}
    return Rows({**_RESULT, **dimensions, **_WHERE}, [_result(result) for result in results])


def _result(result: Result) -> Cells:
    population, previous = result.population, result.previous
    basis = population.basis if population else None
    return {
        "id": result.id,
        "indicator": result.indicator,
        "topic": result.topic,
        "subject": result.subject,
        **(_quantity(result.quantity) if result.quantity else {}),
        "population": population.kind if population else None,
        "population_text": population.text if population else None,
        "population_count": _value(population.count) if population else None,
        "basis": basis.kind if basis else None,
        "basis_count": _value(basis.count) if basis else None,
        "year": result.year,
        "year_basis": result.year_basis,
        "role": result.role,
        "derived": result.derived,
        "previous_value": _value(previous.quantity) if previous else None,
        "previous_year": previous.year if previous else None,
        **{f"dim_{name}": value for name, value in result.dimensions.items()},
        **_where(result.place),
        "text": result.text,
        "section": result.section,
    }


def _quantity(quantity: AnyQuantity) -> Cells:
    cells: Cells = {
        "type": quantity.type,
        "value": quantity.value,
        "upper": quantity.upper,
        "bound": quantity.bound,
    }
    match quantity.type:
        case "percentage":
            cells |= {"unit": "percent", "count": _value(quantity.count)}
        case "percentage_points":
            cells |= {"unit": "points"}
        case "duration":
            cells |= {"unit": quantity.unit}
        case "money":
            cells |= {"currency": quantity.currency}
        case "ratio":
            cells |= {"numerator": quantity.numerator, "denominator": quantity.denominator}
        case "count":
            pass
    return cells


def _value(quantity: Quantity | None) -> object:
    return quantity.value if quantity else None


def _where(place: Place) -> Cells:
    return {"page": place.page, "quote": place.quote, "method": place.method}


_COURSE = ("filed", "admissible", "hearing", "decided", "published")


def _rulings(report: Report) -> Rows:
    types: dict[str, ColumnType] = {
        "id": "text",
        "count": "whole",
        "case": "text",
        "stage": "text",
        "outcome": "text",
        "subject": "text",
        "applicants": "text",
        "respondents": "text",
        "parties": "text",
        "year": "whole",
        **dict.fromkeys(_COURSE, "date"),
        "committee": "text",
        "recommendations": "text",
        "links": "text",
        "page": "whole",
        "quote": "text",
        "text": "text",
        "method": "text",
    }
    return Rows(types, [_ruling(ruling) for ruling in report.rulings])


def _ruling(ruling: Ruling) -> Cells:
    dates: list[tuple[str, PlacedDate | None]] = [(n, getattr(ruling, n)) for n in _COURSE]
    return {
        "id": ruling.id,
        "count": ruling.count,
        "case": ruling.case,
        "stage": ruling.stage,
        "outcome": ruling.outcome,
        "subject": ruling.subject,
        "applicants": _names(ruling.parties, ("applicant", "complainant")),
        "respondents": _names(ruling.parties, ("respondent",)),
        "parties": _names(ruling.parties, ("party",)),
        "year": ruling.year,
        **{name: when.value if when else None for name, when in dates},
        "committee": _joined(_texts(ruling.committee)),
        "recommendations": _joined(_texts(ruling.recommendations)),
        "links": _joined(link.uri for link in ruling.links),
        **_where(ruling.place),
        "text": ruling.text,
    }


def _names(parties: Iterable[Party], roles: tuple[str, ...]) -> str | None:
    return _joined(party.name for party in parties if party.role in roles)


def _texts(placed: Iterable[PlacedText]) -> Iterable[str]:
    return (each.text for each in placed)


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None


def _audit(report: Report) -> Rows:
    types: dict[str, ColumnType] = {
        "text": "text",
        "status": "text",
        "reason": "text",
        "facts": "text",
        "page": "whole",
        "quote": "text",
        "method": "text",
    }
    rows: list[Cells] = [
        {
            "text": number.text,
            "status": number.status,
            "reason": number.reason,
            "facts": " ".join(number.facts) or None,
            **_where(number.place),
        }
        for number in report.audit.numbers
    ]
    return Rows(types, rows)


def _findings(report: Report) -> Rows:
    types: dict[str, ColumnType] = {
        "rule": "text",
        "certainty": "text",
        "message": "text",
        "facts": "text",
        "page": "whole",
        "pages": "text",
    }
    rows: list[Cells] = [
        {
            "rule": finding.rule,
            "certainty": finding.certainty,
            "message": finding.message,
            "facts": " ".join(finding.facts) or None,
            "page": min((place.page for place in finding.places), default=None),
            "pages": " ".join(map(str, sorted({place.page for place in finding.places}))) or None,
        }
        for finding in report.findings
    ]
    return Rows(types, rows)


def _links(report: Report) -> Rows:
    types: dict[str, ColumnType] = {"uri": "text", "text": "text", "page": "whole"}
    rows: list[Cells] = [
        {"uri": link.uri, "text": link.text, "page": link.place.page} for link in report.links
    ]
    return Rows(types, rows)


def _tables(report: Report) -> Rows:
    types: dict[str, ColumnType] = {
        "index": "whole",
        "number": "text",
        "caption": "text",
        "rows": "whole",
        "columns": "whole",
        "page": "whole",
        "pages": "text",
        "engine": "text",
    }
    rows: list[Cells] = [
        {
            "index": index,
            "number": table.number,
            "caption": table.caption,
            "rows": len(table.rows),
            "columns": len(table.header),
            "page": table.place.page,
            "pages": " ".join(map(str, table.pages)),
            "engine": table.engine,
        }
        for index, table in enumerate(report.tables)
    ]
    return Rows(types, rows)


_MAKERS: dict[str, Callable[[Report], Rows]] = {
    "results": _results,
    "percentages": _percentages,
    "rulings": _rulings,
    "audit": _audit,
    "findings": _findings,
    "links": _links,
    "tables": _tables,
}
FRAMES = tuple(_MAKERS)
"""The kinds of facts that there is a frame of."""
