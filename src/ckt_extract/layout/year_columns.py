"""Then and now: rows of a few values in large type, one under each year of a head."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, Others, chart_of, middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["year_columns"]

_LARGER = 1.2
_LARGE = 1.4
"""The values of one year are so many times as large as those of another, or all of them so many
times as large as the years; else it is a table."""
_NEXT = 5.0
"""Rows follow each other within so many times the size of their largest value."""
_ALIGNED = 1.5
_FAR = 400.0
"""Labels stand at most so many points before the first value, or behind the last."""


def year_columns(lines: Sequence[Line]) -> list[Chart]:
    """Charts with two years or more beside each other, and rows of values below, with labels."""
    charts: list[Chart] = []
    for years in _heads(lines):
        rows = _rows(years, lines)
        labels = _labels(rows, lines) if len(rows) > 1 else []
        if labels:
            charts.append(_chart(years, rows, labels, lines))
    return charts


def _heads(lines: Sequence[Line]) -> list[list[Line]]:
    """Different years in one style on one line, from left to right."""
    heads: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: each.x0):
        if not is_year([line]):
            continue
        for head in heads:
            if abs(head[0].baseline - line.baseline) < 1 and abs(head[0].size - line.size) < 1:
                head.append(line)
                break
        else:
            heads.append([line])
    return [
        head for head in heads if len(head) > 1 and len({line.text for line in head}) == len(head)
    ]


def _rows(years: Sequence[Line], lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of values below years, each value in the column of its year."""
    columns = [
        [
            line
            for line in lines
            if year.baseline < line.baseline
            and _below(year, line)
            and is_number(line.words)
            and not is_year([line])
        ]
        for year in years
    ]
    rows: list[list[Line]] = []
    bottom = years[0].baseline
    following = [
        line.baseline
        for line in lines
        if line.baseline > bottom and is_year([line]) and any(_below(year, line) for year in years)
    ]
    end = min(following, default=inf)
    for first in sorted(columns[0], key=lambda line: line.baseline):
        y = middle_of(first)[1]
        row = [
            line
            for column in columns
            for line in column
            if abs(middle_of(line)[1] - y) < 0.25 * max(line.size, first.size)
        ]
        sizes = [line.size for line in row]
        is_cell = max(sizes) < _LARGER * min(sizes) and min(sizes) < _LARGE * years[0].size
        if len(row) != len(years) or is_cell:
            break
        if first.baseline > end or first.baseline - bottom > _NEXT * max(sizes):
            break
        bottom = first.baseline
        rows.append(row)
    return rows


def _below(year: Line, value: Line) -> bool:
    """Whether a value starts, ends or is centred below a year."""
    return (
        abs(middle_of(value)[0] - middle_of(year)[0]) < 3
        or abs(value.x0 - year.x0) < 1
        or abs(value.x1 - year.x1) < 1
    )


def _labels(rows: Sequence[Sequence[Line]], lines: Sequence[Line]) -> list[list[Line]]:
    """The words before, between or behind the values of each row, below each other."""
    heights = [middle_of(row[0])[1] for row in rows]
    reach = min(low - high for high, low in pairwise(heights)) / 2
    near = [line for line in lines if any(abs(middle_of(line)[1] - y) < reach for y in heights)]
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    inner, outer = max(row[0].x1 for row in rows), min(row[1].x0 for row in rows)
    for words in (
        [line for line in near if left - _FAR < line.x1 < left],
        [line for line in near if inner < line.x0 and line.x1 < outer],
        [line for line in near if right < line.x0 < right + _FAR],
    ):
        labels = [[line for line in words if abs(middle_of(line)[1] - y) < reach] for y in heights]
        if all(labels) and _is_column(words):
            return labels
    return []


def _is_column(words: Sequence[Line]) -> bool:
    """Whether lines of words start, end or are centred below each other."""
    edges = ([w.x0 for w in words], [w.x1 for w in words], [w.x0 + w.x1 for w in words])
    return not any(is_number(line.words) for line in words) and any(
        max(edge) - min(edge) < _ALIGNED for edge in edges
    )


def _chart(
    years: Sequence[Line],
    rows: Sequence[Sequence[Line]],
    labels: Sequence[list[Line]],
    lines: Sequence[Line],
) -> Chart:
    entries = [
        Entry(pieces_of(value, lines), [], [" ".join(line.text for line in label), year.text])
        for row, label in zip(rows, labels, strict=True)
        for year, value in zip(years, row, strict=True)
    ]
    others: list[Others] = [(label, "label") for label in labels]
    others.extend(([year], "label") for year in years)
    first = years[0]
    box = Area(first.x0, first.baseline, first.x1, first.baseline, None, curved=False)
    return chart_of(box, entries, others)
