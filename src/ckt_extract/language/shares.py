"""Shares in words: *de helft*, *een kwart*, *twee derde*, *3/4 van*."""

from decimal import Decimal

from ckt_extract.language.amounts import Fraction, read_fraction, read_half
from ckt_extract.language.items import Line

__all__ = ["read_share"]


def read_share(line: Line, at: int, *, bounded: bool) -> Fraction | None:
    """The share at an item, *de helft*, *twee derde*, *een kwart*, *3/4 van*, and what follows."""
    leads = line.has(at, "det", "article") or (line.free(at) and line[at].value == 1)
    first = at + 1 if leads and line.has(at + 1, "portion") else at
    portion = line.role(first, "portion")
    if portion:
        compound = line.has(first + 1, "dash") and not line[first + 1].gap  # half-year
        compound = compound or not line[first].gap  # first-half
        if compound or _part_of_time(line, at, first + 1) or read_half(line, at):
            return None
        top, _, bottom = portion.partition("/")
        return (Decimal(top), Decimal(bottom)), first + 1
    parts = line.role(at, "fraction") if bounded else None
    if parts and (line.has(at, "fraction_noun") or line.has(at + 1, "of")):
        return (Decimal(1), Decimal(parts)), at + 1  # nog geen kwart
    one = line.has(at, "article")
    if not one and not line.free(at):
        return None
    value = Decimal(1) if one else line[at].value or Decimal(0)
    fraction = read_fraction(line, at)
    if fraction and line.has(fraction[1], "of", "part_follows"):
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
    if before.kind == "rank" or "around" in before.roles:
        return True
    year = stop + 1 if line.has(stop, "of") else stop
    return line[year].kind == "number" and line[year].taken
