"""Set specimens as PDF pages, by ReportLab and by Typst, and read them again."""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

import typst
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from ckt_extract.layout.tables import GridTable, find_tables, join_tables
from ckt_extract.reading import open_document
from ckt_extract.reading.page import Page
from tests.layout.tables.specimens import Cell, Specimen

__all__ = ["PRODUCERS", "caption_of", "pages_of", "read_tables", "tables_of"]

_TEXT = (
    "De aangesloten bedrijven brachten hun ketens verder in kaart en spraken met leveranciers over "
    "loon, veiligheid en inspraak. In 2019 deden 57 bedrijven mee aan de beoordeling."
)
_BAND = "#eef2f5"


def caption_of(specimen: Specimen, number: int) -> str:
    """The caption as printed."""
    return f"{specimen.label} {number}: {specimen.title}"


def by_reportlab(specimens: Sequence[Specimen]) -> bytes:
    """A PDF with paragraphs between tables with their captions."""
    text = ParagraphStyle("text", fontSize=10, leading=14, spaceBefore=8, spaceAfter=8)
    caption = ParagraphStyle("caption", fontName="Helvetica-Oblique", fontSize=9, spaceAfter=4)
    note = ParagraphStyle("note", fontSize=7.5, leading=9.5)
    story: list[Any] = []
    for number, specimen in enumerate(specimens, 1):
        title = Paragraph(caption_of(specimen, number), caption)
        notes = [
            Paragraph(f"<super>{mark}</super> {words}", note) for mark, words in specimen.notes
        ]
        table = _reportlab_table(specimen, A4[0] - 120)
        story.append(Paragraph(_TEXT, text))
        story += [table, Spacer(1, 4), title] if specimen.below else [title, table]
        story += [*notes, Spacer(1, 6)]
    story.append(Paragraph(_TEXT, text))
    stream = BytesIO()
    template = SimpleDocTemplate(
        stream, pagesize=A4, leftMargin=60, rightMargin=60, topMargin=60, bottomMargin=60
    )
    template.build(story)
    return stream.getvalue()


