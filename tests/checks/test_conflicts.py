"""One indicator has one value a year, and an older value is of an earlier year."""

from decimal import Decimal

import pytest

from ckt_extract.models.quantity import AnyQuantity
from tests.checks.builders import euros, fact, found, many, of, percent, points, ratio, years

FULLY = "due_diligence.fully_compliant"
LOCATIONS = "locations.production"
CONFLICT = "conflicting_values"


def pair(one: AnyQuantity, other: AnyQuantity, indicator: str = LOCATIONS) -> int:
    """How many conflicts two values of an indicator in one year give."""
    facts = [fact(q, indicator, year=2019, population=of("locations")) for q in (one, other)]
    return len(found(*facts, rule="conflicting_values"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (many("5989"), many("6000", bound="nearly")),
        (many("5989"), many("6000")),
        (many("5989"), many("5800", bound="more_than")),
        (many("2802"), many("2800")),
        (many("31900"), many("32000", bound="less_than")),
        (many("4268"), many("4000", bound="at_least")),
        (many("40"), many("55", bound="at_most")),
        (percent("63"), percent("63.2")),
        (percent("81"), ratio(4, 5)),
        (percent("86"), ratio(9, 10)),
        (percent("46"), ratio(1, 2, bound="nearly")),
        (percent("63"), ratio(1, 2, bound="more_than")),
        (percent("40", upper="45"), percent("42")),
        (percent("38"), percent("40", bound="about")),
        (percent("42"), percent("40", bound="about")),
    ],
)
def test_values_that_agree(one: AnyQuantity, other: AnyQuantity) -> None:
    """A rounded or approximate value agrees with the exact one that it stands for."""
    assert (0, 0) == (pair(one, other), pair(other, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (many("5989"), many("6000", bound="more_than")),
        (many("5989"), many("5000", bound="nearly")),
        (many("6000"), many("5600")),
        (many("4268"), many("4267")),
        (percent("63"), percent("64")),
        (percent("43"), percent("40", bound="about")),
        (percent("37"), percent("40", bound="about")),
        (percent("63"), percent("36")),
        (percent("30"), ratio(4, 5)),
        (percent("63"), ratio(1, 2, bound="nearly")),
        (percent("40", upper="45"), percent("48")),
        (euros("3200000"), euros("3100000")),
        (years("5"), years("3")),
    ],
)
def test_values_that_differ(one: AnyQuantity, other: AnyQuantity) -> None:
    """Two values that cannot be the same are one finding, in either order."""
    assert (1, 1) == (pair(one, other), pair(other, one))


def test_message_of_a_conflict() -> None:
    """The finding names indicator, year, values, whose they are, and pages."""
    facts = [
        fact(percent("63", page=3), FULLY, year=2019, population=of("brands")),
        fact(percent("68", page=21), FULLY, year=2019, population=of("brands")),
        fact(percent("66", page=30), FULLY, year=2019, population=of("brands")),
    ]
    (finding,) = found(*facts, rule="conflicting_values")
    assert (
        "due_diligence.fully_compliant in 2019 has different values: 63% of brands (page 3) "
        "and 68% of brands (page 21); also 66% of brands (page 30)."
    ) == finding.message
    assert ("certain", ("r1", "r2", "r3")) == (finding.certainty, finding.facts)


def test_other_years_dimensions_kinds_and_measures_are_no_conflict() -> None:
    """Values differ rightly when they are of something else."""
    about = {"year": 2019, "population": of("brands")}
    facts = [
        fact(percent("63"), FULLY, **about),
        fact(percent("8"), FULLY, **about | {"year": 2018}),
        fact(percent("50"), FULLY, **about, dimensions={"theme": "living_wage"}),
        fact(percent("70"), FULLY, **about | {"population": of("companies")}),
        fact(percent("90"), FULLY, **about, role="target"),
        fact(points("55"), FULLY, **about, role="change"),
        fact(many("36"), FULLY, **about),
        fact(percent("12"), None, **about),
        fact(percent("13"), None, **about),
        fact(percent("99"), FULLY, **about | {"year": None}),
    ]
    assert [] == found(*facts, rule="conflicting_values")


def test_indicators_with_several_values_a_year() -> None:
    """Numbers of trainings differ, unless the same words claim them."""
    facts = [
        fact(many(n), "training.number", year=2019, subject=subject)
        for n, subject in ((12, "trainingen in Tiruppur"), (5, "online workshops"))
    ]
    assert [] == found(*facts, rule="conflicting_values")
    again = fact(many(7), "training.number", year=2019, subject="Online workshops")
    assert 1 == len(found(*facts, again, rule="conflicting_values"))


