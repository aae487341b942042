"""Pies and donuts: each value with its sector, and with the label of that sector."""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, hypot, pi

from ckt_extract.layout.callouts import pieces_of
from ckt_extract.layout.chart import Chart, Entry, chart_of, middle_of, number_in
from ckt_extract.layout.legend import Key, near_keys
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.shapes import Pie
from ckt_extract.reading.page import Area

__all__ = ["pie_chart"]


def pie_chart(pie: Pie, lines: Sequence[Line], legend: Sequence[Key]) -> Chart | None:
    """A pie with its values, or None when none are printed."""
    keys = near_keys(legend, {sector.fill for sector in pie.sectors}, pie)
    entries: list[Entry] = []
    for sector in pie.sectors:
        key = keys.get(sector.fill or 0)
        if key is not None and key.value:
            entries.append(Entry(key.value, key.lines))
        elif key is not None and any(char.isdigit() for char in key.lines[0].text):
            entries.append(Entry(key.lines, []))
    used = {id(line) for entry in entries for line in [*entry.label, *entry.value]}
    inner, values = _around_pie(pie, lines, used)
    if not entries:
        used.update(id(line) for line in [*inner, *values])
        found: list[tuple[Area | None, Line]] = [(None, value) for value in values]
        if keys:
            found = list(_sectors_of(pie, values))
        for shape, value in found:
            pieces = pieces_of(value, lines)
            used.update(id(line) for line in pieces)
            found_key = keys.get(shape.fill or 0) if shape is not None else None
            label: list[Line] = []
            if found_key is not None:
                label = found_key.lines
            elif not _has_label(value):
                label = _label_of(value, lines, used)
            used.update(id(line) for line in label)
            entries.append(Entry(pieces, label))
    if len(entries) < 2 or not any(entry.label or _has_label(entry.value[0]) for entry in entries):
        return None
    entries.extend(_repeated(inner, entries))
    return chart_of(pie, entries)


def _has_label(value: Line) -> bool:
    """Whether a value has its label in the same line: `7% elsewhere`."""
    return any(not is_number([word]) and word.text.isalpha() for word in value.words)


def _repeated(inner: Sequence[Line], entries: Sequence[Entry]) -> list[Entry]:
    """The numbers in the hole of a donut that repeat one of its values."""
    found: list[Entry] = []
    for line in inner:
        for entry in entries:
            if _digits(entry.value) == _digits([line]) and entry.label:
                found.append(Entry([line], [], [" ".join(each.text for each in entry.label)]))
                break
    return found


def _digits(value: Sequence[Line]) -> str:
    return "".join(char for line in value for char in line.text if char.isdigit() or char in ".,")


def _around_pie(pie: Pie, lines: Sequence[Line], taken: set[int]) -> tuple[list[Line], list[Line]]:
    """The numbers in the hole of a pie, and those on its sectors and close around it."""
    radius = (pie.x1 - pie.x0) / 2
    x, y = (pie.x0 + pie.x1) / 2, (pie.top + pie.bottom) / 2
    inner: list[Line] = []
    values: list[tuple[float, int, Line]] = []
    for line in lines:
        if id(line) in taken or not is_number(line.words):
            continue
        at = middle_of(line)
        nearest_x = min(max(x, line.x0), line.x1)
        if hypot(at[0] - x, at[1] - y) < 0.2 * radius:
            inner.append(line)
        elif (distance := hypot(nearest_x - x, at[1] - y)) < 2.1 * radius:
            values.append((distance, len(values), line))
    values.sort()
    nearest = values[: len(pie.sectors)]
    return inner, [line for _, _, line in sorted(nearest, key=lambda each: each[1])]


def _sectors_of(pie: Pie, values: Sequence[Line]) -> list[tuple[Area, Line]]:
    """Each value with its sector.

    Sectors are drawn clockwise from the top, as a rule: then the values themselves tell where
    each sector ends. Otherwise the smallest shape that a value lies in is its sector.
    """
    x, y = (pie.x0 + pie.x1) / 2, (pie.top + pie.bottom) / 2

    def turn(line: Line) -> float:
        at = middle_of(line)
        return (atan2(at[0] - x, y - at[1]) / (2 * pi)) % 1.0

    ordered = sorted(values, key=turn)
    numbers = [number_in(line) for line in ordered]
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
            pairs.append((_outside(sector, middle_of(line)), to, at))
    pairs.sort()
    found: dict[int, int] = {}
    for _, to, at in pairs:
        if to not in found and at not in found.values():
            found[to] = at
    return [(pie.sectors[to], values[at]) for to, at in sorted(found.items())]


def _boxes_fit(sectors: Sequence[Area], numbers: Sequence[float], total: float, pie: Pie) -> bool:
    """Whether larger values have larger shapes, for sectors below a quarter."""
    sizes = [
        (number, (area.x1 - area.x0) * (area.bottom - area.top))
        for area, number in zip(sectors, numbers, strict=True)
        if number < total / 4
    ]
    sizes.sort()
    full = (pie.x1 - pie.x0) * (pie.bottom - pie.top)
    return all(one[1] < other[1] + 0.1 * full for one, other in pairwise(sizes))


def _outside(area: Area, at: tuple[float, float]) -> float:
    """How far a point lies outside a shape; inside, how large the shape is, as less than 0."""
    dx = max(area.x0 - at[0], at[0] - area.x1, 0.0)
    dy = max(area.top - at[1], at[1] - area.bottom, 0.0)
    if dx or dy:
        return hypot(dx, dy)
    return -1 / (1 + (area.x1 - area.x0) * (area.bottom - area.top))


def _is_label(line: Line) -> bool:
    return not is_number(line.words) and any(char.isalpha() for char in line.text)


def _label_of(value: Line, lines: Sequence[Line], taken: set[int]) -> list[Line]:
    """The words right above, below or beside a value."""
    x, y = middle_of(value)
    best: tuple[float, Line] | None = None
    for line in lines:
        if id(line) in taken or line is value or not _is_label(line):
            continue
        dy = abs(middle_of(line)[1] - y)
        dx = max(line.x0 - value.x1, value.x0 - line.x1, 0.0)
        aligned = min(abs(middle_of(line)[0] - x), abs(line.x0 - value.x0), abs(line.x1 - value.x1))
        beside = dy < 0.5 * line.size and dx < 1.5 * line.size
        stacked = dy < 1.8 * max(line.size, value.size) and aligned < 1.5 * line.size
        if beside or stacked:
            score = dx + dy + 0.3 * aligned
            if best is None or score < best[0]:
                best = (score, line)
    if best is None:
        return []
    label = [best[1]]
    for line in lines:
        last = label[-1]
        if (
            id(line) not in taken
            and 0.5 * line.size < line.baseline - last.baseline < 1.4 * line.size
            and abs(line.size - last.size) < 0.1
            and line.x0 < last.x1
            and line.x1 > last.x0
            and _is_label(line)
            and best[1].baseline > value.baseline
        ):
            label.append(line)
    return label
