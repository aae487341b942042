"""The last rows of a table that ended the page before, too few to be found by themselves."""

from ckt_extract.layout.table_model import GridTable
from ckt_extract.layout.table_pieces import CAPTION, Piece, lines_of
from ckt_extract.layout.table_types import Region, region_of
from ckt_extract.reading.page import Page

__all__ = ["rows_that_go_on"]

_LOW = 0.7
"""A table that goes on ends in the last third of its page, …"""
_HIGH = 0.15
"""… and goes on in the first part of the next, below no more than a running head."""
_NEAR = 4.5
"""Rows follow each other within this many times the size."""
_ALIGNED = 2.5


def rows_that_go_on(page: Page, pieces: list[Piece], previous: GridTable) -> Region | None:
    """The region at the top of a page whose lines stand in the columns of a table before it.

    Args:
        page: The page.
        pieces: Its pieces that are in no table yet.
        previous: The last table of the page before.
    """
    ended = (previous.last_box or previous.box).bottom
    if previous.ends or previous.below > 0 or ended < _LOW * page.height:
        return None
    size = max(word.size for cell in previous.cells[-2:] for word in cell.words)
    extents = previous.extents()
    own: list[Piece] = []
    rows = 0
    for line in lines_of(pieces):
        first = line[0]
        fits = not CAPTION.match(first.text) and all(
            abs(p.size - size) <= 0.6 and _fits(p, extents) for p in line
        )
        if not own and not fits and first.baseline < _HIGH * page.height:
            continue
        near = not own or first.baseline - own[-1].baseline <= _NEAR * size
        if not fits or not near or (not own and first.baseline > 2 * _HIGH * page.height):
            break
        own += line
        rows += len(line) > 1
    return region_of(own) if rows else None


def _fits(piece: Piece, extents: list[tuple[float, float] | None]) -> bool:
    """Whether a piece stands in one column and lines up with the words above it."""
    over = [e for e in extents if e and e[0] - 2 < piece.x1 and piece.x0 < e[1] + 2]
    return len(over) == 1 and (
        abs(piece.x0 - over[0][0]) <= _ALIGNED
        or abs(piece.x1 - over[0][1]) <= _ALIGNED
        or abs(piece.middle - (over[0][0] + over[0][1]) / 2) <= _ALIGNED
    )
