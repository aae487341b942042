"""Rows of a framed table that stand outside its edges: heads without a rule, the last band."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ckt_extract.layout.table_columns import rivers_of
from ckt_extract.layout.table_pieces import CAPTION, Piece, is_value, is_year, lines_of
from ckt_extract.layout.table_types import Region

__all__ = ["grow"]

_TIGHT = 0.6
"""Lines of one row are no further apart than this many times the size."""
_STEP = 1.25
"""The white space between rows differs by less than this factor."""

River = tuple[float, float]


def grow(region: Region, pieces: list[Piece]) -> None:
    """Take in the rows right above the first edge and below the last.

    Args:
        region: The region, which is changed.
        pieces: The pieces of the page.
    """
    size = region.pieces[0].size
    rivers = rivers_of(region.pieces, size)
    if not rivers:
        return
    near = [p for p in pieces if region.x0 - 3 <= p.x0 and p.x1 <= region.x1 + 3]
    heights = [line[0].baseline for line in lines_of(sorted(region.pieces, key=_height))]
    pitch = median(low - high for high, low in pairwise(heights)) if len(heights) > 2 else 0.0
    between = pitch - 0.97 * size
    if not _has_head(region, len(rivers) + 1):
        first = max(min(p.top for p in region.pieces) - region.top, between)
        above = [p for p in near if p.baseline - 0.25 * p.size < region.top]
        lines = [line for line in lines_of(above) if line[0].baseline < region.top]
        _grow_by(region, lines[::-1], rivers, (first, max(min(2 * first, 1.5 * size), between)))
    last = max(region.bottom - max(p.bottom for p in region.pieces), between)
    below = [p for p in near if p.baseline - 0.25 * p.size > region.bottom]
    _grow_by(region, lines_of(below), rivers, (last, max(min(2 * last, 1.5 * size), between)))


def _grow_by(
    region: Region, lines: list[list[Piece]], rivers: list[River], paddings: tuple[float, float]
) -> None:
    """Take in rows of lines that are given from the region outwards.

    The name of a group of rows, alone on its line, is taken in with the row beyond it.

    Args:
        region: The region, which is changed.
        lines: The lines on one side of it.
        rivers: White space between its columns.
        paddings: Distance from the edge to the nearest row, and from there to the next ones.
    """
    padding = paddings[0]
    name: list[Piece] = []
    while lines:
        row: list[Piece] = []
        taken = 0
        step = 0.0
        for line in lines:
            near = row or name
            gap = _distance(line, near) if near else _distance_to(region, line)
            down = line[0].baseline > region.bottom
            if not _fits(line, region, rivers, gap, 0.0 if row else padding, down=down):
                break
            step = step if row else gap
            row += line
            taken += 1
        columns = {sum(p.middle > (a + b) / 2 for a, b in rivers) for p in row}
        if len(columns) < 2:
            if name or columns != {0}:
                return
            name = row
        else:
            region.pieces = region.pieces + name + row
            region.top = min(region.top, *(p.top for p in name + row))
            region.bottom = max(region.bottom, *(p.bottom for p in name + row))
            name = []
        padding = max(paddings[1], _STEP * step - _TIGHT * region.pieces[0].size)
        lines = lines[taken:]


def _distance(line: Sequence[Piece], row: Sequence[Piece]) -> float:
    """White space between a line and a row, negative where they overlap in height."""
    return max(
        min(p.top for p in line) - max(p.bottom for p in row),
        min(p.top for p in row) - max(p.bottom for p in line),
    )


def _distance_to(region: Region, line: Sequence[Piece]) -> float:
    """White space between a line and a region."""
    return max(min(p.top for p in line) - region.bottom, region.top - max(p.bottom for p in line))


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
    rivers: list[River],
    gap: float,
    padding: float,
    *,
    down: bool,
) -> bool:
    """Whether a line outside the edges is of a row: near, of the same size, in the columns."""
    size = line[0].size
    if gap > max(padding, 1.0) + _TIGHT * size or CAPTION.match(line[0].text):
        return False
    if abs(size - region.pieces[0].size) > 0.15 * size or len(line) > len(rivers) + 1:
        return False
    crossing = sum(any(p.x0 < a and p.x1 > b for a, b in rivers) for p in line)
    adrift = sum(any(a < p.x0 and p.x1 < b for a, b in rivers) for p in line)
    if down and adrift:  # a merged head may stand between columns, a value does not
        return False
    if len(line) == 1:  # many words are a line of text, unless others stand half beside it
        return crossing == 0 and (len(line[0].words) < 6 or gap < 0)
    return crossing == 0 or (len(line) > 2 and crossing < len(line) - 1)
