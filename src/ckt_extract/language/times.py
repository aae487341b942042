"""Words that say when: years, dates, months, and times relative to another."""

from datetime import date
from typing import Literal

from msgspec import Struct

from ckt_extract.language.asides import set_aside
from ckt_extract.language.items import Line
from ckt_extract.language.reading import TextReading, TimeReference

__all__ = ["read_date", "read_time"]

_BEFORE_YEAR = frozenset("(['\"“‘„/.,;|*•>")
"""Signs that a year may be glued to."""


class _Point(Struct):
    """A date, a month or a year; `stop` is the index after it."""

    start: int
    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


def read_time(line: Line, at: int, out: TextReading) -> int | None:
    """Read the time that starts at an item; gives the index after it, or None.

    A time with digits is an aside too: its numbers are no quantities.
    """
    item = line[at]
    if "time" in item.roles and not ("part_of_year" in item.roles and _point(line, at + 1)):
        offset, _, start = item.roles["time"].partition(":")
        out.times.append(_relative(line, at, at + 1, int(offset), start))
        return at + 1
    if "back" in item.roles:
        out.times.append(TimeReference(item.start, item.end, "back"))
        return at + 1
    return _ago(line, at, out) or _around(line, at, out) or _dated(line, at, out)


def read_date(line: Line, at: int, out: TextReading) -> int | None:
    """Read the date in digits (*04/07/2016*) at an item; as `read_time`."""
    point = _numeric(line, at) if line[at].kind == "number" and not line[at].taken else None
    return _dated(line, at, out) if point else None


def _relative(line: Line, at: int, stop: int, offset: int, start: str) -> TimeReference:
    return TimeReference(
        line[at].start, line[stop - 1].end, "relative", offset=offset, from_text=start == "text"
    )


def _ago(line: Line, at: int, out: TextReading) -> int | None:
    """*Drie jaar eerder*, *een jaar geleden*, *zes maanden later*."""
    counted = line.free(at) or line.has(at, "article")
    phrase = at + 1 if counted else at
    years = line.role(phrase, "ago")
    if years is None and not (counted and line.has(phrase, "ago_other")):
        return None
    number = line[at].value if line.free(at) else 1
    if years and number is not None and number == int(number) and number < 100:
        sign, _, start = years.partition(":")
        out.times.append(_relative(line, at, phrase + 1, int(sign) * int(number), start))
    if line.free(at):
        set_aside(line, at, phrase + 1, "date", out)
    return phrase + 1


def _around(line: Line, at: int, out: TextReading) -> int | None:
    """*De afgelopen drie jaar*, *de jaren 90*: times that name no year."""
    if line.has(at - 1, "decade") and len(line[at].raw) == 2 and line[at].raw[1] == "0":
        return set_aside(line, at, at + 1, "date", out) if line.free(at) else None
    unit = line.role(at + 1, "unit") or ""
    if line.free(at) and line.has(at - 1, "around") and unit.startswith("duration"):
        return set_aside(line, at, at + 2, "date", out)
    return None


def _dated(line: Line, at: int, out: TextReading) -> int | None:
    """A date, month or year, or a span from one to another."""
    first = _point(line, at)
    if first is None:
        return None
    last = _second(line, first)
    for point in (first, last):
        if point and any(
            item.kind in ("number", "rank") for item in line[point.start : point.stop]
        ):
            only_year = point.month is None
            set_aside(line, point.start, point.stop, "year" if only_year else "date", out)
    start = at - 1 if line.has(at - 1, "part_of_year") else at
    if last is None:
        out.times.append(_reference(line, start, first))
        return first.stop
    if first.year is None or last.year is None or first.year == last.year:
        whole = _Point(at, last.stop, last.year if last.year is not None else first.year)
        if whole.year is None:
            whole.month = first.month
        out.times.append(_reference(line, start, whole))
        return last.stop
    out.times.append(
        TimeReference(line[start].start, line[last.stop - 1].end, "years", first.year, last.year)
    )
    return last.stop


