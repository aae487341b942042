"""Labels and values in two columns that are read row by row."""

from collections.abc import Sequence

from ckt_extract.layout.lines import Line, line_of

__all__ = ["paired_rows"]

_LONGEST = 30
_USUAL = 20
"""Letters of a label at most, and on average: lines of a narrow column of text have more."""


def paired_rows(left: Sequence[object], right: Sequence[object]) -> list[Line]:
    """The lines of two columns row by row, when one of them holds labels or values of the other.

    Each line of the one side then has a line of the other on its baseline, and is short. Where
    both sides have one line a row, the two become one line. Gives no lines when the columns are
    to be read one after the other.
    """
    lefts = [item for item in left if isinstance(item, Line)]
    rights = [item for item in right if isinstance(item, Line)]
    if len(lefts) < len(left) or len(rights) < len(right) or min(len(lefts), len(rights)) < 2:
        return []
    pairs = _partners(lefts, rights)
    if len(pairs) == len(lefts) == len(rights) and (_short(lefts) or _short(rights)):
        return [_row(line, pairs[id(line)]) for line in lefts]
    if len(pairs) == len(lefts) and _short(lefts):
        return _by_row(lefts, rights)
    if len(pairs) == len(rights) and _short(rights):
        return _by_row(rights, lefts)
    return []


def _row(line: Line, partner: Line) -> Line:
    """A label and its value as one line."""
    row = line_of(line.words + partner.words)
    row.marks = line.marks + partner.marks
    row.dot = line.dot
    row.split = len(line.words)
    return row


def _by_row(labels: list[Line], others: list[Line]) -> list[Line]:
    """Each label, then what stands beside it, down to the next one."""
    rows: list[Line] = []
    at = 0
    for label in labels:
        while at < len(others) and others[at].baseline < label.baseline - 0.3 * label.size:
            rows.append(others[at])
            at += 1
        rows.append(label)
    return rows + others[at:]


def _partners(lefts: list[Line], rights: list[Line]) -> dict[int, Line]:
    """The line on the right side with the same baseline, by the identity of the left one."""
    pairs: dict[int, Line] = {}
    at = 0
    for line in lefts:
        while at < len(rights) and rights[at].baseline < line.baseline - 0.3 * line.size:
            at += 1
        if at < len(rights) and abs(rights[at].baseline - line.baseline) <= 0.3 * line.size:
            pairs[id(line)] = rights[at]
            at += 1
    return pairs


def _short(lines: list[Line]) -> bool:
    """Whether lines are short enough for labels or values, not lines of text."""
    lengths = [len(line.text) for line in lines]
    return max(lengths) <= _LONGEST and sum(lengths) <= _USUAL * len(lengths)