def test_a_part_of_the_group_is_another_group() -> None:
    """A share of those that reported in both years is no conflict with the share of all."""
    everyone = fact(percent("28"), "materials.sustainable", year=2018)
    part = fact(
        percent("29"),
        "materials.sustainable",
        year=2018,
        text="Van wie in beide jaren opgave deed, kwam 29 procent van duurzamer herkomst.",
    )
    assert [] == found(everyone, part, rule="conflicting_values")
    again = part.model_copy(update={"quantity": percent("35")})
    assert 1 == len(found(everyone, part, again, rule="conflicting_values"))


def test_how_sure_a_conflict_is() -> None:
    """A guessed year, other words for the population or another total make it less sure."""

    def certainty(**fields: object) -> str:
        first = fact(percent("63"), FULLY, year=2019, population=of("brands", 90, text="merken"))
        settings = {"year": 2019, "population": of("brands", 90, text="merken"), **fields}
        second = fact(percent("36"), FULLY, **settings)
        (finding,) = found(first, second, rule="conflicting_values")
        return finding.certainty

    assert "certain" == certainty()
    assert "likely" == certainty(population=of("brands", 90, text="grote merken"))
    assert "possible" == certainty(population=of("brands", 40, text="merken"))
    assert "possible" == certainty(population=None)
    assert "possible" == certainty(year_basis="edition")
    about = fact(percent("63"), FULLY, year=2019)
    (finding,) = found(about, fact(percent("40", bound="about"), FULLY, year=2019), rule=CONFLICT)
    assert "likely" == finding.certainty


def test_previous_value_that_differs_from_its_own_year() -> None:
    """An older value that is not what the report gives for that year is a finding of its own."""
    older = fact(percent("9", page=5), FULLY, id="r9", year=2018, role="previous")
    facts = [
        fact(percent("63", page=5), FULLY, year=2019, previous=older),
        fact(percent("8", page=12), FULLY, year=2018),
    ]
    (finding,) = found(*facts, rule="previous_differs")
    assert ("r2", "r9") == finding.facts
    assert "8% (page 12) and 9% (page 5)" in finding.message
    assert [] == found(*facts, rule="conflicting_values")


def test_older_value_takes_over_what_the_newer_says() -> None:
    """An older value that stands nowhere else is of the population that the newer names."""
    older = fact(percent("9"), None, id="r9", year=2018, role="previous")
    facts = [
        fact(percent("63"), FULLY, year=2019, previous=older, population=of("brands")),
        fact(percent("8"), FULLY, year=2018, population=of("brands")),
    ]
    (finding,) = found(*facts, rule="previous_differs")
    assert "9% of brands" in finding.message
    companies = facts[1].model_copy(update={"population": of("companies")})
    assert [] == found(facts[0], companies, rule="previous_differs")


def test_a_ratio_of_nothing_is_compared_by_its_value() -> None:
    """A ratio whose whole is zero does not raise."""
    nothing = ratio(4, 5).model_copy(update={"denominator": Decimal(0)})
    assert (0, 1) == (pair(nothing, percent("80")), pair(nothing, percent("20")))


def test_previous_value_that_agrees() -> None:
    """An older value that the report gives again is no finding, nor is a derived one near it."""
    older = fact(percent("8"), None, id="r9", year=2018, role="previous")
    derived = fact(percent("9"), FULLY, id="r8", year=2018, role="previous", derived=True)
    facts = [
        fact(percent("63"), FULLY, year=2019, previous=older),
        fact(percent("8"), FULLY, year=2018),
        derived,
    ]
    assert [] == found(*facts, rule="previous_differs")


@pytest.mark.parametrize(
    ("year", "basis", "older_year", "expected"),
    [
        (2019, "stated", 2018, []),
        (2019, "stated", None, []),
        (2019, "stated", 2019, ["certain"]),
        (2019, "carried", 2020, ["certain"]),
        (2019, "edition", 2019, ["likely"]),
    ],
)
def test_previous_year_is_earlier(
    year: int, basis: str, older_year: int | None, expected: list[str]
) -> None:
    """A value is compared with one of an earlier year, or the year of one of them is wrong."""
    older = fact(percent("8"), FULLY, id="r9", year=older_year, role="previous")
    newer = fact(percent("63"), FULLY, year=year, year_basis=basis, previous=older)
    findings = found(newer, rule="previous_not_earlier")
    assert expected == [each.certainty for each in findings]


def test_target_compared_with_its_own_year() -> None:
    """A target may stand beside the level of the same year."""
    level = fact(percent("63"), FULLY, id="r9", year=2019, role="previous")
    target = fact(percent("80"), FULLY, year=2019, role="target", previous=level)
    assert [] == found(target, rule="previous_not_earlier")
