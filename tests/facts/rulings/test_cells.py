"""Tables about the committee: a cell counts the rulings that its headers name."""

import pytest

from ckt_extract.facts.rulings import RulingCollector
from ckt_extract.layout.statement import Statement
from tests.facts.rulings.texts import fact_of, statement


def cell(caption: str, row: str, column: str, value: str) -> Statement:
    """A cell as layout gives it: caption, headers and value in one text."""
    text = f"{caption} · {row} · {column}: {value}"
    one = statement(text, "cell")
    one.lead, one.row_header, one.column_header = caption, row, column
    one.focus = (len(text) - len(value), len(text))
    return one


@pytest.mark.parametrize(
    ("row", "column", "value", "expected"),
    [
        ("Uitspraken in geschillen", "2019", "2", (2, "dispute", None, 2019)),
        ("Ingetrokken", "Klachten / 2020", "3", (3, "complaint", "withdrawn", 2020)),
        ("Uitspraken", "2019", "0", None),
        ("Uitspraken", "2019", "–", None),
        ("Ingediende klachten", "2020", "2", None),
        ("Leden", "2020", "3", None),
    ],
)
def test_a_cell_counts_rulings(
    row: str, column: str, value: str, expected: tuple[object, ...] | None
) -> None:
    """Rulings and outcomes are counted; what was filed, or is 0, is no ruling."""
    collector = RulingCollector("nl", 2020, is_ruling_document=False)
    collector.add(cell("Zaken bij de geschillencommissie", row, column, value), "Cijfers")
    facts = [fact_of(ruling) for ruling in collector.rulings()]
    found = [(f["count"], f["case"], f["outcome"], f["year"]) for f in facts]
    assert ([expected] if expected else []) == found
    assert all(not fact["parties"] for fact in facts)


def test_a_cell_and_a_sentence_are_one() -> None:
    """The number in the table is another place of the number in the text."""
    collector = RulingCollector("nl", 2020, is_ruling_document=False)
    collector.add(statement("In 2020 zijn twee klachten ingediend bij de commissie."), "Cijfers")
    collector.add(
        statement("De eerste twee uitspraken, beide in een geschil, dateren uit 2019."), "Cijfers"
    )
    collector.add(
        cell("Zaken bij de commissie", "Uitspraken in geschillen", "2019", "2"), "Cijfers"
    )
    (ruling,) = collector.rulings()
    assert (2, "dispute", 2019) == (ruling.count, ruling.case, ruling.year)
    assert 1 == len(ruling.also)
