"""Characters of a page become words.

Asking PDFium one thing about one character takes 0.3 µs, and there are thousands on a page.
So most words are taken whole: one of letters when its first and last character agree, one
with figures or signs when all its characters do. Only the others are read character by
character.
"""

import re

from ckt_extract.reading.letters import garbled_reason
from ckt_extract.reading.marks import raise_marks
from ckt_extract.reading.parts import RawWord, words_of_token
from ckt_extract.reading.textpage import ASCENT, DESCENT, LIFTED, TextPage
from ckt_extract.reading.tokens import Token, tokens_of

__all__ = ["read_words"]

_LETTERS = re.compile("[A-Za-z\u00c0-\u024f'’-]+[.,;:]?")
_PLAIN = re.compile("[!-~\u00a1-\u00ac\u00ae-\u024f\u2012-\u2026€]+")
"""What is printed as it is: no ligature, soft hyphen or mark of PDFium."""


def read_words(page: TextPage) -> tuple[list[RawWord], str | None]:
    """The words of a page in the order of PDFium, and why its text cannot be trusted."""
    text = page.text()
    tokens = tokens_of(text, page)
    words: list[RawWord] = []
    unmapped = 0
    plain, straight = _PLAIN.fullmatch, not page.turned
    for token in tokens:
        first, last = token[0], token[-1]
        if isinstance(token, range):
            chars = text[first : last + 1]
        else:
            chars = "".join([text[i] for i in token])
        if straight and plain(chars):
            word = _plain_word(page, token, chars)
            if word:
                words.append(word)
                unmapped += page.unmapped
                continue
        at_line_end = text[last + 1 : last + 2] in ("\r", "\n", "")
        words += words_of_token(page, token, chars, at_line_end)
        unmapped += page.unmapped
    raise_marks(words)
    return words, garbled_reason(text, len(tokens), unmapped)


def _plain_word(page: TextPage, token: Token, text: str) -> RawWord | None:
    """A word with one size and one baseline; None if it must be looked into."""
    lib, address, doubles = page.lib, page.address, page.doubles
    at_x, at_y, at_bottom, at_top = page.at_doubles
    first, last = token[0], token[-1]
    size, bold, italic, colour, visible, upright = page.style(first)
    lib.TextGetCharOrigin(address, first, at_x, at_y)
    x, y, _, _ = doubles.tolist()
    letters = _LETTERS.fullmatch(text) is not None
    for index, char in ((last, text[-1]),) if letters else zip(token, text, strict=True):
        if lib.TextGetTextObject(address, index) != page.object:
            if lib.TextGetFontSize(address, index) != page.size:
                return None
            lib.TextGetCharOrigin(address, index, at_x, at_y)
            if abs(doubles[1] - y) > 0.02 * size:
                return None
        if char.isalnum() or char == "*":
            lib.TextGetCharBox(address, index, at_x, at_y, at_bottom, at_top)
            if doubles[2] - y > LIFTED * size:
                return None
    lib.TextGetLooseCharBox(address, last, page.at_floats)
    right = page.floats[2]
    if not upright or not 0 < right - x <= (1.15 if letters else 0.9) * size * len(text):
        return None
    frame = page.frame
    baseline = frame.f - y
    return [
        text, x + frame.e, baseline - ASCENT * size, right + frame.e, baseline + DESCENT * size,
        size, bold, italic, colour, baseline, False, False, False, True, visible,
    ]  # fmt: skip
