"""Where the ink of a line stands: the engine says what is written, the pixels say where.

The engine gives the middle of a character, more or less. The edges of words, the size of the
letters, spaces that were left out and marks above the line are measured in the picture.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import bool_, int32, uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]
    Mask = NDArray[bool_]

__all__ = ["Ink", "Span"]

_FAINT = 16
"""Grey levels: less contrast than this is noise."""
_LARGE = 32
"""Pixels: lines from this height on are softened before they are measured."""
_RULE = 1.0
"""Parts of the height of a line: ink that runs on for longer is a rule or an underline."""

_THIN, _HIGH = 0.12, 1.6
"""A part of the ink that is narrower than this for its height, and this many times higher than
the letters, is an upright rule."""

Span = tuple[int, int]
"""Columns from, and up to without."""


class Extent(NamedTuple):
    """The rows that are inked: from, and up to without."""

    top: int
    bottom: int


class Ink:
    """The ink of one line, be it dark on light or light on dark.

    Args:
        pixels: The grey picture of a line, with a little of what is around it.
    """

    def __init__(self, pixels: "Pixels") -> None:
        self.height, self.width = pixels.shape
        self._mask = _mask(pixels)
        self.runs = _runs(_any(self._mask, 0))
        """The runs of columns with ink, from left to right."""

    def words(self, middles: Sequence[Sequence[float]]) -> list[Span]:
        """The columns of words that follow each other.

        Args:
            middles: For each word the middle of each character, in pixels from the left.
        """
        edges = [middles[0][0] - self.height]
        for word, after in pairwise(middles):
            edges += self._gap(word[-1], after[0])
        edges.append(middles[-1][-1] + self.height)
        return [
            self._shrunk(round(start), round(end))
            for start, end in zip(edges[::2], edges[1::2], strict=True)
        ]

    def letters(self, word: Span, middles: Sequence[float]) -> tuple[list[Span], bool]:
        """The columns of the characters of a word, and whether no two of them touch.

        Letters that do not touch are told by the gaps between them, others by their middles.

        Args:
            word: The columns of the word.
            middles: The middle of each character.
        """
        runs = [run for run in self.runs if run[0] < word[1] and run[1] > word[0]]
        if len(runs) == len(middles):
            return runs, True
        edges: list[float] = [word[0]]
        for middle, after in pairwise(middles):
            edges += self._gap(middle, after)
        edges.append(word[1])
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return [self._shrunk(round(start), round(end)) for start, end in pairs], False

    def rows(self, columns: Span) -> Extent | None:
        """The rows that are inked in some columns; None if none is."""
        inked = self._mask[:, columns[0] : columns[1]]
        rows = _any(inked, 1).nonzero()[0]
        return Extent(int(rows[0]), int(rows[-1]) + 1) if len(rows) else None

    def _gap(self, left: float, right: float) -> tuple[float, float]:
        """The widest gap between two places; nothing halfway if the ink goes on."""
        gaps = [
            (max(before[1], left), min(after[0], right))
            for before, after in pairwise(self.runs)
            if before[1] < right and after[0] > left
        ]
        if not gaps:
            return (left + right) / 2, (left + right) / 2
        return max(gaps, key=lambda gap: gap[1] - gap[0])

    def _shrunk(self, start: int, end: int) -> Span:
        """The columns from the first to the last that is inked; all of them if none is."""
        inside = [(max(a, start), min(b, end)) for a, b in self.runs if a < end and b > start]
        if not inside:
            return max(start, 0), max(min(end, self.width), max(start, 0) + 1)
        return inside[0][0], inside[-1][1]


def _any(mask: "Mask", axis: int) -> "Mask":
    """Whether anything is inked along an axis: an array also where the types allow a scalar."""
    import numpy as np  # noqa: PLC0415 - comes with the engine

    return np.atleast_1d(mask.any(axis=axis))


def _mask(pixels: "Pixels") -> "Mask":
    """Which pixels are ink."""
    import cv2  # noqa: PLC0415 - comes with the engine
    import numpy as np  # noqa: PLC0415 - same

    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    paper = int(np.median(edge))
    # Against the grain of a scan; in small type it would close the gaps between letters
    soft = cv2.GaussianBlur(pixels, (3, 3), 0) if pixels.shape[0] >= _LARGE else pixels
    contrast = np.abs(soft.astype(np.int16) - paper).astype(np.uint8)
    level, _ = cv2.threshold(contrast, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    ink = contrast > max(0.8 * level, _FAINT)
    long = np.ones((1, max(round(_RULE * ink.shape[0]), 3)), np.uint8)
    ink &= cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_OPEN, long) == 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8))
    sizes = np.asarray(stats, dtype=np.int32)
    kept = [False] + [_is_letter(sizes, label, ink.shape[0]) for label in range(1, count)]
    found: Mask = np.array(kept)[labels]
    return found


def _is_letter(stats: "NDArray[int32]", label: int, height: int) -> bool:
    """Whether a part of the ink is no rule, and does not reach in from another line.

    Args:
        stats: Left, top, width, height and area of each part, as OpenCV gives them.
        label: Which part.
        height: Height of the picture.
    """
    _, top, wide, tall, _ = map(int, stats[label])
    bottom = top + tall
    if (top == 0 or bottom == height) and not (top < 0.6 * height and bottom > 0.4 * height):
        return False
    if wide > _THIN * tall:
        return True
    order = stats[1:, 3].argsort()
    upto = stats[1:, 4][order].cumsum()
    usual = int(stats[1:, 3][order][upto.searchsorted(upto[-1] / 2)])
    return tall <= _HIGH * usual


def _runs(inked: "Mask") -> list[Span]:
    """The runs of columns with ink, from left to right."""
    import numpy as np  # noqa: PLC0415 - comes with the engine

    edges = np.diff(np.concatenate([[0], inked.astype(np.int8), [0]]))
    starts, ends = (edges == 1).nonzero()[0], (edges == -1).nonzero()[0]
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]
