"""Words that change on the way are put together character by character."""

from typing import Any

from ckt_extract.reading.letters import LINE_HYPHEN, MARK, normalise
from ckt_extract.reading.textpage import ASCENT, DESCENT, Char, TextPage
from ckt_extract.reading.tokens import Token

__all__ = ["RawWord", "words_of_token"]

RawWord = list[Any]
"""The fields of `page.Word` in its order, with `visible` in the place of `ocr`."""


def words_of_token(page: TextPage, token: Token, text: str, at_line_end: bool) -> list[RawWord]:
    """The words of a token, character by character.

    A token is cut where the size or the baseline changes (41¹ is `41` and a raised `1`), at a
    gap that PDFium did not mark, and at the hyphen that ends a line.
    """
    page.style(token[0])  # of this word, and not of the one before it
    parts: list[list[Char]] = []
    for char in map(page.char, token, text):
        if parts and _continues(parts[-1], char):
            parts[-1].append(char)
        else:
            parts.append([char])
    words: list[RawWord] = []
    for k, part in enumerate(parts):
        ends_line = at_line_end if k == len(parts) - 1 else part[-1].text == LINE_HYPHEN
        glued = k > 0 and _is_glued(parts[k - 1], part)
        word = _word(part, glued, ends_line)
        if word:
            words.append(word)
    return words


def _continues(part: list[Char], char: Char) -> bool:
    """Whether a character belongs to the same word as those before it."""
    last = part[-1]
    if last.text == LINE_HYPHEN or last.style.upright != char.style.upright:
        return False
    if not char.style.upright:
        return True
    size = max(last.style.size, char.style.size)
    return (
        abs(last.style.size - char.style.size) <= 0.1 * size
        and abs(last.baseline - char.baseline) <= 0.1 * size
        and last.lifted == char.lifted
        and _touches(part, char)
    )


def _is_glued(before: list[Char], part: list[Char]) -> bool:
    """Whether no white space stands between two parts of a token.

    PDFium measures a gap by the larger of two characters, and so misses the one between a
    large number and its small label.
    """
    if before[-1].text == LINE_HYPHEN:
        return False
    sizes = before[-1].style.size, part[0].style.size
    if max(sizes) <= 1.5 * min(sizes) or MARK.fullmatch("".join([c.text for c in part])):
        return _touches(before, part[0])
    return part[0].x0 - before[-1].x1 < 0.1 * min(sizes)


def _touches(part: list[Char], char: Char) -> bool:
    """Whether no gap of half the size or more lies between characters of one line."""
    size = max(part[-1].style.size, char.style.size)
    # The letters of a ligature all have the box of the ligature
    return char.x1 > part[0].x0 and char.x0 - max(c.x1 for c in part[-3:]) < 0.5 * size


def _word(part: list[Char], glued: bool, ends_line: bool) -> RawWord | None:
    """The word of characters that have one size and one baseline."""
    text = "".join([c.text for c in part])
    last = part[-1]
    soft = (
        ends_line
        and len(part) > 1
        # A soft hyphen; the sign Chromium draws for one; a hyphen the producer says is none
        and (last.text in "\u00ad\u2010" or (last.text == LINE_HYPHEN and last.replaced))
    )
    text = normalise(text[:-1] if soft else text)
    if not text:
        return None
    style = part[0].style
    x0, x1 = min([c.x0 for c in part]), max([c.x1 for c in part])
    if style.upright:
        baseline = part[0].baseline
        top, bottom = baseline - ASCENT * style.size, baseline + DESCENT * style.size
    else:
        top, bottom = min([c.top for c in part]), max([c.bottom for c in part])
        baseline = bottom
    return [
        text, x0, top, x1, bottom, style.size, style.bold, style.italic, style.colour, baseline,
        part[0].lifted, glued, soft, style.upright, style.visible,
    ]  # fmt: skip
