"""Pictures as PDFs hold them, and pages that mix them with text."""

import io
import re
import socket
import struct
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import ckt_extract
from ckt_extract.box import Box
from ckt_extract.errors import MissingExtraError
from ckt_extract.reading import Limits, ocr_engine, open_document
from ckt_extract.reading.ocr import ocr_page
from ckt_extract.reading.ocr_engine import Line
from ckt_extract.reading.page import Page
from tests.children import children_that
from tests.reading.ocr_pages import PLAIN, ocr, part, pdf_of, sheet, text_of
from tests.reading.pdfs import drawn

LINE = Box(70, 161, 352, 181)
WORDS = "In 2019 zijn 57 bedrijven beoordeeld. Daarvan voldeden"
SIZE = LINE.x1 - LINE.x0, LINE.bottom - LINE.top


def line() -> Image.Image:
    """A picture of one line of text."""
    return part(LINE)


def see_through() -> Image.Image:
    """Blue ink on nothing."""
    picture = Image.new("RGBA", line().size, (20, 40, 90, 255))
    picture.putalpha(ImageOps.invert(line()))
    return picture


def jbig2() -> bytes:
    """The line in JBIG2, which may hold the same bits as CCITT Group 4."""

    def segment(number: int, kind: int, data: bytes) -> bytes:
        return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(line().convert("1")))) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        wide, high = int(image.Width), int(image.Height)
        page = struct.pack(">IIIIBH", wide, high, 0, 0, 0, 0)
        region = struct.pack(">IIIIBB", wide, high, 0, 0, 0, 1)
        data = segment(0, 48, page) + segment(1, 38, region + image.read_raw_bytes())
        del image["/DecodeParms"]
        image.write(data, filter=pikepdf.Name.JBIG2Decode)
        pdf.save(packed)
    return packed.getvalue()


def placed(picture: Image.Image) -> bytes:
    """A picture with a soft mask on a yellow page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 0.8)
        canvas.rect(0, 0, *SIZE, stroke=0, fill=1)
        canvas.drawImage(ImageReader(picture), 0, 0, *SIZE, mask="auto")

    return drawn(draw, size=SIZE)


KINDS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: pdf_of(line()),
    "JPEG in colour": lambda: pdf_of(line().convert("RGB")),
    "JPEG in CMYK": lambda: pdf_of(line().convert("CMYK")),
    "CCITT": lambda: pdf_of(line().convert("1")),
    "JBIG2": jbig2,
    "JPEG 2000 with alpha": lambda: pdf_of(see_through()),
    "palette": lambda: pdf_of(line().convert("RGB").quantize(8)),
    "soft mask": lambda: placed(see_through()),
    "white on black": lambda: pdf_of(ImageOps.invert(line())),
    "white on black, two levels": lambda: pdf_of(ImageOps.invert(line()).convert("1")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: str) -> None:
    """However a picture is packed, its words are read."""
    page, outcome = ocr(KINDS[kind]())
    assert WORDS == text_of(page.words)
    assert outcome.whole


def test_strips() -> None:
    """Lines that run through the cuts of a picture in strips are read whole."""

    def draw(canvas: Canvas) -> None:
        height = line().height
        for strip in range(4):
            top, bottom = strip * height // 4, (strip + 1) * height // 4
            piece = line().crop((0, top, line().width, bottom))
            high = SIZE[1] / height
            canvas.drawImage(
                ImageReader(piece), 0, (height - bottom) * high, SIZE[0], piece.height * high
            )

    page, outcome = ocr(drawn(draw, size=SIZE))
    assert WORDS == text_of(page.words)
    assert (0, 1, 2, 3) == outcome.pictures


def layered(text: str) -> bytes:
    """The picture of the line with text over it that is not painted."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(line()), 0, 0, *SIZE)
        over = canvas.beginText(5, 6)
        over.setFont("Helvetica", 8)
        over.setTextRenderMode(3)
        over.textOut(text)
        canvas.drawText(over)

    return drawn(draw, size=SIZE)


