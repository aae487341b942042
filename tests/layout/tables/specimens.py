"""Tables of many kinds with their truth, as a neutral description that two programs can set."""

from dataclasses import dataclass, field, replace

__all__ = ["BOLD", "SPECIMENS", "Cell", "Specimen", "rows_of"]


@dataclass(frozen=True)
class Cell:
    """A cell; those that it covers are left out of the rows."""

    text: str
    columns: int = 1
    rows: int = 1
    mark: str = ""
    bold: bool = False


Row = list[Cell]


@dataclass(frozen=True, eq=False)
class Specimen:
    """A table, how it is drawn, and what is around it."""

    name: str
    title: str
    head: list[Row]
    body: list[Row]
    align: str
    """One letter a column: l, r or c."""
    widths: tuple[float, ...]
    rules: str = "full"
    """full, lines (below each row), book (around the head and at the end), bands, none."""
    size: float = 9
    padding: float = 4
    middle: bool = False
    """Cells are aligned at their middle instead of their top."""
    share: float = 1.0
    """Part of the width that the table takes."""
    head_bold: bool = True
    head_fill: str = ""
    below: bool = False
    """The caption stands below the table."""
    label: str = "Tabel"
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def header(self) -> list[str]:
        """The names of the columns, merged heads unfolded."""
        names: list[list[str]] = [[] for _ in self.align]
        for placed in _placed(self.head, len(self.align)):
            for column, cell in placed:
                for covered in range(column, column + cell.columns):
                    if cell.text:
                        names[covered].append(cell.text)
        return [" / ".join(parts) for parts in names]

    @property
    def rows(self) -> list[list[str]]:
        """The body as strings; a cell that spans several is given once, at its start."""
        return rows_of(self.body, len(self.align))


def rows_of(body: list[Row], width: int) -> list[list[str]]:
    """Rows as strings, covered cells empty."""
    rows = []
    for placed in _placed(body, width):
        row = [""] * width
        for column, cell in placed:
            row[column] = cell.text
        rows.append(row)
    return rows


def _placed(rows: list[Row], width: int) -> list[list[tuple[int, Cell]]]:
    """Each cell with its column."""
    taken = [[False] * width for _ in rows]
    placed = []
    for number, row in enumerate(rows):
        column = 0
        line = []
        for cell in row:
            while taken[number][column]:
                column += 1
            line.append((column, cell))
            for down in range(cell.rows):
                for right in range(cell.columns):
                    taken[number + down][column + right] = True
        placed.append(line)
    return placed


def _cells(*texts: str) -> Row:
    return [Cell(text) for text in texts]


def _rows(text: str) -> list[Row]:
    """Rows from lines with cells between bars."""
    return [_cells(*(part.strip() for part in line.split("|"))) for line in text.splitlines()]


BOLD = "Totaal"
_COUNTRIES = _rows("""China | 2.267 | 2.004 | -263
India | 813 | 871 | 58
Turkije | 756 | 736 | -20
Bangladesh | 382 | 402 | 20
Verenigd Koninkrijk | 14 | 9 | -5
Portugal | 238 | 231 | -7""")
_TOTAL = [Cell(BOLD, bold=True), *(Cell(t, bold=True) for t in ("4.470", "4.253", "-217"))]
_FIBRES = _rows("""Katoen | 44,0 | 42,3 | 55,1
Polyester | 3,1 | 6,0 | 9,4
Viscose | 8,2 | 11,0 | 19,0
Wol | 0,4 | 4,1 | 12,7
Dons en veren | 21,0 | 30,5 | 41,8""")
_THEMES = _rows("""Leefbaar loon | 12 | 30 | 15 | 21 | 25 | 11
Kinderarbeid | 22 | 19 | 16 | 31 | 17 | 9
Discriminatie en gender | 7 | 21 | 29 | 14 | 28 | 15
Dierenwelzijn | 18 | 20 | 19 | 33 | 12 | 12""")
_CLASSES = _rows("""Voldoet volledig aan de afspraken van het convenant | 44 | 80% | 36 | 63%
Voldoet bijna | 4 | 7% | 11 | 19%
Voldoet niet | 7 | 13% | 10 | 18%""")
_TRAININGS = _rows("""Leefbaar loon: van berekening naar afspraak | inkopers en directies van \
middelgrote bedrijven | online | 23
Kinderarbeid in spinnerijen | bedrijven met leveranciers in India | Tirupur | 41
Brandveiligheid en bouwkundige veiligheid van naaiateliers | fabrieksmanagers | Dhaka | 30
Klachten behandelen | partners | Ankara | 9""")
_YEARS = [_cells("Land", "2017", "2018", "2019")]
_FOUR = (3.0, 2.0, 2.0, 2.0)

