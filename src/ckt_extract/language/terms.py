"""One quantity on its own: its bound, its number and its unit (*ruim 3,2 miljoen euro*)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from ckt_extract.language.items import Line
from ckt_extract.language.numbers import other_thousands
from ckt_extract.language.reading import Measure, MeasureKind
from ckt_extract.models.quantity import Bound, DurationUnit

__all__ = ["Amount", "Term", "plain", "read_amount", "read_term"]

_HALF = Decimal("0.5")
_Fraction = tuple[tuple[Decimal, Decimal], int]
"""Numerator and denominator, and the index after them."""
_SIGNS = frozenset("+-−‑")
_TWICE = re.compile("(?:procent|percent|%).*(?:procent|percent|%)")


@dataclass(slots=True)
class Amount:
    """A number with its fraction and its scale; `start` and `stop` are indexes of items."""

    value: Decimal
    start: int
    stop: int
    scale: Decimal | None = None
    misprint: str | None = None
    group: bool = False


@dataclass(slots=True)
class Term:
    """A quantity in the making; `start` and `stop` are indexes of items."""

    kind: MeasureKind
    value: Decimal
    start: int
    stop: int
    number: tuple[int, int]
    """Indexes of the items of the number itself."""
    bound: Bound = "exact"
    only: bool = False
    upper: Decimal | None = None
    scale: Decimal | None = None
    unit: str | None = None
    """Currency or unit of time."""
    ratio: tuple[Decimal, Decimal] | None = None
    misprint: str | None = None
    pair: Literal["from", "to"] | None = None
    bare: bool = False
    """A number without a unit, which may share the unit of one that follows."""

    def measure(self, line: Line) -> Measure:
        """The measure that it makes."""
        return Measure(
            kind=self.kind,
            value=self.value,
            start=line[self.start].start,
            end=line[self.stop - 1].end,
            number=(line[self.number[0]].start, line[self.number[1] - 1].end),
            upper=self.upper,
            bound=self.bound,
            numerator=self.ratio[0] if self.ratio else None,
            denominator=self.ratio[1] if self.ratio else None,
            currency=self.unit if self.kind == "money" else None,
            unit=cast("DurationUnit", self.unit) if self.kind == "duration" else None,
            only=self.only,
            misprint=self.misprint,
            pair=self.pair,
        )


def plain(value: Decimal) -> Decimal:
    """A computed value without superfluous zeros or exponent: 3200000, 0.8."""
    return value.quantize(Decimal(1)) if value == int(value) else value.normalize()


def read_term(line: Line, at: int) -> Term | None:
    """The quantity that starts at an item: bounds, number and unit; None if there is none."""
    bound, only, first = _bounds(line, at)
    share = _share(line, first, bounded=bound != "exact")
    if share:
        ratio, stop = share
        value = plain(round(ratio[0] / ratio[1], 6))
        first -= first == at and line.has(at, "portion") and line.has(at - 1, "det", "article")
        return Term("ratio", value, min(at, first), stop, (first, stop), bound, only, ratio=ratio)
    currency = line.role(first, "currency")
    amount = read_amount(line, first + 1 if currency else first)
    if amount is None and not currency and first > at:
        amount = _one(line, first, bound)
    if amount is None:
        return None
    term = Term(
        "count", amount.value, at, amount.stop, (amount.start, amount.stop), bound, only,
        scale=amount.scale, misprint=amount.misprint,
    )  # fmt: skip
    if amount.group and bound == "exact" and amount.value >= 10:
        term.bound = "about"
    if currency:
        term.kind, term.unit = "money", currency
    _scaled(line, term)
    if currency:
        if line.role(term.stop, "unit") == f"money:{currency}":
            term.stop += 1
    else:
        _unit(line, term)
    _signed(line, term)
    _after(line, term)
    if term.kind == "count":
        _counted(line, term)
    return term


def read_amount(line: Line, at: int) -> Amount | None:
    """The number that starts at an item: *57*, *5 1/2*, *vijf en een half*, *3,2 miljoen*."""
    item = line[at]
    if item.key in _SIGNS and not line[at + 1].gap and line.free(at + 1):
        amount = read_amount(line, at + 1)
        if amount and item.key == "−":
            amount.value, amount.start = -amount.value, at
        return amount
    if not line.free(at):
        return _half(line, at)
    amount = Amount(item.value or Decimal(0), at, at + 1, item.scale, item.misprint, item.group)
    fraction = _fraction(line, at + 1)
    if line.has(at + 1, "and_half"):
        amount.value, amount.stop = amount.value + _HALF, at + 2
    elif fraction and amount.value == int(amount.value):
        (top, bottom), amount.stop = fraction
        amount.value = plain(amount.value + round(top / bottom, 6))
    elif (own := _fraction(line, at)) and line.has(own[1], "unit", "scale"):
        (top, bottom), amount.stop = own
        amount.value = plain(round(top / bottom, 6))
    return _times_scale(line, amount)


def _times_scale(line: Line, amount: Amount) -> Amount:
    """The amount with the scale that follows it (*3,2 miljoen*)."""
    scale = line.role(amount.stop, "scale")
    if scale and not line[amount.stop].taken:
        amount.scale = Decimal(scale)
        amount.value, amount.stop = plain(amount.value * amount.scale), amount.stop + 1
    return amount


def _half(line: Line, at: int) -> Amount | None:
    """*Een half jaar*, *half a million*, *een miljoen*, *a year and a half*: no number in front."""
    half = at + 1 if line.has(at, "article") else at
    if line.has(half, "half"):
        stop = half + 2 if line.has(half + 1, "article") else half + 1
        if line.has(stop, "scale") or (line.role(stop, "unit") or "").startswith("duration"):
            return _times_scale(line, Amount(_HALF, at, stop))
    if half > at and line.has(half, "unit") and line.has(half + 1, "and_half"):
        return Amount(Decimal(1), at, half)
    if half > at and line.has(half, "scale"):
        return _times_scale(line, Amount(Decimal(1), at, half))
    return None


def _one(line: Line, at: int, bound: Bound) -> Amount | None:
    """The article as a number: *bijna een jaar*, *ten minste een klacht*."""
    if not line.has(at, "article"):
        return None
    unit = line.has(at + 1, "unit")
    if unit or (bound in ("at_least", "at_most") and line.noun(at + 1)):
        return Amount(Decimal(1), at, at + 1)
    return None


def _fraction(line: Line, at: int) -> _Fraction | None:
    """The fraction at an item, *½* or *1/2*, and the index after it."""
    item = line[at]
    if not line.free(at):
        return None
    if len(item.raw) == 1 and not item.raw.isdecimal():
        top, _, bottom = unicodedata.normalize("NFKC", item.raw).partition("⁄")
        return (Decimal(top), Decimal(bottom)), at + 1
    part, whole = item.integer, line[at + 2].integer
    glued = line[at + 1].key in ("/", "⁄") and not line[at + 1].gap and not line[at + 2].gap
    if glued and part and whole and part < whole <= 10 and line.free(at + 2):
        return (Decimal(part), Decimal(whole)), at + 3
    return None


def _share(line: Line, at: int, *, bounded: bool) -> _Fraction | None:
    """The share at an item, *de helft*, *twee derde*, *een kwart*, *3/4 van*, and what follows."""
    leads = line.has(at, "det", "article") or (line.free(at) and line[at].value == 1)
    first = at + 1 if leads and line.has(at + 1, "portion") else at
    portion = line.role(first, "portion")
    if portion:
        compound = line.has(first + 1, "dash") and not line[first + 1].gap  # half-year
        if compound or _part_of_time(line, at, first + 1) or _half(line, at):
            return None
        top, _, bottom = portion.partition("/")
        return (Decimal(top), Decimal(bottom)), first + 1
    one = line.has(at, "article")
    if not one and not line.free(at):
        return None
    value = Decimal(1) if one else line[at].value or Decimal(0)
    fraction = _fraction(line, at)
    if fraction and line.has(fraction[1], "of"):
        return fraction
    noun = at + 2 if line[at + 1].key == "-" and not line[at + 1].gap else at + 1
    if line[noun].taken or value != int(value):
        return None
    if value != 1:
        parts = line.role(noun, "fractions")
        proper = parts and 1 < value < Decimal(parts)
        return ((value, Decimal(parts)), noun + 1) if parts and proper else None
    parts = line.role(noun, "fraction")
    if parts is None or _part_of_time(line, at, noun + 1):
        return None
    follows = line[noun + 1].kind in ("end", "sign") or line.has(noun + 1, "part_follows", "of")
    if one and not (bounded or follows or line.has(noun, "fraction_noun")):
        return None  # a third party, een derde jaar
    return (Decimal(1), Decimal(parts)), noun + 1


def _part_of_time(line: Line, at: int, stop: int) -> bool:
    """Whether a half or a quarter is one of a year: *de eerste helft van 2019*."""
    before = line[at - 1]
    if before.kind == "rank" or "around" in before.roles or not line[stop - 1].gap:
        return True
    year = stop + 1 if line.has(stop, "of") else stop
    return line[year].kind == "number" and line[year].taken


def _bounds(line: Line, at: int) -> tuple[Bound, bool, int]:
    """The bound before a number, whether it is judged, and the index after: *al meer dan*."""
    bound: Bound = "exact"
    only, first = False, at
    while at - first < 4:
        found = line.role(at, "bound")
        if found:
            compared = line[at].key.endswith(("dan", "than")) and _after_amount(line, at)
            bound = bound if compared else cast("Bound", found)
        elif line.has(at, "only"):
            only = True
        else:
            break
        at += 1
    return bound, only, at


def _after_amount(line: Line, at: int) -> bool:
    """Whether an amount ends before an item: *12 bedrijven meer dan 57* compares."""
    before = line[at - 1]
    return (
        before.kind == "number"
        or "unit" in before.roles
        or (line.noun(at - 1) and line[at - 2].kind == "number")
    )


def _unit(line: Line, term: Term) -> None:
    """Give a term the unit that follows its number."""
    at = term.stop
    hyphen = line[at].key in ("-", "‑") and not line[at].gap and not line[at + 1].gap
    unit = line.role(at + 1 if hyphen else at, "unit")
    if hyphen and not unit:
        unit = line.role(at + 1, "unit_adjective")
    if not unit:
        return
    at += hyphen
    kind, _, of = unit.partition(":")
    term.kind, term.unit, term.stop = cast("MeasureKind", kind), of or None, at + 1
    if kind == "duration" and line.has(at + 1, "and_half"):
        term.value, term.stop = term.value + _HALF, at + 2
    if kind == "percentage" and _TWICE.search(line[at].key):
        term.misprint = f"{line[at].raw} is written twice"


def _scaled(line: Line, term: Term) -> None:
    """Multiply an amount of money by the letter glued to it: *€ 3m*."""
    scale = line.role(term.stop, "scale_glued")
    if scale and not line[term.stop].gap and (term.kind == "money" or scale == "1000"):
        term.scale = Decimal(scale)
        term.value, term.stop = plain(term.value * term.scale), term.stop + 1
        term.number = (term.number[0], term.stop)


def _signed(line: Line, term: Term) -> None:
    """Read the sign before a number; a hyphen is one right before a percentage in a sentence."""
    at = term.number[0] - 1
    if line.has(at, "minus"):
        term.value, term.start = -term.value, min(term.start, at)
    elif at > 0 and line[at].key in ("-", "‑") and line[at].gap and not line[at + 1].gap:
        if term.kind in ("percentage", "percentage_points", "money"):
            term.value, term.number = -term.value, (at, term.number[1])


def _after(line: Line, term: Term) -> None:
    """Read the bound that stands after the number or its noun: *80 procent of meer*."""
    at = term.stop + 1 if line.noun(term.stop) else term.stop
    bound = line.role(at, "bound_after")
    if bound:
        term.bound, term.stop = cast("Bound", bound), at + 1
    elif line[term.stop].key == "+" and not line[term.stop].gap:
        term.bound, term.stop = "at_least", term.stop + 1


def _counted(line: Line, term: Term) -> None:
    """What a counted noun tells about the number before it."""
    item, noun = line[term.number[0]], line[term.stop]
    if (
        noun.kind == "word"
        and not noun.gap
        and term.stop == term.number[1]
        and item.kind == "number"
    ):
        term.misprint = term.misprint or f"no space in {item.raw}{noun.raw}"
    if term.scale is None and line.plural(term.stop) and not line.has(term.stop, "measure"):
        meant = other_thousands(item.raw, line.lexicon.language)
        if meant is not None:
            term.value = meant
            term.misprint = f"{item.raw} has the separator of another language"
    term.bare = True
