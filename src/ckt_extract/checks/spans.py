"""Between which values a quantity can lie, given how it is rounded and bounded."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ckt_extract.models.quantity import Percentage, PercentagePoints, Quantity, Ratio
from ckt_extract.models.result import Result

__all__ = ["Span", "agree", "rounding", "span", "span_of", "sum_of"]

_FAR = Decimal("Infinity")
_ABOUT = Decimal("0.05")
"""*Circa 6.000* covers 5.700 to 6.300: reports say *about* of what they rounded."""
_NEARLY = Decimal("0.15")
"""*Bijna 6.000* covers 5.100 to 6.000; *bijna de helft* is said of 43 %."""
_MORE = Decimal("0.5")
"""*Ruim* or *meer dan 5.800* says little of a value that is more than half as high again."""
_ROUND = Decimal("0.01")
"""A count that ends in two zeros may stand for one that differs by 1 %: 6.000 for 5.989."""
_LOOSE_RATIO = Decimal(5)
"""Points by which a ratio in small whole numbers may miss: *negen van de tien* is said of 86 %."""
_SMALL_DENOMINATOR = 10


class Span(NamedTuple):
    """The least and the greatest value, both included."""

    low: Decimal
    high: Decimal


def span(quantity: Quantity) -> Span:
    """The values that a quantity as written can stand for; shares are in percent."""
    slack = rounding(quantity)
    low = quantity.value
    high = quantity.upper if quantity.upper is not None else low
    if isinstance(quantity, Ratio):
        low = high = _percent(quantity)
    match quantity.bound:
        case "about":
            return Span(low - max(abs(low) * _ABOUT, slack), high + max(abs(high) * _ABOUT, slack))
        case "nearly":
            return Span(low - max(abs(low) * _NEARLY, slack), high)
        case "more_than":
            return Span(low, high + max(abs(high) * _MORE, slack))
        case "less_than":
            return Span(low - max(abs(low) * _MORE, slack), high)
        case "at_least":
            return Span(low, _FAR)
        case "at_most":
            return Span(-_FAR, high)
        case _:
            return Span(low - slack, high + slack)


def span_of(fact: Result) -> Span | None:
    """The values that a result can stand for; a derived one is rounded twice."""
    if fact.quantity is None:
        return None
    low, high = span(fact.quantity)
    slack = rounding(fact.quantity) if fact.derived else Decimal(0)
    return Span(low - slack, high + slack)


def rounding(quantity: Quantity) -> Decimal:
    """How far a number may be from the true one because it is rounded as it is written."""
    if isinstance(quantity, Ratio):
        small = quantity.denominator <= _SMALL_DENOMINATOR
        return _LOOSE_RATIO if small else Decimal("0.5")
    if isinstance(quantity, Percentage | PercentagePoints):
        return _half_unit(quantity.value)
    value = quantity.value
    is_round = value != 0 and value == value.to_integral_value() and value % 100 == 0
    return abs(value) * _ROUND if is_round else Decimal(0)


def _half_unit(value: Decimal) -> Decimal:
    """Half of the last decimal that is written: 0.5 for 63, 0.05 for 12.5."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(min(exponent, 0) - 1) if isinstance(exponent, int) else Decimal(0)


def _percent(ratio: Ratio) -> Decimal:
    if ratio.denominator == 0:
        return ratio.value * 100
    return ratio.numerator * 100 / ratio.denominator


def agree(spans: Iterable[Span]) -> bool:
    """Whether one value can lie in all spans (which it can when it can in every two of them).

    Spans that only touch do not agree (63 % and 64 % are different shares), unless the value
    they touch at is all there is to one of them.
    """
    every = list(spans)
    low, high = max(s.low for s in every), min(s.high for s in every)
    return low < high or (low == high and any(s.low == s.high for s in every))


def sum_of(spans: Iterable[Span]) -> Span:
    """Between which values the sum lies."""
    every = list(spans)
    return Span(sum((s.low for s in every), Decimal(0)), sum((s.high for s in every), Decimal(0)))
