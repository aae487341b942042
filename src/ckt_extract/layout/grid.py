"""From a region of a page to the grid of a table: columns, rows, cells."""

from itertools import pairwise

from ckt_extract.layout.table_columns import column_of, columns_of, cut_pieces
from ckt_extract.layout.table_edges import by_level, overlap_of
from ckt_extract.layout.table_pieces import Piece, is_value
from ckt_extract.layout.table_rows import split_rows
from ckt_extract.layout.table_spans import centre_names, merge_slots
from ckt_extract.layout.table_types import Grid, Region, Slot
from ckt_extract.reading.page import Word

__all__ = ["grid_of"]

_COVERED = 0.6
"""An edge parts two rows of a column when it runs above so much of its words."""
_APART = 0.7
"""Lines of one head row have no more white space between them than this many times the size."""


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
        xs, ruled = columns_of(region)
        if len(xs) < 3:
            return None
    else:
        ruled = [False] * (len(xs) - 2)
    region.pieces = cut_pieces(region, xs[1:-1], words)
    levels = _levels(region, xs)
    ys, edged, row_of = _rows(region, xs, levels)
    if len(ys) <= rows:
        return None
    slots: list[list[Slot | None]] = []
    for _ in ys[1:]:
        slots.append([Slot() for _ in xs[1:]])
    for piece in region.pieces:
        slot = slots[row_of[id(piece)]][column_of(piece, xs)]
        if slot:
            slot.pieces.append(piece)
    grid = Grid(xs, ys, slots, any(ruled), region)
    merge_slots(grid, ruled, edged)
    centre_names(grid, edged)
    return grid


def _levels(region: Region, xs: list[float]) -> list[tuple[float, list[bool]]]:
    """Heights of horizontal edges, and which columns each covers."""
    levels: list[tuple[float, list[bool]]] = []
    reaches = [_reach(region, a, b) for a, b in pairwise(xs)]
    for at, edges in by_level(region.across):
        covers = [overlap_of(edges, a, b) >= _COVERED * (b - a) for a, b in reaches]
        if not any(edge.drawn for edge in edges):
            # A background: it parts rows when it is as wide as most of the table
            covers = [2 * sum(covers) >= len(covers)] * len(covers)
        if any(covers):
            levels.append((at, covers))
    return levels


def _reach(region: Region, a: float, b: float) -> tuple[float, float]:
    """Where the words of a column stand; the column itself when it has no words of its own."""
    own = [p for p in region.pieces if a - 1 <= p.x0 and p.x1 <= b + 1]
    return (min(p.x0 for p in own), max(p.x1 for p in own)) if own else (a, b)


def _rows(
    region: Region, xs: list[float], levels: list[tuple[float, list[bool]]]
) -> tuple[list[float], list[list[bool] | None], dict[int, int]]:
    """Boundaries of the rows; for each inner one which columns its edge covers; rows of pieces.

    A boundary that only the text tells has None.
    """
    top, bottom = region.high, region.low
    inner = [(at, covers) for at, covers in levels if top + 2 < at < bottom - 2]
    columns = [column_of(piece, xs) for piece in region.pieces]
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
        filled = {column_of(piece, xs) for piece in row}
        full += len(filled) > (1 if first else max(1, 0.5 * (len(xs) - 1)))
        for column in {column_of(p, xs) for p in row if is_value(p.text)}:
            numbers[column] = numbers.get(column, 0) + 1
    if max(numbers.values(), default=0) > 1:
        return True
    if first and any(
        min(p.top for p in lower) - max(p.bottom for p in upper) > _APART * lower[0].size
        for upper, lower in pairwise(rows)
    ):
        return True  # the head, and the name of the first group of rows
    if any(_names_group(*pair, xs) for pair in pairwise(rows)):
        return True
    return full > 1 and (edges <= 3 or first)


def _names_group(upper: list[Piece], lower: list[Piece], xs: list[float]) -> bool:
    """Whether one of two lines is the name of a group, in another style, and one has values."""
    name, row = (upper, lower) if len(upper) == 1 else (lower, upper)
    beside = [piece for piece in row if column_of(piece, xs) == 0]
    return (
        len(name) == 1
        and column_of(name[0], xs) == 0
        and bool(beside)
        and beside[-1].style != name[0].style
        and any(is_value(piece.text) for piece in row)
    )
