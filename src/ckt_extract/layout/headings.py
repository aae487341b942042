"""Headings: larger or bolder than the text they stand above, short and without a full stop."""

from collections.abc import Sequence
from typing import TypeGuard

from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.figures import FigureDraft
from ckt_extract.layout.lines import Line, without_first
from ckt_extract.layout.markers import ARROWS
from ckt_extract.layout.page_layout import Heading
from ckt_extract.layout.style import Style
from ckt_extract.patterns import pattern

__all__ = ["Levels", "mark_headings", "mark_subtitles", "mark_title_page"]

_NUMBER = pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z](?:\.\d{1,2}){1,3}\.?|[IVX]{1,5}\.)\Z")
"""A printed number before a title: 3, 3.2.1, IV."""
_NO_HEADING = pattern(r"(?<!\.[A-Z])[.;,:][\"'”’»)\]]*\Z")
"""A full stop, unless it is that of an abbreviation: N.V."""
_STOP = pattern(r"[.!?:;…][\"'”’»)\]]*\Z")
_LETTER = pattern(r"[^\W\d_]{2}")


def mark_headings(blocks: Sequence[Block | Atom], style: Style) -> None:
    """Set the kind of those blocks that are headings, and take their number out."""
    for at in range(len(blocks) - 1, -1, -1):  # a heading may stand above another one
        block = blocks[at]
        if (
            isinstance(block, Block)
            and block.kind in ("text", "bullet")
            and not (block.in_picture or block.lines[0].split)
        ):
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            if _is_heading(block, below, style):
                block.kind = "heading"
                _take_number(block)
    _leave_questions(blocks, style)


def _leave_questions(blocks: Sequence[Block | Atom], style: Style) -> None:
    """Make the questions of an interview text again: they are no larger than the answers.

    There are several of them, or the answer stands in quotation marks.
    """
    questions: list[Block] = []
    quoted = False
    for at, block in enumerate(blocks):
        if _is_open(block) and block.size < 1.05 * style.body and block.text.endswith("?"):
            questions.append(block)
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            quoted = quoted or (isinstance(below, Block) and below.text[0] in "‘“„«'\"")
    if quoted or len(questions) > 1:
        for block in questions:
            block.kind = "text"


def mark_subtitles(blocks: Sequence[Block | Atom]) -> None:
    """Make headings that only go on the title above them text.

    A subtitle stands right below a larger heading. It is lighter than that heading and no other
    heading looks like it, or it has nothing but the next heading below it, which is as large.
    """
    for at in range(1, len(blocks)):
        above, block = blocks[at - 1], blocks[at]
        if not (_is_open(above) and _is_open(block)):
            continue
        title, line = above.lines[0], block.lines[0]
        near = line.top - above.bottom < 2.5 * line.size
        if not near or title.size < 1.2 * line.size or block.marker is not None:
            continue
        alike = sum(
            _is_open(other) and _alike(other.lines[0], line)
            for other in blocks
            if other is not block
        )
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        lighter = title.bold and not line.bold and not alike
        empty = _is_open(below) and below.lines[0].size >= 0.98 * line.size and not alike
        if lighter or empty:
            block.kind = "text"


def mark_title_page(blocks: Sequence[Block | Atom]) -> None:
    """Let the headings of a title page open no sections, except that of the contents.

    A title page holds headings, short lines, pictures and contents, but no text.
    """
    for block in blocks:
        if isinstance(block, Atom):
            if not isinstance(block.content, FigureDraft) or block.content.kind != "picture":
                return
        elif block.kind in ("bullet", "note") or (
            block.kind == "text" and (len(block.lines) > 2 or _STOP.search(block.text))
        ):
            return
    for at, block in enumerate(blocks):
        if isinstance(block, Block) and block.kind == "heading":
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            block.opens = isinstance(below, Block) and below.kind == "contents"


def _is_open(block: Block | Atom | None) -> TypeGuard[Block]:
    """Whether a block is a heading."""
    return isinstance(block, Block) and block.kind == "heading"


def _alike(line: Line, other: Line) -> bool:
    return (
        abs(line.size - other.size) < 0.05 * other.size
        and line.bold is other.bold
        and line.colour == other.colour
    )


