"""What layout gives of a page: all that the rooms behind it take."""

from msgspec import Struct, field

from ckt_extract.layout.records import Figure, Link, Table
from ckt_extract.layout.statement import Statement

__all__ = ["Heading", "PageLayout"]


class Heading(Struct, array_like=True):
    """A heading as a new section."""

    title: str
    level: int
    """1 is the highest."""
    number: str | None
    """Printed number, such as 3.2.1."""
    parent: int | None
    """Index of the section around it."""
    index: int
    """Index of the section that it opens, over the whole document."""


class PageLayout(Struct, array_like=True):
    """What one page says, in reading order."""

    number: int
    statements: list[Statement] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    """A table over several pages stands with its first page."""
    links: list[Link] = field(default_factory=list)