def _reference(line: Line, start: int, point: _Point) -> TimeReference:
    kind: Literal["date", "month", "year"] = "year"
    if point.month:
        kind = "date" if point.day else "month"
    return TimeReference(
        line[start].start, line[point.stop - 1].end, kind,
        year=point.year, month=point.month, day=point.day,
    )  # fmt: skip


def _second(line: Line, first: _Point) -> _Point | None:
    """The end of a span that starts with a point: *2018-2020*, *van 2018 tot 2020*, *2019/'20*."""
    at = first.stop
    before = first.start - (2 if line.has(first.start - 1, "part_of_year") else 1)
    joined = line.has(at, "dash", "up_to", "to") or line[at].key == "/"
    if not joined and not (line.has(at, "and") and line.has(before, "between")):
        return None
    start = at + 2 if line.has(at + 1, "part_of_year") else at + 1
    if first.year and (line.has(at, "dash") or line[at].key == "/"):
        tail = start + 1 if line[start].key == "'" else start
        value = line[tail].integer
        if (
            value is not None
            and len(line[tail].raw) == 2
            and 0 < value - first.year % 100 <= 15
            and not line[tail].gap
        ):
            return _Point(start, tail + 1, first.year - first.year % 100 + value)
    return _point(line, start)


def _point(line: Line, at: int) -> _Point | None:
    """The date, month or year at an item."""
    item = line[at]
    if item.taken:
        return None
    if item.kind == "number":
        return _numeric(line, at) or _day_first(line, at) or _year(line, at)
    if item.kind == "rank":
        return _day_first(line, at)
    if item.key == "'" and item.gap and not line[at + 1].gap and len(line[at + 1].raw) == 2:
        value = line[at + 1].integer
        if value is not None and not (line.noun(at + 2) or line.has(at + 2, "unit", "scale")):
            return _Point(at, at + 2, _full_year(value))
    if "month" in item.roles or "month_short" in item.roles:
        return _month_first(line, at)
    return None


def _numeric(line: Line, at: int) -> _Point | None:
    """A date in numbers: *04/07/2016*, *4-7-16*, *31.12.2021*, *2021-01-07*."""
    parts = line[at].raw.split(".")
    stop = at + 1
    if len(parts) == 1:
        sign = line[at + 1].key
        if sign not in ("-", "/", "‑", "–") or line[at + 3].key != sign:
            return None
        if any(line[at + n].gap or not line[at + n].raw for n in (1, 2, 3, 4)):
            return None
        parts, stop = [line[at].raw, line[at + 2].raw, line[at + 4].raw], at + 5
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    lengths = [len(part) for part in parts]
    if max(lengths[:2]) > 2 or lengths[2] not in (2, 4):
        return None
    day, month, year = (int(part) for part in parts)
    if month > 12 >= day:  # an American date
        day, month = month, day
    year = _full_year(year) if year < 100 else year
    if not (1900 <= year <= 2100 and _exists(year, month, day)):
        return None
    return _Point(at, stop, year, month, day)


