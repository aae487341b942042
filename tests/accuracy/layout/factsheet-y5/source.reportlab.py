"""Two upright pages: rows of numbers under their labels, a line of five years, a bar in parts.

Positions and sizes are in points from the upper left corner.
"""

from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "LiberationBold": "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf",
    "LiberationItalic": "/usr/share/fonts/truetype/liberation/LiberationSerif-Italic.ttf",
    "Lato": "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    "LatoBold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
}
WIDTH, HEIGHT = A4
LEFT, RIGHT = 40, WIDTH - 40
# Five columns, and the white between them
GUTTER = 12
COLUMN = (RIGHT - LEFT - 4 * GUTTER) / 5
TERRA, OLIVE, GREEN = HexColor("#b4532a"), HexColor("#8fa03a"), HexColor("#2f7d46")
INK, PALE = HexColor("#2b2622"), HexColor("#d9d4cc")


def text(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Lato",
    size: float = 9.5,
    *,
    colour: Color = INK,
    centred: bool = False,
) -> None:
    """Words on one line."""
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    write = canvas.drawCentredString if centred else canvas.drawString
    write(x, HEIGHT - y, words)


def width_of(words: str, font: str, size: float) -> float:
    """The width of words on one line."""
    return pdfmetrics.stringWidth(words, font, size)


def paragraph(canvas: Canvas, y: float, words: str) -> None:
    """Running text over the full width, from its first line on."""
    for step, line in enumerate(simpleSplit(words, "Lato", 9.5, RIGHT - LEFT)):
        text(canvas, LEFT, y + 13.5 * step, line)


def block(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Color
) -> None:
    """A filled rectangle."""
    canvas.setFillColor(colour)
    canvas.rect(x, HEIGHT - (y + height), width, height, stroke=0, fill=1)