def _is_heading(block: Block, below: Block | Atom | None, style: Style) -> bool:
    line = block.lines[0]
    text = block.text
    if block.marker is not None and not _NUMBER.match(block.marker.text):
        return False
    if len(text) > 160 or len(block.lines) > 4 or not _LETTER.search(text):
        return False
    if _NO_HEADING.search(text) or text[0].islower() or text[0] in ARROWS:
        return False
    larger = line.size > 1.12 * style.body
    if larger and line.size > 1.35 * style.body:
        return True
    if len(block.lines) > 2 or len(text) > 110:
        return False
    bolder = all(line.bold for line in block.lines) and not style.bold
    distinct = larger or bolder or (line.colour != style.colour and text.isupper())
    if not distinct and not (text.isupper() and len(text) > 3):
        return False
    usual = below.size if isinstance(below, Block) else style.body
    if line.size < (0.8 if text.isupper() else 0.95) * min(style.body, usual):
        return False
    return _stands_above(block, below, style)


def _stands_above(block: Block, below: Block | Atom | None, style: Style) -> bool:
    """Whether something of another style follows that the block can be the heading of."""
    if isinstance(below, Block):
        if below.kind == "heading":
            return True
        first = below.lines[0]
        same = (
            abs(first.size - block.size) < 0.06 * block.size
            and first.bold is block.lines[0].bold
            and first.colour == block.lines[0].colour
        )
        far = first.top - block.bottom > 4 * max(block.size, style.body)
        return not (same and below.marker is None) and not far
    return below is not None or block.size > 1.12 * style.body


def _take_number(block: Block) -> None:
    """Take the printed number out of the words of a heading."""
    if block.marker is not None:
        return
    words = block.lines[0].words
    if len(words) > 1 and _NUMBER.match(words[0].text) and not words[1].glued:
        text = words[0].text
        if "." not in text and not words[1].text[0].isupper():
            return  # "12 bedrijven sloten zich aan"
        if "." not in text and len(text) > 1 and int(text) > 30:
            return
        block.marker = words[0]
        block.lines[0] = without_first(block.lines[0])


Rank = tuple[float, bool, bool]
"""Larger type ranks higher, then bold, then capitals."""

Section = tuple[Rank, int, int, str]
"""An open section: rank, depth of the printed number (0 without one), index, title."""


class Levels:
    """The tree of sections, built heading by heading.

    Under printed numbers, 3.2.1 stands below 3.2. Otherwise a heading stands below the last one
    before it that is larger, or as large and bolder.
    """

    def __init__(self) -> None:
        self.open: list[Section] = []
        self._count = 0

    @property
    def current(self) -> int | None:
        """Index of the section that is open."""
        return self.open[-1][2] if self.open else None

    @property
    def title(self) -> str:
        """Title of the section that is open, or nothing."""
        return self.open[-1][3] if self.open else ""

    def leave(self, outside: list[Section], least: float) -> None:
        """A box ends: its headings hold no longer, but a banner above the text does.

        Args:
            outside: The sections that were open before the box.
            least: Size from which a heading in a box may be that of the text after it.
        """
        largest = max((section[0][0] for section in outside), default=least)
        banner = self.open[:1] if self.open and self.open[0] not in outside else []
        self.open = banner if banner and banner[0][0][0] > largest else list(outside)

    def add(self, block: Block, title: str) -> Heading:
        """Open the section of a heading."""
        line = block.lines[0]
        number = block.marker.text.rstrip(".") if block.marker else None
        rank = (round(2 * line.size) / 2, line.bold, title.isupper())
        depth = number.count(".") + 1 if number else 0
        while self.open and not _is_above(self.open[-1], rank, depth):
            self.open.pop()
        parent = self.open[-1][2] if self.open else None
        index = self._count
        self._count += 1
        self.open.append((rank, depth, index, title))
        return Heading(title, len(self.open), number, parent, index)


def _is_above(section: Section, rank: Rank, depth: int) -> bool:
    """Whether an open section is one level or more above a new heading."""
    if depth > 1 and section[1]:
        return section[1] < depth
    return section[0] > rank
