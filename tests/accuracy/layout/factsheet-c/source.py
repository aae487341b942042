"""A sheet in five columns, drawn as a design program writes it: all numbers first, labels last."""

from math import cos, radians, sin
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype")
FILES = {
    "Sans": "liberation/LiberationSans-Regular.ttf",
    "Bold": "liberation/LiberationSans-Bold.ttf",
    "Serif": "liberation/LiberationSerif-Regular.ttf",
    "SerifBold": "liberation/LiberationSerif-Bold.ttf",
    "Wide": "dejavu/DejaVuSans-Bold.ttf",
}
WIDTH, HEIGHT = A4
MARGIN = 40.0
WINE, ROSE, SAND, STONE = "#6d1f3a", "#c65b7c", "#f1e6d8", "#8d8478"
WHITE, BLACK = "#ffffff", "#2b2326"

Text = tuple[float, float, str, str, float, str, str]
"""x, y from the top, text, font, size, colour, alignment (l, c, r)."""


class Sheet:
    """A page whose shapes are drawn at once and whose texts wait until the end."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.numbers: list[Text] = []
        self.labels: list[Text] = []

    def colour(self, code: str) -> Color:
        """Set fill and stroke."""
        colour = HexColor(code)
        self.canvas.setFillColor(colour)
        self.canvas.setStrokeColor(colour)
        return colour

    def box(self, x: float, y: float, width: float, height: float, code: str) -> None:
        """A filled rectangle; y is its top, counted from the top of the page."""
        self.colour(code)
        self.canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, code: str) -> None:
        """A filled circle."""
        self.colour(code)
        self.canvas.circle(x, HEIGHT - y, radius, stroke=0, fill=1)

    def line(self, *points: float, code: str = BLACK, width: float = 0.7) -> None:
        """A line x1, y1, x2, y2."""
        self.colour(code)
        self.canvas.setLineWidth(width)
        x1, y1, x2, y2 = points
        self.canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)

    def number(
        self, x: float, y: float, text: str, size: float, code: str, *, align: str = "c"
    ) -> None:
        """A number in the widest font."""
        self.numbers.append((x, y, text, "Wide", size, code, align))

    def label(
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float = 400,
        size: float = 9,
        font: str = "Sans",
        code: str = BLACK,
        align: str = "c",
    ) -> None:
        """A label, wrapped to a width."""
        for line in simpleSplit(text, font, size, width):
            self.labels.append((x, y, line, font, size, code, align))
            y += size * 1.22

    def finish(self) -> None:
        """Write numbers from right to left, then labels from the foot of the page up."""
        self.numbers.sort(key=lambda text: -text[0])
        self.labels.sort(key=lambda text: -text[1])
        for x, y, text, font, size, code, align in self.numbers + self.labels:
            self.colour(code)
            self.canvas.setFont(font, size)
            draw = {
                "l": self.canvas.drawString,
                "c": self.canvas.drawCentredString,
                "r": self.canvas.drawRightString,
            }[align]
            draw(x, HEIGHT - y, text)
        self.canvas.showPage()


def icon(sheet: Sheet, x: float, y: float, kind: int, code: str) -> None:
    """One of five small drawings around a point."""
    if kind == 0:  # people
        for shift in (-9, 9):
            sheet.disc(x + shift, y - 7, 5, code)
            sheet.box(x + shift - 6, y, 12, 13, code)
    elif kind == 1:  # label
        sheet.box(x - 13, y - 7, 20, 14, code)
        sheet.disc(x + 7, y, 7, code)
    elif kind == 2:  # factory
        sheet.box(x - 14, y, 28, 12, code)
        for shift in (-13, -4, 5):
            sheet.box(x + shift, y - 10, 5, 11, code)
    elif kind == 3:  # basket
        sheet.line(x - 14, y - 6, x + 14, y - 6, code=code, width=3)
        sheet.box(x - 11, y - 4, 22, 14, code)
    else:  # leaf
        sheet.disc(x, y, 11, code)
        sheet.line(x - 12, y + 13, x + 8, y - 9, code=WHITE, width=1.5)


def first_page(sheet: Sheet) -> None:
    """Two rows of five, three circles, one bar."""
    sheet.box(0, 0, WIDTH, 84, WINE)
    sheet.label(MARGIN, 42, "Feiten & cijfers 2018", size=26, font="Bold", code=WHITE, align="l")
    sheet.label(
        MARGIN,
        64,
        "Convenant Duurzame Kleding en Textiel",
        size=11,
        font="Serif",
        code=SAND,
        align="l",
    )
    column = (WIDTH - 2 * MARGIN) / 5
    upper = [
        ("69", "bedrijven hebben getekend"),
        ("92", "merken doen zo mee"),
        ("6.289", "productielocaties in beeld, eind 2018"),
        ("48%", "van de omzet in de winkels"),
        ("28%", "van alle grondstof is duurzamer"),
    ]
    for i, (number, text) in enumerate(upper):
        x = MARGIN + i * column
        dark = i % 2 == 0
        sheet.box(x, 108, column, 168, WINE if dark else SAND)
        icon(sheet, x + column / 2, 140, i, SAND if dark else WINE)
        sheet.number(x + column / 2, 200, number, 23, WHITE if dark else WINE)
        sheet.label(
            x + column / 2,
            222,
            text,
            width=column - 14,
            size=9.5,
            code=WHITE if dark else BLACK,
        )
    lower = [
        ("Trainingen", "31"),
        ("Cursisten", "874"),
        ("Landen", "43"),
        ("Projecten", "12"),
        ("Webinars", "9"),
    ]
    for i, (text, number) in enumerate(lower):
        x = MARGIN + (i + 0.5) * column
        sheet.label(x, 318, text, size=12, font="SerifBold", code=STONE)
        sheet.number(x, 348, number, 26, ROSE)
        if i:
            sheet.line(x - column / 2, 304, x - column / 2, 352, code=STONE, width=0.5)
    circles = [
        ("5", "bedrijven voldoen in alles"),
        ("17", "bijeenkomsten per thema gehouden"),
        ("€ 350.000", "uitgekeerd door het steunfonds"),
    ]
    for i, (number, text) in enumerate(circles):
        x = 120 + i * (WIDTH - 240) / 2
        sheet.disc(x, 458, 66, ROSE if i == 1 else WINE)
        sheet.number(x, 456, number, 18 if i == 2 else 30, WHITE)
        sheet.label(x, 476, text, width=94, size=9.5, code=WHITE)
    sheet.label(
        MARGIN,
        580,
        "Oordeel over de plannen van aanpak",
        size=14,
        font="Bold",
        code=WINE,
        align="l",
    )
    parts = [
        (8, "volledig in orde", WINE),
        (78, "grotendeels in orde", ROSE),
        (14, "onvoldoende", STONE),
    ]
    x = MARGIN
    total = WIDTH - 2 * MARGIN
    for share, text, code in parts:
        width = total * share / 100
        sheet.box(x, 600, width, 34, code)
        sheet.number(x + width / 2, 622, f"{share}%", 13, WHITE)
        middle = x + width / 2
        sheet.line(middle, 634, middle, 652, code=BLACK)
        sheet.label(middle, 664, text, width=82)
        x += width
    sheet.label(
        MARGIN,
        716,
        "De plannen zijn gelezen door een bureau van buiten. Het keek naar het beleid, naar de "
        "kennis van de eigen keten en naar wat er met die kennis gebeurt.",
        width=total,
        size=10,
        font="Serif",
        align="l",
    )
    sheet.label(
        WIDTH - MARGIN,
        810,
        "Convenant Duurzame Kleding en Textiel – 1",
        size=7.5,
        code=STONE,
        align="r",
    )


def second_page(sheet: Sheet) -> None:
    """A bar chart with an axis, grouped bars with a legend, a ring."""
    sheet.label(
        MARGIN,
        60,
        "Bedrijven met eigen beleid, naar onderwerp",
        size=14,
        font="Bold",
        code=WINE,
        align="l",
    )
    left, width, top = 160.0, 380.0, 78.0
    for tick in range(0, 101, 20):
        x = left + width * tick / 100
        sheet.line(x, top, x, top + 136, code="#d8cfc4", width=0.5)
        sheet.label(x, top + 148, str(tick), size=7.5, code=STONE)
    sheet.label(left + width / 2, top + 162, "procent van de bedrijven", size=7.5, code=STONE)
    policies = [
        ("Kinderarbeid", 82),
        ("Water en chemie", 67),
        ("Dierenwelzijn", 59),
        ("Vakbondsvrijheid", 51),
        ("Leefbaar loon", 46),
    ]
    for i, (text, share) in enumerate(policies):
        y = top + 6 + i * 26
        sheet.box(left, y, width * share / 100, 17, WINE)
        sheet.number(left + width * share / 100 - 5, y + 12.5, f"{share}%", 9.5, WHITE, align="r")
        sheet.label(left - 8, y + 12, text, size=9.5, align="r")
    sheet.label(
        MARGIN,
        290,
        "Aantal productielocaties in grote landen",
        size=14,
        font="Bold",
        code=WINE,
        align="l",
    )
    for i, (text, code) in enumerate((("kledingmerken", WINE), ("winkelketens", ROSE))):
        sheet.box(400, 306 + i * 18, 9, 9, code)
        sheet.label(414, 314 + i * 18, text, size=9, align="l")
    countries = [("India", 688, 501), ("Turkije", 412, 265), ("Bangladesh", 377, 540)]
    for i, (text, brands, chains) in enumerate(countries):
        y = 312 + i * 58
        sheet.label(MARGIN + 76, y + 24, text, size=10.5, font="Bold", align="r")
        for j, (value, code) in enumerate(((brands, WINE), (chains, ROSE))):
            length = 240 * value / 700
            sheet.box(MARGIN + 84, y + 3 + j * 19, length, 16, code)
            sheet.number(MARGIN + 90 + length, y + 15 + j * 19, str(value), 10, BLACK, align="l")
    sheet.line(MARGIN + 84, 308, MARGIN + 84, 484, code=BLACK)
    sheet.label(
        MARGIN,
        530,
        "Waar de ingekochte katoen vandaan komt",
        size=14,
        font="Bold",
        code=WINE,
        align="l",
    )
    ring(
        sheet,
        WIDTH / 2,
        664,
        [("India", 34), ("China", 27), ("Turkije", 16), ("overige herkomst", 23)],
    )
    sheet.label(
        MARGIN,
        810,
        "Peildatum van alle gegevens: 31 december 2018",
        size=7.5,
        code=STONE,
        align="l",
    )


def ring(sheet: Sheet, x: float, y: float, parts: list[tuple[str, int]]) -> None:
    """A ring with number and name around it."""
    colours = [WINE, ROSE, STONE, "#d9b48f"]
    start = 90.0
    for (text, share), code in zip(parts, colours, strict=True):
        sheet.colour(code)
        turn = -360 * share / 100
        sheet.canvas.wedge(
            x - 72, HEIGHT - y - 72, x + 72, HEIGHT - y + 72, start, turn, stroke=0, fill=1
        )
        angle = radians(start + turn / 2)
        px, py = x + 128 * cos(angle), y - 102 * sin(angle)
        sheet.line(
            x + 74 * cos(angle), y - 74 * sin(angle), x + 88 * cos(angle), y - 84 * sin(angle)
        )
        sheet.number(px, py, f"{share}%", 15, code)
        sheet.label(px, py + 13, text, size=9)
        start += turn
    sheet.disc(x, y, 40, WHITE)


def build(target: Path) -> None:
    """Draw the sheet."""
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Feiten & cijfers 2018")
    for draw in (first_page, second_page):
        sheet = Sheet(canvas)
        draw(sheet)
        sheet.finish()
    canvas.save()
