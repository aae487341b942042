"""Horizontal bars: numbers and words that stand in the same place beside, above or below each."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from ckt_extract.layout.chart import middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.shapes import Bars
from ckt_extract.reading.page import Area

__all__ = ["labels_at_start", "labels_in_column", "values_in_place"]

_SAME = 1.5
"""Lines stand in the same place of their bars when their heights differ by no more points."""
_BEYOND = 12.0
"""Values may stand in a column of their own, at most so many times their size behind the bars."""
_REACH = 3.0
"""Lines above or below a bar stand at most so many times their size away."""
_FAR = 160.0
"""Labels in a column stand at most so many points before the bars."""
_ALIGNED = 3.0
"""Labels above bars start within so many points of them."""


def values_in_place(group: Bars, lines: Sequence[Line]) -> dict[Area, Line]:
    """The number of each bar, all in one place; empty when one bar has none."""

    def fits(bar: Area, line: Line) -> bool:
        return line.x1 > bar.x0 - 1 and line.x0 - group.x1 < _BEYOND * line.size

    def apart(bar: Area, line: Line) -> float:
        return 0.0 if line.x0 < bar.x1 else line.x0 - bar.x1

    numbers = [line for line in lines if is_number(line.words)]
    return _in_place(group, numbers, fits, apart)


def labels_at_start(group: Bars, lines: Sequence[Line]) -> dict[Area, list[Line]]:
    """The words above, or below, the start of each bar; empty when one bar has none."""

    def fits(bar: Area, line: Line) -> bool:
        outside = line.baseline <= bar.top + 1 or line.baseline - 0.7 * line.size >= bar.bottom - 1
        return outside and abs(line.x0 - bar.x0) < _ALIGNED

    def apart(bar: Area, line: Line) -> float:
        return abs(line.x0 - bar.x0)

    words = [line for line in lines if not is_number(line.words)]
    found = _in_place(group, words, fits, apart)
    labels = {bar: [line] for bar, line in found.items()}
    used = {id(line) for line in found.values()}
    for label in labels.values():
        for line in words[::-1]:  # the lines above, of a label of more than one
            if (
                id(line) not in used
                and abs(line.x0 - label[0].x0) < 1
                and abs(line.size - label[0].size) < 0.1
                and line.bold is label[0].bold
                and 0.5 * line.size < label[0].baseline - line.baseline < 1.4 * line.size
            ):
                label.insert(0, line)
                used.add(id(line))
    return labels


def labels_in_column(group: Bars, lines: Sequence[Line]) -> dict[Area, list[Line]]:
    """The words before each bar that start, or end, on one line; empty when one bar has none."""

    def fits(bar: Area, line: Line) -> bool:
        return line.x1 <= bar.x0 + 1 and bar.x0 - line.x1 < _FAR

    def apart(bar: Area, line: Line) -> float:
        return bar.x0 - line.x1

    words = [line for line in lines if not is_number(line.words)]
    found = _in_place(group, words, fits, apart)
    starts, ends = [line.x0 for line in found.values()], [line.x1 for line in found.values()]
    if found and min(max(starts) - min(starts), max(ends) - min(ends)) < 1:
        return {bar: [line] for bar, line in found.items()}
    return {}


def _in_place(
    group: Bars,
    lines: Sequence[Line],
    fits: Callable[[Area, Line], bool],
    apart: Callable[[Area, Line], float],
) -> dict[Area, Line]:
    """A line for each bar, all at one height relative to their bars, the nearest such height."""
    if len(group.bars) < 2:
        return {}
    middles = [middle_of(bar)[1] for bar in group.bars]
    pitch = min(low - high for high, low in pairwise(middles))
    thick = group.bars[0].bottom - group.bars[0].top
    places = sorted(
        (
            (middle_of(line)[1] - y, at, line)
            for at, y in enumerate(middles)
            for line in lines
            if abs(middle_of(line)[1] - y) < min(pitch, thick / 2 + _REACH * line.size)
            and fits(group.bars[at], line)
        ),
        key=lambda place: (abs(place[0]), place[1]),
    )
    for offset, first, _ in places:
        if first != 0:
            continue
        chosen: dict[Area, Line] = {}
        for other, at, line in places:
            bar = group.bars[at]
            if abs(other - offset) < _SAME and (
                bar not in chosen or apart(bar, line) < apart(bar, chosen[bar])
            ):
                chosen[bar] = line
        if len(chosen) == len(group.bars) and len({id(line) for line in chosen.values()}) == len(
            chosen
        ):
            return {bar: chosen[bar] for bar in group.bars}
    return {}
