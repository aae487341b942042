"""Two upright pages: numbers in discs and paired columns, then dots on lines and a sand column.

Positions and sizes are in millimetres from the lower left corner, type and lines in points.
"""

from collections.abc import Sequence
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
    "Noto": "/usr/share/fonts/truetype/noto/NotoSansDisplay-Regular.ttf",
    "NotoBold": "/usr/share/fonts/truetype/noto/NotoSansDisplay-Bold.ttf",
}
LEFT, RIGHT = 18, 192
NAVY, RED, SAND = HexColor("#1c3f66"), HexColor("#d8413a"), HexColor("#f3ede1")
GREY, INK = HexColor("#9fb2c4"), HexColor("#222c38")


def text(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Noto",
    size: float = 10.0,
    *,
    colour: Color = INK,
    align: str = "left",
) -> None:
    """Words on one line."""
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    write(x * mm, y * mm, words)


def lines(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: Sequence[str],
    size: float = 11.0,
    leading: float = 5.0,
    *,
    colour: Color = INK,
    align: str = "left",
) -> None:
    """Lines below each other."""
    for step, line in enumerate(words):
        text(canvas, x, y - leading * step, line, size=size, colour=colour, align=align)


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, words: str, size: float = 10.0
) -> None:
    """Running text below a line, wrapped to a width."""
    style = ParagraphStyle(
        "text", fontName="Noto", fontSize=size, leading=size * 1.42, textColor=INK
    )
    wrapped = Paragraph(words, style)
    _, height = wrapped.wrap(width * mm, 400 * mm)
    wrapped.drawOn(canvas, x * mm, y * mm - height)


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Color
) -> None:
    """A filled rectangle."""
    canvas.setFillColor(colour)
    canvas.rect(x * mm, y * mm, width * mm, height * mm, stroke=0, fill=1)


def disc(canvas: Canvas, x: float, y: float, radius: float, colour: Color) -> None:
    """A filled circle."""
    canvas.setFillColor(colour)
    canvas.circle(x * mm, y * mm, radius * mm, stroke=0, fill=1)


def rule(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, left: float, right: float, y: float, colour: Color, width: float
) -> None:
    """A line from left to right."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(left * mm, y * mm, right * mm, y * mm)


def head(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A heading."""
    text(canvas, x, y, words, "NotoBold", 15, colour=NAVY)


def foot(canvas: Canvas, page: int) -> None:
    """The running foot."""
    words = "Dutch Agreement on Sustainable Garments and Textile"
    text(canvas, LEFT, 9, words, size=7.5, colour=GREY)
    text(canvas, RIGHT, 9, str(page), size=7.5, colour=GREY, align="right")


def discs(canvas: Canvas) -> None:
    """Four numbers in discs, their labels below them."""
    numbers = (
        ("59", 34, ("signatory", "companies")),
        ("81", 34, ("brands in", "the shops")),
        ("300+", 27, ("guests at the", "online gathering")),
        ("€ 340,000", 16, ("spent on shared", "field projects")),
    )
    for step, (number, size, label) in enumerate(numbers):
        x = 36 + 46 * step
        disc(canvas, x, 216, 17, RED if step % 2 else NAVY)
        text(canvas, x, 216 - size / 8, number, "NotoBold", size, colour=white, align="centre")
        lines(canvas, x, 193, label, align="centre")


def columns(canvas: Canvas) -> None:
    """Three pairs of columns, one for each year, their values above and the years below them."""
    head(canvas, LEFT, 172, "Assessment: 2019 and 2020 side by side")
    text(canvas, LEFT, 166, "Number of companies in each class")
    base, scale, width = 96, 1.3, 14
    rule(canvas, 22, 188, base, INK, 0.7)
    classes = (("meets all demands", 36, 44), ("almost there", 11, 4), ("lagging behind", 10, 7))
    for step, (name, before, after) in enumerate(classes):
        x = 34 + 55 * step
        for left, year, count, colour in ((x, 2019, before, GREY), (x + 17, 2020, after, NAVY)):
            height, middle = count * scale, left + width / 2
            block(canvas, left, base, width, height, colour)
            text(canvas, middle, base + height + 2, str(count), "NotoBold", 13, align="centre")
            text(canvas, middle, base - 5, str(year), size=9, align="centre")
        text(canvas, x + 15.5, base - 12, name, "NotoBold", 11, colour=NAVY, align="centre")


