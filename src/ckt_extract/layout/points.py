"""Line charts: values above a row of labels, found without their shapes."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, chart_of, middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number

__all__ = ["point_charts"]

_FEWEST = 3
_LONGEST = 16
_UNEVEN = 1.25
"""Labels are spaced evenly when their steps differ by less than this factor."""
_HIGHEST = 260.0
_STEEP = 0.8
"""Values stand at most so many points above their labels, or this share of the labels' width."""


class _Plot(Struct):
    """Where the values of a line chart stand."""

    x0: float
    top: float
    x1: float
    bottom: float


def point_charts(lines: Sequence[Line]) -> list[Chart]:
    """Charts with one value above each label of an evenly spaced row, at different heights.

    Values at one height are a table or a row of callouts.
    """
    charts: list[Chart] = []
    taken: set[int] = set()
    for row in _rows(lines):
        entries = _entries(row, [line for line in lines if id(line) not in taken])
        if entries:
            parts = [line for entry in entries for line in [*entry.label, *entry.value]]
            plot = _Plot(parts[0].x0, parts[0].baseline, parts[0].x1, parts[0].baseline)
            chart = chart_of(plot, entries)
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    return charts


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows of short labels on one baseline that are spaced evenly."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(line.baseline - rows[-1][0].baseline) < 0.2 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [run for row in rows for run in _runs(row)]


def _runs(row: Sequence[Line]) -> list[list[Line]]:
    """The runs of short lines in one style in a row that are spaced evenly."""
    styles: dict[tuple[float, bool], list[Line]] = {}
    for line in row:
        styles.setdefault((round(line.size, 1), line.bold), []).append(line)
    found: list[list[Line]] = []
    for same in styles.values():
        same.sort(key=lambda line: line.x0)
        run: list[Line] = []
        for line in same:
            if len(line.text) > _LONGEST:
                continue
            steps = [
                middle_of(right)[0] - middle_of(left)[0] for left, right in pairwise([*run, line])
            ]
            if steps and max(steps) >= _UNEVEN * min(steps):
                found.append(run)
                run = []
            run.append(line)
        found.append(run)
    return [
        run
        for run in found
        if len(run) >= _FEWEST and middle_of(run[1])[0] - middle_of(run[0])[0] > 2 * run[0].size
    ]


def _entries(labels: Sequence[Line], lines: Sequence[Line]) -> list[Entry]:
    """The values of a row of labels; nothing when it is no line chart."""
    step = (labels[-1].x0 - labels[0].x0) / (len(labels) - 1)
    left, right = labels[0].x0 - step / 2, labels[-1].x1 + step / 2
    base = labels[0].baseline
    highest = max(_HIGHEST, _STEEP * (right - left))
    above = [
        line
        for line in lines
        if 0 < base - line.baseline < highest and line.x1 > left and line.x0 < right
    ]
    above.sort(key=lambda line: -line.baseline)
    values: list[Line] = []
    for line in above:
        if not is_number(line.words) or len(values) == len(labels):
            break
        values.append(line)
    if len(values) < len(labels):
        return []
    heights = [line.baseline for line in values]
    if max(heights) - min(heights) < values[0].size:
        return []
    entries: list[Entry] = []
    for label in labels:
        near = [
            value for value in values if abs(middle_of(value)[0] - middle_of(label)[0]) < 0.3 * step
        ]
        if len(near) != 1:
            return []
        entries.append(Entry(pieces_of(near[0], lines), [label]))
    return entries
