"""Cells that span several rows or columns, told by the edges that are missing."""

from itertools import pairwise
from statistics import median

from ckt_extract.layout.table_edges import overlap_of
from ckt_extract.layout.table_pieces import is_value
from ckt_extract.layout.table_types import Grid, Slot

__all__ = ["centre_names", "merge_slots"]


def merge_slots(grid: Grid, ruled: list[bool], edged: list[list[bool] | None]) -> None:
    """Join slots between which an edge is missing that parts other rows or columns."""
    rows, width = len(grid.slots), len(grid.xs) - 1
    right = [[False] * width for _ in range(rows)]
    for column, is_ruled in enumerate(ruled):
        if not is_ruled:
            continue
        edges = [e for e in grid.region.down if abs(e.at - grid.xs[column + 1]) <= 4]
        for row, (a, b) in enumerate(pairwise(grid.ys)):
            right[row][column] = overlap_of(edges, a, b) < 0.5 * (b - a)
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


def centre_names(grid: Grid, edged: list[list[bool] | None]) -> None:
    """Names in the first column that stand at the middle of the rows they name, without edges.

    They are taken so when the rows they would name follow each other without a gap.
    """
    rows = [
        row
        for row in range(len(grid.slots))
        if any(is_value(piece.text) for piece in grid.pieces(row, 1))
    ]
    if not rows or any(covers and covers[0] for covers in edged[rows[0] : -1]):
        return
    between = [row for row in range(rows[0], len(grid.slots)) if row not in rows]
    if any(grid.pieces(row, 1) for row in between):
        return
    middles = [median(p.baseline for p in grid.pieces(row, 1)) for row in rows]
    names = [
        slot
        for row in range(rows[0], len(grid.slots))
        if (slot := grid.slots[row][0]) and slot.pieces
    ]
    first = grid.slots[rows[0]][0]
    off_rows = any(min(abs(p.pieces[0].baseline - y) for y in middles) > 1 for p in names)
    if first and first.pieces and not off_rows:
        return  # each name stands on the first of its rows
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
