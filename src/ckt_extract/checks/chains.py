"""Shares of one whole add to 100 percent, and counts of its parts to the total.

A whole is told in one of three ways, from the surest to the least sure: by indicators that are
known to be its classes, by a dimension (the rows of a table that is called a distribution), or
by one sentence that gives several shares of the same population.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from ckt_extract.checks.evidence import (
    Certainty,
    dimensions_of,
    finding,
    kind_of,
    measure_of,
    place_of,
    total_of,
)
from ckt_extract.checks.knowledge import knowledge
from ckt_extract.checks.spans import Span, span, sum_of
from ckt_extract.checks.wording import listing, number, pages, quantity_words
from ckt_extract.models.audit import Finding
from ckt_extract.models.quantity import Count, Percentage
from ckt_extract.models.result import Result

__all__ = ["chains"]

_HUNDRED = Decimal(100)
_DIMENSIONS = ("class", "row", "column", "material", "country")
"""Dimensions whose values can be the parts of one whole."""
_NEAR_DIMENSION = Decimal(10)
"""Parts along a dimension need not exclude each other; if they do, they add to about 100."""
_NEAR_SENTENCE = Decimal(5)
"""Shares in one sentence are often of one whole when they nearly add to 100."""
_NEAR_TOTAL = Decimal("0.2")
"""Counts of one population in one sentence are often its parts when they nearly add to it."""
_FEWEST = 3
"""Two shares that nearly add to 100 are too often a coincidence."""


class _Sums(NamedTuple):
    """What the parts of a whole add to."""

    shares: Span | None
    counts: Span | None
    total: Decimal | None
    exact: bool

    @property
    def shares_fit(self) -> bool:
        return self.shares is not None and self.shares.low <= _HUNDRED <= self.shares.high

    @property
    def counts_fit(self) -> bool:
        return (
            self.counts is not None
            and self.total is not None
            and self.counts.low <= self.total <= self.counts.high
        )

    @property
    def counts_differ(self) -> bool:
        return self.counts is not None and self.total is not None and not self.counts_fit

    def shares_miss(self) -> Decimal:
        """By how much the shares miss 100."""
        if self.shares is None or self.shares_fit:
            return Decimal(0)
        return min(abs(self.shares.low - _HUNDRED), abs(self.shares.high - _HUNDRED))


def chains(facts: Iterable[Result]) -> Iterator[Finding]:
    """Findings `shares_add_up` and `counts_add_up`."""
    levels = [fact for fact in facts if fact.role in ("result", "previous")]
    seen: set[str] = set()
    for key in (_classes_in_sentence, _classes_in_section, _classes_in_rows, _classes_in_columns):
        for chain in _groups(levels, key, seen):
            yield from _known_whole(chain, seen, partly=key is _classes_in_section)
    for dimension in _DIMENSIONS:
        for chain in _groups(levels, partial(_along, dimension), seen):
            yield from _dimension(chain, dimension)
    for chain in _groups(levels, _sentence, seen):
        yield from _one_sentence(chain)


def _groups(
    facts: Iterable[Result], key: Callable[[Result], Hashable | None], seen: set[str]
) -> Iterator[list[Result]]:
    """Facts with the same key, of which there are at least two and none is used yet."""
    groups: defaultdict[Hashable, list[Result]] = defaultdict(list)
    for fact in facts:
        if fact.id not in seen and (of := key(fact)) is not None:
            groups[of].append(fact)
    for group in groups.values():
        members = {_said(fact): fact for fact in reversed(group)}
        if len(members) > 1:
            yield list(reversed(members.values()))


def _said(fact: Result) -> Hashable:
    """What makes two facts of a group the same, which then counts once."""
    if fact.indicator is None or fact.quantity is None:
        return fact.id
    return (fact.indicator, dimensions_of(fact), fact.quantity.value)


def _about(fact: Result, *, without: str | None = None) -> tuple[Hashable, ...]:
    """What all parts of a whole have in common."""
    measure = measure_of(fact.quantity) if fact.quantity else ""
    return (fact.year, fact.role, kind_of(fact), measure, dimensions_of(fact, without=without))


def _block(fact: Result) -> Hashable:
    return fact.section if fact.section is not None else fact.place.page


def _whole(fact: Result) -> int | None:
    """The number of the known whole that a fact is about a class of."""
    known = knowledge().class_of.get(fact.indicator or "")
    return known[0] if known else None


def _classes_in_sentence(fact: Result) -> Hashable | None:
    whole = _whole(fact)
    return None if whole is None else (whole, fact.text, fact.place.page, *_about(fact))


def _classes_in_section(fact: Result) -> Hashable | None:
    whole = _whole(fact)
    return None if whole is None else (whole, _block(fact), *_about(fact))


def _classes_in_rows(fact: Result) -> Hashable | None:
    """The classes are the rows of a table, and this is one of its columns."""
    whole = _whole(fact)
    return None if whole is None else (whole, _block(fact), *_about(fact, without="row"))


def _classes_in_columns(fact: Result) -> Hashable | None:
    whole = _whole(fact)
    return None if whole is None else (whole, _block(fact), *_about(fact, without="column"))


def _along(dimension: str, fact: Result) -> Hashable | None:
    """Facts that differ in one dimension only; a row of totals is no part of the whole."""
    value = fact.dimensions.get(dimension)
    if value is None or value.strip().casefold() in knowledge().total:
        return None
    return (fact.indicator, _block(fact), *_about(fact, without=dimension))


def _sentence(fact: Result) -> Hashable | None:
    if not isinstance(fact.quantity, Percentage | Count):
        return None
    family = fact.indicator.rpartition(".")[0] if fact.indicator else None
    return (fact.text, fact.place.page, family, *_about(fact))


def _known_whole(chain: list[Result], seen: set[str], *, partly: bool) -> Iterator[Finding]:
    """Classes of a known whole: all of them add up, some of them do not exceed it.

    Only where `partly` is set, some of them are checked; a sentence that has only some is left
    for its section, which may have the others.
    """
    known = knowledge()
    classes = [known.class_of[fact.indicator or ""] for fact in chain]
    if len(set(classes)) < len(chain):
        return  # one class with two values: which of them belongs to the whole is not known
    complete = len(chain) == known.classes[classes[0][0]]
    if not complete and not partly:
        return
    if complete:
        seen.update(fact.id for fact in chain)
    sums = _sums(chain)
    sure: Certainty = "certain" if sums.exact and _one_text(chain) else "likely"
    over = sums.shares is not None and sums.shares.low > _HUNDRED
    if over or (complete and sums.shares is not None and not sums.shares_fit):
        yield _shares_finding(chain, "certain" if sums.counts_fit else sure)
    over = sums.counts is not None and sums.total is not None and sums.counts.low > sums.total
    if over or (complete and sums.counts_differ):
        yield _counts_finding(chain, sums, sure)


def _dimension(chain: list[Result], dimension: str) -> Iterator[Finding]:
    """Parts along a dimension, where its name or the words around it say that they are parts.

    Else a table may say of each row how much of that row has some property.
    """
    words = knowledge().distribution
    if len({fact.dimensions[dimension] for fact in chain}) < len(chain):
        return  # rows of two tables
    if dimension != "class" and not any(word in chain[0].text.casefold() for word in words):
        return
    sums = _sums(chain)
    if sums.counts_fit and sums.shares_miss() > 0:
        yield _shares_finding(chain, "certain")
    elif len(chain) >= _FEWEST and 0 < sums.shares_miss() <= _NEAR_DIMENSION:
        yield _shares_finding(chain, "likely")
    if sums.counts_differ and (sums.shares_fit or _nearly_total(chain, sums)):
        yield _counts_finding(chain, sums, "likely" if sums.shares_fit else "possible")


def _one_sentence(chain: list[Result]) -> Iterator[Finding]:
    """Shares in one sentence: one of the two sums shows that they are of one whole."""
    sums = _sums(chain)
    if sums.counts_fit and sums.shares_miss() > 0:
        yield _shares_finding(chain, "certain")
    elif sums.counts_differ and sums.shares_fit:
        yield _counts_finding(chain, sums, "likely")
    elif len({fact.indicator for fact in chain if fact.indicator}) == len(chain):
        # different claims of one family, which are often the classes of a whole
        if sums.counts_differ and _nearly_total(chain, sums):
            yield _counts_finding(chain, sums, "possible")
        named = {fact.population.text.casefold() for fact in chain if fact.population}
        near = 0 < sums.shares_miss() <= _NEAR_SENTENCE
        if near and len(chain) >= _FEWEST and len(named) == 1:
            yield _shares_finding(chain, "possible")


def _nearly_total(chain: list[Result], sums: _Sums) -> bool:
    """Whether counts that come without shares nearly add to their total."""
    if sums.counts is None or sums.total is None or sums.shares is not None:
        return False
    miss = min(abs(sums.counts.low - sums.total), abs(sums.counts.high - sums.total))
    return len(chain) >= _FEWEST and miss <= sums.total * _NEAR_TOTAL


def _sums(chain: list[Result]) -> _Sums:
    """What the shares and the counts of a chain add to, each where all members have one."""
    shares = [q for fact in chain if (q := fact.quantity) and measure_of(q) == "share"]
    counts = [count for fact in chain if (count := _count(fact)) is not None]
    totals = [count for fact in chain if (count := total_of(fact)) is not None]
    values = {count.value for count in totals}
    numbers = [*shares, *counts, *totals]
    return _Sums(
        sum_of(span(q) for q in shares) if len(shares) == len(chain) else None,
        # a count that is as round as 6.000 is still a count: parts are given exactly
        sum_of(_exactly(q) for q in counts) if len(counts) == len(chain) else None,
        values.pop() if len(values) == 1 and all(c.bound == "exact" for c in totals) else None,
        all(q.bound == "exact" and q.upper is None for q in numbers),
    )


def _count(fact: Result) -> Count | None:
    if isinstance(fact.quantity, Percentage):
        return fact.quantity.count
    return fact.quantity if isinstance(fact.quantity, Count) else None


def _exactly(count: Count) -> Span:
    if count.bound == "exact":
        return Span(count.value, count.upper if count.upper is not None else count.value)
    return span(count)


def _one_text(chain: list[Result]) -> bool:
    return len({fact.text for fact in chain}) == 1


def _shares_finding(chain: list[Result], certainty: Certainty) -> Finding:
    shares = [fact.quantity for fact in chain if fact.quantity]
    total = sum((_percent(fact) for fact in chain), Decimal(0))
    message = (
        f"{listing([quantity_words(q) for q in shares], most=12)} {_of_whom(chain)} "
        f"add to {number(round(total, 1) if total % 1 else total)}%, not to 100%."
    )
    return finding("shares_add_up", message, certainty, chain)


def _counts_finding(chain: list[Result], sums: _Sums, certainty: Certainty) -> Finding:
    counts = [count for fact in chain if (count := _count(fact)) is not None]
    added = sum((count.value for count in counts), Decimal(0))
    message = (
        f"{listing([quantity_words(q) for q in counts], most=12)} {_of_whom(chain)} "
        f"add to {number(added)}, not to the total of {number(sums.total or Decimal(0))}."
    )
    return finding("counts_add_up", message, certainty, chain)


def _percent(fact: Result) -> Decimal:
    if fact.quantity is None:
        return Decimal(0)
    return fact.quantity.value * (100 if fact.quantity.type == "ratio" else 1)


def _of_whom(chain: list[Result]) -> str:
    kind, year = kind_of(chain[0]), chain[0].year
    words = f"of {kind} " if kind else ""
    when = f"{year}, " if year is not None else ""
    return f"{words}({when}{pages(place_of(fact) for fact in chain)})"
