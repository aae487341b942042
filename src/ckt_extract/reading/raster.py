"""Pages and pictures as grey pixels, for OCR."""

from ctypes import addressof, c_float, create_string_buffer

from ckt_extract.errors import LimitExceededError, UnreadableError
from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.plain import read_plain_page

__all__ = ["MOST_PIXELS", "PlainRaster", "render_page", "render_picture"]

MOST_PIXELS = 60_000_000
"""An A3 page at 500 dpi."""
_GREY = 1  # FPDFBitmap_Gray
_FLAGS = 0x01 | 0x08 | 0x1000  # annotations, greyscale, and no more memory than needed
_TEXT = 1
_WHITE = 0xFFFFFFFF

PlainRaster = tuple[int, int, bytes]
"""Width and height in pixels, and one byte a pixel, row by row from the top left."""


def render_page(document: PdfiumDocument, number: int, dpi: float) -> PlainRaster:
    """A page as it is shown.

    Args:
        document: An open document.
        number: 1-based page number.
        dpi: Pixels an inch.

    Raises:
        UnreadableError: The page cannot be loaded.
        LimitExceededError: It would have more than `MOST_PIXELS`.
    """
    return _render(document, number, dpi, None)


def render_picture(document: PdfiumDocument, number: int, index: int, dpi: float) -> PlainRaster:
    """The part of a page that a picture covers, without the text that is set over it.

    Args:
        document: An open document.
        number: 1-based page number.
        index: `Picture.index` of one of the pictures of that page.
        dpi: Pixels an inch.

    Raises:
        UnreadableError: The page cannot be loaded, or has no such picture.
        LimitExceededError: It would have more than `MOST_PIXELS`.
    """
    pictures = read_plain_page(document, number)[6]
    for *box, _, at in pictures:
        if at == index:
            return _render(document, number, dpi, (box[0], box[1], box[2], box[3]))
    raise UnreadableError(f"there is no picture {index}", page=number)


def _render(
    document: PdfiumDocument,
    number: int,
    dpi: float,
    box: tuple[float, float, float, float] | None,
) -> PlainRaster:
    lib, scale = document.lib, dpi / 72
    page = lib.LoadPage(document.address, number - 1) if 0 < number <= document.pages else 0
    if not page:
        raise UnreadableError("the page cannot be loaded", page=number)
    try:
        if box is None:
            box = (0.0, 0.0, lib.GetPageWidthF(page), lib.GetPageHeightF(page))
        else:
            for i in range(lib.PageCountObjects(page)):
                obj = lib.PageGetObject(page, i)
                if lib.PageObjGetType(obj) == _TEXT:
                    lib.PageObjSetIsActive(obj, 0)
        width = max(round((box[2] - box[0]) * scale), 1)
        height = max(round((box[3] - box[1]) * scale), 1)
        if width * height > MOST_PIXELS:
            raise LimitExceededError(
                f"{width} x {height} pixels are too many", todo="Ask for fewer dpi.", page=number
            )
        buffer = create_string_buffer(width * height)
        bitmap = lib.BitmapCreateEx(width, height, _GREY, buffer, width)
        try:
            lib.BitmapFillRect(bitmap, 0, 0, width, height, _WHITE)
            matrix = (c_float * 6)(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale)
            clip = (c_float * 4)(0, 0, width, height)
            lib.RenderPageBitmapWithMatrix(bitmap, page, addressof(matrix), addressof(clip), _FLAGS)
        finally:
            lib.BitmapDestroy(bitmap)
        return width, height, buffer.raw
    finally:
        lib.ClosePage(page)
