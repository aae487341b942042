"""Names of groups between bands, heads that repeat, and rules that leave out a column."""

from ckt_extract.layout.tables import GridTable, find_tables
from ckt_extract.reading.page import Area, Rule, Word
from tests.layout.build import box, line, page, width

STARTS = (60, 240, 310, 380, 450)


def row(cells: list[str], y: float, *, bold: bool = False, italic: bool = False) -> list[Word]:
    """A row: the name at the left, the other cells end at whole steps."""
    words: list[Word] = []
    for start, cell in zip(STARTS, cells, strict=False):
        x = start if start == STARTS[0] else start + 50 - width(cell)
        words += line(cell, x, y, bold=bold, italic=italic) if cell else []
    return words


def read(
    words: list[Word], areas: tuple[Area, ...] = (), rules: tuple[Rule, ...] = ()
) -> list[GridTable]:
    """The tables of a page."""
    return find_tables(page(words, areas=areas, rules=rules), body_size=10.0)


def test_the_name_of_a_group_between_bands() -> None:
    """A line in another style above or below a row without a background is a row of its own."""
    cells = [
        ["Land", "2018", "2019"],
        ["China", "412", "398"],
        ["India", "201", "233"],
        ["Samen", "613", "631"],
        ["Europa", "", ""],
        ["Polen", "31", "28"],
        ["Spanje", "12", "17"],
        ["Noord-Afrika", "", ""],
        ["Tunesië", "44", "51"],
        ["Marokko", "38", "35"],
    ]
    words: list[Word] = []
    areas: list[Area] = []
    for at, each in enumerate(cells):
        y = 200 + 20 * at
        words += row(each, y, bold=at == 0, italic=not each[1])
        if each[0] in {"China", "Polen", "Tunesië"}:
            areas.append(box(55, y - 14, 370, y + 6))
    (table,) = read(words, tuple(areas))
    assert cells[1:] == [list(each) for each in table.body]


def test_heads_that_repeat_tell_what_is_above_them() -> None:
    """Without rules a merged head spans its repetition of the heads below, and no more."""
    words = line("2018", 285, 200, bold=True) + line("2019", 425, 200, bold=True)
    head = ["Thema", "ja", "nee", "ja", "nee"]
    words += row(head, 214, bold=True) + line("Verschil", 530, 214, bold=True)
    for at, name in enumerate(("Loon", "Water", "Chemie", "Wol", "Leer")):
        y = 232 + 16 * at
        words += row([name, f"{31 + at}", f"{12 + at}", f"{41 + at}", f"{9 + at}"], y)
        words += line(f"{at + 2}", 565, y)
    (table,) = read(words)
    expected = ("Thema", "2018 / ja", "2018 / nee", "2019 / ja", "2019 / nee", "Verschil")
    assert expected == table.header


def test_rules_below_the_merged_heads_only() -> None:
    """The names of the rows belong to a table whose rules begin at its second column."""
    words = line("2018", 285, 200, bold=True) + line("2019", 425, 200, bold=True)
    words += row(["Thema", "ja", "nee", "ja", "nee"], 216, bold=True)
    names = ["Loon", "Water", "Chemie", "Wol", "Leer"]
    for at, name in enumerate(names):
        words += row([name, f"{31 + at}", f"{12 + at}", f"{41 + at}", f"{9 + at}"], 234 + 16 * at)
    rules = (Rule(240, 204, 500, 204.5), Rule(240, 221, 500, 221.5))
    (table,) = read(words, rules=rules)
    assert names == [each[0] for each in table.body]
