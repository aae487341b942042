"""Lists of words with a number each, on a page of drawings: values with labels, and no table."""

from ckt_extract.layout.chart import Chart, Entry, Others, chart_of
from ckt_extract.layout.lines import Line, line_of
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.table_model import GridTable, TableCell
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["value_list"]

_COLUMNS = 3
"""A list has no more columns: numerals, words, numbers."""


def value_list(table: GridTable) -> Chart | None:
    """The values of a table without a head or caption that is a list; None for a real table.

    Each row has words and a number, in two columns; a column of numerals may stand before them. A
    head over the words alone is the title of the list.
    """
    if table.caption or table.columns > _COLUMNS or len(table.pages) > 1:
        return None
    head = [cell for cell in table.cells if cell.row < table.heads]
    if len(head) > 1 or any(any(map(str.isdigit, cell.text)) for cell in head):
        return None
    titles = [line_of(cell.words) for cell in head]
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells[len(head) :]:
        rows.setdefault(cell.row, []).append(cell)
    entries: list[Entry] = []
    others: list[Others] = [([title], "label") for title in titles]
    context = [title.text for title in titles]
    for at, row in enumerate(rows.values(), start=1):
        lines = [line_of(cell.words) for cell in row]
        first, *rest = lines[0].words
        if first.text.rstrip(".)") == str(at) and (rest or len(lines) == _COLUMNS):
            others.append(([line_of([first])], "list_numeral"))
            lines[:1] = [line_of(rest)] if rest else []
        if len(lines) != _COLUMNS - 1 or is_number(lines[0].words) is is_number(lines[1].words):
            return None
        value, label = sorted(lines, key=lambda line: not is_number(line.words))
        if is_year([value]):
            return None
        entries.append(Entry([value], _rows_of(label), list(context)))
    box = Area(*table.box, fill=None, curved=False)
    return chart_of(box, entries, others)


def _rows_of(label: Line) -> list[Line]:
    """The lines of a label, whose words may stand below each other."""
    lines: list[list[Line]] = []
    for word in label.words:
        if lines and abs(lines[-1][0].baseline - word.baseline) < 1:
            lines[-1].append(line_of([word]))
        else:
            lines.append([line_of([word])])
    return [line_of([word for part in row for word in part.words]) for row in lines]
