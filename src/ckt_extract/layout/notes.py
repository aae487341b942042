"""Footnotes: the raised marks in the text, and the notes at the bottom of the page."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.lines import Line, without_first
from ckt_extract.layout.style import Style
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Page, Word

__all__ = ["mark_notes", "starts_note", "take_marks", "with_marks"]

_MARK = pattern(r"\(?(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])\)?(?:[,;]\s?\d{1,3})*[.,;:]?\Z")
_UNIT = pattern(r"(?:[kcdm]?m|co|ft|in)\Z", re.IGNORECASE)
"""What a raised 2 or 3 is the power of: m², CO₂."""
_CLOSING = ".,;:!?)’”"
_ORDINAL = frozenset({"e", "de", "ste", "st", "nd", "rd", "th", "o", "a"})
_NOTE = pattern(r"(?:\d{1,3}|\*{1,3}|[†‡§]|[a-z])[.)]?\Z")
_SMALL = 0.93
"""Notes are smaller than this many times the body text."""


def take_marks(line: Line) -> None:
    """Take the footnote marks out of a line; a raised %, unit power or ordinal stays."""
    marks: list[Word] = []
    kept: list[Word] = []
    for word in line.words:
        if word.raised and kept and _is_mark(word.text, kept[-1].text):
            marks.append(word)
        elif marks and not word.glued and word.text[0] in _CLOSING and word.x0 - marks[-1].x1 < 1:
            kept.append(replace(word, glued=True))
        else:
            kept.append(word)
    if marks:
        line.words = kept
        line.marks = marks
        line.x1 = max(word.x1 for word in kept)


def with_marks(line: Line) -> list[Word]:
    """The words of a line with its marks among them again."""
    if not line.marks:
        return line.words
    return sorted([*line.words, *line.marks], key=lambda word: word.x0)


def _is_mark(text: str, before: str) -> bool:
    if not _MARK.match(text):
        return False
    bare = text.rstrip(".,;:")
    if bare in _ORDINAL and before[-1:].isdigit():
        return False
    return not (bare in ("2", "3") and _UNIT.match(before))


def starts_note(line: Line, last: Line | None) -> bool:
    """Whether a line begins with the mark of a footnote.

    The mark is raised, or it is the number after the one that the last note begins with.
    """
    words = line.words
    if len(words) < 2:
        return False
    first = words[0].text
    if words[0].raised:
        return _MARK.match(first) is not None
    if last is None or not first.isdecimal() or not last.words[0].text.isdecimal():
        return False
    return int(first) == int(last.words[0].text) + 1


def mark_notes(blocks: Sequence[Block | Atom], page: Page, style: Style) -> None:
    """Set the kind of the blocks that are footnotes: small, and below all text of their column.

    They begin with a mark, or a short rule stands above them.
    """
    texts = [block for block in blocks if isinstance(block, Block)]
    marks = {
        mark.text.rstrip(".,;:") for block in texts for line in block.lines for mark in line.marks
    }
    large = [block for block in texts if block.size >= _SMALL * style.body]
    large.sort(key=lambda block: -block.bottom)
    before: Block | None = None
    for block in texts:
        small = block.size < _SMALL * style.body
        if block.kind not in ("text", "bullet") or not small:
            before = None
            continue
        lowest = _is_lowest(block, large)
        goes_on = before is not None and abs(before.size - block.size) < 0.05 * block.size
        if lowest and (_has_mark(block, marks) or _below_rule(block, page) or goes_on):
            block.kind = "note"
            _take_mark(block)
            before = block
        else:
            before = None


def _is_lowest(block: Block, large: Sequence[Block]) -> bool:
    """Whether no text stands below a block in its column; `large` is sorted from the bottom."""
    for other in large:
        if other.bottom < block.top + 1:
            break
        if other.x1 >= block.x0 and other.x0 <= block.x1:
            return False
    return True


def _has_mark(block: Block, marks: AbstractSet[str]) -> bool:
    """Whether a block begins with a raised mark, or with one that stands in the text."""
    words = block.lines[0].words
    first = block.marker or (words[0] if len(words) > 1 else None)
    if first is None or _NOTE.match(first.text) is None:
        return False
    return first.raised or first.text.rstrip(".)") in marks


def _take_mark(block: Block) -> None:
    """Take the mark of a note out of its words."""
    words = block.lines[0].words
    if block.marker is None and len(words) > 1 and _NOTE.match(words[0].text):
        block.marker = words[0]
        block.lines[0] = without_first(block.lines[0])


def _below_rule(block: Block, page: Page) -> bool:
    """Whether a short rule stands right above a block."""
    return any(
        rule.x1 - rule.x0 > 20
        and rule.x1 - rule.x0 < 0.5 * page.width
        and abs(rule.x0 - block.x0) < 30
        and -2 < block.top - rule.bottom < 2.5 * block.size
        for rule in page.rules
        if rule.bottom - rule.top < 2
    )
