"""Two upright pages in English: a dark sidebar with numbers, a ring, bars, cards and pairs.

The first page has a navy sidebar with a title, an icon and three numbers, and beside it a ring
with labels on lines, a pale box of then and now and two outlined circles. The second has bars and
a pale box with a number beside them, three coloured cards, two columns of running text and four
numbers with their label beside them. Positions and sizes are in millimetres from the upper left
corner, type and lines in points.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Paragraph

FONTS = {
    "Text": "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    "Bold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
    "Black": "/usr/share/fonts/truetype/lato/Lato-Black.ttf",
    "Italic": "/usr/share/fonts/truetype/lato/Lato-Italic.ttf",
    "Narrow": "/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf",
}
HEIGHT = A4[1]
LEFT, MAIN, RIGHT = 12, 74, 198
NAVY, SKY, LIME = HexColor("#14264a"), HexColor("#4fa3d1"), HexColor("#b5cc3a")
OLIVE, PALE, INK = HexColor("#8aa01f"), HexColor("#eef2f6"), HexColor("#222a36")
GREY, SLATE, SILVER = HexColor("#7b8794"), HexColor("#5c6875"), HexColor("#c6d0da")


def text(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Text",
    size: float = 9.5,
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


def lines(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: Iterable[str],
    font: str = "Text",
    size: float = 9.5,
    *,
    colour: Color = INK,
    leading: float = 4.3,
    align: str = "left",
) -> None:
    """Words on lines below each other."""
    for step, line in enumerate(words):
        text(canvas, x, y + step * leading, line, font, size, colour=colour, align=align)


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    words: str,
    size: float = 9.5,
    colour: Color = INK,
) -> None:
    """Running text below a line, wrapped to a width."""
    style = ParagraphStyle(
        "text", fontName="Text", fontSize=size, leading=size * 1.42, textColor=colour
    )
    wrapped = Paragraph(words, style)
    _, height = wrapped.wrap(width * mm, 500 * mm)
    wrapped.drawOn(canvas, x * mm, HEIGHT - y * mm - height)


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    colour: Color,
    *,
    radius: float = 0,
) -> None:
    """A filled rectangle, with round corners if they have a radius."""
    canvas.setFillColor(colour)
    box = (x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm)
    if radius:
        canvas.roundRect(*box, radius * mm, stroke=0, fill=1)
    else:
        canvas.rect(*box, stroke=0, fill=1)


def rule(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, left: float, right: float, y: float, colour: Color, width: float
) -> None:
    """A line from left to right."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(left * mm, HEIGHT - y * mm, right * mm, HEIGHT - y * mm)


def path_through(canvas: Canvas, points: Sequence[tuple[float, float]]) -> PDFPathObject:
    """An open path through points."""
    path = canvas.beginPath()
    for step, (x, y) in enumerate(points):
        draw = path.lineTo if step else path.moveTo
        draw(x * mm, HEIGHT - y * mm)
    return path


