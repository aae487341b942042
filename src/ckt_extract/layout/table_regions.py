"""Where on a page a table may be: framed by edges, or aligned without any."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ckt_extract.layout.table_columns import rivers_of
from ckt_extract.layout.table_edges import Edge
from ckt_extract.layout.table_pieces import CAPTION, Piece, is_value, is_year, lines_of
from ckt_extract.layout.table_types import Region

__all__ = ["framed_regions"]

_TOUCH = 3.0
"""Edges cross when their ends are this near."""
_ALIGN = 5.0
"""Frames whose sides differ by less than this belong to one stack."""


@dataclass(slots=True)
class _Frame:
    """Edges that touch each other."""

    x0: float
    top: float
    x1: float
    bottom: float
    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)

    def add(self, other: "_Frame") -> None:
        self.x0, self.top = min(self.x0, other.x0), min(self.top, other.top)
        self.x1, self.bottom = max(self.x1, other.x1), max(self.bottom, other.bottom)
        self.across += other.across
        self.down += other.down


def framed_regions(
    pieces: list[Piece], across: list[Edge], down: list[Edge], body_size: float
) -> list[Region]:
    """Regions marked by edges: a lattice, a stack of rules, bands of background.

    Args:
        pieces: The pieces of the page.
        across: Its horizontal edges.
        down: Its vertical edges.
        body_size: Type size of the running text; what is clearly larger is a heading.
    """
    across = _without_underlines(across, pieces)
    frames = _frames(across, down)
    regions: list[Region] = []
    for frame in _stacks(frames, pieces, body_size):
        inside = [
            p
            for p in pieces
            if frame.x0 - 2 <= p.middle <= frame.x1 + 2
            and frame.top <= p.baseline - 0.25 * p.size <= frame.bottom
        ]
        if len(inside) < 3:
            continue
        region = Region(
            frame.x0, frame.top, frame.x1, frame.bottom, inside, frame.across, frame.down, True
        )
        _grow(region, pieces)
        region.across = [e for e in across if _within(e.at, e, region.top, region)]
        regions.append(region)
    return _outermost(regions)


def _within(y: float, edge: Edge, top: float, region: Region) -> bool:
    """Whether a horizontal edge lies in a region."""
    return (
        top - _TOUCH <= y <= region.bottom + _TOUCH
        and edge.start >= region.x0 - _ALIGN
        and edge.end <= region.x1 + _ALIGN
    )


def _without_underlines(across: list[Edge], pieces: list[Piece]) -> list[Edge]:
    """Edges that do not just underline a piece of text."""
    return [
        edge
        for edge in across
        if not (
            edge.drawn
            and any(
                0 <= edge.at - p.baseline <= 0.3 * p.size
                and p.x0 - 2 <= edge.start
                and edge.end <= p.x1 + 2
                for p in pieces
            )
        )
    ]


def _frames(across: list[Edge], down: list[Edge]) -> list[_Frame]:
    """Edges put together where they touch."""
    frames = [_Frame(e.start, e.at, e.end, e.at, across=[e]) for e in across]
    for edge in down:
        touching = [
            f
            for f in frames
            if f.top - _TOUCH <= edge.end
            and edge.start <= f.bottom + _TOUCH
            and any(
                h.start - _TOUCH <= edge.at <= h.end + _TOUCH
                and edge.start - _TOUCH <= h.at <= edge.end + _TOUCH
                for h in f.across
            )
        ]
        if not touching:
            continue
        whole = touching[0]
        for other in touching[1:]:
            whole.add(other)
        whole.add(_Frame(edge.at, edge.start, edge.at, edge.end, down=[edge]))
        gone = {id(f) for f in touching[1:]}
        frames = [f for f in frames if id(f) not in gone]
    return sorted(frames, key=lambda f: (f.top, f.x0))


def _stacks(frames: list[_Frame], pieces: list[Piece], body_size: float) -> list[_Frame]:
    """Frames of the same width above each other, with nothing but table rows between them."""
    stacks: list[_Frame] = []
    for frame in frames:
        if frame.x1 - frame.x0 < 30:
            continue
        for stack in reversed(stacks):
            if (
                abs(stack.x0 - frame.x0) <= _ALIGN
                and abs(stack.x1 - frame.x1) <= _ALIGN
                and frame.top >= stack.bottom - _TOUCH
            ):
                if _rows_between(stack, frame, pieces, body_size):
                    stack.add(frame)
                else:
                    stacks.append(frame)
                break
            if (
                stack.x0 - _ALIGN <= frame.x0
                and frame.x1 <= stack.x1 + _ALIGN
                and (frame.bottom <= stack.bottom + _TOUCH)
            ):
                stack.add(frame)  # a short rule inside
                break
        else:
            stacks.append(frame)
    # Short rules (under merged headers) that came before the rule that closes the stack
    return stacks


def _rows_between(upper: _Frame, lower: _Frame, pieces: list[Piece], body_size: float) -> bool:
    """Whether the space between two frames holds rows of a table."""
    between = [
        p
        for p in pieces
        if upper.x0 - 2 <= p.middle <= upper.x1 + 2
        and upper.bottom < p.baseline - 0.25 * p.size < lower.top
    ]
    gap = lower.top - upper.bottom
    if not between:
        return gap <= 4
    if any(CAPTION.match(p.text) or p.size > 1.25 * body_size for p in between):
        return False
    width = upper.x1 - upper.x0
    lines = lines_of(between)
    size = between[0].size
    if len(lines) == 1 and gap <= 3.5 * size:
        return len(between) > 1 or len(between[0].words) < 8
    if gap <= 3.2 * size and len(lines) == 2:
        return True
    if any(p.x1 - p.x0 > 0.6 * width and len(p.words) > 6 for p in between):
        return False
    return bool(rivers_of(between, size)) and len(between) >= 1.5 * len(lines)


def _grow(region: Region, pieces: list[Piece]) -> None:
    """Take in rows right above the first edge and below the last: heads without an edge."""
    size = region.pieces[0].size
    rivers = rivers_of(region.pieces, size)
    if not rivers:
        return
    near = [
        p
        for p in pieces
        if region.x0 - 3 <= p.x0
        and p.x1 <= region.x1 + 3
        and (p.baseline - 0.25 * p.size < region.top or p.baseline - 0.25 * p.size > region.bottom)
    ]
    heights = [line[0].baseline for line in lines_of(sorted(region.pieces, key=_height))]
    pitch = median(low - high for high, low in pairwise(heights)) if len(heights) > 2 else 0.0
    between = pitch - 0.97 * size
    first = max(min(p.top for p in region.pieces) - region.top, between)
    last = max(region.bottom - max(p.bottom for p in region.pieces), between)
    above = [line for line in lines_of(near) if line[0].baseline < region.top]
    below = [line for line in lines_of(near) if line[0].baseline > region.bottom]
    padding = first
    for line in [] if _has_head(region, len(rivers) + 1) else reversed(above):
        if not _fits(line, region, rivers, region.top - max(p.bottom for p in line), padding):
            break
        region.pieces = line + region.pieces
        region.top = min(p.top for p in line)
        padding = max(min(2 * first, 1.5 * size), between)
    block: list[Piece] = []
    padding = last
    for line in [*below, None]:
        gap = line and min(p.top for p in line) - max([region.bottom, *(p.bottom for p in block)])
        if line and block and _fits(line, region, rivers, gap or 0, 0.0):
            block += line
            continue
        if block:
            if len(block) < 2 or not rivers_of(block, size):
                break
            region.pieces = region.pieces + block
            region.bottom = max(p.bottom for p in block)
            padding = max(min(2 * last, 1.5 * size), between)
            gap = line and min(p.top for p in line) - region.bottom
        if not line or not _fits(line, region, rivers, gap or 0, padding, loose=True):
            break
        block = line


def _has_head(region: Region, columns: int) -> bool:
    """Whether the first line inside the edges is a head already: bold, or words over numbers."""
    lines = lines_of(sorted(region.pieces, key=_height))
    first, last = lines[0], lines[-1]
    if len(first) < columns:
        return False
    if all(p.bold for p in first) and not all(p.bold for line in lines[1:] for p in line):
        return True
    return any(is_value(p.text) for p in last) and not any(
        is_value(p.text) and not is_year(p.text) for p in first
    )


def _height(piece: Piece) -> float:
    return piece.baseline


def _fits(
    line: Sequence[Piece],
    region: Region,
    rivers: list[tuple[float, float]],
    gap: float,
    padding: float,
    *,
    loose: bool = False,
) -> bool:
    """Whether a line outside the edges is a row: near, of the same size, in the same columns."""
    size = line[0].size
    if gap > max(padding, 1.0) + 0.6 * size or CAPTION.match(line[0].text):
        return False
    if abs(size - region.pieces[0].size) > 0.15 * size:
        return False
    crossing = sum(any(p.x0 < a and p.x1 > b for a, b in rivers) for p in line)
    adrift = sum(any(a < p.x0 and p.x1 < b for a, b in rivers) for p in line)
    if len(line) > len(rivers) + 1 or (loose and adrift):
        return False
    if len(line) == 1:  # one line of a cell that runs over several
        return (gap < 0.6 * size or loose) and crossing == 0 and len(line[0].words) < 6
    return crossing == 0 or (len(line) > 2 and crossing < len(line) - 1)


def _outermost(regions: list[Region]) -> list[Region]:
    """Regions that do not lie inside another one."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: -(r.x1 - r.x0) * (r.bottom - r.top)):
        if not any(
            region.x0 >= k.x0 - 3
            and region.x1 <= k.x1 + 3
            and region.top >= k.top - 3
            and region.bottom <= k.bottom + 3
            for k in kept
        ):
            kept.append(region)
    return sorted(kept, key=lambda r: (r.top, r.x0))
