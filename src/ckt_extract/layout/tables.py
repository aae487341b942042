"""Tables of a page: found, read into cells, joined over pages, and put as statements."""

from ckt_extract.layout.grid import Grid, Region, grid_of
from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.table_around import captions_of, notes_of
from ckt_extract.layout.table_head import count_heads, fold_heads, spread_heads
from ckt_extract.layout.table_join import join_tables
from ckt_extract.layout.table_model import GridTable, TableCell, TableNote, to_model
from ckt_extract.layout.table_open import open_regions
from ckt_extract.layout.table_pieces import CAPTION, Piece, edges_of, pieces_of
from ckt_extract.layout.table_regions import framed_regions
from ckt_extract.layout.table_shape import is_table
from ckt_extract.layout.table_statements import cell_statements
from ckt_extract.reading.page import Box, Page, Word

__all__ = ["GridTable", "cell_statements", "find_tables", "join_tables", "to_model"]


def find_tables(page: Page, *, body_size: float) -> list[GridTable]:
    """The tables of one page, from top to bottom.

    Args:
        page: The page.
        body_size: Type size of the running text, in points.
    """
    pieces = pieces_of(page.words)
    across, down = edges_of(page)
    grids: list[tuple[Grid, int]] = []
    taken: set[int] = set()
    for region in framed_regions(pieces, across, down):
        _try(region, page, pieces, grids, taken)
    rest = [p for p in pieces if id(p) not in taken]
    for region in open_regions(rest):
        region.across = [
            e
            for e in across
            if region.top <= e.at <= region.bottom
            and e.start >= region.x0 - 20
            and e.end <= region.x1 + 20
        ]
        _try(region, page, pieces, grids, taken)
    grids.sort(key=lambda found: (found[0].ys[0], found[0].xs[0]))
    boxes = [_box(grid) for grid, _ in grids]
    outside = [p for p in pieces if id(p) not in taken]
    captions = captions_of(boxes, outside)
    titled = {id(p) for lines, _ in captions for p in lines}
    orphans = [p for p in outside if CAPTION.match(p.text) and id(p) not in titled]
    tables = []
    for (grid, heads), box, (lines, number) in zip(grids, boxes, captions, strict=True):
        low = max([box.bottom, *(p.bottom for p in lines if p.top > box.bottom)])
        own = {id(p) for p in lines}
        notes = notes_of(
            Box(box.x0, box.top, box.x1, low),
            [p for p in outside if id(p) not in own],
            page.words,
        )
        table = _table(page, grid, heads, box, lines, number, notes)
        table.ends = any(p.top > box.bottom and p.x0 < box.x1 and p.x1 > box.x0 for p in orphans)
        tables.append(table)
    return tables


def _try(
    region: Region,
    page: Page,
    pieces: list[Piece],
    grids: list[tuple[Grid, int]],
    taken: set[int],
) -> None:
    """Add the grid of a region when it is a table."""
    if any(id(p) in taken for p in region.pieces):
        return
    own = [id(p) for p in region.pieces]
    grid = grid_of(region, page.words)
    if grid is None:
        return
    heads = count_heads(grid, page.areas)
    captioned = bool(captions_of([_box(grid)], pieces)[0][0])
    if not is_table(grid, heads, page.areas, captioned=captioned):
        return
    if not grid.ruled:
        spread_heads(grid, heads)
        heads = fold_heads(grid, heads)
    taken.update(own)
    grids.append((grid, heads))


def _box(grid: Grid) -> Box:
    """Bounds of the table's words and edges."""
    own = grid.region.pieces
    region = grid.region
    return Box(
        min(region.x0, *(p.x0 for p in own)),
        min(region.top, *(p.top for p in own)),
        max(region.x1, *(p.x1 for p in own)),
        max(region.bottom, *(p.bottom for p in own)),
    )


def _unbroken(lines: list[list[Word]]) -> list[Word]:
    """The words of a cell, with those that are broken over two lines joined."""
    words: list[Word] = []
    for line in lines:
        start = len(words)
        words += line
        if start:
            words[start - 1], words[start] = join_broken(
                words[start - 1], words[start], frozenset()
            )
    return words


def _table(
    page: Page,
    grid: Grid,
    heads: int,
    box: Box,
    caption: list[Piece],
    number: str | None,
    notes: list[tuple[str, list[int], list[int]]],
) -> GridTable:
    """The table of a grid, with the words of the page in its cells."""
    cells = []
    used: set[int] = set()
    for row, slots in enumerate(grid.slots):
        for column, slot in enumerate(slots):
            if slot is None or not slot.pieces:
                continue
            lines = sorted(slot.pieces, key=lambda p: (p.baseline, p.x0))
            used.update(i for p in lines for i in p.words)
            words = _unbroken([[page.words[i] for i in p.words] for p in lines])
            cells.append(
                TableCell(
                    row,
                    column,
                    slot.rowspan,
                    slot.colspan,
                    page.number,
                    [w for w in words if not w.raised or w.text == "%"],
                    [w for w in words if w.raised and w.text != "%"],
                )
            )
    title = [i for p in caption for i in p.words]
    used.update(title)
    table_notes = []
    for mark, mark_words, words in notes:
        used.update(mark_words)
        used.update(words)
        table_notes.append(
            TableNote(
                mark,
                [page.words[i] for i in mark_words],
                [page.words[i] for i in words],
                page.number,
            )
        )
    outside = [
        w for i, w in enumerate(page.words) if i not in used and w.x1 > box.x0 and w.x0 < box.x1
    ]
    return GridTable(
        pages=(page.number,),
        box=box,
        xs=grid.xs,
        caption=[page.words[i] for i in title],
        number=number,
        heads=heads,
        rows=len(grid.slots),
        columns=len(grid.xs) - 1,
        cells=cells,
        notes=table_notes,
        engine="grid",
        used={page.number: used},
        above=sum(w.bottom <= box.top for w in outside),
        below=sum(w.top >= box.bottom for w in outside),
    )
