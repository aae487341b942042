"""A line that the engine read becomes words with their place, size and baseline."""

import re
from dataclasses import dataclass, replace
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
"""Height of capitals and figures, and of small letters, in parts of the size; the fonts that
reports are set in (DejaVu, Lato, Liberation, Open Sans) differ by 0.02 from these."""
_TALL = re.compile(r"[A-PR-Z0-9bdhkl€%&!?ÀÁÄÈÉËÌÍÏÒÓÖÙÚÜ]")
_SMALL = re.compile("[acemnorsuvwxz]")
_HANGING = re.compile(r"[,;()\[\]{}|/@_§QgjpqyçJ]")
_SPACE = 0.18
"""Parts of the size: a gap this wide between a letter and a figure or a sign is a space."""
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"(?<=[\w.,;:%)!?])(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+)$")
_LAST_FIGURES = re.compile(r"(?<=[\w.,;:%)!?])\d$")


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word in the picture of its line; lengths in pixels, from the top left."""

    text: str
    x0: float
    x1: float
    size: float
    baseline: float
    confidence: float
    """0-1: that of its least certain character."""
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
    pieces, at = [], 0
    for text in line.text.split():
        end = at + len(text)
        pieces.append(_Piece(text, line.columns[at:end], line.confidences[at:end]))
        at = end
    return pieces


def _measure(ink: Ink, piece: _Piece, span: Span) -> tuple[float, float]:
    """Size (0 if no letter tells it) and baseline of a piece."""
    sizes: list[float] = []
    bottoms: list[float] = []
    for char, columns in zip(piece.text, ink.letters(span, piece.middles), strict=True):
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
    letters = ink.letters(span, piece.middles)
    words: list[LineWord] = []
    start = 0
    for at in range(1, len(letters) + 1):
        gap = letters[at][0] - letters[at - 1][1] if at < len(letters) else size
        if gap >= _SPACE * size and (at == len(letters) or _may_part(piece.text, at)):
            words.append(
                LineWord(
                    piece.text[start:at],
                    letters[start][0],
                    letters[at - 1][1],
                    size,
                    baseline,
                    min(piece.confidences[start:at]),
                )
            )
            words[-1:] = _with_mark(ink, words[-1], letters[start:at])
            start = at
    return [replace(word, text=normalise(word.text)) for word in words]


def _may_part(text: str, at: int) -> bool:
    """Whether a space may have been left out here: never inside a number or between letters."""
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit() or before.isalpha() and after.isalpha():
        return False
    if before in ".,'’" or after in ".,'’%":
        return before.isalpha() or after.isalpha()
    return True


def _with_mark(ink: Ink, word: LineWord, letters: list[Span]) -> list[LineWord]:
    """A word and the footnote mark behind it, if there is one: 41¹ is 41 with mark 1."""
    found = _MARK.search(word.text)
    if found is None:
        found = _LAST_FIGURES.search(word.text)
        if found is None or not _is_lifted(ink, word, letters):
            return [replace(word, text=word.text.translate(_SUPERSCRIPTS))]
    at = found.start()
    mark = replace(
        word,
        text=found.group().translate(_SUPERSCRIPTS),
        x0=letters[at][0],
        size=0.6 * word.size,
        baseline=word.baseline - 0.35 * word.size,
        raised=True,
        glued=True,
    )
    return [replace(word, text=word.text[:at], x1=letters[at - 1][1]), mark]


def _is_lifted(ink: Ink, word: LineWord, letters: list[Span]) -> bool:
    """Whether the last figure of a word is smaller than a figure and above the baseline."""
    rows = ink.rows(letters[-1])
    if rows is None:
        return False
    figure = _CAPITAL * word.size
    return rows.bottom < word.baseline - 0.25 * figure and rows.bottom - rows.top < 0.85 * figure
