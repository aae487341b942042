"""Lines that may be the label of a number in an infographic, put together as labels."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["Label", "labels_of"]

_MOST_LINES = 7
"""A label of more lines is a paragraph of the text."""
_MOST_LETTERS = 260
_LEAST = 1.2
"""Numbers that are smaller, in times the body text, stand in bubbles; labels may be as large."""
_PROSE = 50
_LONGEST = 80
"""Lines with more letters that follow each other are running text."""
_PITCH = 1.25
"""Lines of a label follow each other at distances that differ by less than this factor."""
_SPACED = 1.25
"""Lines further apart than this many times their size are one label only when they are aligned."""


class Label(Struct):
    """Lines that stand closely below each other in one style."""

    lines: list[Line]
    x0: float
    top: float
    x1: float
    bottom: float
    area: Area | None = None
    used: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether it ends as running text does, and is as long."""
        letters = sum(len(line.text) for line in self.lines)
        return letters > _PROSE and self.lines[-1].text.endswith(".")


def labels_of(lines: Sequence[Line], callouts: Sequence[Callout], body: float) -> list[Label]:
    """Lines that may be labels, put together where they stand closely below each other."""
    most = max((each.size for each in callouts if each.size >= _LEAST * body), default=0.0)
    labels: list[Label] = []
    for line in lines:
        if line.size > 0.85 * most:
            continue  # not smaller than a number
        if (
            line.bold
            and line.size > 1.12 * body
            and not _in_row(line, lines, callouts)
            and not _is_beside(line, callouts)
        ):
            continue  # a heading
        label = _above(line, labels, callouts)
        if label and _starts_anew(label, line, lines):
            label = None
        if label is None:
            if is_year([line]) or not is_number(line.words) or _has_words(line):
                labels.append(Label([line], line.x0, *_ink(line)))
        else:
            label.lines.append(line)
            label.x0, label.x1 = min(label.x0, line.x0), max(label.x1, line.x1)
            label.bottom = max(label.bottom, line.baseline)
    return [
        label
        for label in labels
        if len(label.lines) <= _MOST_LINES
        and not (len(label.lines) > 1 and len(label.lines[0].text) > _LONGEST)
        and sum(len(line.text) for line in label.lines) <= _MOST_LETTERS
    ]


def _has_words(line: Line) -> bool:
    """Whether a number has words with it, more than a unit: `2 landen`, `uit 5 landen`."""
    return any(word.text.isalpha() for word in line.words)


def _in_row(line: Line, lines: Sequence[Line], callouts: Sequence[Callout]) -> bool:
    """Whether a line is one of three or more in a row, each right above a number of its own."""
    row = [
        other
        for other in lines
        if abs(other.baseline - line.baseline) < 1 and abs(other.size - line.size) < 0.1
    ]
    over = [
        [
            callout
            for callout in callouts
            if abs((other.x0 + other.x1) / 2 - callout.middle[0]) < callout.size
            and 0 < callout.top - other.baseline < callout.size
        ]
        for other in row
    ]
    return len(row) > 2 and all(len(each) == 1 for each in over)


def _is_beside(line: Line, callouts: Sequence[Callout]) -> bool:
    """Whether a line stands right behind a number that is much larger."""
    middle = line.baseline - 0.35 * line.size
    return any(
        0 < line.x0 - callout.x1 < 1.5 * callout.size
        and callout.top < middle < callout.bottom
        and callout.size > 1.6 * line.size
        for callout in callouts
    )


def _above(line: Line, labels: Sequence[Label], callouts: Sequence[Callout]) -> Label | None:
    """The label that a line goes on."""
    for label in reversed(labels):
        last = label.lines[-1]
        distance = line.baseline - last.baseline
        if distance > 4 * line.size:
            return None
        if _joins(last, line, distance) and not _parted(label, line, callouts):
            return label
    return None


def _starts_anew(label: Label, line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands further below a label than lines follow each other in either."""
    distance = line.baseline - label.lines[-1].baseline
    steps = [
        other.baseline - line.baseline
        for other in lines
        if 0.5 * line.size < other.baseline - line.baseline <= 2 * line.size
        and abs(other.size - line.size) < 0.1
        and abs(other.x0 - line.x0) < 1
    ]
    steps += [low.baseline - high.baseline for high, low in pairwise(label.lines[-2:])]
    return distance > _PITCH * min(steps, default=distance)


def _ink(line: Line) -> tuple[float, float, float]:
    """Top, right and bottom of the letters: word boxes are as high as the size."""
    return line.baseline - 0.7 * line.size, line.x1, line.baseline


def _joins(last: Line, line: Line, distance: float) -> bool:
    """Whether a line goes on below another in the same style."""
    if not 0.5 * line.size < distance <= 2 * line.size:
        return False
    if abs(last.size - line.size) > 0.08 * line.size or _style(last) != _style(line):
        return False
    if distance > _SPACED * line.size and not _aligned(last, line):
        return False
    left, right = max(last.x0, line.x0), min(last.x1, line.x1)
    return right - left > 0.3 * min(last.x1 - last.x0, line.x1 - line.x0)


def _aligned(last: Line, line: Line) -> bool:
    """Whether two lines start, end or are centred below each other."""
    return (
        min(
            abs(last.x0 - line.x0),
            abs(last.x1 - line.x1),
            abs(last.x0 + last.x1 - line.x0 - line.x1) / 2,
        )
        < 0.5 * line.size
    )


def _style(line: Line) -> tuple[bool, bool, int]:
    return line.bold, line.italic, line.colour


def _parted(label: Label, line: Line, callouts: Sequence[Callout]) -> bool:
    """Whether two lines stand beside numbers below each other, as the entries of a list do."""
    above, below = _row_of(label.lines[-1], callouts), _row_of(line, callouts)
    if above is None or below is None or above == below:
        return False
    one, other = callouts[above], callouts[below]
    apart = min(
        abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.middle[0] - other.middle[0])
    )
    return abs(one.bottom - other.bottom) > 1 and apart < one.size


def _row_of(line: Line, callouts: Sequence[Callout]) -> int | None:
    """The number, in a column of numbers to the left or right, that a line is nearest to."""
    middle = line.baseline - 0.35 * line.size
    best: tuple[float, int] | None = None
    for index, callout in enumerate(callouts):
        if callout.x1 <= line.x0 or callout.x0 >= line.x1:
            gap = max(line.x0 - callout.x1, callout.x0 - line.x1)
            distance = abs(callout.middle[1] - middle)
            if gap < 3 * callout.size and distance < 0.6 * callout.size:
                score = distance + 0.2 * gap
                if best is None or score < best[0]:
                    best = (score, index)
    return best[1] if best else None
