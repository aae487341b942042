"""Whether a number is a result, a target, or a difference."""

import re

from ckt_extract.facts.claim import Claim, Group
from ckt_extract.facts.phrases import changed_thing
from ckt_extract.facts.units import Units
from ckt_extract.patterns import pattern

__all__ = ["assign_roles", "mark_future"]

_BINDING = 4
"""Words at most between `doelstelling` and the number that is the target."""

_JOINED = 10
"""Units at most between two numbers that are joined by a conjunction."""

_THAN = pattern(r"\b(?:dan|than|ten opzichte|compared|vergeleken)\b")

_ACHIEVED = {
    "nl": pattern(
        r"\bgegrepen\b|\b(?:be|ge)haald|\bhaal(?:t|de|den|en)\b|\bbereikt|\bgerealiseerd"
        r"|\bovertroffen|\bhiermee|\bwaarmee|\bgemist|\bkomt?\b.* uit"
    ),
    "en": pattern(r"\breached|\bmet\b|\bachieved|\bmissed|\bexceeded"),
}


def assign_roles(units: Units, claims: list[Claim]) -> None:
    """Mark the targets and the differences among the claims of one statement."""
    for claim in claims:
        if claim.measure.kind == "percentage_points" or _is_difference(units, claim):
            claim.role = "change"
            if (
                claim.group is None or claim.group.span is None
            ) and claim.measure.kind == "percentage":
                claim.group = _changed_group(units, claim)
    _mark_targets(units, claims)


def _changed_group(units: Units, claim: Claim) -> Group | None:
    found = changed_thing(units, claim.clause)
    if found is None:
        return None
    return Group(found.kind, units.text[found.start : found.end], (found.start, found.end))


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
    if _comes_on_top(units, claim):
        return True
    _, end = units.clause_span(claim.clause)
    more = units.cues.change_after.match(units.lower, _skip_space(units.lower, claim.measure.end))
    if more is not None and _is_compared(units, more.start(), end):
        return True
    after = claim.measure.end
    if claim.group is not None and claim.group.span is not None and claim.group.span[0] >= after:
        after = claim.group.span[1]
    match = units.cues.change_after.match(units.lower, _skip_space(units.lower, after))
    return match is not None and _is_compared(units, match.start(), end)


def _is_compared(units: Units, start: int, end: int) -> bool:
    """Whether `than` follows, or the sentence opens with what is compared with."""
    if _THAN.search(units.lower, start, end):
        return True
    opening = units.cues.compare.match(units.lower)
    return opening is not None or units.lower.startswith(("vergeleken", "compared"))


_JOINERS = frozenset({"companies", "brands", "members", "signatories", "parties"})


def _comes_on_top(units: Units, claim: Claim) -> bool:
    """`Er kwamen 1.466 locaties bij`: a difference, unless it is members that join."""
    if claim.measure.kind != "count" or (claim.group and claim.group.kind in _JOINERS):
        return False
    start, end = units.clause_span(claim.clause)
    verb = units.cues.arrive.search(units.lower, start, claim.measure.start)
    return (
        verb is not None and re.search(r"\bbij\b", units.lower[claim.measure.end : end]) is not None
    )


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
    if _names_group(target):
        for claim in claims:
            same = claim is not target and claim.measure.kind == target.measure.kind
            if same and claim.group is None and target.group is not None:
                claim.group = target.group.carried()
        return
    for claim in claims:
        same = claim is not target and claim.measure.kind == target.measure.kind
        if same and claim.group is not None and _names_group(claim):
            target.group = claim.group.carried()
            return


def _names_group(claim: Claim) -> bool:
    """Whether a share names its whole right behind itself: 48 procent van de markt."""
    span = claim.group.span if claim.group is not None else None
    return span is not None and span[0] >= claim.measure.end


def _binds(units: Units, offset: int, claim: Claim) -> bool:
    """Whether few words and no comma stand between a word of aim and a number."""
    between = units.words_between(offset, claim.measure.start)
    marks = [u.lower for u in between if u.kind == "mark"]
    return len(between) <= _BINDING and marks in ([], [","])


_AND = frozenset({"en", "of", "and", "or"})
_THAT = frozenset({"die", "dat", "that"})


def _joined(units: Units, first: Claim, second: Claim) -> bool:
    """Whether two numbers are coordinated: 50 procent in 2018 en 80 (, die voor 2020 op 80)."""
    between = units.words_between(first.measure.end, second.measure.start)
    words = {u.lower for u in between}
    verbs = words & (units.cues.verb | units.cues.auxiliary)
    joined = bool(words & _AND) or (bool(words & _THAT) and not verbs)
    return len(between) <= _JOINED and joined and not any(u.lower == ";" for u in between)


def _is_reached(units: Units) -> bool:
    """Whether the sentence says that the aim was (not) reached."""
    return _ACHIEVED[units.language].search(units.lower) is not None


def _turns(units: Units, offset: int, claim: Claim) -> bool:
    """Whether a contrast stands between a word of aim and a number: …, maar het werd 38."""
    between = units.words_between(offset, claim.measure.start)
    return any(
        u.lower in ("maar", "but", "terwijl", "while", "whereas", "echter", "however", ";")
        for u in between
    )


_OPEN = ("result", "change")


def mark_future(units: Units, claims: list[Claim], edition: int | None) -> None:
    """`In 2025 moet 80 procent …`: what must or will be in a year after the edition is an aim.

    So is a number that it is joined with: in 2018 moet de helft meedoen en in 2020 80 procent.
    """
    cue = units.cues.future.search(units.lower)
    if edition is None or cue is None:
        return
    aims: list[Claim] = []
    for claim in claims:
        stated = claim.time is not None and claim.time.year is not None
        if stated and claim.year is not None and claim.year > edition and claim.role in _OPEN:
            claim.role = "target"
            aims.append(claim)
    for claim in claims:
        governed = claim.role == "result" and cue.end() <= claim.measure.start
        if governed and any(a.index > claim.index and _joined(units, claim, a) for a in aims):
            claim.role = "target"
