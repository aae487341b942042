"""What is no table although it looks like one: told by its shape."""

from statistics import median

from ckt_extract.layout.table_pieces import Piece, is_value
from ckt_extract.layout.table_types import Grid
from ckt_extract.reading.page import Area

__all__ = ["is_table"]


def is_table(grid: Grid, heads: int, areas: list[Area], *, captioned: bool) -> bool:
    """Whether a grid is a table and not running text, a contents page, callouts or a chart."""
    body = [[slot.pieces if slot else [] for slot in row] for row in grid.slots[heads:]]
    cells = [cell for row in body for cell in row if cell]
    rows = [row for row in body if any(row)]
    if not cells or len(rows) < (1 if heads and (grid.region.framed or captioned) else 2):
        return False
    several = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if 2 * len(several) < len(rows) or len(cells) < 0.35 * len(rows) * len(body[0]):
        return False
    if _callouts([[s.pieces if s else [] for s in row] for row in grid.slots]) or _bars(
        grid, areas
    ):
        return False
    words = [sum(len(p.words) for p in cell) for cell in cells]
    if grid.ruled:
        return not (len(rows) <= 2 and sum(words) / len(words) > 20)
    columns = [[cell for row in body if (cell := row[c])] for c in range(len(body[0]))]
    values = [_share_of_values(column) for column in columns]
    if max(values) < 0.5 and _running_text(columns):
        return False
    if sum(words) / len(words) > (14 if grid.region.framed or captioned else 8):
        return False
    if captioned or (heads and grid.region.framed):
        return True
    if sum(len(column) > 1 for column in columns) < 0.6 * len(columns):
        return False  # one word here and there: the labels of a drawing
    if _contents(columns, heads):
        return False
    numeric = [c for c, share in enumerate(values) if share >= 0.5]
    if not numeric:
        return heads > 0 and len(columns) > 2 and median(words) <= 6
    return numeric[-1] > 0


def _share_of_values(column: list[list[Piece]]) -> float:
    """Part of the cells that hold a number."""
    texts = [" ".join(p.text for p in cell) for cell in column]
    return sum(is_value(text) for text in texts) / len(texts) if texts else 0.0


def _running_text(columns: list[list[list[Piece]]]) -> bool:
    """Text in columns: in each, most lines of several words go on in lower case."""
    return all(
        median(sum(len(p.words) for p in cell) for cell in column) >= 3
        and 2 * sum(cell[0].text[:1].islower() for cell in column) >= len(column)
        for column in columns
        if column
    )


def _callouts(rows: list[list[list[Piece]]]) -> bool:
    """Numbers in large type with small labels: in one cell, or in rows or columns of their own."""
    cells = [cell for row in rows for cell in row if cell]
    mixed = sum(max(p.size for p in c) > 1.4 * min(p.size for p in c) for c in cells)
    if mixed > 0.3 * len(cells):
        return True
    for lines in (rows, list(zip(*rows, strict=True))):
        sizes = [median(sizes) for line in lines if (sizes := [p.size for c in line for p in c])]
        if max(sizes) > 1.4 * min(sizes):
            return True
    return False


def _bars(grid: Grid, areas: list[Area]) -> bool:
    """Bars of a chart: areas that start at one edge and end at different ones."""
    inside = [
        a
        for a in areas
        if a.fill is not None
        and a.x0 >= grid.xs[0] - 3
        and a.x1 <= grid.xs[-1] + 3
        and a.top >= grid.ys[0] - 3
        and a.bottom <= grid.ys[-1] + 3
    ]
    for start, end in (("x0", "x1"), ("bottom", "top")):
        ends: dict[int, set[int]] = {}
        for area in inside:
            ends.setdefault(round(getattr(area, start)), set()).add(round(getattr(area, end)))
        if any(len(own) >= 3 for own in ends.values()) and (start == "x0" or len(ends) == 1):
            return True
    return False


def _contents(columns: list[list[list[Piece]]], heads: int) -> bool:
    """A contents page: titles with page numbers that do not fall."""
    last = [" ".join(p.text for p in cell) for cell in columns[-1]]
    if len(columns) > 3 or not all(text.isdigit() for text in last):
        return False
    numbers = [int(text) for text in last]
    return heads == 0 and numbers == sorted(numbers) and len(set(numbers)) > 2
