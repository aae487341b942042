"""The unit behind a large number: a small raised % is often outside the line that was found.

Without it 13% would be read as 13. So ink that follows a large number closely is read on its
own; if that fails, the number is not certain either.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ckt_extract.reading.letters import normalise
from ckt_extract.reading.ocr_engine import Engine
from ckt_extract.reading.ocr_ink import Ink, Span
from ckt_extract.reading.ocr_word import OcrWord

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

__all__ = ["with_unit"]

_NUMBER = re.compile(r"\d[\d.,]*")
_LARGE = 40.0
"""Pixels: numbers in smaller type have their unit in the same type."""
_NEAR, _FAR, _BETWEEN = 0.35, 1.5, 0.25
"""Parts of the size: how close to the number a unit starts, how far the picture is looked at,
and how far its letters are apart."""
_FIGURE, _UNIT = 0.55, (0.2, 0.9)
"""Parts of the size: figures are higher than the first, units between the others."""
_SURE = 0.5


def with_unit(
    engine: Engine, pixels: "NDArray[uint8]", word: OcrWord, others: list[OcrWord]
) -> list[OcrWord]:
    """A number, and the unit behind it if there is one that it was read without.

    Args:
        engine: The engine.
        pixels: The whole picture.
        word: The last word of a line.
        others: All words of the picture.
    """
    if word.size < _LARGE or not word.upright or not _NUMBER.fullmatch(word.text):
        return [word]
    left, top = max(round(word.x0 - 0.1 * word.size), 0), max(round(word.baseline - word.size), 0)
    right, bottom = round(word.x1 + _FAR * word.size), round(word.baseline + 0.2 * word.size)
    part = pixels[top:bottom, left:right]
    ink = Ink(part)
    figures, rest = ink.runs[: len(word.text)], ink.runs[len(word.text) :]
    if not _are_figures(ink, figures, word):
        return [word]
    word = word._replace(x0=float(left + figures[0][0]), x1=float(left + figures[-1][1]))
    unit = _unit_of(rest, figures[-1][1], word.size)
    rows = ink.rows(unit) if unit else None
    if unit is None or rows is None or _is_read(word, left + (unit[0] + unit[1]) / 2, others):
        return [word]
    tall = rows.bottom - rows.top
    if not _UNIT[0] * word.size < tall < _UNIT[1] * word.size:
        return [word]
    margin = tall // 3
    cut = part[
        max(rows.top - margin, 0) : rows.bottom + margin,
        max(unit[0] - margin, figures[-1][1]) : unit[1] + margin,
    ]
    read = engine.read(cut)
    text = normalise(read.text.strip())
    if not text or min(read.confidences) < _SURE or any(char.isdigit() for char in text):
        return [word._replace(confidence=0.0)]
    return [
        word,
        word._replace(
            text=text,
            x0=float(left + unit[0]),
            x1=float(left + unit[1]),
            size=tall / 0.75,
            baseline=float(top + rows.bottom),
            confidence=min(read.confidences),
            raised=rows.bottom + top < word.baseline - 0.1 * word.size,
            glued=True,
        ),
    ]


def _are_figures(ink: Ink, runs: list[Span], word: OcrWord) -> bool:
    """Whether the figures of a number stand apart, one a run of ink."""
    if len(runs) < len(word.text):
        return False
    for char, run in zip(word.text, runs, strict=True):
        rows = ink.rows(run)
        if rows is None or (char.isdigit() and rows.bottom - rows.top < _FIGURE * word.size):
            return False
    return all(after[0] - before[1] < _NEAR * word.size for before, after in pairwise(runs))


def _unit_of(runs: list[Span], end: int, size: float) -> Span | None:
    """The runs of ink that follow closely; None if there are none, or they do not end."""
    unit: Span | None = None
    for run in runs:
        if run[0] - end > (_NEAR if unit is None else _BETWEEN) * size:
            return unit
        unit = (unit[0] if unit else run[0], run[1])
        end = run[1]
    return unit


def _is_read(word: OcrWord, x: float, others: list[OcrWord]) -> bool:
    """Whether what stands behind a number was read as a word of its own."""
    return any(
        other.x0 <= x <= other.x1 and abs(other.baseline - word.baseline) < word.size
        for other in others
        if other.line != word.line
    )
