"""Quantities put together: ranges, ratios, changes and lists that share a unit."""

from decimal import Decimal
from typing import cast

from ckt_extract.language.amounts import plain, read_amount
from ckt_extract.language.asides import set_aside
from ckt_extract.language.items import Line
from ckt_extract.language.reading import TextReading
from ckt_extract.language.terms import Term, read_term
from ckt_extract.models.quantity import Bound

__all__ = ["read_quantities"]

_CHANGE_REACH = 16
"""Items from *van 63 procent* within which its *naar 80 procent* is looked for."""
_ROUND_TOTALS = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))
"""Totals of *3 op 5* and *one in ten*; *12 in 40 landen* is no ratio."""
_HUNDREDS = {Decimal(n * scale): Decimal(scale) for scale in (100, 1000) for n in range(2, 10)}
"""*Driehonderd*, *vierduizend*: what *twee-* stands for before *tot driehonderd*."""


def read_quantities(line: Line, out: TextReading) -> None:
    """Read every number that is no aside as a quantity; ranks become asides."""
    terms: list[Term] = []
    origin: Term | None = None  # the last *van 63 procent*
    at = 0
    while at < line.size:
        item = line[at]
        if item.taken or not item.starts:
            at += 1
            continue
        term = _between(line, at) or _joined(line, at) or _zero(line, at)
        if term is None:
            if item.kind == "rank":
                set_aside(line, at, at + 1, "ordinal", out)
            at += 1
            continue
        if _indefinite(line, term):
            at = set_aside(line, term.start, term.stop, "indefinite", out)
            continue
        if line.has(term.start - 1, "from") and term.upper is None:
            origin = term
        elif origin and line.has(term.start - 1, "to"):
            _change(line, origin, term)
            origin = None
        terms.append(term)
        line.take(term.start, term.stop)
        at = term.stop
    _share_units(line, terms)
    out.measures.extend(term.measure(line) for term in terms)


def _zero(line: Line, at: int) -> Term | None:
    """*Geen klachten*, *no complaints*, *none of the*."""
    zero = line.role(at, "zero")
    if zero is None or line.free(at + 1):
        return None
    if zero == "noun" and not (line.noun(at + 1) or line.has(at + 1, "unit", "measure")):
        return None
    return Term("count", Decimal(0), at, at + 1, (at, at + 1))


def _between(line: Line, at: int) -> Term | None:
    """*Tussen 3 en 5 procent*, *between three and five years*."""
    if not line.has(at, "between"):
        return None
    low = read_term(line, at + 2 if line.has(at + 1, "det") else at + 1)
    if low is None or not line.has(low.stop, "and"):
        return None
    start = low.stop + (2 if line.has(low.stop + 1, "det") else 1)
    term = _ranged(low, read_term(line, start))
    if term:
        term.start = at
    return term


def _joined(line: Line, at: int) -> Term | None:
    """A quantity and what it is joined with: a range, a ratio, or nothing."""
    term = read_term(line, at)
    if term is None:
        return _one_in(line, at)
    after = term.stop
    suspended = line.has(after, "dash") and not line[after].gap and line[after + 1].gap
    if suspended and line.has(after + 1, "range", "or"):  # twee- tot driehonderd, 3- of 4-jarig
        high = read_term(line, after + 2)
        if high and term.value < 10 and high.value in _HUNDREDS and high.bare:
            term.value *= _HUNDREDS[high.value]
        return _ranged(term, high) or term
    change = line.has(at - 1, "from") and line.has(after, "to") and not line.has(after, "up_to")
    if line.has(after, "range") and (not change or line.has(at - 2, "ranging")):
        return _ranged(term, read_term(line, after + 1)) or term
    if line.has(after, "or"):
        other = read_term(line, after + 1)
        near = other and other.value == term.value + 1 and other.bound == "exact"
        return (_ranged(term, other) if near else None) or term
    if term.bare and term.upper is None:
        return _of_total(line, term) or _out_of(line, term) or term
    return term


def _ranged(low: Term, high: Term | None) -> Term | None:
    """One range from its two ends; None where they do not belong together."""
    if high is None or "ratio" in (low.kind, high.kind) or high.bound != "exact":
        return None
    if not (low.kind == high.kind or low.bare or high.bare):
        return None
    named = low if high.bare and not low.bare else high
    if low.kind == high.kind and low.unit != high.unit:
        return None
    _share_scale(low, high)
    if low.value >= high.value:
        return None
    return Term(
        named.kind, low.value, low.start, high.stop, (low.number[0], high.number[1]),
        low.bound, low.only, upper=high.value, scale=high.scale, unit=named.unit,
        misprint=low.misprint or high.misprint, bare=low.bare and high.bare,
    )  # fmt: skip


