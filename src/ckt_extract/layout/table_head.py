"""Head rows of a table: how many there are, and what their merged cells span."""

from itertools import pairwise

from ckt_extract.layout.table_pieces import Piece, is_value, is_year
from ckt_extract.layout.table_types import Grid, Slot
from ckt_extract.reading.page import Area

__all__ = ["count_heads", "fold_heads", "spread_heads"]

_MOST = 5
"""No table seen has more head rows."""


def count_heads(grid: Grid, areas: list[Area]) -> int:
    """How many rows at the top are head rows.

    They differ from the body in weight or background, or have words (or years) above numbers,
    or stand above a rule where the body has none. A row whose only cell is its first one is a
    row of the body (the name of a group of rows), unless a head row follows it.
    """
    rows = grid.slots
    numeric = _numeric_columns(grid)
    numbers = [row for row in range(len(rows)) if _has_numbers(grid, row, numeric)]
    most = min(_MOST, len(rows) - 1)
    if numbers:
        most = min(most, max(numbers[0], 1))
    style = max(_bold_heads(grid, most), _filled_heads(grid, areas, most))
    words = _word_heads(grid, numeric, most)
    count = max(style, words)
    if count == 0:
        count = _parted_heads(grid, most)
    while count > 1 and _filled(rows[count - 1]) <= 1 < _filled(rows[count - 2]):
        count -= 1
    return count


def _filled(row: list[Slot | None]) -> int:
    return sum(bool(slot and slot.pieces) for slot in row)


def _bold_heads(grid: Grid, most: int) -> int:
    """Leading rows in bold above a body that is not."""
    rows = [grid.pieces(row) for row in range(len(grid.slots))]
    bold = [bool(row) and all(p.bold for p in row) for row in rows]
    if sum(bold) > 0.7 * len(bold):
        return 0
    count = 0
    while count < most and bold[count]:
        count += 1
    return count


def _filled_heads(grid: Grid, areas: list[Area], most: int) -> int:
    """Leading rows on a background that no row of the body has."""
    fills = [_fill_of(grid, row, areas) for row in range(len(grid.slots))]
    first = fills[0]
    if first is None or first in fills[most:]:
        return 0
    count = 0
    while count < most and fills[count] is not None and fills[count] == first:
        count += 1
    return count if first not in fills[count:] else 0


def _fill_of(grid: Grid, row: int, areas: list[Area]) -> int | None:
    """Background of a row, told at the middle of its second column."""
    y = (grid.ys[row] + grid.ys[row + 1]) / 2
    x = (grid.xs[1] + grid.xs[2]) / 2
    fill = None
    for area in areas:
        if area.fill is not None and area.x0 <= x <= area.x1 and area.top <= y <= area.bottom:
            fill = area.fill
    return None if fill == 0xFFFFFF else fill


def _numeric_columns(grid: Grid) -> list[int]:
    """Columns with numbers, but not only years, in most cells below the first row."""
    numeric = []
    for column in range(len(grid.xs) - 1):
        below = [t for row in range(1, len(grid.slots)) if (t := grid.text(row, column))]
        values = sum(is_value(text) for text in below)
        if below and 2 * values > len(below) and not all(is_year(text) for text in below):
            numeric.append(column)
    return numeric


def _has_numbers(grid: Grid, row: int, numeric: list[int]) -> bool:
    """Whether most columns of numbers have a number, that is no year, in a row."""
    texts = [text for column in numeric if (text := grid.text(row, column))]
    return 2 * sum(is_value(text) and not is_year(text) for text in texts) > len(texts)


def _word_heads(grid: Grid, numeric: list[int], most: int) -> int:
    """Leading rows with words or years where the column has numbers below."""
    if not numeric:
        return 0
    count = 0
    for row in range(most):
        texts = [text for column in numeric if (text := grid.text(row, column))]
        words = sum(not is_value(text) for text in texts)
        years = sum(is_year(text) for text in texts)
        if words or (texts and years == len(texts)):
            count = row + 1
        elif texts:
            break
    return count


def _parted_heads(grid: Grid, most: int) -> int:
    """Text above text: rows above the only inner rule, or the first row."""
    region = grid.region
    inner = sorted(
        edge.at
        for edge in region.across
        if edge.drawn and grid.ys[0] + 3 < edge.at < grid.ys[-1] - 3
    )
    levels = [y for y in inner if inner.index(y) == 0 or y - inner[inner.index(y) - 1] > 4]
    if len(levels) == 1:
        above = sum(1 for y in grid.ys[1:-1] if y <= levels[0] + 4)
        if above <= most:
            return above
    values = [is_value(grid.text(0, column)) for column in range(len(grid.slots[0]))]
    return 0 if any(values) or len(grid.slots[0]) < 3 else 1


