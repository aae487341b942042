"""Bare numbers whose unit stands in a header, a caption or the title of a chart."""

from decimal import Decimal

import pytest

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import PlacedWord, Statement, StatementKind
from tests.layout.build import line


def quantity_of(  # noqa: PLR0917 - the parts of a cell
    value: str,
    column: str = "",
    row: str = "",
    caption: str = "",
    kind: StatementKind = "cell",
    language: Language = "nl",
) -> tuple[str, Decimal]:
    """Type and value of the only quantity of a cell or chart value."""
    lead = " · ".join(part for part in (caption, row, column) if part) if kind == "cell" else row
    text = f"{lead}: {value}"
    words = [PlacedWord(word, 1, 0) for word in line(value, 50, 100)]
    at = len(text) - len(value)
    for placed in words:
        placed.start = at
        at += len(placed.word.text) + 1
    statement = Statement(
        text,
        words,
        kind,
        (len(text) - len(value), len(text)),
        lead=caption,
        row_header=row,
        column_header=column,
    )
    facts = FactCollector(language, 2019, Catalogue.load(None))
    facts.add(statement)
    (result,) = assemble(facts).results
    assert result.quantity is not None
    return result.quantity.type, result.quantity.value


@pytest.mark.parametrize(
    ("column", "row", "caption", "expected"),
    [
        ("Aandeel (%)", "China", "Bedrijven per land", "percentage"),
        ("2019", "Leefbaar loon", "Bedrijven met beleid, in procenten", "percentage"),
        ("Percentage", "China", "Bedrijven per land", "percentage"),
        ("In %", "China", "", "percentage"),
        ("Aandeel %", "China", "", "percentage"),
        ("Bedrijven (% van de omzet)", "China", "", "percentage"),
        ("% bedrijven", "China", "", "percentage"),
        ("2019", "China", "Omzet, in procenten van het totaal", "percentage"),
        ("procent", "China", "", "percentage"),
        ("Aantal", "China", "Bedrijven per land, in procenten", "count"),
        ("2019", "Aantal bedrijven", "Oordeel in procenten", "count"),
        ("2019", "China", "Bedrijven per land", "count"),
        ("2019", "China", "Bedrijven achter 63% van de omzet", "count"),
        ("2019", "China", "Bedrijven achter 63 procent van de omzet", "count"),
    ],
)
def test_the_nearest_header_gives_the_unit(
    column: str, row: str, caption: str, expected: str
) -> None:
    """The column decides, then the row, then the caption; a share in a headline is no unit."""
    assert (expected, Decimal(18)) == quantity_of("18", column, row, caption)


def test_more_than_the_whole_is_no_share() -> None:
    """A number over a hundred is a count in a table of percentages, too."""
    assert ("count", Decimal(6215)) == quantity_of(
        "6.215", "2019", "China", "Fabrieken in procenten"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Share of each fibre bought from a preferred source, per cent", "percentage"),
        ("Fibres, in percentages", "percentage"),
        ("Number of fibres", "count"),
        ("Fibres behind 40 per cent of sales", "count"),
    ],
)
def test_the_title_of_a_chart(title: str, expected: str) -> None:
    """The values of a chart have the unit of its title."""
    found = quantity_of("55", title, "Cotton", kind="callout", language="en")
    assert (expected, Decimal(55)) == found


def test_a_noun_behind_the_number_is_counted() -> None:
    """What is named behind a number is counted, whatever stands above it."""
    found = quantity_of("12 bedrijven", "Cijfers in procenten", "China", kind="callout")
    assert ("count", Decimal(12)) == found


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Budget (mln euro)", ("money", Decimal(18_000_000))),
        ("Bijdrage (€)", ("money", Decimal(18))),
        ("Doorlooptijd, in weken", ("duration", Decimal(18))),
        ("Looptijd (maanden)", ("duration", Decimal(18))),
        ("Bedrijven (2019)", ("count", Decimal(18))),
        ("Locaties (incl. onderaannemers)", ("count", Decimal(18))),
        ("Bedrijven in Nederland", ("count", Decimal(18))),
    ],
)
def test_other_units(header: str, expected: tuple[str, Decimal]) -> None:
    """Money, its scale and lengths of time are read from a header, too."""
    assert expected == quantity_of("18", header, "Leefbaar loon")