_full = Specimen(
    "ruled", "Locaties per land", [_cells("Land", "2018", "2019", "Verschil")],
    [*_COUNTRIES, _TOTAL], "lrrr", _FOUR,
)  # fmt: skip
_fibres = Specimen(
    "bands", "Aandeel duurzamere materialen (%)", [_cells("Materiaal", "2017", "2018", "2019")],
    _FIBRES, "lrrr", _FOUR, "bands", share=0.8,
)  # fmt: skip
_merged = Specimen(
    "merged", "Beoordeling per thema en klasse",
    [
        [Cell("Thema", rows=2), Cell("2019", columns=3), Cell("2020", columns=3)],
        _cells("volledig", "bijna", "niet", "volledig", "bijna", "niet"),
    ],
    _THEMES, "lrrrrrr", (4, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4),
)  # fmt: skip
_classes = Specimen(
    "classes", "Bedrijven per klasse",
    [
        [Cell("Klasse", rows=2), Cell("2020", columns=2), Cell("2019", columns=2)],
        _cells("aantal", "aandeel", "aantal", "aandeel"),
    ],
    _CLASSES, "lrrrr", (3, 1.2, 1.2, 1.2, 1.2), "book",
)  # fmt: skip
_trainings = Specimen(
    "trainings", "Trainingen en deelnemers",
    [_cells("Training", "Doelgroep", "Plaats", "Deelnemers")], _TRAININGS, "lllr",
    (4, 4, 2, 2.2), "lines",
)  # fmt: skip