def _reportlab_table(specimen: Specimen, width: float) -> Table:
    heads, columns = len(specimen.head), len(specimen.align)
    rows = [*specimen.head, *specimen.body]
    data: list[list[Any]] = [[""] * columns for _ in rows]
    style: list[tuple[Any, ...]] = [
        ("TOPPADDING", (0, 0), (-1, -1), specimen.padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), specimen.padding),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if specimen.middle else "TOP"),
    ]
    line = (0.5, HexColor("#444444"))
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            head = at < heads
            data[at][column] = _paragraph(specimen, cell, head, specimen.align[column])
            corner = (column + cell.columns - 1, at + cell.rows - 1)
            if cell.columns > 1 or cell.rows > 1:
                style.append(("SPAN", (column, at), corner))
            if specimen.rules == "book" and head and cell.columns > 1:
                style.append(("LINEBELOW", (column, at), corner, *line))
            taken |= {
                (at + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
    drawn: dict[str, list[tuple[Any, ...]]] = {
        "full": [("GRID", (0, 0), (-1, -1), *line)],
        "lines": [("LINEBELOW", (0, 0), (-1, -1), *line)],
        "book": [
            ("LINEABOVE", (0, 0), (-1, 0), *line),
            ("LINEBELOW", (0, heads - 1), (-1, heads - 1), *line),
            ("LINEBELOW", (0, -1), (-1, -1), *line),
        ],
        "bands": [
            ("BACKGROUND", (0, at), (-1, at), HexColor(_BAND)) for at in range(heads, len(rows), 2)
        ],
        "none": [],
    }
    style += drawn[specimen.rules]
    if specimen.head_fill:
        style.append(("BACKGROUND", (0, 0), (-1, heads - 1), HexColor(specimen.head_fill)))
    widths = [width * specimen.share * w / sum(specimen.widths) for w in specimen.widths]
    return Table(data, widths, style=style, hAlign="LEFT", repeatRows=heads)


def _paragraph(specimen: Specimen, cell: Cell, head: bool, align: str) -> Paragraph:
    bold = specimen.head_bold if head else cell.bold
    centre = align == "c" or (head and cell.columns > 1)
    style = ParagraphStyle(
        "cell",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=specimen.size,
        leading=1.2 * specimen.size,
        alignment=TA_CENTER if centre else TA_RIGHT if align == "r" else TA_LEFT,
        textColor=white if head and specimen.head_fill == "#1f6f8b" else black,
    )
    text = cell.text.replace("<", "&lt;")
    return Paragraph(text + (f"<super>{cell.mark}</super>" if cell.mark else ""), style)


def by_typst(specimens: Sequence[Specimen]) -> bytes:
    """The same by Typst."""
    parts = ['#set page(paper: "a4", margin: 60pt)\n#set text(size: 10pt, lang: "nl")\n']
    for number, specimen in enumerate(specimens, 1):
        title = f'#text(9pt, style: "italic")[{_escaped(caption_of(specimen, number))}]'
        table = _typst_table(specimen)
        order = (table, title) if specimen.below else (title, table)
        notes = [
            f"#text(7.5pt)[#super[{mark}] {_escaped(words)}]" for mark, words in specimen.notes
        ]
        block = "\n\n".join([*order, *notes])
        breaks = "true" if len(specimen.body) > 20 else "false"
        parts.append(f"{_TEXT}\n\n#block(breakable: {breaks}, width: 100%)[{block}]\n\n")
    parts.append(_TEXT)
    pdf = typst.compile("".join(parts).encode())
    assert isinstance(pdf, bytes)
    return pdf


def _typst_table(specimen: Specimen) -> str:
    heads, body = len(specimen.head), len(specimen.body)
    line = '0.5pt + rgb("#444444")'

    def cell_of(cell: Cell, column: int, row: int, head: bool) -> str:
        align = specimen.align[column]
        centre = align == "c" or (head and cell.columns > 1)
        side = "center" if centre else {"l": "left", "r": "right"}[align]
        height = "horizon" if specimen.middle else "top"
        options = [f"align: {side} + {height}"]
        options += [f"colspan: {cell.columns}"] * (cell.columns > 1)
        options += [f"rowspan: {cell.rows}"] * (cell.rows > 1)
        sides = []
        if specimen.rules == "book" and head:
            sides += [f"top: {line}"] * (row == 0)
            sides += [f"bottom: {line}"] * (row + cell.rows == heads or cell.columns > 1)
        if specimen.rules == "lines" or (specimen.rules == "book" and not head and row + 1 == body):
            sides.append(f"bottom: {line}")
        options += [f"stroke: ({', '.join(sides)})"] * bool(sides)
        fill = specimen.head_fill if head else _BAND * (specimen.rules == "bands" and row % 2 == 0)
        options += [f'fill: rgb("{fill}")'] * bool(fill)
        text = _escaped(cell.text) + (f"#super[{cell.mark}]" if cell.mark else "")
        if head and specimen.head_fill == "#1f6f8b":
            text = f"#text(white)[{text}]"
        if specimen.head_bold if head else cell.bold:
            text = f"*{text}*"
        return f"table.cell({', '.join(options)})[{text}]"

    def cells(rows: list[list[Cell]], head: bool) -> str:
        taken: set[tuple[int, int]] = set()
        out = []
        for at, row in enumerate(rows):
            column = 0
            for cell in row:
                while (at, column) in taken:
                    column += 1
                out.append(cell_of(cell, column, at, head))
                taken |= {
                    (at + down, column + right)
                    for down in range(cell.rows)
                    for right in range(cell.columns)
                }
        return ",\n".join(out)

    header = f"table.header({cells(specimen.head, True)}),\n" if specimen.head else ""
    columns = ", ".join(f"{width}fr" for width in specimen.widths)
    stroke = line if specimen.rules == "full" else "none"
    return (
        f"#block(width: {specimen.share * 100}%)[#set text(size: {specimen.size}pt)\n"
        f"#table(columns: ({columns}), stroke: {stroke}, "
        f"inset: (x: 5pt, y: {specimen.padding}pt),\n{header}{cells(specimen.body, False)})]"
    )


def _escaped(text: str) -> str:
    """Text in which nothing is markup; a minus stays a hyphen."""
    return re.sub(r"([\\#$*_`<>@~/=\-])", r"\\\1", text)


PRODUCERS = {"reportlab": by_reportlab, "typst": by_typst}


def pages_of(pdf: bytes) -> list[Page]:
    """The pages of a PDF."""
    with open_document(pdf) as reader:
        return [page for page in reader.pages() if isinstance(page, Page)]


def read_tables(pdf: bytes) -> list[GridTable]:
    """The tables of a PDF, joined over its pages."""
    tables: list[GridTable] = []
    for page in pages_of(pdf):
        for at, table in enumerate(find_tables(page, body_size=10)):
            joined = join_tables(tables[-1], table) if tables and at == 0 else None
            if joined is None:
                tables.append(table)
            else:
                tables[-1] = joined
    return tables


@cache
def tables_of(specimen: Specimen, producer: str) -> list[GridTable]:
    """The tables of a document with one specimen."""
    return read_tables(PRODUCERS[producer]([specimen]))
