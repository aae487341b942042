"""The parts of a document beside its statements: sections, figures, tables, links."""

from ckt_extract.facts.places import link_of, place_of, place_of_record
from ckt_extract.layout import records
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.models.document import Cell, Figure, Note, Section, Table
from ckt_extract.models.place import Link

__all__ = ["Outline"]


class Outline:
    """Collects what the pages hold, in reading order."""

    def __init__(self) -> None:
        """Start empty."""
        self.figures: list[Figure] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []
        self._sections: list[Section] = []
        self._last_page = 1

    def add(self, page: PageLayout) -> None:
        """Take in one page; pages come in order."""
        places = {s.section: place_of(s) for s in page.statements if s.kind == "heading"}
        self._sections.extend(
            Section.built(
                title=heading.title,
                level=heading.level,
                number=heading.number,
                parent=heading.parent,
                pages=(page.number, page.number),
                place=places[heading.index],
            )
            for heading in page.headings
        )
        self.figures.extend(map(_figure, page.figures))
        self.tables.extend(map(_table, page.tables))
        self.links.extend(map(link_of, page.links))
        self._last_page = page.number

    def title(self, section: int | None) -> str | None:
        """Title of a section by its index; None outside of sections."""
        return self._sections[section].title if section is not None else None

    def sections(self) -> tuple[Section, ...]:
        """The sections, each reaching to the page where the next one of its level starts."""
        ends = [self._last_page] * len(self._sections)
        open_sections: list[int] = []
        for index, section in enumerate(self._sections):
            while open_sections and self._sections[open_sections[-1]].level >= section.level:
                closed = open_sections.pop()
                ends[closed] = max(self._sections[closed].pages[0], section.pages[0])
            open_sections.append(index)
        return tuple(
            section.changed(pages=(section.pages[0], end))
            for section, end in zip(self._sections, ends, strict=True)
        )


def _figure(figure: records.Figure) -> Figure:
    place = figure.place
    return Figure.built(
        caption=figure.caption,
        kind=figure.kind,
        page=figure.page,
        box=figure.box,
        share=figure.share,
        place=None if place is None else place_of_record(place),
        read=figure.read,
        statements=figure.statements,
    )


def _table(table: records.Table) -> Table:
    cells = (
        Cell.built(
            row=cell.row,
            column=cell.column,
            text=cell.text,
            page=cell.page,
            box=cell.box,
            notes=cell.notes,
        )
        for cell in table.cells
    )
    return Table.built(
        caption=table.caption,
        number=table.number,
        header=table.header,
        rows=table.rows,
        cells=tuple(cells),
        notes=tuple(Note.built(mark=note.mark, text=note.text) for note in table.notes),
        pages=table.pages,
        place=place_of_record(table.place),
        engine=table.engine,
    )
