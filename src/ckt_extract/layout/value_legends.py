"""Legends that hold the values of a chart: a dot, the value beside it, and its words below that."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, chart_of, middle_of
from ckt_extract.layout.legend import legend_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.shapes import swatches_of
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["value_legends"]

_MOST = 60
"""So many small shapes are dots of a drawing, not a legend."""


def value_legends(lines: Sequence[Line], areas: Sequence[Area]) -> list[Chart]:
    """Columns of swatches in different colours, all with a value and words of their own."""
    swatches = swatches_of(areas)
    columns: list[list[Area]] = []
    for swatch in swatches if len(swatches) <= _MOST else []:
        column = next((each for each in columns if _alike(each[0], swatch)), None)
        if column is None:
            columns.append([swatch])
        else:
            column.append(swatch)
    charts: list[Chart] = []
    for column in columns:
        if len(column) < 2 or len({swatch.fill for swatch in column}) < len(column):
            continue
        entries = [entry for swatch in column if (entry := _entry(swatch, lines))]
        if not entries:
            keys = legend_of(lines, column)
            entries = [Entry(key.value, key.lines) for key in keys if key.value]
        if len(entries) == len(column):
            charts.append(chart_of(column[0], entries))
    return charts


def _alike(one: Area, other: Area) -> bool:
    """Whether two swatches of one size stand below each other."""
    return (
        abs(one.x0 - other.x0) < 1
        and abs(one.x1 - other.x1) < 1
        and abs(one.bottom - one.top - other.bottom + other.top) < 1
    )


def _entry(swatch: Area, lines: Sequence[Line]) -> Entry | None:
    """The only value right behind a swatch, with the line of words right below it."""
    y = middle_of(swatch)[1]
    values = [
        line
        for line in lines
        if 0 <= line.x0 - swatch.x1 < 1.5 * line.size
        and abs(middle_of(line)[1] - y) < 0.6 * line.size
    ]
    if len(values) != 1 or not is_number(values[0].words) or is_year(values):
        return None
    value = values[0]
    label = [
        line
        for line in lines
        if abs(line.x0 - value.x0) < 1
        and 0.5 * line.size < line.baseline - value.baseline < 1.6 * line.size
        and not is_number(line.words)
    ]
    return Entry(pieces_of(value, lines), label) if len(label) == 1 else None