def spread_heads(grid: Grid, heads: int) -> None:
    """Give merged head cells their span where no drawn edges tell it."""
    if heads == 0:
        return
    width = len(grid.xs) - 1
    extents = _extents(grid, heads)
    last = _segments(grid.slots[heads - 1])
    if len(last) == width and not _spans(grid.slots[heads - 1]):
        _place(grid, heads - 1, [(segment, column, 1) for column, segment in enumerate(last)])
    for row in range(heads - 2, -1, -1):
        if _spans(grid.slots[row]):
            continue
        segments = _segments(grid.slots[row])
        reaching = any(slot is not None and slot.rowspan > 1 for slot in grid.slots[row])
        if (
            len(segments) == 1
            and not reaching  # beside cells that go on below there is no title
            and _is_title(grid, row, heads, segments[0], extents)
        ):
            _place(grid, row, [(segments[0], 0, width)])
            continue
        free = [
            column
            for column in range(width)
            if any(grid.text(below, column) for below in range(row + 1, heads))
        ]
        if free and free[0] == 0 and segments and _beyond(segments[0], extents[0]):
            free = free[1:]  # the first column has its head below
        single = [c for c in range(width) if c not in free]
        placed: list[tuple[list[Piece], int, int]] = []
        spread: list[list[Piece]] = []
        for segment in segments:
            column = _nearest(segment, extents)
            if column in single and not grid.text(heads - 1, column):
                placed.append((segment, column, 1))
            else:
                spread.append(segment)
        if spread and free:
            placed += _shared_out(grid, spread, free, extents)
        _place(grid, row, placed)


def fold_heads(grid: Grid, heads: int) -> int:
    """Make one row of two head rows that are the lines of the same cells.

    Where the upper one spans no columns it does not group the lower one.

    Returns:
        The number of head rows that are left.
    """
    row = 0
    while row + 1 < heads:
        upper, lower = grid.slots[row], grid.slots[row + 1]
        high, low = grid.pieces(row), grid.pieces(row + 1)
        if (
            not high
            or not low
            or any(
                slot is None or slot.colspan > 1 or slot.rowspan > 1 for slot in (*upper, *lower)
            )
            or high[0].bold != low[0].bold
            or low[-1].baseline - high[-1].baseline > 1.6 * low[0].size
            or any(high[0].baseline < e.at < low[-1].baseline for e in grid.region.across)
        ):
            row += 1
            continue
        for one, other in zip(upper, lower, strict=True):
            if one and other:
                one.pieces += other.pieces
        del grid.slots[row + 1], grid.ys[row + 1]
        heads -= 1
    return heads


def _spans(row: list[Slot | None]) -> bool:
    return any(slot is not None and slot.colspan > 1 for slot in row)


def _segments(row: list[Slot | None]) -> list[list[Piece]]:
    """The cells of a row by their text alone: pieces that overlap sideways are one cell."""
    segments: list[list[Piece]] = []
    single = [piece for slot in row if slot and slot.rowspan == 1 for piece in slot.pieces]
    for piece in sorted(single, key=lambda p: p.x0):
        if segments and piece.x0 < max(p.x1 for p in segments[-1]):
            segments[-1].append(piece)
        else:
            segments.append([piece])
    return segments


def _extents(grid: Grid, heads: int) -> list[tuple[float, float]]:
    """Left and right end of the text of each column, its lowest head included."""
    extents = []
    for column, (a, b) in enumerate(pairwise(grid.xs)):
        own = [
            p
            for row in grid.slots[heads - 1 :]
            if (slot := row[column]) and slot.colspan == 1
            for p in slot.pieces
        ]
        extents.append((min(p.x0 for p in own), max(p.x1 for p in own)) if own else (a, b))
    return extents


def _nearest(segment: list[Piece], extents: list[tuple[float, float]]) -> int:
    """The column that a head stands over."""
    x0, x1 = min(p.x0 for p in segment), max(p.x1 for p in segment)
    return min(range(len(extents)), key=lambda c: _misfit(x0, x1, *extents[c]))


def _misfit(x0: float, x1: float, a: float, b: float) -> float:
    """How far a head is from standing at the left, the right or the middle of a column."""
    return min(abs(x0 - a), abs(x1 - b), abs((x0 + x1 - a - b) / 2))


def _is_title(
    grid: Grid, row: int, heads: int, segment: list[Piece], extents: list[tuple[float, float]]
) -> bool:
    """Whether the only head of a row stands over all columns.

    It is not the head of the first column, nor one over all columns but the first.
    """
    x0, x1 = min(p.x0 for p in segment), max(p.x1 for p in segment)
    if x1 <= grid.xs[1] and not any(grid.text(below, 0) for below in range(row + 1, heads)):
        return False
    whole = _misfit(x0, x1, extents[0][0], extents[-1][1])
    return whole <= _misfit(x0, x1, extents[1][0], extents[-1][1])


