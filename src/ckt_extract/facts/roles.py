"""Whether a number is a result, a target, or a difference."""

import re

from ckt_extract.facts.claims import Claim
from ckt_extract.facts.units import Units

__all__ = ["assign_roles", "mark_future"]

_BINDING = 4
"""Words at most between `doelstelling` and the number that is the target."""

_JOINED = 10
"""Units at most between two numbers that are joined by a conjunction."""

_THAN = re.compile(r"\b(?:dan|than|ten opzichte|compared|vergeleken)\b")

_ACHIEVED = re.compile(
    r"\bgegrepen\b|\b(?:be|ge)haald|\bhaal(?:t|de|den|en)\b|\bbereikt|\bgerealiseerd|\bovertroffen|\bhiermee|"
    r"\bwaarmee|\breached|\bmet\b(?! \d)|\bachieved|\bmissed|\bexceeded|\bgemist|\bkomt?\b.* uit"
)


def assign_roles(units: Units, claims: list[Claim]) -> None:
    """Mark the targets and the differences among the claims of one statement."""
    for claim in claims:
        if claim.measure.kind == "percentage_points" or _is_difference(units, claim):
            claim.role = "change"
    _mark_targets(units, claims)


def _is_difference(units: Units, claim: Claim) -> bool:
    """`een stijging van 5 procent`, `met 5 procent gestegen`, `12 bedrijven meer dan in 2019`."""
    words = units.cues
    before = [u.lower for u in units.row[max(claim.index - 5, 0) : claim.index]]
    joined = " ".join(before)
    by = before[-1:] in (["met"], ["by"])
    clause_start, clause_end = units.clause_span(claim.clause)
    if by and _grows(units, clause_start, clause_end):
        return True
    if before[-1:] in (["van"], ["of"], ["met"]) and words.change.search(" ".join(before[-4:])):
        return True
    if words.change.search(joined) and re.search(r"(?:van|of|is|was)$", joined):
        return True
    return _more_than_before(units, claim)


def _grows(units: Units, start: int, end: int) -> bool:
    """Whether a clause has a verb of growth, in one word or in two (nam … toe)."""
    words = units.cues
    if words.growth.search(units.lower, start, end):
        return True
    verb = words.growth_verb.search(units.lower, start, end)
    return verb is not None and bool(words.growth_particle.search(units.lower, verb.end(), end))


def _more_than_before(units: Units, claim: Claim) -> bool:
    """Whether `meer dan`, `higher`, … follows the number, its noun at most in between."""
    if claim.measure.kind not in ("count", "percentage"):
        return False
    _, end = units.clause_span(claim.clause)
    more = units.cues.change_after.match(units.lower, _skip_space(units.lower, claim.measure.end))
    if more is not None and _THAN.search(units.lower, more.start(), end):
        return True
    after = claim.measure.end
    if claim.group is not None and claim.group.span is not None and claim.group.span[0] >= after:
        after = claim.group.span[1]
    match = units.cues.change_after.match(units.lower, _skip_space(units.lower, after))
    if match is None:
        return False
    return _THAN.search(units.lower, match.start(), end) is not None


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] == " ":
        offset += 1
    return offset


def _mark_targets(units: Units, claims: list[Claim]) -> None:
    """A word of aim makes a target of the numbers it governs.

    Right before a number (`doelstelling van 35 procent`) it governs that one, and those joined to
    it. Elsewhere it governs the numbers of its clause and, up to a contrast, those behind it;
    with none of these it sums up those before it (`Tien landen: dat is het doel`). Where the
    sentence says that an aim was reached or missed, it governs a number right behind it only.
    """
    levels = [c for c in claims if c.role != "change"]
    for cue in units.cues.target.finditer(units.lower):
        behind = [c for c in levels if c.measure.start >= cue.end()]
        bound = next((c for c in behind if _binds(units, cue.end(), c)), None)
        if bound is not None:
            governed = [c for c in behind if c is bound or _joined(units, bound, c)]
            _share_group(bound, levels)
        elif _is_reached(units):
            governed = []
        else:
            clause = units.row[units.index_at(cue.start())].clause
            governed = [
                c
                for c in levels
                if c.clause == clause or (c in behind and not _turns(units, cue.end(), c))
            ]
            governed = governed or levels
        for claim in governed:
            claim.role = "target"


def _share_group(target: Claim, claims: list[Claim]) -> None:
    """`Met 48 procent van de markt is de doelstelling van 50 procent …`: both are of the market."""
    behind = target.group is not None and target.group.span is not None
    if behind and target.group is not None and target.group.span is not None:
        if target.group.span[0] >= target.measure.end:
            return
    for claim in claims:
        if claim is not target and claim.measure.kind == target.measure.kind and claim.group:
            target.group = claim.group.carried()
            return


def _binds(units: Units, offset: int, claim: Claim) -> bool:
    """Whether few words and no comma stand between a word of aim and a number."""
    between = units.words_between(offset, claim.measure.start)
    words = between[1:] if between and between[0].lower == "," else between
    return len(between) <= _BINDING and all(u.kind in ("word", "aside") for u in words)


def _joined(units: Units, first: Claim, second: Claim) -> bool:
    """Whether two numbers are coordinated: 50 procent in 2018 en 80 procent in 2020."""
    between = units.words_between(first.measure.end, second.measure.start)
    return len(between) <= _JOINED and any(u.lower in units.cues.conjunction for u in between)


def _is_reached(units: Units) -> bool:
    """Whether the sentence says that the aim was (not) reached."""
    return _ACHIEVED.search(units.lower, 0, len(units.lower)) is not None


def _turns(units: Units, offset: int, claim: Claim) -> bool:
    """Whether a contrast stands between a word of aim and a number: …, maar het werd 38."""
    between = units.words_between(offset, claim.measure.start)
    return any(
        u.lower in ("maar", "but", "terwijl", "while", "whereas", "echter", "however", ";")
        for u in between
    )


def mark_future(units: Units, claims: list[Claim], edition: int | None) -> None:
    """`In 2025 moet 80 procent …`: what must or will be in a year after the edition is an aim."""
    if edition is None or units.cues.future.search(units.lower) is None:
        return
    for claim in claims:
        stated = claim.time is not None and claim.time.year is not None
        if stated and claim.year is not None and claim.year > edition and claim.role == "result":
            claim.role = "target"
