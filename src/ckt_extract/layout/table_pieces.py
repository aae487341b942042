"""What a table is built from: pieces of text with a gap around them."""

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Word

__all__ = [
    "CAPTION",
    "Piece",
    "cut_piece",
    "is_value",
    "is_year",
    "lines_of",
    "pieces_of",
]

_WIDE = 1.4
"""A gap wider than this many times the usual space of the page parts two pieces, …"""
_GAP = (0.34, 0.5)
"""… but one of at most 0.34 times the size never does, and one of more than 0.5 always. A space
is 0.2 to 0.32 wide, more in justified text; columns set very close are 0.4 apart."""
_DIGITS = frozenset("0123456789%")
_SAMPLE = 400
"""Words of a page from which its usual space is taken."""
_LINE = 0.25
"""Baselines this near to each other, in parts of the size, are one line."""

_NUMBER = r"\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_VALUE = pattern(
    rf"(?:(?:[<>≤≥±~]|ca\.|circa)\s?)?(?:€|\$|EUR)?\s?[-–−+]?\s?(?:{_NUMBER})"
    rf"(?:\s?[-–]\s?(?:{_NUMBER}))?\s?(?:%|‰|€|x)?[*†‡]*"
    rf"|\((?:{_NUMBER})\s?%?\)"
    rf"|(?:[-–−—.]|n\.?v\.?t\.?|n\.?[ab]\.?|n/a|nvt|nb|onbekend)[*†‡]*",
    re.IGNORECASE,
)
CAPTION = pattern(
    r"(?:tabel|table|figuur|figure|grafiek|overzicht|kader|box|schema)\s+"
    r"(?P<number>(?:\d+|[A-Z]|[IVX]+)(?:[.\-–]\d+)*[a-z]?)\b(?!\s*(?:en|and|tot)\b)",
    re.IGNORECASE,
)
"""The start of a numbered caption: `Tabel 3: …`, `Figure 2.1 …`."""

_YEAR = pattern(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?")


def is_value(text: str) -> bool:
    """Whether a cell holds a number, or says that there is none (-, n.v.t.)."""
    return _VALUE.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell holds a year or a span of years."""
    return _YEAR.fullmatch(text) is not None


class Piece(Struct):
    """Words on one baseline that stand no further apart than words of a sentence do."""

    words: list[int]
    """Indexes in `Page.words`, from left to right."""
    x0: float
    x1: float
    baseline: float
    size: float
    text: str
    """Without footnote marks."""
    bold: bool
    spans: list[tuple[float, float]]
    """Left and right end of each word."""
    italic: bool = False

    @property
    def style(self) -> tuple[bool, bool]:
        """Weight and slant: lines of a cell have the same."""
        return self.bold, self.italic

    @property
    def top(self) -> float:
        """Above the tallest letters, by the size: boxes of fonts differ too much."""
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Below the descenders, by the size."""
        return self.baseline + 0.22 * self.size

    @property
    def middle(self) -> float:
        """Middle between left and right."""
        return (self.x0 + self.x1) / 2


def pieces_of(words: list[Word]) -> list[Piece]:
    """The pieces of a page, from top to bottom and left to right."""
    runs: list[list[int]] = []
    run: list[int] = []
    x1 = baseline = size = 0.0
    lifted = False
    gaps = _wide_gaps(words)
    before = ""
    for index, word in enumerate(words):
        if not word.upright:
            continue
        gap, rise = word.x0 - x1, baseline - word.baseline
        if rise == 0 and 0 <= gap <= gaps[1] * size and not word.raised:
            run.append(index)  # the next word of a line: most words are
            x1, before = word.x1, word.text
            continue
        if (
            run
            and -0.3 * size < gap <= _space(before, word.text, gaps) * max(size, word.size)
            and (
                abs(rise) <= _LINE * size
                or (word.raised and 0 < rise < size)
                or (lifted and 0 < -rise < word.size)
            )
        ):
            run.append(index)
            lifted = lifted and word.raised
        else:
            run = [index]
            runs.append(run)
            lifted = word.raised
            baseline, size = word.baseline, word.size
        x1 = word.x1
        before = word.text
        if not word.raised:
            baseline, size = word.baseline, word.size
    pieces = [_piece(words, run) for run in runs]
    pieces.sort(key=lambda piece: (piece.baseline, piece.x0))
    return _merged(words, pieces, gaps)


def _wide_gaps(words: list[Word]) -> tuple[float, float]:
    """The gap, in parts of the size, that is wider than a space on this page.

    The second is for two numbers: a space between them is never stretched, and they seldom
    follow each other in a sentence.
    """
    gaps = sorted(
        gap
        for word, after in pairwise(words[:_SAMPLE])
        if word.baseline == after.baseline and 0.1 < (gap := (after.x0 - word.x1) / word.size) < 0.7
    )
    usual = gaps[len(gaps) // 4] if gaps else 0.25  # the rest may be gaps between columns
    return min(max(_WIDE * usual, _GAP[0]), _GAP[1]), max(1.2 * usual, 0.24)


def _piece(words: list[Word], run: list[int]) -> Piece:
    """The piece of a run of words."""
    every = [words[i] for i in run]
    own = [word for word in every if not word.raised] or every
    first = own[0]
    text = first.text
    bold = first.bold
    if len(own) > 1:
        text = "".join([word.text if word.glued else f" {word.text}" for word in own]).lstrip()
        bold = False not in [word.bold for word in own]
    spans = [(word.x0, word.x1) for word in every]
    return Piece(
        run, spans[0][0], spans[-1][1], first.baseline, first.size, text, bold, spans, first.italic
    )


def cut_piece(piece: Piece, words: list[Word], at: int) -> tuple[Piece, Piece]:
    """The two parts of a piece, the second one from its word number `at`."""
    return _piece(words, piece.words[:at]), _piece(words, piece.words[at:])


def _space(before: str, after: str, gaps: tuple[float, float]) -> float:
    """The widest space between two words, in parts of the size."""
    return gaps[before[-1:] in _DIGITS and after[:1] in _DIGITS]


def _merged(words: list[Word], pieces: list[Piece], gaps: tuple[float, float]) -> list[Piece]:
    """Pieces of one line put together where the content stream gives them apart."""
    merged: list[Piece] = []
    for line in lines_of(pieces):
        line.sort(key=lambda piece: piece.x0)
        last = line[0]
        for piece in line[1:]:
            size = max(last.size, piece.size)
            marks = all(words[i].raised for i in piece.words)
            space = 0.2 if marks else _space(last.text, piece.text, gaps)
            if -0.3 * size < piece.x0 - last.x1 <= space * size:
                last = _piece(words, last.words + piece.words)
            else:
                merged.append(last)
                last = piece
        merged.append(last)
    return merged


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces in order of their baseline, put together where they stand on one line."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and piece.baseline - lines[-1][0].baseline <= _LINE * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines
