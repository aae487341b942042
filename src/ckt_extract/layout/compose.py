"""One page becomes blocks in reading order: furniture, charts, tables, boxes, paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.layout.bands import bands_of
from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.boxes import BoxContent, put_in_boxes, put_in_pictures
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.contents import contents_of
from ckt_extract.layout.continuation import join_over_columns
from ckt_extract.layout.dots import mark_dots
from ckt_extract.layout.figures import FigureDraft, group_panels, mark_captions, pictures_of
from ckt_extract.layout.frames import frames_of
from ckt_extract.layout.furniture import Furniture
from ckt_extract.layout.glyph_keys import take_glyph_keys
from ckt_extract.layout.headings import mark_headings, mark_subtitles, mark_title_page
from ckt_extract.layout.leaders import without_leaders
from ckt_extract.layout.lines import Line, line_of
from ckt_extract.layout.links import PageLinks
from ckt_extract.layout.notes import mark_notes, take_marks, with_marks
from ckt_extract.layout.number_parts import part_numbers
from ckt_extract.layout.order import Item, columns_of
from ckt_extract.layout.panels import callout_atoms, chart_atoms, series_atoms
from ckt_extract.layout.paragraphs import blocks_of
from ckt_extract.layout.quotes import mark_quotes
from ckt_extract.layout.style import Style
from ckt_extract.layout.tables import GridTable, find_tables
from ckt_extract.layout.value_lists import value_list
from ckt_extract.reading.page import Page, Word

__all__ = ["Draft", "compose"]


class Draft(Struct):
    """A page on its way."""

    page: Page
    lines: list[Line]
    sideways: list[Word]
    """Words that do not run from left to right."""
    blocks: list[Block | Atom] = field(default_factory=list)
    furniture: list[tuple[Line, str]] = field(default_factory=list)
    """Lines outside the text, each with the reason."""
    links: PageLinks | None = None

    def tables(self) -> list[Atom]:
        """The tables of the page."""
        return [
            block
            for block in self.blocks
            if isinstance(block, Atom) and isinstance(block.content, GridTable)
        ]


def compose(
    draft: Draft, style: Style, furniture: Furniture, total: int | None, *, first: bool
) -> None:
    """Find the blocks of a page and their kinds.

    Args:
        draft: The page with its lines.
        style: What is usual in the document.
        furniture: Running heads and page numbers of the document.
        total: How many pages the document has, where that is known.
        first: Whether it is the first page with words.
    """
    page = draft.page
    draft.links = PageLinks(page, draft.lines)
    entries = contents_of(draft.lines, page, total)
    lines = _without(draft.lines, [line for entry in entries for line in entry])
    lines, leaders = without_leaders(lines)
    lines, glyphs, swatches = take_glyph_keys(lines, page.areas)
    for line in lines:
        take_marks(line)
    lines = part_numbers(lines)
    charts, lines = chart_atoms(lines, [*page.areas, *swatches])
    draft.furniture = furniture.find(page.number, page.height, lines, style.body)
    lines = _without(lines, [line for line, _ in draft.furniture])
    draft.furniture += [(line, "leader") for line in leaders]
    draft.furniture += [(line, "legend") for line in glyphs]
    callouts, lines = callout_atoms(lines, [*page.areas, *frames_of(page.rules)], style.body)
    series: list[Atom] = []
    if callouts or charts:
        series, lines = series_atoms(lines, page.areas, shaped=True)
    tables, lines = _tables(page, lines, style, drawn=bool(callouts or charts))
    if callouts or charts:
        more, lines = series_atoms(lines, page.areas, shaped=False)
        series += more
    mark_dots(lines, page.areas)
    items: list[Item] = [*lines, *charts, *callouts, *tables, *series]
    items.extend(
        Atom(
            min(line.x0 for line in entry),
            min(line.top for line in entry),
            max(line.x1 for line in entry),
            max(line.bottom for line in entry),
            content=Block(entry, page.number, "contents", reason="contents"),
        )
        for entry in entries
    )
    items = put_in_pictures(items, pictures_of(page))
    items = put_in_boxes(items, page.areas, page.width, page.height)
    boxes = count(1)
    ordered = [
        block
        for band in bands_of(items, page.rules, style.body)
        for block in _ordered(band, page.number, style, boxes, 0)
    ]
    blocks = group_panels(ordered, page)
    mark_notes(blocks, page, style)
    mark_quotes(blocks, style)
    mark_headings(blocks, style)
    mark_subtitles(blocks)
    if first:
        mark_title_page(blocks)
    mark_captions(blocks, style)
    if len(draft.sideways) > len(page.words) / 2:  # a page that was drawn sideways
        blocks.append(Block([line_of(draft.sideways)], page.number))
        draft.sideways = []
    draft.blocks = join_over_columns(blocks)


def _without(lines: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    if not taken:
        return list(lines)
    gone = {id(line) for line in taken}
    return [line for line in lines if id(line) not in gone]


def _tables(
    page: Page, lines: list[Line], style: Style, *, drawn: bool
) -> tuple[list[Atom], list[Line]]:
    """The tables among lines as atoms of the flow, and the lines that are left.

    Beside drawings, a list of words and numbers is no table but values with labels.
    """
    words = [word for line in lines for word in with_marks(line)]
    found = find_tables(replace(page, words=words), body_size=style.body)
    if not found:
        return [], lines
    taken = {id(words[at]) for table in found for at in table.used.get(page.number, ())}
    left: list[Line] = []
    for line in lines:
        every = with_marks(line)
        rest = [word for word in every if id(word) not in taken]
        if len(rest) == len(every):
            left.append(line)
        elif rest:
            left.append(line_of(rest))
            take_marks(left[-1])
    contents = [(drawn and value_list(table)) or table for table in found]
    return [
        Atom(*table.box, content=content) for table, content in zip(found, contents, strict=True)
    ], left


def _ordered(
    items: list[Item], page: int, style: Style, boxes: Iterator[int], inside: int
) -> list[Block | Atom]:
    """The blocks of items in reading order, boxes opened."""
    blocks: list[Block | Atom] = []
    for column in columns_of(items, style.body) if items else []:
        for block in blocks_of(column, page, style):
            content = block.content if isinstance(block, Atom) else None
            if isinstance(content, BoxContent):
                blocks.extend(_opened(content, page, style, boxes))
            elif isinstance(content, Block):
                blocks.append(content)
            else:
                if isinstance(block, Block):
                    block.inside = inside
                blocks.append(block)
    return blocks


def _opened(box: BoxContent, page: int, style: Style, boxes: Iterator[int]) -> list[Block | Atom]:
    """The blocks of a box; what was read in a picture comes after it."""
    number = next(boxes)
    blocks = _ordered(box.items, page, style, boxes, number)
    picture = box.picture
    if picture is None or not isinstance(picture.content, FigureDraft):
        return blocks
    figure = picture.content
    figure.inside = number
    figure.parts = [
        block
        for block in blocks
        if isinstance(block, Atom) and isinstance(block.content, Chart | Callout)
    ]
    rest = [block for block in blocks if block not in figure.parts]
    for block in rest:
        if isinstance(block, Block):
            block.inside, block.in_picture = number, True
    return [picture, *rest]
