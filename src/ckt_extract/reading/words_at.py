"""The words inside boxes, read again: the proof that a place says what it claims."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from ckt_extract.errors import UnreadableError
from ckt_extract.reading.page import Page, Word, join_words
from ckt_extract.reading.reader import PageFailure, open_document
from ckt_extract.reading.source import SourceLike

__all__ = ["read_back", "text_in_boxes"]

BoxLike = tuple[float, float, float, float]


def read_back(
    source: SourceLike,
    page: int,
    boxes: Iterable[BoxLike],
    password: str | None = None,
    mend: Callable[[list[Word]], list[Word]] | None = None,
) -> str:
    """Read a document again and give the words whose centre is inside the boxes.

    Args:
        source: A path, the bytes of a PDF, or a file opened in binary mode.
        page: 1-based page number.
        boxes: In points from the top left, in reading order.
        password: Of an encrypted PDF.
        mend: Joins words that are broken over two lines, as was done for the quote.

    Raises:
        UnreadableError: The page cannot be read.
        CktExtractError: The document cannot be opened.
    """
    with open_document(source, password, prefetch=0) as reader:
        found = reader.page(page)
    if isinstance(found, PageFailure):
        raise UnreadableError(found.reason, document=reader.info.name, page=page)
    return text_in_boxes(found, boxes, mend)


def text_in_boxes(
    page: Page,
    boxes: Iterable[BoxLike],
    mend: Callable[[list[Word]], list[Word]] | None = None,
) -> str:
    """The words of a page whose centre is inside the boxes, joined as a quote is.

    Args:
        page: The page.
        boxes: In points from the top left, in reading order.
        mend: Joins words that are broken over two lines, as was done for the quote.
    """
    left = list(page.words)
    chosen: list[Word] = []
    for box in boxes:
        inside = [word for word in left if _centre_in(word, box)]
        left = [word for word in left if not _centre_in(word, box)]
        chosen += _in_order(inside)
    return join_words(mend(chosen) if mend else chosen)[0]


def _centre_in(word: Word, box: BoxLike) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _in_order(words: list[Word]) -> list[Word]:
    """In the order of the page, unless that runs from right to left on a line."""
    backwards = any(
        after.x0 < before.x0 and abs(after.baseline - before.baseline) < 0.3 * before.size
        for before, after in pairwise(words)
    )
    return sorted(words, key=lambda word: word.x0) if backwards else words
