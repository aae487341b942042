"""Tables of a page: found, read into cells, joined over pages, and put as statements."""

from collections.abc import Sequence

from msgspec.structs import replace

from ckt_extract.box import Box
from ckt_extract.layout.grid import grid_of
from ckt_extract.layout.shelf import Shelf
from ckt_extract.layout.table_around import Around, around_of, captions_of
from ckt_extract.layout.table_build import Found, box_of, table_of
from ckt_extract.layout.table_edges import edges_of
from ckt_extract.layout.table_head import count_heads, fold_heads, spread_heads
from ckt_extract.layout.table_join import join_tables
from ckt_extract.layout.table_model import GridTable, to_record
from ckt_extract.layout.table_open import open_regions
from ckt_extract.layout.table_opinion import Opinion, doubts_of, opinions_of, settled
from ckt_extract.layout.table_pieces import pieces_of
from ckt_extract.layout.table_regions import framed_regions
from ckt_extract.layout.table_resume import rows_that_go_on
from ckt_extract.layout.table_shape import is_table
from ckt_extract.layout.table_statements import cell_statements
from ckt_extract.layout.table_types import Region
from ckt_extract.reading.page import Page

__all__ = [
    "GridTable",
    "Opinion",
    "cell_statements",
    "find_tables",
    "join_tables",
    "opinions_of",
    "to_record",
]


_REACH = 40.0
"""A caption stands within this many times the size of the text in a table."""


def find_tables(
    page: Page,
    *,
    body_size: float,
    previous: GridTable | None = None,
    opinions: Sequence[Opinion] = (),
) -> list[GridTable]:
    """The tables of one page, from top to bottom.

    Args:
        page: The page. Its running heads may have been left out.
        body_size: Type size of the running text, in points.
        previous: The last table of the page before. With it, one or two rows at the top of the
            page that stand in its columns are found too; `join_tables` then joins the two.
        opinions: What another engine says of the page; used for tables whose `doubts` are not
            empty without it.
    """
    search = _Search(page, body_size, opinions)
    search.framed()
    search.open()
    if previous is not None:
        search.resumed(previous)
    return search.tables()


class _Search:
    """The tables found so far on a page."""

    def __init__(self, page: Page, body_size: float, opinions: Sequence[Opinion]) -> None:
        self.page = page
        self.opinions = opinions
        self.body_size = body_size
        self.pieces = pieces_of(page.words)
        self.shelf = Shelf(self.pieces, lambda piece: piece.baseline)
        self.across, self.down = edges_of(page)
        self.found: list[Found] = []
        self.taken: set[int] = set()
        """Ids of the pieces that are in a table."""

    def framed(self) -> None:
        """Find the tables that edges mark."""
        if len(self.across) + len(self.down) > 1:
            for region in framed_regions(self.pieces, self.across, self.down, self.body_size):
                self.take(region)

    def open(self) -> None:
        """Find the tables without edges."""
        rest = [p for p in self.pieces if id(p) not in self.taken]
        for region in open_regions(rest):
            region.across = [
                e
                for e in self.across
                if region.top <= e.at <= region.bottom
                and e.start >= region.x0 - 20
                and e.end <= region.x1 + 20
            ]
            self.take(region)

    def take(self, region: Region) -> None:
        """Add a region, if it is a table."""
        own = {id(p) for p in region.pieces}
        if own & self.taken:
            return
        grid = grid_of(region, self.page.words)
        if grid is None:
            return
        heads = count_heads(grid, self.page.areas)
        captioned = self.captioned(box_of(grid), region.size)
        if not is_table(grid, heads, self.page.areas, captioned=captioned):
            return
        engine, doubts = "grid", doubts_of(grid, heads)
        if doubts and self.opinions:
            other = settled(region, heads, self.page.words, self.opinions)
            if other is not None:
                (grid, engine), doubts = other, ()
                heads = count_heads(grid, self.page.areas)
        if not grid.ruled:
            spread_heads(grid, heads)
            heads = fold_heads(grid, heads)
        self.taken |= own
        self.found.append(Found(grid, heads, engine, doubts))

    def captioned(self, box: Box, size: float) -> bool:
        """Whether a table has a numbered caption."""
        near = self.shelf.between(box.top - _REACH * size, box.bottom + _REACH * size)
        return bool(captions_of([box], near)[0][0])

    def tables(self) -> list[GridTable]:
        """What was found, with captions and notes, from top to bottom."""
        self.found.sort(key=lambda each: (each.grid.ys[0], each.grid.xs[0]))
        outside = [p for p in self.pieces if id(p) not in self.taken]
        arounds = around_of([box_of(each.grid) for each in self.found], outside, self.page.words)
        for around in arounds:
            self.taken.update(id(p) for p in around.pieces)
        pairs = zip(self.found, arounds, strict=True)
        return [table_of(self.page, each, around) for each, around in pairs]

    def resumed(self, previous: GridTable) -> None:
        """Find the rows at the top of the page that a table of the page before goes on with.

        Where only its head is repeated above a table without a head, it is that table's.
        """
        self.found.sort(key=lambda each: each.grid.ys[0])
        top = self.found[0].grid.ys[0] if self.found else self.page.height
        rest = [p for p in self.pieces if id(p) not in self.taken and p.bottom <= top]
        region = rows_that_go_on(self.page, rest, previous)
        grid = grid_of(region, self.page.words, previous.xs) if region else None
        if region is None or grid is None:
            return
        heads = min(previous.heads, len(grid.slots))
        if table_of(self.page, Found(grid, heads), Around()).header != previous.header:
            heads = 0
        if heads == len(grid.slots):
            if not self.found or self.found[0].heads or len(self.found[0].grid.xs) != len(grid.xs):
                return
            first = self.found.pop(0).grid
            both = replace(first.region, top=region.top, pieces=region.pieces + first.region.pieces)
            grid = grid_of(both, self.page.words, first.xs)
            if grid is None:
                return
        self.taken.update(id(p) for p in region.pieces)
        self.found.insert(0, Found(grid, heads))
