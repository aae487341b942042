"""Two upright pages with a strip along the left: a bar and columns, then a ring and a grid.

Positions and sizes are in millimetres from the upper left corner, type and lines in points.
"""

import math
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "Text": "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "Bold": "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
    "Italic": "/usr/share/fonts/truetype/noto/NotoSerif-Italic.ttf",
    "Heavy": "/usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf",
}
HEIGHT = A4[1]
LEFT, RIGHT, COLUMN = 24, 114, 80
PLUM, ROSE, SAND, INK = map(HexColor, ("#4b2545", "#c4577a", "#f6efe6", "#2b2430"))
GREY, MIST = HexColor("#8c8390"), HexColor("#ddd3dd")
GOLD, SAGE, SKY = HexColor("#d8a548"), HexColor("#7f9f80"), HexColor("#7a9bbf")


def text(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Text",
    size: float = 10.0,
    *,
    colour: Color = INK,
    align: str = "left",
    lead: float = 13.0,
) -> None:
    """Lines below each other, their distance in points."""
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    for step, line in enumerate(words.split("\n")):
        canvas.setFont(font, size)
        canvas.setFillColor(colour)
        write(x * mm, HEIGHT - y * mm - step * lead, line)


def width_of(words: str, font: str, size: float) -> float:
    """The width of words on one line."""
    return pdfmetrics.stringWidth(words, font, size) / mm


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, words: str, colour: Color = INK
) -> float:
    """Running text, wrapped to a width; returns where a next line would stand."""
    lines = simpleSplit(words, "Text", 9.6, width * mm)
    text(canvas, x, y, "\n".join(lines), size=9.6, colour=colour, lead=13.4)
    return y + len(lines) * 13.4 / mm


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Color
) -> None:
    """A filled rectangle."""
    canvas.setFillColor(colour)
    canvas.rect(x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm, stroke=0, fill=1)


def disc(canvas: Canvas, x: float, y: float, radius: float, colour: Color) -> None:
    """A filled circle."""
    canvas.setFillColor(colour)
    canvas.circle(x * mm, HEIGHT - y * mm, radius * mm, stroke=0, fill=1)


def rule(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, left: float, right: float, y: float, colour: Color, width: float
) -> None:
    """A line from left to right."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(left * mm, HEIGHT - y * mm, right * mm, HEIGHT - y * mm)


def head(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A heading with a short line below it."""
    text(canvas, x, y, words, "Heavy", 15, colour=PLUM)
    rule(canvas, x, x + 14, y + 6 / mm, ROSE, 2)


def caption(canvas: Canvas, x: float, y: float, words: str) -> None:
    """The line below a drawing."""
    text(canvas, x, y, words, "Italic", 8.6, colour=GREY)


def number(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    value: str,
    label: str,
    size: float = 36.0,
    *,
    above: str = "",
    before: str = "",
    unit: str = "",
) -> None:
    """A large number with its label below it and smaller words around it."""
    if above:
        text(canvas, x, y - size * 0.86 / mm, above, "Italic", 10.5)
    left = x
    if before:
        text(canvas, left, y, before, "Heavy", size * 0.55, colour=ROSE)
        left += width_of(before, "Heavy", size * 0.55) + 2 / mm
    text(canvas, left, y, value, "Heavy", size, colour=ROSE)
    if unit:
        left += width_of(value, "Heavy", size) + 2 / mm
        text(canvas, left, y, unit, "Heavy", size * 0.5, colour=ROSE)
    text(canvas, x, y + 14 / mm, label, size=10.5)


def strip(canvas: Canvas, page: int) -> None:
    """The strip along the left with words that run upwards, and the number of the page."""
    block(canvas, 0, 0, 14, 297, PLUM)
    canvas.saveState()
    canvas.translate(9 * mm, 20 * mm)
    canvas.rotate(90)
    canvas.setFont("Text", 8.5)
    canvas.setFillColor(white)
    canvas.drawString(0, 0, "Agreement on Sustainable Garments and Textile")
    canvas.restoreState()
    text(canvas, 196, 288, str(page), size=8.5, colour=GREY, align="right")


