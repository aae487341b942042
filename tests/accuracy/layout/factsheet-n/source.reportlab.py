"""Two upright pages in two columns: cards, a pie with a legend, rings, bars, then and now."""

from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/liberation")
W, H = A4
NAVY, AMBER, SEA = HexColor("#14284b"), HexColor("#f2a71b"), HexColor("#2f8f83")
PALE, INK, GREY = HexColor("#e9eff5"), HexColor("#26303d"), HexColor("#7d8ba1")
BOLD = "Helvetica-Bold"

pdfmetrics.registerFont(TTFont("N", FONTS / "LiberationSansNarrow-Regular.ttf"))
pdfmetrics.registerFont(TTFont("NB", FONTS / "LiberationSansNarrow-Bold.ttf"))
PAPER = BytesIO()
c = Canvas(PAPER, pagesize=A4)
c.setTitle("Facts and figures 2018")


def text(
    x: float,
    y: float,
    words: str,
    font: str = "N",
    size: float = 10.5,
    *,
    colour: Color = INK,
    align: str = "l",
    lead: float = 0.0,
) -> None:
    """Lines below each other."""
    c.setFillColor(colour)
    c.setFont(font, size)
    draw = {"l": c.drawString, "r": c.drawRightString, "c": c.drawCentredString}[align]
    for i, line in enumerate(words.split("\n")):
        draw(x, y - i * (lead or size * 1.25), line)


def head(x: float, y: float, words: str) -> None:
    """A heading with a small block before it."""
    c.setFillColor(AMBER)
    c.rect(x, y - 1.2 * mm, 3 * mm, 6.4 * mm, stroke=0, fill=1)
    text(x + 5 * mm, y, words, "NB", 16, colour=NAVY)


def big(
    x: float,
    y: float,
    number: str,
    unit: str = "",
    size: float = 40,
    *,
    colour: Color = SEA,
    align: str = "l",
    unit_size: float = 0.0,
) -> None:
    """A number in large type with its unit."""
    unit_size = unit_size or size * 0.5
    width = pdfmetrics.stringWidth(number, BOLD, size)
    if align == "c":
        x -= (width + pdfmetrics.stringWidth(unit, BOLD, unit_size)) / 2
    text(x, y, number, BOLD, size, colour=colour)
    if unit:
        text(x + width + 1, y, unit, BOLD, unit_size, colour=colour)


def foot(page: int) -> None:
    """The running foot."""
    c.setStrokeColor(NAVY)
    c.setLineWidth(0.6)
    c.line(18 * mm, 14 * mm, W - 18 * mm, 14 * mm)
    text(18 * mm, 9.5 * mm, "Agreement on Sustainable Garments and Textile", size=8.5)
    text(W - 18 * mm, 9.5 * mm, f"page {page} of 2", size=8.5, align="r")


def block(x: float, y: float, width: float, height: float, colour: Color) -> None:
    """A filled rectangle."""
    c.setFillColor(colour)
    c.rect(x, y, width, height, stroke=0, fill=1)


