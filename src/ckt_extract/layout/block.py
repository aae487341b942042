"""A block: the lines of one paragraph, heading, bullet or caption."""

from typing import Literal

from msgspec import Struct, field

from ckt_extract.layout.lines import Line, text_of
from ckt_extract.reading.page import Word

__all__ = ["Atom", "Block", "BlockKind"]

BlockKind = Literal[
    "text", "bullet", "heading", "caption", "quote", "note", "furniture", "contents"
]


class Block(Struct):
    """Lines that belong together, in reading order."""

    lines: list[Line]
    page: int
    kind: BlockKind = "text"
    marker: Word | None = None
    """The bullet, list numeral, heading number or note mark in front, taken out of the lines."""
    text_x0: float = 0.0
    """Where the text behind the marker starts."""
    reason: str | None = None
    right: float = 0.0
    """Right edge of the column it stands in."""
    more: "list[Block]" = field(default_factory=list)
    """Where it goes on, in the next column or on the next page."""
    inside: int = 0
    """Number of the box with a background that it stands in; 0 is the page itself."""
    opens: bool = True
    """A heading opens a section; the titles on a title page do not."""
    in_picture: bool = False
    """OCR read it in a picture: it opens no section."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(line.x1 for line in self.lines)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(line.bottom for line in self.lines)

    @property
    def size(self) -> float:
        """Type size of its first line."""
        return self.lines[0].size

    @property
    def text(self) -> str:
        """Its words, without joining broken ones: enough to look at."""
        return " ".join(text_of(line.words) for line in self.lines)


class Atom(Struct):
    """Something with a place in the flow that is not made of lines: a picture, table, panel."""

    x0: float
    top: float
    x1: float
    bottom: float
    content: object = None
