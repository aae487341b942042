"""The claims of one statement: its measures, put together and with their nouns."""

from itertools import chain

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.forms import (
    estimate,
    join_ranges,
    read_bare_shares,
    repeat_zero,
    share_pair_groups,
)
from ckt_extract.facts.fronted import join_fronted_wholes
from ckt_extract.facts.groups import group_of, name_groups
from ckt_extract.facts.phrases import noun_after, partitive_after
from ckt_extract.facts.units import Unit, Units
from ckt_extract.facts.whole import none_measures, whole_measures
from ckt_extract.language.reading import Measure

__all__ = ["claims_of", "sizes_in_brackets"]

_BESIDE = 12
"""Words at most between a count and the share in brackets behind it."""


def claims_of(units: Units) -> tuple[list[Claim], list[Measure]]:
    """The claims of a statement, and the measures that only say how large a group is.

    The list of measures is in the order of the text, as are the claims.
    """
    rows = [(i, u) for i, u in enumerate(units.row) if u.measure is not None]
    taken: set[int] = set()
    claims: list[Claim] = []
    totals: list[Measure] = []
    for position, (index, unit) in enumerate(rows):
        if index in taken or unit.measure is None:
            continue
        claim = _claim(units, rows, position, taken)
        if claim is not None:
            claims.append(claim)
    read_bare_shares(units, claims)
    put_without = chain(whole_measures(units), none_measures(units))
    claims.extend(Claim(m, i, units.row[i].clause) for i, m in put_without)
    claims.sort(key=lambda c: c.measure.start)
    name_groups(units, claims, totals)
    join_fronted_wholes(units, claims, totals)
    share_pair_groups(claims)
    estimate(units, claims)
    repeat_zero(units, claims)
    join_ranges(units, claims)
    return [c for c in claims if c.measure not in totals], totals


def _claim(
    units: Units, rows: list[tuple[int, Unit]], position: int, taken: set[int]
) -> Claim | None:
    """The claim that starts at a measure, with the share or count that stands beside it."""
    index, unit = rows[position]
    measure = unit.measure
    if measure is None:
        return None
    claim = Claim(measure, index, unit.clause)
    taken.add(index)
    if position + 1 >= len(rows):
        return claim
    next_index, next_unit = rows[position + 1]
    other = next_unit.measure
    if other is None or next_index in taken:
        return claim
    kinds = (measure.kind, other.kind)
    if kinds in {("count", "percentage"), ("ratio", "percentage")} and _beside(
        units, index, next_index
    ):
        taken.add(next_index)
        claim = Claim(other, next_index, unit.clause)
        phrase = noun_after(units, index + 1)
        _take_count(claim, measure)
        if phrase is not None:
            claim.group = group_of(units, phrase)
    elif kinds in {("percentage", "count"), ("percentage", "ratio")} and _beside(
        units, index, next_index
    ):
        taken.add(next_index)
        _take_count(claim, other)
        phrase = partitive_after(units, index + 1) or noun_after(units, next_index + 1)
        if phrase is not None:
            claim.group = group_of(units, phrase)
    return claim


def sizes_in_brackets(units: Units, claims: list[Claim]) -> list[Measure]:
    """Counts in the brackets of a caption, which say how large the group is: (57 in totaal)."""
    return [
        claim.measure
        for claim in claims
        if claim.measure.kind == "count"
        and claim.index > 0
        and units.row[claim.index - 1].lower == "("
    ]


def _take_count(claim: Claim, counted: Measure) -> None:
    """Give a share the number it stands for: 36, or 36 of 57."""
    claim.count = counted
    if counted.kind == "ratio":
        claim.total = counted


def _beside(units: Units, first: int, second: int) -> bool:
    """Whether a share stands in apposition to a count: in brackets, between commas, or linked."""
    between = units.row[first + 1 : second]
    marks = [u for u in between if u.kind == "mark"]
    words = [u for u in between if u.kind == "word"]
    if any(u.kind in ("measure", "aside") for u in between) or len(words) > _BESIDE:
        return False
    if between and between[-1].lower in ("(", "["):
        return len(marks) == 1
    closing = units.row[second + 1].lower if second + 1 < len(units.row) else ""
    last = between[-1].lower if between else ""
    if any(u.lower in units.cues.verb or u.lower in units.cues.auxiliary for u in words):
        linked = units.cues.linker.search(
            units.lower, units.row[first].end, units.row[second].start
        )
        return linked is not None and bool(marks)
    if last in (",", "–", "—"):
        return len(marks) == 1 and (
            closing in (",", ".", last, ")") or closing in units.cues.partitive
        )
    return bool(
        marks and units.cues.linker.search(units.lower, marks[-1].start, units.row[second].start)
    )
