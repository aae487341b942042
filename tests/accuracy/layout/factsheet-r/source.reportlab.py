"""Two upright pages: circles, a pie with labels around it, bars, columns, boxes and a coin icon.

Positions and sizes are in millimetres from the upper left corner, type and lines in points.
"""

from collections.abc import Iterable
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
    "Italic": "/usr/share/fonts/truetype/lato/Lato-Italic.ttf",
    "Bold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
    "Black": "/usr/share/fonts/truetype/lato/Lato-Black.ttf",
}
HEIGHT = A4[1]
NAVY, SKY, LIME = HexColor("#16324f"), HexColor("#2f8fc4"), HexColor("#8fb339")
GREY, PALE, DUSK = HexColor("#6b7680"), HexColor("#e6eff5"), HexColor("#a9c7da")


def text(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Text",
    size: float = 10.0,
    *,
    colour: Color = NAVY,
    align: str = "left",
    lead: float = 4.4,
) -> None:
    """Lines below each other."""
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    for step, line in enumerate(words.split("\n")):
        write(x * mm, HEIGHT - (y + step * lead) * mm, line)


def width_of(words: str, font: str, size: float) -> float:
    """The width of words on one line."""
    return pdfmetrics.stringWidth(words, font, size) / mm


def paragraph(canvas: Canvas, x: float, y: float, width: float, words: str) -> None:
    """Running text below a line, wrapped to a width."""
    style = ParagraphStyle("text", fontName="Text", fontSize=10, leading=14, textColor=NAVY)
    wrapped = Paragraph(words, style)
    _, height = wrapped.wrap(width * mm, HEIGHT)
    wrapped.drawOn(canvas, x * mm, HEIGHT - y * mm - height)


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Color
) -> None:
    """A filled rectangle."""
    canvas.setFillColor(colour)
    canvas.rect(x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm, stroke=0, fill=1)


