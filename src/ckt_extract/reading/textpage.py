"""The characters of one page as PDFium knows them, placed on the page as it is shown."""

from collections.abc import Sequence
from ctypes import addressof, c_double, c_float, c_uint, create_string_buffer
from math import hypot
from typing import NamedTuple

from ckt_extract.reading.fonts import Font, read_font
from ckt_extract.reading.geometry import Matrix, transform_box
from ckt_extract.reading.native import Pdfium

__all__ = ["ASCENT", "DESCENT", "LIFTED", "Char", "Style", "TextPage"]

ASCENT, DESCENT = 0.75, 0.25
"""A word reaches this far above and below its baseline, in parts of its size. The figures of
the fonts are no use: they differ between fonts on one line, and some are wrong."""
LIFTED = 0.2
"""A figure that is drawn this far above its baseline, in parts of its size, is raised."""

_STROKED_TOO = 2
_NOT_PAINTED = 3


class Style(NamedTuple):
    """What the characters of one text object have in common."""

    size: float
    bold: bool
    italic: bool
    colour: int
    visible: bool
    upright: bool


class Char(NamedTuple):
    """One character on the shown page; `x0` and `x1` are where the pen was."""

    text: str
    style: Style
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    lifted: bool
    """Drawn above its own baseline: a superscript figure of the font, or a star."""
    replaced: bool
    """The producer wrote other text for this glyph (`/ActualText`)."""


