"""The whole way from pages to statements, a page at a time with a small look-ahead."""

from collections import deque
from collections.abc import Iterable, Iterator

from ckt_extract.layout.block import Atom
from ckt_extract.layout.compose import Draft, compose
from ckt_extract.layout.dropcaps import join_drop_caps
from ckt_extract.layout.furniture import Furniture
from ckt_extract.layout.lines import lines_of
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.layout.style import Style
from ckt_extract.layout.tables import GridTable, join_tables
from ckt_extract.layout.writer import Writer
from ckt_extract.reading.page import Page

__all__ = ["lay_out"]

_WINDOW = 6
"""Pages that are looked at before a page is laid out: running heads repeat on near pages."""


def lay_out(pages: Iterable[Page], total: int | None = None) -> Iterator[PageLayout]:
    """The statements of a document, page by page in reading order.

    Every word of a page stands in exactly one statement. A sentence that runs over a page break
    stands with the page on which it begins, a table with its first page. Memory does not grow
    with the number of pages.

    Args:
        pages: The pages, in order.
        total: How many pages the document has, where that is known.
    """
    return _Document(total).run(pages)


class _Document:
    """What is known of a document while its pages pass."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self.style = Style()
        self.furniture = Furniture()
        self.writer = Writer(self.style)
        self.measured: deque[Draft] = deque()
        self.composed: deque[Draft] = deque()
        self.started = False
        """Whether a page with words has been composed."""
        self.open: tuple[Draft, Atom] | None = None
        """The last table so far, which may go on on the next page."""

    def run(self, pages: Iterable[Page]) -> Iterator[PageLayout]:
        """Measure pages ahead, compose them, and write those that nothing can be added to."""
        for page in pages:
            self.measure(page)
            if len(self.measured) > _WINDOW:
                self.compose()
                yield from self.write()
        while self.measured:
            self.compose()
            yield from self.write()
        self.open = None
        while self.composed:
            yield self.write_first()

    def measure(self, page: Page) -> None:
        """Lines of a page, counted for what is usual in the document."""
        sideways = [word for word in page.words if not word.upright]
        words = [word for word in page.words if word.upright] if sideways else page.words
        lines = join_drop_caps(lines_of(words))
        self.style.add(lines)
        self.furniture.add(page.number, page.height, lines)
        self.measured.append(Draft(page, lines, sideways))

    def compose(self) -> None:
        """Blocks of the next page; its first table may go on with the last one."""
        draft = self.measured.popleft()
        compose(draft, self.style, self.furniture, self.total, first=not self.started)
        self.started = self.started or bool(draft.lines)
        tables = draft.tables()
        joined = self.join(tables[0]) if tables else None
        if joined is not None:
            draft.blocks.remove(tables.pop(0))
        if tables:
            self.open = (draft, tables[-1])
        elif joined is None:
            self.open = None
        self.composed.append(draft)

    def join(self, first: Atom) -> GridTable | None:
        """Join the first table of a page with the open one; gives the whole, if they are one."""
        if self.open is None:
            return None
        atom = self.open[1]
        if not isinstance(atom.content, GridTable) or not isinstance(first.content, GridTable):
            return None
        joined = join_tables(atom.content, first.content)
        if joined is not None:
            atom.content = joined
        return joined

    def write(self) -> Iterator[PageLayout]:
        """Write the pages that are complete."""
        while len(self.composed) > 1 and not (
            self.open is not None and self.open[0] is self.composed[0]
        ):
            yield self.write_first()

    def write_first(self) -> PageLayout:
        """Write the first page that waits."""
        draft = self.composed.popleft()
        return self.writer.write(draft, self.composed[0] if self.composed else None)
