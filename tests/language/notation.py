"""A short way to write down what a text says, for the tables of these tests."""

from decimal import Decimal

from ckt_extract.language import Measure, TimeReference, read
from ckt_extract.models.document import Language

__all__ = ["asides", "measures", "times"]


def measures(text: str, language: Language) -> str:
    """The measures of a text: `more_than count 12000; percentage 3..5; ratio 4/5`."""
    return "; ".join(_measure(measure) for measure in read(text, language).measures)


def asides(text: str, language: Language) -> str:
    """The asides of a text: `year 2019; reference 3 en 4`."""
    found = read(text, language).asides
    return "; ".join(f"{aside.reason} {text[aside.start : aside.end]}" for aside in found)


def times(text: str, language: Language) -> str:
    """The times of a text: `year 2019; years 2018-2020; date 2021-12-31; relative -1 edition`."""
    return "; ".join(_time(time) for time in read(text, language).times)


def _measure(measure: Measure) -> str:
    value = _number(measure.value)
    if measure.kind == "ratio":
        value = f"{_number(measure.numerator)}/{_number(measure.denominator)}"
    if measure.upper is not None:
        value = f"{value}..{_number(measure.upper)}"
    parts = [
        "only" if measure.only else "",
        measure.pair or "",
        "" if measure.bound == "exact" else measure.bound,
        measure.kind,
        value,
        measure.currency or measure.unit or "",
        "(misprint)" if measure.misprint else "",
    ]
    return " ".join(part for part in parts if part)


def _time(time: TimeReference) -> str:
    if time.kind == "relative":
        return f"relative {time.offset:+d} {'text' if time.from_text else 'edition'}"
    if time.kind == "years":
        return f"years {time.year}-{time.end_year}"
    parts = [time.year, time.month, time.day]
    return f"{time.kind} {'-'.join(str(part) for part in parts if part is not None)}".strip()


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
