"""The words of a statement that belong to each of its claims."""

import itertools

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.units import Units

__all__ = ["segments_of", "subject_of"]

_SUBJECT_WORDS = 14


def segments_of(units: Units, claims: list[Claim]) -> list[tuple[int, int]]:
    """The span of text that speaks of each claim, in the order of the claims.

    A claim's words reach to the comma or conjunction before the next claim: in `44 bedrijven (80
    procent) voldoen volledig, 4 (7 procent) bijna en 7 (13 procent) niet` there are three.
    """
    order = sorted(claims, key=_start)
    bounds = [0]
    for before, after in itertools.pairwise(order):
        bounds.append(_boundary(units, _end(before), _start(after)))
    bounds.append(len(units.text))
    spans = {id(c): (bounds[i], bounds[i + 1]) for i, c in enumerate(order)}
    for older, newer in itertools.pairwise(order):
        if (older.measure.pair, newer.measure.pair) == ("from", "to"):
            both = spans[id(older)][0], spans[id(newer)][1]
            spans[id(older)] = spans[id(newer)] = both
    return [spans[id(claim)] for claim in claims]


def _start(claim: Claim) -> int:
    return min(claim.measure.start, claim.count.start if claim.count else claim.measure.start)


def _end(claim: Claim) -> int:
    return max(claim.measure.end, claim.count.end if claim.count else claim.measure.end)


def _boundary(units: Units, start: int, end: int) -> int:
    """The last comma, conjunction or semicolon between two claims, or the second claim."""
    for unit in reversed(units.words_between(start, end)):
        if unit.lower in (",", ";", ":") or unit.lower in units.cues.conjunction:
            return unit.start
    return end


def subject_of(units: Units, claim: Claim) -> str:
    """A claim in a few of its own words: without its number, brackets and times."""
    skip = [(claim.measure.start, claim.measure.end)]
    if claim.count is not None:
        skip.append((claim.count.start, claim.count.end))
    skip.extend((t.start, t.end) for t in units.reading.times)
    words: list[str] = []
    first, last = claim.span
    depth = 0
    for unit in units.row:
        if not first <= unit.start < last:
            continue
        depth += (unit.lower == "(") - (unit.lower == ")")
        inside = any(s <= unit.start < e for s, e in skip)
        if depth > 0 or inside or unit.kind == "mark":
            continue
        words.append(units.text[unit.start : unit.end])
    while words and words[0].lower() in units.cues.conjunction:
        words.pop(0)
    return " ".join(words[:_SUBJECT_WORDS])
