"""Two pages on their side: icons with numbers, a pie, a row of people, bars and two years.

The first page has a red column with the title, and beside it numbers behind icons, a pie with
labels on lines, a row of people of whom some are coloured and a pale band with two numbers. The
second has pairs of bars beside two pale boxes of then and now, and a row of three numbers below
lines. Positions, sizes and type are in points from the lower left corner.
"""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "NarrowBold": "/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf",
    "Text": "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "Bold": "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
    "Italic": "/usr/share/fonts/truetype/liberation/LiberationSans-Italic.ttf",
}
WIDTH, HEIGHT = 842, 595
MAIN, MAIN_RIGHT = 238, 538
LEFT, RIGHT = 30, 436
RED, BLUE, SAND = HexColor("#a63a2b"), HexColor("#2c4f7c"), HexColor("#f4efe6")
INK, LIGHT, PINK = HexColor("#2a2a2a"), HexColor("#9fb3cc"), HexColor("#f3c9b6")
FADED, BROWN = HexColor("#dccfc4"), HexColor("#8a7f74")


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
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    write(x, y, words)


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    words: str,
    size: float = 10.0,
    leading: float = 13.5,
    *,
    colour: Color = INK,
) -> None:
    """Running text from a first line down, wrapped to a width."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if pdfmetrics.stringWidth(longer, "Text", size) > width:
            text(canvas, x, y, line, size=size, colour=colour)
            y -= leading
            line = word
        else:
            line = longer
    text(canvas, x, y, line, size=size, colour=colour)


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
    if radius:
        canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
    else:
        canvas.rect(x, y, width, height, stroke=0, fill=1)


def dot(canvas: Canvas, x: float, y: float, radius: float, colour: Color) -> None:
    """A filled circle."""
    canvas.setFillColor(colour)
    canvas.circle(x, y, radius, stroke=0, fill=1)


def polygon(canvas: Canvas, x: float, y: float, points: Sequence[tuple[float, float]]) -> None:
    """A filled shape with straight sides, its points counted from a corner."""
    path = canvas.beginPath()
    for step, (right, up) in enumerate(points):
        draw = path.lineTo if step else path.moveTo
        draw(x + right, y + up)
    path.close()
    canvas.setFillColor(BLUE)
    canvas.drawPath(path, stroke=0, fill=1)


def head(canvas: Canvas, x: float, y: float, width: float, words: str, *, colour: Color) -> None:
    """A heading in white on a coloured bar."""
    block(canvas, x, y - 7, width, 23, colour)
    text(canvas, x + 8, y, words, "NarrowBold", 14, colour=white)


def figure_line(canvas: Canvas, x: float, y: float, words: str) -> None:
    """The slanted line below a figure."""
    text(canvas, x, y, words, "Italic", 8.5)


def person(canvas: Canvas, x: float, y: float, colour: Color) -> None:
    """The icon of a person."""
    dot(canvas, x, y + 25, 5, colour)
    block(canvas, x - 6, y, 12, 18, colour, radius=3)


def shirt(canvas: Canvas, x: float, y: float) -> None:
    """The icon of a shirt."""
    left = ((12, 40), (2, 34), (-4, 24), (4, 20), (8, 24), (8, 0))
    right = ((34, 0), (34, 24), (38, 20), (46, 24), (40, 34), (30, 40), (21, 34))
    polygon(canvas, x, y, left + right)


def label_tag(canvas: Canvas, x: float, y: float) -> None:
    """The icon of a label with a hole."""
    block(canvas, x, y, 24, 34, BLUE, radius=3)
    dot(canvas, x + 12, y + 26, 3, white)


def factory(canvas: Canvas, x: float, y: float) -> None:
    """The icon of a factory."""
    roof = ((0, 0), (0, 20), (12, 28), (12, 20), (24, 28), (24, 20), (34, 26))
    chimney = ((36, 42), (42, 42), (44, 0))
    polygon(canvas, x, y, roof + chimney)


def title_column(canvas: Canvas) -> None:
    """A red column with the title and running text in white."""
    block(canvas, 0, 0, 212, HEIGHT, RED)
    text(canvas, 26, 540, "FACTSHEET", "NarrowBold", 12, colour=PINK)
    text(canvas, 26, 500, "Resultaten", "NarrowBold", 34, colour=white)
    text(canvas, 26, 464, "van 2021", "NarrowBold", 34, colour=white)
    words = (
        "Het laatste jaar van het convenant was er een van oogsten. Bedrijven rondden hun plannen "
        "af en lieten zien wat vijf jaar samenwerking voor makers van kleding heeft betekend."
    )
    paragraph(canvas, 26, 424, 162, words, 11, 16, colour=white)
    words = (
        "De cijfers komen uit de jaarlijkse gegevens van de deelnemers en uit de beoordeling door "
        "het secretariaat."
    )
    paragraph(canvas, 26, 300, 162, words, 11, 16, colour=white)
    text(canvas, 26, 30, "Convenant Duurzame Kleding en Textiel", size=8, colour=white)


def participants(canvas: Canvas) -> None:
    """Three numbers behind an icon, of which the last is drawn in two parts."""
    head(canvas, MAIN, 540, 578, "Deelnemers en keten", colour=BLUE)
    shirt(canvas, MAIN + 6, 464)
    text(canvas, MAIN + 66, 470, "54", "NarrowBold", 42, colour=BLUE)
    text(canvas, MAIN + 4, 442, "aangesloten ondernemingen", size=10.5)
    label_tag(canvas, MAIN + 202, 466)
    text(canvas, MAIN + 244, 470, "76", "NarrowBold", 42, colour=BLUE)
    text(canvas, MAIN + 202, 442, "merken in Nederlandse winkels", size=10.5)
    factory(canvas, MAIN + 400, 464)
    x: float = MAIN + 458
    text(canvas, x, 470, "5.", "NarrowBold", 42, colour=BLUE)
    x += pdfmetrics.stringWidth("5.", "NarrowBold", 42)
    text(canvas, x, 470, "340", "NarrowBold", 42, colour=BLUE)
    text(canvas, MAIN + 400, 442, "adressen van naaiateliers", size=10.5)
    text(canvas, MAIN + 400, 428, "en ververijen openbaar", size=10.5)


def judgements(canvas: Canvas) -> None:
    """A pie that starts at the top and runs clockwise, its labels at the end of lines."""
    head(canvas, MAIN, 390, 278, "Oordeel over de aanpak", colour=BLUE)
    x, y, radius = MAIN + 132, 244, 72
    angle = 90.0
    for share, colour in ((84, BLUE), (10, LIGHT), (6, RED)):
        turn = 3.6 * share
        canvas.setFillColor(colour)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.2)
        box = (x - radius, y - radius, x + radius, y + radius)
        canvas.wedge(*box, angle, -turn, stroke=1, fill=1)
        angle -= turn
    words = (
        "Twee controleurs bekijken elk dossier apart. Pas als zij het eens zijn, ligt het oordeel "
        "vast."
    )
    paragraph(canvas, MAIN, 364, 272, words)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.line(x + 58, y - 46, x + 80, y - 58)
    text(canvas, x + 84, y - 58, "84%", "NarrowBold", 16, colour=BLUE)
    text(canvas, x + 84, y - 71, "volledig", size=9.5)
    canvas.line(x - 58, y + 45, x - 76, y + 52)
    text(canvas, x - 80, y + 48, "10%", "NarrowBold", 16, colour=BLUE, align="right")
    text(canvas, x - 80, y + 35, "grotendeels", size=9.5, align="right")
    canvas.line(x - 14, y + 71, x - 30, y + 82)
    text(canvas, x - 34, y + 84, "6%", "NarrowBold", 16, colour=RED, align="right")
    text(canvas, x - 34, y + 73, "te weinig", size=9.5, align="right")
    figure_line(canvas, MAIN, 140, "Figuur 1 - Score van de dossiers in 2021")


def wages(canvas: Canvas) -> None:
    """Seven people of ten in colour, with the number in words of two sizes below."""
    head(canvas, MAIN_RIGHT, 390, 278, "In gesprek over loon", colour=RED)
    words = (
        "Een leefbaar loon vraagt om eerlijke prijzen. Daarom praten inkopers vaker met de "
        "fabriek over wat een kledingstuk aan arbeid kost."
    )
    paragraph(canvas, MAIN_RIGHT, 364, 272, words)
    for step in range(10):
        person(canvas, MAIN_RIGHT + 14 + step * 26, 272, RED if step < 7 else FADED)
    text(canvas, MAIN_RIGHT, 222, "7", "NarrowBold", 40, colour=RED)
    text(canvas, MAIN_RIGHT + 26, 222, "van de", "NarrowBold", 16, colour=RED)
    text(canvas, MAIN_RIGHT + 74, 222, "10", "NarrowBold", 40, colour=RED)
    text(canvas, MAIN_RIGHT, 200, "inkoopteams rekenden loonkosten apart door", size=10.5)


def pledge_and_rulings(canvas: Canvas) -> None:
    """A pale band with two numbers, each with its label beside it."""
    block(canvas, MAIN, 40, 578, 74, SAND)
    numbers = (
        (16, "19", 70, ("ondertekenaars van de", "Transparency Pledge")),
        (300, "3", 334, ("uitspraken door de klachten-", "en geschillencommissie")),
    )
    for left, digits, label_left, label in numbers:
        text(canvas, MAIN + left, 62, digits, "NarrowBold", 40, colour=RED)
        for line, words in enumerate(label):
            text(canvas, MAIN + label_left, 80 - 14 * line, words, size=10.5)


def first_page(canvas: Canvas) -> None:
    """A column with the title, and icons, a pie, people and a band beside it."""
    title_column(canvas)
    participants(canvas)
    judgements(canvas)
    wages(canvas)
    pledge_and_rulings(canvas)


def key(canvas: Canvas, x: float, colour: Color, words: str) -> None:
    """A square and its words in the legend above the bars."""
    block(canvas, x, 478, 10, 10, colour)
    text(canvas, x + 15, 479, words, size=9.5)


def materials(canvas: Canvas) -> None:
    """Pairs of bars of two years with a legend above them."""
    head(canvas, LEFT, 548, 380, "Duurzamere materialen", colour=BLUE)
    words = (
        "Van drie groepen materiaal is nagegaan welk gewichtsaandeel aan een erkende norm "
        "voldoet. Alle groepen gingen vooruit."
    )
    paragraph(canvas, LEFT, 520, 376, words)
    key(canvas, LEFT, LIGHT, "2020")
    key(canvas, LEFT + 60, BLUE, "2021")
    groups = (("Katoen", 58, 61), ("Synthetisch", 24, 30), ("Van dieren", 21, 26))
    for step, (name, before, after) in enumerate(groups):
        y = 440 - 54 * step
        text(canvas, LEFT, y - 4, name, "Bold")
        for share, colour, bottom in ((before, LIGHT, y + 3), (after, BLUE, y - 15)):
            block(canvas, LEFT + 80, bottom, share * 4, 16, colour)
            text(canvas, LEFT + 86 + share * 4, bottom + 4, f"{share}%", "NarrowBold", 12)
    figure_line(canvas, LEFT, 292, "Figuur 2 - Aandeel met erkende norm per groep")


def then_and_now(canvas: Canvas) -> None:
    """Two pale boxes beside each other, each with a year and two numbers."""
    head(canvas, RIGHT, 548, 376, "Toen en nu", colour=RED)
    opening = (
        "Bij de start wisten maar weinig merken wie hun kleding maakte. Dat beeld is gekanteld."
    )
    paragraph(canvas, RIGHT, 520, 370, opening)
    block(canvas, RIGHT, 300, 180, 180, SAND)
    block(canvas, RIGHT + 196, 300, 180, 180, SAND)
    years = (
        (RIGHT + 90, "2016", BROWN, "2.802", "35%"),
        (RIGHT + 286, "2021", RED, "5.340", "44%"),
    )
    for x, year, colour, sites, share in years:
        text(canvas, x, 456, year, "NarrowBold", 15, colour=colour, align="centre")
        text(canvas, x, 412, sites, "NarrowBold", 34, colour=colour, align="centre")
        text(canvas, x, 396, "bekende productielocaties", align="centre")
        text(canvas, x, 346, share, "NarrowBold", 34, colour=colour, align="centre")
        text(canvas, x, 330, "van de markt vertegenwoordigd", align="centre")


def support(canvas: Canvas) -> None:
    """Three numbers below lines, with a word above them or a smaller unit after them."""
    head(canvas, LEFT, 252, 782, "Steun voor verbetering", colour=BLUE)
    words = (
        "Bedrijven, bonden en organisaties zetten samen projecten op in landen waar de risico's "
        "het grootst zijn. De overheid legt een deel van het geld bij."
    )
    paragraph(canvas, LEFT, 224, 770, words)
    numbers = (
        ("", "€ 780.000", "", ("subsidie voor projecten", "in vier landen")),
        ("circa", "400", "", ("cursisten in de", "online leeromgeving")),
        ("minstens", "18", "maanden", ("begeleiding voor elke", "deelnemende fabriek")),
    )
    for step, (before, digits, unit, label) in enumerate(numbers):
        x = LEFT + 268 * step
        canvas.setStrokeColor(BLUE)
        canvas.setLineWidth(2)
        canvas.line(x, 180, x + 246, 180)
        if before:
            text(canvas, x, 160, before, "Italic")
        text(canvas, x, 124, digits, "NarrowBold", 36, colour=BLUE)
        if unit:
            after = x + pdfmetrics.stringWidth(digits, "NarrowBold", 36) + 4
            text(canvas, after, 124, unit, "NarrowBold", 17, colour=BLUE)
        for line, part in enumerate(label):
            text(canvas, x, 104 - 14 * line, part, size=10.5)


def second_page(canvas: Canvas) -> None:
    """Bars beside two boxes above, a row of numbers below, a running foot."""
    materials(canvas)
    then_and_now(canvas)
    support(canvas)
    text(canvas, LEFT, 30, "Factsheet resultaten van 2021", size=8)
    text(canvas, 812, 30, "2 / 2", size=8, align="right")


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=(WIDTH, HEIGHT))
    canvas.setTitle("Factsheet 2021")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-r4.reportlab.pdf"))
