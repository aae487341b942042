"""The dates of a passage as they are written: also day and year in words, or without a year."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from ckt_extract.facts.ruling_text import Passage
from ckt_extract.language.reading import Measure, TimeReference
from ckt_extract.patterns import pattern

__all__ = ["Precision", "date_of", "times_in"]

Precision = Literal["day", "month", "year"]
_CASE_NUMBER = pattern(r"\d{4}[-/]\d{1,2}")
"""`2020-05` numbers a case; a month is written in words."""
_DAYS, _YEARS = range(1, 32), range(1990, 2100)
_DAY_BEFORE = pattern(
    r"(?:(\d{1,2})(?:ste|den|de|e|st|nd|rd|th)|([a-zë]+(?:-[a-z]+)?))"
    r"\s+(?:(?:day|dag)\s+)?(?:(?:of|van)\s+)?\Z"
)
"""A rank in front of a month: `the fifteenth of`, `de 14de`, `de derde dag van`."""


def times_in(passage: Passage) -> list[TimeReference]:
    """The dates, months and years of a passage, also with day and year in words."""
    times = [
        t
        for t in passage.reading.times
        if t.kind in ("date", "month", "year")
        and not _CASE_NUMBER.fullmatch(passage.text[t.start : t.end])
    ]
    counts = [m for m in passage.reading.measures if m.kind == "count" and m.value is not None]
    return [_in_words(passage, time, counts) for time in times]


def _in_words(passage: Passage, time: TimeReference, counts: Sequence[Measure]) -> TimeReference:
    """A month with the numbers in words beside it: `veertien juli tweeduizend twintig`."""
    if time.kind != "month":
        return time
    text, start, end, day, year = passage.text, time.start, time.end, time.day, time.year
    if rank := _DAY_BEFORE.search(passage.lower, 0, start):
        days = passage.words.lists["procedure.day"]
        day = int(rank.group(1) or 0) or (
            days.index(rank.group(2)) + 1 if rank.group(2) in days else None
        )
        start = rank.start() if day else start
    for count in counts:
        value = int(count.value or 0)
        if value in _DAYS and count.end <= start and not text[count.end : start].strip():
            start, day = count.start, value
        elif value in _YEARS and count.start >= end and not text[end : count.start].strip():
            end, year = count.end, year or value
    kind: Literal["date", "month"] = "date" if day else "month"
    return TimeReference(start, end, kind, year=year, month=time.month, day=day)


def date_of(
    time: TimeReference, carried: date | None, until: date | None
) -> tuple[date, Precision] | None:
    """The date that a reference means, and how precise it is; None where no year can be told.

    Args:
        time: A date, month or year of a passage.
        carried: The last date before it, which gives a date without a year its year.
        until: When the text was written: a date without a year lies before it.
    """
    year = time.year
    if year is None and time.month is not None:
        year = _year_of(time.month, time.day or 1, carried, until)
    if year is None:
        return None
    precision: Precision = "day" if time.day else "month" if time.month else "year"
    try:
        return date(year, time.month or 1, time.day or 1), precision
    except ValueError:
        return None


def _year_of(month: int, day: int, carried: date | None, until: date | None) -> int | None:
    """The year of a date without one: that of the date before it, else the last that can be."""
    if carried is not None and (month, day) >= (carried.month, carried.day):
        return carried.year
    if until is None:
        return None  # the text does not tell whether the next year is meant
    return until.year if (month, day) <= (until.month, until.day) else until.year - 1
