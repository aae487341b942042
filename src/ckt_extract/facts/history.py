"""Which older value a claim is compared with."""

import itertools

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.units import Units
from ckt_extract.models.result import YearBasis
from ckt_extract.patterns import pattern

__all__ = ["link_history"]

_NOT_YET = pattern(r"nog (?:geen|niet|eens)\b")

_LEVELS = frozenset({"percentage", "count", "ratio", "money", "duration"})

_PAIR = 2
"""A statement with more years than two in rising order tells a history, not a comparison."""


def link_history(
    units: Units,
    claims: list[Claim],
    earlier: list[Claim],
) -> list[Claim]:
    """Link the claims of a statement to the older values named beside or after them.

    Args:
        units: The statement.
        claims: Its claims, with roles and years.
        earlier: Claims of the statements before it in the same paragraph.

    Returns:
        The claims, with those that follow from a level and a change put in behind the level.
    """
    _link_pairs(claims)
    for claim in claims:
        if claim.role == "result" and _is_older(units, claim, claims, earlier):
            newer = _newer(units, claim, earlier, claims)
            if newer is not None:
                claim.role = "previous"
                newer.previous = claim
                claim.group = claim.group or newer.group
                if claim.basis == "edition" or claim.year == newer.year:
                    claim.year, claim.basis = None, None
            elif any(_told_with(claim, other) for other in claims):
                claim.role = "previous"
    _link_years(units, claims)
    return _derive(units, claims, earlier)


def _link_pairs(claims: list[Claim]) -> None:
    """`van 63 naar 80 procent`: the first is the previous value of the second."""
    for older, newer in itertools.pairwise(claims):
        if older.measure.pair == "from" and newer.measure.pair == "to":
            older.role = "previous" if newer.role != "target" else older.role
            if newer.role == "target":
                older.role = "previous"
            newer.previous = older
            older.group = older.group or newer.group
            newer.group = newer.group or older.group


def _is_older(units: Units, claim: Claim, claims: list[Claim], earlier: list[Claim]) -> bool:
    """Whether a number stands there for comparison: behind `tegen`, `toen`, `vorig jaar`."""
    time = claim.time
    if time is not None and time.kind in ("relative", "back"):
        return time.kind == "back" or (time.offset or 0) < 0
    if _opens_contrast(units, claim, claims):
        return True
    start, _ = units.clause_span(claim.clause)
    first = claim.count.start if claim.count else claim.measure.number[0]
    if units.cues.compare.match(units.lower):
        return claim.basis == "stated"
    others = [c for c in (*earlier, *claims) if c is not claim and c.year is not None]
    newer = [c for c in others if claim.year is None or (c.year or 0) > claim.year]
    if _compares(units, start, first):
        return bool(newer) or claim.basis != "stated"
    before = [c for c in newer if c.clause != claim.clause or c not in claims]
    takes_up = units.cues.same.search(units.lower, start, claim.measure.end)
    return claim.time is not None and takes_up is not None and bool(before)


def _told_with(claim: Claim, other: Claim) -> bool:
    """Whether a value is told in one breath with an older one: toen haalde 63 procent dat, 19 …."""
    return other.role == "previous" and other.time is not None and other.time is claim.time


def _compares(units: Units, start: int, end: int) -> bool:
    """Whether a word of comparison stands before a number; `nog geen` is none."""
    cues = units.cues.compare.finditer(units.lower, start, end)
    return any(not _NOT_YET.match(units.lower, cue.start()) for cue in cues)


def _opens_contrast(units: Units, claim: Claim, claims: list[Claim]) -> bool:
    """`Waar het er in het eerste jaar 12 waren, zijn het er nu 20`."""
    if units.row[0].lower not in units.cues.contrast or claim is not claims[0]:
        return False
    return any(_takes_up(units, claim, other) for other in claims[1:])


def _newer(units: Units, claim: Claim, earlier: list[Claim], own: list[Claim]) -> Claim | None:
    """The claim that an older value belongs to.

    It is of the same type and group, has no older value yet, and is not of an earlier year. A
    claim of the same statement goes before one of an earlier statement, one of the same indicator
    before others; else the values follow in the same order (volledig, bijna, niet).
    """
    at = own.index(claim)
    later = [c for c in own[at + 1 :] if _takes_up(units, claim, c)]
    if not _opens_contrast(units, claim, own):
        later = [c for c in later if _is_later(c, claim)]
    for candidates in (own[:at][::-1], later, list(earlier)):
        fits = [
            c
            for c in candidates
            if c.role == "result"
            and c.measure.kind == claim.measure.kind
            and c.previous is None
            and (c.time is None or c.time is not claim.time)
            and not (c.year is not None and claim.year is not None and c.year < claim.year)
            and _same_group(c, claim)
            and (c.block == claim.block or (c.indicator and c.indicator == claim.indicator))
        ]
        if fits:
            same = [c for c in fits if claim.indicator and c.indicator == claim.indicator]
            if not same:
                return fits[0]
            return same[-1] if candidates[0].block != claim.block else same[0]
    return None


