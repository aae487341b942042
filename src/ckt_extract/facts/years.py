"""Which year a claim is about, and how that is known."""

import itertools

from msgspec import Struct

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import TimeReference
from ckt_extract.models.result import YearBasis
from ckt_extract.patterns import pattern

__all__ = ["YearState", "assign_years", "remember_years", "year_of"]

_JOINT = "·"
"""Between the parts of the text of a callout or cell."""
_NEAR = 8
"""Units at most between a number and a time right behind it (63 procent van de merken in 2019)."""


class YearState(Struct):
    """The years that the text around a statement has named, within one paragraph."""

    current: int | None = None
    """The year that the paragraph is about; None while it is the edition's."""
    named: int | None = None
    """The year named last, which `toen` and `een jaar eerder` refer to."""
    aim: int | None = None
    """The year of the aims that a heading or lead announces."""
    compared: int | None = None
    """The year of a comparison (ten opzichte van 2019), which `toen` takes up."""


def assign_years(units: Units, claims: list[Claim], state: YearState, edition: int | None) -> None:
    """Give each claim its year and basis, and take along what the statement says of years."""
    times = _useful_times(units)
    for claim in claims:
        claim.time = _own_time(units, claim, claims, times)
    for claim in claims:
        claim.time = claim.time or _shared_time(units, claim, claims, times)
        now = units.cues.now.search(units.lower, *units.clause_span(claim.clause))
        if claim.time is None and now and claim.role != "target":
            claim.year, claim.basis = edition, "edition"
        else:
            _apply(units, claim, state, edition)
    _split_pairs(claims)


def _useful_times(units: Units) -> list[TimeReference]:
    """The times that tell a year. Under a year that is printed as a label it is *this year*."""
    times = [t for t in units.reading.times if t.kind in ("relative", "back") or t.year is not None]
    times = [
        t for t, after in itertools.zip_longest(times, times[1:]) if not _is_told(units, t, after)
    ]
    if any(_is_label(units, time) for time in times):
        return [t for t in times if t.kind != "relative" or t.offset]
    return times


def _is_label(units: Units, time: TimeReference) -> bool:
    """Whether a time is all of a part of a callout or cell: `2019 · nieuwe leden dit jaar: 16`."""
    before, behind = units.text[: time.start].rstrip(), units.text[time.end :].lstrip()
    return (not before or before[-1] == _JOINT) and behind[:1] == _JOINT


def _is_told(units: Units, time: TimeReference, after: TimeReference | None) -> bool:
    """Whether the year that a time means follows it in brackets: *toen (2018)*."""
    return (
        time.kind in ("relative", "back")
        and after is not None
        and after.year is not None
        and units.lower[time.end : after.start].strip() == "("
    )


def _shared_time(
    units: Units, claim: Claim, claims: list[Claim], times: list[TimeReference]
) -> TimeReference | None:
    """A time that holds for more than the number beside it.

    That is the time that opens the sentence, and one in a clause without a number of its own. A
    claim that says `nu` is not of the year that another clause names.
    """
    with_numbers = {c.clause for c in claims}
    now = units.cues.now.search(units.lower, *units.clause_span(claim.clause))
    for time in times:
        if _is_comparison(units, time) or _is_base(units, claim, time):
            continue
        clause = units.row[units.index_at(time.start)].clause
        opens = time.start < claims[0].measure.start and time is times[0]
        if (opens or clause not in with_numbers or clause == claim.clause) and not now:
            return time
    return None


def _own_time(
    units: Units, claim: Claim, claims: list[Claim], times: list[TimeReference]
) -> TimeReference | None:
    """The time that belongs to one number: right behind it, else nearest in its clause."""
    starts = sorted(c.measure.start for c in claims)
    behind = _right_behind(units, claim, starts, times)
    before = _before(units, claim, starts, times)
    if behind is None:
        return before
    if before is None or claim.measure.pair is not None:
        return behind
    first_time = times[0].start < starts[0]
    return before if first_time and _claims_next(units, behind, claim, starts) else behind


def _right_behind(
    units: Units, claim: Claim, starts: list[int], times: list[TimeReference]
) -> TimeReference | None:
    """A time behind a number with no comma, conjunction or other number in between."""
    for time in times:
        if time.start < claim.measure.end:
            continue
        if any(claim.measure.end <= s < time.start for s in starts):
            return None
        between = units.words_between(claim.measure.end, time.start)
        closed = units.row[units.index_at(time.end) :][:1]
        opens = any(u.lower == "(" for u in between)
        blocked = (opens and not (closed and closed[0].lower == ")")) or any(
            u.lower in (",", ";", ":", "–") or u.lower in units.cues.conjunction for u in between
        )
        near = len(between) <= _NEAR
        apart = _is_comparison(units, time) or _is_base(units, claim, time)
        return time if near and not blocked and not apart else None
    return None


def _before(
    units: Units, claim: Claim, starts: list[int], times: list[TimeReference]
) -> TimeReference | None:
    """The nearest time before a number, with no other number in between, in the same clause."""
    start = claim.count.start if claim.count else claim.measure.start
    for time in reversed(times):
        if time.end > start:
            continue
        if any(time.end <= s < start for s in starts if s != claim.measure.start):
            return None
        clause = units.row[units.index_at(time.start)].clause
        apart = _is_comparison(units, time) or _is_base(units, claim, time)
        fits = claim.clause - clause <= 1 and not apart
        return time if fits else None
    return None


