"""Quantities and facts in a few English words, for messages and for display."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ckt_extract.models.place import Place
from ckt_extract.models.quantity import AnyQuantity
from ckt_extract.models.result import Result

__all__ = ["listing", "number", "pages", "quantity_words", "told"]

_BOUNDS = {
    "exact": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "nearly": "nearly ",
}
_LONGEST = 30
"""Digits up to which a number is written out."""


def number(value: Decimal) -> str:
    """A number in English notation: 5,989 and 2.5."""
    if abs(value.adjusted()) > _LONGEST or not value.is_finite():
        return f"{value:.6e}"
    return f"{value:,f}"


def quantity_words(quantity: AnyQuantity) -> str:
    """A quantity with its bound and unit: *nearly 6,000*, *63%*, *4 of 5*, *EUR 3,200,000*."""
    bound = _BOUNDS[quantity.bound]
    if quantity.type == "ratio":
        return f"{bound}{number(quantity.numerator)} of {number(quantity.denominator)}"
    value = number(quantity.value)
    if quantity.upper is not None:
        value = f"{value}-{number(quantity.upper)}"
    match quantity.type:
        case "percentage":
            return f"{bound}{value}%"
        case "percentage_points":
            return f"{bound}{value} points"
        case "money":
            return f"{bound}{quantity.currency} {value}"
        case "duration":
            unit = quantity.unit
            single = quantity.upper is None and quantity.value == 1
            return f"{bound}{value} {unit.removesuffix('s') if single else unit}"
        case _:
            return f"{bound}{value}"


def told(fact: Result, *, year: bool = True) -> str:
    """A fact as a message names it: *63% of brands (2019, page 4)*."""
    words = quantity_words(fact.quantity) if fact.quantity else "a claim"
    place = fact.quantity.place if fact.quantity else fact.place
    if fact.population and fact.quantity and fact.population.kind != "other":
        of = " " if fact.quantity.type in ("count", "ratio") else " of "
        words += of + fact.population.kind
    details = [str(fact.year)] if year and fact.year is not None else []
    return f"{words} ({', '.join([*details, f'page {place.page}'])})"


def listing(items: Sequence[str], *, most: int = 5) -> str:
    """Items as an enumeration; of a long one the first few and how many more there are."""
    if len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1} more"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def pages(places: Iterable[Place]) -> str:
    """The pages of places: *page 4* or *pages 4 and 7*."""
    numbers = sorted({place.page for place in places})
    word = "page" if len(numbers) == 1 else "pages"
    return f"{word} {listing([str(n) for n in numbers])}"
