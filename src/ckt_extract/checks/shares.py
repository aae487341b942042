"""A share is what its count is of the total, and a part is no more than the whole."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ckt_extract.checks.evidence import finding, total_of
from ckt_extract.checks.spans import Span, rounding, span
from ckt_extract.checks.wording import number, quantity_words, told
from ckt_extract.models.audit import Finding
from ckt_extract.models.quantity import Count, Percentage, Ratio
from ckt_extract.models.result import Result

__all__ = ["shares"]

_HUNDRED = Decimal(100)


def shares(facts: Iterable[Result]) -> Iterator[Finding]:
    """Findings `share_of_total`, `part_exceeds_whole` and `share_over_100`."""
    for fact in facts:
        quantity = fact.quantity
        if isinstance(quantity, Ratio):
            if quantity.numerator > quantity.denominator:
                message = f"{told(fact)} is a ratio with more in the part than in the whole."
                yield finding("part_exceeds_whole", message, "certain", [fact])
        elif isinstance(quantity, Percentage) and fact.role != "change":
            total = total_of(fact)
            if quantity.count is not None and total is not None:
                yield from _share_of_total(fact, quantity, quantity.count, total)
            yield from _over_100(fact, quantity)


def _share_of_total(
    fact: Result, share: Percentage, count: Count, total: Count
) -> Iterator[Finding]:
    """The count, divided by the total, rounds to the share."""
    if count.value > total.value and count.bound == total.bound == "exact":
        message = (
            f"{told(fact)} stands for {quantity_words(count)} out of {quantity_words(total)}, "
            "a part greater than its whole."
        )
        yield finding("part_exceeds_whole", message, "certain", [fact])
        return
    if total.value <= 0:
        return
    parts, wholes, written = _counted(count), _counted(total), span(share)
    low = parts.low * _HUNDRED / wholes.high if wholes.high > 0 else Decimal(0)
    high = parts.high * _HUNDRED / wholes.low if wholes.low > 0 else _HUNDRED
    if written.low <= high and low <= written.high:
        return
    cut = rounding(share)  # rounded down instead of to the nearest: less sure a mistake
    near = written.low - cut <= high and low <= written.high + cut
    message = (
        f"{told(fact)} does not fit {quantity_words(count)} out of {quantity_words(total)}, "
        f"which is {number(_tenths(count.value * _HUNDRED / total.value))}%."
    )
    yield finding("share_of_total", message, "possible" if near else "certain", [fact])


def _counted(count: Count) -> Span:
    """An exact count stands for itself, however round it is."""
    if count.bound == "exact" and count.upper is None:
        return Span(count.value, count.value)
    return span(count)


def _tenths(value: Decimal) -> Decimal:
    rounded = value.quantize(Decimal("0.1"))
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _over_100(fact: Result, share: Percentage) -> Iterator[Finding]:
    """A share of some population is between 0 and 100; growth (a change) may be more."""
    greatest = share.upper if share.upper is not None else share.value
    if greatest <= _HUNDRED and share.value >= 0:
        return
    named = fact.population is not None and fact.population.kind not in ("other", "market")
    message = f"{told(fact)} cannot be a share of a whole."
    yield finding("share_over_100", message, "likely" if named else "possible", [fact])
