"""Annex with a sideways page, a long ruled table without a repeated head and a caption below."""

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
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
    ListFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

__all__ = ["build"]

FONTS = Path("/usr/share/fonts/truetype")
TEAL, PALE, DARK = (
    colors.HexColor("#00695c"),
    colors.HexColor("#e0f2f1"),
    colors.HexColor("#263238"),
)

COUNTRIES = """Albanië|2|1|0
Bangladesh|88|31|64
België|1|–|0
Bosnië en Herzegovina|2|–|1
Brazilië|1|–|1
Bulgarije|17|4|9
Cambodja|21|6|15
China|160|42|101
Duitsland|3|–|0
Egypte|6|2|5
El Salvador|1|–|2
Ethiopië|3|1|4
Filipijnen|4|–|2
Frankrijk|2|–|0
Georgië|1|1|1
Griekenland|4|–|1
Guatemala|1|–|–
Hongarije|2|–|1
India|142|55|120
Indonesië|19|7|12
Italië|23|3|8
Jordanië|2|2|3
Kenia|1|–|1
Kroatië|1|–|0
Laos|1|–|1
Litouwen|6|1|1
Madagaskar|2|–|2
Maleisië|3|2|4
Marokko|14|3|9
Mauritius|3|1|1
Mexico|2|–|2
Moldavië|3|1|1
Nepal|4|–|3
Nederland|9|–|2
Noord-Macedonië|4|–|2
Oekraïne|5|1|2
Pakistan|33|14|38
Peru|2|–|1
Polen|8|1|2
Portugal|36|4|11
Roemenië|15|3|7
Servië|2|–|1
Slowakije|1|–|0
Spanje|4|–|0
Sri Lanka|18|5|10
Taiwan|2|–|1
Thailand|6|2|4
Tsjechië|1|–|0
Tunesië|11|2|6
Turkije|97|40|83
Verenigd Koninkrijk|3|1|2
Vietnam|44|12|25"""

HELP = """Leefbaar loon|33|Vooral over de vraag hoe een merk zeker weet dat een hogere prijs bij de naaister terechtkomt|mrt 2021
Sluiting van fabrieken|12|Bedrijven wilden weten wat zij verschuldigd zijn als een fabriek door de lege orderboeken failliet gaat|mei 2021
Dwangarbeid in de katoenketen|29|Met een lijst van spinnerijen en een voorbeeldbrief voor leveranciers|feb 2021
Samenwerking met andere merken|8||
Openbaar rapporteren|41|Er kwam een handleiding met goede en minder goede voorbeelden|sep 2021"""  # noqa: E501 - a row is a line

MONTHS = """Werkbezoeken|–|–|–|–|1|1|–|–|2|2|1|–|7
Webinars|2|1|3|2|2|1|–|–|2|3|2|1|19
Gesprekken met bedrijven|41|38|52|30|27|44|12|9|35|48|40|16|392
Gesprekken met vakbonden|3|5|4|2|6|3|1||4|5|2|2|37
Overleg met andere landen|1|1|2|1||2|–|–|1|1|1|1|11"""

MONEY = """Organisatie||||
Secretariaat|610|598|640|655
Huur en kantoor|44|44|45|31
Vertalingen|30|22|30|27
Samen organisatie|684|664|715|713
Werk in productielanden||||
Trainingen|180|95|210|164
Fonds voor fabrieken in nood|–|120|150|150
Onderzoek|75|71|60|58
Samen productielanden|255|286|420|372
Totaal|939|950|1.135|1.085"""


def rows_of(text: str) -> list[list[str]]:
    """The cells of a table written line by line."""
    return [line.split("|") for line in text.splitlines()]


class Leader(Flowable):
    """A line of the contents: name, dots, page."""

    def __init__(self, name: str, page: int) -> None:
        """Keep the words."""
        super().__init__()
        self.name, self.page = name, str(page)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = width
        return width, 6 * mm

    def draw(self) -> None:
        """Draw the three pieces."""
        self.canv.setFont("Text", 9.5)
        self.canv.drawString(0, 0, self.name)
        start = self.canv.stringWidth(self.name, "Text", 9.5) + 2 * mm
        x = self.width - 8 * mm
        while x > start:
            self.canv.drawString(x, 0, ".")
            x -= 2 * mm
        self.canv.drawRightString(self.width, 0, self.page)


