"""A part of a page that may be a table, and the grid of its cells."""

from statistics import median

from msgspec import Struct, field

from ckt_extract.layout.table_edges import Edge
from ckt_extract.layout.table_pieces import Piece

__all__ = ["Grid", "Region", "Slot", "region_of"]


class Region(Struct):
    """A part of the page that may be a table, with what lies in it."""

    x0: float
    top: float
    x1: float
    bottom: float
    pieces: list[Piece]
    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)
    framed: bool = False
    """Found by its edges, not by its text alone."""

    @property
    def left(self) -> float:
        """Left end of the edges and the words."""
        return min([self.x0, *(p.x0 for p in self.pieces)])

    @property
    def right(self) -> float:
        """Right end of the edges and the words."""
        return max([self.x1, *(p.x1 for p in self.pieces)])

    @property
    def low(self) -> float:
        """Lower end of the edges and the words."""
        return max([self.bottom, *(p.bottom for p in self.pieces)])

    @property
    def high(self) -> float:
        """Upper end of the edges and the words."""
        return min([self.top, *(p.top for p in self.pieces)])

    @property
    def size(self) -> float:
        """The usual type size."""
        return median(p.size for p in self.pieces)


def region_of(pieces: list[Piece]) -> Region:
    """The region that pieces cover."""
    region = Region(pieces[0].x0, pieces[0].top, pieces[0].x1, pieces[0].bottom, pieces)
    region.x0, region.top, region.x1, region.bottom = (
        region.left, region.high, region.right, region.low,
    )  # fmt: skip
    return region


class Slot(Struct):
    """One cell: its pieces, and how many rows and columns it spans."""

    pieces: list[Piece] = field(default_factory=list)
    rowspan: int = 1
    colspan: int = 1


class Grid(Struct):
    """The cells of a region. Slots that a spanning cell covers are None."""

    xs: list[float]
    """Boundaries of the columns, one more than there are columns."""
    ys: list[float]
    """Boundaries of the rows."""
    slots: list[list[Slot | None]]
    ruled: bool
    """Cells are parted by drawn vertical edges, so that spans are known."""
    region: Region

    def pieces(self, row: int, first: int = 0) -> list[Piece]:
        """The pieces of a row, from a column on."""
        return [p for slot in self.slots[row][first:] if slot for p in slot.pieces]

    def text(self, row: int, column: int) -> str:
        """The text of a slot; empty for one without words or inside a spanning cell."""
        slot = self.slots[row][column]
        return " ".join(p.text for p in slot.pieces) if slot else ""