def head(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A heading with a small block before it."""
    block(canvas, x, y - 4.4, 3, 6, LIME)
    text(canvas, x + 5.5, y, words, "Bold", 14)


def foot(canvas: Canvas, page: int) -> None:
    """The running foot."""
    words = "Agreement on Sustainable Garments and Textile  |  Fact sheet 2018"
    text(canvas, 14, 287, words, size=8, colour=GREY)
    text(canvas, 196, 287, str(page), size=8, colour=GREY, align="right")


def circles(canvas: Canvas) -> None:
    """Three circles with a number in each and its label below."""
    numbers = (
        (38, "69", "", "companies had joined\nwhen the year closed", NAVY),
        (105, "48", "%", "of Dutch garment turnover\ncovered by participants", SKY),
        (172, "7", "", "new signatories from\noutside the trade associations", LIME),
    )
    for x, number, unit, label, colour in numbers:
        canvas.setFillColor(colour)
        canvas.circle(x * mm, HEIGHT - 68 * mm, 19 * mm, stroke=0, fill=1)
        width = width_of(number, "Black", 38)
        left = x - (width + width_of(unit, "Bold", 19)) / 2
        text(canvas, left, 72.5, number, "Black", 38, colour=white)
        if unit:
            text(canvas, left + width + 0.4, 72.5, unit, "Bold", 19, colour=white)
        text(canvas, x, 93, label, size=10.5, align="centre")


def pie(canvas: Canvas, shares: Iterable[tuple[int, Color]]) -> None:
    """A pie that starts at the top and runs clockwise."""
    x, y, radius, angle = 59 * mm, HEIGHT - 176 * mm, 20 * mm, 90.0
    canvas.setStrokeColor(white)
    canvas.setLineWidth(1.2)
    for share, colour in shares:
        canvas.setFillColor(colour)
        turn = -3.6 * share
        box = (x - radius, y - radius, x + radius, y + radius)
        canvas.wedge(*box, angle, turn, stroke=1, fill=1)
        angle += turn


def assessment(canvas: Canvas) -> None:
    """A paragraph above a pie that has its labels around it."""
    head(canvas, 14, 117, "Do they meet the framework?")
    paragraph(
        canvas,
        14,
        121,
        84,
        "Every participant is assessed once a year on the way it traces, prevents and repairs "
        "risks in its own supply chain. The bar for a second-year member is higher than for a "
        "newcomer.",
    )
    pie(canvas, ((78, SKY), (14, GREY), (8, LIME)))
    text(canvas, 82, 182, "78%", "Black", 16, colour=SKY)
    text(canvas, 82, 187, "on the way")
    text(canvas, 36, 163, "14%", "Black", 16, colour=GREY, align="right")
    text(canvas, 36, 168, "not there yet", align="right")
    text(canvas, 52, 153, "8%", "Black", 16, colour=LIME, align="right")
    text(canvas, 53.5, 153, "fully compliant")
    words = "Results of the yearly assessment, share of participants"
    text(canvas, 14, 205, words, "Italic", 8.5, colour=GREY)


def sites(canvas: Canvas) -> None:
    """A number that is drawn in two pieces, and bars of regions."""
    head(canvas, 112, 117, "Production sites")
    block(canvas, 112, 122, 84, 31, PALE)
    text(canvas, 117, 136.5, "4,", "Black", 34)
    text(canvas, 117 + width_of("4,", "Black", 34), 136.5, "268", "Black", 34)
    words = "factories and workshops on the\naggregated public list"
    text(canvas, 117, 143.5, words, size=10.5)
    text(canvas, 112, 163, "Where they are, by region", "Bold", 10.5)
    bars = (("East Asia", 1790), ("South Asia", 1154), ("Europe", 803), ("Elsewhere", 521))
    for step, (region, value) in enumerate(bars):
        y, width = 168 + 9 * step, value / 1790 * 46
        text(canvas, 132, y + 4.2, region, align="right")
        block(canvas, 134, y, width, 5.8, SKY)
        text(canvas, 135.5 + width, y + 4.2, f"{value:,}", "Bold", 10)


def ground(canvas: Canvas) -> None:
    """White numbers in a dark box, two of them with smaller words on their line."""
    block(canvas, 14, 217, 182, 52, NAVY)
    text(canvas, 20, 228, "On the ground", "Bold", 14, colour=LIME)
    text(canvas, 20, 246, "12", "Black", 30, colour=white)
    words = "factories in Tamil Nadu\nwhere youth committees\nwere set up"
    text(canvas, 20, 253.5, words, size=10.5, colour=white, lead=4.8)
    text(canvas, 80, 246, "1", "Black", 30, colour=white)
    text(canvas, 87.5, 246, "in", size=15, colour=white)
    text(canvas, 94, 246, "5", "Black", 30, colour=white)
    words = "audited suppliers pays above\nthe legal minimum wage"
    text(canvas, 80, 253.5, words, size=10.5, colour=white, lead=4.8)
    text(canvas, 144, 246, "over", size=13, colour=white)
    text(canvas, 155, 246, "900", "Black", 30, colour=white)
    words = "workers trained on\ntheir right to organise"
    text(canvas, 144, 253.5, words, size=10.5, colour=white, lead=4.8)


def first_page(canvas: Canvas) -> None:
    """Circles above, a pie at the left, bars at the right, a dark box along the bottom."""
    block(canvas, 0, 0, 210, 4, LIME)
    text(canvas, 14, 24, "Second year, first results", "Black", 28)
    text(
        canvas,
        14,
        33,
        "What brands, unions, civil society and the Dutch government achieved\n"
        "together during 2018",
        size=12,
        colour=SKY,
        lead=5.4,
    )
    circles(canvas)
    assessment(canvas)
    sites(canvas)
    ground(canvas)
    foot(canvas, 1)


def materials(canvas: Canvas) -> None:
    """Columns of two years side by side, with a legend."""
    head(canvas, 14, 24, "Better materials")
    paragraph(
        canvas,
        14,
        29,
        84,
        "Participants reported for the first time what share of their fibres comes from a source "
        "with a recognised standard. Viscose and wool are lagging behind, as fewer schemes exist "
        "for them.",
    )
    base = 112
    for group, (label, old, new) in enumerate((("Cotton", 44, 42), ("All fibres", 16, 28))):
        left = 24 + 38 * group
        for step, (share, colour) in enumerate(((old, DUSK), (new, SKY))):
            x, height = left + 10 * step, 1.15 * share
            block(canvas, x, base - height, 9, height, colour)
            y = base - height - 1.6
            text(canvas, x + 4.5, y, f"{share}%", "Bold", 10, align="centre")
        text(canvas, left + 9.5, base + 5, label, align="centre")
    canvas.setStrokeColor(NAVY)
    canvas.setLineWidth(0.6)
    canvas.line(14 * mm, HEIGHT - base * mm, 98 * mm, HEIGHT - base * mm)
    for x, year, colour in ((20, "2017", DUSK), (42, "2018", SKY)):
        block(canvas, x, 123, 4, 4, colour)
        text(canvas, x + 6, 126.4, year, size=9.5)
    text(canvas, 14, 134, "Sustainable share by fibre", "Italic", 8.5, colour=GREY)


def dialogue(canvas: Canvas) -> None:
    """Numbers beside their labels in outlined boxes, one of them with a half."""
    head(canvas, 112, 24, "Dialogue and complaints")
    canvas.setStrokeColor(SKY)
    canvas.setLineWidth(1)
    cases = (
        (32, "3", "disputes handed to the\nindependent panel"),
        (62, "5½", "months, the average time\nneeded to close a case"),
    )
    for y, number, label in cases:
        bottom = HEIGHT - (y + 22) * mm
        canvas.roundRect(112 * mm, bottom, 84 * mm, 22 * mm, 3 * mm, stroke=1, fill=0)
        text(canvas, 129, y + 15, number, "Black", 34, colour=SKY, align="centre")
        text(canvas, 146, y + 9.8, label, size=10.5, lead=5)
    paragraph(
        canvas,
        112,
        97,
        84,
        "Talks with other countries continued. Germany and the Dutch secretariat now use one "
        "questionnaire, so a company that joins both fills it in only once.",
    )


def money(canvas: Canvas) -> None:
    """A pile of coins before an amount with its unit in smaller type."""
    head(canvas, 14, 156, "Money well spent")
    canvas.setFillColor(LIME)
    canvas.setStrokeColor(white)
    for coin in range(3):
        bottom, top = HEIGHT - (183 - 4 * coin) * mm, HEIGHT - (175 - 4 * coin) * mm
        canvas.ellipse(18 * mm, bottom, 36 * mm, top, stroke=1, fill=1)
    text(canvas, 42, 174, "€ 2.4", "Black", 32)
    text(canvas, 44 + width_of("€ 2.4", "Black", 32), 174, "million", "Bold", 15)
    words = "budget of the collective projects,\nhalf of it paid by the state"
    text(canvas, 42, 181, words, size=10.5)


def second_page(canvas: Canvas) -> None:
    """Columns and outlined boxes above, coins and a share below, a pale box at the end."""
    block(canvas, 0, 0, 210, 4, LIME)
    materials(canvas)
    dialogue(canvas)
    money(canvas)
    head(canvas, 112, 156, "Learning")
    text(canvas, 112, 174, "88%", "Black", 32, colour=LIME)
    words = "of trainees would recommend\nthe course to a colleague"
    text(canvas, 137, 167.5, words, size=10.5, lead=4.9)
    block(canvas, 14, 214, 182, 34, PALE)
    text(canvas, 20, 226, "Looking ahead", "Bold", 12)
    paragraph(
        canvas,
        20,
        230,
        170,
        "In the third year every member has to show what it did about the risks it found. The "
        "secretariat will help smaller firms with model contracts and a shared helpdesk.",
    )
    foot(canvas, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Agreement on Sustainable Garments and Textile - results 2018")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-r.reportlab.pdf"))