def test_text_layer() -> None:
    """A scan with an invisible text layer is not read twice; its words say that OCR read them."""
    text = "een laag van tien of meer woorden die er al lag"
    page, outcome = ocr(layered(text))
    assert text == text_of(page.words)
    assert () == outcome.words
    assert all(word.ocr for word in page.words)


def test_half_a_page() -> None:
    """On a page of text, only the picture is read; the words of the page stay what they are."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(30, 250, "Gewone tekst over 12 landen.")
        canvas.drawImage(ImageReader(line()), 30, 100, *SIZE)

    page, outcome = ocr(drawn(draw))
    assert "Gewone tekst over 12 landen." == text_of([w for w in page.words if not w.ocr])
    assert WORDS == text_of(outcome.words)
    assert not outcome.whole
    assert all(30 <= word.x0 < word.x1 <= 330 for word in outcome.words)


def broken_font() -> bytes:
    """The sheet as text whose font names no character that there is."""

    def moved(match: re.Match[str]) -> str:
        return f"<{match[1]}> <{0xE000 + int(match[2], 16):04X}>"

    packed = io.BytesIO()
    with pikepdf.open(PLAIN) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                codes = font.ToUnicode.read_bytes().decode()
                codes = re.sub(r"<(\w{4})>\s+<(\w{4})>", moved, codes)
                font.ToUnicode = pdf.make_stream(codes.encode())
        pdf.save(packed)
    return packed.getvalue()


def test_garbled() -> None:
    """A page whose fonts do not say what they print is read as a picture."""
    page, outcome = ocr(broken_font())
    assert outcome.whole
    assert all(word.ocr for word in page.words)
    assert "In 2019 zijn 57 bedrijven beoordeeld." in text_of(page.words)


def test_nothing_there() -> None:
    """A line of no width says nothing, and an empty picture has no line."""
    reader = ocr_engine.engine()
    assert Line("", [], []) == reader.read(np.zeros((20, 0), np.uint8))
    assert [] == reader.find(np.full((40, 300), 255, np.uint8), 1.0)


def test_off() -> None:
    """`off` leaves the picture alone, and the report lists it."""
    report = ckt_extract.extract(pdf_of(line()), ocr="off")
    assert () == report.document.ocr_pages
    assert [False] == [report.figures[i].read for i in report.audit.unread]


WITHOUT_ENGINE = """
from ckt_extract.reading import ocr_engine
ocr_engine.find_spec = lambda _name: None
"""


def test_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an engine `auto` lists what was not read, and `force` says what to install."""
    with children_that(WITHOUT_ENGINE):
        report = ckt_extract.extract(pdf_of(line()), ocr="auto")
    assert [False] == [report.figures[i].read for i in report.audit.unread]
    monkeypatch.setattr(ocr_engine, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match=r"ckt-extract\[ocr\]"):
        ckt_extract.extract(pdf_of(line()), ocr="force")


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models are on disk: loading the engine and reading opens no connection."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ocr_engine.engine.cache_clear()
    page, _ = ocr(pdf_of(line()))
    assert WORDS == text_of(page.words)


def test_too_little_memory() -> None:
    """A picture that needs more than is allowed is left out; the text after it is read."""

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(sheet()), 0, 0, 400, 300)

    def text(canvas: Canvas) -> None:
        canvas.drawString(30, 250, "In 2019 deden 57 bedrijven mee.")

    data = drawn(scan, text)
    report = ckt_extract.extract(data, ocr="force", limits=Limits(memory_mb=200))
    assert ["picture_unread"] == [w.code for w in report.warnings if w.page == 1]
    assert "57" in [str(r.quantity.value) for r in report.results if r.quantity is not None]


def test_too_little_time() -> None:
    """A picture that takes too long is left out and said to be; the process is started anew."""
    with open_document(pdf_of(sheet()), limits=Limits(page_seconds=0.3)) as reader:
        page = reader.page(1)
        assert isinstance(page, Page)
        outcome = ocr_page(reader, page)
        assert ("A picture was not read: it took longer than 0.3 seconds.",) == outcome.warnings
        assert ((), 1) == (outcome.pictures, outcome.failed)
        assert isinstance(reader.page(1), Page)