def polygon(canvas: Canvas, points: Sequence[tuple[float, float]], colour: Color) -> None:
    """A filled shape with straight sides."""
    canvas.setFillColor(colour)
    path = path_through(canvas, points)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def head(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A heading in narrow capitals."""
    text(canvas, x, y, words.upper(), "Narrow", 13, colour=NAVY)


def caption(canvas: Canvas, x: float, y: float, words: str) -> None:
    """The slanted line below a figure."""
    text(canvas, x, y, words, "Italic", 8, colour=SLATE)


def number(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    digits: str,
    unit: str,
    sizes: tuple[float, float],
    *,
    colour: Color = NAVY,
    gap: float = 1,
) -> None:
    """A number with a smaller unit after it on its line."""
    large, small = sizes
    text(canvas, x, y, digits, "Black", large, colour=colour)
    width = pdfmetrics.stringWidth(digits, "Black", large) / mm
    text(canvas, x + width + gap, y, unit, "Black", small, colour=colour)


def foot(canvas: Canvas, x: float, page: int) -> None:
    """The running foot."""
    text(canvas, x, 290, "AGT – Facts & Figures 2019", size=7.5, colour=GREY)
    text(canvas, RIGHT, 290, f"page {page} of 2", size=7.5, colour=GREY, align="right")


def shirt(canvas: Canvas) -> None:
    """The outline of a shirt, filled."""
    outline = (
        (10, 84),
        (18, 79),
        (22, 82),
        (26, 79),
        (34, 84),
        (31, 90),
        (28, 88.5),
        (28, 103),
        (16, 103),
        (16, 88.5),
        (13, 90),
    )
    polygon(canvas, outline, SKY)


def sidebar(canvas: Canvas) -> None:
    """A navy column with the title, an icon, three numbers and a few words about the agreement."""
    block(canvas, 0, 0, 64, 297, NAVY)
    lines(canvas, 10, 24, ("FACTS &", "FIGURES"), "Narrow", 26, colour=white, leading=10.5)
    text(canvas, 10, 47, "2019", "Narrow", 26, colour=LIME)
    title = ("Agreement on Sustainable", "Garments and Textile")
    lines(canvas, 10, 58, title, size=10, colour=white)
    rule(canvas, 10, 54, 69, SKY, 1)
    shirt(canvas)
    text(canvas, 10, 122, "67", "Black", 40, colour=white)
    lines(canvas, 10, 128, ("member companies", "at year end"), colour=white)
    text(canvas, 10, 156, "92", "Black", 40, colour=white)
    lines(canvas, 10, 162, ("brands sold by", "those members"), colour=white)
    number(canvas, 10, 190, "43", "%", (40, 20), colour=white)
    lines(canvas, 10, 196, ("of the Dutch clothing", "market, by turnover"), colour=white)
    words = (
        "Employers, trade unions, civil society and government run the agreement together. An "
        "independent committee hears disputes."
    )
    paragraph(canvas, 10, 225, 46, words, 9, white)


def ring(canvas: Canvas) -> None:
    """A ring that starts at the top and runs clockwise, drawn as polygons."""
    x, y, outer, inner, steps = 112, 81, 24, 14, 48
    start = 90.0
    for share, colour in ((63, NAVY), (19, SKY), (18, LIME)):
        turn = -3.6 * share
        angles = [math.radians(start + turn * step / steps) for step in range(steps + 1)]
        edge = [(x + outer * math.cos(a), y - outer * math.sin(a)) for a in angles]
        edge += [(x + inner * math.cos(a), y - inner * math.sin(a)) for a in reversed(angles)]
        path = path_through(canvas, edge)
        path.close()
        canvas.setFillColor(colour)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.2)
        canvas.drawPath(path, stroke=1, fill=1)
        start += turn
    text(canvas, x, 83.5, "2019", "Narrow", 17, colour=NAVY, align="centre")


def ratings(canvas: Canvas) -> None:
    """Running text and a ring, its percentages at the end of lines."""
    head(canvas, MAIN, 22, "How companies were rated")
    words = (
        "Every year the secretariat reviews what members do to find, prevent and repair harm in "
        "their supply chains. The bar is raised with each year of membership, so a good mark is "
        "no reason to lean back."
    )
    paragraph(canvas, MAIN, 26, 124, words)
    ring(canvas)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.6)
    leaders = (
        ((135, 88), (146, 88), (146, 88)),
        ((98, 100.5), (94, 108), (90, 108)),
        ((99, 61.5), (95, 58), (90, 58)),
    )
    for points in leaders:
        canvas.drawPath(path_through(canvas, points))
    labels = (
        (148, 87, "63%", NAVY, "all requirements met"),
        (75, 107, "19%", SKY, "well under way"),
        (75, 57.5, "18%", OLIVE, "lagging"),
    )
    for x, y, share, colour, label in labels:
        text(canvas, x, y, share, "Black", 17, colour=colour)
        text(canvas, x, y + 5, label)
    caption(canvas, MAIN, 122, "Figure 1. Assessment carried out by the secretariat")


def then_and_now(canvas: Canvas) -> None:
    """A percentage of two years in a pale box, with an arrow between them."""
    block(canvas, MAIN, 131, 124, 43, PALE, radius=3)
    head(canvas, 80, 140, "Then and now")
    text(canvas, 80, 149, "Share of members that publish a full supplier list")
    for x, year, share in ((92, "2017", "9"), (146, "2019", "58")):
        text(canvas, x, 158, year, "Bold", colour=SKY)
        number(canvas, x, 169, share, "%", (28, 15))
    polygon(canvas, ((122, 160), (130, 165), (122, 170)), SKY)


def complaints(canvas: Canvas) -> None:
    """Two outlined circles with a number inside and a label below, and running text."""
    head(canvas, MAIN, 188, "Speaking up")
    numbers = (
        (103, "2", ("rulings handed down", "by the committee")),
        (161, "0", ("complaints lodged", "by outside parties")),
    )
    for x, digits, label in numbers:
        canvas.setStrokeColor(SKY)
        canvas.setLineWidth(2.4)
        canvas.setFillColor(white)
        canvas.circle(x * mm, HEIGHT - 211 * mm, 14 * mm, stroke=1, fill=1)
        text(canvas, x, 215, digits, "Black", 30, colour=NAVY, align="centre")
        lines(canvas, x, 232, label, align="centre")
    words = (
        "People who work in a factory that supplies a member can turn to the committee, and so "
        "can the organisations that speak for them. Many problems are solved before a case is "
        "needed: unions and NGOs call the brand, and the brand calls the factory."
    )
    paragraph(canvas, MAIN, 247, 124, words)


def first_page(canvas: Canvas) -> None:
    """A sidebar, and beside it a ring, two years in a box and two circles."""
    sidebar(canvas)
    ratings(canvas)
    then_and_now(canvas)
    complaints(canvas)
    foot(canvas, MAIN, 1)


def fibres(canvas: Canvas) -> None:
    """Bars with their name before and their value after them, beside a pale box with a number."""
    head(canvas, LEFT, 34, "Preferred fibres")
    words = "Share of each fibre bought from a preferred source, per cent"
    text(canvas, LEFT, 41, words, size=9)
    shares = (("Cotton", 55), ("Linen", 40), ("Silk", 33), ("Recycled blends", 27))
    for step, (name, share) in enumerate(shares):
        y = 46 + step * 10
        text(canvas, 40, y + 5, name, align="right")
        block(canvas, 43, y, share * 1.05, 7, SKY if step else NAVY)
        text(canvas, 45 + share * 1.05, y + 5, str(share), "Bold", 11, colour=NAVY)
    caption(canvas, LEFT, 94, "Figure 2. Purchases in kilograms, reporting year 2019")
    block(canvas, 128, 28, 70, 75, PALE, radius=3)
    number(canvas, 135, 49, "38", "%", (40, 20), colour=OLIVE)
    lines(canvas, 135, 55, ("of all raw materials came", "from a more sustainable", "source"))
    words = (
        "Members report the weight of each material they buy. What counts as preferred follows a "
        "public benchmark, so that one label cannot claim more than another."
    )
    paragraph(canvas, 135, 71, 57, words, 9)


def sites(canvas: Canvas) -> None:
    """Three cards with a number and its label, and two columns of running text below them."""
    head(canvas, LEFT, 118, "Open about factories")
    block(canvas, LEFT, 123, 58, 38, NAVY, radius=3)
    text(canvas, 18, 140, "5,989", "Black", 32, colour=white)
    label = ("unique production sites", "published in one register")
    lines(canvas, 18, 147, label, colour=white)
    block(canvas, 76, 123, 58, 38, SKY, radius=3)
    text(canvas, 82, 130, "more than", colour=white)
    text(canvas, 82, 142, "1,000", "Black", 32, colour=white)
    lines(canvas, 82, 149, ("sites shared by two or", "more member brands"), colour=white)
    block(canvas, 140, 123, 58, 38, LIME, radius=3)
    number(canvas, 146, 140, "7", "out of 10", (32, 15))
    lines(canvas, 146, 147, ("sites lie in China, India,", "Turkey or Bangladesh"), colour=NAVY)
    words = (
        "The list helps buyers to act together. When several brands order from the same mill, "
        "they can ask for the same repair and share the bill."
    )
    paragraph(canvas, LEFT, 167, 90, words)
    words = (
        "Register entries are checked twice a year. Doubles are removed, which is why the total "
        "may fall a little even though more addresses come in."
    )
    paragraph(canvas, 108, 167, 90, words)


def support(canvas: Canvas) -> None:
    """Four numbers two by two below lines, each with its label beside it."""
    head(canvas, LEFT, 200, "Money and support")
    numbers = (
        ("€2.4", "million", ("spent on joint projects", "since the start")),
        ("14", "", ("workshops held for", "buyers and designers")),
        ("3", "years", ("to put a full plan", "into practice")),
        ("12", "", ("signatures under the", "Transparency Pledge")),
    )
    for step, (digits, unit, label) in enumerate(numbers):
        x, y = LEFT + step % 2 * 96, 206 + step // 2 * 30
        rule(canvas, x, x + 90, y, SILVER, 0.8)
        number(canvas, x, y + 15, digits, unit, (34, 14), gap=1.5)
        lines(canvas, x + 50, y + 9.5, label)


def second_page(canvas: Canvas) -> None:
    """A dark band, bars, cards, numbers with their label beside them and a closing line."""
    block(canvas, 0, 0, 210, 20, NAVY)
    words = "WHAT CLOTHES ARE MADE OF, AND WHERE"
    text(canvas, LEFT, 13, words, "Narrow", 17, colour=white)
    fibres(canvas)
    sites(canvas)
    support(canvas)
    words = (
        "Read on in the annual report, in which members, unions and NGOs tell how they worked "
        "together this year."
    )
    paragraph(canvas, LEFT, 270, 186, words)
    foot(canvas, LEFT, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Facts & Figures 2019")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-q3.reportlab.pdf"))
