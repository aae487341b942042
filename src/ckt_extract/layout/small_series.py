"""Small numbers that each have words in the same place, with no chart or table that was found."""

from collections.abc import Sequence

from ckt_extract.box import Box
from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, Others, chart_of, middle_of, number_in
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.passages import Passage, passages_of
from ckt_extract.layout.series import Spot, series_of
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["small_series"]

_FEWEST = 3
_MOST = 60
"""A page with more numbers alone is no infographic."""
_MOST_LINES = 600
_WORDS = 8
"""A line of a value and its words has no more."""
_LINES = 4
_WIDEST = 200.0
"""A label has no more lines, and is no wider, in points."""


def small_series(
    lines: Sequence[Line], areas: Sequence[Area], *, shaped: bool = False
) -> list[Chart]:
    """Charts of numbers that are left, three at least, with labels in the same place of each.

    Numerals of a list (1, 2, 3) are no such numbers.

    Args:
        lines: The lines that are left.
        areas: Shapes on the page.
        shaped: Only numbers that are alone in a shape, which are in no table.
    """
    if len(lines) > _MOST_LINES:
        return []
    whole = [] if shaped else _whole_lines(lines)
    charts = [chart_of(line, [Entry([line], [])]) for line in whole]
    taken = {id(line) for line in whole}
    lines = [line for line in lines if id(line) not in taken]
    numbers = [line for line in lines if _is_value(line)]
    if not _FEWEST <= len(numbers) <= _MOST or _are_numerals(numbers):
        return charts
    labels = [
        each
        for each in passages_of([line for line in lines if not is_number(line.words)])
        if _is_label(each)
    ]
    boxes = [_box_of(line, lines, areas) for line in numbers]
    if shaped:
        held = [at for at, line in enumerate(numbers) if boxes[at].x1 > line.x1 + 1]
        numbers, boxes = [numbers[at] for at in held], [boxes[at] for at in held]
    spots = [Spot(*box, numbers[at].baseline) for at, box in enumerate(boxes)]
    pairs = series_of(
        spots,
        [Spot(each.x0, each.top, each.x1, each.bottom, each.lines[0].baseline) for each in labels],
        least=_FEWEST,
        may_pair=lambda at, to: not _has_edge(boxes[at], labels[to], areas),
    )
    years = _years_of([spots[at] for at, _, _ in pairs], lines)
    for place, (at, to, side) in enumerate(pairs):
        value, label = pieces_of(numbers[at], lines), labels[to].lines
        entry = Entry([*value, *label], []) if side in ("below", "right") else Entry(value, label)
        others: list[Others] = []
        if year := years.get(place):
            entry.context = [year.text]
            others.append(([year], "label"))
        charts.append(chart_of(boxes[at], [entry], others))
    return charts


def _years_of(numbers: Sequence[Spot], lines: Sequence[Line]) -> dict[int, Line]:
    """The years that stand in the same place of each of several numbers, left of or above them."""
    years = [line for line in lines if is_year([line])]
    pairs = series_of(
        numbers,
        [
            Spot(line.x0, line.baseline - 0.7 * line.size, line.x1, line.baseline, line.baseline)
            for line in years
        ],
        least=_FEWEST - 1,
        may_pair=lambda _at, _to: True,
    )
    return {at: years[to] for at, to, side in pairs if side in ("left", "above")}


def _whole_lines(lines: Sequence[Line]) -> list[Line]:
    """Short lines of a value and its words, two at least in one style, each alone: *wol 12%*."""
    alone = [each.lines[0] for each in passages_of(lines) if len(each.lines) == 1]
    styles: dict[tuple[float, bool], list[Line]] = {}
    for line in alone:
        if _says_value(line):
            styles.setdefault((round(line.size, 1), line.bold), []).append(line)
    return [line for group in styles.values() if len(group) > 1 for line in group]


def _says_value(line: Line) -> bool:
    """Whether a line is words with one percentage before or behind them."""
    texts = [word.text for word in line.words]
    if not 1 < len(texts) <= _WORDS or texts[-1].endswith("."):
        return False
    first, last = is_number(line.words[:1]), is_number(line.words[-1:])
    if first == last or "%" not in line.text:
        return False
    rest = texts[1:] if first else texts[:-1]
    return not any(char.isdigit() for text in rest for char in text)


def _is_value(line: Line) -> bool:
    """Whether a line is a number that may say something: no year, no numeral of a list."""
    return (
        any(char.isdigit() for char in line.text)
        and is_number(line.words)
        and not is_year([line])
        and not line.text.endswith((".", ")", ":"))
    )


def _are_numerals(numbers: Sequence[Line]) -> bool:
    """Whether numbers count up from one."""
    return [number_in(line) for line in numbers] == list(range(1, len(numbers) + 1))


def _is_label(words: Passage) -> bool:
    return (
        len(words.lines) <= _LINES
        and words.x1 - words.x0 < _WIDEST
        and not words.is_prose
        and any(char.isalpha() for char in words.text)
    )


def _box_of(number: Line, lines: Sequence[Line], areas: Sequence[Area]) -> Box:
    """Where a number stands, with the shape around it that holds nothing else."""
    x, y = middle_of(number)
    own = Box(number.x0, number.baseline - 0.7 * number.size, number.x1, number.baseline)
    around = [
        area
        for area in areas
        if area.x0 <= own.x0 + 1
        and area.x1 >= own.x1 - 1
        and area.top < own.top
        and area.bottom > own.bottom
        and area.bottom - area.top < 8 * number.size
        and abs(area.x0 + area.x1 - 2 * x) < number.size
        and abs(area.top + area.bottom - 2 * y) < number.size
        and not any(
            line is not number
            and area.x0 < line.x1
            and line.x0 < area.x1
            and area.top < line.baseline < area.bottom
            for line in lines
        )
    ]
    smallest = min(around, key=lambda area: area.bottom - area.top, default=None)
    return own if smallest is None else Box(*smallest[:4])


def _has_edge(number: Box, words: Passage, areas: Sequence[Area]) -> bool:
    """Whether the edge of a shape that holds one of the two stands between them."""
    return any(
        _is_in(number, area) != _is_in(words, area)
        for area in areas
        if max(abs(one - other) for one, other in zip(number, area[:4], strict=True)) > 1
    )


def _is_in(box: Box | Passage, area: Area) -> bool:
    return (
        area.x0 <= box.x0 + 1
        and box.x1 <= area.x1 + 1
        and area.top <= box.top
        and box.bottom <= area.bottom
    )
