"""What the name and the descriptor of a font say about its weight and slant."""

import re
from ctypes import addressof, c_int, create_string_buffer
from typing import NamedTuple

from ckt_extract.reading.native import Pdfium

__all__ = ["Font", "read_font"]

_BOLD = re.compile(r"bold|black|heavy|demi|semib|-bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|slanted|-it\b", re.IGNORECASE)
_STYLED = re.compile(r"[-,]|regular|book|roman|light|medium", re.IGNORECASE)

_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18


class Font(NamedTuple):
    """The style of a font."""

    bold: bool
    italic: bool


def read_font(lib: Pdfium, font: int) -> Font:
    """The style of a font, by its name first.

    PDFium derives the weight from the stem width, which Chromium measures on a letter and
    others leave at a constant (Noto Sans Regular gets 625, DejaVu Sans Bold 455). So the
    weight counts only for a font whose name says nothing, and from 700. A Type 3 font has no
    name and no weight.
    """
    length = lib.FontGetBaseFontName(font, None, 0)
    buffer = create_string_buffer(max(length, 1))
    lib.FontGetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    prefix, plus, rest = name.partition("+")
    if plus and len(prefix) == 6:  # the tag of a subset
        name = rest
    flags = max(lib.FontGetFlags(font), 0)
    angle = c_int()
    lib.FontGetItalicAngle(font, addressof(angle))
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG)
    if not bold and not _STYLED.search(name):
        bold = lib.FontGetWeight(font) >= 700
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG) or angle.value != 0
    return Font(bold, italic)
