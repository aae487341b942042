"""Two wide sheets: speech bubbles, rings with a legend, a staircase, slopes, tags and a scale."""

from math import cos, radians, sin
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "Text": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf",
    "TextBold": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
    "Head": "/usr/share/fonts/truetype/crosextra/Caladea-Bold.ttf",
    "HeadItalic": "/usr/share/fonts/truetype/crosextra/Caladea-Italic.ttf",
}
WIDTH, HEIGHT = 800.0, 450.0
PINE, AQUA, PEACH = "#14453d", "#8fd3c4", "#f7c59f"
BRICK, PAPER, INK = "#c8553d", "#fffdf7", "#1d2b28"


def words(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    font: str = "Text",
    size: float = 9.0,
    paint: str = INK,
    width: float = 0.0,
    align: str = "left",
    lead: float = 1.2,
) -> None:
    """Write words from a baseline downwards, wrapped to a width."""
    canvas.setFillColor(HexColor(paint))
    canvas.setFont(font, size)
    for line in simpleSplit(text, font, size, width) if width else [text]:
        write = {
            "left": canvas.drawString,
            "right": canvas.drawRightString,
            "centre": canvas.drawCentredString,
        }[align]
        write(x, y, line)
        y -= size * lead


def speech(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    paint: str,
    ink: str,
    number: str,
    label: str,
    tail: float,
) -> None:
    """A speech bubble with its number above the label."""
    canvas.setFillColor(HexColor(paint))
    canvas.roundRect(x, y, width, height, 12, stroke=0, fill=1)
    path = canvas.beginPath()
    path.moveTo(x + tail, y + 2)
    path.lineTo(x + tail + 18, y + 2)
    path.lineTo(x + tail + 2, y - 16)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    words(canvas, x + 14, y + height - 36, number, "Head", 34, ink)
    words(canvas, x + 14, y + height - 52, label, "Text", 9.5, ink, width - 26)


def ring(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, radius: float, share: float, paint: str
) -> None:
    """A ring that is drawn as far round as its share."""
    canvas.setLineWidth(13)
    canvas.setStrokeColor(HexColor("#e9e6da"))
    canvas.circle(x, y, radius, stroke=1, fill=0)
    canvas.setStrokeColor(HexColor(paint))
    canvas.arc(x - radius, y - radius, x + radius, y + radius, 90, -3.6 * share)


def first_sheet(canvas: Canvas) -> None:
    """Bubbles at the left, rings at the right, steps along the bottom."""
    canvas.setFillColor(HexColor(PAPER))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    words(canvas, 36, 402, "Year two, by the numbers", "Head", 28, PINE)
    words(
        canvas,
        36,
        384,
        "Agreement on Sustainable Garments and Textile, 2018",
        "HeadItalic",
        12,
        BRICK,
    )

    speech(
        canvas, 36, 270, 150, 92, PINE, "#ffffff", "69", "companies have put their name to it", 24
    )
    speech(
        canvas,
        204,
        248,
        160,
        92,
        AQUA,
        INK,
        "92",
        "brands on the high street carry the promise",
        110,
    )
    speech(canvas, 382, 270, 132, 92, PEACH, INK, "48%", "of Dutch clothing sales", 24)

    words(canvas, 545, 402, "Plans: three outcomes", "Head", 15, PINE)
    legend = ((8, PINE, "ticks every box"), (78, AQUA, "comes close"), (14, BRICK, "lags behind"))
    for step, (share, paint, _) in enumerate(legend):
        ring(canvas, 612, 318, 60 - 17 * step, share, paint)
    for step, (share, paint, label) in enumerate(legend):
        y = 346 - 30 * step
        canvas.setFillColor(HexColor(paint))
        canvas.circle(694, y + 4, 5, stroke=0, fill=1)
        words(canvas, 705, y + 1, f"{share}%", "TextBold", 13, INK)
        words(canvas, 705, y - 10, label, "Text", 8.5, INK)

    for step, (year, number, label, paint) in enumerate(
        (
            ("2016", "55", "companies on the first day", AQUA),
            ("2017", "65", "companies after one year", PEACH),
            ("2018", "69", "companies after two", BRICK),
        )
    ):
        x, top = 36 + 130 * step, 96 + 36 * step
        canvas.setFillColor(HexColor(paint))
        canvas.rect(x, 50, 128, top - 50, stroke=0, fill=1)
        words(canvas, x + 64, top + 7, number, "Head", 26, PINE, align="centre")
        words(
            canvas,
            x + 64,
            top - 15,
            label,
            "Text",
            8.5,
            INK if step < 2 else "#ffffff",
            align="centre",
        )
        words(canvas, x + 64, 38, year, "TextBold", 8.5, INK, align="centre")

    facts = (
        ("Factories and mills we can point to on a map", "6,289"),
        ("Pilot projects under way", "7"),
        ("Spent on them so far", "€1.1 million"),
        ("Questions put to the help desk", "more than 520"),
    )
    for step, (label, number) in enumerate(facts):
        y = 204 - 42 * step
        words(canvas, 470, y, label, "Text", 9.5, INK, 150)
        canvas.setFillColor(HexColor(PINE))
        canvas.roundRect(640, y - 13, 124, 30, 15, stroke=0, fill=1)
        words(canvas, 702, y - 3, number, "TextBold", 14, "#ffffff", align="centre")
    words(
        canvas,
        36,
        14,
        "Figures as at 31 December 2018. Chapter 4 explains how we count.",
        "Text",
        6.5,
        "#6b6b60",
    )
    words(canvas, 764, 14, "1", "Text", 6.5, "#6b6b60", align="right")


