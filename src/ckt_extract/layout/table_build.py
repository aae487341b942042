"""From the grid of a table to its cells, with the words of the page in them."""

from typing import NamedTuple

from msgspec.structs import replace

from ckt_extract.box import Box
from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.table_around import Around
from ckt_extract.layout.table_model import GridTable, TableCell, TableNote
from ckt_extract.layout.table_pieces import Piece
from ckt_extract.layout.table_types import Grid
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Page, Word

__all__ = ["Found", "box_of", "table_of"]


_MARGIN = 0.09
"""Running heads and page numbers stand in this part of the page's height at both ends."""
_STARRED = pattern(r"(.*[\w%)])([*†‡]+)")


class Found(NamedTuple):
    """A grid that is a table, and how many of its rows are head rows."""

    grid: Grid
    heads: int
    engine: str = "grid"
    doubts: tuple[str, ...] = ()


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
            words, marks = _without_marks(
                _unbroken([[page.words[i] for i in p.words] for p in lines])
            )
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
        word
        for at, word in enumerate(page.words)
        if at not in used
        and word.x1 > box.x0
        and word.x0 < box.x1
        and _MARGIN * page.height < word.baseline < (1 - _MARGIN) * page.height
    ]
    return GridTable(
        pages=(page.number,),
        box=box,
        xs=grid.xs,
        caption=caption,
        caption_page=page.number,
        caption_below=any(word.top > box.bottom for word in caption),
        number=around.number,
        heads=found.heads,
        rows=len(grid.slots),
        columns=len(grid.xs) - 1,
        cells=cells,
        notes=notes,
        engine=found.engine,
        used={page.number: used},
        above=sum(w.bottom <= box.top for w in beside),
        below=sum(w.top >= box.bottom for w in beside),
        ends=around.ends,
        doubts=found.doubts,
    )


def _without_marks(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a cell, and its footnote marks: what is raised (but %), and stars at its end."""
    own = [word for word in words if not word.raised or word.text == "%"] or words
    marks = [word for word in words if all(word is not other for other in own)]
    starred = _STARRED.fullmatch(own[-1].text)
    if starred:
        last = own[-1]
        # All characters are taken to be equally wide
        middle = last.x0 + (last.x1 - last.x0) * len(starred[1]) / len(last.text)
        own = [*own[:-1], replace(last, text=starred[1], x1=middle)]
        marks.append(replace(last, text=starred[2], x0=middle, glued=True))
    return own, marks


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