def _beyond(segment: list[Piece], extent: tuple[float, float]) -> bool:
    """Whether a head stands to the right of where a column starts: it is not that column's."""
    return min(p.x0 for p in segment) > extent[0] + 2 * segment[0].size


def _shared_out(
    grid: Grid,
    segments: list[list[Piece]],
    columns: list[int],
    extents: list[tuple[float, float]],
) -> list[tuple[list[Piece], int, int]]:
    """Spans of heads over columns: by the short rule below each, or as they fit best."""
    spans = []
    for segment in segments:
        x0, x1 = min(p.x0 for p in segment), max(p.x1 for p in segment)
        low = max(p.baseline for p in segment)
        for edge in grid.region.across:
            if (
                edge.drawn
                and 0 < edge.at - low < 1.5 * segment[0].size
                and edge.start <= x0 + 2
                and edge.end >= x1 - 2
                and not any(
                    p.middle < edge.end and edge.start < p.middle
                    for other in segments
                    if other is not segment
                    for p in other
                )
            ):
                under = [c for c in columns if edge.start <= sum(extents[c]) / 2 <= edge.end]
                if under:
                    spans.append((segment, under[0], len(under)))
                break
    if len(spans) == len(segments):
        return spans
    return _repeated(grid, segments, columns) or _best_fit(segments, columns, extents)


def _repeated(
    grid: Grid, segments: list[list[Piece]], columns: list[int]
) -> list[tuple[list[Piece], int, int]]:
    """Heads over columns that repeat the same heads below: *yes, no, yes, no, change*."""
    count = len(segments)
    rows = range(1, len(grid.slots))
    row = next((r for r in rows if all(grid.text(r, column) for column in columns)), 0)
    texts = [grid.text(row, column) for column in columns]
    if count < 2 or not row or len(texts) % count == 0 or any(map(is_value, texts)):
        return []
    for each in range(len(texts) // count, 1, -1):
        for start in range(len(texts) - each * count + 1):
            own = columns[start : start + each * count]
            first = texts[start : start + each]
            if (
                texts[start : start + each * count] == first * count
                and own[-1] - own[0] == len(own) - 1
            ):
                return [(segment, own[at * each], each) for at, segment in enumerate(segments)]
    return []


def _best_fit(
    segments: list[list[Piece]], columns: list[int], extents: list[tuple[float, float]]
) -> list[tuple[list[Piece], int, int]]:
    """Share columns out over heads, in order, so that each head fits its columns best."""
    count, width = len(segments), len(columns)
    if count > width:
        return [(s, _nearest(s, extents), 1) for s in segments]
    if width % count == 0:
        each = width // count
        equal = [(s, columns[i * each], each) for i, s in enumerate(segments)]
        if all(_lies_over(s, extents[c][0], extents[c + each - 1][1]) for s, c, _ in equal):
            return equal
    infinite = float("inf")
    cost = [[infinite] * (width + 1) for _ in range(count + 1)]
    start = [[0] * (width + 1) for _ in range(count + 1)]
    cost[0][0] = 0.0
    for used in range(1, count + 1):
        segment = segments[used - 1]
        x0, x1 = min(p.x0 for p in segment), max(p.x1 for p in segment)
        for end in range(used, width + 1):
            for begin in range(used - 1, end):
                if columns[end - 1] - columns[begin] != end - 1 - begin:
                    continue
                misfit = _misfit(x0, x1, extents[columns[begin]][0], extents[columns[end - 1]][1])
                if cost[used - 1][begin] + misfit < cost[used][end]:
                    cost[used][end] = cost[used - 1][begin] + misfit
                    start[used][end] = begin
    if cost[count][width] == infinite:
        return [(s, _nearest(s, extents), 1) for s in segments]
    spans = []
    end = width
    for used in range(count, 0, -1):
        begin = start[used][end]
        spans.append((segments[used - 1], columns[begin], end - begin))
        end = begin
    return spans[::-1]


def _lies_over(segment: list[Piece], a: float, b: float) -> bool:
    """Whether the middle of a head is over columns that reach from a to b."""
    return a <= (min(p.x0 for p in segment) + max(p.x1 for p in segment)) / 2 <= b


def _place(grid: Grid, row: int, placed: list[tuple[list[Piece], int, int]]) -> None:
    """Write a head row anew, except for cells that span several rows."""
    slots: list[Slot | None] = [
        slot if slot is None or slot.rowspan > 1 else Slot() for slot in grid.slots[row]
    ]
    for pieces, column, span in placed:
        slot = slots[column]
        if slot is None or slot.rowspan > 1:
            continue
        slot.pieces += pieces
        slot.colspan = span
        for covered in range(column + 1, column + span):
            slots[covered] = None
    grid.slots[row] = slots
