"""Reads one page into plain values: cheap to make, and to send to another process."""

from ctypes import addressof, c_float
from typing import Any

from ckt_extract.errors import LimitExceededError, UnreadableError
from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.drawing import Drawing, PlainArea, PlainPicture, PlainRule
from ckt_extract.reading.geometry import frame
from ckt_extract.reading.links import PlainLink, read_links
from ckt_extract.reading.marks import drop_unseen
from ckt_extract.reading.textpage import TextPage
from ckt_extract.reading.words import read_words

__all__ = ["MOST_CHARS", "MOST_OBJECTS", "PlainPage", "read_plain_page"]

MOST_CHARS = 200_000
MOST_OBJECTS = 300_000

PlainPage = tuple[
    int,  # number
    float,  # width
    float,  # height
    list[tuple[Any, ...]],  # the columns of the words, in the order of the fields of `Word`
    list[PlainRule],
    list[PlainArea],
    list[PlainPicture],
    list[PlainLink],
    str | None,  # garbled
]


def read_plain_page(
    document: PdfiumDocument,
    number: int,
    most_chars: int = MOST_CHARS,
    most_objects: int = MOST_OBJECTS,
) -> PlainPage:
    """Read one page; `pages.page_of_plain` makes a `Page` of what it returns.

    Args:
        document: An open document.
        number: 1-based page number.
        most_chars: A page with more characters is not read.
        most_objects: Drawn objects and path segments that are looked at.

    Raises:
        UnreadableError: The page cannot be loaded.
        LimitExceededError: It has too many characters.
    """
    lib = document.lib
    page = lib.LoadPage(document.address, number - 1) if 0 < number <= document.pages else 0
    if not page:
        raise UnreadableError("the page cannot be loaded", page=number)
    try:
        edges = (c_float * 4)()
        lib.GetPageBoundingBox(page, addressof(edges))
        left, top, right, bottom = edges
        to_page, width, height = frame((left, bottom, right, top), lib.PageGetRotation(page))
        drawing = Drawing(lib, page, to_page, (width, height), most_objects)
        textpage = TextPage(lib, page, to_page)
        try:
            if textpage.count() > most_chars:
                raise LimitExceededError(
                    f"the page has {textpage.count()} characters, of at most {most_chars}",
                    todo="Raise Limits.page_chars if you trust the file.",
                    page=number,
                )
            words, garbled = read_words(textpage)
        finally:
            textpage.close()
        scans = [picture[:4] for picture in drawing.pictures]
        words = drop_unseen(words, width, height, scans)
        return (
            number, width, height,
            list(zip(*words, strict=True)),
            drawing.rules, drawing.areas, drawing.pictures,
            read_links(lib, document.address, page, to_page),
            garbled,
        )  # fmt: skip
    finally:
        lib.ClosePage(page)