def opening() -> None:
    """The first page: cards, a pie, rings."""
    block(0, H - 44 * mm, W, 44 * mm, NAVY)
    block(0, H - 46 * mm, W, 2 * mm, AMBER)
    text(18 * mm, H - 20 * mm, "The second year at a glance", "NB", 30, colour=white)
    text(18 * mm, H - 31 * mm, "Facts and figures 2018", "N", 16, colour=HexColor("#cfd9ea"))
    for i in range(4):
        block(W - 42 * mm + i * 6 * mm, H - 34 * mm, 3.4 * mm, 22 * mm, AMBER)
    for i in range(3):
        block(W - 45 * mm, H - 31 * mm + i * 7 * mm, 28 * mm, 3 * mm, white)
    head(18 * mm, H - 62 * mm, "Who takes part")
    cards = [
        ("69", "", "companies bound by\nthe agreement"),
        ("92", "", "brands sold under\ntheir flag"),
        ("48", "%", "of turnover in the\nDutch clothing market"),
    ]
    for i, (number, unit, label) in enumerate(cards):
        x = 18 * mm + i * 59 * mm
        c.setFillColor(PALE)
        c.roundRect(x, H - 102 * mm, 56 * mm, 33 * mm, 2 * mm, stroke=0, fill=1)
        big(x + 28 * mm, H - 84 * mm, number, unit, 42, colour=NAVY, align="c")
        text(x + 28 * mm, H - 91.5 * mm, label, size=12, align="c")
    text(
        18 * mm,
        H - 112 * mm,
        "Half of the market was the goal for this year, and the partners came within a whisker of "
        "it. New members\nare mainly web shops and makers of workwear. Each of them promises to "
        "know its suppliers, to look into nine\nthemes of risk, and to do something about what it "
        "finds.",
        size=11.5,
        lead=15,
    )
    head(18 * mm, H - 141 * mm, "Plans of action weighed")
    x, y, radius, angle = 48 * mm, H - 176 * mm, 25 * mm, 90.0
    for share, colour in ((78, SEA), (14, AMBER), (8, NAVY)):
        c.setFillColor(colour)
        c.setStrokeColor(white)
        c.setLineWidth(1.5)
        turn = -share * 3.6
        c.wedge(x - radius, y - radius, x + radius, y + radius, angle, turn, stroke=1, fill=1)
        angle += turn
    text(x, y - radius - 7 * mm, "Verdict on the year plans", "N", 10, align="c")
    verdicts = [
        ("78%", "well on the way", SEA),
        ("14%", "lagging behind", AMBER),
        ("8%", "complying in full", NAVY),
    ]
    for i, (number, label, colour) in enumerate(verdicts):
        y = H - 164 * mm - i * 11 * mm
        c.setFillColor(colour)
        c.circle(84 * mm, y + 1.6 * mm, 2.4 * mm, stroke=0, fill=1)
        text(90 * mm, y, number, "NB", 17, colour=NAVY)
        text(105 * mm, y, label, size=12.5)
    c.setStrokeColor(NAVY)
    c.setLineWidth(1.2)
    c.roundRect(148 * mm, H - 197 * mm, 44 * mm, 42 * mm, 2 * mm, stroke=1, fill=0)
    big(170 * mm, H - 174 * mm, "64", "", 44, colour=AMBER, align="c")
    text(170 * mm, H - 183 * mm, "year plans read by\nthe secretariat", size=12, align="c")
    head(18 * mm, H - 222 * mm, "Working conditions")
    rings = [
        ("37", "members that raised wages\nwith one factory or more"),
        ("11", "reports of child labour\nfollowed up on the spot"),
    ]
    for i, (number, label) in enumerate(rings):
        x = 18 * mm + i * 90 * mm
        c.setFillColor(NAVY)
        c.circle(x + 13 * mm, H - 243 * mm, 13 * mm, stroke=0, fill=1)
        text(x + 13 * mm, H - 246.6 * mm, number, BOLD, 28, colour=white, align="c")
        text(x + 31 * mm, H - 241.5 * mm, label, size=12.5, lead=16)
    text(
        18 * mm,
        H - 266 * mm,
        "Talks about pay are slow work: a brand often buys no more than a small part of what a "
        "factory makes.",
        size=11.5,
    )
    foot(1)
    c.showPage()


