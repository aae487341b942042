"""The drawn edges of a page: rules, and the sides of backgrounds and frames."""

from typing import NamedTuple

from ckt_extract.reading.page import Area, Page, Rule

__all__ = ["Edge", "by_level", "edges_of", "length_of", "overlap_of"]

_THIN = 3.0
"""An area thinner than this is a rule: the bounds of a stroked line include its width."""
_SNAP = 2.5
"""Edges this near to each other are one: a rule and the background beside it."""
_SAME = 4.0
"""Edges this near to each other part the same rows or columns: a double rule."""
_MOST_EDGES = 3000
"""A drawing (a map, a pattern) with more edges than this is no table."""


class Edge(NamedTuple):
    """A line of a grid: horizontal at height `at` from left to right, or vertical at `at`."""

    at: float
    start: float
    end: float
    drawn: bool
    """A rule, not just the side of a background."""


def edges_of(page: Page) -> tuple[list[Edge], list[Edge]]:
    """Horizontal and vertical edges: rules, and the sides of backgrounds and frames.

    Pieces of one line (each cell draws its own border) are put together. The page's own
    background and round shapes have no edges.
    """
    if len(page.rules) + len(page.areas) > _MOST_EDGES:
        return [], []
    across: list[Edge] = []
    down: list[Edge] = []
    boxes: list[tuple[Rule | Area, bool]] = [(rule, True) for rule in page.rules]
    for area in page.areas:
        width, height = area.x1 - area.x0, area.bottom - area.top
        if min(width, height) < _THIN:
            boxes.append((area, True))
        elif not area.curved and not (width > 0.9 * page.width and height > 0.5 * page.height):
            drawn = area.fill is None
            across += [Edge(y, area.x0, area.x1, drawn) for y in (area.top, area.bottom)]
            down += [Edge(x, area.top, area.bottom, drawn) for x in (area.x0, area.x1)]
    for (x0, top, x1, bottom, *_), drawn in boxes:
        if x1 - x0 > bottom - top:
            across.append(Edge((top + bottom) / 2, x0, x1, drawn))
        else:
            down.append(Edge((x0 + x1) / 2, top, bottom, drawn))
    return _joined(across), _joined(down)


def _joined(edges: list[Edge]) -> list[Edge]:
    """Edges on one line, put together where they touch."""
    edges.sort()
    levels: list[list[Edge]] = []
    for edge in edges:
        if levels and edge.at - levels[-1][0].at <= _SNAP:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    joined: list[Edge] = []
    for level in levels:
        at = sum(edge.at for edge in level) / len(level)
        for drawn in (True, False):
            last: Edge | None = None
            for edge in sorted((e for e in level if e.drawn is drawn), key=lambda e: e.start):
                if last and edge.start - last.end <= _SNAP:
                    last = Edge(at, last.start, max(last.end, edge.end), drawn)
                else:
                    if last:
                        joined.append(last)
                    last = Edge(at, edge.start, edge.end, drawn)
            if last:
                joined.append(last)
    return joined


def by_level(edges: list[Edge]) -> list[tuple[float, list[Edge]]]:
    """Edges grouped by the line they lie on."""
    levels: list[tuple[float, list[Edge]]] = []
    for edge in sorted(edges):
        if levels and edge.at - levels[-1][0] <= _SAME:
            levels[-1][1].append(edge)
        else:
            levels.append((edge.at, [edge]))
    return levels


def length_of(edges: list[Edge]) -> float:
    """Length that edges on one line cover together."""
    return overlap_of(edges, float("-inf"), float("inf"))


def overlap_of(edges: list[Edge], start: float, end: float) -> float:
    """How much of an interval the edges cover."""
    total, reached = 0.0, start
    for edge in sorted(edges, key=lambda e: e.start):
        a, b = max(edge.start, reached), min(edge.end, end)
        if b > a:
            total += b - a
            reached = b
    return total
