"""Charts drawn as vectors: each value with the label of its bar or sector."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, hypot, pi
from typing import Literal

from ckt_extract.layout.callouts import is_number
from ckt_extract.layout.lines import Line
from ckt_extract.layout.shapes import Bars, Pie, bars_of, pies_of, swatches_of
from ckt_extract.reading.page import Area

__all__ = ["Chart", "Entry", "charts_of"]


@dataclass(slots=True)
class Entry:
    """One value of a chart."""

    value: list[Line]
    label: list[Line]
    """Lines of the label that this value alone has."""
    context: list[str] = field(default_factory=list)
    """Labels that it shares with other values: its group of bars, its series."""


@dataclass(slots=True)
class Chart:
    """A chart with its values."""

    kind: Literal["pie", "bars"]
    x0: float
    top: float
    x1: float
    bottom: float
    entries: list[Entry]
    others: list[tuple[list[Line], str]] = field(default_factory=list)
    """Lines of the chart that are no value's own, each with the reason: label, axis."""

    def lines(self) -> list[Line]:
        """All its lines."""
        lines = [line for entry in self.entries for line in [*entry.label, *entry.value]]
        return [*lines, *(line for group, _ in self.others for line in group)]


def charts_of(lines: Sequence[Line], areas: Sequence[Area]) -> list[Chart]:
    """The charts of a page whose values are printed."""
    if len(areas) < 2:
        return []
    pies, bars = pies_of(areas), bars_of(areas)
    if not pies and not bars:
        return []
    legend = _legend(lines, swatches_of(areas))
    taken: set[int] = set()
    charts: list[Chart] = []
    for pie in pies:
        chart = _pie(pie, lines, legend, taken)
        if chart is not None:
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    for group in bars:
        chart = _bars(group, lines, legend, taken)
        if chart is not None:
            charts.append(chart)
            taken.update(id(line) for line in chart.lines())
    return charts


def _middle(box: Line | Area) -> tuple[float, float]:
    if isinstance(box, Line):
        return (box.x0 + box.x1) / 2, box.baseline - 0.35 * box.size
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


# --- legends --------------------------------------------------------------------------------


@dataclass(slots=True)
class _Key:
    """An entry of a legend."""

    swatch: Area
    lines: list[Line]
    value: Line | None
    """A value that stands in its row."""


def _legend(lines: Sequence[Line], swatches: Sequence[Area]) -> list[_Key]:
    """The legend entries: the text right of a swatch, and a value in the same row."""
    keys: list[_Key] = []
    for swatch in swatches:
        height = swatch.bottom - swatch.top
        row = [
            line
            for line in lines
            if swatch.top - height < _middle(line)[1] < swatch.bottom + height
            and abs(_middle(line)[1] - (swatch.top + swatch.bottom) / 2) < 0.6 * line.size
            and line.x0 > swatch.x1 - 1
        ]
        row.sort(key=lambda line: line.x0)
        if not row or row[0].x0 - swatch.x1 > 2.5 * row[0].size:
            continue
        first = row[0]
        second = row[1] if len(row) > 1 and row[1].x0 - first.x1 < 12 * first.size else None
        if is_number(first) and second is not None and not is_number(second):
            keys.append(_Key(swatch, _with_rest(second, lines, swatches), first))
        elif second is not None and is_number(second):
            keys.append(_Key(swatch, _with_rest(first, lines, swatches), second))
        else:
            keys.append(_Key(swatch, _with_rest(first, lines, swatches), None))
    return keys


def _with_rest(first: Line, lines: Sequence[Line], swatches: Sequence[Area]) -> list[Line]:
    """A label with the lines below it that go on at the same x, up to the next swatch."""
    label = [first]
    for line in lines:
        last = label[-1]
        if (
            0.5 * line.size < line.baseline - last.baseline < 1.5 * line.size
            and abs(line.x0 - last.x0) < 1
            and abs(line.size - last.size) < 0.1
            and not any(
                swatch.x1 <= line.x0 < swatch.x1 + 3 * line.size
                and swatch.top - 2 < _middle(line)[1] < swatch.bottom + 2
                for swatch in swatches
            )
        ):
            label.append(line)
    return label


