"""One indicator has one value a year; an older value is of an earlier year."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from ckt_extract.checks.evidence import (
    Certainty,
    dimensions_of,
    finding,
    kind_of,
    measure_of,
    total_of,
)
from ckt_extract.checks.knowledge import knowledge
from ckt_extract.checks.spans import agree, span_of
from ckt_extract.checks.wording import listing, told
from ckt_extract.models.audit import Finding
from ckt_extract.models.result import Result

__all__ = ["conflicts"]


def conflicts(facts: Iterable[Result]) -> Iterator[Finding]:
    """Findings `conflicting_values`, `previous_differs` and `previous_not_earlier`."""
    groups: defaultdict[Hashable, list[Result]] = defaultdict(list)
    for fact in facts:
        yield from _previous_not_earlier(fact)
        level = fact.role in ("result", "previous")
        if level and fact.indicator and fact.year is not None and fact.quantity:
            about = (fact.indicator, fact.year, measure_of(fact.quantity), dimensions_of(fact))
            groups[*about, _claim(fact)].append(fact)
    for group in groups.values():
        if len(group) > 1:
            for same in _by_kind(group):
                yield from _conflict(same)


def _claim(fact: Result) -> Hashable:
    """What two facts of one indicator must share to speak of the same thing."""
    text = fact.text.casefold()
    panel = any(words in text for words in knowledge().panel)
    return (panel, fact.subject.casefold() if fact.indicator in knowledge().several else "")


def _by_kind(group: list[Result]) -> Iterable[list[Result]]:
    """The facts of each kind of population; those that name none join the only kind there is."""
    kinds: defaultdict[str | None, list[Result]] = defaultdict(list)
    for fact in group:
        kinds[kind_of(fact)].append(fact)
    return [group] if len(kinds.keys() - {None}) == 1 else kinds.values()


def _conflict(facts: list[Result]) -> Iterator[Finding]:
    """A finding that names the two values that are furthest apart, if they cannot be the same."""
    placed = [(span, fact) for fact in facts if (span := span_of(fact)) is not None]
    if agree(span for span, _ in placed):
        return
    lowest = min(placed, key=lambda item: item[0].high)[1]
    highest = max(placed, key=lambda item: item[0].low)[1]
    order = {fact.id: position for position, fact in enumerate(facts)}
    first, second = sorted((lowest, highest), key=lambda fact: order[fact.id])
    distinct = {(f.quantity.value, f.quantity.upper): f for f in reversed(facts) if f.quantity}
    others = [f for f in reversed(distinct.values()) if f.id not in (first.id, second.id)]
    older = "previous" in (first.role, second.role)
    also = f"; also {listing([told(f, year=False) for f in others])}" if others else ""
    message = (
        f"{first.indicator} in {first.year} has different values: {told(first, year=False)} "
        f"and {told(second, year=False)}{also}."
    )
    yield finding(
        "previous_differs" if older else "conflicting_values",
        message,
        _certainty(first, second),
        sorted((first, second, *others), key=lambda fact: order[fact.id]),
    )


def _certainty(one: Result, other: Result) -> Certainty:
    """How sure it is that two facts speak of the same thing."""
    first, second = one.population, other.population
    totals = total_of(one), total_of(other)
    if (
        (one.year_basis == "edition") != (other.year_basis == "edition")
        or (first is None) != (second is None)
        or (totals[0] and totals[1] and totals[0].value != totals[1].value)
    ):
        return "possible"
    exact = all(f.quantity and f.quantity.bound == "exact" for f in (one, other))
    same = (first.text if first else "").casefold() == (second.text if second else "").casefold()
    given = one.year_basis != "edition"
    return "certain" if exact and same and given else "likely"


def _previous_not_earlier(fact: Result) -> Iterator[Finding]:
    """A value is compared with one of an earlier year."""
    older = fact.previous
    if older is None or older.year is None or fact.year is None or older.year < fact.year:
        return
    if fact.role == "target":
        return  # a target may be compared with the level of its own year
    given = "edition" not in (fact.year_basis, older.year_basis)
    message = (
        f"{told(fact)} is compared with an older value, {told(older)}, "
        "that is not of an earlier year."
    )
    facts = (fact, older)
    yield finding("previous_not_earlier", message, "certain" if given else "likely", facts)
