"""The whole way from pages to statements, a page at a time with a small look-ahead."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.boxes import BoxContent, put_in_boxes
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.continuation import join_over_columns, join_over_page
from ckt_extract.layout.dots import mark_dots
from ckt_extract.layout.figures import FigureDraft, mark_captions, pictures_of
from ckt_extract.layout.flow import single_statement, statements_of
from ckt_extract.layout.furniture import Furniture
from ckt_extract.layout.headings import Heading, Levels, mark_headings
from ckt_extract.layout.lines import Line, lines_of
from ckt_extract.layout.links import PageLinks, link_statement, wordless_links
from ckt_extract.layout.lists import Lists
from ckt_extract.layout.notes import take_marks
from ckt_extract.layout.order import Item, columns_of
from ckt_extract.layout.panels import (
    callout_atoms,
    callout_statements,
    chart_atoms,
    chart_statements,
)
from ckt_extract.layout.paragraphs import blocks_of
from ckt_extract.layout.quotes import mark_quotes
from ckt_extract.layout.statement import Statement
from ckt_extract.layout.style import Style
from ckt_extract.models.audit import ReadingWarning
from ckt_extract.models.document import Figure
from ckt_extract.models.place import Box, Link
from ckt_extract.reading.page import Page

__all__ = ["PageLayout", "lay_out"]

_WINDOW = 6
"""Pages that are looked at before a page is laid out: running heads repeat on near pages."""


@dataclass(slots=True)
class PageLayout:
    """What one page says, in reading order."""

    number: int
    statements: list[Statement] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A page on its way."""

    page: Page
    lines: list[Line]
    blocks: list[Block | Atom] = field(default_factory=list)
    furniture: list[Statement] = field(default_factory=list)
    links: PageLinks | None = None


def lay_out(pages: Iterable[Page]) -> Iterator[PageLayout]:
    """The statements of a document, page by page in reading order.

    A sentence that runs over a page break stands with the page on which it begins.
    """
    yield from _Document().run(pages)


