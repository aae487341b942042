"""Slope lines: a value with its year at each end, and what they count above them."""

from collections.abc import Sequence

from msgspec import Struct

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, Others, chart_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["slopes_of"]

_WIDEST = 200.0
"""The ends of a slope lie at most so many points apart."""
_HIGHEST = 5.0
"""One end lies at most so many times the size of the larger value above the other."""
_LARGER = 1.2
"""The value that matters is so many times as large as the other."""
_TITLE = 5.0
"""A title stands at most so many times the size of the larger value above it."""


class _End(Struct):
    """A value with the year right below it, at one edge."""

    value: Line
    year: Line


def slopes_of(lines: Sequence[Line]) -> list[Chart]:
    """Slopes between the same two years, two of them at least, beside each other."""
    ends = [
        _End(value, year)
        for year in lines
        if is_year([year])
        for value in lines
        if is_number(value.words)
        and not is_year([value])
        and value.size > year.size
        and 0 < year.baseline - value.baseline < 1.2 * value.size
        and min(abs(value.x0 - year.x0), abs(value.x1 - year.x1)) < 1
    ]
    if len({id(end.value) for end in ends}) < len(ends):
        return []
    pairs = [(one, other) for one in ends for other in ends if _is_slope(one, other)]
    charts: list[Chart] = []
    for pair in pairs:
        like = [each for each in pairs if _alike(pair, each)]
        titles = [_title_of(each, lines) for each in like]
        title = _title_of(pair, lines)
        if (
            title is not None
            and len(like) > 1
            and len({id(each) for each in titles}) == len(like)
            and all(each is not None and abs(each.baseline - title.baseline) < 1 for each in titles)
        ):
            charts.append(_chart(pair, title, lines))
    return charts


def _is_slope(left: _End, right: _End) -> bool:
    one, other = left.value, right.value
    sizes = sorted((one.size, other.size))
    return (
        left.year.text < right.year.text
        and 0 < other.x0 - one.x1 < _WIDEST
        and abs(one.baseline - other.baseline) < _HIGHEST * sizes[1]
        and sizes[1] > _LARGER * sizes[0]
    )


def _alike(one: tuple[_End, _End], other: tuple[_End, _End]) -> bool:
    """Whether two slopes run between the same years, as far apart, and start on one line or not."""
    width = one[1].value.x0 - one[0].value.x1
    return (
        [end.year.text for end in one] == [end.year.text for end in other]
        and abs(other[1].value.x0 - other[0].value.x1 - width) < 2
        and abs(one[0].value.size - other[0].value.size) < 0.1
        and abs(one[1].value.size - other[1].value.size) < 0.1
    )


def _title_of(pair: tuple[_End, _End], lines: Sequence[Line]) -> Line | None:
    """The words right above a slope."""
    left, right = pair[0].value, pair[1].value
    size = max(left.size, right.size)
    top = min(line.baseline - 0.7 * line.size for line in (left, right))
    above = [
        line
        for line in lines
        if 0 <= top - line.baseline < _TITLE * size
        and line.x0 < right.x0
        and line.x1 > left.x0
        and line.size < size
        and not is_number(line.words)
    ]
    return max(above, key=lambda line: line.baseline, default=None)


def _chart(pair: tuple[_End, _End], title: Line, lines: Sequence[Line]) -> Chart:
    entries = [Entry(pieces_of(end.value, lines), [end.year], [title.text]) for end in pair]
    others: list[Others] = [([title], "label")]
    box = Area(title.x0, title.baseline, title.x1, title.baseline, None, curved=False)
    return chart_of(box, entries, others)