def _near_keys(keys: Sequence[_Key], fills: set[int | None], box: Pie | Bars) -> dict[int, _Key]:
    """The legend entries with the colours of a chart that stand nearest to it, by colour."""
    chosen: dict[int, tuple[float, _Key]] = {}
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    for key in keys:
        fill = key.swatch.fill
        if fill is None or fill not in fills:
            continue
        x, y = _middle(key.swatch)
        distance = hypot(x - middle[0], y - middle[1])
        if fill not in chosen or distance < chosen[fill][0]:
            chosen[fill] = (distance, key)
    return {fill: key for fill, (_, key) in chosen.items()}


# --- pies -----------------------------------------------------------------------------------


def _pie(pie: Pie, lines: Sequence[Line], legend: list[_Key], taken: set[int]) -> Chart | None:
    keys = _near_keys(legend, {sector.fill for sector in pie.sectors}, pie)
    entries: list[Entry] = []
    for sector in pie.sectors:
        key = keys.get(sector.fill or 0)
        if key is not None and key.value is not None:
            entries.append(Entry([key.value], key.lines))
        elif key is not None and any(char.isdigit() for char in key.lines[0].text):
            entries.append(Entry(key.lines, []))
    used = {id(line) for entry in entries for line in [*entry.label, *entry.value]}
    values = _around_pie(pie, lines, taken | used)
    if not entries:
        for sector, value in _sectors_of(pie, values):
            key = keys.get(sector.fill or 0)
            label = key.lines if key is not None else _label_of(value, lines, taken | used)
            used.update(id(line) for line in [value, *label])
            entries.append(Entry([value], label))
    if len(entries) < 2:
        return None
    others: list[tuple[list[Line], str]] = []
    parts = [line for entry in entries for line in [*entry.label, *entry.value]]
    return _chart("pie", pie, entries, others, parts)


def _around_pie(pie: Pie, lines: Sequence[Line], taken: set[int]) -> list[Line]:
    """The values on the sectors of a pie and close around it."""
    margin = 0.35 * (pie.x1 - pie.x0)
    x, y = (pie.x0 + pie.x1) / 2, (pie.top + pie.bottom) / 2
    values: list[Line] = []
    for line in lines:
        if id(line) in taken or not is_number(line):
            continue
        at = _middle(line)
        distance = hypot(at[0] - x, at[1] - y)
        hole = distance < 0.2 * (pie.x1 - pie.x0) / 2
        if not hole and distance < (pie.x1 - pie.x0) / 2 + margin:
            values.append(line)
    return values


def _sectors_of(pie: Pie, values: Sequence[Line]) -> list[tuple[Area, Line]]:
    """Each value with its sector.

    Sectors are drawn clockwise from the top, as a rule: then the values themselves tell where
    each sector ends. Otherwise the smallest shape that a value lies in is its sector.
    """
    x, y = (pie.x0 + pie.x1) / 2, (pie.top + pie.bottom) / 2

    def turn(line: Line) -> float:
        at = _middle(line)
        return (atan2(at[0] - x, y - at[1]) / (2 * pi)) % 1.0

    ordered = sorted(values, key=turn)
    numbers = [_number(line) for line in ordered]
    total = sum(numbers)
    if len(ordered) == len(pie.sectors) and total > 0:
        for sectors in (pie.sectors, pie.sectors[::-1]):
            end = 0.0
            fits = True
            for line, number in zip(ordered, numbers, strict=True):
                start, end = end, end + number / total
                fits = fits and start - 0.02 <= turn(line) <= end + 0.02
            if fits and _boxes_fit(sectors, numbers, total, pie):
                return list(zip(sectors, ordered, strict=True))
    pairs: list[tuple[float, int, int]] = []
    for to, sector in enumerate(pie.sectors):
        for at, line in enumerate(values):
            pairs.append((_outside(sector, _middle(line)), to, at))
    pairs.sort()
    found: dict[int, int] = {}
    for _, to, at in pairs:
        if to not in found and at not in found.values():
            found[to] = at
    return [(pie.sectors[to], values[at]) for to, at in sorted(found.items())]


def _boxes_fit(
    sectors: Sequence[Area], numbers: Sequence[float], total: float, pie: Pie
) -> bool:
    """Whether larger values have larger shapes, for sectors below a quarter."""
    sizes = [
        (number, (area.x1 - area.x0) * (area.bottom - area.top))
        for area, number in zip(sectors, numbers, strict=True)
        if number < total / 4
    ]
    sizes.sort()
    full = (pie.x1 - pie.x0) * (pie.bottom - pie.top)
    return all(one[1] < other[1] + 0.1 * full for one, other in pairwise(sizes))


