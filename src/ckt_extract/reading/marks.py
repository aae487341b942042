"""What only shows between words: raised marks, text drawn twice, text that nobody sees."""

from collections.abc import Iterable
from itertools import pairwise

from ckt_extract.reading.letters import MARK
from ckt_extract.reading.parts import RawWord

__all__ = ["drop_unseen", "raise_marks"]

_TEXT, _X0, _TOP, _X1, _BOTTOM, _SIZE, _BOLD = 0, 1, 2, 3, 4, 5, 6
_COLOUR, _BASELINE, _RAISED, _GLUED, _UPRIGHT, _VISIBLE = 8, 9, 10, 11, 13, 14

_SIGNS = ("%", "‰")


def raise_marks(words: list[RawWord]) -> None:
    """Set `raised` on the words that are smaller than their neighbour and above its baseline.

    PDFium often takes the step up to a footnote mark for a new word or line; a mark that
    nothing separates from its word is `glued` all the same.
    """
    for before, word in pairwise(words):
        if word[_SIZE] == before[_SIZE] or not (before[_UPRIGHT] and word[_UPRIGHT]):
            continue
        if _is_mark_on(word, before):
            if word[_GLUED] or _sticks(word, before):
                word[_RAISED] = word[_GLUED] = True
        elif (
            not before[_GLUED]
            and _is_mark_on(before, word)
            and 0 <= word[_X0] - before[_X1] + 0.1 * word[_SIZE] <= word[_SIZE]
        ):
            before[_RAISED] = True  # the mark in front of the note itself


def _is_mark_on(mark: RawWord, word: RawWord) -> bool:
    """Whether a word can be a mark on a larger one: what it says, its size and its height.

    A number that is less than 0.4 times as large is a label beside a callout, no mark.
    """
    size: float = word[_SIZE]
    least = 0.0 if mark[_TEXT] in _SIGNS else 0.4
    return (
        least * size <= mark[_SIZE] < 0.9 * size
        and 0.1 * size < word[_BASELINE] - mark[_BASELINE] < size
        and MARK.fullmatch(mark[_TEXT]) is not None
    )


def _sticks(mark: RawWord, word: RawWord) -> bool:
    """Whether a mark stands right behind a word without white space."""
    near = 0.25 if mark[_TEXT] in _SIGNS else 0.12
    gap: float = (mark[_X0] - word[_X1]) / word[_SIZE]
    return -0.1 <= gap <= near


def drop_unseen(
    words: Iterable[RawWord],
    width: float,
    height: float,
    scans: list[tuple[float, float, float, float]],
) -> list[RawWord]:
    """The words that a reader sees; what stands on a scan as its text layer is marked so.

    Dropped: words off the page or without size, words that are drawn again at (nearly) the
    same place for a shadow or a bold effect, and words that are not painted. Words that are
    not painted but lie on a picture are its OCR layer: they stay, with the last field True.
    """
    seen: dict[str, list[RawWord]] = {}
    kept: list[RawWord] = []
    for word in words:
        text, x0, top, x1, bottom, size = word[:_BOLD]
        on_page = -width < x0 < width and 0 < x1 < 2 * width  # false for numbers gone wild
        if not (on_page and size >= 0.5 and -height < top < height and 0 < bottom < 2 * height):
            continue
        painted = word[_VISIBLE]
        if not painted:
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            if not any(s[0] <= x <= s[2] and s[1] <= y <= s[3] for s in scans):
                continue
        word[_VISIBLE] = not painted  # from here on this field says: read by OCR
        same = seen.get(text)
        if same is None:
            seen[text] = [word]
        else:
            twin = _twin(word, same[-30:])
            if twin is not None:
                twin[_COLOUR] = word[_COLOUR]  # the later one lies on top
                if 0.005 * size < abs(twin[_X0] - x0) < 0.06 * size:
                    twin[_BOLD] = True
                continue
            same.append(word)
        kept.append(word)
    return kept


def _twin(word: RawWord, others: list[RawWord]) -> RawWord | None:
    """An earlier word with the same text at nearly the same place."""
    near, x, y = 0.2 * word[_SIZE], word[_X0], word[_BASELINE]
    for other in others:
        if -near < other[_BASELINE] - y < near and -near < other[_X0] - x < near:
            return other
    return None
