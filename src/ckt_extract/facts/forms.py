"""Forms of speech in which a number's unit, bound or noun stands apart from it."""

import itertools

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.groups import group_of
from ckt_extract.facts.phrases import noun_after
from ckt_extract.facts.units import Units

__all__ = ["estimate", "join_ranges", "read_bare_shares", "repeat_zero", "share_pair_groups"]


def read_bare_shares(units: Units, claims: list[Claim]) -> None:
    """`Het percentage merken dat voldoet, is opgelopen tot 63`: the unit stands in front."""
    for claim in claims:
        bare = claim.measure.kind == "count" and claim.count is None
        if not bare or not _stands_as_level(units, claim.index):
            continue
        before = [u for u in units.row[: claim.index] if u.clause >= claim.clause - 2]
        heads = [u.lower for u in before if u.lower in units.cues.percent_head]
        numbers = [u for u in before if u.measure is not None and u.measure.pair is None]
        if heads and not numbers:
            claim.measure = replace(claim.measure, kind="percentage")


def _stands_as_level(units: Units, index: int) -> bool:
    """Whether a number ends its clause behind a word that leads to a level: … tot 63."""
    row = units.row
    before = row[index - 1] if index else None
    behind = row[index + 1] if index + 1 < len(row) else None
    ends = behind is None or behind.kind == "mark" or behind.lower in units.cues.level
    return before is not None and before.lower in units.cues.level and ends


def estimate(units: Units, claims: list[Claim]) -> None:
    """`Naar schatting hebben zij 45 procent`: the bound may stand apart from the number.

    It may follow the only number of a statement, behind a comma: `45 procent van de markt, naar
    schatting`.
    """
    for claim in claims:
        start, end = units.clause_span(claim.clause)
        apart = claim.measure.bound == "exact" and not claim.measure.only
        cue = units.cues.estimate.search(units.lower, start, min(end, claim.measure.start))
        if cue is None and len(claims) == 1:
            cue = units.cues.estimate.search(units.lower, claim.measure.end)
            if cue is not None and not units.lower[: cue.start()].rstrip().endswith(","):
                cue = None  # `hoger dan geschat`
        if cue is None or not apart:
            continue
        if not any(cue.end() <= c.measure.start < claim.measure.start for c in claims):
            claim.measure = replace(claim.measure, bound="about")


def share_pair_groups(claims: list[Claim]) -> None:
    """`van 48 naar 31 leveranciers`: the noun stands once."""
    for older, newer in itertools.pairwise(claims):
        if (older.measure.pair, newer.measure.pair) == ("from", "to"):
            older.group = older.group or newer.group
            newer.group = newer.group or older.group


def join_ranges(units: Units, claims: list[Claim]) -> None:
    """`ranged from 1,500 to 12,000`: with a verb of spread, from and to are one range."""
    for older, newer in itertools.pairwise(list(claims)):
        if (older.measure.pair, newer.measure.pair) != ("from", "to"):
            continue
        if units.cues.spread.search(units.lower):
            first, last = older.measure, newer.measure
            older.measure = replace(first, upper=last.value, end=last.end, pair=None)
            claims.remove(newer)


def repeat_zero(units: Units, claims: list[Claim]) -> None:
    """`Geen klachten of geschillen`: the zero is of both."""
    for claim in list(claims):
        group = claim.group
        if claim.measure.value != 0 or group is None or group.span is None:
            continue
        at = units.index_at(group.span[0])
        while units.row[at].end < group.span[1]:
            at += 1
        if units.row[at + 1 : at + 2] and units.row[at + 1].lower in units.cues.conjunction:
            second = noun_after(units, at + 2, known_only=True)
            if second is not None and second.kind != group.kind:
                twin = Claim(
                    claim.measure, claim.index, claim.clause, group=group_of(units, second)
                )
                claims.insert(claims.index(claim) + 1, twin)
