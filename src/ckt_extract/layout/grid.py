"""Columns, rows and cells of a region that is taken for a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ckt_extract.layout.table_pieces import Edge, Piece, cut_piece, is_value, is_year, lines_of
from ckt_extract.layout.table_rows import split_rows
from ckt_extract.reading.page import Word

__all__ = ["Grid", "Region", "Slot", "grid_of", "rivers_of"]

_RULED = 0.5
"""A boundary of columns is ruled when drawn edges cover this part of the table's height."""
_SOFT = 0.2
"""Sides of backgrounds that cover this part of the height also part columns."""
_COVERED = 0.6
"""An edge parts two cells when it covers this part of the cell's side."""


@dataclass(slots=True)
class Region:
    """A part of the page that may be a table, with what lies in it."""

    x0: float
    top: float
    x1: float
    bottom: float
    pieces: list[Piece]
    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)
    framed: bool = False
    """Found by its edges, not by its text alone."""


@dataclass(slots=True)
class Slot:
    """One cell: its pieces, and how many rows and columns it spans."""

    pieces: list[Piece] = field(default_factory=list)
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of a region. Slots that a spanning cell covers are None."""

    xs: list[float]
    """Boundaries of the columns, one more than there are columns."""
    ys: list[float]
    """Boundaries of the rows."""
    slots: list[list[Slot | None]]
    ruled: bool
    """Cells are parted by drawn vertical edges, so that spans are known."""
    region: Region

    @property
    def size(self) -> float:
        """The usual type size."""
        return median(piece.size for piece in self.region.pieces)


def grid_of(region: Region, words: list[Word], xs: list[float] | None = None) -> Grid | None:
    """The grid of a region; None where there are no two columns and two rows.

    Args:
        region: The region. Its pieces may be cut.
        words: The words of the page.
        xs: Boundaries of the columns, where they are known; then one row is enough.
    """
    rows = 2 if xs is None else 1
    if xs is None:
        if len(region.pieces) < 3:
            return None
        xs, ruled = _columns(region, median(piece.size for piece in region.pieces))
        if len(xs) < 3:
            return None
    else:
        ruled = [False] * (len(xs) - 2)
    region.pieces = _cut(region.pieces, xs[1:-1], words)
    levels = _levels(region, xs)
    ys, edged, row_of = _rows(region, xs, levels)
    if len(ys) <= rows:
        return None
    slots: list[list[Slot | None]] = []
    for _ in ys[1:]:
        slots.append([Slot() for _ in xs[1:]])
    for piece in region.pieces:
        slot = slots[row_of[id(piece)]][_column_of(piece, xs)]
        if slot:
            slot.pieces.append(piece)
    grid = Grid(xs, ys, slots, any(ruled), region)
    _merge(grid, ruled, edged)
    _centred_names(grid, edged)
    return grid


# Columns


def _columns(region: Region, size: float) -> tuple[list[float], list[bool]]:
    """Boundaries of the columns, and which of the inner ones are ruled."""
    height = region.bottom - region.top
    left = min(region.x0, min(piece.x0 for piece in region.pieces))
    right = max(region.x1, max(piece.x1 for piece in region.pieces))
    ruled: list[float] = []
    soft: list[float] = []
    for at, edges in _by_level(region.down):
        if not left + 2 < at < right - 2:
            continue
        drawn = _length([edge for edge in edges if edge.drawn])
        if drawn >= _RULED * height:
            ruled.append(at)
        elif _length(edges) >= _SOFT * height:
            soft.append(at)
    rivers = rivers_of(region.pieces, size)
    if ruled:
        rivers = [river for river in rivers if _parts_a_column(river, ruled, region, size)]
    bounds = [(at, True) for at in ruled]
    for a, b in rivers:
        if not any(a - 2 <= at <= b + 2 for at, _ in bounds):
            inside = [at for at in soft if a - 2 <= at <= b + 2]
            bounds.append((inside[0] if inside else (a + b) / 2, False))
    for at in soft:
        if not any(abs(at - other) < size for other, _ in bounds) and not any(
            piece.x0 + 1 < at < piece.x1 - 1 for piece in region.pieces
        ):
            bounds.append((at, False))
    bounds.sort()
    kept = _with_words(bounds, region, left, right)
    return [left, *(at for at, _ in kept), right], [is_ruled for _, is_ruled in kept]


def _with_words(
    bounds: list[tuple[float, bool]], region: Region, left: float, right: float
) -> list[tuple[float, bool]]:
    """The boundaries without those that part off a column without words."""
    kept: list[tuple[float, bool]] = []
    last = left
    middles = [piece.middle for piece in region.pieces]
    for at, is_ruled in bounds:
        if any(last < x < at for x in middles):
            kept.append((at, is_ruled))
            last = at
        elif kept:
            kept[-1] = (at, kept[-1][1] or is_ruled)
            last = at
    if kept and not any(kept[-1][0] < x < right for x in middles):
        kept.pop()
    return kept


def _parts_a_column(
    river: tuple[float, float], ruled: list[float], region: Region, size: float
) -> bool:
    """Whether white space inside a ruled column parts it: most lines have words on both sides."""
    a, b = river
    if b - a < size:
        return False
    left = max((at for at in ruled if at <= a + 2), default=region.x0)
    right = min((at for at in ruled if at >= b - 2), default=region.x1)
    both = lines = 0
    for line in lines_of(region.pieces):
        sides = [p for p in line if left - 2 <= p.x0 and p.x1 <= right + 2]
        before = [p for p in sides if p.middle < a + 1]
        after = [p for p in sides if p.middle > b - 1]
        lines += bool(before or after)
        both += bool(before and after) and any(any(c.isalnum() for c in p.text) for p in before)
    return lines >= 3 and both >= 0.6 * lines


def rivers_of(pieces: Sequence[Piece], size: float) -> list[tuple[float, float]]:
    """White space that runs down between columns of pieces.

    Lines at the top may cross it (merged headers), and a few others (section rows).
    """
    lines = lines_of(sorted(pieces, key=lambda piece: piece.baseline))
    many = [line for line in lines if len(line) > 1]
    top = _above_numbers(lines, len(many))
    body = [line for line in many if id(line) not in top] or many
    single = [line for line in lines if len(line) == 1 and id(line) not in top]
    if len(body) < 1:
        return []
    strict = _gaps(body, single, 0.0, size)
    loose = _gaps(body, single, 0.1, size)
    extra = [r for r in loose if not any(r[0] < s[1] and s[0] < r[1] for s in strict)]
    return sorted(strict + extra)


def _above_numbers(lines: list[list[Piece]], many: int) -> set[int]:
    """Ids of the lines at the top that may hold merged heads."""
    numbers = [
        at
        for at, line in enumerate(lines)
        if any(is_value(p.text) and not is_year(p.text) for p in line)
    ]
    if len(numbers) < 2:
        return {id(line) for line in lines[:3]} if many > 5 else set()
    return {id(line) for line in lines[: min(numbers[0], 6)]}


def _gaps(
    many: list[list[Piece]], single: list[list[Piece]], share: float, size: float
) -> list[tuple[float, float]]:
    """Intervals that at most a share of the lines cross.

    Up to a third of the lines may cross with the space between two words: there the columns
    stand no further apart than words do.
    """
    events: list[tuple[float, int, int]] = []
    for column, lines in enumerate((many, single)):
        for line in lines:
            for piece in line:
                events.append((piece.x0, 1, column))
                events.append((piece.x1, -1, column))
                if column == 0:
                    for x0, x1 in piece.spans:
                        events.append((x0, 1, 2))
                        events.append((x1, -1, 2))
    events.sort()
    limits = (int(0.34 * len(many)), int(0.34 * len(single)), int(share * len(many)))
    cover = [0, 0, 0]
    gaps: list[tuple[float, float]] = []
    start: float | None = None
    seen = False
    for x, change, column in events:
        cover[column] += change
        free = cover[0] <= limits[0] and cover[1] <= limits[1] and cover[2] <= limits[2]
        if free and start is None and seen:
            start = x
        elif not free and start is not None:
            if x - start >= max(0.3 * size, 2.5):
                gaps.append((start, x))
            start = None
        seen = seen or not free
    return gaps


def _cut(pieces: list[Piece], bounds: list[float], words: list[Word]) -> list[Piece]:
    """The pieces, cut where the space between two of their words lies on a boundary.

    Only where the second part lines up with the column that it then stands in.
    """
    cut: list[Piece] = []
    for piece in pieces:
        rest = piece
        for at in bounds:
            if not rest.x0 < at < rest.x1:
                continue
            number = sum(x0 < at for x0, _ in rest.spans)
            if number and rest.spans[number - 1][1] <= at:
                first, second = cut_piece(rest, words, number)
                others = [other for other in pieces if other is not piece]
                starts = any(abs(other.x0 - second.x0) < 1.5 for other in others)
                ends = any(abs(other.x1 - second.x1) < 1.5 for other in others)
                if starts or (
                    ends
                    and (
                        is_value(second.text)
                        or any(abs(other.x0 - first.x0) < 1.5 for other in others)
                    )
                ):
                    cut.append(first)
                    rest = second
        cut.append(rest)
    return cut


# Rows


def _levels(region: Region, xs: list[float]) -> list[tuple[float, list[bool]]]:
    """Heights of horizontal edges, and which columns each covers."""
    levels: list[tuple[float, list[bool]]] = []
    for at, edges in _by_level(region.across):
        covers = [_overlap(edges, a, b) >= _COVERED * (b - a) for a, b in pairwise(xs)]
        if any(covers):
            levels.append((at, covers))
    return levels


def _rows(
    region: Region, xs: list[float], levels: list[tuple[float, list[bool]]]
) -> tuple[list[float], list[list[bool] | None], dict[int, int]]:
    """Boundaries of the rows; for each inner one which columns its edge covers; rows of pieces.

    A boundary that only the text tells has None.
    """
    top = min(region.top, min(piece.top for piece in region.pieces))
    bottom = max(region.bottom, max(piece.bottom for piece in region.pieces))
    inner = [(at, covers) for at, covers in levels if top + 2 < at < bottom - 2]
    columns = [_column_of(piece, xs) for piece in region.pieces]
    text_rows = split_rows(region.pieces, columns, len(xs) - 1, [at for at, _ in inner])
    ys = [top]
    edged: list[list[bool] | None] = []
    before: list[bool] | None = None
    row_of: dict[int, int] = {}
    for (a, _), (b, covers) in pairwise([(top, None), *inner, (bottom, None)]):
        rows = [[p for p in row if a <= p.baseline - 0.25 * p.size < b] for row in text_rows]
        rows = [row for row in rows if row]
        if not rows:
            before = covers
            if len(ys) == 1:
                ys[0] = b
            continue
        if len(ys) > 1 or edged:
            edged.append(before)
        if len(rows) > 1 and _several(rows, xs, len(inner), first=len(ys) == 1):
            for upper, lower in pairwise(rows):
                row_of.update((id(p), len(ys) - 1) for p in upper)
                ys.append((max(p.bottom for p in upper) + min(p.top for p in lower)) / 2)
                edged.append(None)
            rows = rows[-1:]
        row_of.update((id(p), len(ys) - 1) for row in rows for p in row)
        ys.append(b)
        before = covers
    ys[-1] = bottom
    return ys, edged[: len(ys) - 2], row_of


def _several(rows: list[list[Piece]], xs: list[float], edges: int, *, first: bool) -> bool:
    """Whether what stands between two edges is more than one row.

    A cell holds one number: two numbers below each other in a column are two rows. Without
    numbers, lines that fill several columns are rows at the top, where they are head rows, and
    elsewhere when no edges part the other rows.
    """
    numbers: dict[int, int] = {}
    full = 0
    for row in rows:
        filled = {_column_of(piece, xs) for piece in row}
        full += len(filled) > (1 if first else max(1, 0.5 * (len(xs) - 1)))
        for column in {_column_of(p, xs) for p in row if is_value(p.text)}:
            numbers[column] = numbers.get(column, 0) + 1
    if max(numbers.values(), default=0) > 1:
        return True
    return full > 1 and (edges <= 3 or first)


# Cells


def _column_of(piece: Piece, xs: list[float]) -> int:
    """The column that holds most of a piece; the first one when it spans several."""
    best, most = 0, 0.0
    for column, (a, b) in enumerate(pairwise(xs)):
        overlap = min(piece.x1, b) - max(piece.x0, a)
        if overlap > most:
            best, most = column, overlap
    return best


def _merge(grid: Grid, ruled: list[bool], edged: list[list[bool] | None]) -> None:
    """Join slots between which an edge is missing that parts other rows or columns."""
    rows, width = len(grid.slots), len(grid.xs) - 1
    right = [[False] * width for _ in range(rows)]
    for column, is_ruled in enumerate(ruled):
        if not is_ruled:
            continue
        edges = [e for e in grid.region.down if abs(e.at - grid.xs[column + 1]) <= 4]
        for row, (a, b) in enumerate(pairwise(grid.ys)):
            right[row][column] = _overlap(edges, a, b) < 0.5 * (b - a)
    full = [covers is not None and all(covers) for covers in edged]
    dense = sum(full) >= 0.5 * len(full)
    down = [[False] * width for _ in range(rows)]
    for row, covers in enumerate(edged):
        if covers is None or all(covers):
            continue
        in_head = row < 3 and any(full[row + 1 : row + 4])
        for column, covered in enumerate(covers):
            down[row][column] = not covered and (any(ruled) or dense or in_head)
    for row in range(rows):
        for column in range(width):
            if grid.slots[row][column] is None:
                continue
            last_column = column
            while last_column + 1 < width and right[row][last_column]:
                last_column += 1
            last_row = row
            while last_row + 1 < rows and all(
                down[last_row][c] and _one_cell(grid, last_row, c)
                for c in range(column, last_column + 1)
            ):
                last_row += 1
            if last_row > row or last_column > column:
                _span(grid, row, column, last_row, last_column)


def _centred_names(grid: Grid, edged: list[list[bool] | None]) -> None:
    """Names in the first column that stand at the middle of the rows they name, without edges.

    They are taken so when the rows they would name follow each other without a gap.
    """
    rows = [row for row, slots in enumerate(grid.slots) if _numbers(slots)]
    if not rows or any(covers and covers[0] for covers in edged[rows[0] : -1]):
        return
    between = [row for row in range(rows[0], len(grid.slots)) if row not in rows]
    if any(_pieces(grid.slots[row][1:]) for row in between):
        return
    middles = [median(p.baseline for p in _pieces(grid.slots[row][1:])) for row in rows]
    names = [
        slot
        for row in range(rows[0], len(grid.slots))
        if (slot := grid.slots[row][0]) and slot.pieces
    ]
    groups = []
    start = 0
    for name in names:
        if start == len(rows):
            return
        middle = (name.pieces[0].baseline + name.pieces[-1].baseline) / 2
        off = [abs((middles[start] + low) / 2 - middle) for low in middles[start:]]
        if min(off) > 0.3 * name.pieces[0].size:
            return
        end = start + off.index(min(off)) + 1
        groups.append((name, start, end))
        start = end
    if start < len(rows) or len(groups) == len(rows):
        return
    for name, start, end in groups:
        for row in range(start, end):
            grid.slots[rows[row]][0] = None
        grid.slots[rows[start]][0] = name
        name.rowspan = end - start
    for row in reversed(between):
        del grid.slots[row], grid.ys[row]


def _pieces(slots: Sequence[Slot | None]) -> list[Piece]:
    return [piece for slot in slots if slot for piece in slot.pieces]


def _numbers(slots: Sequence[Slot | None]) -> int:
    """How many cells after the first hold a number."""
    return sum(is_value(piece.text) for piece in _pieces(slots[1:]))


def _one_cell(grid: Grid, row: int, column: int) -> bool:
    """Whether the words above and below a missing edge can be lines of one cell."""
    upper, lower = grid.slots[row][column], grid.slots[row + 1][column]
    if not (upper and lower and upper.pieces and lower.pieces):
        return lower is not None or upper is None
    gap = lower.pieces[0].baseline - upper.pieces[-1].baseline
    return gap <= 1.5 * lower.pieces[0].size


def _span(grid: Grid, row: int, column: int, last_row: int, last_column: int) -> None:
    """Make one slot of a rectangle of slots."""
    whole = Slot(rowspan=last_row - row + 1, colspan=last_column - column + 1)
    for r in range(row, last_row + 1):
        for c in range(column, last_column + 1):
            slot = grid.slots[r][c]
            if slot:
                whole.pieces += slot.pieces
            grid.slots[r][c] = None
    grid.slots[row][column] = whole


def _by_level(edges: list[Edge]) -> list[tuple[float, list[Edge]]]:
    """Edges grouped by the line they lie on."""
    levels: list[tuple[float, list[Edge]]] = []
    for edge in sorted(edges):
        if levels and edge.at - levels[-1][0] <= 4.0:
            levels[-1][1].append(edge)
        else:
            levels.append((edge.at, [edge]))
    return levels


def _length(edges: list[Edge]) -> float:
    """Length that edges on one line cover together."""
    return _overlap(edges, float("-inf"), float("inf"))


def _overlap(edges: list[Edge], start: float, end: float) -> float:
    """How much of an interval the edges cover."""
    total, reached = 0.0, start
    for edge in sorted(edges, key=lambda e: e.start):
        a, b = max(edge.start, reached), min(edge.end, end)
        if b > a:
            total += b - a
            reached = b
    return total
