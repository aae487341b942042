"""Bullets that are drawn as small shapes, not written."""

from bisect import bisect_left
from collections.abc import Sequence

from ckt_extract.layout.lines import Line
from ckt_extract.reading.page import Area

__all__ = ["mark_dots"]


def mark_dots(lines: Sequence[Line], areas: Sequence[Area]) -> None:
    """Set `dot` of the lines with a small shape in front.

    Args:
        lines: Lines in order of their baselines.
        areas: Shapes on the page.
    """
    bases = [line.baseline for line in lines]
    for area in areas:
        width, height = area.x1 - area.x0, area.bottom - area.top
        if not (1 < width < 8 and 0.6 * width < height < 1.7 * width):
            continue
        middle = (area.top + area.bottom) / 2
        for line in lines[bisect_left(bases, middle) :]:
            if line.baseline - line.size > middle:
                break
            if (
                0.2 * line.size < line.x0 - area.x1 < 2.5 * line.size
                and width < 0.7 * line.size
                and line.baseline - 0.7 * line.size < middle
            ):
                line.dot = area.x0
                break
