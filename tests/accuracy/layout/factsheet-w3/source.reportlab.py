"""Two upright pages: a dark side bar, a bar and circles, then a ring and boxes in a grid.

Positions and sizes are in millimetres from the upper left corner, type and lines in points.
"""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Piece = tuple[str, str, float, Color]  # words, font, size, colour

FONTS = {
    "Text": "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf",
    "Italic": "/usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf",
    "Bold": "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf",
    "Heavy": "/usr/share/fonts/truetype/open-sans/OpenSans-ExtraBold.ttf",
    "NarrowBold": "/usr/share/fonts/truetype/open-sans/OpenSans-CondBold.ttf",
    "NarrowLight": "/usr/share/fonts/truetype/open-sans/OpenSans-CondLight.ttf",
}
HEIGHT = A4[1]
PURPLE, LILAC, PALE = HexColor("#4b2e83"), HexColor("#8f7cc0"), HexColor("#ece7f5")
YELLOW, PINK = HexColor("#f2b705"), HexColor("#d6336c")
INK, GREY, SILVER = HexColor("#2b2733"), HexColor("#7d7a86"), HexColor("#c9c5d3")


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
    lead: float = 13.2,
) -> None:
    """Lines below each other, their distance in points."""
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    for step, line in enumerate(words.split("\n")):
        canvas.setFillColor(colour)
        canvas.setFont(font, size)
        write(x * mm, HEIGHT - y * mm - step * lead, line)


def paragraph(canvas: Canvas, x: float, y: float, width: float, words: str) -> float:
    """Running text, wrapped to a width; returns where a next line would stand."""
    lines = simpleSplit(words, "Text", 9.5, width * mm)
    text(canvas, x, y, "\n".join(lines))
    return y + len(lines) * 13.2 / mm


def pieces(
    canvas: Canvas, x: float, y: float, parts: Sequence[Piece], *, centred: bool = False
) -> None:
    """Words of different fonts and sizes on one line."""
    widths = [pdfmetrics.stringWidth(words, font, size) / mm for words, font, size, _ in parts]
    left = x - sum(widths) / 2 if centred else x
    for (words, font, size, colour), width in zip(parts, widths, strict=True):
        text(canvas, left, y, words, font, size, colour=colour)
        left += width


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


def shape(
    canvas: Canvas,
    x: float,
    y: float,
    corners: Sequence[tuple[float, float]],
    colour: Color,
) -> None:
    """A filled shape, its corners in points to the right of and above a place."""
    canvas.setFillColor(colour)
    drawn = canvas.beginPath()
    for index, (right, up) in enumerate(corners):
        move = drawn.lineTo if index else drawn.moveTo
        move(x * mm + right, HEIGHT - y * mm + up)
    drawn.close()
    canvas.drawPath(drawn, stroke=0, fill=1)


def head(canvas: Canvas, x: float, y: float, width: float, words: str) -> None:
    """A heading with a line below it."""
    block(canvas, x, y + 3 / mm, width, 3 / mm, YELLOW)
    text(canvas, x, y, words, "NarrowBold", 17, colour=PURPLE)


def caption(canvas: Canvas, x: float, y: float, words: str) -> None:
    """The line below a drawing."""
    text(canvas, x, y, words, "Italic", 8, colour=GREY)


def foot(canvas: Canvas, page: int) -> None:
    """The running foot."""
    text(canvas, 196, 288, f"pagina {page} van 2", size=7.5, colour=GREY, align="right")


def side_bar(canvas: Canvas) -> None:
    """White numbers with their labels below each other, under a shirt."""
    block(canvas, 0, 0, 58, 297, PURPLE)
    half = ((12, 0), (48, 0), (48, 36), (58, 30), (66, 44), (46, 58), (38, 58))
    other = ((30, 50), (22, 58), (14, 58), (-6, 44), (2, 30), (12, 36))
    shape(canvas, 13, 42, [(0.95 * x, 0.95 * y) for x, y in (*half, *other)], YELLOW)
    numbers = (
        ("92", "", "kledingmerken\ndoen mee"),
        ("69", "", "ondernemingen\nhebben getekend"),
        ("48", "%", "van de omzet in\nNederland valt onder\nde afspraken"),
    )
    for step, (number, unit, label) in enumerate(numbers):
        y = 66 + 62 * step
        parts: list[Piece] = [(number, "Heavy", 46, white)]
        if unit:
            parts.append((unit, "Bold", 24, YELLOW))
        pieces(canvas, 10, y, parts)
        text(canvas, 10, y + 17 / mm, label, size=10.5, colour=white, lead=14)


