"""Footnotes: the raised marks in the text, and the notes at the bottom of the page."""

import re

from ckt_extract.layout.lines import Line
from ckt_extract.reading.page import Word

__all__ = ["take_marks"]

_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])\)?(?:[,;]\s?\d{1,3})*[.,;:]?\Z")
_UNIT = re.compile(r"(?:[kcdm]?m|co|ft|in)\Z", re.IGNORECASE)
"""What a raised 2 or 3 is the power of: m², CO₂."""
_ORDINAL = frozenset({"e", "de", "ste", "st", "nd", "rd", "th", "o", "a"})


def take_marks(line: Line) -> list[Word]:
    """Take the footnote marks out of a line; a raised %, unit power or ordinal stays.

    What stays is glued to the word before it.
    """
    marks: list[Word] = []
    kept: list[Word] = []
    for word in line.words:
        if word.raised and kept and _is_mark(word.text, kept[-1].text):
            marks.append(word)
        else:
            kept.append(word)
    if marks:
        line.words = kept
        line.marks = marks
        line.x1 = max(word.x1 for word in kept)
    return marks


def _is_mark(text: str, before: str) -> bool:
    if not _MARK.match(text):
        return False
    bare = text.rstrip(".,;:")
    if bare in _ORDINAL and before[-1:].isdigit():
        return False
    return not (bare in ("2", "3") and _UNIT.match(before))