def _claims_next(units: Units, time: TimeReference, claim: Claim, starts: list[int]) -> bool:
    """Whether a time behind one number rather opens the next one's clause."""
    following = [s for s in starts if s > time.end]
    if not following:
        return False
    clause = units.row[units.index_at(time.start)].clause
    return clause != claim.clause


_SINCE = pattern(r"\b(?:sinds|sedert|since)(?:\s+(?:eind|begin|het jaar|the end of))?\s*$")


def _is_base(units: Units, claim: Claim, time: TimeReference) -> bool:
    """Whether a time is what a change is counted from: on the previous year, since 2019."""
    if claim.role != "change":
        return False
    since = _SINCE.search(units.lower[max(0, time.start - 24) : time.start])
    return since is not None or (time.kind == "relative" and (time.offset or 0) < 0)


_COMPARED = pattern(
    r"(?:\b(?:dan|than)(?:\s+\w+){0,3}|\bten opzichte van|\bvergeleken met|\bin vergelijking met"
    r"|\bcompared (?:with|to)|\brelative to|\bna|\bafter|\bbefore|\bvóór)"
    r"(?:\s+(?:in|over|eind|begin|het jaar|the year|the end of))?\s*$"
)


def _is_comparison(units: Units, time: TimeReference) -> bool:
    """Whether a time only says what is compared with: meer dan in 2019, ten opzichte van 2019.

    Nor is what is told of a year after or before which something is to happen (na 2021).
    """
    return _COMPARED.search(units.lower[max(0, time.start - 48) : time.start]) is not None


def _apply(units: Units, claim: Claim, state: YearState, edition: int | None) -> None:
    """Set a claim's year from the time that belongs to it, or from the text around it."""
    time = claim.time
    if time is None:
        _carry(claim, state, edition)
    elif time.kind == "back":
        year = _named_before(units, time) or state.compared or state.named
        claim.year, claim.basis = (edition, "edition") if year is None else (year, "carried")
    elif time.kind == "relative":
        anchor = edition
        if time.from_text:
            anchor = _named_before(units, time) or state.named or state.current or edition
        claim.year = anchor + (time.offset or 0) if anchor is not None else None
        of_edition = not time.offset and not time.from_text
        basis: YearBasis = "edition" if of_edition else "carried"
        claim.basis = basis if claim.year is not None else None
    else:
        claim.year = time.end_year or time.year
        claim.basis = "stated"
        if claim.measure.pair == "from" and time.end_year is not None:
            claim.year = time.year


def _carry(claim: Claim, state: YearState, edition: int | None) -> None:
    """Without a time of its own a claim is of the paragraph's year, or of the edition's."""
    if claim.role == "target":
        claim.year = state.aim
        claim.basis = "carried" if state.aim is not None else None
    elif state.current is not None:
        claim.year, claim.basis = state.current, "carried"
    else:
        claim.year, claim.basis = edition, "edition" if edition is not None else None


def _named_before(units: Units, time: TimeReference) -> int | None:
    """The year that the same statement names before a relative time (in 2017 … a year earlier)."""
    years = [t.end_year or t.year for t in units.reading.times if t.end <= time.start]
    named = [year for year in years if year is not None]
    return named[-1] if named else None


def _split_pairs(claims: list[Claim]) -> None:
    """In a from-to pair under one single year, only the newer value is of that year."""
    for older, newer in itertools.pairwise(claims):
        if older.measure.pair != "from" or newer.measure.pair != "to":
            continue
        if older.year == newer.year:
            older.year, older.basis = None, None


def _is_relative(claim: Claim) -> bool:
    return claim.role == "result" and claim.time is not None and bool(claim.time.offset)


def _is_past(target: Claim, edition: int | None) -> bool:
    """Whether the year of an aim has come: what is told next is how it went."""
    return target.year is not None and edition is not None and target.year <= edition


def remember_years(
    units: Units, claims: list[Claim], state: YearState, edition: int | None
) -> None:
    """Carry the years of a statement, whose older values are linked, to the next ones."""
    times = _useful_times(units)
    stated = [t.end_year or t.year for t in times if t.year is not None]
    past = [
        c for c in claims if c.role == "result" or (c.role == "target" and _is_past(c, edition))
    ]
    mine = [c.year for c in past if c.basis == "stated" or _is_relative(c)]
    if not stated and not claims and edition is not None:
        backward = [t.offset for t in times if t.kind == "relative" and not t.from_text]
        stated = [edition + offset for offset in backward if offset]
    if mine:
        state.current = mine[-1]
    elif stated and not claims:
        state.current = stated[-1]
    years = [c.year for c in claims if c.year is not None]
    if stated:
        state.named = stated[-1]
    elif years:
        state.named = max(years)
    state.compared = stated[-1] if stated and (not mine or stated[-1] != mine[-1]) else None


def year_of(
    units: Units, state: YearState, edition: int | None
) -> tuple[int | None, YearBasis | None]:
    """The year of a statement without a number."""
    stated = [t.end_year or t.year for t in units.reading.times if t.year is not None]
    if stated:
        return stated[0], "stated"
    if state.current is not None:
        return state.current, "carried"
    return edition, "edition" if edition is not None else None
