"""Bars: each value with its bar, and with the labels of that bar."""

from collections.abc import Iterable, Sequence

from ckt_extract.layout.bar_labels import (
    behind_values,
    categories,
    foot_of,
    groups_below,
    inside_of,
    left_of,
    right_of,
    row_heads,
    years_beside,
)
from ckt_extract.layout.bar_rows import values_in_place
from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, Others, chart_of, middle_of, number_in
from ckt_extract.layout.legend import Key, near_keys
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.shapes import Bars
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["bar_chart", "stacked_row"]

_NEXT = 2.0
"""Labels stand at most so many times their size above or below a bar."""
_PITCH = 1.6
"""Lines of a label follow each other within so many times their size."""
_LEADER = 4.0
"""Labels at the end of leader lines stand at most so many times their size from a bar."""
_EQUAL = 2.0
"""Pills around numbers have the same room, in points."""
_EVEN = 0.04
"""Numbers of a scale differ by no more than this share of it from even steps."""
_BEYOND = 12.0
"""Values of horizontal bars may stand in a column of their own, this many times further away."""


def bar_chart(group: Bars, lines: Sequence[Line], legend: Sequence[Key]) -> Chart | None:
    """Bars with their values, or None when none are printed."""
    if any(_lines_in(bar, lines) > 2 for bar in group.bars):
        return None  # the background of text
    values = _values_of(group, lines)
    if len(values) < 2 or 2 * len(values) < len(group.bars) or _are_pills(group.bars, lines):
        return None
    used = {id(line) for line in values.values()}
    if group.stacked:
        return _stacked(group, values, lines, legend, used)
    fills = {bar.fill for bar in group.bars}
    keys = near_keys(legend, fills, group) if len(fills) > 1 else {}
    if len(keys) < len(fills):
        keys = {}  # the legend of another chart
    used |= {id(line) for key in keys.values() for line in key.lines}
    own_years: dict[Area, list[Line]] = {}
    if not group.vertical:
        own_years = years_beside(group, [line for line in lines if id(line) not in used])
    labels = categories(group, lines, used)
    inner: dict[Area, list[Line]] = {}
    if own_years:
        taken = {id(line) for year in own_years.values() for line in year}
        names = categories(group, lines, used | taken)
        groups = {id(name[0]) for name in names.values()}
        if len(names) == len(group.bars) > len(groups):
            inner, labels = names, own_years
    elif group.vertical and all(is_year(label) for label in labels.values()):
        free = [line for line in lines if id(line) not in used]
        inner = inside_of(group, free) or groups_below(group, labels, free)
    counts: dict[int, int] = {}
    for label in labels.values():
        counts[id(label[0])] = counts.get(id(label[0]), 0) + 1
    entries: list[Entry] = []
    others: list[Others] = []
    shared: dict[int, list[Line]] = {}
    for bar, value in values.items():
        label = labels.get(bar, [])
        key = keys.get(bar.fill or 0) if len(keys) > 1 else None
        context: list[str] = []
        if words := inner.get(bar, []):
            shared[id(words[0])] = words
            context.append(" ".join(line.text for line in words))
        if label and counts[id(label[0])] > 1:
            shared[id(label[0])] = label
            context.append(" ".join(line.text for line in label))
            label = []
        if key is not None:
            shared[id(key.lines[0])] = key.lines
            context.append(" ".join(line.text for line in key.lines))
        entries.append(Entry(pieces_of(value, lines), label, context))
    others.extend((part, "label") for part in shared.values())
    parts = [line for entry in entries for line in [*entry.label, *entry.value]]
    parts += [line for part in shared.values() for line in part]
    others.extend(
        ([line], "axis") for line in _axis(group, lines, {id(part) for part in parts} | used)
    )
    if 2 * sum(bool(entry.label or entry.context) for entry in entries) < len(entries):
        return None
    return chart_of(group, entries, others)


