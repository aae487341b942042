"""Where on a page a table may be: framed by edges, or aligned without any."""

from bisect import bisect_left, bisect_right

from msgspec import Struct, field

from ckt_extract.layout.shelf import Shelf
from ckt_extract.layout.table_columns import rivers_of
from ckt_extract.layout.table_edges import Edge
from ckt_extract.layout.table_grow import grow
from ckt_extract.layout.table_pieces import CAPTION, Piece, is_value, is_year, lines_of
from ckt_extract.layout.table_types import Region
from ckt_extract.layout.table_widen import widen

__all__ = ["framed_regions"]

_TOUCH = 3.0
"""Edges cross when their ends are this near."""
_ALIGN = 5.0
"""Frames whose sides differ by less than this belong to one stack."""
_MOST = 80
"""A page with more frames with words in them is a drawing."""


class _Frame(Struct):
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
    shelf = Shelf(pieces, _height)
    largest = max((p.size for p in pieces), default=0.0)
    across = _without_underlines(across, shelf, largest)
    heights = [edge.at for edge in across]
    filled: list[tuple[_Frame, list[Piece]]] = []
    for frame in _stacks(_frames(across, down), shelf, body_size):
        inside = [
            p
            for p in shelf.between(frame.top, frame.bottom + 0.25 * largest)
            if frame.x0 - 2 <= p.middle <= frame.x1 + 2
            and frame.top <= p.baseline - 0.25 * p.size <= frame.bottom
        ]
        if len(inside) >= 3:
            filled.append((frame, inside))
    if len(filled) > _MOST:
        return []
    regions: list[Region] = []
    held = [{id(p) for p in inside} for _, inside in filled]
    for at, (frame, inside) in enumerate(filled):
        region = Region(
            frame.x0, frame.top, frame.x1, frame.bottom, inside, frame.across, frame.down, True
        )
        grow(region, pieces)
        widen(region, shelf, {p for other in held if other is not held[at] for p in other})
        if not region.down and _is_head_alone(region):
            continue  # its rows are found by their text
        first = bisect_left(heights, region.top - _TOUCH)
        last = bisect_right(heights, region.bottom + _TOUCH)
        region.across = [
            edge
            for edge in across[first:last]
            if edge.start >= region.x0 - _ALIGN and edge.end <= region.x1 + _ALIGN
        ]
        regions.append(region)
    return _outermost(regions)


def _is_head_alone(region: Region) -> bool:
    """Whether rules hold nothing but one or two rows of heads."""
    lines = lines_of(sorted(region.pieces, key=_height))
    return len(lines) <= 2 and not any(
        is_value(piece.text) and not is_year(piece.text) for piece in region.pieces
    )


def _height(piece: Piece) -> float:
    return piece.baseline


def _without_underlines(across: list[Edge], pieces: Shelf[Piece], largest: float) -> list[Edge]:
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
                for p in pieces.between(edge.at - 0.3 * largest, edge.at)
            )
        )
    ]


def _frames(across: list[Edge], down: list[Edge]) -> list[_Frame]:
    """Edges put together where they touch; `across` is in order of height."""
    heights = [edge.at for edge in across]
    frame_of = [_Frame(e.start, e.at, e.end, e.at, across=[e]) for e in across]
    members = [[at] for at in range(len(across))]
    for edge in down:
        first = bisect_left(heights, edge.start - _TOUCH)
        last = bisect_right(heights, edge.end + _TOUCH)
        touching = {
            id(frame_of[at]): at
            for at in range(first, last)
            if across[at].start - _TOUCH <= edge.at <= across[at].end + _TOUCH
        }
        if not touching:
            continue
        whole, *others = sorted(touching.values(), key=lambda at: -len(members[at]))
        for other in others:
            frame_of[whole].add(frame_of[other])
            moved = members[other]
            members[whole].extend(moved)
            for at in moved:
                frame_of[at], members[at] = frame_of[whole], members[whole]
        frame_of[whole].add(_Frame(edge.at, edge.start, edge.at, edge.end, down=[edge]))
    frames = {id(frame): frame for frame in frame_of}
    return sorted(frames.values(), key=lambda f: (f.top, f.x0))


def _stacks(frames: list[_Frame], pieces: Shelf[Piece], body_size: float) -> list[_Frame]:
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


def _rows_between(upper: _Frame, lower: _Frame, pieces: Shelf[Piece], body_size: float) -> bool:
    """Whether the space between two frames holds rows of a table."""
    between = [
        p
        for p in pieces.between(upper.bottom, lower.top + 10 * body_size)
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
