"""Quantities put together: ranges, ratios, changes and lists that share a unit."""

from decimal import Decimal

from ckt_extract.language.amounts import plain, read_amount
from ckt_extract.language.asides import set_aside
from ckt_extract.language.items import Line
from ckt_extract.language.reading import TextReading
from ckt_extract.language.terms import Term, read_term

__all__ = ["read_quantities"]

_CHANGE_REACH = 16
"""Items from *van 63 procent* within which its *naar 80 procent* is looked for."""
_ROUND_TOTALS = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))
"""Totals of *3 op 5* and *one in ten*; *12 in 40 landen* is no ratio."""
_UNITLESS = ("count", "ratio")
_HUNDREDS = {Decimal(n * scale): Decimal(scale) for scale in (100, 1000) for n in range(2, 10)}
"""*Driehonderd*, *vierduizend*: what *twee-* stands for before *tot driehonderd*."""


def read_quantities(line: Line, out: TextReading) -> None:
    """Read every number that is no aside as a quantity; ranks become asides."""
    terms: list[Term] = []
    origin: Term | None = None  # the last *van 63 procent*
    reached = 0
    for at in line.starts:
        if at < reached or line[at].taken:
            continue
        term = _between(line, at) or _joined(line, at) or _zero(line, at)
        if term is None:
            if line[at].kind == "rank":
                set_aside(line, at, at + 1, "ordinal", out)
            continue
        reached = term.stop
        if _indefinite(line, term, listed=bool(terms)):
            set_aside(line, term.start, term.stop, "indefinite", out)
            continue
        if terms and _arrow_between(line, terms[-1], term):
            _change(line, terms[-1], term)
            origin = None
        elif line.has(term.start - 1, "from") and term.upper is None:
            origin = term
        elif origin and (line.has(term.start - 1, "to") or _reached(line, term)):
            _change(line, origin, term)
            origin = None
        terms.append(term)
        line.take(term.start, term.stop)
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
        return None
    term = _range_from(line, term) or term
    if not term.bare:
        return term
    article = term.value == 1 and line.has(term.number[0], "article") and line.has(term.stop, "per")
    return _of_total(line, term) or _out_of(line, term) or (None if article else term)


def _range_from(line: Line, term: Term) -> Term | None:
    """The range that starts with a quantity: *3 tot 5*, *twee- tot driehonderd*, *drie of vier*."""
    after = term.stop
    suspended = line.has(after, "dash") and not line[after].gap and line[after + 1].gap
    if suspended and line.has(after + 1, "range", "or"):
        high = read_term(line, after + 2)
        if high and high.bare and term.value < 10 and high.value in _HUNDREDS:
            term.value *= _HUNDREDS[high.value]
        return _ranged(term, high)
    if line.has(after, "or"):
        high = read_term(line, after + 1)
        next_to = high and high.value == term.value + 1 and high.bound == "exact"
        return _ranged(term, high) if next_to else None
    start = term.start - 1
    change = line.has(start, "from") and line.has(after, "to")
    if change and line.has(after, "up_to"):
        change = any(line.has(n, "moving") for n in range(start))
    if line.has(after, "range") and (not change or line.has(start - 1, "ranging")):
        high = read_term(line, after + 1)
        if high is not None and high.bare and line[start].key in ("met", "by"):
            return _ranged(term, high) if line.noun(high.stop) else None  # met 1.466 tot 4.268
        return _ranged(term, high)
    return None


def _ranged(low: Term, high: Term | None) -> Term | None:
    """One range from its two ends; None where they do not belong together."""
    if high is None or high.bound != "exact":
        return None
    if not (low.kind == high.kind or low.bare or high.bare):
        return None
    named = low if high.bare and not low.bare else high
    if (named.kind == "ratio" and not low.ratio) or (
        low.kind == high.kind and low.unit != high.unit
    ):
        return None
    _share_scale(low, high)
    if low.value >= high.value:
        return None
    return Term(
        named.kind, low.value, low.start, high.stop, (low.number[0], high.number[1]),
        low.bound, low.only, upper=high.value, scale=high.scale, unit=named.unit, ratio=low.ratio,
        misprint=low.misprint or high.misprint, bare=low.bare and high.bare,
    )  # fmt: skip


def _share_scale(low: Term, high: Term) -> None:
    """*3 tot 5 miljoen*: the first number means millions too."""
    if high.scale and low.scale is None and low.value < 1000:
        low.value, low.scale = plain(low.value * high.scale), high.scale


