"""Two upright pages: a winding footpath with five stops, then a ring, signposts and hills.

Positions and sizes are in millimetres from the upper left corner, type in points.
"""

import math
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

Point = tuple[float, float]
# A line to a point, or a curve with two handles to a point
Step = tuple[Point] | tuple[Point, Point, Point]

FONTS = {
    "Text": "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf",
    "Light": "/usr/share/fonts/truetype/open-sans/OpenSans-Light.ttf",
    "Bold": "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf",
    "Heavy": "/usr/share/fonts/truetype/open-sans/OpenSans-ExtraBold.ttf",
}
HEIGHT = A4[1]
INK, PAPER, GREEN, GRASS = map(HexColor, ("#263a2e", "#fbf7ec", "#3f7d4e", "#5b9a68"))
SAND, CLAY, WOOD = HexColor("#f3e3c3"), HexColor("#c96f3b"), HexColor("#8b5e3c")
SKY, BLUE, YELLOW = HexColor("#dfeef2"), HexColor("#2b6c8a"), HexColor("#f0b93a")


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
    lead: float = 1.28,
) -> None:
    """Lines below each other, their distance as a multiple of the size of the type."""
    write = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    for step, line in enumerate(words.split("\n")):
        canvas.setFont(font, size)
        canvas.setFillColor(colour)
        write(x * mm, HEIGHT - (y + step * size * lead / mm) * mm, line)


def paragraph(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, width: float, words: str, size: float = 9.6
) -> None:
    """Running text, wrapped to a width."""
    text(canvas, x, y, "\n".join(simpleSplit(words, "Text", size, width * mm)), size=size, lead=1.4)


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


def outline(canvas: Canvas, start: Point, steps: Sequence[Step]) -> PDFPathObject:
    """Lines and curves one after the other."""
    drawn = canvas.beginPath()
    drawn.moveTo(start[0] * mm, HEIGHT - start[1] * mm)
    for step in steps:
        if len(step) == 1:
            drawn.lineTo(step[0][0] * mm, HEIGHT - step[0][1] * mm)
        else:
            (ax, ay), (bx, by), (x, y) = ((a * mm, HEIGHT - b * mm) for a, b in step)
            drawn.curveTo(ax, ay, bx, by, x, y)
    return drawn


def shape(canvas: Canvas, start: Point, steps: Sequence[Step], colour: Color) -> None:
    """A filled shape of lines and curves."""
    drawn = outline(canvas, start, steps)
    drawn.close()
    canvas.setFillColor(colour)
    canvas.drawPath(drawn, stroke=0, fill=1)


def stone(canvas: Canvas, x: float, y: float, number: int, colour: Color) -> None:
    """A stop of the path: a stone that is not quite round, with its number in it."""
    count, points = 14, []
    for index in range(count):
        angle = 2 * math.pi * index / count
        radius = 9 * (1 + 0.06 * math.sin(3 * angle + number) + 0.04 * math.cos(5 * angle))
        points.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    steps: list[Step] = []
    for index in range(count):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (
            points[(index + offset) % count] for offset in (-1, 0, 1, 2)
        )
        first = (bx + (cx - ax) / 6, by + (cy - ay) / 6)
        second = (cx - (dx - bx) / 6, cy - (dy - by) / 6)
        steps.append((first, second, (cx, cy)))
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.setStrokeColor(white)
    canvas.setLineWidth(1.6 * mm)
    drawn = outline(canvas, points[0], steps)
    drawn.close()
    canvas.drawPath(drawn, stroke=1, fill=1)
    canvas.restoreState()
    text(canvas, x, y - 1.5, "stap", size=7.5, colour=white, align="centre")
    text(canvas, x, y + 4, str(number), "Heavy", 15, colour=white, align="centre")


def tree(canvas: Canvas, x: float, y: float, scale: float) -> None:
    """A tree that stands on a line."""
    block(canvas, x - 0.6 * scale, y - 5 * scale, 1.2 * scale, 5 * scale, WOOD)
    disc(canvas, x, y - 8 * scale, 4.2 * scale, GREEN)
    disc(canvas, x + 2.2 * scale, y - 6.3 * scale, 2.8 * scale, GRASS)


def footpath(canvas: Canvas) -> None:
    """The path that winds down the page, with its edge and a dotted line, and trees along it."""
    steps: tuple[Step, ...] = (
        ((70, 60), (110, 64), (128, 84)),
        ((150, 110), (60, 108), (40, 128)),
        ((20, 152), (90, 150), (130, 166)),
        ((170, 184), (90, 196), (56, 206)),
        ((20, 218), (50, 254), (96, 257)),
        ((136, 259), (160, 264), (200, 264)),
    )
    layers = ((HexColor("#e4cfa1"), 15, False), (SAND, 12, False), (HexColor("#c9ac72"), 0.6, True))
    for colour, width, dotted in layers:
        canvas.saveState()
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width * mm)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        if dotted:
            canvas.setDash([5, 7], 0)
        canvas.drawPath(outline(canvas, (30, 72), steps))
        canvas.restoreState()
    trees = ((10, 122, 1), (196, 92, 1.2), (16, 186, 1), (196, 150, 1.1), (20, 252, 1.2))
    for x, y, scale in (*trees, (27, 254, 0.9)):
        tree(canvas, x, y, scale)


