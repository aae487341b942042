"""Two slips that readers of these reports make, and their writers too.

Brands are taken for companies (a company often has several brands), and a percentage is taken
for a count: *5 bedrijven (8 procent)* becomes *8 bedrijven*.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from ckt_extract.checks.evidence import (
    Certainty,
    dimensions_of,
    finding,
    kind_of,
    measure_of,
    total_of,
)
from ckt_extract.checks.wording import listing, number, quantity_words, told
from ckt_extract.models.audit import Finding
from ckt_extract.models.quantity import Count, Percentage
from ckt_extract.models.result import Result

__all__ = ["mixups"]

_MIXED = ("companies", "brands")
_ORDINARY = frozenset({0, 100})
"""None and all are said of companies and of brands alike."""


def mixups(facts: Iterable[Result]) -> Iterator[Finding]:
    """Findings `companies_and_brands` and `percentage_as_count`."""
    same_value: defaultdict[Hashable, list[Result]] = defaultdict(list)
    percentages: defaultdict[Hashable, list[Result]] = defaultdict(list)
    counts: list[tuple[Hashable, Result]] = []
    for fact in facts:
        quantity = fact.quantity
        if quantity is None or not fact.indicator or fact.role not in ("result", "previous"):
            continue
        about = (fact.indicator, dimensions_of(fact))
        if kind_of(fact) in _MIXED and quantity.value not in _ORDINARY:
            value = (quantity.value, quantity.upper, measure_of(quantity))
            same_value[*about, fact.year, value].append(fact)
        if isinstance(quantity, Percentage):
            percentages[*about, quantity.value].append(fact)
        elif isinstance(quantity, Count) and quantity.value not in _ORDINARY:
            counts.append(((*about, quantity.value), fact))
    for group in same_value.values():
        yield from _companies_and_brands(group)
    for key, fact in counts:
        yield from _percentage_as_count(fact, percentages.get(key, []))


def _companies_and_brands(group: list[Result]) -> Iterator[Finding]:
    """The same value of the same indicator is of companies here and of brands there."""
    kinds: defaultdict[str | None, list[Result]] = defaultdict(list)
    for fact in group:
        kinds[kind_of(fact)].append(fact)
    if len(kinds) < len(_MIXED):
        return
    first, *others = group
    told_otherwise = [fact for fact in others if kind_of(fact) != kind_of(first)]
    message = (
        f"{first.indicator} has the same value of companies and of brands: {told(first)} "
        f"and {listing([told(fact) for fact in told_otherwise])}."
    )
    yield finding("companies_and_brands", message, "likely", group)


def _percentage_as_count(fact: Result, percentages: list[Result]) -> Iterator[Finding]:
    """A count equals the percentage of the same indicator, which stands for another number."""
    found: list[tuple[Certainty, str, Result]] = []
    for other in percentages:
        certainty, why = _not_that_many(fact, other)
        same_year = fact.year == other.year or None in (fact.year, other.year)
        if same_year and certainty is not None:
            found.append((certainty, why, other))
    if found:
        certainty, why, other = min(found, key=lambda item: item[0] != "likely")
        message = f"{told(fact)} looks like the percentage of {told(other)}{why}."
        yield finding("percentage_as_count", message, certainty, (fact, other))


def _not_that_many(fact: Result, other: Result) -> tuple[Certainty | None, str]:
    """How sure it is that a percentage does not stand for the count of the same value."""
    share = other.quantity
    if not isinstance(share, Percentage):
        return None, ""
    if share.count is not None:
        differs = share.count.value != share.value
        return "likely" if differs else None, f", which is {quantity_words(share.count)}"
    total = total_of(other) or total_of(fact) or _examined(other)
    if total is None:
        return "possible", ""
    expected = share.value * total.value / 100
    if abs(expected - share.value) <= max(total.value / 200, Decimal(1)):
        return None, ""
    return "likely", f" of {number(total.value)}"


def _examined(fact: Result) -> Count | None:
    """How large the group is that was examined, where it is of another kind."""
    basis = fact.population.basis if fact.population else None
    return basis.count if basis else None
