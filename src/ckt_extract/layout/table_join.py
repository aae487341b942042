"""A table that goes on on the next page, or in the next column, is one table."""

from msgspec.structs import replace

from ckt_extract.layout.table_model import GridTable, TableCell

__all__ = ["join_tables"]

_SAME = 4.0
"""Ends of columns that differ by less than this are the same."""
_SHIFT = 40.0
"""Left and right pages have other margins; a column further to the right is another text."""
_WORDS = 8
"""Between two parts of a table with a repeated head, no more words than this say so."""


def join_tables(previous: GridTable, next: GridTable) -> GridTable | None:  # noqa: A002 - agreed name
    """One table of two, when the second goes on where the first stops; else None.

    It does when the columns are as wide and the head is repeated, or when it has no head and
    nothing stands between the two but running heads and page numbers. A caption stands above the
    first part or below the last one.
    """
    if previous.columns != next.columns or not _follows(previous, next):
        return None
    late = not previous.caption and next.caption_below  # below the end of the whole table
    if previous.ends or (next.caption and not late and next.number != previous.number):
        return None
    if not _same_columns(previous, next):
        return None
    repeated = previous.heads > 0 and next.header == previous.header
    if max(previous.below, next.above) > (_WORDS if repeated else 0):
        return None
    if not repeated:
        if next.caption and not late:
            return None
        if next.heads and (previous.heads == 0 or _own_head(previous, next)):
            return None
    drop = next.heads if repeated else 0
    shift = previous.rows - drop
    moved = [replace(cell, row=cell.row + shift) for cell in next.cells if cell.row >= drop]
    used = {page: set(indexes) for page, indexes in previous.used.items()}
    for page, indexes in next.used.items():
        used.setdefault(page, set()).update(indexes)
    titled = next if late else previous
    again = [TableCell(0, 0, 1, next.columns, next.caption_page, next.caption)]  # `(continued)`
    return replace(
        previous,
        caption=titled.caption,
        caption_page=titled.caption_page,
        caption_below=titled.caption_below,
        number=titled.number,
        pages=tuple(sorted({*previous.pages, *next.pages})),
        rows=previous.rows + next.rows - drop,
        cells=previous.cells + moved,
        notes=previous.notes + next.notes,
        used=used,
        below=next.below,
        ends=next.ends,
        repeated=[
            *previous.repeated,
            *(again if next.caption and not late else []),
            *(cell for cell in next.cells if cell.row < drop),
        ],
        last_box=next.last_box or next.box,
    )


def _follows(previous: GridTable, next: GridTable) -> bool:  # noqa: A002 - as above
    """Whether the second table starts on the page, or in the column, after the first."""
    last = previous.last_box or previous.box
    if next.pages[0] == previous.pages[-1] + 1:
        return next.box.x0 - last.x0 <= _SHIFT  # to the left: from the last column to the first
    return (
        next.pages[0] == previous.pages[-1]
        and next.box.x0 > last.x1
        and next.box.top < last.bottom
        and next.heads > 0
        and next.header == previous.header
        and not next.caption
    )


def _same_columns(previous: GridTable, next: GridTable) -> bool:  # noqa: A002 - as above
    """Whether the words of each column start, or end, as far from the table's left side."""
    first = previous.last_box or previous.box
    pairs = [
        (one, other)
        for one, other in zip(previous.extents(), next.extents(), strict=True)
        if one and other
    ]
    return any(
        all(min(abs(b[0] - a[0] - shift), abs(b[1] - a[1] - shift)) <= _SAME for a, b in pairs)
        for shift in (0.0, next.box.x0 - first.x0)
    )


def _own_head(previous: GridTable, next: GridTable) -> bool:  # noqa: A002 - as above
    """Whether the second table has a head of its own and not just a first row in bold."""

    def bold(table: GridTable) -> bool:
        heads: list[TableCell] = [cell for cell in table.cells if cell.row < table.heads]
        return all(word.bold for cell in heads for word in cell.words)

    return bold(previous) == bold(next) or not bold(previous)
