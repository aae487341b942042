"""The value of a number as written: digits with separators, or number words."""

from decimal import Decimal
from functools import lru_cache

from ckt_extract.models.document import Language
from ckt_extract.patterns import pattern

__all__ = ["other_thousands", "read_digits", "read_words"]

_MAX_DIGITS = 15
"""Longer strings of digits identify something; nobody counts with them."""

_GROUPED = {
    sign: pattern(rf"[1-9]\d{{0,2}}(?:\{sign}\d{{3}})+(?:\{other}\d+)?")
    for sign, other in ((".", ","), (",", "."))
}


def read_digits(raw: str, language: Language) -> tuple[Decimal | None, str | None]:
    """The value of digits with points and commas, and what is wrong with the way they stand.

    A separator means what it means in the language of the text (*5.989* is five thousand in
    Dutch), unless the form leaves only the other reading: *2.5*, *1,234,567*, *4,268.5*. The
    value is None where digits form no number: a section (*3.2.1*) or an identifier.
    """
    if len(raw) > 2 * _MAX_DIGITS or sum(sign.isdecimal() for sign in raw) > _MAX_DIGITS:
        return None, None
    if raw.isdecimal():
        return Decimal(raw), None
    thousands, decimals = (".", ",") if language == "nl" else (",", ".")
    if _GROUPED[thousands].fullmatch(raw):
        return Decimal(raw.replace(thousands, "").replace(decimals, ".")), None
    whole, _, part = raw.partition(decimals)
    if part.isdecimal() and whole.isdecimal():
        return Decimal(f"{whole}.{part}"), None
    if _GROUPED[decimals].fullmatch(raw):
        return Decimal(raw.replace(decimals, "").replace(thousands, ".")), None
    whole, _, part = raw.partition(thousands)
    if not (part.isdecimal() and whole.isdecimal()):
        return None, None
    if len(part) > 3 and not part.strip("0"):
        return Decimal(whole + part[:3]), f"{raw} has a zero too many"
    return Decimal(f"{whole}.{part}"), None


def other_thousands(raw: str, language: Language) -> Decimal | None:
    """The value of *4,268* in Dutch (*4.268* in English) if it is meant as four thousand.

    Three decimals and no fourth are how the other language writes thousands; for things that
    are counted one by one this is the only possible reading.
    """
    sign = "," if language == "nl" else "."
    if raw.count(sign) == 1 and _GROUPED[sign].fullmatch(raw):
        return Decimal(raw.replace(sign, ""))
    return None


@lru_cache(maxsize=4096)
def read_words(words: str, language: Language) -> Decimal | None:
    """The value of number words (*drieëntwintig*, *one hundred and five*), or None."""
    # the import costs 20 ms, which only texts with a longer number word pay
    from text_to_num import text2num  # type: ignore[import-untyped]  # noqa: PLC0415 - see above

    if language == "nl":  # often written without the diaeresis
        words = words.replace("tweeen", "tweeën").replace("drieen", "drieën")
    try:
        return Decimal(text2num(words, language))
    except ValueError:
        return None
