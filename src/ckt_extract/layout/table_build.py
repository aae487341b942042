"""From the grid of a table to its cells, with the words of the page in them."""

from typing import NamedTuple

from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.table_around import Around
from ckt_extract.layout.table_model import GridTable, TableCell, TableNote
from ckt_extract.layout.table_pieces import Piece
from ckt_extract.layout.table_types import Grid
from ckt_extract.reading.page import Box, Page, Word

__all__ = ["Found", "box_of", "table_of"]


class Found(NamedTuple):
    """A grid that is a table, and how many of its rows are head rows."""

    grid: Grid
    heads: int


def box_of(grid: Grid) -> Box:
    """Bounds of the table's words and edges."""
    region = grid.region
    return Box(region.left, region.high, region.right, region.low)


def table_of(page: Page, found: Found, around: Around) -> GridTable:
    """The table of a grid, with its caption and notes."""
    grid = found.grid
    cells: list[TableCell] = []
    used: set[int] = set()
    for row, slots in enumerate(grid.slots):
        for column, slot in enumerate(slots):
            if slot is None or not slot.pieces:
                continue
            lines = sorted(slot.pieces, key=lambda p: (p.baseline, p.x0))
            used.update(i for p in lines for i in p.words)
            every = _unbroken([[page.words[i] for i in p.words] for p in lines])
            words = [word for word in every if not _is_mark(word)] or every
            marks = [word for word in every if _is_mark(word)] if words is not every else []
            cells.append(
                TableCell(row, column, slot.rowspan, slot.colspan, page.number, words, marks)
            )
    caption = _lines_of_words(page, around.caption)
    used.update(i for p in around.caption for i in p.words)
    notes = []
    for note in around.notes:
        used.update(note.mark_words)
        used.update(i for line in note.lines for i in line)
        words = _unbroken([[page.words[i] for i in line] for line in note.lines])
        notes.append(
            TableNote(note.mark, [page.words[i] for i in note.mark_words], words, page.number)
        )
    box = box_of(grid)
    beside = [
        w for i, w in enumerate(page.words) if i not in used and w.x1 > box.x0 and w.x0 < box.x1
    ]
    return GridTable(
        pages=(page.number,),
        box=box,
        xs=grid.xs,
        caption=caption,
        number=around.number,
        heads=found.heads,
        rows=len(grid.slots),
        columns=len(grid.xs) - 1,
        cells=cells,
        notes=notes,
        engine="grid",
        used={page.number: used},
        above=sum(w.bottom <= box.top for w in beside),
        below=sum(w.top >= box.bottom for w in beside),
        ends=around.ends,
    )


def _is_mark(word: Word) -> bool:
    """Whether a word is a footnote mark; a raised % is none."""
    return word.raised and word.text != "%"


def _lines_of_words(page: Page, pieces: list[Piece]) -> list[Word]:
    return _unbroken([[page.words[i] for i in p.words] for p in pieces])


def _unbroken(lines: list[list[Word]]) -> list[Word]:
    """The words of lines, with those that are broken over two lines joined."""
    words: list[Word] = []
    for line in lines:
        start = len(words)
        words += line
        if 0 < start < len(words):
            words[start - 1], words[start] = join_broken(
                words[start - 1], words[start], frozenset()
            )
    return words