def plans(canvas: Canvas) -> None:
    """A bar of three parts with the shares in it and their names below it."""
    head(canvas, 68, 88, 128, "Hoe ver zijn de plannen?")
    line = 112 + 12 / mm
    block(canvas, 68, 97, 10.24, 15, PURPLE)
    text(canvas, 73.12, 106.6, "8%", "Heavy", 10.5, colour=white, align="centre")
    text(canvas, 68, line, "volledig rond", size=9)
    block(canvas, 78.24, 97, 99.84, 15, YELLOW)
    text(canvas, 128.16, 106.8, "78%", "Heavy", 17, align="centre")
    text(canvas, 128.16, line, "goed onderweg", size=9, align="centre")
    block(canvas, 178.08, 97, 17.92, 15, PINK)
    text(canvas, 187.04, 106.8, "14%", "Heavy", 12.5, colour=white, align="centre")
    text(canvas, 196, line, "te laat of te mager", size=9, align="right")
    words = "Figuur 1: stand van de plannen na toetsing door het secretariaat"
    caption(canvas, 68, 112 + 28 / mm, words)


def sites(canvas: Canvas) -> None:
    """Numbers in two circles, one of them drawn in two pieces, the other with words between."""
    head(canvas, 68, 143, 128, "Waar wordt het gemaakt?")
    disc(canvas, 92, 175, 22, PALE)
    count: list[Piece] = [("4.", "Heavy", 30, PURPLE), ("268", "Heavy", 30, PURPLE)]
    pieces(canvas, 92, 175 - 2 / mm, count, centred=True)
    words = "ateliers en fabrieken\nin het register"
    text(canvas, 92, 175 + 13 / mm, words, size=9, align="centre", lead=12)
    disc(canvas, 171, 175, 22, PURPLE)
    part: list[Piece] = [
        ("1", "Heavy", 30, YELLOW),
        (" op de ", "Bold", 13, white),
        ("3", "Heavy", 30, YELLOW),
    ]
    pieces(canvas, 171, 175 - 2 / mm, part, centred=True)
    words = "locaties is deze\nkeer nieuw gemeld"
    text(canvas, 171, 175 + 13 / mm, words, size=9, colour=white, align="centre", lead=12)


def materials(canvas: Canvas) -> None:
    """The shares of two years with an arrow between them and their label beside them."""
    head(canvas, 68, 211, 128, "Duurzamere materialen")
    above, below = 232 - 18 / mm, 232 + 12 / mm
    text(canvas, 68, above, "2017", "Bold", 10, colour=GREY)
    pieces(canvas, 68, below, [("16", "Heavy", 34, GREY), ("%", "Bold", 18, GREY)])
    arrow = ((0, -6), (20, -6), (20, -14), (36, 1), (20, 16), (20, 8), (0, 8))
    shape(canvas, 99, 232, arrow, PINK)
    text(canvas, 119, above, "2018", "Bold", 10, colour=PURPLE)
    pieces(canvas, 119, below, [("28", "Heavy", 34, PURPLE), ("%", "Bold", 18, PURPLE)])
    words = "van de ingekochte vezels is beter voor mens en milieu"
    paragraph(canvas, 149, 232 - 10 / mm, 47, words)
    paragraph(
        canvas,
        68,
        250,
        128,
        "De stijging komt vooral door katoen. Een deel van de bedrijven leverde dit jaar voor het "
        "eerst gegevens over alle collecties aan, waardoor de jaren niet volledig te vergelijken "
        "zijn.",
    )


def first_page(canvas: Canvas) -> None:
    """A side bar at the left; a bar, circles and an arrow below the title."""
    side_bar(canvas)
    text(canvas, 68, 26, "Factsheet 2018", "NarrowLight", 15, colour=PINK)
    text(canvas, 68, 38, "Twee jaar op weg naar", "NarrowBold", 29, colour=PURPLE)
    text(canvas, 68, 49, "eerlijke kleding", "NarrowBold", 29, colour=PURPLE)
    paragraph(
        canvas,
        68,
        59,
        128,
        "Ondernemers, vakbonden, maatschappelijke organisaties en de overheid werken samen aan "
        "betere omstandigheden in de fabrieken waar onze kleren vandaan komen. Hier leest u hoe "
        "ver zij zijn.",
    )
    plans(canvas)
    sites(canvas)
    materials(canvas)
    foot(canvas, 1)


def countries(canvas: Canvas) -> None:
    """A ring that starts at the top and runs clockwise, with a legend beside it."""
    head(canvas, 14, 30, 86, "Spreiding van de productie")
    shares = (
        (38, "China", PURPLE),
        (17, "India", PINK),
        (12, "Turkije", YELLOW),
        (9, "Bangladesh", LILAC),
        (24, "Overige landen", SILVER),
    )
    angle = 90.0
    for share, _, colour in shares:
        turn = 3.6 * share
        canvas.setFillColor(colour)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.2)
        box = (14 * mm, HEIGHT - 88 * mm, 58 * mm, HEIGHT - 44 * mm)
        canvas.wedge(*box, angle - turn, turn, stroke=1, fill=1)
        angle -= turn
    disc(canvas, 36, 66, 11, white)
    for step, (share, name, colour) in enumerate(shares):
        y = 47 + 9.4 * step
        block(canvas, 62, y - 9 / mm, 9 / mm, 9 / mm, colour)
        text(canvas, 67, y - 1 / mm, name)
        text(canvas, 100, y - 1 / mm, f"{share}%", "Bold", 11, align="right")
    caption(canvas, 14, 99, "Figuur 2: verdeling van de locaties over landen")


