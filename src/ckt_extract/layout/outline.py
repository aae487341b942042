"""The parts of a document beside its statements: sections, figures, tables, links, warnings."""

from ckt_extract.layout.document import PageLayout
from ckt_extract.models.audit import ReadingWarning
from ckt_extract.models.document import Figure, Section, Table
from ckt_extract.models.place import Link

__all__ = ["Outline"]


class Outline:
    """Collects what the pages hold, in reading order."""

    def __init__(self) -> None:
        """Start empty."""
        self.figures: list[Figure] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []
        self.warnings: list[ReadingWarning] = []
        self._sections: list[Section] = []
        self._last_page = 1

    def add(self, page: PageLayout) -> None:
        """Take in one page; pages come in order."""
        places = {s.section: s.place() for s in page.statements if s.kind == "heading"}
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
        self.figures.extend(page.figures)
        self.tables.extend(page.tables)
        self.links.extend(page.links)
        self.warnings.extend(page.warnings)
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