def first_page(canvas: Canvas) -> None:
    """The title on a red rule, discs, columns, and two paragraphs beside each other."""
    block(canvas, LEFT, 262, 174, 1.4, RED)
    text(canvas, LEFT, 268, "Progress in 2020", "NotoBold", 32, colour=NAVY)
    text(canvas, RIGHT, 268, "FACTSHEET", "NotoBold", 12, colour=RED, align="right")
    paragraph(
        canvas,
        LEFT,
        258,
        174,
        "The Dutch Agreement on Sustainable Garments and Textile brings companies, unions, "
        "campaigners and government round one table. This sheet shows where its members stood "
        "when the fourth year closed.",
        11,
    )
    discs(canvas)
    columns(canvas)
    head(canvas, LEFT, 70, "A year that put plans to the test")
    paragraph(
        canvas,
        LEFT,
        66,
        83,
        "When the shops closed in spring, orders were put on hold all over the world. The "
        "partners agreed on a joint statement: talk to the supplier first, pay for what has been "
        "made, and look after the people who sewed it.",
    )
    paragraph(
        canvas,
        109,
        66,
        83,
        "Members were asked how they dealt with cancelled orders. Their answers count in the "
        "yearly assessment, next to questions on purchasing, planning and prices. Those who fall "
        "short are given a second chance within six months.",
    )
    foot(canvas, 1)


def themes(canvas: Canvas) -> None:
    """A dot on a dotted line for each theme, its name before and its value after the line."""
    head(canvas, LEFT, 272, "Themes with a measure in place")
    text(canvas, LEFT, 266, "Share of company plans")
    shares = (
        ("Child labour", 88),
        ("Animal welfare", 71),
        ("Living wage", 54),
        ("Forced labour", 47),
        ("Freedom of association", 39),
    )
    for step, (name, share) in enumerate(shares):
        y = 254 - 11 * step
        text(canvas, 57, y - 1.3, name, size=10.5, align="right")
        canvas.setDash(1, 2)
        rule(canvas, 61, 112, y, GREY, 0.6)
        canvas.setDash()
        disc(canvas, 61 + share / 2, y, 2.1, RED)
        text(canvas, 130, y - 1.6, f"{share}%", "NotoBold", 13, colour=NAVY, align="right")


def materials(canvas: Canvas) -> None:
    """A bar in three parts, the value and the name of each part below it."""
    head(canvas, LEFT, 186, "What the clothes are made of")
    shares = (
        (45, ("conventional", "fibres"), GREY, INK),
        (38, ("more sustainable", "fibres"), NAVY, NAVY),
        (17, ("origin", "unknown"), RED, RED),
    )
    x = float(LEFT)
    for share, name, fill, colour in shares:
        width = share * 1.12
        block(canvas, x, 166, width, 13, fill)
        text(canvas, x, 156, f"{share}%", "NotoBold", 18, colour=colour)
        lines(canvas, x, 150, name, 10, 4.6)
        x += width


def sand_column(canvas: Canvas) -> None:
    """Three numbers, one with a word above it, their labels below them."""
    head(canvas, 145, 272, "Also this year")
    numbers = (
        ("", "2", ("formal complaints", "sent in to the committee")),
        ("nearly", "6,000", ("production sites", "on the public list")),
        ("", "3 days", ("average waiting time", "for a helpdesk reply")),
    )
    for step, (before, number, label) in enumerate(numbers):
        y = 246 - 36 * step
        if before:
            text(canvas, 145, y + 11, before, size=11)
        text(canvas, 145, y, number, "NotoBold", 29, colour=RED)
        lines(canvas, 145, y - 7, label)


def balloon(canvas: Canvas) -> None:
    """A speech balloon with a number and its label."""
    canvas.setFillColor(NAVY)
    canvas.roundRect(145 * mm, 74 * mm, 52 * mm, 50 * mm, 4 * mm, stroke=0, fill=1)
    tail = canvas.beginPath()
    tail.moveTo(156 * mm, 75 * mm)
    tail.lineTo(160 * mm, 62 * mm)
    tail.lineTo(170 * mm, 75 * mm)
    canvas.drawPath(tail, stroke=0, fill=1)
    text(canvas, 171, 106, "4 out of 5", "NotoBold", 24, colour=white, align="centre")
    label = ("members would join", "again tomorrow")
    lines(canvas, 171, 95, label, 12.5, 6, colour=white, align="centre")


def second_page(canvas: Canvas) -> None:
    """Dots, a bar and paragraphs, beside them a column on sand with a speech balloon."""
    block(canvas, 136, 0, 74, 297, SAND)
    themes(canvas)
    materials(canvas)
    paragraph(
        canvas,
        LEFT,
        139,
        112,
        "Weights are supplied by the companies themselves and refer to the purchases of a full "
        "season. Recycled polyester is counted among the better choices, provided a certificate "
        "can be shown.",
    )
    head(canvas, LEFT, 106, "On the way to a law")
    paragraph(
        canvas,
        LEFT,
        102,
        112,
        "Brussels is drafting rules for all firms that sell in Europe. Experience from the "
        "Agreement is finding its way to the drafters: start with the gravest risks, listen to "
        "workers, and never walk away from a factory without a plan.",
    )
    paragraph(
        canvas,
        LEFT,
        74,
        112,
        "In the meantime the partners are working on a follow-up. It should open the door to "
        "shops that have no label of their own and to buyers of workwear, hotel linen and "
        "uniforms.",
    )
    sand_column(canvas)
    balloon(canvas)
    foot(canvas, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Progress in 2020")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-x4.reportlab.pdf"))