def _number(line: Line) -> float:
    digits = "".join(char for char in line.text.replace(",", ".") if char.isdigit() or char == ".")
    try:
        return float(digits.strip("."))
    except ValueError:
        return 0.0


def _outside(area: Area, at: tuple[float, float]) -> float:
    """How far a point lies outside a shape; inside, how large the shape is, as less than 0."""
    dx = max(area.x0 - at[0], at[0] - area.x1, 0.0)
    dy = max(area.top - at[1], at[1] - area.bottom, 0.0)
    if dx or dy:
        return hypot(dx, dy)
    return -1 / (1 + (area.x1 - area.x0) * (area.bottom - area.top))


def _label_of(value: Line, lines: Sequence[Line], taken: set[int]) -> list[Line]:
    """The words right above, below or beside a value."""
    x, y = _middle(value)
    best: tuple[float, Line] | None = None
    for line in lines:
        if id(line) in taken or line is value or is_number(line):
            continue
        dy = abs(_middle(line)[1] - y)
        dx = max(line.x0 - value.x1, value.x0 - line.x1, 0.0)
        aligned = min(abs(_middle(line)[0] - x), abs(line.x0 - value.x0), abs(line.x1 - value.x1))
        beside = dy < 0.5 * line.size and dx < 1.5 * line.size
        stacked = dy < 1.8 * max(line.size, value.size) and aligned < 1.5 * line.size
        if beside or stacked:
            score = dx + dy + 0.3 * aligned
            if best is None or score < best[0]:
                best = (score, line)
    return [best[1]] if best else []


# --- bars -----------------------------------------------------------------------------------


def _bars(group: Bars, lines: Sequence[Line], legend: list[_Key], taken: set[int]) -> Chart | None:
    values: dict[Area, Line] = {}
    for bar in group.bars:
        value = _value_of(bar, group, lines, taken | {id(line) for line in values.values()})
        if value is not None:
            values[bar] = value
    if len(values) < 2 or 2 * len(values) < len(group.bars):
        return None
    used = taken | {id(line) for line in values.values()}
    if group.stacked:
        return _stacked(group, values, lines, legend, used)
    fills = {bar.fill for bar in group.bars}
    keys = _near_keys(legend, fills, group) if len(fills) > 1 else {}
    used |= {id(line) for key in keys.values() for line in key.lines}
    labels = _categories(group, lines, used)
    counts: dict[int, int] = {}
    for label in labels.values():
        counts[id(label[0])] = counts.get(id(label[0]), 0) + 1
    entries: list[Entry] = []
    others: list[tuple[list[Line], str]] = []
    shared: dict[int, list[Line]] = {}
    for bar, value in values.items():
        label = labels.get(bar, [])
        key = keys.get(bar.fill or 0) if len(keys) > 1 else None
        context: list[str] = []
        if label and counts[id(label[0])] > 1:
            shared[id(label[0])] = label
            context.append(" ".join(line.text for line in label))
            label = []
        if key is not None:
            shared[id(key.lines[0])] = key.lines
            context.append(" ".join(line.text for line in key.lines))
        entries.append(Entry([value], label, context))
    others.extend((part, "label") for part in shared.values())
    parts = [line for entry in entries for line in [*entry.label, *entry.value]]
    parts += [line for part in shared.values() for line in part]
    others.extend(([line], "axis") for line in _axis(group, lines, {id(part) for part in parts} | used))
    if not any(entry.label or entry.context for entry in entries):
        return None
    return _chart("bars", group, entries, others, parts)


def _value_of(bar: Area, group: Bars, lines: Sequence[Line], taken: set[int]) -> Line | None:
    """The value printed in a bar or at its end."""
    best: tuple[float, Line] | None = None
    for line in lines:
        if id(line) in taken or not is_number(line):
            continue
        x, y = _middle(line)
        if group.vertical:
            if not bar.x0 - 4 <= x <= bar.x1 + 4:
                continue
            distance = 0.0 if bar.top <= y <= bar.bottom else bar.top - line.baseline
        else:
            if not bar.top - 3 <= y <= bar.bottom + 3:
                continue
            distance = 0.0 if bar.x0 <= x <= bar.x1 else line.x0 - bar.x1
        if group.stacked and distance:
            continue
        if -2 <= distance < 2 * line.size + 4 and (best is None or distance < best[0]):
            best = (distance, line)
    return best[1] if best else None