def slope(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas, x: float, y: float, label: str, old: str, new: str, rise: float
) -> None:
    """A line from last year's value up to this year's."""
    words(canvas, x, y + 78, label, "TextBold", 10, INK, 180)
    canvas.setStrokeColor(HexColor(BRICK))
    canvas.setLineWidth(2.5)
    canvas.line(x + 44, y + 8, x + 126, y + 8 + rise)
    canvas.setFillColor(HexColor(BRICK))
    canvas.circle(x + 44, y + 8, 4, stroke=0, fill=1)
    canvas.circle(x + 126, y + 8 + rise, 4, stroke=0, fill=1)
    words(canvas, x + 36, y + 3, old, "Text", 13, INK, align="right")
    words(canvas, x + 134, y + 2 + rise, new, "Head", 22, BRICK)
    words(canvas, x + 36, y - 10, "2017", "Text", 7.5, "#6b6b60", align="right")
    words(canvas, x + 134, y - 9 + rise, "2018", "Text", 7.5, "#6b6b60")


def second_sheet(canvas: Canvas) -> None:
    """Slopes above, petals at the left, a scale and tags at the right."""
    canvas.setFillColor(HexColor("#e6f2ee"))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor(PAPER))
    canvas.roundRect(28, 270, 744, 152, 10, stroke=0, fill=1)
    words(canvas, 44, 394, "From one year to the next", "Head", 15, PINE)
    slope(canvas, 44, 296, "Greener raw materials", "16%", "28%", 26)
    slope(canvas, 290, 296, "Production sites disclosed", "4,268", "6,289", 34)
    slope(canvas, 536, 296, "Audits shared with unions", "31", "54", 18)

    words(canvas, 28, 240, "What members told us", "Head", 15, PINE)
    petals = (
        ("72%", "checked who sews at home", PINE, "#ffffff"),
        ("38%", "raised prices to cover wages", AQUA, INK),
        ("26%", "met a union abroad", PEACH, INK),
        ("9%", "left a country", BRICK, "#ffffff"),
    )
    for step, (number, label, paint, ink) in enumerate(petals):
        angle = radians(45 + 90 * step)
        x, y = 196 - 112 * cos(angle), 126 + 70 * sin(angle)
        canvas.setFillColor(HexColor(paint))
        canvas.ellipse(x - 76, y - 42, x + 76, y + 42, stroke=0, fill=1)
        words(canvas, x, y + 4, number, "Head", 26, ink, align="centre")
        words(canvas, x, y - 12, label, "Text", 8.5, ink, align="centre")

    words(canvas, 410, 240, "Training on the ground", "Head", 15, PINE)
    bars = (("India", 12), ("Turkey", 9), ("Bangladesh", 7), ("Myanmar", 3))
    for step, (label, number) in enumerate(bars):
        y = 214 - 22 * step
        words(canvas, 480, y, label, "Text", 9, INK, align="right")
        canvas.setFillColor(HexColor(PINE))
        canvas.rect(488, y - 4, 18 * number, 14, stroke=0, fill=1)
        words(canvas, 494 + 18 * number, y, str(number), "TextBold", 10, INK)

    tags = (
        ("people trained", "1,046"),
        ("languages used", "6"),
        ("local trainers hired", "15"),
        ("complaints received", "0"),
    )
    for step, (label, number) in enumerate(tags):
        x, y = 410 + 184 * (step % 2), 92 - 46 * (step // 2)
        canvas.setStrokeColor(HexColor(PINE))
        canvas.setLineWidth(1)
        canvas.setFillColor(HexColor(PINE))
        canvas.rect(x, y, 112, 32, stroke=1, fill=1)
        canvas.setFillColor(HexColor(PAPER))
        canvas.rect(x + 112, y, 60, 32, stroke=1, fill=1)
        words(canvas, x + 10, y + 12, label, "Text", 9, "#ffffff")
        words(canvas, x + 142, y + 9, number, "Head", 18, PINE, align="centre")
    words(
        canvas,
        28,
        10,
        "SER, Bezuidenhoutseweg 60, 2594 AW The Hague, +31 70 3499 499",
        "Text",
        6.5,
        "#6b6b60",
    )
    words(canvas, 764, 10, "2", "Text", 6.5, "#6b6b60", align="right")


def build(target: Path) -> None:
    """Draw both sheets."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(file)))
    canvas = Canvas(str(target), pagesize=(WIDTH, HEIGHT))
    canvas.setTitle("Year two, by the numbers")
    for draw in (first_sheet, second_sheet):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-k.reportlab.pdf"))
