"""Annex on broad pages: two columns, then a table with years above its heads and a long one.

The long table has rows that name a group, references to notes and a head that comes back on the
next page; the last page has a table without lines and one with all of them.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

Cell = str | Paragraph
Command = tuple[Any, ...]

FONTS = {
    "Sans": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf",
    "SansBold": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
    "Serif": "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "SerifItalic": "/usr/share/fonts/truetype/liberation/LiberationSerif-Italic.ttf",
}
WIDTH, HEIGHT = landscape(A4)
BLUE, LIGHT, INK = HexColor("#1f4e8c"), HexColor("#e6eef7"), HexColor("#222222")
GREY, LINE = HexColor("#555555"), HexColor("#b9c6d6")

NORMS = """Norm van de OESO|2019|||2020||
|Op orde|Deels|Niet|Op orde|Deels|Niet
Beleid vastleggen|49|6|2|53|2|–
Risico’s in kaart brengen|41|11|5|50|4|1
Misstanden stoppen of verkleinen|36|14|7|46|6|3
Voortgang volgen|38|10|9|45|5|5
Naar buiten treden|34|9|14|47|3|5
Herstel bieden|29|16|12|44|7|4"""

COUNTRIES = """Ver van huis|||||
Bangladesh|455|38|17|510|8,1%
Cambodja|68|–|3|71|1,1%
China|1.604|221|125|1.950|31,1%
Filipijnen|9|–|–|9|0,1%
India<super>1</super>|811|132|77|1.020|16,3%
Indonesië|96|11|4|111|1,8%
Myanmar|83|–|–|83|1,3%
Pakistan|204|39|20|263|4,2%
Sri Lanka|49|2|1|52|0,8%
Thailand|22|5|2|29|0,5%
Vietnam|151|14|8|173|2,8%
Dichtbij|||||
Albanië|12|–|–|12|0,2%
België|7|3|1|11|0,2%
Bulgarije|74|1|–|75|1,2%
Duitsland|24|11|6|41|0,7%
Italië|236|71|33|340|5,4%
Nederland|52|5|3|60|1,0%
Noord-Macedonië|31|–|–|31|0,5%
Polen|50|2|1|53|0,8%
Portugal|226|41|23|290|4,6%
Roemenië|88|2|–|90|1,4%
Spanje|32|9|4|45|0,7%
Turkije<super>2</super>|571|112|77|760|12,1%
Noord-Afrika|||||
Egypte|14|3|1|18|0,3%
Marokko|79|4|2|85|1,4%
Tunesië|88|3|3|94|1,5%
Overige landen|–|–|–|–|–
Totaal|5.136|729|411|6.276|100%"""

SIGNALS = """Signaal|Binnengekomen|Afgerond|Loopt nog
Onveilig gebouw|6|4|2
Te laag loon of te late betaling|19|12|7
Ontslag van vakbondsleden|8|3|5
Overwerk|11|10|1
Kinderen aan het werk|3|3|–
Alle signalen|47|32|15"""

LABELS = [
    ["Keurmerk", "Materiaal", "2018", "2019", "Doel voor 2021"],
    ["GOTS", "Katoen en wol", "9%", "12%", "15%"],
    ["Better Cotton", "Katoen", "24%", "31%", "40%"],
    ["Gerecycled (GRS)", "Polyester, polyamide\nen katoen", "6%", "10%", "20%"],
    ["Responsible Down", "Dons en veren", "–", "71%", "90%"],
    ["FSC of PEFC", "Viscose en\nandere celvezels", "11%", "18%", "–"],
]


def rows_of(text: str) -> list[list[str]]:
    """The cells of a table written line by line."""
    return [line.split("|") for line in text.splitlines()]


def ruled(heads: int, extra: Iterable[Command] = ()) -> list[Command]:
    """The style of a table with thin lines between its rows and thick ones around them."""
    return [
        ("FONT", (0, 0), (-1, -1), "Sans", 9),
        ("LEADING", (0, 0), (-1, -1), 11),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("FONT", (0, 0), (-1, heads - 1), "SansBold", 9),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, BLUE),
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.8, BLUE),
        ("LINEBELOW", (0, heads), (-1, -2), 0.3, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 1.2, BLUE),
        *extra,
    ]


def table(
    rows: Sequence[list[str] | list[Cell]],
    style: Iterable[Command],
    widths: Sequence[float],
    heads: int = 0,
) -> Table:
    """A table at the left; its widths are in millimetres and its first heads come back."""
    return Table(
        rows,
        colWidths=[width * mm for width in widths],
        style=list(style),
        hAlign="LEFT",
        repeatRows=heads,
    )


def norms() -> Table:
    """Six norms in two years, the years above the heads of their columns."""
    style = ruled(
        2,
        [
            ("SPAN", (0, 0), (0, 1)),
            ("SPAN", (1, 0), (3, 0)),
            ("SPAN", (4, 0), (6, 0)),
            ("ALIGN", (1, 0), (6, 0), "CENTER"),
            ("LINEBELOW", (1, 0), (3, 0), 0.4, BLUE),
            ("LINEBELOW", (4, 0), (6, 0), 0.4, BLUE),
            ("BACKGROUND", (4, 0), (6, -1), LIGHT),
        ],
    )
    return table(rows_of(NORMS), style, (82, 27, 27, 27, 27, 27, 27))


def countries() -> Table:
    """Countries in groups, a few of them with a reference to a note, and their total."""
    cell = ParagraphStyle("cell", fontName="Sans", fontSize=9, leading=11, textColor=INK)
    rows: list[list[Cell]] = [
        [
            "Land",
            "Fabrieken",
            "Spinnerijen en\nweverijen",
            "Ververijen",
            "Samen",
            "Aandeel in het\ntotaal",
        ]
    ]
    for name, *values in rows_of(COUNTRIES):
        rows.append([Paragraph(name, cell) if "<super>" in name else name, *values])
    groups = [index for index, row in enumerate(rows) if row[1] == ""]
    style = ruled(
        1,
        [
            *(("BACKGROUND", (0, index), (-1, index), LIGHT) for index in groups),
            *(("FONT", (0, index), (0, index), "SansBold", 9) for index in groups),
            ("FONT", (0, -1), (-1, -1), "SansBold", 9),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ],
    )
    return table(rows, style, (60, 36, 42, 36, 36, 40), heads=1)


def signals() -> Table:
    """A table without lines, its total in bold."""
    style = [
        ("FONT", (0, 0), (-1, -1), "Sans", 9.5),
        ("FONT", (0, 0), (-1, 0), "SansBold", 9.5),
        ("TEXTCOLOR", (0, 0), (-1, 0), BLUE),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("FONT", (0, -1), (-1, -1), "SansBold", 9.5),
    ]
    return table(rows_of(SIGNALS), style, (80, 38, 34, 34))


def labels() -> Table:
    """A table with all lines, a dark head and cells of two lines."""
    style = ruled(
        1,
        [
            ("ALIGN", (1, 0), (1, -1), "LEFT"),
            ("GRID", (0, 0), (-1, -1), 0.4, BLUE),
            ("BACKGROUND", (0, 0), (-1, 0), BLUE),
            ("TEXTCOLOR", (0, 0), (-1, 0), white),
        ],
    )
    return table(LABELS, style, (58, 62, 30, 30, 44))


def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
    """The band along the top and the running foot."""
    canvas.setFillColor(BLUE)
    canvas.rect(0, HEIGHT - 7 * mm, WIDTH, 7 * mm, stroke=0, fill=1)
    canvas.setFont("Sans", 8)
    canvas.setFillColor(GREY)
    canvas.drawString(20 * mm, 9 * mm, "Bijlage feiten en cijfers 2020")
    canvas.drawRightString(WIDTH - 20 * mm, 9 * mm, f"pagina {document.page}")


def frame(left: float, width: float) -> Frame:
    """A frame without padding that is as high as the page allows."""
    return Frame(left, 14 * mm, width, HEIGHT - 28 * mm, 0, 0, 0, 0)


def styles() -> dict[str, ParagraphStyle]:
    """The styles of the running text."""
    text = ParagraphStyle(
        "text", fontName="Serif", fontSize=11.5, leading=15.5, spaceAfter=7, textColor=INK
    )
    caption = ParagraphStyle(
        "caption",
        fontName="SansBold",
        fontSize=10,
        leading=13,
        textColor=INK,
        spaceBefore=8,
        spaceAfter=4,
        keepWithNext=1,
    )
    every = (
        text,
        caption,
        ParagraphStyle(
            "title", fontName="SansBold", fontSize=26, leading=31, textColor=BLUE, spaceAfter=4
        ),
        ParagraphStyle("subtitle", parent=text, fontName="SerifItalic", fontSize=14, leading=20),
        ParagraphStyle(
            "head",
            fontName="SansBold",
            fontSize=15,
            leading=19,
            textColor=BLUE,
            spaceBefore=10,
            spaceAfter=6,
        ),
        ParagraphStyle("loose", parent=caption, keepWithNext=0),
        ParagraphStyle("note", fontName="Sans", fontSize=7.8, leading=10, textColor=GREY),
        ParagraphStyle("contents", fontName="Serif", fontSize=12, leading=20),
    )
    return {style.name: style for style in every}


def first_page(style: dict[str, ParagraphStyle]) -> list[Flowable]:
    """The title and what comes first at the left, contents and a reading guide at the right."""
    return [
        Paragraph("Feiten en cijfers 2020", style["title"]),
        Paragraph("Bijlage bij het jaarverslag", style["subtitle"]),
        Paragraph("Vooraf", style["head"]),
        *(
            Paragraph(words, style["text"])
            for words in (
                "Het verslagjaar stond in het teken van de pandemie. Winkels waren weken dicht en "
                "bestellingen gingen niet door. Toch leverden vrijwel alle leden hun opgave op "
                "tijd in.",
                "De gegevens over fabrieken gaan over de stand van december. Voor vezels en "
                "keurmerken geldt het inkoopjaar 2019, want dat is het laatste jaar waarvan de "
                "facturen compleet zijn.",
                "Het oordeel per norm is het werk van het secretariaat. Leden die in de loop van "
                "het jaar opzegden, tellen niet mee. Wie bezwaar had tegen een oordeel, kon dat "
                "binnen twee weken laten weten.",
                "Een streepje staat voor nul of onbekend. Aandelen zijn afgerond op hele of "
                "tiende procenten.",
            )
        ),
        FrameBreak(),
        Spacer(1, 55),
        Paragraph("In deze bijlage", style["head"]),
        *(
            Paragraph(f"{name}  .  .  .  .  {page}", style["contents"])
            for name, page in (
                ("Zes normen, twee jaren", 2),
                ("Schakels in de keten per land", 2),
                ("Signalen van misstanden", 4),
                ("Keurmerken", 4),
            )
        ),
        Paragraph("Leeswijzer", style["head"]),
        *(
            Paragraph(words, style["text"])
            for words in (
                "Onder een fabriek verstaan we een plek waar kleding in elkaar wordt gezet. "
                "Spinnerijen en weverijen maken garen en doek. In een ververij krijgt de stof "
                "kleur of een print. Een bedrijf dat alles onder één dak doet, is bij de "
                "fabrieken geteld.",
                "Signalen zijn meldingen van vakbonden, ngo’s of werknemers. Ze zijn iets anders "
                "dan formele klachten, waarover de onafhankelijke commissie beslist.",
            )
        ),
    ]


def tables(style: dict[str, ParagraphStyle]) -> list[Flowable]:
    """The tables with their heads, captions and notes."""
    return [
        Paragraph("Zes normen, twee jaren", style["head"]),
        Paragraph("Tabel 1 – Oordeel per norm, aantal bedrijven", style["caption"]),
        norms(),
        Spacer(1, 3),
        Paragraph("In 2019 zijn er meer bedrijven beoordeeld dan in 2020.", style["note"]),
        Paragraph("Schakels in de keten per land", style["head"]),
        Paragraph("Tabel 2 – Adressen per land en schakel", style["loose"]),
        countries(),
        Spacer(1, 3),
        Paragraph("<super>1</super> Tamil Nadu telt voor ruim een derde mee.", style["note"]),
        Paragraph("<super>2</super> Opgave van oktober.", style["note"]),
        PageBreak(),
        Paragraph("Signalen van misstanden", style["head"]),
        Paragraph(
            "Vakbonden en ngo’s brachten hun zorgen rechtstreeks bij de bedrijven onder de "
            "aandacht. Vaak leidde een gezamenlijk bezoek tot een oplossing.",
            style["text"],
        ),
        Paragraph("Tabel 3 – Afhandeling van signalen", style["caption"]),
        signals(),
        Paragraph("Keurmerken", style["head"]),
        Paragraph(
            "Tabel 4 – Gekeurd materiaal als deel van alle inkoop van dat materiaal",
            style["caption"],
        ),
        labels(),
        Spacer(1, 3),
        Paragraph("Bron: inkoopopgave van de leden", style["note"]),
    ]


def build(target: Path) -> None:
    """Lay out all pages."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))
    columns = [frame(20 * mm, 122 * mm), frame(155 * mm, 122 * mm)]
    broad = [frame(20 * mm, WIDTH - 40 * mm)]
    document = BaseDocTemplate(
        str(target),
        pagesize=(WIDTH, HEIGHT),
        pageTemplates=[
            PageTemplate("columns", columns, onPage=decorate),
            PageTemplate("broad", broad, onPage=decorate),
        ],
        title="Bijlage feiten en cijfers 2020",
    )
    style = styles()
    turn = [NextPageTemplate("broad"), PageBreak()]
    document.build([*first_page(style), *turn, *tables(style)])


if __name__ == "__main__":
    build(Path(__file__).with_name("annex-v3.reportlab.pdf"))
