"""Legends: which colour of a chart stands for what."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import hypot

from msgspec import Struct

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number, number_words
from ckt_extract.layout.shapes import Bars, Pie
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["Key", "legend_of", "near_keys"]

_MOST = 60
"""So many small shapes are dots of a drawing, not a legend."""


class Key(Struct):
    """An entry of a legend."""

    swatch: Area
    lines: list[Line]
    value: list[Line]
    """A value that stands in its row."""


def legend_of(lines: Sequence[Line], swatches: Sequence[Area]) -> list[Key]:
    """The legend entries: the text right of a swatch, and a value in the same row."""
    keys: list[Key] = []
    if len(swatches) > _MOST:
        return keys
    for swatch in swatches:
        row = _row_of(swatch, lines, swatches)
        values = [line for line in row if is_number(line.words)]
        pieces = pieces_of(values[0], row) if len(values) == 1 else []
        label = [line for line in row if not any(line is piece for piece in [*values, *pieces])]
        if not label and len(values) == 1 and not is_year(values):
            label = _words_below(values[0], lines)
        if not label and len(values) == 1 and _names(values[0]):
            label, pieces = values, []
        if label:
            keys.append(Key(swatch, label, pieces))
        elif len(values) == 1 and is_year(values):  # years are labels, not values
            keys.append(Key(swatch, values, []))
    return keys


def _names(line: Line) -> bool:
    """Whether a line of a value says of what it is: `19% goed op weg`."""
    lexicon = number_words()
    known = lexicon.after | lexicon.before
    return any(word.text.isalpha() and word.text.lower() not in known for word in line.words)


def _words_below(value: Line, lines: Sequence[Line]) -> list[Line]:
    """The words right below a value, at its left edge."""
    label: list[Line] = []
    for line in lines:
        last = label[-1] if label else value
        step = (line.baseline - last.baseline) / line.size
        if abs(line.x0 - value.x0) < 1.5 and 0.5 < step < 1.8 and not is_number(line.words):
            label.append(line)
    return label


def _row_of(swatch: Area, lines: Sequence[Line], swatches: Sequence[Area]) -> list[Line]:
    """The lines right of a swatch, up to the next swatch or a wide gap, in reading order."""
    height = swatch.bottom - swatch.top
    middle = (swatch.top + swatch.bottom) / 2
    low, high = middle - 2.5 * height, middle + 2.5 * height
    right = float("inf")
    for other in swatches:
        at = (other.top + other.bottom) / 2
        if other is swatch:
            continue
        if abs(other.x0 - swatch.x0) < 3:
            if at < middle:
                low = max(low, (at + middle) / 2)
            else:
                high = min(high, (at + middle) / 2)
        elif abs(at - middle) < height and other.x0 > swatch.x1:
            right = min(right, other.x0)
    near = [
        line
        for line in lines
        if low < middle_of(line)[1] < high and swatch.x1 - 1 < line.x0 and line.x1 < right
    ]
    column = _column(near, lines, swatches)
    row: list[Line] = []
    end = swatch.x1
    for line in sorted(near, key=lambda line: line.x0):
        first = not row
        size = row[0].size if row else line.size
        if line.x0 - end > (2.5 if first else 6.0) * size and (first or id(line) not in column):
            break
        if line.size > 1.8 * size:
            continue
        labels = [other for other in row if not is_number(other.words)]
        if labels and not is_number(line.words):
            gap = line.x0 - max(other.x1 for other in labels)
            if gap > 1.5 * size and not _below(labels, line):
                continue
        row.append(line)
        end = max(end, line.x1)
    row = [line for line in row if abs(middle_of(line)[1] - middle) < 1.3 * line.size]
    row.sort(key=lambda line: (round(line.baseline), line.x0))
    return row


def _column(near: Sequence[Line], lines: Sequence[Line], swatches: Sequence[Area]) -> set[int]:
    """The numbers of a row that stand in a column of numbers, one beside each of the swatches."""
    found: set[int] = set()
    for line in near:
        if not is_number(line.words):
            continue
        same = [
            other
            for other in lines
            if min(abs(other.x1 - line.x1), abs(other.x0 - line.x0)) < 1
            and abs(other.size - line.size) < 0.1
            and is_number(other.words)
        ]
        rows = [
            swatch
            for swatch in swatches
            if any(swatch.top - 3 < middle_of(other)[1] < swatch.bottom + 3 for other in same)
        ]
        if len(rows) > 1 and len(same) == len(rows):
            found.add(id(line))
    return found


def _below(row: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on a label above or below it, at the same left edge."""
    return any(
        abs(other.x0 - line.x0) < 1
        and abs(other.size - line.size) < 0.1
        and 0.5 * line.size < abs(line.baseline - other.baseline) < 1.6 * line.size
        for other in row
    )


def near_keys(
    keys: Sequence[Key], fills: AbstractSet[int | None], box: Pie | Bars
) -> dict[int, Key]:
    """The legend entries with the colours of a chart that stand nearest to it, by colour.

    Those that stand in a row or column with most of the others are taken first: a square in front
    of a heading may have the colour of a legend's.
    """
    chosen: dict[int, tuple[int, float, Key]] = {}
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    for key in keys:
        fill = key.swatch.fill
        if fill is None or fill not in fills:
            continue
        x, y = middle_of(key.swatch)
        distance = hypot(x - middle[0], y - middle[1])
        company = {each.swatch.fill for each in keys if _in_row(each.swatch, key.swatch)}
        rank = (-len(company & fills), distance)
        if fill not in chosen or rank < chosen[fill][:2]:
            chosen[fill] = (*rank, key)
    if 2 * len(chosen) < len(fills):
        return {}  # of another chart, or no legend
    best = min((rank for rank, _, _ in chosen.values()), default=0)
    return {
        fill: key
        for fill, (rank, _, key) in chosen.items()
        if rank == best or rank < -1  # one that stands alone beside a legend is none of its keys
    }


def _in_row(one: Area, other: Area) -> bool:
    """Whether two swatches stand below or beside each other."""
    return abs(one.x0 - other.x0) < 1 or abs(one.top - other.top) < 1