def risks(canvas: Canvas) -> None:
    """Two paragraphs above a pale box with a number."""
    head(canvas, 110, 30, 86, "Waar letten wij op?")
    y = paragraph(
        canvas,
        110,
        40,
        86,
        "Iedere deelnemer brengt zelf in kaart welke misstanden in zijn keten kunnen voorkomen. "
        "Dat gebeurt aan de hand van negen onderwerpen, van loon tot dierenwelzijn.",
    )
    paragraph(
        canvas,
        110,
        y + 6 / mm,
        86,
        "Het secretariaat kijkt daarna of het plan past bij wat er in het land van productie "
        "speelt. Wie te weinig laat zien, krijgt een termijn om het te verbeteren.",
    )
    canvas.setFillColor(PALE)
    canvas.roundRect(110 * mm, HEIGHT - 99 * mm, 86 * mm, 21 * mm, 6, stroke=0, fill=1)
    text(canvas, 115, 92.5, "5 jaar", "Heavy", 24, colour=PINK)
    text(canvas, 146, 87.5, "duurt de", size=10)
    text(canvas, 146, 92.5, "overeenkomst in totaal", size=10)


def knowledge(canvas: Canvas) -> None:
    """Numbers in outlined boxes, three beside each other, and a filled box with words."""
    head(canvas, 14, 117, 182, "Kennis en ontmoeting")
    width = 170 / 3
    boxes: tuple[tuple[str, tuple[Piece, ...], str], ...] = (
        ("", (("11", "Heavy", 33, PURPLE),), "cursusdagen voor\ninkoop en ontwerp"),
        ("", (("164", "Heavy", 33, PURPLE),), "inkopers geschoold"),
        (
            "",
            (("96", "Heavy", 33, PURPLE), ("%", "Bold", 18, PURPLE)),
            "raadt de cursus\naan collega’s aan",
        ),
        ("ongeveer", (("250", "Heavy", 33, PURPLE),), "gasten op de\njaarlijkse ontmoeting"),
        (
            "",
            (("€ 75", "Heavy", 33, PURPLE), (".000", "Heavy", 33, PURPLE)),
            "bijdrage uit het\nleerfonds",
        ),
    )
    for index, (above, parts, label) in enumerate(boxes):
        row, column = divmod(index, 3)
        x, y = 14 + column * (width + 6), 162 + 43 * row
        canvas.setStrokeColor(PURPLE)
        canvas.setFillColor(white)
        canvas.setLineWidth(1.1)
        canvas.roundRect(x * mm, HEIGHT - y * mm, width * mm, 37 * mm, 8, stroke=1, fill=1)
        middle = x + width / 2
        if above:
            text(canvas, middle, y - 31, above, "Bold", colour=PINK, align="centre")
        pieces(canvas, middle, y - 19, parts, centred=True)
        text(canvas, middle, y - 12, label, size=10, align="centre", lead=13)
    x = 14 + 2 * (width + 6)
    canvas.setFillColor(YELLOW)
    canvas.roundRect(x * mm, HEIGHT - 205 * mm, width * mm, 37 * mm, 8, stroke=0, fill=1)
    words = (
        "De cursussen zijn gemaakt met hulp van de vakbonden en van Solidaridad. Ze zijn ook "
        "online te volgen."
    )
    paragraph(canvas, x + 5, 177, width - 10, words)


def committee(canvas: Canvas) -> None:
    """A number with its label, and a paragraph beside them."""
    head(canvas, 14, 223, 182, "De commissie")
    text(canvas, 14, 242, "1", "Heavy", 44, colour=PINK)
    text(canvas, 27, 235.5, "geschil tussen een onderneming en", size=10)
    text(canvas, 27, 241, "het secretariaat in behandeling", size=10)
    paragraph(
        canvas,
        110,
        235.5,
        86,
        "De commissie is onafhankelijk. Werknemers, vakbonden en andere belanghebbenden uit de "
        "productielanden kunnen er in hun eigen taal terecht. Een uitspraak is bindend voor de "
        "onderneming.",
    )


def second_page(canvas: Canvas) -> None:
    """A ring and paragraphs above, boxes in a grid below them, a number at the end."""
    block(canvas, 0, 0, 210, 16, PURPLE)
    words = "Twee jaar op weg naar eerlijke kleding"
    text(canvas, 14, 10.5, words, "NarrowBold", 13, colour=white)
    countries(canvas)
    risks(canvas)
    knowledge(canvas)
    committee(canvas)
    foot(canvas, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Factsheet 2018")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-w3.reportlab.pdf"))
