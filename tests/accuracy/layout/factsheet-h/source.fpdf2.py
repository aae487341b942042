"""Tiles of several sizes and drawn charts; shapes first, then all numbers, then all labels."""

import math
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

__all__ = ["build"]

FONTS = Path("/usr/share/fonts/truetype")
INK, CREAM, RED, BLUE, GREEN, GREY = (
    (34, 34, 42),
    (247, 244, 236),
    (214, 64, 69),
    (31, 95, 139),
    (74, 140, 92),
    (205, 205, 198),
)
WHITE = (255, 255, 255)

Number = tuple[float, float, float, list[tuple[str, str, int]], tuple[int, int, int], str]


class Sheet(FPDF):
    """A page with shapes, numbers and labels."""

    def __init__(self) -> None:
        """Set the page, the fonts and the date."""
        super().__init__(format="A4", unit="mm")
        self.set_creation_date(datetime(2022, 1, 3, tzinfo=UTC))
        self.set_auto_page_break(False)
        self.set_margins(0, 0, 0)
        self.add_font("wide", fname=FONTS / "open-sans/OpenSans-ExtraBold.ttf")
        self.add_font("text", fname=FONTS / "open-sans/OpenSans-Regular.ttf")
        self.add_font("narrow", fname=FONTS / "open-sans/OpenSans-CondBold.ttf")

    def tile(self, x: float, y: float, w: float, h: float, paint: tuple[int, int, int]) -> None:
        """A filled rectangle."""
        self.set_fill_color(*paint)
        self.rect(x, y, w, h, style="F")

    def number(
        self,
        x: float,
        y: float,
        parts: list[tuple[str, str, int]],
        paint: tuple[int, int, int],
        align: str = "l",
    ) -> None:
        """Pieces of a number, each (text, font, size), on one base line."""
        widths = []
        for text, font, size in parts:
            self.set_font(font, size=size)
            widths.append(self.get_string_width(text))
        at = x - (sum(widths) if align == "r" else sum(widths) / 2 if align == "c" else 0)
        self.set_text_color(*paint)
        for (text, font, size), width in zip(parts, widths, strict=True):
            self.set_font(font, size=size)
            self.text(at, y, text)
            at += width

    def label(  # noqa: PLR0917 - where, what, then how
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        paint: tuple[int, int, int] = INK,
        size: float = 9,
        align: str = "L",
        font: str = "text",
    ) -> None:
        """A label that wraps."""
        self.set_font(font, size=size)
        self.set_text_color(*paint)
        self.set_xy(x, y)
        self.multi_cell(width, size * 0.45, text, align=align)

    def wedge(  # noqa: PLR0917 - the centre, the radii, the shares
        self,
        cx: float,
        cy: float,
        outer: float,
        inner: float,
        start: float,
        stop: float,
        paint: tuple[int, int, int],
    ) -> None:
        """A piece of a ring, between two shares of the circle."""
        steps = 36
        angles = [
            2 * math.pi * (start + (stop - start) * i / steps) - math.pi / 2
            for i in range(steps + 1)
        ]
        points = [(cx + outer * math.cos(a), cy + outer * math.sin(a)) for a in angles]
        points += [(cx + inner * math.cos(a), cy + inner * math.sin(a)) for a in reversed(angles)]
        self.set_fill_color(*paint)
        self.set_draw_color(*CREAM)
        self.polygon(points, style="DF")

    def shirt(self, x: float, y: float, paint: tuple[int, int, int]) -> None:
        """The outline of a shirt, 12 mm wide."""
        self.set_fill_color(*paint)
        corners = [
            (0, 3),
            (4, 0),
            (8, 0),
            (12, 3),
            (10.5, 6),
            (9, 5),
            (9, 13),
            (3, 13),
            (3, 5),
            (1.5, 6),
        ]
        self.polygon([(x + dx, y + dy) for dx, dy in corners], style="F")


