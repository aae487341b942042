"""Blocks become what the rooms behind take: statements, headings, figures, links."""

from collections.abc import Sequence

from ckt_extract.box import Box
from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.compose import Draft
from ckt_extract.layout.continuation import join_over_page
from ckt_extract.layout.figures import FigureDraft, without_number
from ckt_extract.layout.flow import block_text, single_statement, statements_of
from ckt_extract.layout.headings import Levels
from ckt_extract.layout.lines import Line
from ckt_extract.layout.links import link_statement, wordless_links
from ckt_extract.layout.lists import Lists
from ckt_extract.layout.notes import with_marks
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.layout.panels import callout_statements, chart_statements
from ckt_extract.layout.records import Figure, Place
from ckt_extract.layout.statement import Statement, place_of_words
from ckt_extract.layout.style import Style
from ckt_extract.layout.tables import GridTable, cell_statements, to_record

__all__ = ["Writer"]


class Writer:
    """Writes page after page; knows the section and the list that are open."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._levels = Levels()
        self._lists = Lists()
        self._block = 0
        self._figures: list[tuple[FigureDraft, str | None, Place | None, list[str]]] = []
        """The figures of the page: with caption, its place, and what was read in them."""

    def write(self, draft: Draft, following: Draft | None) -> PageLayout:
        """The layout of a page.

        Args:
            draft: The page.
            following: The page after it, on which a paragraph may go on.
        """
        layout = PageLayout(draft.page.number)
        if following is not None:
            join_over_page(draft.blocks, following.blocks)
        last = ""
        self._figures = []
        inside, outside = 0, list(self._levels.open)
        for block in draft.blocks:
            if isinstance(block, Atom):
                self._write_atom(block, draft.page.number, layout)
                continue
            if block.inside != inside:  # headings in a box hold in that box
                if inside:
                    self._levels.leave(outside, 1.4 * self._style.body)
                if block.inside:
                    outside = list(self._levels.open)
                inside = block.inside
            statements = self._write_block(block, last, layout)
            last = statements[-1].text
            for figure, _, _, read in self._figures:
                if block.in_picture and block.inside == figure.inside:
                    read.extend(statement.text for statement in statements)
        if inside:
            self._levels.leave(outside, 1.4 * self._style.body)
        layout.figures = [
            _figure(figure, draft.page.number, caption, place, read)
            for figure, caption, place, read in self._figures
        ]
        self._write_aside(draft, layout)
        if any(word.ocr for word in draft.page.words):
            for statement in layout.statements:
                if any(placed.word.ocr for placed in statement.words):
                    statement.method = "ocr"
        _link(layout, draft, following)
        return layout

    def _write_block(self, block: Block, last: str, layout: PageLayout) -> list[Statement]:
        """Add the statements of a block; gives them."""
        self._block += 1
        number, lead = self._block, ""
        if block.kind == "bullet":
            lead = self._lists.lead(block, last, number)
            number = self._lists.number
        elif block.kind in ("text", "heading"):
            self._lists.close()
        statements = statements_of(block, self._style.compounds, number, self._levels.current)
        for statement in statements:
            statement.lead = lead
            if statement.kind == "callout":
                statement.lead = self._levels.title
        if block.kind == "heading" and block.opens:
            heading = self._levels.add(block, statements[0].text)
            statements[0].section = heading.index
            layout.headings.append(heading)
        if block.marker is not None:
            statements[0].mark = block.marker.text
            layout.statements.append(
                single_statement([block.marker], block.page, _marker_reason(block))
            )
        layout.statements.extend(statements)
        parts = (block, *block.more)
        lines = [(line, part.page) for part in parts for line in part.lines if line.marks]
        layout.statements.extend(_marks(lines, statements))
        return statements

    def _write_atom(self, atom: Atom, page: int, layout: PageLayout) -> None:
        """Add a figure or table with its statements."""
        content = atom.content
        if isinstance(content, GridTable):
            self._block += 1
            statements = cell_statements(content, self._block)
            for statement in statements:
                statement.section = self._levels.current
            layout.statements.extend(statements)
            layout.tables.append(to_record(content))
        elif isinstance(content, FigureDraft):
            caption, place = self._caption(content)
            caption = caption or self._levels.title or None
            read: list[Statement] = []
            for part in content.parts:
                if isinstance(part.content, Chart) and content.caption is not None:
                    part.content.caption = without_number(content.caption.text).rstrip(".")
                read.extend(self._part(part, page, caption or ""))
            layout.statements.extend(read)
            self._figures.append(
                (content, caption, place, [each.text for each in read if each.kind == "callout"])
            )

    def _caption(self, figure: FigureDraft) -> tuple[str | None, Place | None]:
        """The words of the caption of a figure, or of the heading right above it."""
        block = figure.caption or figure.heading
        if block is None:
            return None, None
        text, words = block_text(block, self._style.compounds)
        return text, place_of_words(words)

    def _part(self, part: Atom, page: int, lead: str) -> list[Statement]:
        """The statements of a chart or callout."""
        self._block += 1
        compounds, section = self._style.compounds, self._levels.current
        if isinstance(part.content, Chart):
            statements = chart_statements(part.content, page, compounds, self._block, section)
        elif isinstance(part.content, Callout):
            statements = callout_statements(part.content, page, compounds, self._block, section)
        else:
            return []
        for statement in statements:
            if statement.kind == "callout" and not statement.lead:
                statement.lead = lead
        lines = [(line, page) for line in part.content.lines() if line.marks]
        return [*statements, *_marks(lines, statements)]

    def _write_aside(self, draft: Draft, layout: PageLayout) -> None:
        """Add running heads, page numbers and words that run sideways."""
        number = draft.page.number
        for line, reason in draft.furniture:
            layout.statements.append(single_statement(with_marks(line), number, reason))
        if draft.sideways:
            layout.statements.append(single_statement(draft.sideways, number, "sideways"))


def _marks(lines: Sequence[tuple[Line, int]], statements: list[Statement]) -> list[Statement]:
    """The footnote marks on lines of pages, each noted with the statement that it stands in."""
    if not lines:
        return []
    of: dict[tuple[float, float], tuple[Statement, int]] = {}
    for statement in reversed(statements):
        for at, placed in enumerate(statement.words):
            of[placed.word.x0, placed.word.baseline] = statement, at
    found: list[Statement] = []
    for line, page in lines:
        for mark in line.marks:
            before = [word for word in line.words if word.x0 < mark.x0] or line.words[:1]
            tied = of.get((before[-1].x0, before[-1].baseline))
            if tied is not None:
                statement, at = tied
                statement.notes.append(mark.text)
                for behind in statement.words[at + 1 : at + 2]:
                    behind.apart = behind.word.x0 > mark.x0
            found.append(single_statement([mark], page, "footnote"))
    return found


def _figure(
    figure: FigureDraft, page: int, caption: str | None, place: Place | None, read: list[str]
) -> Figure:
    kind = "infographic" if figure.inside and figure.parts else figure.kind
    return Figure(
        caption=caption,
        kind=kind,
        page=page,
        box=Box(*(round(side, 2) for side in figure.box)),
        share=round(figure.share, 4),
        place=place,
        read=bool(read) or figure.looked_at,
        statements=tuple(read),
    )


def _link(layout: PageLayout, draft: Draft, following: Draft | None) -> None:
    """Give the statements their links, and the page those that lie on no word."""
    links = {
        each.page.number: each.links
        for each in (draft, following)
        if each is not None and each.links is not None and each.links.areas
    }
    if not links:
        return
    for statement in layout.statements:
        link_statement(statement, links)
        layout.links.extend(statement.links)
    if draft.links is not None:
        layout.links.extend(wordless_links(draft.links))


def _marker_reason(block: Block) -> str:
    """Why the word in front of a block is set aside."""
    if block.kind == "heading":
        return "heading_number"
    marker = block.marker
    if block.kind == "note" or (marker is not None and marker.raised):
        return "footnote"
    text = marker.text if marker is not None else ""
    return "list_numeral" if any(char.isalnum() and char != "o" for char in text) else "bullet"
