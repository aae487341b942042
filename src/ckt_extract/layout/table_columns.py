"""Columns of a table: parted by drawn edges, or by white space that runs down between words."""

from bisect import bisect_right
from collections.abc import Sequence

from ckt_extract.layout.table_edges import by_level, length_of
from ckt_extract.layout.table_pieces import Piece, cut_piece, is_value, is_year, lines_of
from ckt_extract.layout.table_types import Region
from ckt_extract.reading.page import Word

__all__ = ["column_of", "columns_of", "cut_pieces", "rivers_of"]

_RULED = 0.5
"""A boundary of columns is ruled when drawn edges cover this part of the table's height."""
_SOFT = 0.2
"""Sides of backgrounds that cover this part of the height also part columns."""
_NARROW = 0.2
"""White space between columns is at least this wide, in parts of the size."""
_SPACED = 0.34
"""Part of the lines in which columns may stand no further apart than words do."""
_ALIGNED = 1.5
"""Ends of words in one column differ by less than this."""


def columns_of(region: Region) -> tuple[list[float], list[bool]]:
    """Boundaries of the columns, and which of the inner ones are ruled."""
    height, size = region.bottom - region.top, region.size
    left, right = region.left, region.right
    ruled: list[float] = []
    soft: list[float] = []
    for at, edges in by_level(region.down):
        if not left + 2 < at < right - 2:
            continue
        drawn = length_of([edge for edge in edges if edge.drawn])
        if drawn >= _RULED * height:
            ruled.append(at)
        elif length_of(edges) >= _SOFT * height:
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
    clear = _gaps(body, single, (0.0, 0.0), _NARROW * size)
    rivers = clear + [
        gap
        for share in (0.0, 0.1)
        for gap in _gaps(body, single, (_SPACED, share), 1.5 * _NARROW * size)
    ]
    kept: list[tuple[float, float]] = []
    for a, b in rivers:
        if not any(a < d and c < b for c, d in kept):
            kept.append((a, b))
    return sorted(kept)


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
    many: list[list[Piece]], single: list[list[Piece]], shares: tuple[float, float], least: float
) -> list[tuple[float, float]]:
    """Intervals that are wide enough and that few lines cross.

    Args:
        many: Lines of several pieces.
        single: Lines of one piece; up to a third of them may cross.
        shares: Part of `many` that may cross with a piece, and part that may cross with a word.
            Where only a piece crosses, the space between two of its words lies on the gap:
            there the columns stand no further apart than words do.
        least: Least width in points.
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
    limits = (int(shares[0] * len(many)), int(0.34 * len(single)), int(shares[1] * len(many)))
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
            if x - start >= max(least, 1.8):
                gaps.append((start, x))
            start = None
        seen = seen or not free
    return gaps


def cut_pieces(region: Region, bounds: list[float], words: list[Word]) -> list[Piece]:
    """The pieces of a region, cut where the space between two words lies on a boundary.

    That is where a drawn edge stands between them, or where the second part lines up with the
    column that it then stands in.
    """
    cut: list[Piece] = []
    for piece in region.pieces:
        rest = piece
        for at in bounds:
            if not rest.x0 < at < rest.x1:
                continue
            number = sum(x0 < at for x0, _ in rest.spans)
            if number and rest.spans[number - 1][1] <= at:
                first, second = cut_piece(rest, words, number)
                if _edge_at(region, at, piece) or _lines_up(first, second, region.pieces, piece):
                    cut.append(first)
                    rest = second
        cut.append(rest)
    return cut


def _edge_at(region: Region, at: float, piece: Piece) -> bool:
    """Whether a drawn edge stands at a boundary, at the height of a piece."""
    height = piece.baseline - 0.25 * piece.size
    return any(
        edge.drawn and abs(edge.at - at) <= 4 and edge.start <= height <= edge.end
        for edge in region.down
    )


def _lines_up(first: Piece, second: Piece, pieces: list[Piece], whole: Piece) -> bool:
    """Whether two parts of a piece stand in columns: the second starts or ends like others."""
    starts = [p.x0 for p in pieces if p is not whole]
    if any(abs(x - second.x0) < _ALIGNED for x in starts):
        return True
    ends = any(abs(p.x1 - second.x1) < _ALIGNED for p in pieces if p is not whole)
    return ends and (is_value(second.text) or any(abs(x - first.x0) < _ALIGNED for x in starts))


def column_of(piece: Piece, xs: list[float]) -> int:
    """The column that holds most of a piece; the first one when it spans several."""
    best, most = 0, 0.0
    x0, x1 = piece.x0, piece.x1
    for column in range(max(bisect_right(xs, x0) - 1, 0), len(xs) - 1):
        if xs[column] >= x1:
            break
        overlap = min(x1, xs[column + 1]) - max(x0, xs[column])
        if overlap > most:
            best, most = column, overlap
    return best