def rule(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, left: float, right: float, y: float, colour: Color, width: float
) -> None:
    """A line from left to right."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.line(left, HEIGHT - y, right, HEIGHT - y)


def head(canvas: Canvas, y: float, words: str, colour: Color) -> None:
    """A heading with a short line below it."""
    text(canvas, LEFT, y, words, "LiberationBold", 19, colour=colour)
    rule(canvas, LEFT, LEFT + 50, y + 7, colour, 2)


def foot(canvas: Canvas) -> None:
    """The running foot."""
    words = "Convenant Duurzame Kleding en Textiel"
    text(canvas, LEFT, HEIGHT - 34, words, size=8, colour=TERRA)


def figure(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    column: int,
    y: float,
    label: str,
    number: str,
    unit: str = "",
    *,
    colour: Color,
    size: float = 33.0,
) -> None:
    """A number under its label, a small unit after it; the last line of the label is at y."""
    x = LEFT + column * (COLUMN + GUTTER)
    lines = simpleSplit(label, "Lato", 9, COLUMN)
    for step, line in enumerate(lines, start=1):
        text(canvas, x, y - 11.5 * (len(lines) - step), line, size=9)
    base = y + size * 0.95
    text(canvas, x, base, number, "LiberationBold", size, colour=colour)
    if unit:
        x += width_of(number, "LiberationBold", size) + 2
        text(canvas, x, base, unit, "LiberationBold", size * 0.5, colour=colour)


def members(canvas: Canvas) -> None:
    """Five numbers beside each other and a paragraph."""
    head(canvas, 138, "De achterban", TERRA)
    figure(canvas, 0, 190, "Bedrijven aan het eind van het jaar", "59", colour=TERRA)
    figure(canvas, 1, 190, "Nieuwe leden", "2", colour=GREEN)
    figure(canvas, 2, 190, "Vertrokken leden", "10", colour=OLIVE)
    figure(canvas, 3, 190, "Labels in de winkel", "81", colour=TERRA)
    figure(canvas, 4, 190, "Deel van de landelijke markt, ongeveer", "42", "%", colour=GREEN)
    paragraph(
        canvas,
        252,
        "Het was een bijzonder jaar. Winkels gingen dicht, bestellingen werden geschrapt en in "
        "veel naaiateliers viel het werk stil. Toch bleven de meeste leden hun plannen "
        "uitvoeren. De vakbonden en maatschappelijke organisaties hielpen met berichten uit de "
        "productielanden.",
    )


def materials(canvas: Canvas) -> None:
    """A line through five years on pale rules, values above the dots, years below, and a note."""
    head(canvas, 328, "Duurzamere grondstoffen", GREEN)
    words = "Aandeel duurzamere grondstoffen in de totale inkoop"
    text(canvas, LEFT, 354, words, "LatoBold")
    shares = (("2016", 9), ("2017", 16), ("2018", 28), ("2019", 38), ("2020", 44))
    base, scale, distance = 590, 4.3, (RIGHT - LEFT - 60) / 4
    for share in range(0, 51, 10):
        rule(canvas, LEFT, RIGHT, base - share * scale, PALE, 0.6)
    points = [
        (LEFT + 20 + step * distance, base - share * scale)
        for step, (_, share) in enumerate(shares)
    ]
    canvas.setStrokeColor(GREEN)
    canvas.setLineWidth(3)
    drawn = canvas.beginPath()
    drawn.moveTo(points[0][0], HEIGHT - points[0][1])
    for x, y in points[1:]:
        drawn.lineTo(x, HEIGHT - y)
    canvas.drawPath(drawn)
    canvas.setLineWidth(2.5)
    for (x, y), (year, share) in zip(points, shares, strict=True):
        canvas.setFillColor(white)
        canvas.circle(x, HEIGHT - y, 5, stroke=1, fill=1)
        text(canvas, x, y - 11, f"{share}%", "LiberationBold", 16, colour=GREEN, centred=True)
        text(canvas, x, base + 16, year, centred=True)
    paragraph(
        canvas,
        640,
        "Katoen telt het zwaarst mee, want daarvan kopen de leden verreweg het meest. "
        "Gerecycled polyester en lyocell winnen terrein. Over dierlijke materialen maken de "
        "leden aparte afspraken met VIER VOETERS.",
    )


def first_page(canvas: Canvas) -> None:
    """A band along the top and the title, five numbers, a line of five years."""
    block(canvas, 0, 0, WIDTH, 14, TERRA)
    text(canvas, LEFT, 72, "Draad voor draad", "LiberationBold", 38, colour=TERRA)
    words = "Wat het textielconvenant in 2020 bereikte"
    text(canvas, LEFT, 94, words, "LiberationItalic", 15, colour=GREEN)
    members(canvas)
    materials(canvas)
    foot(canvas)


def judgements(canvas: Canvas) -> None:
    """A bar in three parts with their values in it, a legend above and a paragraph below it."""
    head(canvas, 66, "Beoordeling in drie groepen", TERRA)
    text(canvas, LEFT, 92, "Alle beoordeelde leden samen", "LatoBold")
    shares = (
        ("voldoet geheel", 80, GREEN, white),
        ("nog een kleine stap", 7, OLIVE, INK),
        ("te ver achter", 13, TERRA, white),
    )
    x = key = float(LEFT)
    for name, share, fill, colour in shares:
        width = (RIGHT - LEFT) * share / 100
        block(canvas, x, 130, width, 46, fill)
        text(canvas, x + 5, 159, f"{share}%", "LiberationBold", 17, colour=colour)
        x += width
        block(canvas, key, 107, 9, 9, fill)
        text(canvas, key + 13, 115, name)
        key += 13 + width_of(name, "Lato", 9.5) + 22
    paragraph(
        canvas,
        200,
        "Een bedrijf hoort bij de laatste groep wanneer het op twee of meer punten geen bewijs "
        "kan tonen. De leiding krijgt dan een brief en een nieuwe termijn. Wie ook die termijn "
        "mist, kan worden uitgesloten.",
    )


def research(canvas: Canvas) -> None:
    """Five numbers beside each other and a paragraph."""
    head(canvas, 286, "Onderzoek in de keten", GREEN)
    figure(canvas, 0, 340, "Bezochte ateliers", "164", colour=GREEN)
    figure(canvas, 1, 340, "Interviews met naaisters", "938", colour=TERRA)
    figure(canvas, 2, 340, "Tips over misstanden", "23", colour=OLIVE)
    figure(canvas, 3, 340, "Opgelost binnen het jaar", "17", colour=GREEN)
    figure(canvas, 4, 340, "Tijd tot het eerste antwoord", "9", "dagen", colour=TERRA)
    paragraph(
        canvas,
        412,
        "Door reisbeperkingen gingen lokale partners op pad in plaats van medewerkers van de "
        "merken. Zij spraken met naaisters buiten de poort, in hun eigen taal. De gesprekken "
        "leverden vooral klachten op over uitbetaling.",
    )


def complaints(canvas: Canvas) -> None:
    """Four numbers, the third over two columns, and a paragraph."""
    head(canvas, 496, "Klachten en geld", OLIVE)
    figure(canvas, 0, 550, "Formele klachten", "2", colour=TERRA)
    figure(canvas, 1, 550, "Hoorzittingen, alle via video", "4", colour=GREEN)
    words = "Bijdrage van de overheid"
    figure(canvas, 2, 550, words, "€ 1,6", "mln", colour=TERRA, size=29)
    figure(canvas, 4, 550, "Inleg van de leden zelf", "55", "%", colour=GREEN)
    paragraph(
        canvas,
        622,
        "De klachtencommissie staat onder leiding van M. Scheltema. Partijen kunnen ook kiezen "
        "voor bemiddeling; dan komt er geen uitspraak.",
    )


def second_page(canvas: Canvas) -> None:
    """A band along the top, a bar in three parts, two rows of numbers."""
    block(canvas, 0, 0, WIDTH, 14, TERRA)
    judgements(canvas)
    research(canvas)
    complaints(canvas)
    foot(canvas)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Draad voor draad 2020")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-y5.reportlab.pdf"))
