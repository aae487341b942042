"""Drawn charts, by their shapes alone: sectors around a centre, bars on a line, swatches."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

from msgspec import Struct

from ckt_extract.reading.page import Area

__all__ = ["Bars", "Pie", "bars_of", "pies_of", "swatches_of"]

_SMALLEST = 40.0
"""A pie of a smaller diameter is an icon."""
_SWATCH = (3.0, 18.0)
_LARGEST = 330.0
_APART = (6.0, 70.0)
"""Bars stand no further apart than so many times their thickness, or so many points."""
_WIDEST_COLUMN = 120.0
_PILE = 3
"""A column of fewer parts is one only beside others in the same colours."""
_CARD = 60.0
"""Shapes side by side that are as high, in points, and as wide as each other are no bar."""
_MOST = 400
"""A page with more shapes is a drawing, not a chart."""


class Pie(Struct):
    """A pie or donut: sectors in the order in which they are drawn."""

    x0: float
    top: float
    x1: float
    bottom: float
    sectors: list[Area]


class Bars(Struct):
    """Bars that start on one line, or that are stacked end to end."""

    x0: float
    top: float
    x1: float
    bottom: float
    bars: list[Area]
    vertical: bool
    stacked: bool = False


def pies_of(areas: Sequence[Area]) -> list[Pie]:
    """Overlapping shapes in several colours that together are as wide as high."""
    shapes = [
        area
        for area in dict.fromkeys(areas)
        if area.fill is not None and min(_sides(area)) > 3 and max(_sides(area)) < _LARGEST
    ]
    if len(shapes) > _MOST:
        return []
    pies = [pie for cluster in _clusters(shapes) for pie in _pies_in(cluster)]
    pies.sort(key=lambda pie: (pie.top, pie.x0))
    return pies


def _pies_in(cluster: list[Area]) -> list[Pie]:
    """The pies among shapes that overlap; a panel behind them is put aside."""
    pie = _pie_of(cluster)
    if pie is not None:
        return [pie]
    if len(cluster) < 3:
        return []
    largest = max(cluster, key=lambda area: _width(area) * _height(area))
    rest = [area for area in cluster if area is not largest]
    return [pie for part in _clusters(rest) for pie in _pies_in(part)]


def _pie_of(cluster: Sequence[Area]) -> Pie | None:
    """The shapes as a pie, when each reaches the same circle around one centre."""
    x0, top, x1, bottom = _hull(cluster)
    radius, x, y = (x1 - x0) / 2, (x0 + x1) / 2, (top + bottom) / 2
    if x1 - x0 < _SMALLEST or not 0.9 < (x1 - x0) / (bottom - top) < 1.11:
        return None
    sectors: list[Area] = []
    for area in cluster:
        if abs(area.x0 + area.x1 - 2 * x) < 4 and abs(area.top + area.bottom - 2 * y) < 4:
            if _width(area) < 1.9 * radius:
                continue  # the hole of a donut
            if area.curved and area is not cluster[0]:
                continue  # a ring around it
        reach = max(
            hypot(corner_x - x, corner_y - y)
            for corner_x in (area.x0, area.x1)
            for corner_y in (area.top, area.bottom)
        )
        if reach < 0.9 * radius:
            return None
        sectors.append(area)
    if len(sectors) < 2 or len({area.fill for area in sectors}) < 2:
        return None
    return Pie(x0, top, x1, bottom, sectors)


def _clusters(shapes: Sequence[Area]) -> list[list[Area]]:
    """Shapes that overlap, each cluster in the order in which they are drawn."""
    order = sorted(range(len(shapes)), key=lambda at: shapes[at].x0)
    group = list(range(len(shapes)))

    def root(at: int) -> int:
        while group[at] != at:
            at = group[at]
        return at

    active: list[int] = []
    for at in order:
        active = [other for other in active if shapes[other].x1 > shapes[at].x0 - 1]
        for other in active:
            if _touch(shapes[at], shapes[other]):
                group[root(at)] = root(other)
        active.append(at)
    clusters: dict[int, list[Area]] = {}
    for at, shape in enumerate(shapes):
        clusters.setdefault(root(at), []).append(shape)
    return [cluster for cluster in clusters.values() if len(cluster) > 1]


def bars_of(areas: Sequence[Area]) -> list[Bars]:
    """Rectangles with one edge in line and a common thickness, but of different lengths."""
    plain = [
        area
        for area in dict.fromkeys(areas)
        if area.fill is not None and max(_width(area), _height(area)) > 6
    ]
    plain = _without_cells(plain)
    found = [
        *_stacked(plain),
        *_piled(plain),
        *_in_line(plain, vertical=True),
        *_in_line(plain, vertical=False),
    ]
    kept: list[Bars] = []
    taken: set[Area] = set()
    for bars in sorted(found, key=lambda each: -len(each.bars)):
        if not taken.intersection(bars.bars):
            taken.update(bars.bars)
            kept.append(bars)
    kept.sort(key=lambda each: (each.top, each.x0))
    return kept


def _without_cells(areas: Sequence[Area]) -> list[Area]:
    """The shapes without backgrounds of cells: as high as another beside them, in one colour."""
    rows: dict[tuple[int | None, int, int], list[Area]] = {}
    for area in areas:
        rows.setdefault((area.fill, round(area.top), round(area.bottom)), []).append(area)
    cells: set[Area] = set()
    for row in rows.values():
        row.sort(key=lambda area: area.x0)
        for left, right in pairwise(row):
            if abs(right.x0 - left.x1) < 0.5:
                cells.update((left, right))
    return [area for area in areas if area not in cells]


def _in_line(areas: Iterable[Area], *, vertical: bool) -> list[Bars]:
    """Bars that stand on one line (or hang on one, to its right)."""
    edges: list[tuple[float, float, Area]] = []
    for area in areas:
        edge, thickness = (area.bottom, _width(area)) if vertical else (area.x0, _height(area))
        if thickness > 2:
            edges.append((edge, thickness, area))
    found: list[Bars] = []
    for group in _alike(edges):
        for bars in _near(_without_tracks(group, vertical=vertical), vertical=vertical):
            lengths = [_height(area) if vertical else _width(area) for area in bars]
            if (
                len(bars) > 1
                and max(lengths) - min(lengths) >= 2
                and not _overlap(bars, vertical=vertical)
            ):
                found.append(Bars(*_hull(bars), bars, vertical))
    return found


def _alike(edges: list[tuple[float, float, Area]]) -> list[list[Area]]:
    """Shapes with an edge in line that are as thick as each other, to a point."""
    edges.sort(key=lambda each: each[:2])
    lines: list[list[tuple[float, float, Area]]] = []
    for each in edges:
        if lines and each[0] - lines[-1][0][0] < 1:
            lines[-1].append(each)
        else:
            lines.append([each])
    groups: list[list[Area]] = []
    for line in lines:
        line.sort(key=lambda each: each[1])
        start = 0
        for at in range(1, len(line) + 1):
            if at == len(line) or line[at][1] - line[start][1] >= 1:
                groups.append([area for _, _, area in line[start:at]])
                start = at
    return groups


def _near(group: list[Area], *, vertical: bool) -> list[list[Area]]:
    """Bars in order, parted where the next one stands far away."""
    group.sort(key=lambda area: area.x0 if vertical else area.top)
    runs: list[list[Area]] = []
    for area in group:
        last = runs[-1][-1] if runs else area
        gap = area.x0 - last.x1 if vertical else area.top - last.bottom
        thick = _width(area) if vertical else _height(area)
        if runs and gap <= max(_APART[0] * thick, _APART[1]):
            runs[-1].append(area)
        else:
            runs.append([area])
    return runs


def _without_tracks(group: list[Area], *, vertical: bool) -> list[Area]:
    """Bars without the tracks behind them, all in one colour and as long as the longest bar."""
    longest = max(_height(area) if vertical else _width(area) for area in group)
    places: dict[int, list[Area]] = {}
    for area in group:
        places.setdefault(round(area.x0 if vertical else area.top), []).append(area)
    tracks = [
        place[0]  # drawn first
        for place in places.values()
        if longest - (_height(place[0]) if vertical else _width(place[0])) < 1
    ]
    over = [place for place in places.values() if len(place) > 1]
    if len(over) > 1 and len(tracks) == len(places) and len({each.fill for each in tracks}) == 1:
        return [area for place in over for area in place[1:]]
    return group


def _overlap(group: Sequence[Area], *, vertical: bool) -> bool:
    """Whether bars cover each other."""
    before = group[0]
    for area in group[1:]:
        if vertical and area.x0 < before.x1 - 1:
            return True
        if not vertical and area.top < before.bottom - 1:
            return True
        before = area
    return False


def _stacked(areas: Iterable[Area]) -> list[Bars]:
    """Bars of several colours end to end."""
    rows: dict[tuple[int, int], list[Area]] = {}
    for area in areas:
        if _height(area) > 2:
            rows.setdefault((round(area.top), round(area.bottom)), []).append(area)
    found: list[Bars] = []
    for row in rows.values():
        row.sort(key=lambda area: area.x0)
        runs = [[row[0]]]
        for area in row[1:]:
            if abs(area.x0 - runs[-1][-1].x1) < 1.5:
                runs[-1].append(area)
            else:
                runs.append([area])
        for run in runs:
            bars = Bars(*_hull(run), run, vertical=False, stacked=True)
            widths = [_width(each) for each in run]
            long = bars.x1 - bars.x0 > 2 * (bars.bottom - bars.top)
            cards = bars.bottom - bars.top >= _CARD and max(widths) - min(widths) < 1
            if len(run) > 1 and long and not cards and len({e.fill for e in run}) == len(run):
                found.append(bars)
    return found


def _piled(areas: Iterable[Area]) -> list[Bars]:
    """Bars of several colours on top of each other: three, or two beside others in the same."""
    columns: dict[tuple[int, int], list[Area]] = {}
    for area in areas:
        if _width(area) < _WIDEST_COLUMN:
            columns.setdefault((round(area.x0), round(area.x1)), []).append(area)
    found: list[Bars] = []
    for column in columns.values():
        column.sort(key=lambda area: area.top)
        runs = [[column[0]]]
        for area in column[1:]:
            if abs(area.top - runs[-1][-1].bottom) < 1.5:
                runs[-1].append(area)
            else:
                runs.append([area])
        for run in runs:
            if len(run) > 1 and len({each.fill for each in run}) == len(run):
                found.append(Bars(*_hull(run), run, vertical=True, stacked=True))
    return [
        bars
        for bars in found
        if len(bars.bars) >= _PILE
        or any(
            other is not bars
            and abs(other.bottom - bars.bottom) < 1
            and {bar.fill for bar in other.bars} == {bar.fill for bar in bars.bars}
            for other in found
        )
    ]


def swatches_of(areas: Sequence[Area]) -> list[Area]:
    """Small squares and dots that show a colour in a legend."""
    least, most = _SWATCH
    return [
        area
        for area in areas
        if area.fill is not None
        and least <= _width(area) <= 2 * most
        and least <= _height(area) <= most
    ]


def _width(area: Area) -> float:
    return area.x1 - area.x0


def _height(area: Area) -> float:
    return area.bottom - area.top


def _sides(area: Area) -> tuple[float, float]:
    return _width(area), _height(area)


def _touch(one: Area, other: Area) -> bool:
    """Whether two shapes overlap, or touch when both are curved (the sectors of a thin ring)."""
    slack = 1.0 if one.curved and other.curved else -1.0
    return (
        one.x0 < other.x1 + slack
        and other.x0 < one.x1 + slack
        and one.top < other.bottom + slack
        and other.top < one.bottom + slack
    )


def _hull(areas: Sequence[Area]) -> tuple[float, float, float, float]:
    return (
        min(area.x0 for area in areas),
        min(area.top for area in areas),
        max(area.x1 for area in areas),
        max(area.bottom for area in areas),
    )
