"""Charts drawn as vectors: each value with the label of its bar or sector."""

from collections.abc import Sequence

from ckt_extract.layout.bars import bar_chart
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.legend import legend_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.pies import pie_chart
from ckt_extract.layout.shapes import bars_of, pies_of, swatches_of
from ckt_extract.reading.page import Area

__all__ = ["charts_of"]


def charts_of(lines: Sequence[Line], areas: Sequence[Area]) -> list[Chart]:
    """The charts of a page whose values are printed."""
    if len(areas) < 2:
        return []
    pies, bars = pies_of(areas), bars_of(areas)
    if not pies and not bars:
        return []
    legend = legend_of(lines, swatches_of(areas))
    taken: set[int] = set()
    charts: list[Chart] = []
    for pie in pies:
        chart = pie_chart(pie, lines, legend, taken)
        if chart is not None:
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    for group in bars:
        chart = bar_chart(group, lines, legend, taken)
        if chart is not None:
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    return charts
