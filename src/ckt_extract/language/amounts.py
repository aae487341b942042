"""Numbers with their fraction and scale: *57*, *5 1/2*, *vijf en een half*, *3,2 miljoen*."""

import unicodedata
from decimal import Decimal

from msgspec import Struct

from ckt_extract.language.items import Line

__all__ = ["HALF", "Amount", "Fraction", "plain", "read_amount", "read_fraction", "read_half"]

HALF = Decimal("0.5")
Fraction = tuple[tuple[Decimal, Decimal], int]
"""Numerator and denominator, and the index of the item after them."""


class Amount(Struct):
    """A number with its fraction and its scale; `start` and `stop` are indexes of items."""

    value: Decimal
    start: int
    stop: int
    scale: Decimal | None = None
    misprint: str | None = None
    group: bool = False


def plain(value: Decimal) -> Decimal:
    """A computed value without superfluous zeros or exponent: 3200000, 0.8."""
    return value.quantize(Decimal(1)) if value == int(value) else value.normalize()


def read_amount(line: Line, at: int) -> Amount | None:
    """The number that starts at an item: *57*, *5 1/2*, *vijf en een half*, *3,2 miljoen*."""
    item = line[at]
    if not line.free(at):
        return read_half(line, at)
    amount = Amount(item.value or Decimal(0), at, at + 1, item.scale, item.misprint, item.group)
    fraction = read_fraction(line, at + 1)
    if line.has(at + 1, "and_half"):
        amount.value, amount.stop = amount.value + HALF, at + 2
    elif fraction and amount.value == int(amount.value):
        (top, bottom), amount.stop = fraction
        amount.value = plain(amount.value + round(top / bottom, 6))
    elif (own := read_fraction(line, at)) and line.has(own[1], "unit", "scale"):
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


def read_half(line: Line, at: int) -> Amount | None:
    """*Een half jaar*, *half a million*, *een miljoen*, *a year and a half*: no number in front."""
    half = at + 1 if line.has(at, "article") else at
    if line.has(half, "half"):
        stop = half + 2 if line.has(half + 1, "article") else half + 1
        if line.has(stop, "scale") or (line.role(stop, "unit") or "").startswith("duration"):
            return _times_scale(line, Amount(HALF, at, stop))
    if half > at and line.has(half, "unit") and line.has(half + 1, "and_half"):
        return Amount(Decimal(1), at, half)
    if half > at and line.has(half, "scale"):
        return _times_scale(line, Amount(Decimal(1), at, half))
    return None


def read_fraction(line: Line, at: int) -> Fraction | None:
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
