"""Scans and pictures of a page whose words are known, and OCR of them in this process."""

import io
import random
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from typing import Any, cast

from PIL import Image, ImageChops, ImageFilter

from ckt_extract.box import Box
from ckt_extract.reading.ocr import OcrOutcome, ocr_page, run
from ckt_extract.reading.page import Page, Word
from ckt_extract.reading.pdfium import open_pdfium, read_page
from ckt_extract.reading.raster import render_page
from ckt_extract.reading.reader import Reader

__all__ = [
    "DPI",
    "LINES",
    "ocr",
    "part",
    "pdf_of",
    "scanned",
    "sheet",
    "text_of",
    "turned",
    "words_in",
]

PLAIN = Path(__file__).parents[2] / "fixtures" / "scan" / "scan.typst.pdf"
DPI = 200
LINES = Box(70, 161, 560, 241)
"""Four lines of the sheet, in points."""


@cache
def sheet() -> Image.Image:
    """The page as a picture."""
    document = open_pdfium(PLAIN.read_bytes())
    width, height, grey = render_page(document, 1, DPI)
    document.close()
    return Image.frombytes("L", (width, height), grey)


def part(box: Box) -> Image.Image:
    """A part of the page as a picture."""
    left, top, right, bottom = (round(edge * DPI / 72) for edge in box)
    return sheet().crop((left, top, right, bottom))


def words_in(box: Box) -> list[Word]:
    """The words that are printed in a part of the page, line by line, placed in it."""
    document = open_pdfium(PLAIN.read_bytes())
    words = read_page(document, 1).words
    document.close()
    inside = [w for w in words if box.x0 < w.x0 < box.x1 and box.top < w.baseline < box.bottom]
    for word in inside:
        word.x0, word.x1 = word.x0 - box.x0, word.x1 - box.x0
        word.top, word.bottom = word.top - box.top, word.bottom - box.top
        word.baseline -= box.top
    return inside


def scanned(picture: Image.Image, angle: float = 0.0, grain: int = 0) -> Image.Image:
    """A picture as a scanner sees it.

    Args:
        picture: The sheet.
        angle: Degrees that it lies turned to the left.
        grain: Grey levels of noise; the picture is blurred then, too.
    """
    grey = picture.point([level * 244 // 255 for level in range(256)])
    turned = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=244)
    if not grain:
        return turned
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    noise = random.Random(1).randbytes(soft.width * soft.height)  # noqa: S311 - grain, no secret
    levels = [level * grain // 255 for level in range(256)]
    return ImageChops.subtract(soft, Image.frombytes("L", soft.size, noise).point(levels))


def pdf_of(picture: Image.Image) -> bytes:
    """A PDF of one page, which the picture fills; its mode decides how it is packed."""
    packed = io.BytesIO()
    picture.save(packed, "PDF", resolution=DPI)
    return packed.getvalue()


def turned(x: float, y: float, size: tuple[float, float], angle: float) -> tuple[float, float]:
    """Where a point lies after its sheet was turned to the left about its middle."""
    c, s = cos(radians(angle)), sin(radians(angle))
    right, down = x - size[0] / 2, y - size[1] / 2
    return size[0] / 2 + right * c + down * s, size[1] / 2 + down * c - right * s


class _Here:
    """Runs the jobs of a document in this process."""

    def __init__(self, data: bytes) -> None:
        self.document = open_pdfium(data)

    def ask(self, name: str, number: int, **options: Any) -> object:  # noqa: ANN401 - as the job's
        assert name == "ocr"
        return run(self.document, number, **options)


def ocr(data: bytes) -> tuple[Page, OcrOutcome]:
    """The first page of a PDF with what OCR read on it."""
    here = _Here(data)
    page = read_page(here.document, 1)
    outcome = ocr_page(cast(Reader, here), page)
    here.document.close()
    return page, outcome


def text_of(words: list[Word] | tuple[Word, ...]) -> str:
    """The words with spaces between them."""
    return " ".join(word.text for word in words)
