"""A total row is what the rows add to."""

from decimal import Decimal

import pytest

from ckt_extract.checks.printed import read_column
from ckt_extract.models.audit import Finding
from ckt_extract.models.document import Language, Table
from ckt_extract.models.place import Place
from ckt_extract.models.quantity import Count
from tests.checks.builders import fact, found, table

HEADER = ("Land", "Locaties")


def totals(given: Table, *, language: Language = "nl") -> list[Finding]:
    """The findings about the totals of a table."""
    return found(tables=[given], language=language, rule="table_total")


def column(*values: str, header: str = "Locaties", caption: str | None = None) -> Table:
    """A table of one column of numbers, of which the last is the total."""
    *rows, total = values
    body = [(f"Rij {n}", value) for n, value in enumerate(rows, start=1)]
    return table(("Land", header), *body, ("Totaal", total), caption=caption)


@pytest.mark.parametrize(
    "fine",
    [
        column("1.204", "906", "85", "2.195"),
        column("1 204", "906", "85", "2195"),
        column("12", "–", "", "30", "42"),
        column("12,5", "7,25", "19,8"),
        column("€ 1.200", "€ 300", "€ 1.500"),
        column("52%", "31%", "17%", "100%"),
        column("33", "33", "33", "100", header="Aandeel (%)"),
        column("55%", "20%", "21%", "38%"),
        column("55%", "20%", "100%", "100%"),
        column("40%", "20%", "15%", "60%"),
        column("52 procent", "31 procent", "16 procent", "100 procent"),
        column("12", "31", "44", header="Omzet (mln euro)"),
        column("12", "31", "44", caption="Stuks in duizenden"),
        column("4,1", "3,7", "3,9", header="Gemiddeld per bedrijf"),
        column("12", "ruim 30", "99"),
        column("12", "99"),
    ],
)
def test_totals_that_fit(fine: Table) -> None:
    """Sums fit, up to rounding; averages, texts and single rows are no sums."""
    assert [] == totals(fine)


@pytest.mark.parametrize(
    ("wrong", "certainty"),
    [
        (column("1.204", "906", "85", "2.159"), "likely"),
        (column("1.204", "906", "85", "9.999"), "possible"),
        (column("12,5", "7,25", "21,8"), "likely"),
        (column("52%", "31%", "12%", "100%"), "likely"),
        (column("12", "31", "44"), "likely"),
        (column("52%", "31%", "17%", "97%"), "likely"),
        (column("40%", "20%", "15%", "100%"), "possible"),
        (column("52", "31", "17", "97", header="In procenten"), "likely"),
    ],
)
def test_totals_that_do_not_fit(wrong: Table, certainty: str) -> None:
    """Another total is a finding, less sure when it is far off."""
    (finding,) = totals(wrong)
    assert certainty == finding.certainty


def test_message_places_and_facts_of_a_total() -> None:
    """The finding names column, table, page, total and sum, with the cells and their facts."""
    given = table(HEADER, ("China", "1.204"), ("India", "906"), ("Totaal:", "2.100"), page=9)
    cells = [cell for cell in given.cells if cell.row > 0 and cell.column == 1]
    facts = []
    for cell in cells:
        place = Place(page=9, boxes=(cell.box,), quote=cell.text, method="table")
        number = Count(value=Decimal(cell.text.replace(".", "")), text=cell.text, place=place)
        facts.append(fact(number, place=place))
    (finding,) = found(*facts, tables=[given], rule="table_total")
    assert (
        "The total in column Locaties of table 1 (page 9) is 2,100, but its rows add to 2,110."
        == finding.message
    )
    assert ("r3", "r1", "r2") == finding.facts
    assert ["2.100", "1.204", "906"] == [place.quote for place in finding.places]


def test_english_table() -> None:
    """English notation is read in an English document, and in a Dutch one that uses it."""
    given = table(
        ("Country", "Sites"), ("China", "1,204"), ("India", "906.5"), ("Total", "2,110.5")
    )
    assert [] == totals(given, language="en")
    assert [] == totals(given, language="nl")


def test_subtotals_and_grand_total() -> None:
    """A subtotal is of the rows since the one before it, the last total of all rows."""
    rows = [
        ("China", "10"),
        ("India", "20"),
        ("Subtotaal", "30"),
        ("Italië", "5"),
        ("Subtotaal", "5"),
        ("Totaal", "35"),
    ]
    assert [] == totals(table(HEADER, *rows))
    wrong = [*rows[:-1], ("Totaal", "36")]
    (finding,) = totals(table(HEADER, *wrong))
    assert "is 36, but its rows add to 35" in finding.message


def test_total_above_its_rows_and_rows_within_rows() -> None:
    """A total may come first, and rows *waarvan* are part of the row above them."""
    rows = [("Totaal", "30"), ("China", "10"), ("waarvan Jiangsu", "4"), ("India", "20")]
    assert [] == totals(table(HEADER, *rows))
    assert 1 == len(totals(table(HEADER, ("Totaal", "31"), *rows[1:])))


def test_rows_of_unequal_length() -> None:
    """A row that misses its last cells counts as blank there."""
    given = table(
        ("Land", "2018", "2019"), ("China", "3"), ("India", "4", "5"), ("Totaal", "7", "5")
    )
    assert [] == totals(given)


def test_one_column_of_several() -> None:
    """Each column is added on its own."""
    given = table(
        ("", "2018", "2019"), ("China", "10", "12"), ("India", "20", "21"), ("Totaal", "30", "34")
    )
    (finding,) = totals(given)
    assert "column 2019" in finding.message


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (["1.204", "2,5"], "nl", ["1204", "2.5"]),
        (["1,204", "2.5"], "nl", ["1204", "2.5"]),
        (["1,204", "2.5"], "en", ["1204", "2.5"]),
        (["1.204"], "nl", ["1204"]),
        (["1.204"], "en", ["1.204"]),
        (["−3", "€ 4", "5 %", "12.345.678"], "nl", ["-3", "4", "5", "12345678"]),
        (["-", "n.v.t.", "7"], "nl", [None, None, "7"]),
        (["32.0000"], "nl", ["32.0000"]),
        (["1.204", "2.5.1"], "nl", None),
        (["circa 5"], "nl", None),
        (["9" * 40], "nl", None),
    ],
)
def test_numbers_as_printed(
    texts: list[str], language: Language, expected: list[str | None] | None
) -> None:
    """A column is read in one notation, or not at all."""
    numbers = read_column(texts, language)
    values = None if numbers is None else [str(n.value) if n else None for n in numbers]
    assert expected == values
