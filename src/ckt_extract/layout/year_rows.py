"""Then and now: values beside each other, each with its year, and what they count beside them."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, Others, chart_of, middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.passages import Passage, passages_of
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["year_rows"]

_MOST_NUMBERS = 80
_SHAPES = 4
"""Numbers, and shapes for each of them, of a page with cards at most."""
_MOST = 60
"""A page with more years alone is a table, or no infographic."""
_WIDEST = 400.0
"""Years beside each other lie at most so many points apart."""
_LARGER = 1.1
"""Values are so many times as large as their years; else it is a table."""
_NEAR = 1.1
"""A value stands right above or below its year: at most this many times its size away."""
_FAR = 220.0
"""Words left of a row stand at most so many points before it."""
_BESIDE = 1.0
"""A value right before or behind its year: at most this many times its size away."""
_NEXT = 4.0
"""Numbers in a column follow each other within so many times their size."""
_OVER = 2.5
"""Words above or below a row are at most so many times the size of its values away."""

_HEADING = 0.5
"""What bold words cost more, and words twice as large as the years."""


Place = Literal["below", "above", "before", "behind"]
"""Where values stand, seen from their years."""


class _Row(Struct):
    """Values beside each other with their years."""

    years: list[Line]
    values: list[list[Line]]
    """The pieces of each value."""
    place: Place
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


def year_rows(lines: Sequence[Line], areas: Sequence[Area]) -> list[Chart]:
    """Rows of values with a year each; the words left, above or below say what they count.

    Rows with the same years have their words on the same side. Numbers that each have words of
    their own are a timeline, and no row.
    """
    years = [line for line in lines if is_year([line])]
    if not 1 < len(years) <= _MOST:
        return []
    numbers = [line for line in lines if is_number(line.words) and not is_year([line])]
    crowded = max(len(numbers), len(areas) // _SHAPES) > _MOST_NUMBERS
    cards = () if crowded else areas
    words = passages_of([line for line in lines if _has_words(line)])
    places: tuple[Place, ...] = ("below", "above", "before", "behind")
    found = [row for at in places for row in _rows_of(years, numbers, lines, cards, at)]
    rows = _apart(found)
    held = {id(piece) for row in rows for value in row.values for piece in value}
    free = [number for number in numbers if id(number) not in held]
    rows = [row for row in rows if not (_is_timeline(row, words) or _goes_on(row, free))]
    kinds: dict[tuple[tuple[str, ...], Place], list[_Row]] = {}
    for row in rows:
        kinds.setdefault((tuple(year.text for year in row.years), row.place), []).append(row)
    charts: list[Chart] = []
    for kind in kinds.values():
        charts += [
            _chart(row, label)
            for row, label in zip(kind, _labels(kind, rows, words, numbers, areas), strict=True)
            if label is not None
        ]
    return charts


def _has_words(line: Line) -> bool:
    """Whether a line says something, more than a number, a year or a sign."""
    return not (is_number(line.words) or is_year([line])) and sum(map(str.isalpha, line.text)) > 1


def _rows_of(
    years: Sequence[Line],
    numbers: Sequence[Line],
    lines: Sequence[Line],
    areas: Sequence[Area],
    place: Place,
) -> list[_Row]:
    """Values beside each other that stand in one place of their years."""
    runs: list[list[tuple[Line, Line]]] = []
    for year in sorted(years, key=lambda line: line.x0):
        value = _value_of(year, numbers, lines, areas, place)
        if value is None:
            continue
        for run in runs:
            last_year, last = run[-1]
            if (
                value is not last
                and last_year.text < year.text
                and abs(last_year.size - year.size) < 0.1
                and 0 < value.x0 - last.x1 < _WIDEST
                and abs(middle_of(last)[1] - middle_of(value)[1]) < 0.5 * max(last.size, value.size)
            ):
                run.append((year, value))
                break
        else:
            runs.append([(year, value)])
    return [_row_of(run, lines, place) for run in runs if len(run) > 1]


def _row_of(run: Sequence[tuple[Line, Line]], lines: Sequence[Line], place: Place) -> _Row:
    pieces = [pieces_of(value, lines) for _, value in run]
    years = [year for year, _ in run]
    parts = [*years, *(piece for group in pieces for piece in group)]
    return _Row(
        years,
        pieces,
        place,
        min(part.x0 for part in parts),
        min(part.baseline - 0.7 * part.size for part in parts),
        max(part.x1 for part in parts),
        max(part.baseline for part in parts),
        max(value.size for _, value in run),
    )


def _apart(rows: Sequence[_Row]) -> list[_Row]:
    """The rows whose years stand nearest to their values, each year and value in one row only."""
    kept: list[_Row] = []
    taken: set[int] = set()
    for row in sorted(rows, key=_distance):
        parts = {id(line) for line in [*row.years, *(value[0] for value in row.values)]}
        if not taken & parts:
            taken |= parts
            kept.append(row)
    return sorted(kept, key=lambda row: (row.top, row.x0))


def _distance(row: _Row) -> float:
    """How far apart the years and values of a row stand, on average."""
    total = sum(
        abs(middle_of(year)[1] - middle_of(value[0])[1])
        + max(year.x0 - value[0].x1, value[0].x0 - year.x1, 0.0)
        for year, value in zip(row.years, row.values, strict=True)
    )
    return total / len(row.years)


def _value_of(
    year: Line,
    numbers: Sequence[Line],
    lines: Sequence[Line],
    areas: Sequence[Area],
    place: Place,
) -> Line | None:
    """The nearest number in a place of a year."""
    found = [
        (gap, at, line)
        for at, line in enumerate(numbers)
        if line.size > _LARGER * year.size
        and (gap := _gap_to(line, year, place)) is not None
        and (
            place in ("before", "behind")
            or _is_aligned(line.x0, line.x1, year, line.size)
            or _is_aligned(line.x0, _end_of(line, lines), year, line.size)
            or _have_card(line, year, numbers, areas)
        )
    ]
    return min(found)[2] if found else None


def _gap_to(value: Line, year: Line, place: Place) -> float | None:
    """How far a number stands from a year; None where it is not in the place."""
    if place in ("before", "behind"):
        gap = year.x0 - value.x1 if place == "before" else value.x0 - year.x1
        level = abs(value.baseline - year.baseline) < 0.5 * value.size
        return gap if level and -1 < gap < _BESIDE * value.size else None
    if place == "below":
        gap = value.baseline - 0.7 * value.size - year.baseline
    else:
        gap = year.baseline - 0.7 * year.size - value.baseline
    return gap if -1 < gap < _NEAR * value.size else None


def _end_of(value: Line, lines: Sequence[Line]) -> float:
    """Where a number ends with its unit."""
    return max(piece.x1 for piece in pieces_of(value, lines))


def _is_aligned(x0: float, x1: float, year: Line, size: float) -> bool:
    """Whether a number starts, ends or is centred where a year does, nearly."""
    apart = min(abs(x0 - year.x0), abs(x1 - year.x1), abs(x0 + x1 - year.x0 - year.x1) / 2)
    return apart < 0.5 * size


def _have_card(value: Line, year: Line, numbers: Sequence[Line], areas: Sequence[Area]) -> bool:
    """Whether a number and a year share a shape with no other number."""
    return any(
        _is_in(area, value)
        and _is_in(area, year)
        and sum(_is_in(area, number) for number in numbers) == 1
        for area in areas
    )


def _is_in(area: Area, line: Line) -> bool:
    x, y = middle_of(line)
    return area.x0 < x < area.x1 and area.top < y < area.bottom


def _is_timeline(row: _Row, words: Sequence[Passage]) -> bool:
    """Whether each number has words of its own right above or below it."""
    for side in (True, False):
        own: set[int] = set()
        for year, pieces in zip(row.years, row.values, strict=True):
            x0 = min(year.x0, pieces[0].x0)
            x1 = max(year.x1, pieces[-1].x1)
            found = [
                each
                for each in words
                if each.x0 < x1
                and each.x1 > x0
                and -1 < (each.top - row.bottom if side else row.top - each.bottom) < row.size
            ]
            own.update(id(each) for each in found[:1])
        if len(own) == len(row.years):
            return True
    return False


def _goes_on(row: _Row, numbers: Sequence[Line]) -> bool:
    """Whether numbers without a year follow below all values: the years head columns."""
    return all(
        any(
            0 < number.baseline - value[0].baseline < _NEXT * row.size
            and abs(number.size - value[0].size) < 0.1
            and min(
                abs(number.x0 - value[0].x0),
                abs(number.x1 - value[-1].x1),
                abs(middle_of(number)[0] - middle_of(value[0])[0]),
            )
            < 1
            for number in numbers
        )
        for value in row.values
    )


def _labels(
    rows: Sequence[_Row],
    others: Sequence[_Row],
    words: Sequence[Passage],
    numbers: Sequence[Line],
    areas: Sequence[Area],
) -> list[Passage | None]:
    """The words of each row, on the side on which most rows have words of their own."""
    best: tuple[int, float, list[Passage | None]] = (0, 0.0, [None] * len(rows))
    for side in ("between", "left", "above", "below", "right"):
        labels: list[Passage | None] = []
        total = 0.0
        taken: set[int] = set()
        for row in rows:
            panel, around = _panels_of(row, words, areas)
            found = [
                (gap / row.size + _weight(each, row), at)
                for at, each in enumerate(words)
                if at not in taken
                and (gap := _gap(around, each, side)) is not None
                and (panel is None or _holds(panel, each))
                and not any(_between(other, row, each) for other in others if other is not row)
                and not any(_parts(number, row, each) for number in numbers)
            ]
            gap, at = min(found, default=(0.0, -1))
            if at >= 0:
                taken.add(at)
                total += gap
            labels.append(words[at] if at >= 0 else None)
        if (len(taken), -total) > (best[0], -best[1]) and taken:
            best = (len(taken), total, labels)
    return best[2]


def _weight(words: Passage, row: _Row) -> float:
    """What words cost more that look like a heading: bold, or larger than the years."""
    first = words.lines[0]
    return (_HEADING if first.bold else 0.0) + _HEADING * max(first.size / row.years[0].size - 1, 0)


def _gap(row: _Row, words: Passage, side: str) -> float | None:
    """How far words stand from a row on one side; None when they do not stand there."""
    if words.is_prose:
        return None
    middle = (words.top + words.bottom) / 2
    if side == "between":
        inside = row.top - 0.5 * row.size < middle < row.bottom + 0.5 * row.size
        ends = [piece.x1 for piece in row.values[0]], [piece.x0 for piece in row.values[-1]]
        return 0.0 if inside and max(ends[0]) < words.x0 and words.x1 < min(ends[1]) else None
    if side in ("left", "right"):
        gap = row.x0 - words.x1 if side == "left" else words.x0 - row.x1
        inside = row.top - 0.2 * row.size < middle < row.bottom + 0.2 * row.size
        return gap / (4 if side == "left" else 1) if inside and 0 < gap < _FAR else None
    gap = row.top - words.bottom if side == "above" else words.top - row.bottom
    beside = words.x0 < row.x1 and words.x1 > row.x0
    return gap if beside and -1 < gap < _OVER * row.size else None


def _between(other: _Row, row: _Row, words: Passage) -> bool:
    """Whether another row stands between a row and words."""
    x0, x1 = min(row.x0, words.x0), max(row.x1, words.x1)
    top, bottom = min(row.top, words.top), max(row.bottom, words.bottom)
    return (
        other.x0 < x1 - 1
        and other.x1 > x0 + 1
        and other.top < bottom - 1
        and other.bottom > top + 1
    )


def _parts(number: Line, row: _Row, words: Passage) -> bool:
    """Whether a number that is not of a row stands between it and words."""
    x, y = middle_of(number)
    return (
        min(row.x0, words.x0) < x < max(row.x1, words.x1)
        and min(row.top, words.top) < y < max(row.bottom, words.bottom)
        and not (row.x0 <= x <= row.x1 and row.top <= y <= row.bottom)
    )


def _panels_of(
    row: _Row, words: Sequence[Passage], areas: Sequence[Area]
) -> tuple[Area | None, _Row]:
    """The smallest shape that holds a row and words, and the row with the shape around it alone."""
    around = [
        area
        for area in areas
        if area.x0 <= row.x0 and area.top <= row.top
        if area.x1 >= row.x1 and area.bottom >= row.bottom
    ]
    around.sort(key=lambda area: (area.x1 - area.x0) * (area.bottom - area.top))
    box = row
    for area in around:
        if any(_holds(area, each) for each in words):
            return area, box
        box = replace(box, x0=area.x0, top=area.top, x1=area.x1, bottom=area.bottom)
    return None, box


def _holds(panel: Area, words: Passage) -> bool:
    return (
        panel.x0 <= words.x0 + 1
        and words.x1 <= panel.x1 + 1
        and panel.top <= words.top + 1
        and words.bottom <= panel.bottom + 1
    )


def _chart(row: _Row, label: Passage) -> Chart:
    entries = [
        Entry(value, [], [year.text, label.text])  # what is counted stands next to the number
        for year, value in zip(row.years, row.values, strict=True)
    ]
    others: list[Others] = [(label.lines, "label")]
    others.extend(([year], "label") for year in row.years)
    first = row.years[0]
    box = Area(first.x0, first.baseline, first.x1, first.baseline, None, curved=False)
    return chart_of(box, entries, others)
