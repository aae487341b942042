"""The statement: one text with its places, whatever it looked like on the page.

A sentence, a bullet, a caption, an infographic callout, a chart label and a table cell all
become a statement. The rooms behind this one never ask where it came from.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.box import Box
from ckt_extract.layout.records import Link, Method, Place
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Word, join_words

__all__ = [
    "PlacedWord",
    "Statement",
    "StatementKind",
    "join_words",
    "place_of_words",
    "statement_of_words",
]

StatementKind = Literal[
    "sentence", "bullet", "heading", "caption", "callout", "cell", "note", "quote", "furniture",
    "contents",
]  # fmt: skip
"""`furniture`: running heads, page numbers; `contents`: a table of contents; `quote`: a pull
quote, which repeats what the text says elsewhere. These are not searched for facts, but their
numbers are accounted for in the audit."""

_USUAL = 12
"""Characters of a word, with the space after it; Dutch words are long."""
_DIGITS = pattern(r"\d+")


class PlacedWord(Struct, array_like=True, gc=False):
    """A word, the page it is on, and where it starts in the statement's text."""

    word: Word
    page: int
    start: int
    apart: bool = False
    """A footnote mark stands in front of it, which is no part of the place of the words."""


class Statement(Struct, array_like=True):
    """A text with its words in reading order.

    `text` may hold more than the words: a cell's statement is `caption · row header ·
    column header: value`, of which `focus` is the part whose numbers are this statement's
    own. The rest is context that says whose and when; its numbers belong to other statements.
    """

    text: str
    words: list[PlacedWord]
    kind: StatementKind
    focus: tuple[int, int]
    """Start and end in `text` of the part that this statement itself states."""
    block: int = 0
    """Statements of the same paragraph, list, table or chart share a block number."""
    section: int | None = None
    """Index of the section it stands in."""
    lead: str = ""
    """Sentence that introduces a list, or the caption or heading above a callout."""
    row_header: str = ""
    """Table cells: the words that head the row."""
    column_header: str = ""
    """Table cells: the header above the column, merged header rows joined with ` / `."""
    links: list[Link] = field(default_factory=list)
    """The links that lie on its words."""
    method: Method = "text"
    reason: str | None = None
    """Why a furniture or contents statement is set aside: page_number, running_head, contents,
    footnote (a mark in the text), bullet, list_numeral, heading_number, …"""
    notes: list[str] = field(default_factory=list)
    """The footnote marks that stand on its words, such as 1 or *."""
    mark: str = ""
    """What is printed in front of it and is no part of its text: a bullet, the numeral of a list
    item or heading, the mark of a footnote. Its word is a furniture statement of its own."""
    places: dict[tuple[int, int], Any] = field(default_factory=dict)
    """What `facts.places` made of the words that were asked for, by their span."""

    def span(self, start: int | None = None, end: int | None = None) -> tuple[int, int]:
        """The words that `text[start:end]` touches: the first, and the one behind the last."""
        starts = [w.start for w in self.words]
        first = 0 if start is None else max(bisect_right(starts, start) - 1, 0)
        last = len(starts) if end is None else max(bisect_right(starts, max(end - 1, 0)), first + 1)
        return first, last

    def place(self, start: int | None = None, end: int | None = None) -> Place:
        """The place of the words that `text[start:end]` touches (by default all of them).

        Only the words on the first of their pages count: a place is on one page.
        """
        first, last = self.span(start, end)
        return place_of_words(self.words[first:last], self.method, self.text)

    def pieces(self, most: int) -> "list[Statement]":
        """The statement itself, or pieces of at most so many words when it is longer.

        A word counts for as many as usual ones would fit into it, or as it has numbers.
        """
        if len(self.words) <= most and _words_in(self.text) <= most:
            return [self]
        cuts, room = [0], most
        for index, placed in enumerate(self.words):
            size = _words_in(placed.word.text)
            if size > room and index > cuts[-1]:
                cuts.append(index)
                room = most
            room -= size
        return [self._piece(self.words[a:b]) for a, b in pairwise([*cuts, len(self.words)])]

    def _piece(self, words: list[PlacedWord]) -> "Statement":
        first = words[0].start
        end = words[-1].start + len(words[-1].word.text)
        moved = [PlacedWord(w.word, w.page, w.start - first, w.apart) for w in words]
        text = self.text[first:end]
        return replace(self, text=text, words=moved, focus=(0, len(text)), places={})


def _words_in(text: str) -> int:
    """How many words there would be in a text of usual length; at least as many as numbers."""
    return max(1 + len(text) // _USUAL, len(_DIGITS.findall(text)))


def place_of_words(words: list[PlacedWord], method: Method = "text", text: str = "") -> Place:
    """The place of words in reading order, on the page of the first: one box a line.

    A line has two boxes where a footnote mark stands between its words.

    Args:
        words: The words, one at least.
        method: How they were read, where it was not by OCR.
        text: What they may say together: the quote is the same string then, not another one.
    """
    page = words[0].page
    own = [w for w in words if w.page == page]
    on_page = [w.word for w in own]
    first = on_page[0].printed or on_page[0]
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    boxes: list[Box] = []
    for placed in own:
        at = placed.word.printed or placed.word
        continues = at.x0 >= x0 and not placed.apart
        if continues and _alike(top, bottom, at.top, at.bottom):
            top, x1, bottom = min(top, at.top), max(x1, at.x1), max(bottom, at.bottom)
        else:
            boxes.append(_rounded(x0, top, x1, bottom))
            x0, top, x1, bottom = at.x0, at.top, at.x1, at.bottom
    boxes.append(_rounded(x0, top, x1, bottom))
    if any(word.ocr for word in on_page):
        method = "ocr"
    quote, _ = join_words(on_page)
    if len(quote) <= _SHORT:
        quote = intern(quote)
    elif quote == text:
        quote = text
    return Place(page, tuple(boxes), quote, method)


_SHORT = 12
"""Characters of a number at most: the same years and counts stand on many pages."""
_ALIKE = 1.5
"""A big number and the lines of its label overlap, but are not one line."""


def _alike(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    """Whether two things side by side are of like height, and half overlap in it."""
    overlap = min(bottom, other_bottom) - max(top, other_top)
    height, other = bottom - top, other_bottom - other_top
    lower, higher = (height, other) if height < other else (other, height)
    return overlap >= lower / 2 and higher <= _ALIKE * lower


def _rounded(x0: float, top: float, x1: float, bottom: float) -> Box:
    return Box(_hundredths(x0), _hundredths(top), _hundredths(x1), _hundredths(bottom))


@lru_cache(maxsize=2048)
def _hundredths(points: float) -> float:
    """A coordinate in hundredths of a point; margins and lines that repeat share one float."""
    return round(points, 2)


def statement_of_words(
    words: list[tuple[Word, int]],
    kind: StatementKind,
    *,
    block: int = 0,
    section: int | None = None,
) -> Statement:
    """A statement that says exactly its words; each word comes with its page number."""
    text, starts = join_words([word for word, _ in words])
    placed = [
        PlacedWord(word, page, start) for (word, page), start in zip(words, starts, strict=True)
    ]
    return Statement(text, placed, kind, (0, len(text)), block, section)
