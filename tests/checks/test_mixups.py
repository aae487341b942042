"""Brands taken for companies, and percentages taken for counts."""

import pytest

from ckt_extract.models.result import Result
from tests.checks.builders import fact, found, many, of, percent

FULLY = "due_diligence.fully_compliant"


def test_same_share_of_companies_and_of_brands() -> None:
    """The same value of companies on one page and of brands on another is mixed up."""
    facts = [
        fact(percent("63", page=2), FULLY, year=2019, population=of("brands")),
        fact(percent("63", page=14), FULLY, year=2019, population=of("companies")),
    ]
    (finding,) = found(*facts, rule="companies_and_brands")
    assert (
        "due_diligence.fully_compliant has the same value of companies and of brands: "
        "63% of brands (2019, page 2) and 63% of companies (2019, page 14)."
    ) == finding.message
    assert ("likely", ("r1", "r2")) == (finding.certainty, finding.facts)


@pytest.mark.parametrize(
    "other",
    [
        fact(percent("63"), FULLY, year=2019, population=of("brands")),
        fact(percent("64"), FULLY, year=2019, population=of("companies")),
        fact(percent("63"), FULLY, year=2018, population=of("companies")),
        fact(percent("63"), "market.share", year=2019, population=of("companies")),
        fact(many("63"), FULLY, year=2019, population=of("companies")),
        fact(percent("63"), FULLY, year=2019, population=of("factories")),
        fact(percent("63"), FULLY, year=2019, role="target", population=of("companies")),
    ],
)
def test_other_values_are_not_mixed(other: Result) -> None:
    """Another value, year, indicator, measure or population is no mix-up."""
    brands = fact(percent("63"), FULLY, year=2019, population=of("brands"))
    assert [] == found(brands, other, rule="companies_and_brands")


def test_all_is_said_of_both() -> None:
    """100 percent of the companies and 100 percent of the brands go together."""
    facts = [
        fact(percent("100"), FULLY, year=2019, population=of(k)) for k in ("brands", "companies")
    ]
    assert [] == found(*facts, rule="companies_and_brands")


def test_percentage_taken_for_a_count() -> None:
    """*8 bedrijven* beside *5 bedrijven (8 procent)* is the percentage again."""
    facts = [
        fact(percent("8", count=5, page=2), FULLY, year=2018, population=of("companies")),
        fact(many("8", page=7), FULLY, year=2018, population=of("companies")),
    ]
    (finding,) = found(*facts, rule="percentage_as_count")
    assert (
        "8 companies (2018, page 7) looks like the percentage of 8% of companies "
        "(2018, page 2), which is 5."
    ) == finding.message
    assert ("likely", ("r2", "r1")) == (finding.certainty, finding.facts)


@pytest.mark.parametrize(
    ("share", "total", "expected"),
    [
        (percent("8"), 57, ["likely"]),
        (percent("8"), 100, []),
        (percent("8"), None, ["possible"]),
        (percent("8", count=8), None, []),
        (percent("9"), 57, []),
    ],
)
def test_how_sure_a_percentage_is_taken_for_a_count(
    share: object, total: int | None, expected: list[str]
) -> None:
    """A total or a count beside the share tells whether the count can be right."""
    facts = [
        fact(share, FULLY, year=2018, population=of("companies", total)),  # type: ignore[arg-type]  # pytest passes objects
        fact(many("8"), FULLY, year=2018, population=of("companies")),
    ]
    findings = found(*facts, rule="percentage_as_count")
    assert expected == [each.certainty for each in findings]


def test_size_of_the_examined_group_tells_as_well() -> None:
    """8 percent of the brands on an assessment of 57 companies is not 8."""
    group = of("brands", basis=of("companies", 57))
    facts = [
        fact(percent("8"), FULLY, year=2018, population=group),
        fact(many("8"), FULLY, year=2018, population=of("companies")),
    ]
    (finding,) = found(*facts, rule="percentage_as_count")
    assert "likely" == finding.certainty


def test_facts_without_an_indicator() -> None:
    """Without an indicator nothing says that two facts are about the same."""
    facts = [
        fact(percent("8", count=5), year=2018, population=of("companies")),
        fact(many("8"), year=2018, population=of("companies")),
        fact(percent("8", count=5), year=2018, population=of("brands")),
    ]
    assert [] == found(*facts, rule="percentage_as_count")
    assert [] == found(*facts, rule="companies_and_brands")


def test_count_of_another_year_is_another_count() -> None:
    """A count of another year may well equal a percentage."""
    facts = [
        fact(percent("8"), FULLY, year=2018, population=of("companies")),
        fact(many("8"), FULLY, year=2019, population=of("companies")),
    ]
    assert [] == found(*facts, rule="percentage_as_count")
