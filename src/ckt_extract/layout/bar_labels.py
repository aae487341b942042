"""The labels of bars: below, beside, above or in them."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ckt_extract.layout.bar_rows import labels_at_start, labels_in_column
from ckt_extract.layout.chart import middle_of
from ckt_extract.layout.lines import Line, line_of
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.shapes import Bars
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area, Word

__all__ = [
    "behind_values", "categories", "foot_of", "groups_below", "inside_of", "left_of",
    "part_labels", "right_of",
    "row_heads", "years_beside",
]  # fmt: skip

_ALIGNED = 1.5
"""Words start, or end, at one edge when their edges differ by no more points."""
_APART = 0.45
"""Labels beside each other are so many times their size apart, at least."""
_FOOT = 3.5
"""Labels below columns are at most so many times their size away."""
_MIDDLE = 0.15
"""They stand in the middle below a column, but for this share of its room."""
_FAR = 120.0
"""Words stand at most so many points beside stacked bars."""
_LARGE_LABEL = 0.8
"""Numbers larger than so many times the height of a bar are no label of it."""


def categories(group: Bars, lines: Sequence[Line], used: set[int]) -> dict[Area, list[Line]]:
    """The label of each bar: below vertical bars, left of or above horizontal ones."""
    labels: dict[Area, list[Line]] = {}
    if group.vertical:
        below = [
            line
            for line in lines
            if id(line) not in used
            and -1 < line.baseline - 0.7 * line.size - group.bottom < 3.5 * line.size
            and line.x1 > group.x0 - 20
            and line.x0 < group.x1 + 20
        ]
        if not below:
            return labels
        first = min(line.baseline for line in below)
        heads = [line for line in below if line.baseline - first < 0.5 * line.size]
        for bar in group.bars:
            middle = middle_of(bar)[0]
            head = min(heads, key=lambda line: abs(middle_of(line)[0] - middle))
            nearest = min(abs(middle_of(head)[0] - middle_of(each)[0]) for each in group.bars)
            reach = max(nearest * 2.2, 0.6 * (bar.x1 - bar.x0)) + 1
            if abs(middle_of(head)[0] - middle) <= reach:
                labels[bar] = _with_rest(head, below, group)
        return labels
    parts = _parts_of(group)
    rows: dict[Area, list[Line]] = {bar: [] for bar in parts}
    for line in lines:
        if id(line) not in used:
            y = middle_of(line)[1]
            rows[_nearest(parts, y)].append(line)
    if len(parts) < len(group.bars):
        free = [line for line in lines if id(line) not in used]
        whole = replace(group, bars=parts)
        found = labels_at_start(whole, free) or labels_in_column(whole, free)
        for part in parts:
            beside = found.get(part) or left_of(part, rows[part])
            for bar in group.bars:
                if beside and part.top - 1 < bar.top and bar.bottom < part.bottom + 1:
                    labels[bar] = beside
        return labels
    free = [line for line in lines if id(line) not in used]
    inside = inside_of(group, free)
    if len(inside) == len(group.bars):
        return inside
    if over := labels_at_start(group, free):
        return over
    column = labels_in_column(group, free)
    for bar in group.bars:
        beside = left_of(bar, rows[bar]) or column.get(bar) or _over(bar, free)
        if beside:
            labels[bar] = beside
    if len(labels) < len(group.bars):
        right = {bar: label for bar in group.bars if (label := right_of(bar, group.x1, free))}
        if len(right) == len(group.bars) and len({label[0].x0 for label in right.values()}) == 1:
            return right
    return labels


def inside_of(group: Bars, lines: Sequence[Line]) -> dict[Area, list[Line]]:
    """The words that start in each bar: a horizontal bar may be shorter than its label."""
    labels: dict[Area, list[Line]] = {}
    for bar in group.bars:
        inside = [
            line
            for line in lines
            if bar.top < middle_of(line)[1] < bar.bottom
            and bar.x0 < line.x0
            and (middle_of(line)[0] if group.vertical else line.x0) < bar.x1
            and (line.x1 < bar.x1 + 1 or not group.vertical)
            and not is_number(line.words)
        ]
        if inside and (group.vertical or inside[0].x0 - bar.x0 < 2 * inside[0].size):
            labels[bar] = inside
    return labels


def right_of(bar: Area, edge: float, lines: Sequence[Line]) -> list[Line]:
    """The label behind a bar, at its height and not far behind an edge."""
    return [
        line
        for line in lines
        if -1 < line.x0 - edge < 3 * line.size
        and bar.top < middle_of(line)[1] < bar.bottom
        and not is_number(line.words)
    ]


def _over(bar: Area, lines: Sequence[Line]) -> list[Line]:
    """The label right above a horizontal bar, at its start."""
    above = [
        line
        for line in lines
        if abs(line.x0 - bar.x0) < 3 and -1 < bar.top - line.baseline < 1.2 * line.size
    ]
    return above[-1:]


def _parts_of(group: Bars) -> list[Area]:
    """Horizontal bars in groups with a wider gap between them, or the bars when there are none.

    Each group has one bar in each colour.
    """
    size = len({bar.fill for bar in group.bars})
    if size < 2 or size == len(group.bars) or len(group.bars) % size:
        return group.bars
    chunks = [group.bars[at : at + size] for at in range(0, len(group.bars), size)]
    inner = max(low.top - up.bottom for chunk in chunks for up, low in pairwise(chunk))
    outer = min(low[0].top - up[-1].bottom for up, low in pairwise(chunks))
    if outer < 1.5 * inner or any(len({bar.fill for bar in each}) < size for each in chunks):
        return group.bars
    return [
        Area(group.x0, each[0].top, group.x1, each[-1].bottom, None, curved=False)
        for each in chunks
    ]


def _nearest(bars: Sequence[Area], y: float) -> Area:
    """The bar at about this height."""
    return min(bars, key=lambda bar: abs(middle_of(bar)[1] - y))


def left_of(bar: Area, lines: Sequence[Line]) -> list[Line]:
    """The label left of a horizontal bar: the nearest lines, in one size."""
    middle = middle_of(bar)[1]
    left = [
        line
        for line in lines
        if line.x1 <= bar.x0 + 1
        and abs(middle_of(line)[1] - middle) < bar.bottom - bar.top
        and not (line.size > _LARGE_LABEL * (bar.bottom - bar.top) and is_number(line.words))
    ]
    left.sort(key=lambda line: -line.x1)
    label: list[Line] = []
    for line in left:
        start = label[-1].x0 if label else bar.x0
        reach = (1.5 if label else 8) * line.size
        if label and abs(line.size - label[0].size) > 0.1 * line.size:
            continue
        if line.x1 > start or start - line.x1 < reach:
            label.append(line)
    label.sort(key=lambda line: (round(line.baseline), line.x0))
    return label


def foot_of(bar: Area, lines: Sequence[Line]) -> list[Line]:
    """The label right below a column."""
    middle = middle_of(bar)[0]
    return [
        line
        for line in lines
        if -1 < line.baseline - 0.7 * line.size - bar.bottom < 2 * line.size
        and abs(middle_of(line)[0] - middle) < 0.3 * (bar.x1 - bar.x0)
    ][:1]


def behind_values(values: dict[Area, Line], lines: Sequence[Line]) -> dict[Area, list[Line]]:
    """The words right behind the value of each bar, in the bar; empty when one has none."""
    labels: dict[Area, list[Line]] = {}
    for bar, value in values.items():
        words = [
            line
            for line in lines
            if abs(line.baseline - value.baseline) < 0.2 * value.size
            and -1 < line.x0 - value.x1 < value.size
            and line.x1 < bar.x1 + 1
            and bar.top < middle_of(line)[1] < bar.bottom
            and not is_number(line.words)
        ]
        if len(words) != 1:
            return {}
        labels[bar] = words
    return labels


def groups_below(
    group: Bars, labels: dict[Area, list[Line]], lines: Sequence[Line]
) -> dict[Area, list[Line]]:
    """The words in the middle below each group of columns, under their own labels.

    A group begins where the first label comes again; empty when one group has no words.
    """
    parts: list[list[Area]] = []
    for bar in group.bars:
        if bar not in labels:
            return {}
        text = labels[bar][0].text
        if not parts or text == labels[parts[0][0]][0].text:
            parts.append([bar])
        else:
            parts[-1].append(bar)
    if len(parts) < 2 or len({len(part) for part in parts}) > 1 or len(parts[0]) < 2:
        return {}
    found: dict[Area, list[Line]] = {}
    for part in parts:
        foot = labels[part[0]][0]
        middle = (part[0].x0 + part[-1].x1) / 2
        words = [
            line
            for line in lines
            if 0.5 * line.size < line.baseline - foot.baseline < 3 * line.size
            and abs(middle_of(line)[0] - middle) < line.size
            and not is_number(line.words)
        ]
        if not words:
            return {}
        found.update((bar, words[:1]) for bar in part)
    return found


def part_labels(lines: Sequence[Line], groups: Sequence[Bars]) -> list[Line]:
    """Lines, with the labels of columns that stand close beside each other apart."""
    columns = [group for group in groups if group.vertical and not group.stacked]
    parted: list[Line] = []
    for line in lines:
        parts = [line]
        if len(line.words) > 1:
            for group in columns:
                if -1 < line.baseline - 0.7 * line.size - group.bottom < _FOOT * line.size:
                    parts = _parts_below(line, group)
                    break
        parted.extend(parts)
    return parted


def _parts_below(line: Line, group: Bars) -> list[Line]:
    """The parts of a line that each stand in the middle below a column; else the line."""
    under = [bar for bar in group.bars if line.x0 < middle_of(bar)[0] < line.x1]
    if len(under) < 2:
        return [line]
    parts: dict[Area, list[Word]] = {}
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        nearest = min(under, key=lambda bar: abs(middle_of(bar)[0] - middle))
        parts.setdefault(nearest, []).append(word)
    room = (group.x1 - group.x0) / len(group.bars)
    rows = list(parts.values())
    if any(right[0].x0 - left[-1].x1 < _APART * line.size for left, right in pairwise(rows)):
        return [line]  # a space between words
    centred = all(
        abs((words[0].x0 + words[-1].x1) / 2 - middle_of(bar)[0]) < _MIDDLE * room
        for bar, words in parts.items()
    )
    return [line_of(words) for words in rows] if centred else [line]


def years_beside(group: Bars, lines: Sequence[Line]) -> dict[Area, list[Line]]:
    """The year left of each horizontal bar, all at one edge; empty when a bar has none."""
    found: dict[Area, list[Line]] = {}
    for bar in group.bars:
        years = [
            line
            for line in lines
            if is_year([line])
            and 0 < bar.x0 - line.x1 < 4 * line.size
            and bar.top < middle_of(line)[1] < bar.bottom
        ]
        if len(years) != 1:
            return {}
        found[bar] = years
    edges = [year[0].x1 for year in found.values()]
    return found if max(edges) - min(edges) < _ALIGNED else {}


def row_heads(rows: Sequence[Bars], lines: Sequence[Line]) -> list[list[Line]]:
    """The words at one edge left or right of each of several bars; years are looked for first."""
    end = max(row.x1 for row in rows)
    years = [line for line in lines if is_year([line])]
    for kind in (years, [line for line in lines if not is_number(line.words)]):
        for on_left in (True, False):
            heads = [_level_with(row, end, kind, on_left=on_left) for row in rows]
            if all(heads):
                edges = ([h[0].x0 for h in heads], [h[0].x1 for h in heads])
                if any(max(edge) - min(edge) < _ALIGNED for edge in edges):
                    return heads
    return []


def _level_with(row: Bars, end: float, lines: Sequence[Line], *, on_left: bool) -> list[Line]:
    """The line nearest to a bar at its height, left of it or right of where all bars end."""
    gaps = [
        (row.x0 - line.x1 if on_left else line.x0 - end, at)
        for at, line in enumerate(lines)
        if row.top < middle_of(line)[1] < row.bottom
    ]
    gap, at = min(((gap, at) for gap, at in gaps if gap > -1), default=(_FAR, -1))
    return [lines[at]] if gap < _FAR else []


def _with_rest(head: Line, below: Sequence[Line], group: Bars) -> list[Line]:
    """A label below a bar with its further lines: close, and no wider than a bar's room."""
    room = (group.x1 - group.x0) / max(len(group.bars) - 1, 1)
    label = [head]
    for line in below:
        last = label[-1]
        centred = abs(middle_of(line)[0] - middle_of(last)[0]) < 0.3 * room
        if (
            0.5 * line.size < line.baseline - last.baseline < 1.5 * line.size
            and abs(line.size - last.size) < 0.1 * last.size
            and centred
            and line.x1 - line.x0 < 1.2 * room
        ):
            label.append(line)
    return label