def stacked_row(
    group: Bars, lines: Sequence[Line], legend: Sequence[Key], rows: Sequence[Bars]
) -> Chart | None:
    """One of several stacked bars below each other, which share a legend, with its own label.

    Args:
        group: The bar.
        lines: Lines that belong to no other chart yet.
        legend: The legend entries, which may have been taken by a bar above.
        rows: All of the bars, this one among them.
    """
    values = _values_of(group, lines)
    keys = near_keys(legend, {bar.fill for bar in group.bars}, rows[0])
    if len(values) < 2 or 2 * len(values) < len(group.bars) or not keys:
        return bar_chart(group, lines, legend)
    used = {id(line) for line in values.values()}
    used |= {id(line) for key in keys.values() for line in key.lines}
    hull = Area(group.x0, group.top, group.x1, group.bottom, None, curved=False)
    free_lines = [line for line in lines if id(line) not in used]
    if group.vertical:
        label = foot_of(hull, free_lines)
    else:
        left = rows[rows.index(group) :]  # the words of those before are taken
        heads_of_rows = row_heads(left, free_lines)
        label = heads_of_rows[0] if heads_of_rows else left_of(hull, free_lines)
    heads = [" ".join(line.text for line in label)] if label else []
    entries: list[Entry] = []
    others: list[Others] = [(label, "label")] if label else []
    free = {id(line) for line in lines}
    for bar, value in values.items():
        key = keys.get(bar.fill or 0)
        context = list(heads)
        if key is not None:
            context.append(" ".join(line.text for line in key.lines))
        entries.append(Entry(pieces_of(value, lines), [], context))
    for key in keys.values():
        if fresh := [line for line in key.lines if id(line) in free]:
            others.append((fresh, "label"))
    return chart_of(group, entries, others)


def _values_of(group: Bars, lines: Sequence[Line]) -> dict[Area, Line]:
    """The bars that have a value, with it."""
    if not group.vertical and not group.stacked and (found := values_in_place(group, lines)):
        return found
    values: dict[Area, Line] = {}
    for bar in group.bars:
        value = _value_of(bar, group, lines, {id(line) for line in values.values()})
        if value is not None:
            values[bar] = value
    return values


def _are_pills(bars: Sequence[Area], lines: Sequence[Line]) -> bool:
    """Whether shapes are just so much wider than the different numbers in them."""
    widths: list[float] = []
    rooms: list[float] = []
    for bar in bars:
        inside = [
            line
            for line in lines
            if bar.x0 < line.x0 and line.x1 < bar.x1 and bar.top < middle_of(line)[1] < bar.bottom
        ]
        if not inside:
            return False
        widths.append(max(line.x1 for line in inside) - min(line.x0 for line in inside))
        rooms.append(bar.x1 - bar.x0 - widths[-1])
    return max(rooms) - min(rooms) < _EQUAL <= max(widths) - min(widths)


def _lines_in(bar: Area, lines: Sequence[Line]) -> int:
    """Number of lines in a bar: a value and a label at most."""
    count = 0
    for line in lines:
        x, y = middle_of(line)
        if bar.x0 < x < bar.x1 and bar.top < y < bar.bottom:
            count += 1
    return count


def _value_of(bar: Area, group: Bars, lines: Sequence[Line], taken: set[int]) -> Line | None:
    """The value printed in a bar or at its end."""
    best: tuple[float, Line] | None = None
    for line in lines:
        if id(line) in taken or not is_number(line.words):
            continue
        x, y = middle_of(line)
        if group.stacked and group.vertical:
            if not (bar.x0 < x < bar.x1 and bar.top <= y <= bar.bottom):
                continue
            distance = 0.0
        elif group.stacked:
            if not bar.x0 - 2 <= x <= bar.x1 + 2:
                continue
            distance = 0.0 if bar.top <= y <= bar.bottom else _away(group, line)
        elif group.vertical:
            if not bar.x0 - 4 <= x <= bar.x1 + 4:
                continue
            distance = 0.0 if bar.top <= y <= bar.bottom else bar.top - line.baseline
        else:
            if not bar.top - 3 <= y <= bar.bottom + 3:
                continue
            distance = 0.0 if bar.x0 <= x <= bar.x1 else line.x0 - bar.x1
            distance = distance / _BEYOND if distance > 0 else distance
        if -2 <= distance < 2 * line.size + 4 and (best is None or distance < best[0]):
            best = (distance, line)
    return best[1] if best else None


def _stacked(
    group: Bars,
    values: dict[Area, Line],
    lines: Sequence[Line],
    legend: Sequence[Key],
    used: set[int],
) -> Chart | None:
    """A bar of several parts: their labels stand in a legend, or right above or below them."""
    keys = near_keys(legend, {bar.fill for bar in group.bars}, group)
    labels: dict[Area, list[Line]] = {}
    if own := behind_values(values, lines):
        labels = own
    elif keys:
        labels = {bar: keys[bar.fill].lines for bar in values if bar.fill in keys}
    elif group.vertical:
        free = [line for line in lines if id(line) not in used]
        labels = {bar: label for bar in values if (label := right_of(bar, bar.x1, free))}
        if len(labels) < len(values):
            return None
    else:
        labels = _labels_along(group, values, [line for line in lines if id(line) not in used])
    entries = [Entry(pieces_of(value, lines), labels.get(bar, [])) for bar, value in values.items()]
    if not labels:
        return None
    return chart_of(group, entries)