def hanger(canvas: Canvas) -> None:
    """A clothes hanger."""
    x, y = 82 * mm, HEIGHT - 101 * mm
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(2.4)
    drawn = canvas.beginPath()
    drawn.moveTo(x, y + 14)
    drawn.curveTo(x + 9, y + 18, x + 4, y + 30, x - 5, y + 24)
    drawn.moveTo(x, y + 14)
    drawn.lineTo(x + 34, y - 8)
    drawn.lineTo(x - 34, y - 8)
    drawn.close()
    canvas.drawPath(drawn)


def participants(canvas: Canvas) -> None:
    """Three numbers below each other with a hanger beside them."""
    head(canvas, LEFT, 52, "Who takes part")
    number(canvas, LEFT, 74, "69", "signatory companies by December")
    number(canvas, LEFT, 99, "92", "labels sold under\nthe agreement")
    number(canvas, LEFT, 128, "48", "of the Dutch clothing\nmarket is covered", unit="%")
    hanger(canvas)


def assessment(canvas: Canvas) -> None:
    """A paragraph, a bar of three parts and a legend with the shares in it."""
    head(canvas, RIGHT, 52, "Action plans assessed")
    words = (
        "Each company hands in a yearly plan. The secretariat checks it step by step and talks "
        "it through with the buyers involved."
    )
    y = paragraph(canvas, RIGHT, 61, COLUMN, words) + 4
    shares = (
        (8, "Meets every requirement", PLUM),
        (78, "Well on the way", GOLD),
        (14, "Lagging behind", ROSE),
    )
    x = float(RIGHT)
    for share, _, colour in shares:
        block(canvas, x, y - 1, COLUMN * share / 100, 10, colour)
        x += COLUMN * share / 100
    y += 17
    for share, name, colour in shares:
        block(canvas, RIGHT, y - 8 / mm, 9 / mm, 9 / mm, colour)
        line = y + 0.5 / mm
        text(canvas, RIGHT + 15 / mm, line, name, size=10.5)
        text(canvas, RIGHT + COLUMN, line, f"{share}%", "Bold", 12, align="right")
        rule(canvas, RIGHT, RIGHT + COLUMN, y + 6 / mm, MIST, 0.5)
        y += 7
    words = "Figure 1. Outcome of the assessment, share of companies"
    caption(canvas, RIGHT, y + 1 / mm, words)


def factories(canvas: Canvas) -> None:
    """A panel with a paragraph and a number at the left, columns of three years at the right."""
    canvas.setFillColor(SAND)
    canvas.roundRect(20 * mm, 24 * mm, 180 * mm, 108 * mm, 8, stroke=0, fill=1)
    head(canvas, LEFT, 177, "Factories on the map")
    paragraph(
        canvas,
        LEFT,
        187,
        74,
        "Brands pass on where their garments are cut, sewn and dyed. The secretariat publishes "
        "one joint list without showing who buys where.",
    )
    words = "people work at\nthese sites"
    number(canvas, LEFT, 229, "1.2", words, above="more than", unit="million")
    base = 251
    years = (("End of 2016", 2802, SKY), ("End of 2017", 4268, SKY), ("End of 2018", 6289, PLUM))
    for step, (year, value, colour) in enumerate(years):
        x, height = RIGHT + 27 * step, value / 6289 * 58
        block(canvas, x, base - height, 19, height, colour)
        top = base - height - 4 / mm
        text(canvas, x + 9.5, top, f"{value:,}", "Bold", 12, align="centre")
        text(canvas, x + 9.5, base + 12 / mm, year, size=9, align="centre")
    rule(canvas, 111, 190, base, INK, 0.8)
    caption(canvas, 111, 264, "Figure 2. Production sites disclosed")


def first_page(canvas: Canvas) -> None:
    """Numbers at the left, a bar with a legend at the right, a panel along the bottom."""
    strip(canvas, 1)
    text(canvas, LEFT, 27, "Facts & Figures 2018", "Heavy", 31, colour=PLUM)
    words = "How far garment brands came in the second year"
    text(canvas, LEFT, 35.5, words, "Italic", 13)
    participants(canvas)
    assessment(canvas)
    factories(canvas)


