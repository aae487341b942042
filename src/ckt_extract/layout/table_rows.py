"""Rows of a table told from its text: where a cell runs over several lines, and where not."""

from itertools import pairwise

from ckt_extract.layout.table_pieces import Piece, is_value, lines_of

__all__ = ["split_rows"]


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
    stacks = [lines_of(sorted(stack, key=lambda p: p.baseline)) for stack in own]
    leading = _leading(stacks, edges)
    blocks: list[list[Piece]] = []
    for stack in stacks:
        last: list[Piece] | None = None
        for line in stack:
            if (
                last
                and line[0].baseline - last[-1].baseline <= leading
                and line[0].bold == last[-1].bold
                and not _edge_between(last[-1], line[0], edges)
            ):
                last.extend(line)
            else:
                last = list(line)
                blocks.append(last)
    rows = _beside(blocks)
    return _continued(rows)


def _edge_between(upper: Piece, lower: Piece, edges: list[float]) -> bool:
    return any(upper.baseline < at < lower.baseline for at in edges)


def _leading(stacks: list[list[list[Piece]]], edges: list[float]) -> float:
    """Distance up to which two lines of a column belong to one cell; 0 when none do.

    Two numbers below each other are two cells. If any two lines of a column are clearly nearer
    to each other than the nearest two numbers, they are lines of one cell.
    """
    all_pitches: list[float] = []
    row_pitches: list[float] = []
    for stack in stacks:
        numbers = sum(is_value(line[0].text) for line in stack)
        for upper, lower in pairwise(stack):
            if _edge_between(upper[0], lower[0], edges):
                continue
            pitch = lower[0].baseline - upper[0].baseline
            all_pitches.append(pitch)
            if (
                2 * numbers >= len(stack)
                and is_value(upper[0].text)
                and is_value(lower[0].text)
            ):
                row_pitches.append(pitch)
    if not all_pitches:
        return 0.0
    least = min(all_pitches)
    size = max((line[0].size for stack in stacks for line in stack), default=0.0)
    if row_pitches:
        row = min(row_pitches)
    else:
        wider = [pitch for pitch in all_pitches if pitch > 1.12 * least]
        row = min(wider, default=least)
    if least < 0.93 * row and least <= 1.7 * size:
        return 1.08 * least + 0.3
    return 0.0


def _beside(blocks: list[list[Piece]]) -> list[list[Piece]]:
    """Blocks put together where they overlap in height."""
    blocks.sort(key=lambda block: block[0].top)
    rows: list[list[Piece]] = []
    bottom = float("-inf")
    for block in blocks:
        if rows and block[0].top < bottom - 0.15 * block[0].size:
            rows[-1].extend(block)
            bottom = max(bottom, block[-1].bottom)
        else:
            rows.append(list(block))
            bottom = block[-1].bottom
    return rows


def _continued(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Rows without a number that start in lower case go on from the row above.

    This is what is left to tell by where rows stand no further apart than lines do.
    """
    joined: list[list[Piece]] = []
    for row in rows:
        pitch = row[0].baseline - joined[-1][-1].baseline if joined else 0.0
        if (
            joined
            and pitch <= 1.5 * row[0].size
            and all(piece.text[:1].islower() for piece in row)
            and not any(is_value(piece.text) for piece in row)
            and any(is_value(piece.text) for piece in joined[-1])
        ):
            joined[-1].extend(row)
        else:
            joined.append(row)
    return joined
