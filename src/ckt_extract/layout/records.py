"""What stands on a page, as plain records.

The process that lays pages out knows no models: `facts.places` and `outline` make them of these,
which have the names and fields of theirs.
"""

from typing import Literal

from msgspec import Struct

from ckt_extract.box import Box

__all__ = ["Cell", "Figure", "FigureKind", "Link", "Method", "Note", "Place", "Table"]

Method = Literal["text", "table", "ocr"]
FigureKind = Literal["picture", "chart", "infographic"]


class Place(Struct, array_like=True):
    """Where words stand on a page, and the words."""

    page: int
    boxes: tuple[Box, ...]
    """One for each line of words."""
    quote: str
    method: Method = "text"


class Link(Struct, array_like=True):
    """A link annotation; one that runs over several lines is still one link."""

    uri: str
    text: str
    place: Place


class Cell(Struct, array_like=True):
    """One cell of a table."""

    row: int
    column: int
    text: str
    page: int
    box: Box
    notes: tuple[str, ...]


class Note(Struct, array_like=True):
    """A footnote of a table."""

    mark: str
    text: str


class Table(Struct, array_like=True):
    """A table as printed."""

    caption: str | None
    number: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...]
    pages: tuple[int, ...]
    place: Place
    engine: str


class Figure(Struct, array_like=True):
    """A picture, chart or infographic."""

    caption: str | None
    kind: FigureKind
    page: int
    box: Box
    share: float
    place: Place | None
    read: bool
    statements: tuple[str, ...]