def _exists(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, whether there is one in a leap year."""
    try:
        date(year or 2020, month, day)
    except ValueError:
        return False
    return True


def _full_year(two_digits: int) -> int:
    """The year that two digits stand for: 2000-2060 or 1961-1999."""
    return two_digits + (2000 if two_digits <= 60 else 1900)


def _day(line: Line, at: int) -> int | None:
    """The day of the month at an item: 1-31, or *31st*, *1e*."""
    item = line[at]
    digits = "".join(c for c in item.raw if c.isdecimal()) if item.kind == "rank" else item.raw
    if item.kind not in ("number", "rank") or not 1 <= len(digits) <= 2 or not digits.isdecimal():
        return None
    return int(digits) if 1 <= int(digits) <= 31 else None


def _day_first(line: Line, at: int) -> _Point | None:
    """*31 december 2021*, *3 en 4 mei*, *4-jul-16*, *31st of December*."""
    day, stop = _day(line, at), at + 1
    if day is None:
        return None
    for _ in range(6):
        joined = line.has(stop, "dash", "and", "up_to", "or") or line[stop].key in (",", "/")
        if not joined or _day(line, stop + 1) is None:
            break
        stop += 2
    if line.has(stop, "of") or (line[stop].key in ("-", "‑", ".") and not line[stop].gap):
        stop += 1
    month = _month(line, stop)
    if month is None:
        return None
    year, after = _year_after(line, stop + 1)
    return _Point(at, after, year, month, day if _exists(year, month, day) else None)


def _month(line: Line, at: int) -> int | None:
    """The month named at an item."""
    month = line.role(at, "month") or line.role(at, "month_short")
    if month and line.has(at, "month_capital") and not line[at].raw[0].isupper():
        return None
    return int(month) if month else None


def _year_after(line: Line, at: int) -> tuple[int | None, int]:
    """The year after a month, if there is one, and the index after it."""
    start = at
    if line[at].key in (",", "-", "‑", "/", ".") or line.has(at, "of"):
        start = at + 1
    if line[start].key == "'":
        start += 1
    value = line[start].integer
    if value is None or line[start].taken:
        return None, at
    if len(line[start].raw) == 4 and 1900 <= value <= 2100:
        return value, start + 1
    if (
        len(line[start].raw) == 2
        and start > at
        and line[at].key not in (",", ".")
        and not line.has(at, "of")
    ):
        return _full_year(value), start + 1
    return None, at


def _month_first(line: Line, at: int) -> _Point | None:
    """*December 2021*, *december*, *December 31, 2021*."""
    month = _month(line, at)
    if month is None:
        return None
    year, stop = _year_after(line, at + 1)
    if year is not None:
        return _Point(at, stop, year, month)
    day = _day(line, at + 1) if line.lexicon.language == "en" else None
    if day is not None and not line.noun(at + 2) and not line.has(at + 2, "unit", "scale"):
        year, stop = _year_after(line, at + 2)
        return _Point(at, stop, year, month, day if _exists(year, month, day) else None)
    if "month" not in line[at].roles:
        return None
    if line.has(at, "month_capital") and not line.has(at - 1, "when"):
        return None
    return _Point(at, at + 1, None, month)


def _year(line: Line, at: int) -> _Point | None:
    """A bare number of four digits, where it is a year and no count."""
    value = line[at].integer
    if value is None or len(line[at].raw) != 4 or not 1900 <= value <= 2100:
        return None
    bounded = line.has(at + 1, "bound_after") and not line.has(at + 1, "bound")
    if bounded or line.has(at - 1, "currency") or line.has(at + 1, "scale"):
        return None
    unit = "" if line.prefixes(at + 1) else line.role(at + 1, "unit")
    if unit and not (unit.startswith("duration") and line.has(at - 1, "when") and value % 100):
        return None  # but: in 2019 week 12
    if (
        not line[at].gap
        and line[at - 1].key not in _BEFORE_YEAR
        and not line.has(at - 1, "dash", "when", "part_letter")
    ):
        return None
    part = line[at + 2]
    if line[at + 1].key in ("/", ":", "-") and part.kind == "number" and not part.gap:
        if line[at + 1].key == "-" and len(part.raw) == 2 and 1 <= (part.integer or 0) <= 12:
            if part.integer != value % 100 + 1:
                return _Point(at, at + 3, value, part.integer)  # 2019-04
        elif len(part.raw) not in (2, 4):
            return None  # 2019/123
    return _Point(at, at + 1, value) if _means_year(line, at, value) else None


def _means_year(line: Line, at: int, value: int) -> bool:
    """Whether four digits mean a year.

    They mean a count where a plural noun follows and the words before call for a number
    (*ruim 2000 locaties*, *telt 2010 leden*), and where no report would speak of that year.
    """
    likely = 1990 <= value <= 2050
    round_number = value % 100 == 0
    counted = line.plural(at + 1)
    if line.has(at - 1, "when"):
        return not counted or (likely and not round_number)
    if line.has(at - 1, "bound"):
        return likely and not counted and not round_number
    if line.has(at - 1, "month", "part_of_year"):
        return True
    if counted and likely:
        of_those = (
            line.has(at - 1, "det") and line.has(at - 2, "of") and line[at - 3].kind == "number"
        )
        return not (line.has(at - 1, "counting") or of_those or round_number)
    return likely
