"""Legends: which colour of a chart stands for what."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import hypot

from ckt_extract.layout.callouts import is_number
from ckt_extract.layout.chart import middle_of
from ckt_extract.layout.lines import Line
from ckt_extract.layout.shapes import Bars, Pie
from ckt_extract.reading.page import Area

__all__ = ["Key", "legend_of", "near_keys"]


@dataclass(slots=True)
class Key:
    """An entry of a legend."""

    swatch: Area
    lines: list[Line]
    value: Line | None
    """A value that stands in its row."""


def legend_of(lines: Sequence[Line], swatches: Sequence[Area]) -> list[Key]:
    """The legend entries: the text right of a swatch, and a value in the same row."""
    keys: list[Key] = []
    for swatch in swatches:
        height = swatch.bottom - swatch.top
        row = [
            line
            for line in lines
            if swatch.top - height < middle_of(line)[1] < swatch.bottom + height
            and abs(middle_of(line)[1] - (swatch.top + swatch.bottom) / 2) < 0.6 * line.size
            and line.x0 > swatch.x1 - 1
        ]
        row.sort(key=lambda line: line.x0)
        if not row or row[0].x0 - swatch.x1 > 2.5 * row[0].size:
            continue
        first = row[0]
        second = row[1] if len(row) > 1 and row[1].x0 - first.x1 < 12 * first.size else None
        if is_number(first.words) and second is not None and not is_number(second.words):
            keys.append(Key(swatch, _with_rest(second, lines, swatches), first))
        elif second is not None and is_number(second.words):
            keys.append(Key(swatch, _with_rest(first, lines, swatches), second))
        else:
            keys.append(Key(swatch, _with_rest(first, lines, swatches), None))
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
                and swatch.top - 2 < middle_of(line)[1] < swatch.bottom + 2
                for swatch in swatches
            )
        ):
            label.append(line)
    return label


def near_keys(
    keys: Sequence[Key], fills: AbstractSet[int | None], box: Pie | Bars
) -> dict[int, Key]:
    """The legend entries with the colours of a chart that stand nearest to it, by colour."""
    chosen: dict[int, tuple[float, Key]] = {}
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    for key in keys:
        fill = key.swatch.fill
        if fill is None or fill not in fills:
            continue
        x, y = middle_of(key.swatch)
        distance = hypot(x - middle[0], y - middle[1])
        if fill not in chosen or distance < chosen[fill][0]:
            chosen[fill] = (distance, key)
    return {fill: key for fill, (_, key) in chosen.items()}