def _share_scale(low: Term, high: Term) -> None:
    """*3 tot 5 miljoen*: the first number means millions too."""
    if high.scale and low.scale is None and low.value < 1000:
        low.value, low.scale = plain(low.value * high.scale), high.scale


def _of_total(line: Line, term: Term) -> Term | None:
    """*36 van de 57 bedrijven*, *three of the four steps*, *11/41*."""
    at = term.stop
    slashed = line[at].key == "/" and not line[at].gap and not line[at + 1].gap
    if not (line.has(at, "of") or slashed):
        return None
    definite = line.has(at + 1, "det")
    start = at + 2 if definite else at + 1
    if line.has(start, "bound"):
        start += 1
    total = read_amount(line, start)
    if total is None or line.has(total.stop, "unit", "to") or total.value != int(total.value):
        return None
    if not (
        definite or slashed or line.noun(total.stop) or line[total.stop].kind in ("end", "sign")
    ):
        return None
    return _ratio(term, total.value, total.stop)


def _out_of(line: Line, term: Term) -> Term | None:
    """*Vier op de vijf*, *one in five*; a bare *op* / *in* only between small numbers."""
    per = line.role(term.stop, "per")
    total = read_amount(line, term.stop + 1) if per else None
    if total is None or line.has(total.stop, "unit"):
        return None
    first, second = line[term.number[0]], line[total.start]
    alike = first.spelled == second.spelled
    if per == "maybe" and not (alike and term.value < 10 and total.value in _ROUND_TOTALS):
        return None
    return _ratio(term, total.value, total.stop)


def _one_in(line: Line, at: int) -> Term | None:
    """*Een op de drie*, with an article for a number."""
    first = at
    while line.has(first, "bound", "only") and first - at < 4:
        first += 1
    if not line.has(first, "article") or not line.has(first + 1, "per") or not line.free(first + 2):
        return None
    bound = line.role(first - 1, "bound") if first > at else None
    one = Term(
        "count", Decimal(1), at, first + 1, (first, first + 1), cast("Bound", bound or "exact")
    )
    total = read_amount(line, first + 2)
    per = line.role(first + 1, "per")
    if (
        total is None
        or line.has(total.stop, "unit")
        or (per == "maybe" and not line[first + 2].spelled)
    ):
        return None
    return _ratio(one, total.value, total.stop)


def _ratio(part: Term, total: Decimal, stop: int) -> Term | None:
    """A ratio of a part and a total; None where it is no part of it."""
    if not 0 <= part.value <= total or total == 0 or part.value != int(part.value):
        return None
    return Term(
        "ratio", plain(round(part.value / total, 6)), part.start, stop, (part.number[0], stop),
        part.bound, part.only, ratio=(part.value, total), misprint=part.misprint,
    )  # fmt: skip


def _indefinite(line: Line, term: Term) -> bool:
    """Whether a spelled *één* / *one* counts nothing: *één van de*, *the one that*."""
    item = line[term.number[0]]
    if term.kind != "count" or not item.spelled or term.value != 1 or term.upper is not None:
        return False
    if term.bound == "at_least" and line.has(term.stop - 1, "bound_after"):
        return True  # een of meer
    return not line.noun(term.stop) or line.has(term.start - 1, "the_one")


def _change(line: Line, old: Term, new: Term) -> None:
    """Mark the two sides of *van 63 naar 80 procent*; one unit serves both."""
    if new.start - old.stop > _CHANGE_REACH or new.upper is not None:
        return
    adjacent = new.start - old.stop == 1
    if old.bare and not new.bare and adjacent:
        _share_scale(old, new)
        _take_unit(old, new)
    elif new.bare and not old.bare and not line.noun(new.stop):
        _take_unit(new, old)
    elif old.bare and new.bare and adjacent:
        _share_scale(old, new)
    if old.kind == new.kind:
        old.pair, new.pair = "from", "to"


def _take_unit(term: Term, other: Term) -> None:
    term.kind, term.unit, term.bare = other.kind, other.unit, False


def _share_units(line: Line, terms: list[Term]) -> None:
    """Give the numbers of a list the unit at its end: *16, 28 en 38 procent*."""
    shared = False
    for term, after in zip(reversed(terms[:-1]), reversed(terms), strict=False):
        joints = range(term.stop, after.start)
        joined = any(line.has(n, "list") or line[n].key == "/" for n in joints)
        listed = all(line.has(n, "list") or line[n].key in (",", "/") for n in joints)
        shared = bool(
            (joined or (shared and joints))
            and (listed and len(joints) <= 3)
            and (term.bare and term.value != 0)
            and (after.scale or after.kind not in ("count", "ratio"))
        )
        if shared:
            _share_scale(term, after)
            _take_unit(term, after)