def first(sheet: Sheet) -> None:
    """The tiles."""
    sheet.add_page()
    sheet.tile(0, 0, 210, 297, CREAM)
    sheet.tile(14, 44, 90, 90, BLUE)
    sheet.tile(108, 44, 43, 43, WHITE)
    sheet.tile(155, 44, 43, 43, RED)
    sheet.tile(108, 91, 90, 43, INK)
    sheet.tile(14, 138, 43, 43, GREEN)
    sheet.tile(61, 138, 43, 43, WHITE)
    sheet.tile(108, 138, 43, 43, WHITE)
    sheet.tile(155, 138, 43, 43, BLUE)
    sheet.tile(14, 185, 90, 43, WHITE)
    sheet.tile(108, 185, 90, 43, GREEN)
    sheet.tile(14, 232, 184, 28, INK)
    sheet.number(59, 96, [("63", "wide", 92), ("%", "text", 40)], WHITE, "c")
    sheet.number(112, 76, [("67", "wide", 38)], INK)
    sheet.number(159, 76, [("92", "wide", 38)], WHITE)
    sheet.number(194, 126, [("5.989", "wide", 46)], WHITE, "r")
    sheet.number(18, 160, [("12", "wide", 38)], WHITE)
    sheet.number(82.5, 165, [("2", "wide", 44)], RED, "c")
    sheet.number(129.5, 165, [("0", "wide", 44)], RED, "c")
    sheet.number(159, 160, [("40–45", "wide", 25), ("%", "text", 14)], WHITE)
    sheet.number(18, 221, [("bijna ", "text", 13), ("32.000", "wide", 38)], BLUE)
    sheet.number(
        112, 221, [("€ ", "text", 17), ("2,1", "wide", 38), (" miljoen", "text", 17)], WHITE
    )
    sheet.number(20, 251, [("9", "wide", 38), (" maanden", "text", 13)], WHITE)
    sheet.label(22, 106, "van de beoordeelde bedrijven heeft alles op orde", 74, WHITE, 13, "C")
    sheet.label(111, 49, "bedrijven doen mee", 38, INK, 10)
    sheet.label(158, 49, "merken doen mee via die bedrijven", 38, WHITE, 10)
    sheet.label(112, 96, "unieke productielocaties in het register", 60, WHITE, 11)
    sheet.label(17, 165, "ondertekenaars van de Transparency Pledge", 38, WHITE, 10)
    sheet.label(63, 143, "uitspraken van de commissie", 39, INK, 10, "C")
    sheet.label(110, 143, "formele klachten ontvangen", 39, INK, 10, "C")
    sheet.label(158, 165, "van de kledingmarkt in Nederland", 38, WHITE, 10)
    sheet.label(
        17,
        190,
        "locaties van merken uit de hele wereld in het Open Apparel Registry",
        80,
        INK,
        10.5,
    )
    sheet.label(111, 190, "voor projecten in productielanden", 80, WHITE, 10.5)
    sheet.label(
        82,
        241,
        "duurt het gemiddeld om een verbeterplan met een fabriek af te ronden",
        108,
        WHITE,
        11,
    )
    sheet.label(14, 14, "Resultaten 2019", 150, INK, 30, font="narrow")
    sheet.label(14, 29, "Derde jaar van het Convenant Duurzame Kleding en Textiel", 150, INK, 11)
    sheet.label(
        14,
        270,
        "Cijfers per 31 december 2019, tenzij anders vermeld. Zie hoofdstuk 5 voor de werkwijze.",
        150,
        INK,
        8,
    )
    sheet.label(160, 284, "deel 1 van 2", 38, INK, 8, "R")