def suppliers(left: float, right: float) -> None:
    """Numbers beside their labels, and bars of countries."""
    head(left, H - 26 * mm, "Suppliers in the open")
    big(left, H - 45 * mm, "4,268", "", 46)
    words = "addresses on the public supplier list\nat the time of its second edition"
    text(left, H - 52 * mm, words, size=12.5, lead=16)
    big(left, H - 78 * mm, "33", "", 40)
    words = "countries where a listed\nworkshop can be found"
    text(left + 22 * mm, H - 71 * mm, words, size=12.5, lead=16)
    text(
        left,
        H - 97 * mm,
        "The list names the last steps of sewing, but\nalso more and more dye houses, laundries\n"
        "and spinning mills. Unions in Bangladesh\nand India look up which brand to call.",
        size=11.5,
        lead=15,
    )
    head(right, H - 26 * mm, "Where the clothes are made")
    text(right, H - 34 * mm, "Addresses in the five largest countries", size=10)
    bars = [("China", 1180), ("Turkey", 594), ("India", 547), ("Bangladesh", 386)]
    for i, (name, value) in enumerate([*bars, ("Portugal", 243)]):
        y = H - 47 * mm - i * 11 * mm
        text(right + 22 * mm, y, name, size=11.5, align="r")
        width = value / 1180 * 40 * mm
        block(right + 24 * mm, y - 1.5 * mm, width, 6 * mm, SEA if i else NAVY)
        text(right + 26 * mm + width, y, f"{value:,}", "NB", 12, colour=NAVY)


def materials(left: float, right: float) -> None:
    """Then and now with an arrow, and two shares."""
    block(0, H - 199 * mm, W, 66 * mm, PALE)
    head(left, H - 144 * mm, "Raw materials")
    words = "Share of more sustainable material"
    text(left, H - 153 * mm, words, "NB", 11.5, colour=NAVY)
    big(left, H - 173 * mm, "16", "%", 44, colour=GREY)
    text(left, H - 181 * mm, "in 2017", "NB", 13, colour=GREY)
    c.setStrokeColor(AMBER)
    c.setLineWidth(3)
    c.line(left + 38 * mm, H - 167 * mm, left + 48 * mm, H - 167 * mm)
    c.setFillColor(AMBER)
    arrow = c.beginPath()
    arrow.moveTo(left + 53 * mm, H - 167 * mm)
    arrow.lineTo(left + 47 * mm, H - 164 * mm)
    arrow.lineTo(left + 47 * mm, H - 170 * mm)
    arrow.close()
    c.drawPath(arrow, stroke=0, fill=1)
    big(left + 57 * mm, H - 173 * mm, "28", "%", 44, colour=SEA)
    text(left + 57 * mm, H - 181 * mm, "in 2018", "NB", 13, colour=SEA)
    text(right + 10 * mm, H - 153 * mm, "Two fibres in close-up", "NB", 11.5, colour=NAVY)
    big(right + 10 * mm, H - 171 * mm, "42", "%", 32)
    text(right + 38 * mm, H - 166 * mm, "cotton from a\nrecognised scheme", size=12, lead=15)
    big(right + 10 * mm, H - 189 * mm, "4", "%", 32)
    words = "wool and leather with\nan animal welfare label"
    text(right + 38 * mm, H - 184 * mm, words, size=12, lead=15)


def training(left: float, right: float) -> None:
    """A number with a bound, and one with a unit."""
    head(left, H - 216 * mm, "Training and support")
    text(left, H - 229 * mm, "about", size=12)
    big(left + 13 * mm, H - 231 * mm, "250", "", 38, colour=AMBER)
    words = "people at workshops on\npurchasing and living wage"
    text(left, H - 239 * mm, words, size=12.5, lead=16)
    big(right, H - 231 * mm, "2.5", " days", 38, colour=AMBER, unit_size=17)
    words = "of advice on average for\na newly joined member"
    text(right, H - 239 * mm, words, size=12.5, lead=16)
    text(
        left,
        H - 261 * mm,
        "Everything on these two pages was handed in by the members and checked by the "
        "secretariat in The Hague.",
        size=11,
    )
    foot(2)
    c.showPage()


def build(target: Path) -> None:
    """Draw both pages."""
    opening()
    suppliers(18 * mm, 110 * mm)
    materials(18 * mm, 110 * mm)
    training(18 * mm, 110 * mm)
    c.save()
    target.write_bytes(PAPER.getvalue())


if __name__ == "__main__":
    build(Path(__file__).with_name("factsheet-n.reportlab.pdf"))
