"""Rows of a table told from its text: where a cell runs over several lines, and where not."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from ckt_extract.layout.table_pieces import Piece, is_value, is_year, lines_of

__all__ = ["split_rows"]


_Stack = list[list[Piece]]
"""The lines of one column, from top to bottom."""


class _Block(NamedTuple):
    """Lines of one cell."""

    column: int
    pieces: list[Piece]

    @property
    def top(self) -> float:
        """Upper end."""
        return self.pieces[0].top

    @property
    def bottom(self) -> float:
        """Lower end."""
        return self.pieces[-1].bottom


def split_rows(
    pieces: list[Piece], columns: list[int], width: int, edges: list[float]
) -> list[list[Piece]]:
    """The rows of a table without regard to its edges, from top to bottom.

    Lines of one cell follow each other at the leading of the text; rows stand further apart.
    So lines of a column that follow at the leading are one block, and blocks that stand beside
    each other are one row: this holds whether cells are aligned at their top, middle or bottom.

    Args:
        pieces: All pieces of the table.
        columns: The column of each.
        width: Number of columns.
        edges: Heights of horizontal edges; no block crosses one.
    """
    own: list[list[Piece]] = [[] for _ in range(width)]
    for piece, column in zip(pieces, columns, strict=True):
        own[column].append(piece)
    return _rows_of([lines_of(sorted(stack, key=lambda p: p.baseline)) for stack in own], edges)


def _rows_of(stacks: list[_Stack], edges: list[float], known: float = 0.0) -> list[list[Piece]]:
    """The rows of the lines of each column; `known` is the leading of the rest of the table."""
    anchors = _anchors(stacks)
    leading, row_pitch = _leading(stacks, edges, anchors)
    leading = leading or known
    centred = _centred(stacks, _below_years(stacks, sorted(anchors)))
    if centred:
        above, rows = centred
        return [*_rows_of(above, edges, leading), *rows]
    starts = sorted(line[0].baseline for stack in stacks for line in stack)
    blocks: list[_Block] = []
    for column, stack in enumerate(stacks):
        last: list[Piece] | None = None
        anchored = False
        for line in stack:
            is_anchor = line[0].baseline in anchors
            if (
                last
                and line[0].baseline - last[-1].baseline <= leading
                and line[0].style == last[-1].style
                and not (anchored and is_anchor)
                and not (len(last) == 1 and is_value(last[0].text))  # a number does not go on
                and not ((known or leading > row_pitch > 0) and _fuller(line[0], last[-1], starts))
                and not _edge_between(last[-1], line[0], edges)
            ):
                last.extend(line)
                anchored = anchored or is_anchor
            else:
                last = list(line)
                anchored = is_anchor
                blocks.append(_Block(column, last))
    return _adrift(_continued(_beside(blocks), row_pitch), stacks)


def _fuller(lower: Piece, upper: Piece, starts: list[float]) -> bool:
    """Whether more columns have words on the lower line: then it is a row of its own."""
    return _count_near(starts, lower.baseline) > _count_near(starts, upper.baseline)


def _edge_between(upper: Piece, lower: Piece, edges: list[float]) -> bool:
    return any(upper.baseline < at < lower.baseline for at in edges)


def _anchors(stacks: list[_Stack]) -> set[float]:
    """Baselines of the lines that tell a row, one a row.

    A number stands on them in a column of numbers. Without any, words stand on them in most
    columns, if most lines are such: otherwise they may be lines of cells that all wrap.
    """
    heights: list[float] = []
    for stack in stacks:
        numbers = [line[0] for line in stack if is_value(line[0].text)]
        if 2 * len(numbers) >= len(stack):
            heights += [p.baseline for p in numbers]
    if not heights:
        starts = sorted(line[0].baseline for stack in stacks for line in stack)
        enough = max(2, 0.6 * len(stacks))
        beside = {y: _count_near(starts, y) for y in starts}
        heights = [y for y, count in beside.items() if count >= enough]
        if len(heights) < 0.6 * len(beside):
            return set()
    heights.sort()
    anchors: set[float] = set()
    for stack in stacks:
        for line in stack:
            y, near = line[0].baseline, 0.25 * line[0].size
            at = bisect_left(heights, y - near)
            if at < len(heights) and heights[at] <= y + near:
                anchors.add(y)
    return anchors


def _count_near(heights: list[float], y: float) -> int:
    """How many of the sorted heights differ by less than a point."""
    return bisect_left(heights, y + 1) - bisect_right(heights, y - 1)


def _below_years(stacks: list[_Stack], heights: list[float]) -> list[float]:
    """The heights of rows without those at the top that have no number but years: heads."""
    rows = [piece for stack in stacks for line in stack for piece in line if is_value(piece.text)]
    for at, y in enumerate(heights):
        beside = [p.text for p in rows if abs(p.baseline - y) <= 0.25 * p.size]
        if not all(is_year(text) for text in beside):
            return heights[at:]
    return []


def _leading(stacks: list[_Stack], edges: list[float], anchors: set[float]) -> tuple[float, float]:
    """Distance up to which two lines of a column belong to one cell, and distance of rows.

    The first is 0 when no two lines of a column are one cell. Two numbers below each other are
    two cells. Lines of a column that stand clearly nearer to each other than two numbers do, or
    clearly further apart but with no number beside the lower one, are lines of one cell.
    """
    pairs: list[tuple[float, bool]] = []
    numbers: list[float] = []
    starts: list[float] = []
    across: list[float] = []
    edged = False
    for stack in stacks:
        numeric = 2 * sum(is_value(line[0].text) for line in stack) >= len(stack)
        before = len(across)
        for upper, lower in pairwise(stack):
            pitch = lower[0].baseline - upper[0].baseline
            if _edge_between(upper[0], lower[0], edges):
                across.append(pitch)
                continue
            both = upper[0].baseline in anchors and lower[0].baseline in anchors
            if upper[0].style == lower[0].style:
                pairs.append((pitch, lower[0].baseline in anchors))
                if both:
                    starts.append(pitch)
            if numeric and is_value(upper[0].text) and is_value(lower[0].text):
                numbers.append(pitch)
        # In some column without wrapped cells an edge stands between any two lines
        parted = len(across) - before
        edged = edged or (parted > 1 and parted >= 0.7 * (len(stack) - 1))
    inside = [pitch for pitch, anchored in pairs if not anchored] or [pitch for pitch, _ in pairs]
    if not inside:
        return 0.0, min(numbers + across, default=0.0)
    least = min(inside)
    size = max(line[0].size for stack in stacks for line in stack)
    if edged and least <= 1.7 * size:
        return 1.08 * least + 0.3, min(across)
    row = min(numbers or starts, default=0.0) or min(
        (pitch for pitch in inside if pitch > 1.12 * least), default=least
    )
    # 0.75: producers snap lines to pixels
    if least > 1.7 * size or abs(least - row) <= max(0.05 * row, 0.75):
        return 0.0, row
    return min(1.08 * least + 0.3, (least + row) / 2 if row > least else 2 * least), row


def _centred(
    stacks: list[_Stack], heights: list[float]
) -> tuple[list[_Stack], list[list[Piece]]] | None:
    """Rows whose cells are centred on the line of their number, where distances do not tell.

    From the bottom up, each row takes as many lines of a column as lie evenly around its number.

    Returns:
        What stands above the first row, and the rows; None when some line is left over.
    """
    anchors = [y for i, y in enumerate(heights) if i == 0 or y - heights[i - 1] > 1]
    if not anchors:
        return None
    rows: list[list[Piece]] = [[] for _ in anchors]
    above: list[_Stack] = []
    wrapped = False
    for stack in stacks:
        end = len(stack)
        for row in range(len(anchors) - 1, -1, -1):
            if end == 0:
                break
            low = stack[end - 1][0].baseline
            off = [abs((line[0].baseline + low) / 2 - anchors[row]) for line in stack[:end]]
            if min(off) > 0.1 * stack[0][0].size:
                if row == 0:
                    break  # heads: the years of a column are no rows
                if abs(low - anchors[row]) > abs(low - anchors[row - 1]):
                    continue  # an empty cell
                return None
            start = off.index(min(off))
            if any(
                abs(line[0].baseline - y) < 1
                for line in stack[start:end]
                for y in anchors[:row] + anchors[row + 1 :]
            ):
                return None
            rows[row] += [piece for line in stack[start:end] for piece in line]
            wrapped = wrapped or end - start > 1
            end = start
        above.append(stack[:end])
    rows = rows if rows[0] else rows[1:]
    return (above, rows) if wrapped and rows and all(rows) else None


def _beside(blocks: list[_Block]) -> list[list[Piece]]:
    """Blocks put together where they overlap in height."""
    blocks.sort(key=lambda block: block.top)
    groups: list[list[_Block]] = []
    bottom = float("-inf")
    for block in blocks:
        if groups and block.top < bottom - 0.15 * block.pieces[0].size:
            groups[-1].append(block)
            bottom = max(bottom, block.bottom)
        else:
            groups.append([block])
            bottom = block.bottom
    return [row for group in groups for row in _apart(group)]


def _apart(group: list[_Block]) -> list[list[Piece]]:
    """The rows of blocks that overlap: one, unless a column has several of them.

    Then a cell of another column spans these rows; it is given to the first of them.
    """
    counts: dict[int, int] = {}
    for block in group:
        counts[block.column] = counts.get(block.column, 0) + 1
    most = max(counts.values())
    if most == 1:
        return [[piece for block in group for piece in block.pieces]]
    anchor = next(column for column, count in counts.items() if count == most)
    rows = [[block] for block in group if block.column == anchor]
    for block in group:
        if block.column == anchor:
            continue
        beside = [
            row
            for row in rows
            if min(block.bottom, row[0].bottom) - max(block.top, row[0].top)
            > 0.15 * block.pieces[0].size
        ]
        if counts[block.column] == most or not beside:
            middle = (block.top + block.bottom) / 2
            near = min(rows, key=lambda row: abs((row[0].top + row[0].bottom) / 2 - middle))
            beside = [near]
        beside[0].append(block)
    return [[piece for block in row for piece in block.pieces] for row in rows]


def _continued(rows: list[list[Piece]], row_pitch: float) -> list[list[Piece]]:
    """Rows without a number that go on from the row above, where lines are as near as rows are.

    They start in lower case, or stand at another distance than the rows do.
    """
    joined: list[list[Piece]] = []
    for row in rows:
        above = joined[-1] if joined else []
        if (
            above
            and not any(is_value(piece.text) for piece in row)
            and (
                any(is_value(piece.text) for piece in above)
                or (len(row) == 1 and row[0].text[:1].islower())
            )
            and _goes_on(above, row[0], row_pitch, _reach(rows, row))
            and all(piece.text[:1].islower() for piece in row[1:])
        ):
            above.extend(row)
        else:
            joined.append(row)
    return joined


def _adrift(rows: list[list[Piece]], stacks: list[_Stack]) -> list[list[Piece]]:
    """Rows of one cell without a name or number go to the row above, if they can be part of it.

    They can when they stand clearly nearer to it than to the row below (a second paragraph), or
    when neither has anything in their column (a cell at the middle of both).
    """
    column_of = {id(p): at for at, stack in enumerate(stacks) for line in stack for p in line}
    joined: list[list[Piece]] = []
    for at, row in enumerate(rows):
        columns = {column_of[id(p)] for p in row}
        if 0 < at < len(rows) - 1 and len(columns) == 1 and 0 not in columns:
            above, below = rows[at - 1], rows[at + 1]
            up = row[0].top - max(p.bottom for p in above)
            down = min(p.top for p in below) - row[-1].bottom
            between = not any(column_of[id(p)] in columns for p in (*above, *below))
            if (up < 0.75 * down or between) and not any(is_value(p.text) for p in row):
                joined[-1].extend(row)
                continue
        joined.append(row)
    return joined


def _reach(rows: list[list[Piece]], row: list[Piece]) -> float:
    """How far to the right the cells go that start where a row does; 0 if names of groups do.

    A row of a single cell at the top is such a name.
    """
    if len(row) > 1 or not any(is_value(p.text) for r in rows[:3] for p in r):
        return 0.0
    starts = [p for other in rows if other is not row for p in other if abs(p.x0 - row[0].x0) < 1]
    return max((p.x1 for p in starts), default=0.0)


def _goes_on(above: list[Piece], piece: Piece, row_pitch: float, reach: float) -> bool:
    """Whether a piece is the next line of a cell of the row above.

    If it is, its first word did not fit on the line above.
    """
    over = [p for p in above if p.x0 < piece.x1 and piece.x0 < p.x1]
    if not over or over[-1].style != piece.style:
        return False
    pitch = piece.baseline - max(p.baseline for p in over)
    if pitch > 1.5 * piece.size:
        return False
    if piece.text[:1].islower() or over[-1].text.endswith("-"):
        return True
    if row_pitch and abs(pitch - row_pitch) > 0.08 * row_pitch:
        return True
    first = piece.text.split()[0]
    width = (piece.x1 - piece.x0) * len(first) / len(piece.text) + 0.25 * piece.size
    return abs(over[-1].x0 - piece.x0) < 1 and over[-1].x1 + width > reach > 0
