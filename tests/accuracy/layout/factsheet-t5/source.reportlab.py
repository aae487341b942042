"""Two upright pages: numbers then and now, a pie with a legend, stacked columns and outlined boxes.

Positions and sizes are in millimetres from the upper left corner, type and lines in points.
"""

from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

FONTS = {
    "Text": "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    "Bold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
    "Black": "/usr/share/fonts/truetype/lato/Lato-Black.ttf",
    "Light": "/usr/share/fonts/truetype/lato/Lato-Light.ttf",
}
HEIGHT = A4[1]
LEFT, RIGHT = 20, 190
INK, RED, BLUE = HexColor("#2b2b33"), HexColor("#c8452f"), HexColor("#27508f")
GOLD, GREY, PALE = HexColor("#e3a72f"), HexColor("#8b8f99"), HexColor("#eef1f6")


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
) -> None:
    """Words on one line."""
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    write(x * mm, HEIGHT - y * mm, words)


def width_of(words: str, font: str, size: float) -> float:
    """The width of words on one line."""
    return pdfmetrics.stringWidth(words, font, size) / mm


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    words: str,
    size: float = 10.0,
    leading: float = 14.5,
) -> float:
    """Running text below a line, wrapped to a width; returns where it ends."""
    style = ParagraphStyle("text", fontName="Text", fontSize=size, leading=leading, textColor=INK)
    wrapped = Paragraph(words, style)
    _, height = wrapped.wrap(width * mm, 1000)
    wrapped.drawOn(canvas, x * mm, HEIGHT - y * mm - height)
    return y + height / mm


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Color
) -> None:
    """A filled rectangle."""
    canvas.setFillColor(colour)
    canvas.rect(x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm, stroke=0, fill=1)