def _stacked(
    group: Bars,
    values: dict[Area, Line],
    lines: Sequence[Line],
    legend: list[_Key],
    used: set[int],
) -> Chart | None:
    """A bar of several parts: their labels stand in a legend, or right above or below them."""
    keys = _near_keys(legend, {bar.fill for bar in group.bars}, group)
    entries: list[Entry] = []
    for bar, value in values.items():
        key = keys.get(bar.fill or 0)
        label: list[Line] = key.lines if key is not None else []
        if key is None:
            near = [
                (max(line.baseline - 0.7 * line.size - bar.bottom, bar.top - line.baseline), line)
                for line in lines
                if id(line) not in used
                and not is_number(line)
                and abs(_middle(line)[0] - _middle(bar)[0])
                < max(4.0, (bar.x1 - bar.x0) / 2, (line.x1 - line.x0) / 4)
            ]
            near = [each for each in near if -2 < each[0] < 2 * each[1].size]
            if near:
                label = [min(near, key=lambda each: each[0])[1]]
        used |= {id(line) for line in label}
        entries.append(Entry([value], label))
    if not any(entry.label for entry in entries):
        return None
    parts = [line for entry in entries for line in [*entry.label, *entry.value]]
    return _chart("bars", group, entries, [], parts)


def _categories(group: Bars, lines: Sequence[Line], used: set[int]) -> dict[Area, list[Line]]:
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
            middle = _middle(bar)[0]
            head = min(heads, key=lambda line: abs(_middle(line)[0] - middle))
            nearest = min(abs(_middle(head)[0] - _middle(each)[0]) for each in group.bars)
            reach = max(nearest * 2.2, 0.6 * (bar.x1 - bar.x0)) + 1
            if abs(_middle(head)[0] - middle) <= reach:
                labels[bar] = [head] + [
                    line
                    for line in below
                    if line not in heads
                    and line.x0 < head.x1
                    and line.x1 > head.x0
                    and line.baseline - head.baseline < 2.6 * line.size
                ]
        return labels
    for bar in group.bars:
        middle = _middle(bar)[1]
        left = [
            line
            for line in lines
            if id(line) not in used
            and line.x1 <= bar.x0 + 1
            and bar.x0 - line.x1 < 8 * line.size
            and bar.top - line.size < _middle(line)[1] < bar.bottom + line.size
        ]
        beside = [line for line in left if abs(_middle(line)[1] - middle) < (bar.bottom - bar.top)]
        if beside:
            labels[bar] = sorted(beside, key=lambda line: (round(line.baseline), line.x0))
            continue
        above = [
            line
            for line in lines
            if id(line) not in used
            and abs(line.x0 - bar.x0) < 3
            and -1 < bar.top - line.baseline < 1.2 * line.size
        ]
        if above:
            labels[bar] = above[-1:]
    return labels


def _axis(group: Bars, lines: Sequence[Line], used: set[int]) -> list[Line]:
    """The numbers along the axis of values."""
    axis: list[Line] = []
    for line in lines:
        if id(line) in used or not is_number(line):
            continue
        x, y = _middle(line)
        if group.vertical:
            near = 0 <= group.x0 - line.x1 < 60 and group.top - 60 < y < group.bottom + 6
        else:
            near = 0 <= y - group.bottom < 30 and group.x0 - 12 < x < group.x1 + 60
        if near:
            axis.append(line)
    return axis if len(axis) > 1 else []


def _chart(
    kind: Literal["pie", "bars"],
    box: Pie | Bars,
    entries: list[Entry],
    others: list[tuple[list[Line], str]],
    parts: Sequence[Line],
) -> Chart:
    extra = [line for group, _ in others for line in group]
    everything = [*parts, *extra]
    return Chart(
        kind,
        min(box.x0, *(line.x0 for line in everything)),
        min(box.top, *(line.baseline - 0.7 * line.size for line in everything)),
        max(box.x1, *(line.x1 for line in everything)),
        max(box.bottom, *(line.baseline for line in everything)),
        entries,
        others,
    )
