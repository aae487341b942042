"""Bare numbers whose unit stands in a header, a caption or the title of a chart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.claims import claims_of
from ckt_extract.facts.collect import FactCollector
from ckt_extract.facts.header_scale import scaled_header
from ckt_extract.facts.header_units import read_header_units
from ckt_extract.facts.units import units_of
from ckt_extract.language import read
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


@pytest.mark.parametrize(
    ("column", "row", "caption", "expected"),
    [
        ("Bijdrage (euro per jaar)", "Katoen", "", ("money", 45)),
        ("Omzet (x € 1.000)", "Katoen", "", ("money", 45_000)),
        ("Omzet x €1000", "Katoen", "", ("money", 45_000)),
        ("2019", "Omzet", "Bedragen x 1.000 euro", ("money", 45_000)),
        ("Omzet (€)", "Katoen", "Bedragen x 1.000", ("money", 45_000)),
        ("Omzet (× 1.000.000 euro)", "Katoen", "", ("money", 45_000_000)),
        ("2019", "Fonds", "Bijdragen in duizenden euro's", ("money", 45_000)),
        ("2019", "Fonds", "Bijdragen (miljoenen euro)", ("money", 45_000_000)),
        ("Kledingstukken (x 1.000)", "Katoen", "", ("count", 45_000)),
        ("Aantal (x 1.000)", "Katoen", "", ("count", 45_000)),
        ("Stuks, in duizenden", "Katoen", "", ("count", 45_000)),
        ("Aantal bedrijven", "Katoen", "Bedragen x 1.000", ("count", 45)),
        ("Aandeel (%)", "Katoen", "Bedragen x € 1.000", ("percentage", 45)),
        ("x 1.000", "Katoen", "", ("count", 45_000)),
        ("In duizenden", "Katoen", "", ("count", 45_000)),
        (" ", "Katoen", "x € 1.000", ("money", 45_000)),
        ("Procent", "Katoen", "Omzet x 1.000", ("percentage", 45)),
        ("2019", "Katoen", "Duizenden werknemers bereikt", ("count", 45)),
        ("2019", "Katoen", "Wat duizenden in de fabriek merkten", ("count", 45)),
        ("2019", "Katoen", "Gemeten in 1.000 fabrieken", ("count", 45)),
        ("Omzet (€ x 1.000)", "Katoen", "", ("money", 45_000)),
        ("Budget (in € 1.000)", "Katoen", "", ("money", 45_000)),
        ("Omzet (x mln euro)", "Katoen", "", ("money", 45_000_000)),
    ],
)
def test_the_scale_of_a_header(
    column: str, row: str, caption: str, expected: tuple[str, int]
) -> None:
    """A number under *x € 1.000* is a thousand times as large, unless its own unit is nearer."""
    kind, value = quantity_of("45", column, row, caption)
    assert expected == (kind, int(value))


def test_an_amount_keeps_its_sign() -> None:
    """A euro under a column in percent is no percentage, and one without a scale is not scaled."""
    for header in ("Aandeel (%)", "Weken", "Aantal", "Bedrijven"):
        assert ("money", Decimal(45)) == quantity_of("€ 45", header, "Katoen", "Kosten, in dagen")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("€ 45", 45_000), ("€ 1,2 miljoen", 1_200_000), ("3,5", 3_500), ("1.250", 1_250_000)],
)
def test_what_is_scaled(value: str, expected: int) -> None:
    """Amounts with their sign are, and decimals; one that says its own scale is not."""
    assert ("money", Decimal(expected)) == quantity_of(value, "Omzet (x € 1.000)", "Katoen")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Revenue (EUR '000)", ("money", 45_000)),
        ("Revenue, in thousands of euros", ("money", 45_000)),
        ("Revenue (€ millions)", ("money", 45_000_000)),
        ("Garments (x 1,000)", ("count", 45_000)),
        ("Thousands of workers", ("count", 45)),
    ],
)
def test_scales_in_english(header: str, expected: tuple[str, int]) -> None:
    """The same in English."""
    kind, value = quantity_of("45", header, "Cotton", language="en")
    assert expected == (kind, int(value))


@pytest.mark.parametrize("header", ["Rollen van 10 x 1000 mm", "Rollen, 10×1000", "2 in 1.000 m"])
def test_measurements_are_no_scale(header: str) -> None:
    """What is multiplied in the header itself is a size."""
    assert 1 == scaled_header(header, "nl").scale


@pytest.mark.parametrize("kind", ["caption", "heading", "cell", "note"])
def test_the_scale_itself_is_no_fact(kind: StatementKind) -> None:
    """*€ 1.000* in a caption is said to be a scale, and no amount."""
    statement = Statement("", [], kind, (0, 0))
    text = "Bijdragen aan fondsen (x € 1.000)"
    statement.words = [PlacedWord(word, 1, 0) for word in line(text, 50, 100)]
    statement.text, statement.focus = text, (0, len(text))
    at = 0
    for placed in statement.words:
        placed.start = at
        at += len(placed.word.text) + 1
    facts = FactCollector("nl", 2019, Catalogue.load(None))
    facts.add(statement)
    read = assemble(facts)
    assert [] == list(read.results)
    (number,) = read.numbers
    assert ("set_aside", "scale") == (number.status, number.reason)


_PIECES = [
    "x", "×", "€", "1.000", "1000", "1,000", "(", ")", "in", "duizenden", "miljoenen", "euro", "%",
    "'000", ",", ":", "aantal", "bedrijven", "per", "jaar", "mln", "",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=6), st.lists(st.sampled_from(_PIECES)))
def test_any_header_will_do(column: list[str], caption: list[str]) -> None:
    """Whatever stands above a number, it is that number, or some thousands of it."""
    statement = Statement("45", [], "cell", (0, 2))
    statement.column_header, statement.lead = " ".join(column), " ".join(caption)
    units = units_of(read("45", "nl"))
    claims, _ = claims_of(units)
    read_header_units(units, claims, statement)
    assert {claim.measure.value for claim in claims} <= {45 * 1000**power for power in range(7)}