def _is_later(candidate: Claim, claim: Claim) -> bool:
    """Whether a claim behind an older value is known to be of a later time."""
    if claim.year is None or candidate.year is None or claim.basis == "edition":
        return candidate.clause != claim.clause
    return candidate.year > claim.year


def _same_group(first: Claim, second: Claim) -> bool:
    return first.group is None or second.group is None or first.group.kind == second.group.kind


def _link_years(units: Units, claims: list[Claim]) -> None:
    """`38 procent in 2019, in 2018 was dit 28`: newest first, the older is for comparison.

    Values in the order of their years (65 in 2017, 69 in 2018) are a history in which each
    stands for itself, unless the newer one is of now.
    """
    several = len({c.year for c in claims if c.year is not None}) > _PAIR
    for first, second in itertools.pairwise(claims):
        older, newer = sorted((first, second), key=lambda c: c.year or 0)
        if (
            older.year is None
            or newer.year is None
            or older.year >= newer.year
            or newer.role not in ("result", "previous")
            or older.role != "result"
            or older.basis == "edition"
            or (older is first and (several or not _takes_up(units, older, newer)))
            or older.measure.kind != newer.measure.kind
            or newer.previous is not None
            or older.previous is newer
            or not _same_group(older, newer)
            or (older.indicator or newer.indicator) != (newer.indicator or older.indicator)
        ):
            continue
        older.role = "previous"
        newer.previous = older


def _takes_up(units: Units, older: Claim, newer: Claim) -> bool:
    """Whether a later value says that it is of the same: nu is dat 18, in 2019 waren dat er zes."""
    span = units.clause_span(newer.clause)
    words = units.cues
    if words.now.search(units.lower, *span) or words.same.search(units.lower, *span):
        return True
    return words.still.search(units.lower, *units.clause_span(older.clause)) is not None


def _derive(units: Units, claims: list[Claim], earlier: list[Claim]) -> list[Claim]:
    """`21 procent`, `17 procentpunt meer dan het jaar ervoor`: the older level was 4 percent."""
    result = list(claims)
    for claim in claims:
        level = _level_of(claim, claims, earlier)
        older = _older_level(units, level, claim) if level is not None else None
        if level is None or older is None:
            continue
        level.previous = older
        claim.indicator = level.indicator
        at = result.index(level) + 1 if level in result else result.index(claim)
        result.insert(at, older)
    return result


def _level_of(change: Claim, claims: list[Claim], earlier: list[Claim]) -> Claim | None:
    """The level that a change leads to: points to a percentage, a count to one beside it."""
    if change.role != "change" or change.measure.upper is not None:
        return None
    if change.measure.kind == "percentage_points":
        kind, candidates = "percentage", [*earlier, *claims]
    elif change.measure.kind == "count":
        kind, candidates = "count", [*earlier, *claims]
    else:
        return None
    levels = [
        c
        for c in candidates
        if c.measure.kind == kind and c.role == "result" and _same_group(c, change)
    ]
    # The last level is the one that changed; where it has an older value, that is no news
    return levels[-1] if levels and levels[-1].previous is None else None


def _older_level(units: Units, level: Claim, change: Claim) -> Claim | None:
    """The level before a change, or None when it would be no percentage."""
    start, end = units.clause_span(change.clause)
    falls = units.cues.decrease.search(units.lower, start, end) is not None
    step = change.measure.value
    value = level.measure.value + (step if falls else -step)
    if value < 0 or level.measure.upper is not None:
        return None
    year, basis = _year_before(units, level, change)
    measure = replace(
        level.measure, value=value, start=change.measure.start, end=change.measure.end
    )
    return replace(
        level,
        measure=measure,
        index=change.index,
        clause=change.clause,
        count=None,
        role="previous",
        year=year,
        basis=basis,
        previous=None,
        written=change.written,
        derived=True,
    )


def _year_before(units: Units, level: Claim, change: Claim) -> tuple[int | None, YearBasis | None]:
    """The year that a change is counted from: the one named in its clause."""
    start, end = units.clause_span(change.clause)
    for time in units.reading.times:
        if not start <= time.start < end:
            continue
        if time.year is not None and time.year != level.year:
            return time.year, "stated"
        if time.kind == "relative" and level.year is not None and (time.offset or 0) < 0:
            return level.year + (time.offset or 0), "carried"
    return None, None
