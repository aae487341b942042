"""Charts drawn as vectors: each value with the label of its bar or sector."""

from collections.abc import Callable, Sequence
from functools import partial
from math import hypot

from ckt_extract.layout.bar_labels import part_labels
from ckt_extract.layout.bars import bar_chart, stacked_row
from ckt_extract.layout.chart import Chart, middle_of
from ckt_extract.layout.legend import Key, legend_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.passages import passages_of
from ckt_extract.layout.pies import pie_chart
from ckt_extract.layout.points import point_charts
from ckt_extract.layout.shapes import Bars, Pie, bars_of, pies_of, swatches_of
from ckt_extract.layout.slopes import slopes_of
from ckt_extract.layout.value_legends import value_legends
from ckt_extract.layout.year_columns import year_columns
from ckt_extract.layout.year_rows import year_rows
from ckt_extract.reading.page import Area

__all__ = ["charts_of"]

_MOST_SHAPES = 600
_MOST_LINES = 800
_TITLE = 4.5
"""A title stands at most so many times its size above the highest value of a chart."""
_TITLE_LINES = 3
_MOST_CHARTS = 40
"""A page with more is a map or a drawing; looking for charts on it would take long."""


def charts_of(lines: Sequence[Line], areas: Sequence[Area]) -> tuple[list[Chart], Sequence[Line]]:
    """The charts of a page whose values are printed, and the lines, parted where they need it."""
    if len(areas) > _MOST_SHAPES or len(lines) > _MOST_LINES:
        return [], lines
    if len(areas) < 2:  # nothing is drawn, or a background only
        return year_rows(lines, areas), lines
    pies, bars = pies_of(areas), bars_of(areas)
    lines = part_labels(lines, bars)
    taken: set[int] = set()
    charts: list[Chart] = []
    shapes: list[Pie | Bars] = [*pies, *bars]
    for shape in shapes[:_MOST_CHARTS]:
        panel = _panel_of(shape, areas)
        near = [line for line in lines if id(line) not in taken and _is_in(panel, line)]
        swatches = swatches_of([area for area in areas if _is_in(panel, area)])
        if isinstance(shape, Pie):
            own = [each for each in swatches if _is_nearest(each, [shape], shapes)]
            chart = pie_chart(shape, near, legend_of(near, own))
            if chart is None and len(own) < len(swatches):  # a legend that two share
                chart = pie_chart(shape, near, _names(legend_of(near, swatches)))
        elif len(rows := _rows_like(shape, bars)) > 1:
            swatches = [each for each in swatches if not any(each in other.bars for other in bars)]
            swatches = [each for each in swatches if _is_nearest(each, rows, shapes)]
            legend = legend_of([line for line in lines if _is_in(panel, line)], swatches)
            chart = stacked_row(shape, near, _names(legend), rows)
        else:
            swatches = [each for each in swatches if each not in shape.bars]
            own = [each for each in swatches if _is_nearest(each, [shape], shapes)]
            chart = bar_chart(shape, near, _names(legend_of(near, own)))
            if chart is None and len(own) < len(swatches):
                chart = bar_chart(shape, near, _names(legend_of(near, swatches)))
        if chart is not None:
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    finders: tuple[Callable[[Sequence[Line]], list[Chart]], ...] = (
        year_columns,
        slopes_of,
        partial(year_rows, areas=areas),
        partial(value_legends, areas=areas),
        point_charts,
    )
    for find in finders:
        found = find([line for line in lines if id(line) not in taken])
        charts += found
        taken.update(id(line) for chart in found for line in chart.lines())
    for chart in charts:
        _give_title(chart, lines, charts)
    return charts, lines


def _give_title(chart: Chart, lines: Sequence[Line], charts: Sequence[Chart]) -> None:
    """Note the title above a chart, which stays where it is, as a heading or a line of the text.

    Values with nothing but a year do not say of what they are, and others may have no unit.
    """
    used = {id(line) for each in charts for line in each.lines()}
    near = [
        line for line in lines if id(line) not in used and line.x0 < chart.x1 and line.x1 > chart.x0
    ]
    above = [line for line in near if line.baseline < chart.top + 1]
    title = max(passages_of(above), key=lambda each: each.bottom, default=None)
    if (
        title is not None
        and chart.top - title.bottom < _TITLE * title.lines[0].size
        and len(title.lines) <= _TITLE_LINES
        and not is_number(title.lines[0].words)
        and not title.text.endswith((".", ",", ";"))
        and title.x1 - title.x0 < 1.5 * (chart.x1 - chart.x0)
    ):
        chart.title = title.text


def _panel_of(shape: Pie | Bars, areas: Sequence[Area]) -> Area | None:
    """The smallest box around a chart, which also holds its labels."""
    around = [
        area
        for area in areas
        if area.x0 < shape.x0 - 2
        and area.top < shape.top - 2
        and area.x1 > shape.x1 + 2
        and area.bottom > shape.bottom + 2
    ]
    return min(
        around, key=lambda area: (area.x1 - area.x0) * (area.bottom - area.top), default=None
    )


def _rows_like(shape: Bars, bars: Sequence[Bars]) -> list[Bars]:
    """The stacked bars in the same colours that start on one line, the bar itself among them."""
    if not shape.stacked:
        return []
    fills = {bar.fill for bar in shape.bars}
    return [
        other
        for other in bars
        if other.stacked
        and other.vertical is shape.vertical
        and abs(other.bottom - shape.bottom if shape.vertical else other.x0 - shape.x0) < 2
        and {bar.fill for bar in other.bars} == fills
    ]


def _names(legend: Sequence[Key]) -> list[Key]:
    """The entries of a legend without those that have a value, which are of another chart."""
    return [key for key in legend if not key.value]


def _is_nearest(swatch: Area, own: Sequence[Pie | Bars], shapes: Sequence[Pie | Bars]) -> bool:
    """Whether no other chart in the colour of a swatch stands nearer to it."""
    least = min(_apart(swatch, each) for each in own)
    return not any(
        _apart(swatch, each) < least
        for each in shapes
        if each not in own and any(part.fill == swatch.fill for part in _parts(each))
    )


def _parts(shape: Pie | Bars) -> list[Area]:
    return shape.sectors if isinstance(shape, Pie) else shape.bars


def _apart(swatch: Area, shape: Pie | Bars) -> float:
    """The gap between a swatch and a chart."""
    dx = max(shape.x0 - swatch.x1, swatch.x0 - shape.x1, 0.0)
    dy = max(shape.top - swatch.bottom, swatch.top - shape.bottom, 0.0)
    return hypot(dx, dy)


def _is_in(panel: Area | None, item: Line | Area) -> bool:
    if panel is None:
        return True
    x, y = middle_of(item)
    return panel.x0 < x < panel.x1 and panel.top < y < panel.bottom
