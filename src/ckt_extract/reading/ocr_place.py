"""Words in a picture become words of its page, level and upright even if the sheet was not."""

from dataclasses import dataclass
from math import cos, radians, sin

from ckt_extract.box import Box
from ckt_extract.reading.ocr_doubt import is_doubtful
from ckt_extract.reading.ocr_word import LEGIBLE, SURE_NUMBER, OcrWord, PictureText
from ckt_extract.reading.page import Word
from ckt_extract.reading.textpage import ASCENT, DESCENT

__all__ = ["Placed", "words_of_picture"]

_MANY = 20
"""In fewer words than this, it does not count how many were left out: there may be no text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What a picture adds to its page."""

    words: list[Word]
    unsure: int
    """Words with figures that were left out because they are not certain."""
    legible: bool
    """False if there is much text of which most was left out."""


def words_of_picture(text: PictureText, box: Box, dpi: float) -> Placed:
    """The words of a picture on its page.

    They are placed as if the picture lay level and upright, with its top left corner where it
    is; `Word.printed` then says where they really stand.

    Args:
        text: What was read in the picture.
        box: Where the picture stands, in points.
        dpi: Pixels an inch with which it was rendered.
    """
    words: list[Word] = []
    unsure = dropped = 0
    for word in text.words:
        figures = any(char.isdigit() for char in word.text)
        doubtful = is_doubtful(word.text)
        if doubtful or word.confidence < (SURE_NUMBER if figures else LEGIBLE):
            dropped += 1
            unsure += figures and (doubtful or word.confidence >= LEGIBLE)  # else it is no text
            continue
        words.append(_on_page(word, text, box, 72 / dpi))
    legible = len(text.words) < _MANY or dropped <= len(text.words) / 2
    return Placed(words, unsure, legible)


def _on_page(word: OcrWord, text: PictureText, box: Box, scale: float) -> Word:
    """One word; `scale` is points a pixel."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    if text.quarter % 2:
        width, height = height, width
    x, baseline = (word.x0 + word.x1) / 2 * scale, word.baseline * scale
    half, size = (word.x1 - word.x0) / 2 * scale, word.size * scale
    printed = None
    if text.angle or text.quarter:
        read = Box(x - half, baseline - ASCENT * size, x + half, baseline + DESCENT * size)
        printed = _turned_back(read, text.quarter, width, height, box)
        right, down = x - width / 2, baseline - height / 2
        c, s = cos(radians(text.angle)), sin(radians(text.angle))
        x, baseline = width / 2 + right * c + down * s, height / 2 + down * c - right * s
    x, baseline = x + box.x0, baseline + box.top
    return Word(
        text=word.text,
        x0=x - half,
        top=baseline - ASCENT * size,
        x1=x + half,
        bottom=baseline + DESCENT * size,
        size=size,
        bold=False,
        italic=False,
        colour=0,
        baseline=baseline,
        raised=word.raised,
        glued=word.glued,
        upright=word.upright,
        ocr=True,
        printed=printed,
    )


def _turned_back(at: Box, quarter: int, width: float, height: float, box: Box) -> Box:
    """Where a part of an upright picture stands on the page.

    Args:
        at: The part, from the top left of the upright picture.
        quarter: Quarter turns to the left that made it upright.
        width: Of the upright picture.
        height: The same.
        box: Where the picture stands.
    """
    x0, top, x1, bottom = at
    if quarter == 1:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif quarter == 2:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    elif quarter == 3:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    return Box(box.x0 + x0, box.top + top, box.x0 + x1, box.top + bottom)
