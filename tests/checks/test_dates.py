"""Years and dates go with the agreement, the edition and each other."""

import pytest

from ckt_extract.checks import check
from tests.checks.builders import fact, found, many, of, on, percent, report, ruling

COTTON = "materials.sustainable_cotton"


def test_facts_of_before_the_agreement() -> None:
    """Facts of a year before the agreement are possible; those of a year are one finding."""
    facts = [
        fact(many("10"), year=2012),
        fact(many("11"), year=2012),
        fact(many("12"), year=2016),
        fact(many("13"), year=2012, role="change"),
    ]
    (finding,) = found(*facts, rule="before_agreement")
    assert ("possible", ("r1", "r2")) == (finding.certainty, finding.facts)
    assert (
        "10 (2012, page 1) and 11 (2012, page 1) are about 2012, before the agreement was "
        "signed in 2016."
    ) == finding.message


def test_agreement_of_unknown_date() -> None:
    """Nothing is said of an agreement whose date of signing is not known."""
    early = fact(many("10"), year=2012)
    assert [] == found(early, agreement="FGZ", rule="before_agreement")
    assert [] == found(early, agreement=None, kind="other", rule="before_agreement")
    assert 1 == len(found(early, agreement=None, rule="before_agreement"))


def test_results_of_after_the_edition() -> None:
    """A result of the year after is possible, one of later years likely wrong; targets are fine."""
    facts = [
        fact(many("10"), year=2019),
        fact(many("18"), year=2020),
        fact(many("80"), year=2023),
        fact(many("90"), year=2025, role="target"),
    ]
    findings = found(*facts, rule="after_edition")
    assert [("possible", ("r2",)), ("likely", ("r3",))] == [
        (each.certainty, each.facts) for each in findings
    ]
    expected = (
        "18 (2020, page 1) is a result of a year after 2019, the year that the report is about."
    )
    assert expected == findings[0].message
    assert [] == found(*facts, year=None, rule="after_edition")


def test_lagging_figures_with_the_year_of_the_edition() -> None:
    """Figures that lag and have only the edition's year are one finding an indicator."""
    facts = [
        fact(percent("55"), COTTON, year=2019, year_basis="edition"),
        fact(percent("50"), COTTON, year=2019, year_basis="edition", dimensions={"row": "a"}),
        fact(many("5989"), "locations.production", year=2019, year_basis="edition"),
    ]
    cotton, locations = found(*facts, rule="lagging_year")
    assert [("r1", "r2"), ("r3",)] == [cotton.facts, locations.facts]
    assert (
        "5,989 (page 1) for locations.production has only the edition's year 2019, "
        "while such figures are usually of a year earlier."
    ) == locations.message


def test_figures_that_do_not_lag() -> None:
    """A stated year, an older value, a target or another indicator is as it should be."""
    facts = [
        fact(percent("55"), COTTON, year=2019),
        fact(percent("42"), COTTON, year=2018, year_basis="edition", role="previous"),
        fact(percent("63"), "due_diligence.fully_compliant", year=2019, year_basis="edition"),
        fact(many("32000"), "transparency.oar_size", year=2019, year_basis="edition"),
        fact(percent("5"), None, year=2019, year_basis="edition", population=of("materials")),
    ]
    assert [] == found(*facts, rule="lagging_year")


def test_ruling_before_the_agreement() -> None:
    """No date of a case is before the agreement that the committee exists by."""
    early = ruling(filed=on(2015, 5, 15), decided=on(2019, 3, 1))
    (finding,) = found(rulings=[early], rule="before_agreement")
    assert ("certain", ("u1",)) == (finding.certainty, finding.facts)
    assert finding.message.endswith("signed on 2016-07-04: filed 2015-05-15.")
    fine = ruling(filed=on(2016, 7, 1, precision="month"), decided=on(2016, 1, 1, precision="year"))
    assert [] == found(rulings=[fine], rule="before_agreement")
    assert 1 == len(found(rulings=[ruling(year=2014)], rule="before_agreement"))
    assert [] == found(rulings=[ruling(year=2019)], rule="before_agreement")


def test_dates_of_a_case_out_of_order() -> None:
    """A case is filed before it is decided."""
    wrong = ruling(filed=on(2020, 5, 15), decided=on(2019, 12, 1), published=on(2021, 1, 7))
    (finding,) = found(rulings=[wrong], rule="dates_out_of_order")
    assert (
        "Ruling u1 (page 1) has the date decided 2019-12-01 before the date filed 2020-05-15."
        == finding.message
    )


@pytest.mark.parametrize(
    "right",
    [
        ruling(filed=on(2020, 5, 15), decided=on(2020, 12, 1), published=on(2021, 1, 7)),
        ruling(filed=on(2020, 5, 31), decided=on(2020, 5, 1, precision="month")),
        ruling(filed=on(2020, 12, 31), published=on(2020, 1, 1, precision="year")),
        ruling(),
    ],
)
def test_dates_of_a_case_in_order(right: object) -> None:
    """Dates that are known to the month or the year only are in order when they can be."""
    findings = check(report(rulings=[right]))
    assert () == findings
