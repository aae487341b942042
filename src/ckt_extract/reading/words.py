"""Characters of a page become words.

Asking PDFium one thing about one character takes 0.3 µs, and there are thousands on a page.
So most words are taken whole: one of letters when its first and last character agree, one
with figures or signs when all its characters do. Only the others are read character by
character.
"""

import re
from collections.abc import Callable

from ckt_extract.reading.letters import garbled_reason
from ckt_extract.reading.marks import raise_marks
from ckt_extract.reading.parts import RawWord, words_of_token
from ckt_extract.reading.textpage import ASCENT, DESCENT, LIFTED, TextPage
from ckt_extract.reading.tokens import Token, tokens_of

__all__ = ["read_words"]

_LETTERS = re.compile("[A-Za-z\u00c0-\u024f'’-]+[.,;:]?")
_PLAIN = re.compile("[!-~\u00a1-\u00ac\u00ae-\u024f\u2012-\u2026€]+")
"""What is printed as it is: no ligature, soft hyphen or mark of PDFium."""
_LONGEST = 200
"""Characters of a word; what is longer is no word, and nobody must take it in at once."""
_GLUED = 11
"""Where `Word.glued` stands in a raw word."""


def read_words(page: TextPage) -> tuple[list[RawWord], str | None]:
    """The words of a page in the order of PDFium, and why its text cannot be trusted."""
    text = page.text()
    tokens = tokens_of(text, page)
    words: list[RawWord] = []
    unmapped = 0
    plain_word = _plain_words(page)
    for token in tokens:
        if len(token) > _LONGEST:
            words += _pieces(page, token, text)
            continue
        first, last = token[0], token[-1]
        if isinstance(token, range):
            chars = text[first : last + 1]
        else:
            chars = "".join([text[i] for i in token])
        word = plain_word(token, chars)
        if word:
            words.append(word)
        else:
            at_line_end = text[last + 1 : last + 2] in ("\r", "\n", "")
            words += words_of_token(page, token, chars, at_line_end)
        unmapped += page.unmapped
    raise_marks(words)
    return words, garbled_reason(text, len(tokens), unmapped)


def _pieces(page: TextPage, token: Token, text: str) -> list[RawWord]:
    """The words of a token that is too long for one: they stick together."""
    words: list[RawWord] = []
    for start in range(0, len(token), _LONGEST):
        piece = token[start : start + _LONGEST]
        found = words_of_token(page, piece, "".join([text[i] for i in piece]), False)
        if found and words:
            found[0][_GLUED] = True
        words += found
    return words


def _plain_words(page: TextPage) -> Callable[[Token, str], RawWord | None]:
    """A function that reads a word with one size and one baseline.

    It gives None for a word that must be looked into. This is the inner loop of reading:
    everything it needs is a local name.
    """
    lib, address, doubles, floats = page.lib, page.address, page.doubles, page.floats
    at_x, at_y, at_bottom, at_top = page.at_doubles
    at_floats = page.at_floats
    object_of, size_of, origin_of = (
        lib.TextGetTextObject,
        lib.TextGetFontSize,
        lib.TextGetCharOrigin,
    )
    box_of, loose_box_of = lib.TextGetCharBox, lib.TextGetLooseCharBox
    style_of = page.style
    letters_only, plain = _LETTERS.fullmatch, _PLAIN.fullmatch
    e, f = page.frame.e, page.frame.f

    def plain_word(token: Token, text: str) -> RawWord | None:
        letters = letters_only(text) is not None
        if not letters and not plain(text):
            return None
        first, last = token[0], token[-1]
        size, bold, italic, colour, visible, upright = style_of(first)
        origin_of(address, first, at_x, at_y)
        x, y = doubles[0], doubles[1]
        for index, char in ((last, text[-1]),) if letters else zip(token, text, strict=True):
            if object_of(address, index) != page.object:
                if size_of(address, index) != page.size:
                    return None
                origin_of(address, index, at_x, at_y)
                if not -0.02 * size <= doubles[1] - y <= 0.02 * size:
                    return None
            if char.isalnum() or char == "*":
                box_of(address, index, at_x, at_y, at_bottom, at_top)
                if doubles[2] - y > LIFTED * size:
                    return None
        loose_box_of(address, last, at_floats)
        right = floats[2]
        widest = (1.15 if letters else 0.9) * size * len(text)
        if not upright or not 0 < right - x <= widest:
            return None
        baseline = f - y
        return [
            text, x + e, baseline - ASCENT * size, right + e, baseline + DESCENT * size,
            size, bold, italic, colour, baseline, False, False, False, True, visible,
        ]  # fmt: skip

    return _nothing_plain if page.turned else plain_word


def _nothing_plain(_token: Token, _text: str) -> None:
    """On a turned page every word is looked into."""
