"""A table as statements: one for each cell, its headers as context."""

from ckt_extract.layout.flow import single_statement
from ckt_extract.layout.sentences import sentence_spans
from ckt_extract.layout.statement import PlacedWord, Statement, StatementKind, join_words
from ckt_extract.layout.table_model import GridTable, TableCell, TableNote
from ckt_extract.layout.table_pieces import is_value, is_year
from ckt_extract.reading.page import Word

__all__ = ["cell_statements"]

_BETWEEN = " · "


def cell_statements(table: GridTable, block: int) -> list[Statement]:
    """The statements of a table in reading order; every word of it is in exactly one.

    The statement of a value reads `caption · row header · column header: value`; its words are
    those of the value, and its focus is the value. Cells that head a row or a column, or name a
    group of rows, are statements without a focus: their numbers are context. Names of groups
    and years beside the name of a row stand in the text in front of it.

    Args:
        table: The table.
        block: Block number of the statements.
    """
    statements: list[Statement] = []
    if table.caption:
        statements += _texts(table.caption, table.caption_page, "caption", block)
    statements += [_header(cell, block) for cell in table.cells if cell.row < table.heads]
    statements += _body(table, block)
    statements += [_header(cell, block) for cell in table.repeated]
    for note in table.notes:
        statements += _note(note, block)
    for cell in (*table.cells, *table.repeated):
        statements += [single_statement([mark], cell.page, "footnote") for mark in cell.marks]
    return [statement for statement in statements if statement.words]


def _texts(words: list[Word], page: int, kind: StatementKind, block: int) -> list[Statement]:
    """One statement a sentence."""
    text, starts = join_words(words)
    statements = []
    for start, end in sentence_spans(text):
        placed = [
            PlacedWord(word, page, max(at - start, 0))
            for word, at in zip(words, starts, strict=True)
            if start <= at < end
        ]
        sentence = text[start:end]
        statements.append(Statement(sentence, placed, kind, (0, len(sentence)), block))
    return statements


def _note(note: TableNote, block: int) -> list[Statement]:
    """A footnote, and its mark as a statement of its own."""
    statements = _texts(note.words, note.page, "note", block)
    if statements:
        statements[0].mark = note.mark
    return [*statements, single_statement(note.mark_words, note.page, "footnote")]


def _header(cell: TableCell, block: int) -> Statement:
    """A cell that says nothing by itself."""
    text, starts = join_words(cell.words)
    placed = [PlacedWord(w, cell.page, at) for w, at in zip(cell.words, starts, strict=True)]
    return Statement(text, placed, "cell", (0, 0), block, method="table")


def _body(table: GridTable, block: int) -> list[Statement]:
    """The cells of the body."""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        if cell.row >= table.heads:
            rows.setdefault(cell.row, []).append(cell)
    naming = _naming_columns(table, list(rows.values()))
    header, title = table.header, table.title
    names: dict[int, str] = {}
    group = ""
    statements: list[Statement] = []
    for cells in rows.values():
        if _names_group(cells, rows):
            group = cells[0].text
            statements.append(_header(cells[0], block))
            continue
        if group and cells[0].column == 0 and all(word.bold for word in cells[0].words):
            group = ""  # a total in bold, like the names of groups
        for cell in cells:
            if cell.column in naming:
                names[cell.column] = cell.text
                for later in naming:
                    if later > cell.column:
                        names.pop(later, None)
                statements.append(_header(cell, block))
            else:
                own = [title, group, *(names[c] for c in naming if c in names)]
                statements.append(_value(cell, header[cell.column], own, block))
    return statements


def _value(cell: TableCell, header: str, above: list[str], block: int) -> Statement:
    """A value with what heads it: the title of the table, the group, and the names of the row."""
    title, _, *names = above
    lead = _BETWEEN.join(text for text in above if text)
    if header:
        lead = f"{lead}{_BETWEEN}{header}: " if lead else f"{header}: "
    elif lead:
        lead += ": "
    value = cell.text
    _, starts = join_words(cell.words)
    placed = [
        PlacedWord(word, cell.page, len(lead) + at)
        for word, at in zip(cell.words, starts, strict=True)
    ]
    return Statement(
        lead + value,
        placed,
        "cell",
        (len(lead), len(lead) + len(value)),
        block,
        lead=title,
        row_header=next((name for name in reversed(names) if not is_year(name)), "".join(names)),
        column_header=header,
        method="table",
    )


def _naming_columns(table: GridTable, rows: list[list[TableCell]]) -> list[int]:
    """The columns that name a row: the first, and those after it that tell its rows apart.

    A second column does so when the first names several rows at once, when it holds only years,
    or when the first only counts the rows.
    """
    columns: list[list[str]] = [[] for _ in range(table.columns)]
    for row in rows:
        for cell in row:
            columns[cell.column].append(cell.text)
    naming = [0]
    for column in range(1, table.columns - 1):
        texts, before = columns[column], columns[column - 1]
        if not texts:
            break
        counted = before == [str(number) for number in range(1, len(before) + 1)]
        spans = len(before) <= 0.6 * len(texts) and not any(is_value(text) for text in before)
        words = not any(is_value(text) for text in texts)
        if not (all(is_year(text) for text in texts) or (words and (spans or counted))):
            break
        naming.append(column)
    return naming


def _names_group(cells: list[TableCell], rows: dict[int, list[TableCell]]) -> bool:
    """Whether a row is the name of the rows below it: one cell, set apart by its type."""
    cell = cells[0]
    if len(cells) > 1 or cell.column > 0 or cell.rowspan > 1 or is_value(cell.text):
        return False
    below = rows.get(cell.row + 1)
    if below is None or len(below) < 2:
        return False
    if cell.colspan > 1 or cell.row == min(rows):
        return True
    name, other = cell.words[0], below[0].words[0]
    return name.bold != other.bold or name.italic != other.italic or other.x0 > name.x0 + 2
