"""A table as it was found, with its words, and the record made of it."""

from itertools import takewhile

from msgspec import Struct, field

from ckt_extract.box import Box
from ckt_extract.layout.records import Cell, Note, Place, Table
from ckt_extract.layout.statement import PlacedWord, join_words, place_of_words
from ckt_extract.layout.table_pieces import CAPTION
from ckt_extract.reading.page import Word

__all__ = ["GridTable", "TableCell", "TableNote", "to_record"]


class TableCell(Struct):
    """A cell with words."""

    row: int
    """Head rows count; a row of a later page has the number it has in the whole table."""
    column: int
    rowspan: int
    colspan: int
    page: int
    words: list[Word]
    """In reading order, without footnote marks; never empty."""
    marks: list[Word] = field(default_factory=list)
    """The footnote marks on it."""

    @property
    def text(self) -> str:
        """The cell as printed, without footnote marks."""
        return join_words(self.words)[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """The footnote marks as text."""
        return tuple(word.text for word in self.marks)


class TableNote(Struct):
    """A footnote below the table."""

    mark: str
    mark_words: list[Word]
    words: list[Word]
    page: int


class GridTable(Struct):
    """A table; one that was joined over several pages is one table."""

    pages: tuple[int, ...]
    box: Box
    """Bounds on the first page."""
    xs: list[float]
    """Boundaries of the columns on the first page."""
    caption: list[Word]
    caption_page: int
    caption_below: bool
    """The caption stands below the table."""
    number: str | None
    """Printed number, from the caption."""
    heads: int
    """Number of head rows."""
    rows: int
    """Number of rows, head rows included."""
    columns: int
    cells: list[TableCell]
    """Cells with words, in reading order."""
    notes: list[TableNote]
    engine: str
    used: dict[int, set[int]]
    """For each page the indexes of the words that the table, its caption and notes take."""
    above: int = 0
    """Words above the table, in its width, that are neither its own nor in the margin."""
    below: int = 0
    """Words below the table on its last page, likewise."""
    ends: bool = False
    """The caption of a table on the next page stands below it."""
    repeated: list[TableCell] = field(default_factory=list)
    """Head cells printed again on later pages."""
    last_box: Box | None = None
    """Bounds on the last page, when there are several."""
    doubts: tuple[str, ...] = ()
    """Why a second opinion may be worth asking."""

    @property
    def header(self) -> tuple[str, ...]:
        """One name a column; head rows joined with ` / `."""
        names: list[list[str]] = [[] for _ in range(self.columns)]
        for cell in takewhile(lambda cell: cell.row < self.heads, self.cells):
            for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                names[column].append(cell.text)
        return tuple(" / ".join(parts) for parts in names)

    @property
    def title(self) -> str:
        """The caption without its label and number."""
        text = join_words(self.caption)[0]
        label = CAPTION.match(text)
        return text[label.end() :].lstrip(" :.-–—|") if label else text

    def extents(self) -> list[tuple[float, float] | None]:
        """Left and right end of the words of each column, on the last page."""
        found: list[tuple[float, float] | None] = [None] * self.columns
        for cell in self.cells:
            if cell.colspan == 1 and cell.page == self.pages[-1] and cell.words:
                x0, x1 = min(w.x0 for w in cell.words), max(w.x1 for w in cell.words)
                known = found[cell.column]
                found[cell.column] = (min(x0, known[0]), max(x1, known[1])) if known else (x0, x1)
        return found

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The body rows as printed; a cell that spans several is given once, at its start."""
        rows = [[""] * self.columns for _ in range(self.rows - self.heads)]
        for cell in self.cells:
            if cell.row >= self.heads:
                rows[cell.row - self.heads][cell.column] = cell.text
        return tuple(tuple(row) for row in rows)


def to_record(table: GridTable) -> Table:
    """The record of a table."""
    first = table.cells[0]
    if table.caption:
        place = _place(table.caption, table.caption_page)
    else:
        row = [
            w for c in table.cells if c.row == first.row and c.page == first.page for w in c.words
        ]
        place = _place(row, first.page)
    return Table(
        caption=table.title or None,
        number=table.number,
        header=table.header,
        rows=table.body,
        cells=tuple(
            Cell(
                row=cell.row,
                column=cell.column,
                text=cell.text,
                page=cell.page,
                box=_bounds(cell.words),
                notes=cell.notes,
            )
            for cell in table.cells
        ),
        notes=tuple(Note(mark=n.mark, text=join_words(n.words)[0]) for n in table.notes),
        pages=table.pages,
        place=place,
        engine=table.engine,
    )


def _place(words: list[Word], page: int) -> Place:
    return place_of_words([PlacedWord(word, page, 0) for word in words], "table")


def _bounds(words: list[Word]) -> Box:
    places = [w.printed or w for w in words]
    return Box(
        round(min(p.x0 for p in places), 2),
        round(min(p.top for p in places), 2),
        round(max(p.x1 for p in places), 2),
        round(max(p.bottom for p in places), 2),
    )