def rule(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, left: float, right: float, y: float, colour: Color, width: float
) -> None:
    """A line from left to right."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(left * mm, HEIGHT - y * mm, right * mm, HEIGHT - y * mm)


def head(canvas: Canvas, y: float, words: str) -> None:
    """A heading with a small block before it, a point below the line it stands on."""
    block(canvas, LEFT, y + 1 / mm - 4.6, 4, 4.6, RED)
    text(canvas, LEFT + 7, y, words, "Black", 15)


def key(canvas: Canvas, x: float, y: float, colour: Color) -> None:
    """The small square before a line of a legend."""
    block(canvas, x, y - 3.9, 4.5, 4.5, colour)


def foot(canvas: Canvas, page: int) -> None:
    """The running foot."""
    rule(canvas, LEFT, RIGHT, 280, GREY, 0.5)
    text(canvas, LEFT, 285, "Convenant Duurzame Kleding en Textiel, 2021", size=8, colour=GREY)
    text(canvas, RIGHT, 285, str(page), size=8, colour=GREY, align="right")


def then_and_now(canvas: Canvas) -> None:
    """Numbers of two years at both sides of their label, row by row in a pale box."""
    head(canvas, 60, "Toen en nu")
    block(canvas, LEFT, 69, 170, 78, PALE)
    text(canvas, 48, 78, "Toen: 2016", "Bold", 12, colour=GREY, align="centre")
    text(canvas, 162, 78, "Nu: 2021", "Bold", 12, colour=RED, align="centre")
    rows = (
        ("55", "deelnemende bedrijven", "54"),
        ("2.802", "productieplekken bekend", "6.215"),
        ("2", "ondertekenaars van de Pledge", "21"),
    )
    for step, (then, label, now) in enumerate(rows):
        y = 96 + 21 * step
        text(canvas, 48, y, then, "Black", 30, colour=GREY, align="centre")
        text(canvas, 162, y, now, "Black", 30, colour=RED, align="centre")
        text(canvas, 105, y - 2.2, label, size=11.5, align="centre")
        if step:
            rule(canvas, LEFT, RIGHT, y - 13.6, white, 2)


def sites(canvas: Canvas, y: float) -> None:
    """A pie that starts at the top and runs clockwise, its legend and a note beside it."""
    text(canvas, LEFT, y, "Verdeling van de productieplekken over de wereld", "Bold", 10)
    shares = (
        ("China", 34, BLUE),
        ("Zuid-Azië", 29, RED),
        ("Europa", 23, GOLD),
        ("Elders", 14, GREY),
    )
    left, bottom = 25 * mm, HEIGHT - (y + 64) * mm
    angle = 90.0
    for _, share, colour in shares:
        turn = 3.6 * share
        canvas.setFillColor(colour)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.5)
        box = (left, bottom, left + 58 * mm, bottom + 58 * mm)
        canvas.wedge(*box, angle - turn, turn, stroke=1, fill=1)
        angle -= turn
    for step, (name, share, colour) in enumerate(shares):
        line = y + 18 + 11 * step
        key(canvas, 98, line, colour)
        text(canvas, 106, line, name, size=11)
        text(canvas, 142, line, f"{share}%", "Bold", 12, align="right")
    words = (
        "Europa telt mee door Italië en Portugal, waar vooral stoffen en breigoed vandaan komen."
    )
    paragraph(canvas, 150, y + 13, 40, words, 9.5, 13.5)


def first_page(canvas: Canvas) -> None:
    """A dark band with the title, two years beside each other, a pie below."""
    block(canvas, 0, 0, 210, 46, BLUE)
    text(canvas, LEFT, 24, "Vijf jaar convenant in beeld", "Black", 28, colour=white)
    words = "Feiten en cijfers bij het slotverslag 2021"
    text(canvas, LEFT, 34, words, "Light", 13, colour=white)
    then_and_now(canvas)
    end = paragraph(
        canvas,
        LEFT,
        153,
        170,
        "Het aantal bedrijven bleef ongeveer gelijk, al wisselde de samenstelling: wie niet "
        "genoeg deed, moest vertrekken. De grootste winst zit in wat zij van hun keten weten en "
        "daarover willen vertellen.",
    )
    head(canvas, end + 13, "Waar de naaimachines staan")
    sites(canvas, end + 21)
    foot(canvas, 1)


def judgements(canvas: Canvas) -> None:
    """Stacked columns of three years with a legend and a note beside them."""
    head(canvas, 28, "Van achterstand naar voorsprong")
    text(canvas, LEFT, 37, "Oordeel over de deelnemers per jaar, in procenten", "Bold", 10)
    base, scale, width = 133, 0.86, 25
    years = (("2018", (8, 78, 14)), ("2019", (63, 19, 18)), ("2020", (80, 7, 13)))
    for step, (year, shares) in enumerate(years):
        x, y = 26 + 36 * step, float(base)
        for share, colour in zip(shares, (BLUE, GOLD, RED), strict=True):
            height = share * scale
            canvas.setFillColor(colour)
            canvas.setStrokeColor(white)
            canvas.setLineWidth(1)
            canvas.rect(x * mm, HEIGHT - y * mm, width * mm, height * mm, stroke=1, fill=1)
            text(
                canvas,
                x + width / 2,
                y - height / 2 + 3.4 / mm,
                f"{share}%",
                "Bold",
                10.5,
                colour=INK if colour is GOLD else white,
                align="centre",
            )
            y -= height
        text(canvas, x + width / 2, base + 6, year, "Bold", 11, align="centre")
    rule(canvas, LEFT, 132, base, INK, 0.8)
    legend = (("doet te weinig", RED), ("op de goede weg", GOLD), ("haalt de norm", BLUE))
    for step, (name, colour) in enumerate(legend):
        key(canvas, 142, 59 + 8 * step, colour)
        text(canvas, 149, 59 + 8 * step, name, size=11)
    words = (
        "In het laatste jaar is niet meer getoetst. De begeleiders keken toen alleen nog of "
        "toezeggingen waren nagekomen."
    )
    paragraph(canvas, 142, 87, 48, words, 10, 14)


def results(canvas: Canvas) -> None:
    """Numbers in outlined boxes, with smaller words before or after them on their line."""
    head(canvas, 154, "Wat het opleverde")
    boxes = (
        ("", "3", "", ("uitspraken naar aanleiding", "van een klacht")),
        ("€ ", "2,4", " mln", ("gestoken in gezamenlijke", "projecten ter plaatse")),
        ("", "9", " van de 10", ("deelnemers willen na afloop", "samen verder")),
    )
    for step, (before, number, after, label) in enumerate(boxes):
        left = LEFT + 58.5 * step
        canvas.setStrokeColor(BLUE)
        canvas.setLineWidth(1.2)
        bottom = HEIGHT - 200 * mm
        canvas.roundRect(left * mm, bottom, 53 * mm, 36 * mm, 3 * mm, stroke=1, fill=0)
        x = left + 6
        if before:
            text(canvas, x, 180, before, "Bold", 16, colour=BLUE)
            x += width_of(before, "Bold", 16)
        text(canvas, x, 180, number, "Black", 34, colour=BLUE)
        if after:
            x += width_of(number, "Black", 34)
            text(canvas, x, 180, after, "Bold", 15, colour=BLUE)
        for line, words in enumerate(label):
            text(canvas, left + 6, 188.5 + 5 * line, words)


def second_page(canvas: Canvas) -> None:
    """Columns above, boxes below them, two paragraphs beside each other at the end."""
    judgements(canvas)
    results(canvas)
    paragraph(
        canvas,
        LEFT,
        210,
        82,
        "Het convenant eindigt, het werk niet. Brancheverenigingen, bonden en maatschappelijke "
        "organisaties praten over een vervolg dat aansluit bij wetgeving uit Brussel.",
    )
    paragraph(
        canvas,
        108,
        210,
        82,
        "De lijst met productieplekken blijft openbaar. Ook de commissie handelt lopende zaken "
        "af, zodat melders niet met lege handen staan.",
    )
    foot(canvas, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Vijf jaar convenant in beeld")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-t5.reportlab.pdf"))
