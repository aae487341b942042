"""The page that plain values stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckt_extract.box import Box
from ckt_extract.reading.page import Area, LinkArea, Page, Picture, Rule, Word

if TYPE_CHECKING:
    from ckt_extract.reading.plain import PlainPage

__all__ = ["page_of_plain"]


def page_of_plain(plain: PlainPage) -> Page:
    """Make a `Page` of what `plain.read_plain_page` returned, here or in another process."""
    number, width, height, columns, rules, areas, pictures, links, garbled = plain
    return Page(
        number,
        width,
        height,
        words=list(map(Word, *columns)) if columns else [],
        rules=[Rule(*rule) for rule in rules],
        areas=[Area(*area) for area in areas],
        pictures=[Picture(Box(*box), share, index) for *box, share, index in pictures],
        links=[LinkArea(uri, Box(*box)) for uri, *box in links],
        garbled=garbled,
    )
