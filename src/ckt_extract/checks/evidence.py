"""The facts that the rules look at, what they are grouped by, and the finding made of them."""

from collections.abc import Iterable
from typing import Literal

from ckt_extract.models.audit import Finding
from ckt_extract.models.place import Place
from ckt_extract.models.quantity import AnyQuantity, Count, Percentage
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result

__all__ = [
    "Certainty",
    "Dimensions",
    "checkable",
    "dimensions_of",
    "finding",
    "kind_of",
    "measure_of",
    "place_of",
    "reading_order",
    "total_of",
]

Certainty = Literal["certain", "likely", "possible"]
Dimensions = tuple[tuple[str, str], ...]

_DIGITS = 15
"""Numbers of more digits than this are no figures of a report (a misread line of digits)."""


def checkable(report: Report) -> list[Result]:
    """The results of a report that have a number, with older values that stand nowhere else.

    An older value that is only known as `previous` of a result takes over what that result
    says of indicator, population and dimensions.
    """
    facts = list(report.results)
    known = {fact.id for fact in facts}
    for fact in report.results:
        older = fact.previous
        if older is not None and older.id not in known:
            known.add(older.id)
            inherited = older.changed(
                indicator=older.indicator or fact.indicator,
                population=older.population or fact.population,
                dimensions=older.dimensions or fact.dimensions,
                role="previous",
            )
            facts.append(inherited)
    return [fact for fact in facts if fact.quantity is not None and _sane(fact.quantity)]


def _sane(quantity: AnyQuantity) -> bool:
    """Whether the numbers of a quantity have a size that can be reckoned with."""
    numbers = [quantity.value, quantity.upper]
    if isinstance(quantity, Percentage) and quantity.count is not None:
        numbers.append(quantity.count.value)
    return all(n is None or abs(n.adjusted()) < _DIGITS for n in numbers)


def dimensions_of(fact: Result, *, without: str | None = None) -> Dimensions:
    """The dimensions of a result as a key, with or without one of them."""
    if not fact.dimensions:
        return ()
    return tuple(sorted(item for item in fact.dimensions.items() if item[0] != without))


def kind_of(fact: Result) -> str | None:
    """The kind of things that a result speaks of."""
    return fact.population.kind if fact.population else None


def total_of(fact: Result) -> Count | None:
    """How many there are in all of the things that a result speaks of."""
    return fact.population.count if fact.population else None


def measure_of(quantity: AnyQuantity) -> str:
    """What quantities must have in common to be compared; a ratio is a share as well."""
    match quantity.type:
        case "percentage" | "ratio":
            return "share"
        case "money":
            return f"money {quantity.currency}"
        case "duration":
            return f"duration {quantity.unit}"
        case other:
            return other


def place_of(fact: Result) -> Place:
    """Where the number of a result stands."""
    return fact.quantity.place if fact.quantity else fact.place


def finding(
    rule: str,
    message: str,
    certainty: Certainty,
    facts: Iterable[Result] = (),
    places: Iterable[Place] = (),
) -> Finding:
    """A finding about some results; `places` are given where it is not about results."""
    concerned = list(facts)
    where = list(places) or [place_of(fact) for fact in concerned]
    return Finding.built(
        rule=rule,
        message=message,
        certainty=certainty,
        facts=tuple(dict.fromkeys(fact.id for fact in concerned)),
        places=tuple(where),
    )


def reading_order(found: Finding) -> tuple[object, ...]:
    """The sort key of findings: first place, rule, message."""
    first = min((place.page, place.boxes[0].top, place.boxes[0].x0) for place in found.places)
    return (*first, found.rule, found.message)