def _of_total(line: Line, term: Term) -> Term | None:
    """*36 van de 57 bedrijven*, *14 (van de 57)*, *three of the four steps*, *36/57*."""
    bracket = line[term.stop].key == "(" and line.has(term.stop + 1, "of")
    at = term.stop + bracket
    slashed = line[at].key == "/"
    if not (line.has(at, "of") or slashed):
        return None
    definite = line.has(at + 1, "det")
    start = at + 2 if definite else at + 1
    if line.has(start, "bound"):
        start += 1
    total = read_amount(line, start)
    if total is None or line.has(total.stop, "unit") or total.value % 1:
        return None
    if line.has(total.stop, "to") and not definite:
        return None  # 12 van 57 naar 69
    closed = line[total.stop].kind in ("end", "sign") and not slashed
    followed = line.noun(total.stop) or line.has(total.stop, "of", "part_follows")
    return _ratio(term, total.value, total.stop) if definite or closed or followed else None


def _out_of(line: Line, term: Term) -> Term | None:
    """*Vier op de vijf*, *one in five*; a bare *op* / *in* only between small numbers."""
    per = line.role(term.stop, "per")
    total = read_amount(line, term.stop + 1) if per else None
    if total is None or line.has(total.stop, "unit"):
        return None
    first, second = line[term.number[0]], line[total.start]
    alike = (first.kind == "word" or first.spelled) == second.spelled
    if per == "maybe" and not (alike and term.value < 10 and total.value in _ROUND_TOTALS):
        return None
    return _ratio(term, total.value, total.stop)


def _ratio(part: Term, total: Decimal, stop: int) -> Term | None:
    """A ratio of a part and a total; None where it is no part of it."""
    if not 0 <= (part.upper or part.value) <= total or not total or part.value % 1:
        return None
    upper = None if part.upper is None else plain(round(part.upper / total, 6))
    return Term(
        "ratio", plain(round(part.value / total, 6)), part.start, stop, (part.number[0], stop),
        part.bound, part.only, upper=upper, ratio=(part.value, total), misprint=part.misprint,
    )  # fmt: skip


def _indefinite(line: Line, term: Term, *, listed: bool) -> bool:
    """Whether a spelled *één* / *one* counts nothing: *één van de*, *the one that*.

    `listed`: other numbers stand before it, so that *… en één* counts like them.
    """
    item = line[term.number[0]]
    if term.kind != "count" or not item.spelled or term.value != 1 or term.upper is not None:
        return False
    if term.bound == "at_least" and line.has(term.stop - 1, "bound_after"):
        return True  # een of meer
    if listed and line.has(term.start - 1, "list") and not line.has(term.stop, "of"):
        return False
    return not line.noun(term.stop) or line.has(term.start - 1, "the_one")


def _reached(line: Line, term: Term) -> bool:
    """Whether the *up to* of a number leads to a new level: *from 63 it shot up to 80*."""
    if line.has(term.start, "up_to") and term.bound == "at_most":
        term.bound = "exact"
        return True
    return False


def _arrow_between(line: Line, old: Term, new: Term) -> bool:
    """Whether an arrow leads from one number to the next: *28% → 38%*, *63% (2019) → 80%*."""
    start = old.stop
    while line.noun(start) and not line.has(start, "arrow"):
        start += 1
    if line[start].key == "(" and line[start + 1].taken and line[start + 2].key == ")":
        start += 3
    return old.upper is None and line.has(start, "arrow") and start + 1 == new.start


def _change(line: Line, old: Term, new: Term) -> None:
    """Mark the two sides of *van 63 naar 80 procent*; one unit serves both."""
    if new.start - old.stop > _CHANGE_REACH:
        return
    if old.bare and new.start - old.stop == 1:
        _share_scale(old, new)
        if new.kind not in _UNITLESS:
            _take_unit(old, new)
    elif new.bare and old.kind not in _UNITLESS and not line.noun(new.stop):
        _take_unit(new, old)
    if old.kind == new.kind:
        old.pair, new.pair = "from", "to"


def _take_unit(term: Term, other: Term) -> None:
    term.kind, term.unit, term.bare = other.kind, other.unit, False


def _share_units(line: Line, terms: list[Term]) -> None:
    """Give the numbers of a list the unit at its end: *16, 28 en 38 procent*.

    A year in brackets may stand between them: *16 (2017), 28 (2018) en 38 procent (2019)*.
    """
    shared = False
    for term, after in zip(reversed(terms[:-1]), reversed(terms), strict=False):
        start = term.stop
        if line[start].key == "(" and line[start + 1].taken and line[start + 2].key == ")":
            start += 3
        joints = range(start, after.start)
        change = term.pair == "from" and after.pair == "to"
        joined = change or any(line.has(n, "list") or line[n].key == "/" for n in joints)
        apposed = len(joints) > 1 and line.has(joints[-1], "or")  # ten, or 15 percent
        listed = change or all(line.has(n, "list") or line[n].key in (",", "/") for n in joints)
        shared = bool(
            (joined or shared)
            and (listed and not apposed and 0 < len(joints) <= 3)
            and (term.bare and term.value != 0)
            and (after.scale or after.kind not in _UNITLESS)
        )
        if shared:
            _share_scale(term, after)
            _take_unit(term, after)