def stops(canvas: Canvas) -> None:
    """The five stops, each with numbers and their labels beside it."""
    stone(canvas, 30, 72, 1, CLAY)
    text(canvas, 42, 93, "59", "Heavy", 40, colour=CLAY)
    text(canvas, 65, 86, "bedrijven houden zich aan\nde spelregels van het akkoord")
    stone(canvas, 128, 84, 2, BLUE)
    text(canvas, 142, 82, "81", "Heavy", 40, colour=BLUE)
    text(canvas, 142, 88.5, "merken in de winkel\ndie daarbij horen")
    stone(canvas, 40, 128, 3, GREEN)
    text(canvas, 56, 139, "80%", "Heavy", 46, colour=GREEN)
    text(canvas, 96, 130, "van de getoetste bedrijven\nheeft alle verplichtingen\ningelost")
    stone(canvas, 130, 166, 4, CLAY)
    text(canvas, 36, 172, "7%", "Heavy", 34, colour=CLAY)
    text(canvas, 58, 165, "is goed op weg\nnaar een voldoende")
    text(canvas, 150, 161, "13%", "Heavy", 34, colour=CLAY)
    text(canvas, 150, 167, "blijft onder de maat")
    stone(canvas, 56, 206, 5, BLUE)
    text(canvas, 84, 216, "circa", size=11, colour=BLUE)
    text(canvas, 96, 216, "6.000", "Heavy", 44, colour=BLUE)
    text(canvas, 96, 222, "ateliers en ververijen zijn voor\niedereen na te zoeken")
    paragraph(
        canvas,
        96,
        234,
        96,
        "Elke stap bouwt op de vorige: wie niet weet waar zijn spullen vandaan komen, kan ook "
        "niet nagaan hoe het personeel daar behandeld wordt. De route loopt op de achterkant "
        "verder.",
        9,
    )


def first_page(canvas: Canvas) -> None:
    """A green band with the title, the path with its stops, two numbers along the bottom."""
    block(canvas, 0, 0, 210, 297, PAPER)
    block(canvas, 0, 0, 210, 44, GREEN)
    edge: tuple[Step, ...] = (((60, 62), (120, 38), (210, 56)), ((210, 40),), ((0, 40),))
    shape(canvas, (0, 50), edge, GREEN)
    text(canvas, 18, 20, "Op pad naar eerlijke kleding", "Heavy", 27, colour=white)
    words = "Vijf stappen die textielbedrijven in 2020 hebben gezet"
    text(canvas, 18, 29, words, "Light", 14, colour=white)
    words = "Convenant Duurzame Kleding en Textiel  |  feiten en cijfers 2020"
    text(canvas, 18, 40, words, size=9, colour=white)
    footpath(canvas)
    stops(canvas)
    block(canvas, 0, 275, 210, 22, SAND)
    text(canvas, 18, 289, "55", "Heavy", 26, colour=GREEN)
    text(canvas, 34, 284.5, "dossiers zijn langs de meetlat\nvan het secretariaat gelegd", size=9)
    text(canvas, 112, 289, "18", "Heavy", 26, colour=GREEN)
    text(canvas, 128, 284.5, "ondertekenaars van de\nTransparency Pledge", size=9)


def materials(canvas: Canvas) -> None:
    """A paragraph beside a ring that starts at the top and runs clockwise, with a legend."""
    text(canvas, 18, 20, "Onderweg: materiaal in de rugzak", "Heavy", 19, colour=GREEN)
    paragraph(
        canvas,
        18,
        31,
        80,
        "Wat bedrijven meenemen, verandert. Steeds meer vezels hebben een keurmerk of zijn al "
        "eens eerder gebruikt. Voor vacht en veren gelden aparte eisen, die pas sinds kort "
        "worden bijgehouden.",
    )
    words = "Waarvan de kleding gemaakt is, in procenten van het gewicht"
    text(canvas, 110, 30, words, "Bold", 7.8)
    shares = (
        (46, GREEN, "katoen"),
        (27, BLUE, "polyester"),
        (11, YELLOW, "viscose"),
        (16, CLAY, "overige vezels"),
    )
    angle = 90.0
    for share, colour, _ in shares:
        canvas.setFillColor(colour)
        turn = -360 * share / 100
        box = (110 * mm, HEIGHT - 77 * mm, 150 * mm, HEIGHT - 37 * mm)
        canvas.wedge(*box, angle, turn, stroke=0, fill=1)
        angle += turn
    disc(canvas, 130, 57, 11.6, PAPER)
    for step, (share, colour, name) in enumerate(shares):
        y = 44 + 9 * step
        block(canvas, 158, y - 3.9, 4.5, 4.5, colour)
        text(canvas, 165, y, name, size=9.5)
        text(canvas, 196, y, f"{share}%", "Bold", 9.5, align="right")


