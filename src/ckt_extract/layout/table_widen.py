"""Columns beside a framed table that its rules leave out: the names of its rows, a last column."""

from ckt_extract.layout.shelf import Shelf
from ckt_extract.layout.table_pieces import Piece, is_value, lines_of
from ckt_extract.layout.table_types import Region

__all__ = ["widen"]

_ROWS = 0.8
"""So many of the rows have a cell beside the rules."""
_FAR = 200.0
"""Such a column stands at most so many points away."""
_WORDS = 6
_ALIGNED = 3.0


def widen(region: Region, shelf: Shelf[Piece], taken: set[int]) -> None:
    """Take in the names left of rows that begin with numbers, and then the numbers right of them.

    Rules below merged heads only, or below all heads but the first, frame a part of a table.

    Args:
        region: The region, which is changed.
        shelf: The pieces of the page.
        taken: Ids of the pieces inside other frames.
    """
    lines = lines_of(sorted(region.pieces, key=lambda piece: piece.baseline))
    rows = [line for line in lines if is_value(min(line, key=lambda piece: piece.x0).text)]
    if region.down or len(rows) < 3 or 2 * len(rows) < len(lines):
        return
    near = [
        piece
        for piece in shelf.between(region.top - 1, region.bottom + 1)
        if id(piece) not in taken and len(piece.words) <= _WORDS
    ]
    names = [piece for piece in near if piece.x1 <= region.x0 + 1 and not is_value(piece.text)]
    far = region.x0 - max((piece.x1 for piece in names), default=0.0)
    if far > _FAR or not _are_column(names, rows, start=True):
        return
    values = [piece for piece in near if 0 < piece.x0 - region.x1 < _FAR]
    if _are_column([piece for piece in values if is_value(piece.text)], rows, start=False):
        names += values
    inside = {id(piece) for piece in region.pieces}
    region.pieces = [*region.pieces, *(piece for piece in names if id(piece) not in inside)]
    region.x0 = min(piece.x0 for piece in region.pieces)
    region.x1 = max(region.x1, *(piece.x1 for piece in region.pieces))


def _are_column(pieces: list[Piece], rows: list[list[Piece]], *, start: bool) -> bool:
    """Whether pieces stand on most rows, below each other at one edge."""
    own = [
        piece
        for row in rows
        for piece in pieces
        if abs(piece.baseline - row[0].baseline) < 0.25 * piece.size
    ]
    edges = sorted(piece.x0 if start else piece.x1 for piece in own)
    usual = edges[len(edges) // 2] if edges else 0.0
    return sum(abs(edge - usual) < _ALIGNED for edge in edges) >= _ROWS * len(rows)
