"""Two pages on their side: rows of circles and hexagons with a number, then columns and a line.

The first page has a green band with the title and two rows of five shapes, each with a number and
its label inside. The second has columns of countries beside a line of four years, and a row of
three circles below them. Positions, sizes and type are in points from the lower left corner.
"""

import math
from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = {
    "Narrow": "/usr/share/fonts/truetype/open-sans/OpenSans-CondBold.ttf",
    "Text": "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf",
}
WIDTH, HEIGHT = 841.89, 595.28
MARGIN = 40
COLUMN = (WIDTH - 2 * MARGIN) / 5
BASE = 330
GREEN, PALE, ORANGE = HexColor("#4f6b1f"), HexColor("#e9efd8"), HexColor("#d9772b")
INK, GREY = HexColor("#26301a"), HexColor("#6d7560")


def centred(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    font: str = "Text",
    size: float = 10.0,
    colour: Color = INK,
) -> None:
    """Words on one line, around a point."""
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    canvas.drawCentredString(x, y, words)


def head(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A heading above what it is about, around a point."""
    centred(canvas, x, y, words, "Narrow", 21, ORANGE)


def band(canvas: Canvas, height: float) -> None:
    """A green band along the upper edge."""
    canvas.setFillColor(GREEN)
    canvas.rect(0, HEIGHT - height, WIDTH, height, stroke=0, fill=1)


def foot(canvas: Canvas, page: int) -> None:
    """The running foot."""
    words = f"Secretariaat Convenant Duurzame Kleding en Textiel  ·  pagina {page} van 2"
    centred(canvas, WIDTH / 2, 24, words, size=8, colour=GREY)


def circle(canvas: Canvas, x: float, y: float, colour: Color) -> None:
    """A filled circle behind a number and its label."""
    canvas.setFillColor(colour)
    canvas.circle(x, y, 69, stroke=0, fill=1)


def hexagon(canvas: Canvas, x: float, y: float, colour: Color) -> None:
    """A filled hexagon that stands on a point, behind a number and its label."""
    path = canvas.beginPath()
    for corner in range(6):
        angle = math.radians(60 * corner + 30)
        draw = path.lineTo if corner else path.moveTo
        draw(x + 78 * math.cos(angle), y + 78 * math.sin(angle))
    path.close()
    canvas.setFillColor(colour)
    canvas.drawPath(path, stroke=0, fill=1)


def number(  # noqa: PLR0917 - a drawing is its numbers
    canvas: Canvas,
    x: float,
    y: float,
    digits: str,
    label: Iterable[str],
    colour: Color,
    *,
    before: str = "",
    unit: str = "",
) -> None:
    """A number with its label below it, a word above it and a smaller unit on its line."""
    if before:
        centred(canvas, x, y + 43, before, colour=colour)
    if unit:
        width = pdfmetrics.stringWidth(digits, "Narrow", 40)
        left = x - (width + pdfmetrics.stringWidth(unit, "Narrow", 22) + 3) / 2
        canvas.setFillColor(colour)
        canvas.setFont("Narrow", 40)
        canvas.drawString(left, y + 9, digits)
        canvas.setFont("Narrow", 22)
        canvas.drawString(left + width + 3, y + 9, unit)
    else:
        centred(canvas, x, y + 9, digits, "Narrow", 40, colour)
    for line, words in enumerate(label):
        centred(canvas, x, y - 8 - 12.5 * line, words, size=9.8, colour=colour)


def participants(canvas: Canvas) -> None:
    """Five circles, green and pale in turn."""
    head(canvas, WIDTH / 2, 465, "Deelname en toezicht")
    numbers = (
        ("67", ("bedrijven", "verbonden aan", "de afspraken")),
        ("92", ("merknamen in", "de winkelrekken")),
        ("57", ("beoordelingen", "uitgevoerd in het", "derde jaar")),
        ("2", ("uitspraken van", "de geschillen-", "commissie")),
        ("0", ("klachten van", "werknemers")),
    )
    for step, (digits, label) in enumerate(numbers):
        x = MARGIN + COLUMN * (step + 0.5)
        circle(canvas, x, 375, PALE if step % 2 else GREEN)
        number(canvas, x, 375, digits, label, INK if step % 2 else white)


def knowledge(canvas: Canvas) -> None:
    """Five hexagons, pale and green in turn, some with a unit or a word above the number."""
    head(canvas, WIDTH / 2, 262, "Kennis en contact")
    numbers = (
        ("", "29", "", ("workshops over", "inkooppraktijk")),
        ("ruim", "640", "", ("aanwezigen bij", "die workshops", "samen")),
        ("", "12", "", ("ondertekenaars", "van de Pledge")),
        ("ongeveer", "45", "%", ("van de Neder-", "landse omzet in", "textiel")),
        ("", "5", "jaar", ("looptijd van de", "eerste afspraak")),
    )
    for step, (before, digits, unit, label) in enumerate(numbers):
        x = MARGIN + COLUMN * (step + 0.5)
        hexagon(canvas, x, 155, GREEN if step % 2 else PALE)
        ink = white if step % 2 else INK
        number(canvas, x, 155, digits, label, ink, before=before, unit=unit)


def first_page(canvas: Canvas) -> None:
    """A band with the title, a row of circles and a row of hexagons."""
    band(canvas, 92)
    centred(canvas, WIDTH / 2, HEIGHT - 50, "Het convenant in cijfers", "Narrow", 36, white)
    words = "Drie jaar samenwerken aan eerlijke kleding: stand eind 2019"
    centred(canvas, WIDTH / 2, HEIGHT - 74, words, size=13, colour=PALE)
    participants(canvas)
    knowledge(canvas)
    foot(canvas, 1)


def countries(canvas: Canvas) -> None:
    """Columns with their share above and their country below, the first in another colour."""
    left, width = MARGIN, 2.45 * COLUMN
    head(canvas, left + width / 2, 530, "Waar onze kleding vandaan komt")
    centred(canvas, left + width / 2, 511, "Aandeel van de gemelde fabrieken per land")
    shares = (("China", 34), ("Turkije", 17), ("India", 16), ("Bangladesh", 11), ("Portugal", 6))
    for step, (name, share) in enumerate(shares):
        x, height = left + width / 5 * (step + 0.5), share * 4.4
        canvas.setFillColor(GREEN if step else ORANGE)
        canvas.rect(x - 24, BASE, 48, height, stroke=0, fill=1)
        centred(canvas, x, BASE + height + 6, f"{share}%", "Narrow", 17)
        centred(canvas, x, BASE - 15, name)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.line(left, BASE, left + width, BASE)


def sites(canvas: Canvas) -> None:
    """A line through four years, with a dot and a number at each."""
    left, width = MARGIN + 2.75 * COLUMN, 2.25 * COLUMN
    head(canvas, left + width / 2, 530, "Steeds meer in het zicht")
    centred(canvas, left + width / 2, 511, "Gepubliceerde productieplaatsen")
    years = ((2016, 2802), (2017, 4268), (2018, 6289), (2019, 5989))
    points = [
        (left + width * (step + 0.5) / 4, BASE + count * 0.0225)
        for step, (_, count) in enumerate(years)
    ]
    canvas.line(left, BASE, left + width, BASE)
    canvas.setStrokeColor(ORANGE)
    canvas.setLineWidth(2.5)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)
    canvas.drawPath(path, stroke=1, fill=0)
    for (x, y), (year, count) in zip(points, years, strict=True):
        canvas.setFillColor(ORANGE)
        canvas.circle(x, y, 5, stroke=0, fill=1)
        centred(canvas, x, y + 11, f"{count:,}".replace(",", "."), "Narrow", 16)
        centred(canvas, x, BASE - 15, str(year))


def judgements(canvas: Canvas) -> None:
    """Three circles in the middle with a percentage each."""
    head(canvas, WIDTH / 2, 255, "Uitslag van de beoordeling")
    shares = (
        ("63", ("haalt de", "volle score"), GREEN, white),
        ("19", ("is goed op", "weg"), PALE, INK),
        ("18", ("loopt achter", "op schema"), ORANGE, white),
    )
    for step, (digits, label, colour, ink) in enumerate(shares):
        x = MARGIN + COLUMN * (step + 1.5)
        circle(canvas, x, 155, colour)
        number(canvas, x, 155, digits, label, ink, unit="%")


def second_page(canvas: Canvas) -> None:
    """Columns beside a line above, a row of circles below."""
    band(canvas, 14)
    countries(canvas)
    sites(canvas)
    judgements(canvas)
    foot(canvas, 2)


def build(target: Path) -> None:
    """Draw both pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    canvas = Canvas(str(target), pagesize=(WIDTH, HEIGHT))
    canvas.setTitle("Convenant in cijfers 2019")
    for draw in (first_page, second_page):
        draw(canvas)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-z2.reportlab.pdf"))
