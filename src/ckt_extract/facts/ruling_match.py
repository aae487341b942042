"""When two mentions speak of the same ruling."""

from ckt_extract.facts.ruling_draft import Draft
from ckt_extract.models.ruling import PlacedDate

__all__ = ["best_match", "conflict", "opposed"]


def best_match(draft: Draft, others: list[Draft]) -> Draft | None:
    """The draft that a mention surely speaks of too; of equals the one spoken of last."""
    best: tuple[int, Draft] | None = None
    for other in others:
        if conflict(draft, other):
            continue
        score = _score(draft, other)
        if score and (best is None or score >= best[0]):
            best = score, other
    return best[1] if best else None


def conflict(one: Draft, other: Draft, *, outcome: bool = True) -> bool:
    """Whether what is known of two drafts cannot be true of one ruling."""
    if one.count != other.count or _differ(one.case, other.case) or _differ(one.stage, other.stage):
        return True
    if _differ(one.given_in, other.given_in) and one.given and other.given:
        return True
    if any(
        _dates_differ(at, other.dates[step])
        for step, at in one.dates.items()
        if step in other.dates
    ):
        return True
    if outcome and _outcomes_differ(one, other):
        return True
    return _parties_differ(one, other)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _dates_differ(one: PlacedDate, other: PlacedDate) -> bool:
    """Whether two dates differ in what both of them tell."""
    if one.value.year != other.value.year:
        return True
    if "year" in (one.precision, other.precision):
        return False
    if one.value.month != other.value.month:
        return True
    return one.precision == other.precision == "day" and one.value != other.value


def _outcomes_differ(one: Draft, other: Draft) -> bool:
    known = {one.outcome, other.outcome} - {None}
    return len(known) > 1 and "obligations_not_met" not in known


def _parties_differ(one: Draft, other: Draft) -> bool:
    if not one.parties or not other.parties:
        return False
    if not all(any(p.kind == "name" for p in draft.parties) for draft in (one, other)):
        return False  # a body of the agreement is a party to many cases
    for side in ("initiator", "respondent"):
        here = [p for p in one.parties if p.side == side]
        there = [p for p in other.parties if p.side == side]
        if here and there and not any(a.is_same(b) for a in here for b in there):
            return True
    if opposed(one, other):
        return False
    return not any(a.is_same(b) for a in one.parties for b in other.parties)


def opposed(one: Draft, other: Draft) -> bool:
    """Whether one mention names who brought the case and the other the respondent."""
    sides = {p.side for p in one.parties}, {p.side for p in other.parties}
    return sides in (({"initiator"}, {"respondent"}), ({"respondent"}, {"initiator"}))


def _score(one: Draft, other: Draft) -> int:
    """How much two drafts have in common."""
    shared = sum(any(a.is_same(b) for b in other.parties) for a in one.parties)
    dates = _shared_dates(one, other)
    subject = bool(one.subject and other.subject and _alike(one.subject, other.subject))
    several = one.count > 1 and one.given and other.given and not (one.parties or other.parties)
    return 2 * shared + 2 * dates + subject + several


def _shared_dates(one: Draft, other: Draft) -> int:
    """How many steps have the same date, to the month at least."""
    return sum(
        step in other.dates
        and "year" not in (at.precision, other.dates[step].precision)
        and not _dates_differ(at, other.dates[step])
        for step, at in one.dates.items()
    )


def _alike(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a in b or b in a