def fibres(canvas: Canvas) -> None:
    """A ring that starts at the top and runs clockwise, with a legend and a note beside it."""
    head(canvas, LEFT, 25, "What clothes are made of")
    shares = (
        ("Cotton", 58, PLUM),
        ("Polyester", 17, ROSE),
        ("Viscose", 9, GOLD),
        ("Wool", 4, SAGE),
        ("Other fibres", 12, SKY),
    )
    x, y, outer, inner = 54 * mm, HEIGHT - 71 * mm, 29 * mm, 15 * mm
    angle = 90.0
    for _, share, colour in shares:
        turn = 3.6 * share
        end = math.radians(angle - turn)
        drawn = canvas.beginPath()
        box = (x - outer, y - outer, x + outer, y + outer)
        # The types of the library want whole degrees
        drawn.arc(*box, angle, -turn)  # type: ignore[arg-type]
        drawn.lineTo(x + inner * math.cos(end), y + inner * math.sin(end))
        box = (x - inner, y - inner, x + inner, y + inner)
        drawn.arcTo(*box, angle - turn, turn)  # type: ignore[arg-type]
        drawn.close()
        canvas.setFillColor(colour)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.2)
        canvas.drawPath(drawn, stroke=1, fill=1)
        angle -= turn
    for step, (name, share, colour) in enumerate(shares):
        line = 51 + 9 * step
        disc(canvas, 95, line - 3.5 / mm, 5 / mm, colour)
        text(canvas, 100, line, name, size=10.5)
        text(canvas, 136, line, f"{share}%", "Bold", 11.5, align="right")
    caption(canvas, LEFT, 109, "Figure 3. Fibres bought by the brands, by weight")
    words = (
        "Cotton still leads by far. Organic and recycled fibres win ground, yet most wool and "
        "viscose comes from ordinary sources."
    )
    paragraph(canvas, 146, 47, 48, words)


def together(canvas: Canvas) -> None:
    """A grid of numbers with lines between its columns, some with smaller words around them."""
    head(canvas, LEFT, 127, "Working together")
    canvas.setStrokeColor(MIST)
    canvas.setLineWidth(0.7)
    for x in (76, 133):
        canvas.line(x * mm, HEIGHT - 137 * mm, x * mm, HEIGHT - 197 * mm)
    number(canvas, 24, 151, "14", "joint projects in\nproducing countries")
    number(canvas, 81, 151, "230", "buyers attended\na workshop")
    words = "of suppliers got\na visit or a call"
    number(canvas, 138, 151, "90", words, above="nearly", unit="%")
    number(canvas, 24, 185, "4 out of 5", "participants would advise\nothers to join", 28)
    number(canvas, 81, 185, "350,000", "grant for a pilot on\nliving wages", 28, before="€")
    number(canvas, 138, 185, "3", "to put a full\nplan into practice", 28, unit="years")


def complaints(canvas: Canvas) -> None:
    """A nought in a white circle on a dark band, with words beside it."""
    block(canvas, 14, 211, 196, 36, PLUM)
    disc(canvas, 36, 229, 12, white)
    text(canvas, 36, 233.5, "0", "Heavy", 36, colour=ROSE, align="centre")
    text(canvas, 54, 227, "formal complaints", "Bold", 12, colour=white)
    text(canvas, 54, 232.5, "filed with the committee", size=11, colour=white)
    words = (
        "Anyone harmed in the supply chain can turn to the independent committee. Its rulings "
        "bind the company concerned."
    )
    paragraph(canvas, 116, 223, 74, words, white)


def second_page(canvas: Canvas) -> None:
    """A ring above, a grid of numbers below it, a dark band at the end."""
    strip(canvas, 2)
    fibres(canvas)
    together(canvas)
    complaints(canvas)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Facts & Figures 2018")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-v3.reportlab.pdf"))
