"""A line that the engine read becomes words with their place, size and baseline."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ckt_extract.reading.letters import normalise
from ckt_extract.reading.ocr_engine import Line
from ckt_extract.reading.ocr_ink import Ink, Span

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

__all__ = ["LineWord", "words_of_line"]

_CAPITAL, _X_HEIGHT = 0.75, 0.55
"""Height of capitals and figures, and of small letters, in parts of the size: a little more than
in the fonts of reports, for ink spreads over its edge when a picture is rendered."""
_TALL = re.compile(r"[A-PR-Z0-9bdhkl€%&!?ÀÁÄÈÉËÌÍÏÒÓÖÙÚÜ]")
_SMALL = re.compile("[acemnorsuvwxz]")
_HANGING = re.compile(r"[,;()\[\]{}|/@_§QgjpqyçJ]")
_CLOSING = re.compile(r"\s+([.,;:!?)]+)(?!\S)")
"""The engine sometimes reads a space before a full stop; if there is one, it is found again."""
_SPACE = 0.18
"""Parts of the size: a gap this wide is a space that was not read."""
_LEGIBLE = 14
"""Pixels: marks on lower figures cannot be told."""
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"(?<=[\w.,;:%)!?])(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+)$")
_ENDS_IN_FIGURE = re.compile(r"(?<=[\w.,;:%)!?])\d$")


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word in the picture of its line; lengths in pixels, from the top left."""

    text: str
    x0: float
    x1: float
    size: float
    baseline: float
    confidence: float
    """0-1: how certain the engine is of its least certain character."""
    raised: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of characters with what is known of each."""

    text: str
    middles: list[float]
    confidences: list[float]


def words_of_line(pixels: "NDArray[uint8]", line: Line) -> list[LineWord]:
    """The words of a line from left to right.

    Args:
        pixels: The grey picture of the line.
        line: What the engine read in it.
    """
    pieces = _pieces(line)
    if not pieces:
        return []
    ink = Ink(pixels)
    spans = ink.words([piece.middles for piece in pieces])
    words: list[LineWord] = []
    measured = [_measure(ink, p, s) for p, s in zip(pieces, spans, strict=True)]
    known = [size for size, _ in measured if size]
    usual = median(known) if known else 0.75 * ink.height
    floor = median([base for _, base in measured])
    for piece, span, (own, base) in zip(pieces, spans, measured, strict=True):
        # What is about as large as the rest of the line is as large as the rest
        size = usual if not own or abs(own - usual) < 0.25 * usual else own
        baseline = floor if abs(base - floor) < 0.15 * size else base
        words += _words(ink, piece, span, size, baseline)
    return words


def _pieces(line: Line) -> list[_Piece]:
    """The characters of a line cut at its spaces."""
    pieces: list[_Piece] = []
    at = 0
    for text in _CLOSING.sub(r"\1", line.text).split():
        end = at + len(text)
        pieces.append(_Piece(text, line.columns[at:end], line.confidences[at:end]))
        at = end
    return pieces


def _measure(ink: Ink, piece: _Piece, span: Span) -> tuple[float, float]:
    """Size (0 if no letter tells it) and baseline of a piece."""
    sizes: list[float] = []
    bottoms: list[float] = []
    for char, columns in zip(piece.text, ink.letters(span, piece.middles)[0], strict=True):
        rows = ink.rows(columns)
        if rows is None:
            continue
        if not _HANGING.match(char):
            bottoms.append(rows.bottom)
        if _TALL.match(char):
            sizes.append((rows.bottom - rows.top) / _CAPITAL)
        elif _SMALL.match(char):
            sizes.append((rows.bottom - rows.top) / _X_HEIGHT)
    if not bottoms:
        rows = ink.rows(span)
        bottoms = [rows.bottom if rows else 0.8 * ink.height]
    return (median(sizes) if sizes else 0.0), median(bottoms)


def _words(ink: Ink, piece: _Piece, span: Span, size: float, baseline: float) -> list[LineWord]:
    """The words of a piece: parted at spaces that were not read, with marks of their own."""
    letters, apart = ink.letters(span, piece.middles)
    gaps = [after[0] - before[1] for before, after in pairwise(letters)]
    words: list[LineWord] = []
    start = 0
    for at in range(1, len(letters) + 1):
        if at < len(letters) and not _is_space(piece.text, gaps, at, size):
            continue
        word = LineWord(
            normalise(piece.text[start:at]),
            letters[start][0],
            letters[at - 1][1],
            size,
            baseline,
            _confidence(piece, start, at),
        )
        words += _with_mark(ink, word, letters[start:at] if apart else [])
        start = at
    return words


def _confidence(piece: _Piece, start: int, end: int) -> float:
    """That of the least certain character; of a number, its figures and separators count.

    The engine wavers between % and the same sign of other scripts, which are one here.
    """
    sure = list(zip(piece.text[start:end], piece.confidences[start:end], strict=True))
    figures = [c for char, c in sure if char.isdigit() or char in ".,"]
    if not any(char.isdigit() for char, _ in sure):
        return min(c for _, c in sure)
    return min(*figures, *(c for char, c in sure if char.isalpha()), 1.0)


def _is_space(text: str, gaps: list[int], at: int, size: float) -> bool:
    """Whether a space stands before a character, though it was not read; never in a number."""
    if gaps[at - 1] < _SPACE * size or text[at] in ".,;:!?)%‰" or _in_number(text, at):
        return False
    return not (text[at - 1].isalpha() and text[at].isalpha())  # letters may be spaced out


def _in_number(text: str, at: int) -> bool:
    """Whether a number goes on here: 2020, 1.284, 31-12, 63%."""
    before, after = text[at - 1], text[at]
    if before in ".,-–":
        return text[at - 2 : at - 1].isdigit() and after.isdigit()
    if after in "-–":
        return before.isdigit() and text[at + 1 : at + 2].isdigit()
    return before.isdigit() and after.isdigit()


def _with_mark(ink: Ink, word: LineWord, letters: list[Span]) -> list[LineWord]:
    """A word and the footnote mark behind it, if there is one: 41¹ is 41 with mark 1.

    Args:
        ink: The ink of the line.
        word: The word.
        letters: The columns of its characters; empty if they touch.
    """
    found = _MARK.search(word.text)
    if found is None and letters and _is_lifted(ink, word.text, letters):
        found = _ENDS_IN_FIGURE.search(word.text)
    if found is None:
        return [replace(word, text=word.text.translate(_SUPERSCRIPTS))]
    at = found.start()
    share = (word.x1 - word.x0) / len(word.text)
    left = letters[at][0] if letters else word.x0 + at * share
    right = letters[at - 1][1] if letters else left
    mark = replace(
        word,
        text=found.group().translate(_SUPERSCRIPTS),
        x0=left,
        size=0.6 * word.size,
        baseline=word.baseline - 0.35 * word.size,
        raised=True,
        glued=True,
    )
    return [replace(word, text=word.text[:at], x1=right), mark]


def _is_lifted(ink: Ink, text: str, letters: list[Span]) -> bool:
    """Whether the last character is a small figure above the foot of those before it.

    In doubt it is not: a figure that is taken for a mark is lost to its number. So the others
    must stand on one line, and agree in height if they are figures.
    """
    *others, last = [ink.rows(letter) for letter in letters]
    standing = [
        rows
        for char, rows in zip(text, others, strict=False)
        if char.isalnum() and char not in "gjpqy"
    ]
    if last is None or not standing or None in standing:
        return False
    known = [rows for rows in standing if rows]
    figures = [r for c, r in zip(text, others, strict=False) if r and (c.isdigit() or c.isupper())]
    foot = median([rows.bottom for rows in known])
    tall = median([rows.bottom - rows.top for rows in figures or known])
    small = last.bottom - last.top
    return (
        _LEGIBLE <= tall <= 0.7 * ink.height  # as high as its picture: something else is in it
        and all(abs(rows.bottom - foot) <= 0.1 * tall + 1 for rows in known)
        and all(abs(rows.bottom - rows.top - tall) <= 0.1 * tall + 1 for rows in figures)
        and foot - last.bottom >= 0.25 * tall
        and 0.4 * tall <= small <= (0.8 if figures else 1.2) * tall
    )
