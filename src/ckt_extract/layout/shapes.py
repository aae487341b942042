"""Drawn charts, by their shapes alone: sectors around a centre, bars on a line, swatches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ckt_extract.reading.page import Area

__all__ = ["Bars", "Pie", "bars_of", "pies_of", "swatches_of"]

_SMALLEST = 40.0
"""A pie of a smaller diameter is an icon."""
_SWATCH = (3.0, 18.0)
_WHITE = 0xF0F0F0


@dataclass(slots=True)
class Pie:
    """A pie or donut: sectors in the order in which they are drawn."""

    x0: float
    top: float
    x1: float
    bottom: float
    sectors: list[Area]


@dataclass(slots=True)
class Bars:
    """Bars that start on one line, or that are stacked end to end."""

    x0: float
    top: float
    x1: float
    bottom: float
    bars: list[Area]
    vertical: bool
    stacked: bool = False


def pies_of(areas: Sequence[Area]) -> list[Pie]:
    """Curved shapes in several colours that together are as wide as high."""
    clusters: list[list[Area]] = []
    for area in areas:
        if not area.curved or area.fill is None or min(_width(area), _height(area)) < 3:
            continue
        for cluster in clusters:
            if any(_touch(area, other) for other in cluster):
                cluster.append(area)
                break
        else:
            clusters.append([area])
    pies: list[Pie] = []
    for cluster in clusters:
        sectors = [area for area in cluster if not _is_white(area)]
        if len({area.fill for area in sectors}) < 2:
            continue
        x0, top, x1, bottom = _hull(sectors)
        if x1 - x0 >= _SMALLEST and 0.8 < (x1 - x0) / (bottom - top) < 1.25:
            pies.append(Pie(x0, top, x1, bottom, sectors))
    return pies


def bars_of(areas: Sequence[Area]) -> list[Bars]:
    """Rectangles with one edge in line and a common thickness, but of different lengths."""
    plain = [
        area
        for area in dict.fromkeys(areas)
        if area.fill is not None and max(_width(area), _height(area)) > 6
    ]
    found = [
        *_stacked(plain),
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


def _in_line(areas: Iterable[Area], *, vertical: bool) -> list[Bars]:
    """Bars that stand on one line (or hang on one, to its right)."""
    groups: dict[tuple[int, int], list[Area]] = {}
    for area in areas:
        edge, thickness = (area.bottom, _width(area)) if vertical else (area.x0, _height(area))
        if thickness > 2:
            groups.setdefault((round(edge), round(thickness)), []).append(area)
    found: list[Bars] = []
    for group in groups.values():
        bars = _without_tracks(group, vertical=vertical)
        lengths = [_height(area) if vertical else _width(area) for area in bars]
        if len(bars) > 1 and max(lengths) - min(lengths) >= 2:
            bars.sort(key=lambda area: area.x0 if vertical else area.top)
            if not _overlap(bars, vertical=vertical):
                found.append(Bars(*_hull(bars), bars, vertical))
    return found


def _without_tracks(group: list[Area], *, vertical: bool) -> list[Area]:
    """Bars without the grey tracks behind them, which are all as long as the longest bar."""
    lengths = [_height(area) if vertical else _width(area) for area in group]
    longest = max(lengths)
    tracks = {area for area, size in zip(group, lengths, strict=True) if longest - size < 1}
    if len(tracks) > 1 and 2 * len(tracks) >= len(group) > 2 and len({a.fill for a in tracks}) == 1:
        return [area for area in group if area not in tracks]
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
        if _height(area) < 0.5 * _width(area) or _height(area) < 60:
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
            if len(run) > 1 and len({each.fill for each in run}) == len(run):
                found.append(Bars(*_hull(run), run, vertical=False, stacked=True))
    return found


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


def _is_white(area: Area) -> bool:
    return area.fill is None or (area.fill & _WHITE) == _WHITE


def _width(area: Area) -> float:
    return area.x1 - area.x0


def _height(area: Area) -> float:
    return area.bottom - area.top


def _touch(one: Area, other: Area) -> bool:
    return (
        one.x0 < other.x1 + 1
        and other.x0 < one.x1 + 1
        and one.top < other.bottom + 1
        and other.top < one.bottom + 1
    )


def _hull(areas: Sequence[Area]) -> tuple[float, float, float, float]:
    return (
        min(area.x0 for area in areas),
        min(area.top for area in areas),
        max(area.x1 for area in areas),
        max(area.bottom for area in areas),
    )
