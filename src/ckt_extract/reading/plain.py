"""A page as plain values: cheap to make, and to send to another process without pickling."""

from typing import Any

from ckt_extract.reading.page import Area, Box, LinkArea, Page, Picture, Rule, Word

__all__ = ["PlainPage", "page_of_plain"]

PlainPage = tuple[
    int,  # number
    float,  # width
    float,  # height
    list[tuple[Any, ...]],  # the columns of the words, in the order of the fields of `Word`
    list[tuple[float, ...]],  # rules
    list[tuple[Any, ...]],  # areas
    list[tuple[Any, ...]],  # pictures: box, share, index
    list[tuple[Any, ...]],  # links: uri, box
    str | None,  # garbled
]


def page_of_plain(plain: PlainPage) -> Page:
    """The page that plain values stand for."""
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
