"""The text of a page is cut at white space; letter-spaced words are put together again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ckt_extract.reading.textpage import TextPage

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile("[^\\s\u200b\u2060\ufeff\x00-\x1f]+")

_SPACED_OUT = 0.05
"""Letters this far apart, in parts of their size, are spaced out."""
_TOO_FAR = 0.6
"""Single characters that are further apart are cells or labels, not letters of a word."""
_MEETING = 0.12
"""A character begins where another ends when they are no further apart, in parts of the size."""
_ENOUGH = 3
"""Gaps that a run must have before they can be compared."""

Token = range | list[int]
"""Indices of the characters of a word."""


def tokens_of(text: str, page: TextPage) -> list[Token]:
    """The words of a page as indices of characters, in the order of the page."""
    found = [range(*match.span()) for match in _TOKEN.finditer(text)]
    tokens = list(_without_false_lines(found, text, page))
    runs: list[tuple[int, int]] = []  # tokens that are only parted by spaces PDFium put there
    start = 0
    for k in range(1, len(tokens) + 1):
        if k < len(tokens):
            gap = tokens[k - 1][-1] + 1
            if tokens[k][0] - gap == 1 and text[gap] == " " and page.is_generated(gap):
                continue
        if k - start > 1:
            runs.append((start, k))
        start = k
    for start, end in reversed(runs):
        tokens[start:end] = _without_letter_spacing(tokens[start:end], page)
    return tokens


def _without_false_lines(tokens: Sequence[Token], text: str, page: TextPage) -> Sequence[Token]:
    """Join tokens that touch each other on one line, though PDFium ended a line between them.

    On a page with little text PDFium may take the writing for vertical; where each letter is
    drawn by itself, each is a line then.
    """
    if text.count("\n") <= 0.5 * len(tokens):
        return tokens
    ended = ["\n" in text[before[-1] : after[0]] for before, after in pairwise(tokens)]
    joined = [list(token) for token in tokens[:1]]
    for after, line_ended in zip(tokens[1:], ended, strict=True):
        gap = _gap(joined[-1][-1], after[0], page) if line_ended else None
        if gap is not None and abs(gap) <= _MEETING:
            joined[-1] += after
        else:
            joined.append(list(after))
    return joined


def _without_letter_spacing(run: Sequence[Token], page: TextPage) -> Sequence[Token]:
    """Join tokens over the spaces that PDFium put between the letters of a spaced-out word.

    PDFium takes a wide gap for a space. One that is no wider than the letters of the run usually
    are apart is none.
    """
    longest = max(run, key=len)
    if len(longest) > 1 and _inner_gap(longest, page) < _SPACED_OUT:
        return run
    between = [_gap(a[-1], b[0], page) or 0.0 for a, b in pairwise(run)]
    inside = [_gap(a, b, page) or 0.0 for token in run for a, b in pairwise(token)]
    usual = sorted(between + inside)[(len(between) + len(inside)) // 2]
    if len(between) + len(inside) < _ENOUGH or not _SPACED_OUT <= usual <= _TOO_FAR:
        return run
    joined = [list(run[0])]
    for gap, token in zip(between, run[1:], strict=True):
        if 0 < gap <= 1.5 * usual + 0.02:
            joined[-1] += token
        else:
            joined.append(list(token))
    return joined


def _gap(left: int, right: int, page: TextPage) -> float | None:
    """The space between two characters in parts of their size; None when not on one line."""
    before, after = page.char(left, "x"), page.char(right, "x")
    size = before.style.size
    if (
        not before.style.upright
        or abs(after.style.size - size) > 0.1 * size
        or abs(after.baseline - before.baseline) > 0.1 * size
    ):
        return None
    return (after.x0 - before.x1) / (size or 1)


def _inner_gap(token: Token, page: TextPage) -> float:
    """The wider of the first two gaps inside a word (the other may be a kerned pair)."""
    if page.turned:
        return max(_gap(a, b, page) or 0.0 for a, b in pairwise(token[:3]))
    x, _, _, _ = page.origin(token[0])
    gaps = []
    for before, after in pairwise(token[:3]):
        width = page.loose_box(before)[2] - x
        x_after, _, _, _ = page.origin(after)
        gaps.append(x_after - x - width)
        x = x_after
    return max(gaps) / (page.style(token[0]).size or 1)