def _labels_along(
    group: Bars, values: dict[Area, Line], lines: Sequence[Line]
) -> dict[Area, list[Line]]:
    """The labels above or below the parts of a bar: all on one side, if there are as many.

    Beside values that stand above or below the bar themselves there are no labels of its parts.
    """
    words = [line for line in lines if not is_number(line.words)]
    outside = [value for value in values.values() if _away(group, value) > 0]
    sides = [
        [line for line in words if (line.baseline > group.bottom) is below]
        for below in (True, False)
        if not any((value.baseline > group.bottom) is below for value in outside)
    ]
    for reach in (_NEXT, _LEADER):  # further away at the end of leader lines
        for side in sides:
            near = [line for line in side if -2 < _away(group, line) < reach * line.size]
            found = _along(group, values, near)
            if len(found) == len(values) and (not outside or _on_one_line(found.values())):
                if _on_one_line(found.values()):
                    _add_rest(found.values(), words)
                return found
    near = [line for line in words if -2 < _away(group, line) < _NEXT * line.size]
    return {} if outside else _along(group, values, near)


def _add_rest(labels: Iterable[list[Line]], lines: Sequence[Line]) -> None:
    """Add the lines that go on right below each label, at one of its edges or centred."""
    used = {id(line) for label in labels for line in label}
    for label in labels:
        for line in lines:
            last = label[-1]
            apart = min(
                abs(line.x0 - last.x0),
                abs(line.x1 - last.x1),
                abs(middle_of(line)[0] - middle_of(last)[0]),
            )
            if (
                id(line) not in used
                and 0.5 * line.size < line.baseline - last.baseline < _PITCH * line.size
                and (line.size, line.bold) == (last.size, last.bold)
                and apart < 1
            ):
                label.append(line)
                used.add(id(line))


def _on_one_line(labels: Iterable[Sequence[Line]]) -> bool:
    """Whether labels have one baseline."""
    heights = [label[0].baseline for label in labels]
    return max(heights) - min(heights) < 1


def _along(group: Bars, values: dict[Area, Line], near: Sequence[Line]) -> dict[Area, list[Line]]:
    """The lines above or below the parts of a stacked bar, each with the part it is nearest to."""
    labels: dict[Area, list[Line]] = {}
    taken: set[int] = set()
    pairs = sorted(
        (abs(middle_of(line)[0] - middle_of(bar)[0]), at, to)
        for at, bar in enumerate(group.bars)
        for to, line in enumerate(near)
        if line.x0 < bar.x1 + 2 and line.x1 > bar.x0 - 2
    )
    for _, at, to in pairs:
        bar = group.bars[at]
        if bar in values and bar not in labels and to not in taken:
            taken.add(to)
            labels[bar] = [near[to]]
    return labels


def _away(group: Bars, line: Line) -> float:
    """How far a line stands above or below bars."""
    return max(line.baseline - 0.7 * line.size - group.bottom, group.top - line.baseline)


def _axis(group: Bars, lines: Sequence[Line], used: set[int]) -> list[Line]:
    """The numbers along the axis of values."""
    axis: list[Line] = []
    for line in lines:
        if id(line) in used or not is_number(line.words):
            continue
        x, y = middle_of(line)
        if group.vertical:
            near = 0 <= group.x0 - line.x1 < 60 and group.top - 60 < y < group.bottom + 6
        else:
            near = 0 <= y - group.bottom < 30 and group.x0 - 12 < x < group.x1 + 60
        if near:
            axis.append(line)
    if len(axis) < 2 or not _is_scale(axis, vertical=group.vertical):
        return []
    last = axis[-1]
    axis.extend(  # the scale may be longer than the longest bar
        line
        for line in lines
        if not group.vertical
        and id(line) not in used
        and not any(line is other for other in axis)
        and line.baseline == last.baseline
        and line.size == last.size
        and is_number(line.words)
        and line.x0 - last.x1 < group.x1 - group.x0
    )
    return axis


def _is_scale(axis: Sequence[Line], *, vertical: bool) -> bool:
    """Whether numbers grow as evenly as their places do."""
    points = sorted(
        (middle_of(line)[1] if vertical else middle_of(line)[0], number_in(line)) for line in axis
    )
    (first, least), (last, most) = points[0], points[-1]
    if last - first < 1 or least == most:
        return False
    step = (most - least) / (last - first)
    return all(
        abs(least + step * (place - first) - number) < _EVEN * abs(most - least)
        for place, number in points
    )