def build(target: Path) -> None:
    """Lay out all pages."""
    for name, file in (("Text", "lato/Lato-Regular.ttf"), ("Bold", "lato/Lato-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    pdfmetrics.registerFontFamily(
        "Text", normal="Text", bold="Bold", italic="Text", boldItalic="Bold"
    )
    text = ParagraphStyle(
        "text", fontName="Text", fontSize=9.5, leading=13.5, spaceAfter=2.5 * mm, textColor=DARK
    )
    cell = ParagraphStyle("cell", parent=text, fontSize=8.5, leading=11, spaceAfter=0)
    middle = ParagraphStyle("middle", parent=cell, alignment=TA_CENTER)
    right = ParagraphStyle("right", parent=cell, alignment=TA_RIGHT)
    white = ParagraphStyle("white", parent=cell, textColor=colors.white, fontName="Bold")
    head = ParagraphStyle(
        "head",
        parent=text,
        fontName="Bold",
        fontSize=15,
        leading=19,
        textColor=TEAL,
        spaceBefore=5 * mm,
    )
    title = ParagraphStyle("title", parent=head, fontSize=26, leading=31, spaceAfter=8 * mm)
    caption = ParagraphStyle(
        "caption",
        parent=text,
        fontName="Bold",
        fontSize=9,
        leading=12,
        spaceBefore=2 * mm,
        spaceAfter=1.5 * mm,
    )
    note = ParagraphStyle("note", parent=text, fontSize=7.5, leading=10)

    def footer(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Text", 7.5)
        canvas.setFillColor(TEAL)
        canvas.drawString(20 * mm, 10 * mm, f"Bijlage bij het slotverslag 2021 – {document.page}")

    width, height = A4
    tall = Frame(
        22 * mm,
        18 * mm,
        width - 42 * mm,
        height - 38 * mm,
        id="tall",
        leftPadding=0,
        rightPadding=0,
    )
    column = (width - 50 * mm) / 2
    upper = Frame(
        22 * mm,
        150 * mm,
        width - 42 * mm,
        height - 170 * mm,
        id="upper",
        leftPadding=0,
        rightPadding=0,
    )
    one = Frame(22 * mm, 18 * mm, column, 130 * mm, id="one", leftPadding=0, rightPadding=0)
    two = Frame(
        30 * mm + column, 18 * mm, column, 130 * mm, id="two", leftPadding=0, rightPadding=0
    )
    broad = Frame(
        20 * mm,
        18 * mm,
        height - 40 * mm,
        width - 38 * mm,
        id="broad",
        leftPadding=0,
        rightPadding=0,
    )
    document = BaseDocTemplate(
        str(target),
        pagesize=A4,
        title="Bijlage 2021",
        pageTemplates=[
            PageTemplate("first", [upper, one, two], onPage=footer),
            PageTemplate("plain", [tall], onPage=footer),
            PageTemplate("sideways", [broad], pagesize=landscape(A4), onPage=footer),
        ],
    )

    helped = Table(
        [[Paragraph(t, white) for t in ("Onderwerp", "Bedrijven", "Toelichting", "Handreiking")]]
        + [
            [Paragraph(a, cell), Paragraph(b, middle), Paragraph(c, cell), Paragraph(d, middle)]
            for a, b, c, d in rows_of(HELP)
        ],
        colWidths=[42 * mm, 20 * mm, 80 * mm, 26 * mm],
    )
    helped.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), TEAL),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, PALE]),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    visited = Table(
        [
            ["Land", "Aangekondigd", "Onaangekondigd", "Bevindingen"],
            *rows_of(COUNTRIES),
            ["Alle landen", "846", "248", "572"],
        ],
        colWidths=[58 * mm, 36 * mm, 36 * mm, 36 * mm],
    )
    visited.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Text", 8.5),
                ("FONT", (0, 0), (-1, 0), "Bold", 8.5),
                ("FONT", (0, -1), (-1, -1), "Bold", 8.5),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("GRID", (0, 0), (-1, -1), 0.4, DARK),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    names = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    monthly = Table(
        [["Wat", *names, "Jaar"], *rows_of(MONTHS)],
        colWidths=[52 * mm] + [14.5 * mm] * 12 + [18 * mm],
    )
    monthly.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Text", 9),
                ("FONT", (0, 0), (-1, 0), "Bold", 9),
                ("ALIGN", (1, 0), (-1, -1), "CENTER"),
                ("LINEABOVE", (0, 0), (-1, 0), 1, TEAL),
                ("LINEBELOW", (0, 0), (-1, 0), 1, TEAL),
                ("LINEBELOW", (0, -1), (-1, -1), 1, TEAL),
                ("BACKGROUND", (-1, 1), (-1, -1), PALE),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    spent = [
        ["Post", "2020", "", "2021", ""],
        ["", "begroot", "besteed", "begroot", "besteed"],
        *rows_of(MONEY),
    ]
    budget = Table(
        [
            [
                Paragraph(c, cell if not k else right if i else middle) if c else ""
                for k, c in enumerate(r)
            ]
            for i, r in enumerate(spent)
        ],
        colWidths=[62 * mm] + [26 * mm] * 4,
    )
    groups = [i for i, row in enumerate(spent) if i > 1 and row[1] == ""]
    sums = [i for i, row in enumerate(spent) if row[0].startswith(("Samen", "Totaal"))]
    style: list[tuple[Any, ...]] = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (4, 0)),
        ("VALIGN", (0, 0), (0, 1), "BOTTOM"),
        ("LINEBELOW", (0, 1), (-1, 1), 0.8, DARK),
        ("LINEBELOW", (1, 0), (2, 0), 0.4, DARK),
        ("LINEBELOW", (3, 0), (4, 0), 0.4, DARK),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    style += [("BACKGROUND", (0, i), (-1, i), PALE) for i in groups] + [
        ("SPAN", (0, i), (-1, i)) for i in groups
    ]
    style += [("LINEABOVE", (0, i), (-1, i), 0.4, DARK) for i in sums]
    budget.setStyle(TableStyle(style))

    document.build(
        [
            Paragraph("Bijlage bij het slotverslag 2021", title),
            *(
                Paragraph(line, text)
                for line in (
                    "<b>Periode</b>  januari tot en met december 2021",
                    "<b>Stand</b>  per einde verslagjaar (31 december 2021)",
                    "<b>Uitgave</b>  april 2022, eerste druk",
                    "<b>Nummer</b>  2022-07",
                )
            ),
            Spacer(1, 4 * mm),
            *(
                Leader(name, page)
                for name, page in (
                    ("1. Vragen van bedrijven", 2),
                    ("2. Bezoeken aan fabrieken", 3),
                    ("3. Het jaar per maand", 5),
                    ("4. Geld", 6),
                )
            ),
            FrameBreak(),
            Paragraph("Vijf jaar samenwerken", head),
            Paragraph(
                "Dit is de laatste bijlage. Het convenant is afgelopen en de partijen werken aan "
                "een opvolger, waarin ook andere landen een plaats kunnen krijgen. Tot die er is,"
                " blijven de lijsten met locaties openbaar.",
                text,
            ),
            Paragraph(
                "Wie de cijfers van verschillende jaren naast elkaar legt, moet bedenken dat de "
                "groep deelnemers veranderde. Bedrijven gingen samen, stopten of kwamen erbij.",
                text,
            ),
            FrameBreak(),
            Paragraph("Wat niet in de tabellen staat", head),
            Paragraph(
                "Veel van het werk laat zich niet tellen. Een gesprek tussen een inkoper en de "
                "voorvrouw van een naaiatelier kan meer opleveren dan een stapel verslagen van "
                "controles.",
                text,
            ),
            Paragraph(
                "Ook ontbreekt wat bedrijven buiten het convenant om deden. Sommige zijn lid van "
                "een internationaal verbond van merken en vakbonden en leggen daar hun eigen "
                "verantwoording af.",
                text,
            ),
            NextPageTemplate("plain"),
            PageBreak(),
            Paragraph("1. Vragen van bedrijven", head),
            Paragraph(
                "Bedrijven kunnen het hele jaar bij het secretariaat terecht. De vragen die het "
                "vaakst terugkwamen, leidden tot een handreiking voor iedereen.",
                text,
            ),
            Paragraph("Tabel 1 – Waar bedrijven hulp bij vroegen", caption),
            helped,
            Spacer(1, 4 * mm),
            Paragraph("Een handreiking bestaat uit drie delen:", text),
            ListFlowable(
                [
                    Paragraph(t, text)
                    for t in (
                        "een uitleg van het onderwerp voor wie er nieuw in is;",
                        "een stappenplan met voorbeelden uit de praktijk;",
                        "een lijst van organisaties die kunnen helpen.",
                    )
                ],
                bulletType="1",
            ),
            PageBreak(),
            Paragraph("2. Bezoeken aan fabrieken", head),
            Paragraph(
                "Bezoeken door bedrijven zelf en door bureaus die zij inhuren, bij elkaar geteld.",
                text,
            ),
            Paragraph("Tabel 2 – Bezoeken aan fabrieken en bevindingen, naar land", caption),
            visited,
            Paragraph(
                "Een bevinding is een afwijking van de wet of van de afspraken. Ernstige en "
                "lichte bevindingen tellen even zwaar.",
                note,
            ),
            NextPageTemplate("sideways"),
            PageBreak(),
            Paragraph("3. Het jaar per maand", head),
            monthly,
            Paragraph("Tabel 3 – Activiteiten van het secretariaat per maand", caption),
            Paragraph(
                "In de zomer lag het werk grotendeels stil. Over de gesprekken met vakbonden in "
                "augustus is niets bijgehouden.",
                text,
            ),
            NextPageTemplate("plain"),
            PageBreak(),
            Paragraph("4. Geld", head),
            Paragraph(
                "De bedrijven betaalden ongeveer de helft van de kosten, de overheid de rest. De "
                "bedragen zijn in duizenden euro's.",
                text,
            ),
            Paragraph("Tabel 4 – Begroting en besteding, in duizend euro", caption),
            budget,
            Spacer(1, 8 * mm),
            Paragraph("Vastgesteld door de stuurgroep te Den Haag", text),
            Paragraph(
                "Secretariaat convenant<br/>Voorbeeldplein 3<br/>2500 AJ Den Haag<br/>070 000 99 "
                "00",
                text,
            ),
        ]
    )
