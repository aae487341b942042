"""Reading order: whatever stands on a page is cut into columns by the white space around it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from ckt_extract.layout.lines import Line

__all__ = ["Item", "columns_of"]

GUTTER = 6.0
"""Narrowest white space, in points, that can part two columns (lines are parted by it before)."""


class Item(Protocol):
    """Anything with a place: a line, a picture, a table, a box with its own content."""

    x0: float
    top: float
    x1: float
    bottom: float


Span = tuple[float, float]
Slab = tuple[float, float, list[Item]]


def columns_of(items: Sequence[Item]) -> list[list[Item]]:
    """The items as columns in reading order, each from top to bottom."""
    columns: list[list[Item]] = []
    _cut(list(items), columns, 0)
    return columns


def _height(item: Item) -> tuple[float, float]:
    """Top and bottom; of a line the part between x-height and baseline, so that lines part."""
    if isinstance(item, Line):
        return item.baseline - 0.6 * item.size, item.baseline
    return item.top, item.bottom


def _cut(items: list[Item], columns: list[list[Item]], depth: int) -> None:
    if len(items) == 1 or depth > 8:
        columns.append(items)
        return
    for group, gutters in _groups(_slabs(items)):
        if not gutters:
            columns.append(group)
            continue
        for part in _parts(group, gutters):
            if len(part) == len(group):
                columns.append(part)
            else:
                _cut(part, columns, depth + 1)


def _slabs(items: list[Item]) -> list[Slab]:
    """Horizontal slices with white space between them: top, bottom, items from left to right."""
    ordered = sorted(((*_height(item), item) for item in items), key=lambda each: each[:2])
    slabs: list[Slab] = []
    for top, bottom, item in ordered:
        if slabs and top < slabs[-1][1]:
            start, end, inside = slabs[-1]
            inside.append(item)
            slabs[-1] = (start, max(end, bottom), inside)
        else:
            slabs.append((top, bottom, [item]))
    return slabs


def _spans(items: list[Item]) -> list[Span]:
    """The parts of the x-axis that items cover."""
    if len(items) == 1:
        return [(items[0].x0, items[0].x1)]
    return _merged(sorted((item.x0, item.x1) for item in items))


def _merged(spans: list[Span]) -> list[Span]:
    """Sorted spans, joined where less than a gutter parts them."""
    merged = [spans[0]]
    for x0, x1 in spans[1:]:
        last = merged[-1]
        if x0 - last[1] < GUTTER:
            if x1 > last[1]:
                merged[-1] = (last[0], x1)
        else:
            merged.append((x0, x1))
    return merged


class _Group:
    """Slabs below each other that keep at least one gutter open, or that all have none."""

    __slots__ = ("slabs", "spans")

    def __init__(self) -> None:
        self.slabs: list[Slab] = []
        self.spans: list[Span] = []

    def add(self, slab: Slab, spans: list[Span]) -> None:
        """Add a slab; `spans` are those of the group with it."""
        self.slabs.append(slab)
        self.spans = spans

    def finish(self) -> tuple[list[Item], list[float]]:
        """The items, and the x in the middle of each gutter."""
        items = [item for _, _, inside in self.slabs for item in inside]
        spans = self.spans
        gutters = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
        return items, gutters


def _groups(
    slabs: list[Slab],
) -> list[tuple[list[Item], list[float]]]:
    """Slabs grouped by the gutters that run through them."""
    groups: list[_Group] = []
    for slab in slabs:
        spans = _spans(slab[2])
        group = groups[-1] if groups else None
        if group is None:
            groups.append(_new(slab, spans))
            continue
        union = _merged(sorted(group.spans + spans))
        if len(group.spans) == 1 and len(spans) == 1:
            group.add(slab, [(union[0][0], union[-1][1])])
        elif len(group.spans) > 1 and len(union) > 1 and _agree(union, group.spans, spans):
            group.add(slab, union)
        elif len(group.spans) == 1:
            new = _new(slab, spans)
            _pull(group, new)
            if not group.slabs:
                groups.pop()
            groups.append(new)
        else:
            new = _peel(group, slab, spans)
            groups.append(new)
    return [group.finish() for group in groups]


def _new(slab: Slab, spans: list[Span]) -> _Group:
    group = _Group()
    group.add(slab, spans)
    return group


def _agree(union: list[Span], ours: list[Span], theirs: list[Span]) -> bool:
    """Whether a slab with gutters of its own has those of the group."""
    return len(theirs) == 1 or len(union) >= max(len(ours), len(theirs))


def _pull(above: _Group, below: _Group) -> None:
    """Move slabs that stand in the right columns only to the columns that start below them."""
    first, top, union = below.spans[0][1], below.slabs[0][0], below.spans
    keep = len(above.slabs)
    for index in range(keep - 1, -1, -1):
        start, bottom, items = above.slabs[index]
        spans = _spans(items)
        joined = _merged(sorted(union + spans))
        if len(joined) < len(union) or top - bottom > 3 * (bottom - start):
            break
        union, top = joined, start
        if spans[0][0] > first:
            keep = index
    for slab in reversed(above.slabs[keep:]):
        below.slabs.insert(0, slab)
        below.spans = _merged(sorted(below.spans + _spans(slab[2])))
    del above.slabs[keep:]


def _peel(group: _Group, slab: Slab, spans: list[Span]) -> _Group:
    """A new group for a slab that spans the columns, with what belongs to it from above.

    The last slabs of the columns may be a short heading of the text below: they stand in the
    left column only and nearer to the new slab than to the columns.
    """
    first = group.spans[0][1]
    start = len(group.slabs)
    while start > 1 and all(item.x1 <= first for item in group.slabs[start - 1][2]):
        start -= 1
    cut, widest = len(group.slabs), 1.5 * max(slab[0] - group.slabs[-1][1], 1.0)
    for index in range(start, len(group.slabs)):
        gap = group.slabs[index][0] - group.slabs[index - 1][1]
        if gap > widest:
            cut, widest = index, gap
    new = _Group()
    for moved in group.slabs[cut:]:
        new.add(moved, _spans(moved[2]))
    del group.slabs[cut:]
    everything = [span for _, _, items in [*new.slabs, slab] for span in _spans(items)]
    union = _merged(sorted(everything))
    if len(spans) == 1:
        union = [(union[0][0], union[-1][1])]
    new.add(slab, union)
    return new


def _parts(items: list[Item], gutters: list[float]) -> list[list[Item]]:
    """Items between the gutters, from left to right."""
    parts: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    for item in items:
        middle = (item.x0 + item.x1) / 2
        parts[sum(1 for gutter in gutters if gutter < middle)].append(item)
    return [part for part in parts if part]