class _Document:
    """What is known of a document while its pages pass."""

    def __init__(self) -> None:
        self.style = Style()
        self.furniture = Furniture()
        self.levels = Levels()
        self.lists = Lists()
        self.block = 0
        self.box = 0
        self.title = ""
        """The heading that is open."""

    def run(self, pages: Iterable[Page]) -> Iterator[PageLayout]:
        """Measure six pages ahead, compose one ahead, then write out."""
        measured: deque[_Draft] = deque()
        composed: _Draft | None = None
        for page in pages:
            measured.append(self.measure(page))
            if len(measured) > _WINDOW:
                draft = self.compose(measured.popleft())
                if composed is not None:
                    yield self.write(composed, draft)
                composed = draft
        while measured:
            draft = self.compose(measured.popleft())
            if composed is not None:
                yield self.write(composed, draft)
            composed = draft
        if composed is not None:
            yield self.write(composed, None)

    def measure(self, page: Page) -> _Draft:
        """Lines of a page, counted for what is usual in the document."""
        lines = lines_of([word for word in page.words if word.upright])
        self.style.add(lines)
        self.furniture.add(page.number, page.height, lines)
        return _Draft(page, lines)

    def compose(self, draft: _Draft) -> _Draft:
        """Blocks of a page in reading order."""
        page = draft.page
        draft.links = PageLinks(page, draft.lines)
        charts, lines = chart_atoms(draft.lines, page.areas)
        aside = self.furniture.find(page.number, page.height, lines, self.style.body)
        taken = {id(line) for line, _ in aside}
        flow = [line for line in lines if id(line) not in taken]
        for line, reason in aside:
            draft.furniture.append(
                single_statement(line.words, page.number, "furniture", reason=reason)
            )
        for line in flow:
            take_marks(line)
        mark_dots(flow, page.areas)
        atoms, flow = callout_atoms(flow, page.areas, self.style.body)
        items = put_in_boxes(
            [*flow, *charts, *atoms, *pictures_of(page)], page.areas, page.width, page.height
        )
        blocks = self.ordered(items, page.number)
        mark_quotes(blocks, self.style)
        mark_headings(blocks, self.style)
        mark_captions(blocks, self.style)
        draft.blocks = join_over_columns(blocks)
        return draft

    def ordered(self, items: list[Item], page: int, inside: int = 0) -> list[Block | Atom]:
        """The blocks of items in reading order, boxes opened."""
        blocks: list[Block | Atom] = []
        for column in columns_of(items, self.style.body) if items else []:
            for block in blocks_of(column, page, self.style):
                if isinstance(block, Atom) and isinstance(block.content, BoxContent):
                    self.box += 1
                    blocks.extend(self.ordered(block.content.items, page, self.box))
                else:
                    if isinstance(block, Block):
                        block.inside = inside
                    blocks.append(block)
        return blocks

    def write(self, draft: _Draft, following: _Draft | None) -> PageLayout:
        """Statements of a page."""
        layout = PageLayout(draft.page.number)
        if following is not None:
            join_over_page(draft.blocks, following.blocks)
        captions: dict[int, Statement] = {}
        last = ""
        inside, outside = 0, self.levels.open
        for block in draft.blocks:
            now = block.inside if isinstance(block, Block) else inside
            if now != inside:  # headings in a box hold in that box
                if inside:
                    self.levels.open = list(outside)
                else:
                    outside = list(self.levels.open)
                inside = now
            if isinstance(block, Atom):
                layout.statements.extend(self.atom_statements(block, draft.page.number))
                continue
            statements = self.block_statements(block, last)
            last = statements[-1].text
            if block.kind == "heading":
                heading = self.levels.add(block, statements[0].text)
                layout.headings.append(heading)
                statements[0].section = heading.index
            if block.kind in ("caption", "heading"):
                captions[id(block)] = statements[0]
            layout.statements.extend(self.marker_statements(block))
            layout.statements.extend(statements)
        layout.statements.extend(draft.furniture)
        layout.figures = self.figures(draft, captions)
        self.link(layout, draft, following)
        return layout

    def block_statements(self, block: Block, last: str) -> list[Statement]:
        """Statements of a block, with their place in a list."""
        self.block += 1
        number, lead = self.block, ""
        if block.kind == "bullet":
            lead = self.lists.lead(block, last, number)
            number = self.lists.number
        elif block.kind in ("text", "heading"):
            self.lists.close()
        statements = statements_of(block, self.style.compounds, number, self.levels.current)
        for statement in statements:
            statement.lead = lead
        if block.marker is not None:
            statements[0].mark = block.marker.text
        return statements

    def atom_statements(self, atom: Atom, page: int) -> list[Statement]:
        """Statements of a chart or callout."""
        if isinstance(atom.content, Chart):
            self.block += 1
            return chart_statements(
                atom.content, page, self.style.compounds, self.block, self.levels.current
            )
        if isinstance(atom.content, Callout):
            self.block += 1
            return callout_statements(
                atom.content, page, self.style.compounds, self.block, self.levels.current
            )
        return []

    def marker_statements(self, block: Block) -> list[Statement]:
        """Bullets, numerals and footnote marks, each as a furniture statement of its own."""
        statements: list[Statement] = []
        if block.marker is not None:
            reason = _marker_reason(block)
            statements.append(
                single_statement([block.marker], block.page, "furniture", reason=reason)
            )
        for part in (block, *block.more):
            statements.extend(
                single_statement([mark], part.page, "furniture", reason="footnote")
                for line in part.lines
                for mark in line.marks
            )
        return statements

    def figures(self, draft: _Draft, captions: dict[int, Statement]) -> list[Figure]:
        """The figures of a page with their captions."""
        figures: list[Figure] = []
        for atom in draft.blocks:
            if isinstance(atom, Atom) and isinstance(atom.content, FigureDraft):
                figure = atom.content
                caption = captions.get(id(figure.caption or figure.heading))
                figures.append(
                    Figure(
                        caption=caption.text if caption else None,
                        page=draft.page.number,
                        box=Box(*(round(side, 2) for side in figure.box)),
                        share=round(figure.share, 4),
                        place=caption.place() if caption else None,
                        read=False,
                    )
                )
        return figures

    def link(self, layout: PageLayout, draft: _Draft, following: _Draft | None) -> None:
        """Give the statements their links, and the page those that lie on no word."""
        links = {
            each.page.number: each.links
            for each in (draft, following)
            if each is not None and each.links is not None
        }
        for statement in layout.statements:
            link_statement(statement, links)
            layout.links.extend(statement.links)
        if draft.links is not None:
            layout.links.extend(wordless_links(draft.links))


def _marker_reason(block: Block) -> str:
    if block.kind == "heading":
        return "heading_number"
    if block.kind == "note":
        return "footnote"
    marker = block.marker
    return (
        "list_numeral"
        if marker is not None and marker.text[:-1].strip("(.").isalnum()
        else "bullet"
    )
