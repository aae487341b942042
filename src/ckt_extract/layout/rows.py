"""Wide gaps in a line: of justified text and behind a marker they are closed, others part it."""

from ckt_extract.reading.page import Word

__all__ = ["close_gaps"]

Run = list[Word]
_NEAR = 6
"""So many rows above and below a line are looked at: of other columns, too."""
_MOST = 60
"""A row of more pieces is no line of text."""
_LEADING = 1.7
"""Lines of a paragraph follow each other within this many times the size."""
_WIDEST = 3.5
"""A space of justified text is at most this many times the size wide."""


def close_gaps(rows: list[list[Run]]) -> None:
    """Join the runs of a row over spaces that are wide because the text is justified.

    Such a space lies above or below words of a line next to it that has the same right edge; the
    gutter between two columns, or two cells of a table, does not.

    Args:
        rows: Runs by row from top to bottom, in each from left to right. They are changed.
    """
    for _ in range(3):
        changed = False
        for index, row in enumerate(rows):
            if 1 < len(row) <= _MOST:
                changed |= _close_row(rows, index)
        if not changed:
            return


def _close_row(rows: list[list[Run]], index: int) -> bool:
    """Close what can be closed in one row."""
    row = rows[index]
    beside = _beside(rows, index)
    closed = [row[0]]
    for at, run in enumerate(row[1:], 1):
        last = closed[-1]
        following = row[at + 1] if at + 1 < len(row) else None
        even = (
            _is_even(last, run, following)
            and not _is_edge(run, beside)
            and _in_paragraph(row[:at], beside)
        )
        if even or _is_space(last, run, row, beside):
            closed[-1] = last + run
        else:
            closed.append(run)
    rows[index] = closed
    return len(closed) < len(row)


def _beside(rows: list[list[Run]], index: int) -> list[list[Run]]:
    """The rows right above and below, as far as they are of about the same size."""
    word = rows[index][0][0]
    beside: list[list[Run]] = []
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(rows):
            other = rows[at][0][0]
            if abs(other.baseline - word.baseline) > 1.9 * word.size or abs(at - index) > _NEAR:
                break
            beside.append(rows[at])
            at += step
    return beside


def _is_even(last: Run, run: Run, following: Run | None) -> bool:
    """Whether a gap is as wide as the spaces beside it: those of a justified line all are."""
    size = run[0].size
    gap = run[0].x0 - last[-1].x1
    others: list[float] = []
    if len(last) > 1:
        others.append(last[-1].x0 - last[-2].x1)
    if len(run) > 1:
        others.append(run[1].x0 - run[0].x1)
    elif following is not None:
        others.append(following[0].x0 - run[0].x1)
    return (
        bool(others)
        and abs(last[-1].size - size) < 0.1 * size
        and gap <= _WIDEST * size
        and all(abs(gap - other) < 0.25 * size for other in others)
        and last[-1].text[:1].isalpha()
        and run[0].text[:1].isalpha()
    )


def _in_paragraph(before: list[Run], beside: list[list[Run]]) -> bool:
    """Whether a line right above or below starts where one of the runs of a row does.

    If none does, they are labels in a row: a justified line is never alone.
    """
    word = before[0][0]
    return any(
        abs(near[0].x0 - run[0].x0) < 0.5 * word.size
        for other in beside
        if abs(other[0][0].baseline - word.baseline) <= _LEADING * word.size
        for near in other
        for run in before
    )


def _is_edge(run: Run, beside: list[list[Run]]) -> bool:
    """Whether a run starts at the left edge of a column: exactly below or above another."""
    x0 = run[0].x0
    return any(abs(near[0].x0 - x0) < 0.5 for other in beside for near in other[1:])


def _is_space(last: Run, run: Run, row: list[Run], beside: list[list[Run]]) -> bool:
    x0, x1 = last[-1].x1, run[0].x0
    size = run[0].size
    if x1 - x0 > _WIDEST * size or abs(last[-1].size - size) > 0.1 * size:
        return False
    crossed = False
    for other in beside:
        for at, near in enumerate(other):
            if abs(near[0].size - size) > 0.1 * size:
                continue
            left, right = near[0].x0, near[-1].x1
            if left <= x0 and right >= x1:
                crossed |= any(abs(each[-1].x1 - right) < 0.5 * size for each in row)
            elif at and near[0].x0 > x0 and other[at - 1][-1].x1 < x1:
                overlap = min(near[0].x0, x1) - max(other[at - 1][-1].x1, x0)
                if overlap > 0.5 * size:
                    return False
    return crossed
