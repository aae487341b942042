"""Reading order: what stands on a page is cut into columns by the white space around it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from ckt_extract.layout.block import Atom
from ckt_extract.layout.lines import Line
from ckt_extract.layout.pairs import paired_rows

__all__ = ["Item", "columns_of", "extent"]

GUTTER = 6.0
"""Narrowest white space, in points, that can part two columns (lines are parted by it before)."""
_CAPTION = 3.5
"""A caption stands at most so many times the size of the body text below its drawing."""
_DEEPEST = 8


class Item(Protocol):
    """Anything with a place: a line, a picture, a table, a box with its own content."""

    x0: float
    top: float
    x1: float
    bottom: float


Span = tuple[float, float]
Slab = tuple[float, float, list[Item]]
"""Top, bottom and items of a horizontal slice of the page."""


def columns_of(items: Sequence[Item], body: float) -> list[list[Item]]:
    """The items as columns in reading order, each from top to bottom.

    Args:
        items: What stands on the page or in a box.
        body: Size of the body text.
    """
    columns: list[list[Item]] = []
    _cut(list(items), body, columns, 0)
    return columns


def extent(item: Item) -> tuple[float, float]:
    """Top and bottom; of a line from x-height to baseline, so that close lines part."""
    if isinstance(item, Line):
        return item.baseline - 0.6 * item.size, item.baseline
    return item.top, item.bottom


def _cut(items: list[Item], body: float, columns: list[list[Item]], depth: int) -> None:
    if len(items) == 1 or depth > _DEEPEST:
        columns.append(items)
        return
    for group, gutters in _groups(_slabs(items), body):
        parts = _parts(group, gutters)
        if len(parts) == 2 and _cut_pairs(parts[0], parts[1], body, columns, depth):
            continue
        for part in parts:
            if len(parts) == 1:
                columns.append(part)
            else:
                _cut(part, body, columns, depth + 1)


def _cut_pairs(
    left: list[Item], right: list[Item], body: float, columns: list[list[Item]], depth: int
) -> bool:
    """Read labels and values of two columns row by row, and what is left below them after that."""
    end = min(max(extent(item)[1] for item in side) for side in (left, right)) + 1
    ends = [end, end]
    for at, side in enumerate((left, right)):  # a last label may have more lines beside it
        below = [item for item in side if extent(item)[1] > end]
        for item in below:
            if not isinstance(item, Line) or item.size > 1.12 * body:
                break
            ends[at] = extent(item)[1]
    upper = [
        [item for item in side if extent(item)[1] <= stop]
        for side, stop in zip((left, right), ends, strict=True)
    ]
    rows = paired_rows(upper[0], upper[1])
    if not rows:
        return False
    columns.append(list(rows))
    read = {id(item) for side in upper for item in side}
    rest = [item for item in [*left, *right] if id(item) not in read]
    if rest:
        _cut(rest, body, columns, depth + 1)
    return True


def _slabs(items: list[Item]) -> list[Slab]:
    """Horizontal slices with white space between them, in order."""
    ordered = sorted(((*extent(item), item) for item in items), key=lambda each: each[:2])
    slabs: list[Slab] = []
    for top, bottom, item in ordered:
        if slabs and top < slabs[-1][1]:
            start, end, inside = slabs[-1]
            inside.append(item)
            if bottom > end:
                slabs[-1] = (start, bottom, inside)
        else:
            slabs.append((top, bottom, [item]))
    for _, _, inside in slabs:
        if len(inside) > 1:
            inside.sort(key=lambda each: (round(extent(each)[1]), each.x0))
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
    """Slabs below each other that keep the same gutters open, or that have none."""

    __slots__ = ("closed", "slabs", "spans")

    def __init__(self, slab: Slab, spans: list[Span], *, closed: bool = False) -> None:
        self.slabs = [slab]
        self.spans = spans
        self.closed = closed
        """Nothing is added any more: a row of panels is read as a row."""


def _groups(slabs: list[Slab], body: float) -> list[tuple[list[Item], list[float]]]:
    """Items grouped by the gutters that run between them, and the x of those gutters."""
    groups: list[_Group] = []
    for slab in slabs:
        _add(groups, slab, body)
    if groups:
        groups.extend(_tail(groups[-1], body))
    return [_finish(group) for group in groups]


def _tail(group: _Group, body: float) -> list[_Group]:
    """What stands below columns that end together, as a group of its own.

    It stands in the left column only, and further below the columns than lines and paragraphs
    stand apart. The caption of a drawing in the left column is no such thing.
    """
    start = len(group.slabs)
    first = group.spans[0][1]
    while start > 1 and all(item.x1 <= first for item in group.slabs[start - 1][2]):
        start -= 1
    if len(group.spans) == 1 or start == len(group.slabs):
        return []
    gaps = [below[0] - above[1] for above, below in pairwise(group.slabs[:start])]
    if group.slabs[start][0] - group.slabs[start - 1][1] <= 1.5 * max([*gaps, 6.0]):
        return []
    rest = group.slabs[start:]
    above = [i for _, _, items in group.slabs[:start] for i in items if i.x1 <= first]
    last = max(above, key=lambda item: extent(item)[1], default=None)
    if isinstance(last, Atom) and rest[0][0] - last.bottom < _CAPTION * body:
        return []
    del group.slabs[start:]
    tail = _Group(rest[0], [(min(item.x0 for _, _, items in rest for item in items), first)])
    tail.slabs = rest
    return [tail]


def _add(groups: list[_Group], slab: Slab, body: float) -> None:
    """Add a slab to the last group, or begin another one with it."""
    spans = _spans(slab[2])
    group = groups[-1] if groups else None
    panels = len(spans) > 1 and all(isinstance(item, Atom) for item in slab[2])
    if group is None or group.closed or _is_title_row(group):
        groups.append(_Group(slab, spans, closed=panels))
    elif panels and len(group.spans) == 1:
        groups.append(_Group(slab, spans, closed=True))
    elif len(group.spans) == 1:
        if len(spans) == 1:
            x0, x1 = min(group.spans[0][0], spans[0][0]), max(group.spans[0][1], spans[0][1])
            group.slabs.append(slab)
            group.spans = [(x0, x1)]
        else:
            new = _Group(slab, spans)
            _pull(group, new)
            if not group.slabs:
                groups.pop()
            groups.append(new)
    else:
        union = _merged(sorted(group.spans + spans))
        if len(union) == 1:
            peeled = _peel(group, slab, body)
            groups.append(_Group(peeled[0], _spans(peeled[0][2])))
            for each in peeled[1:]:
                _add(groups, each, body)
        elif len(spans) > 1 and _starts_anew(group, body):
            heading = group.slabs.pop()
            groups.append(_Group(heading, _spans(heading[2])))
            _add(groups, slab, body)
        else:
            group.slabs.append(slab)
            group.spans = union


def _is_title_row(group: _Group) -> bool:
    """Whether a group is a title with a remark in small type at its right, and no columns."""
    (_, _, items), *more = group.slabs
    lines = [item for item in items if isinstance(item, Line)]
    if more or len(group.spans) < 2 or len(lines) < len(items) or len(items) > 3:
        return False
    sizes = [line.size for line in lines]
    bases = [line.baseline for line in lines]
    return max(sizes) > 1.4 * min(sizes) and max(bases) - min(bases) < max(sizes)


def _finish(group: _Group) -> tuple[list[Item], list[float]]:
    """The items of a group, and the x in the middle of each gutter."""
    items = [item for _, _, inside in group.slabs for item in inside]
    return items, [(left[1] + right[0]) / 2 for left, right in pairwise(group.spans)]


def _is_heading(slab: Slab, body: float) -> bool:
    """Whether a slab holds nothing but lines in larger type."""
    return all(isinstance(item, Line) and item.size > 1.12 * body for item in slab[2])


def _starts_anew(group: _Group, body: float) -> bool:
    """Whether the last slab of columns is a heading over all of them.

    In columns of text, a heading in one of them has lines of the others beside it.
    """
    slab, first = group.slabs[-1], group.spans[0][1]
    return (
        len(group.slabs) > 1
        and _is_heading(slab, body)
        and all(item.x1 <= first for item in slab[2])
    )


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
    moved = above.slabs[keep:]
    below.slabs[:0] = moved
    for _, _, items in moved:
        below.spans = _merged(sorted(below.spans + _spans(items)))
    del above.slabs[keep:]


def _peel(group: _Group, slab: Slab, body: float) -> list[Slab]:
    """Take the last slabs off columns that belong to the slab that closes them; gives all.

    They are headings, or stand in the left column only and nearer to the new slab than to the
    columns: a short heading of the text below.
    """
    cut = len(group.slabs)
    while cut > 1 and _is_heading(group.slabs[cut - 1], body):
        cut -= 1
    first = group.spans[0][1]
    start = cut
    while start > 1 and all(item.x1 <= first for item in group.slabs[start - 1][2]):
        start -= 1
    below = group.slabs[cut][0] if cut < len(group.slabs) else slab[0]
    widest = 1.5 * max(below - group.slabs[cut - 1][1], 1.0)
    for index in range(start, cut):
        gap = group.slabs[index][0] - group.slabs[index - 1][1]
        if gap > widest:
            cut, widest = index, gap
    peeled = group.slabs[cut:]
    del group.slabs[cut:]
    return [*peeled, slab]


def _parts(items: list[Item], gutters: list[float]) -> list[list[Item]]:
    """Items between the gutters, from left to right."""
    if not gutters:
        return [items]
    parts: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    for item in items:
        middle = (item.x0 + item.x1) / 2
        parts[sum(1 for gutter in gutters if gutter < middle)].append(item)
    return [part for part in parts if part]
