"""Whether a number is a result, a target, or a difference."""

import re

from ckt_extract.facts.claims import Claim
from ckt_extract.facts.units import Units

__all__ = ["assign_roles"]

_BINDING = 4
"""Words at most between `doelstelling` and the number that is the target."""

_ACHIEVED = re.compile(
    r"\b(?:be|ge)haald|\bhaal(?:t|de|den|en)\b|\bbereikt|\bgerealiseerd|\bovertroffen|\bhiermee|"
    r"\bwaarmee|\breached|\bmet\b(?! \d)|\bachieved|\bmissed|\bexceeded|\bgemist|\bkomt?\b.* uit"
)


def assign_roles(units: Units, claims: list[Claim], edition: int | None) -> None:
    """Mark the targets and the differences among the claims of one statement."""
    for claim in claims:
        if claim.measure.kind == "percentage_points" or _is_difference(units, claim):
            claim.role = "change"
    _mark_targets(units, claims, edition)


def _is_difference(units: Units, claim: Claim) -> bool:
    """`een stijging van 5 procent`, `met 5 procent gestegen`, `12 bedrijven meer dan in 2019`."""
    words = units.cues
    before = [u.lower for u in units.row[max(claim.index - 5, 0) : claim.index]]
    joined = " ".join(before)
    by = before[-1:] in (["met"], ["by"])
    clause_start, clause_end = units.clause_span(claim.clause)
    if by and words.growth.search(units.lower, clause_start, clause_end):
        return True
    if before[-1:] in (["van"], ["of"], ["met"]) and words.change.search(" ".join(before[-4:])):
        return True
    if words.change.search(joined) and re.search(r"(?:van|of|is|was)$", joined):
        return True
    return _more_than_before(units, claim)


def _more_than_before(units: Units, claim: Claim) -> bool:
    """Whether `meer dan`, `higher`, … follows the number, its noun at most in between."""
    if claim.measure.kind not in ("count", "percentage"):
        return False
    after = claim.measure.end
    if claim.group is not None and claim.group.span is not None and claim.group.span[0] >= after:
        after = claim.group.span[1]
    match = units.cues.change_after.match(units.lower, _skip_space(units.lower, after))
    if match is None:
        return False
    than = re.match(r"\s*(?:dan|than|ten opzichte|compared)", units.lower[match.end() :])
    return match.group().endswith(("dan", "than")) or than is not None


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] == " ":
        offset += 1
    return offset


def _mark_targets(units: Units, claims: list[Claim], edition: int | None) -> None:
    """A word of aim makes a target of the number it governs.

    Right before a number (`doelstelling van 35 procent`) it governs that one only; elsewhere it
    governs the numbers that come after it, unless what it says is that the aim was reached.
    """
    cues = list(units.cues.target.finditer(units.lower))
    for cue in cues:
        first = units.index_at(cue.start())
        behind = [c for c in claims if c.measure.start >= cue.end() and c.role != "change"]
        bound = [c for c in behind if _binds(units, cue.end(), c)]
        if bound:
            nearest = bound[0]
            nearest.role = "target"
            for claim in behind:
                if (
                    claim is not nearest
                    and claim.clause == nearest.clause
                    and _joined(units, nearest, claim)
                ):
                    claim.role = "target"
            if _is_reached(units, cue):
                continue
        if _is_reached(units, cue):
            continue
        clause = units.row[first].clause
        for claim in claims:
            if claim.role == "change":
                continue
            same = claim.clause == clause
            later = claim.measure.start > cue.start() and not _turns(units, cue.end(), claim)
            if (same or later) and not (bound and claim.measure.start < cue.start()):
                claim.role = "target"
    _mark_future(units, claims, edition)


def _binds(units: Units, offset: int, claim: Claim) -> bool:
    """Whether few words and no comma stand between a word of aim and a number."""
    between = units.words_between(offset, claim.measure.start)
    return len(between) <= _BINDING and all(u.kind in ("word", "aside") for u in between)


def _joined(units: Units, first: Claim, second: Claim) -> bool:
    """Whether two numbers are coordinated: 50 procent in 2018 en 80 procent in 2020."""
    between = units.words_between(first.measure.end, second.measure.start)
    return len(between) <= 6 and any(u.lower in units.cues.conjunction for u in between)


def _is_reached(units: Units, cue: re.Match[str]) -> bool:
    """Whether the sentence says that the aim was (not) reached."""
    return _ACHIEVED.search(units.lower, 0, len(units.lower)) is not None


def _turns(units: Units, offset: int, claim: Claim) -> bool:
    """Whether a contrast stands between a word of aim and a number: …, maar het werd 38."""
    between = units.words_between(offset, claim.measure.start)
    return any(
        u.lower in ("maar", "but", "terwijl", "while", "whereas", "echter", "however", ";")
        for u in between
    )


def _mark_future(units: Units, claims: list[Claim], edition: int | None) -> None:
    """`In 2025 moet 80 procent …`: a duty in a year after the edition is a target."""
    if edition is None or units.cues.future.search(units.lower) is None:
        return
    later = [t for t in units.reading.times if t.year is not None and t.year > edition]
    if not later:
        return
    for claim in claims:
        if claim.role == "result":
            claim.role = "target"