def sign(canvas: Canvas, x: float, year: str, share: str, colour: Color) -> None:
    """A signpost that points to the right, with a year and its number on it."""
    block(canvas, x + 21.6, 100, 3, 44, WOOD)
    corners: tuple[Step, ...] = (
        ((x + 48, 100),),
        ((x + 56, 114),),
        ((x + 48, 128),),
        ((x, 128),),
    )
    shape(canvas, (x, 100), corners, colour)
    text(canvas, x + 4, 109, year, "Bold", colour=white)
    text(canvas, x + 44, 122, share, "Heavy", 34, colour=white, align="right")


def signposts(canvas: Canvas) -> None:
    """Two signposts with the numbers of two years, on a strip of grass under the sky."""
    block(canvas, 0, 80, 210, 78, SKY)
    grass: tuple[Step, ...] = (((50, 138), (110, 160), (210, 140)), ((210, 158),), ((0, 158),))
    shape(canvas, (0, 150), grass, GRASS)
    text(canvas, 18, 92, "Wegwijzers", "Heavy", 19, colour=GREEN)
    sign(canvas, 18, "2018", "4%", BLUE)
    sign(canvas, 76, "2019", "21%", CLAY)
    words = "van de dierlijke materialen\nis diervriendelijker\nverkregen"
    text(canvas, 138, 108, words, "Bold", 11)
    words = "Gemeten over alle bedrijven die\nwol, dons of leer verwerken."
    text(canvas, 138, 126, words, size=8.6)
    tree(canvas, 188, 145, 1)
    tree(canvas, 10, 146, 0.9)


def hill(canvas: Canvas, x: float, width: float, height: float, colour: Color) -> None:
    """A hill on the line along the lower part of the page."""
    foot, top = 250, 250 - height
    middle = foot - height * 0.5
    steps: tuple[Step, ...] = (
        ((x + width * 0.25, middle), (x + width * 0.35, top), (x + width * 0.5, top)),
        ((x + width * 0.65, top), (x + width * 0.75, middle), (x + width, foot)),
    )
    shape(canvas, (x, foot), steps, colour)


def hills(canvas: Canvas) -> None:
    """Numbers in three hills, two of them with their unit on a line of its own."""
    text(canvas, 18, 173, "Samen de berg op", "Heavy", 19, colour=GREEN)
    paragraph(
        canvas,
        18,
        180,
        174,
        "Bedrijven lopen niet alleen. In groepjes pakken ze een land of een thema aan, met steun "
        "van bonden en ngo’s en soms met geld van de overheid.",
    )
    hill(canvas, 6, 70, 44, GREEN)
    hill(canvas, 60, 84, 54, BLUE)
    hill(canvas, 130, 74, 46, CLAY)
    lines = (
        (41, 228, "14", "Heavy", 32),
        (41, 235, "gezamenlijke projecten\nin productielanden", "Text", 8.8),
        (102, 222, "€ 2,4", "Heavy", 32),
        (102, 230, "miljoen", "Bold", 13),
        (102, 237, "subsidie uit het fonds\ntegen kinderarbeid", "Text", 8.8),
        (167, 228, "3", "Heavy", 32),
        (167, 233.5, "jaar", "Bold", 11),
        (167, 240, "looptijd per traject", "Text", 8.8),
    )
    for x, y, words, font, size in lines:
        text(canvas, x, y, words, font, size, colour=white, align="centre")
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.line(0, HEIGHT - 250 * mm, 210 * mm, HEIGHT - 250 * mm)


def second_page(canvas: Canvas) -> None:
    """A ring above, signposts and hills below it, three numbers at the end."""
    block(canvas, 0, 0, 210, 297, PAPER)
    materials(canvas)
    signposts(canvas)
    hills(canvas)
    text(canvas, 18, 270, "2", "Heavy", 30, colour=CLAY)
    text(canvas, 28, 264, "klachten bij de\nonafhankelijke\ncommissie", size=9)
    text(canvas, 72, 270, "10", "Heavy", 30, colour=CLAY)
    text(canvas, 90, 266, "opzeggingen in de\nloop van het jaar", size=9)
    text(canvas, 136, 268, "4 op de 5", "Heavy", 24, colour=CLAY)
    text(canvas, 136, 273.5, "deelnemers werken nu met\neen vaste leverancierslijst", size=9)
    text(canvas, 18, 289, "Secretariaat van het convenant, Den Haag", size=8, colour=GREEN)
    text(canvas, 192, 289, "2", size=8, colour=GREEN, align="right")


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Op pad naar eerlijke kleding")
    canvas.setAuthor("Secretariaat")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-u2.reportlab.pdf"))
