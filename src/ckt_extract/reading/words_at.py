"""The words inside boxes, read again: the proof that a place says what it claims."""

import re
from collections.abc import Callable, Iterable

from ckt_extract.errors import UnreadableError
from ckt_extract.reading.failures import PageFailure
from ckt_extract.reading.page import Page, Word, join_words
from ckt_extract.reading.reader import open_document
from ckt_extract.reading.source import SourceLike

__all__ = ["read_back", "text_in_boxes"]

_NOTE_MARK = re.compile(r"\(?(\d{1,3}|[a-z]|\*{1,3}|[†‡§])\)?([,;]\d{1,3})*[.,;:]?")
_ORDINAL_ENDINGS = ("e", "o", "a")
_UNIT = re.compile(r"[kcdm]?m|co|ft|in", re.IGNORECASE)
"""What a raised 2 or 3 is the power of."""

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
    with open_document(source, password) as reader:
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

    The marks of footnotes are left out, as they are of a quote; a raised % or the ending of an
    ordinal is part of it.

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
    at = word.printed or word
    x, y = (at.x0 + at.x1) / 2, (at.top + at.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _in_order(words: list[Word]) -> list[Word]:
    """In the order of the page, but from left to right where that runs backwards on a line."""
    ordered: list[Word] = []
    for word in words:
        at = len(ordered)
        while at and word.x1 <= ordered[at - 1].x0 + 1 and _beside(ordered[at - 1], word):
            at -= 1
        ordered.insert(at, word)
    return [w for k, w in enumerate(ordered) if not _is_note_mark(w, ordered[k - 1] if k else None)]


def _beside(one: Word, other: Word) -> bool:
    """Whether two words overlap by half the height of the lower one."""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _is_note_mark(word: Word, before: Word | None) -> bool:
    """Whether a word is the mark of a footnote on the word before it."""
    if not word.raised or before is None or not _NOTE_MARK.fullmatch(word.text):
        return False
    if word.text in _ORDINAL_ENDINGS and before.text[-1:].isdigit():
        return False
    return not (word.text in ("2", "3") and _UNIT.fullmatch(before.text))