class TextPage:
    """The text of an open page; `close` it before the page.

    The attributes without a line below are for the loops that cannot afford a method call.

    Args:
        lib: PDFium.
        page: Address of the page.
        frame: From user space to the shown page.
    """

    def __init__(self, lib: Pdfium, page: int, frame: Matrix) -> None:
        self.lib = lib
        self.frame = frame
        self.turned = frame.a != 1
        self.address: int = lib.TextLoadPage(page) or 0
        self._fonts: dict[int, Font] = {}
        doubles = (c_double * 4)()
        start = addressof(doubles)
        self.at_doubles = (start, start + 8, start + 16, start + 24)
        self.doubles: memoryview[float] = memoryview(doubles).cast("B").cast("d")
        floats = (c_float * 4)()
        self.at_floats = addressof(floats)
        self.floats: memoryview[float] = memoryview(floats).cast("B").cast("f")
        matrix = (c_float * 6)()
        self._at_matrix = addressof(matrix)
        self._matrix: memoryview[float] = memoryview(matrix).cast("B").cast("f")
        self._uints = (c_uint * 4)()
        start = addressof(self._uints)
        self._at_uints = (start, start + 4, start + 8, start + 12)
        self.object = -1
        self.size = 0.0
        self._shape: Sequence[float] = ()
        self._style = Style(0, False, False, 0, True, True)
        self.unmapped = False
        """Whether the font of the style that was asked last has no Unicode map."""

    def close(self) -> None:
        """Give the memory back."""
        self.lib.TextClosePage(self.address)
        self.address = 0

    def count(self) -> int:
        """Number of characters, with the spaces and line ends that PDFium added."""
        return max(int(self.lib.TextCountChars(self.address)), 0)

    def text(self) -> str:
        """The characters; each stands at its index (surrogates are two characters)."""
        lib, count = self.lib, self.count()
        buffer = create_string_buffer(2 * count + 2)
        written = lib.TextGetText(self.address, 0, count, buffer) - 1
        text = buffer.raw[: 2 * max(written, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        # Characters without Unicode are left out, surrogates were put together: ask for each
        codes = [lib.TextGetUnicode(self.address, i) for i in range(count)]
        return "".join(
            "\ufffe" if c == 2 else chr(c) if 0 < c < 0x110000 else "\ufffd" for c in codes
        )

    def is_generated(self, index: int) -> bool:
        """Whether PDFium put this character there because of a gap (it may replace a real one)."""
        return bool(self.lib.TextIsGenerated(self.address, index) == 1)

    def origin(self, index: int) -> Sequence[float]:
        """Where the pen stood, in user space: x, y (and two numbers without meaning)."""
        at = self.at_doubles
        self.lib.TextGetCharOrigin(self.address, index, at[0], at[1])
        return self.doubles.tolist()

    def box(self, index: int) -> Sequence[float]:
        """What is inked, in user space: left, right, bottom, top."""
        self.lib.TextGetCharBox(self.address, index, *self.at_doubles)
        return self.doubles.tolist()

    def loose_box(self, index: int) -> Sequence[float]:
        """The width that the pen moved and the height of the font: left, top, right, bottom."""
        self.lib.TextGetLooseCharBox(self.address, index, self.at_floats)
        return self.floats.tolist()

    def style(self, index: int) -> Style:
        """The style of a character; asked of PDFium once for each text object."""
        lib, address = self.lib, self.address
        obj = lib.TextGetTextObject(address, index)
        if obj == self.object:
            return self._style
        self.object = obj
        self.size = size = lib.TextGetFontSize(address, index)
        lib.TextGetMatrix(address, index, self._at_matrix)
        self._shape = self._matrix.tolist()[:4]
        a, b, c, d = self._shape
        bold, italic, mode = False, False, 0
        if obj:
            font = lib.TextObjGetFont(obj)
            known = self._fonts.get(font)
            if known is None:
                known = self._fonts[font] = read_font(lib, font)
            bold, italic = known
            mode = lib.TextObjGetTextRenderMode(obj)
        lib.TextGetFillColor(address, index, *self._at_uints)
        red, green, blue, alpha = self._uints
        if b or c or self.turned:
            right = a * self.frame.a + b * self.frame.c
            down = a * self.frame.b + b * self.frame.d
            slanted = abs(a * c + b * d) > 0.1 * hypot(a, b) * hypot(c, d)
        else:
            right, down, slanted = a, 0.0, False
        self._style = Style(
            size * hypot(c, d),
            bold or mode == _STROKED_TOO,
            italic or slanted,
            red << 16 | green << 8 | blue,
            mode != _NOT_PAINTED and alpha > 0,
            right > 0 and abs(down) <= 0.05 * right,
        )
        self.unmapped = lib.TextHasUnicodeMapError(address, index) == 1
        return self._style

    def char(self, index: int, text: str) -> Char:
        """A character with its place on the shown page.

        Args:
            index: Its index.
            text: The character itself.
        """
        style = self._style_nearby(index)
        x, y, _, _ = self.origin(index)
        left, right, bottom, top = self.box(index)
        loose_left, loose_top, loose_right, loose_bottom = self.loose_box(index)
        replaced = abs(loose_top - top) < 0.01 and abs(loose_bottom - bottom) < 0.01
        if right <= left or top <= bottom:  # nothing inked: a blank glyph over a scan
            left, right, bottom, top = loose_left, loose_right, loose_bottom, loose_top
        if self.turned:
            return self._turned(text, style, (x, y), (left, right, bottom, top), replaced)
        if style.upright and loose_right > loose_left:
            left, right = loose_left, loose_right
        e, f = self.frame.e, self.frame.f
        lifted = (
            bottom - y > LIFTED * style.size and style.upright and (text.isalnum() or text == "*")
        )
        return Char(text, style, left + e, f - top, right + e, f - bottom, f - y, lifted, replaced)

    def _style_nearby(self, index: int) -> Style:
        """The style of a character of a word that was begun.

        Chromium may draw each glyph as an object of its own. Those of one word that agree in
        size and direction are taken to agree in the rest, which saves half the questions.
        """
        if self.lib.TextGetTextObject(self.address, index) == self.object:
            return self._style
        if self.lib.TextGetFontSize(self.address, index) == self.size:
            self.lib.TextGetMatrix(self.address, index, self._at_matrix)
            if self._matrix.tolist()[:4] == self._shape:
                return self._style
        return self.style(index)

    def _turned(
        self,
        text: str,
        style: Style,
        origin: tuple[float, float],
        box: tuple[float, float, float, float],
        replaced: bool,
    ) -> Char:
        """A character of a page that is shown turned."""
        left, right, bottom, top = box
        x0, up, x1, down = transform_box(self.frame, (left, bottom, right, top))
        baseline = self.frame.b * origin[0] + self.frame.d * origin[1] + self.frame.f
        lifted = (
            baseline - down > LIFTED * style.size
            and style.upright
            and (text.isalnum() or text == "*")
        )
        return Char(text, style, x0, up, x1, down, baseline, lifted, replaced)