def second(sheet: Sheet) -> None:
    """The charts."""
    sheet.add_page()
    columns = [
        (24, "2018", [(8, GREEN), (78, BLUE), (14, RED)]),
        (60, "2019", [(63, GREEN), (19, BLUE), (18, RED)]),
    ]
    for x, _, parts in columns:
        y = 110.0
        for share, paint in parts:
            y -= share * 0.75
            sheet.tile(x, y, 26, share * 0.75, paint)
    for i, paint in enumerate((RED, BLUE, GREEN)):
        sheet.tile(94, 52 + i * 9, 4, 4, paint)
    counts = [
        ("China", 1530, BLUE),
        ("India", 1135, GREEN),
        ("Turkije", 826, RED),
        ("Bangladesh", 555, INK),
        ("overige landen", 1943, GREY),
    ]
    start = 0.0
    for i, (_, count, paint) in enumerate(counts):
        sheet.wedge(50, 164, 27, 15, start, start + count / 5989, paint)
        start += count / 5989
        sheet.tile(92, 142 + i * 9, 3, 3, paint)
    for i in range(5):
        sheet.shirt(60 + i * 15, 206, RED if i < 4 else GREY)
    sheet.set_fill_color(*GREY)
    sheet.ellipse(20, 240, 24, 24, style="F")
    sheet.ellipse(112, 240, 24, 24, style="F")
    sheet.set_fill_color(*GREEN)
    sheet.ellipse(52, 232, 38, 38, style="F")
    sheet.ellipse(144, 232, 38, 38, style="F")
    for x, _, parts in columns:
        y = 110.0
        for share, _ in parts:
            y -= share * 0.75
            sheet.number(x + 13, y + share * 0.375 + 1.6, [(f"{share}%", "narrow", 13)], WHITE, "c")
    sheet.number(50, 165, [("5.989", "wide", 17)], INK, "c")
    for i, (_, count, _) in enumerate(counts):
        sheet.number(160, 145 + i * 9, [(f"{count:,}".replace(",", "."), "narrow", 13)], INK, "r")
    sheet.number(18, 217, [("4", "wide", 30), (" van de ", "text", 12), ("5", "wide", 30)], RED)
    sheet.number(32, 254, [("28%", "narrow", 15)], INK, "c")
    sheet.number(71, 255, [("38%", "wide", 26)], WHITE, "c")
    sheet.number(124, 254, [("4%", "narrow", 15)], INK, "c")
    sheet.number(163, 255, [("21%", "wide", 26)], WHITE, "c")
    sheet.label(14, 16, "De uitkomst van twee beoordelingen", 150, INK, 18, font="narrow")
    for x, year, _ in columns:
        sheet.label(x, 112, year, 26, INK, 10, "C")
    for i, name in enumerate(("loopt achterop", "komt in de buurt", "zit op niveau")):
        sheet.label(100, 51.6 + i * 9, name, 60, INK, 10)
    sheet.label(14, 124, "Waar de fabrieken staan", 150, INK, 18, font="narrow")
    sheet.label(37, 168, "locaties", 26, INK, 8, "C")
    for i, (name, _, _) in enumerate(counts):
        sheet.label(98, 141.4 + i * 9, name, 40, INK, 10)
    sheet.label(140, 207, "merken kennen al hun naaiateliers", 55, INK, 11)
    sheet.label(14, 224, "Duurzamer deel van alle grondstoffen", 84, INK, 11)
    sheet.label(106, 224, "Diervriendelijker deel van dierlijk materiaal", 90, INK, 11)
    sheet.label(20, 265, "2018", 24, INK, 9, "C")
    sheet.label(52, 271, "2019", 38, INK, 9, "C")
    sheet.label(112, 265, "2018", 24, INK, 9, "C")
    sheet.label(144, 271, "2019", 38, INK, 9, "C")
    sheet.label(14, 284, "Secretariaat, Postbus 600, 2500 AG Den Haag, 070 000 66 77", 120, INK, 8)
    sheet.label(160, 284, "deel 2 van 2", 38, INK, 8, "R")


def build(target: Path) -> None:
    """Draw both pages."""
    sheet = Sheet()
    sheet.set_title("Resultaten 2019")
    first(sheet)
    second(sheet)
    sheet.output(str(target))