SPECIMENS = (
    _full,
    replace(_full, name="ruled dark head", head_fill="#1f6f8b", middle=True),
    replace(_full, name="lines below rows", rules="lines", share=0.7),
    replace(_full, name="rules around the head", rules="book", padding=3),
    replace(_full, name="unruled", rules="none", padding=2),
    replace(_full, name="plain head", rules="lines", head_bold=False, body=_COUNTRIES),
    _fibres,
    replace(_fibres, name="caption below", rules="lines", below=True),
    replace(
        _fibres, name="long caption", rules="none", label="Figuur",
        title="Aandeel van de duurzamere materialen in het gewicht van alles wat de merken hebben "
        "ingekocht, gecorrigeerd voor mengsels, in procenten van het totaal",
    ),
    _merged,
    replace(_merged, name="merged, rules around the head", rules="book", middle=True),
    replace(_merged, name="merged, bands", rules="bands", head_fill="#dddddd"),
    replace(_merged, name="merged, unruled", rules="none"),
    _classes,
    replace(_classes, name="classes, unruled, middle", rules="none", middle=True),
    Specimen(
        "three head rows", "Bedrijven en merken per klasse",
        [
            [Cell("Klasse", rows=3), Cell("Bedrijven", columns=4), Cell("Merken", columns=4)],
            [Cell(year, columns=2) for year in ("2018", "2019", "2018", "2019")],
            _cells(*(["aantal", "%"] * 4)),
        ],
        _rows("Volledig | 5 | 8 | 36 | 63 | 6 | 7 | 58 | 63\n"
              "Bijna | 47 | 78 | 11 | 19 | 68 | 80 | 17 | 19\n"
              "Niet | 8 | 14 | 10 | 18 | 11 | 13 | 16 | 18"),
        "lrrrrrrrr", (2.5, 1.2, 1, 1.2, 1, 1.2, 1, 1.2, 1), "book", 8.5,
    ),
    _trainings,
    replace(_trainings, name="wrapped, ruled", rules="full", middle=True),
    replace(_trainings, name="wrapped, unruled", rules="none"),
    replace(_trainings, name="wrapped, unruled, middle", rules="none", middle=True),
    Specimen(
        "groups of rows", "Locaties per werelddeel", [_cells("Land", "Locaties", "Bezocht")],
        [
            [Cell("Azië", columns=3, bold=True)],
            *_rows("China | 2.004 | 12 %\nIndia | 871 | 31 %"),
            [Cell("Europa", columns=3, bold=True)],
            *_rows("Italië | 338 | 7 %\nPortugal | 231 | 22 %"),
        ],
        "lrr", (3, 2, 2), "lines",
    ),
    Specimen(
        "names over several rows", "Locaties en werknemers", [_cells("Land", "Jaar", "Locaties")],
        [
            [Cell("China", rows=3), *_cells("2017", "2.302")],
            *_rows("2018 | 2.267\n2019 | 2.004"),
            [Cell("India", rows=2), *_cells("2018", "813")],
            *_rows("2019 | 871"),
        ],
        "lcr", (3, 1, 2), middle=True,
    ),
    Specimen(
        "footnotes", "Inkoop van grondstoffen",
        [_cells("Grondstof", "Merken", "Ton", "Aandeel")],
        [
            _cells("Katoen", "79", "18.240", "58,5%"),
            [Cell("Polyester"), Cell("41", mark="1"), Cell("5.130"), Cell("16,4%")],
            [Cell("Viscose"), Cell("38"), Cell("4.000", mark="2"), Cell("12,8%")],
            [Cell("Wol", mark="3"), *_cells("30", "870", "2,8%")],
        ],
        "lrrr", _FOUR, "lines",
        notes=[
            ("1", "Zonder merken die dat jaar zijn toegetreden."),
            ("2", "Afgerond op honderd ton."),
            ("3", "Met kasjmier en mohair."),
        ],
    ),
    Specimen(
        "empty cells", "Bezoeken aan fabrieken", _YEARS,
        _rows("China | 41 | - | 12\nIndia | | 7 | n.v.t.\nTurkije | 3 | | 19\nPolen | - | 5 | 8"),
        "lrrr", _FOUR, "none",
    ),
    Specimen(
        "spaces in numbers", "Werknemers en loonkosten",
        [_cells("Land", "Werknemers", "Loonkosten", "Vrouwen")],
        _rows("China | 51 234 | € 78.957 | 58,4 %\nIndia | 8 112 | € 9.120 | 61,0 %\n"
              "Turkije | 915 | € 14.300 | 44,9 %"),
        "lrrr", _FOUR, "none",
    ),
    Specimen(
        "no head", "Kerncijfers van het convenant", [],
        _rows("Bedrijven | 59\nMerken | 81\nLocaties in het register | 5.989\nKlachten | 0"),
        "lr", (4, 1), "lines", share=0.6,
    ),
    Specimen(
        "words only", "Trekkers per thema", [_cells("Thema", "Trekker", "Activiteit")],
        _rows("Leefbaar loon | FNV | werkgroep en proef in drie fabrieken\n"
              "Kinderarbeid | UNICEF | training voor inkopers\n"
              "Dierenwelzijn | VIER VOETERS | handreiking en spreekuur"),
        "lll", (2, 2, 4), "none",
    ),
    Specimen(
        "wrapped head", "Locaties die zijn bezocht",
        [_cells("Land van productie", "Locaties in de eerste schakel van de keten",
                "Waarvan bezocht door merk of agent", "Met een geldig rapport")],
        _rows("China | 141 | 36 | 25%\nIndia | 78 | 19 | 24%\nTurkije | 60 | 41 | 68%"),
        "lrrr", (2, 2, 2, 2), "book", middle=True, share=0.8,
    ),
    Specimen(
        "ranges and bounds", "Omvang van het convenant", [_cells("Onderwerp", "2019", "2020")],
        _rows("Marktaandeel | 40-45% | ca. 40%\nGemiddeld cijfer | 6,7 | 7,1\n"
              "Zonder opgave | < 5 | (3)\nDeelname | 4 op 5 | n.b."),
        "lrr", (4, 2, 2), "lines",
    ),
    Specimen(
        "many columns", "Locaties per kwartaal",
        [_cells("Land", *(f"Q{n % 4 + 1}" for n in range(12)))],
        [_cells(land, *(str(17 * n * k % 97 + 1) for n in range(12)))
         for k, land in enumerate(("China", "India", "Turkije", "Polen"), 3)],
        "l" + 12 * "r", (3, *12 * (1.0,)), "none", 8, 2,
    ),
)  # fmt: skip
