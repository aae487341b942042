"""One quantity on its own: its bound, its number and its unit (*ruim 3,2 miljoen euro*)."""

from decimal import Decimal
from typing import Literal, cast

from msgspec import Struct

from ckt_extract.language.amounts import HALF, Amount, plain, read_amount
from ckt_extract.language.items import Item, Line
from ckt_extract.language.numbers import other_thousands
from ckt_extract.language.reading import Measure, MeasureKind
from ckt_extract.language.shares import read_share
from ckt_extract.models.quantity import Bound, DurationUnit
from ckt_extract.patterns import pattern

__all__ = ["Term", "read_term"]

_SIGNS = frozenset("+-−‑")
_CLOSING = frozenset(".,;:()!?")
_TWICE = pattern("(?:procent|percent|%).*(?:procent|percent|%)")


class Term(Struct):
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


def read_term(line: Line, at: int) -> Term | None:
    """The quantity that starts at an item: bounds, number and unit; None if there is none."""
    bound, only, first = _bounds(line, at)
    share = read_share(line, first, bounded=bound != "exact")
    if share:
        ratio, stop = share
        value = plain(round(ratio[0] / ratio[1], 6))
        if first == at and line.has(at, "portion") and line.has(at - 1, "det", "article"):
            at = first = at - 1  # *de* helft
        return Term("ratio", value, at, stop, (first, stop), bound, only, ratio=ratio)
    currency = line.role(first, "currency")
    first += bool(currency)
    first += line[first].key in _SIGNS and not line[first + 1].gap
    amount = read_amount(line, first) or (None if currency else _one(line, first, bound, only=only))
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
    _unit(line, term)
    _signed(line, term)
    _after(line, term)
    if term.kind == "count":
        _counted(line, term)
        if line.has(first - 1, "place") and term.value % 10:
            term.bound = "exact"  # onder de 57 bedrijven
    return term


def _one(line: Line, at: int, bound: Bound, *, only: bool) -> Amount | None:
    """The article as a number: *bijna een jaar*, *ten minste een klacht*, *een op de drie*."""
    if not line.has(at, "article"):
        return None
    if line.has(at + 1, "per") and line.free(at + 2):
        return Amount(Decimal(1), at, at + 1)
    unit = line.has(at + 1, "unit") and (only or bound != "exact")
    if unit or (bound in ("at_least", "at_most") and line.noun(at + 1)):
        return Amount(Decimal(1), at, at + 1)
    return None


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
        (before.kind == "number" and not _is_year(before))
        or "unit" in before.roles
        or (line.noun(at - 1) and line[at - 2].kind == "number" and not _is_year(line[at - 2]))
    )


def _is_year(item: Item) -> bool:
    """Whether a number has the form of a year: *in 2019 gebruikte minder dan een derde*."""
    return item.integer is not None and 1990 <= item.integer < 2050 and len(item.raw) == 4


def _unit(line: Line, term: Term) -> None:
    """Give a term the unit that follows its number."""
    at = term.stop
    hyphen = line[at].key in ("-", "‑") and not line[at].gap and not line[at + 1].gap
    unit = line.role(at + 1 if hyphen else at, "unit")
    if hyphen and not unit:
        unit = line.role(at + 1, "unit_adjective")
    if not unit or line.prefixes(at) or (term.kind == "money" and unit != f"money:{term.unit}"):
        return
    singular = line.lexicon.language == "en" and not line[at].key.endswith("s")
    if unit.startswith("duration") and singular and term.value != 1 and line.plural(at + 1):
        return  # 64 year plans
    at += hyphen
    kind, _, of = unit.partition(":")
    term.kind, term.unit, term.stop = cast("MeasureKind", kind), of or None, at + 1
    if kind == "duration" and line.has(at + 1, "and_half"):
        term.value, term.stop = term.value + HALF, at + 2
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
    sign, glued = line[at], not line[at + 1].gap
    hyphen = sign.key in ("-", "‑") and sign.gap and at > 0 and term.kind != "count"
    if line.has(at, "minus") or (glued and (sign.key == "−" or hyphen)):
        term.value = -term.value
    elif not glued or sign.key != "+":
        return
    term.start, term.number = min(term.start, at), (at, term.number[1])


def _after(line: Line, term: Term) -> None:
    """Read the bound that stands after the number or its noun: *80 procent of meer*."""
    at = term.stop + 1 if line.noun(term.stop) else term.stop
    bound = line.role(at, "bound_after")
    if bound and (not line.has(at, "bound") or _closed(line, at + 1)):
        term.bound, term.stop = cast("Bound", bound), at + 1
    elif line[term.stop].key == "+" and not line[term.stop].gap:
        term.bound, term.stop = "at_least", term.stop + 1


def _closed(line: Line, at: int) -> bool:
    """Whether a sentence or a part of it ends before an item."""
    return line[at].kind == "end" or line[at].key in _CLOSING


def _counted(line: Line, term: Term) -> None:
    """What a counted noun tells about the number before it."""
    item, noun = line[term.number[0]], line[term.stop]
    if noun.kind == "word" and not noun.gap and line[term.stop - 1].raw.isdecimal():
        term.misprint = term.misprint or f"no space in {item.raw}{noun.raw}"
    if term.scale is None and line.plural(term.stop) and not line.has(term.stop, "measure"):
        meant = other_thousands(item.raw, line.lexicon.language)
        if meant is not None:
            term.value = meant
            term.misprint = f"{item.raw} has the separator of another language"
    term.bare = True
