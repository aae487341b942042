"""The rules together: order, determinism, cost, and a consistent report."""

from decimal import Decimal
from time import perf_counter

from ckt_extract.checks import check
from ckt_extract.checks.wording import listing, number, quantity_words
from ckt_extract.models.report import Report
from tests.checks.builders import (
    euros,
    fact,
    many,
    of,
    on,
    percent,
    points,
    ratio,
    report,
    ruling,
    table,
    years,
)

FULLY = "due_diligence.fully_compliant"
NEARLY = "due_diligence.nearly_compliant"
NOT = "due_diligence.not_compliant"


def consistent() -> Report:
    """A report over 2019 as it should be, with all kinds of facts."""
    older = fact(percent("8", count=5), FULLY, id="r90", year=2018, role="previous")
    sentence = "Zo deelt het kader de bedrijven in."
    assessed = of("companies", 57, text="bedrijven")
    return report(
        fact(percent("63", page=2), FULLY, year=2019, previous=older, population=of("brands")),
        fact(percent("19", count=11), NEARLY, year=2019, text=sentence, population=assessed),
        fact(percent("18", count=10), NOT, year=2019, text=sentence, population=assessed),
        fact(many("57"), "assessment.companies", year=2019, population=of("companies")),
        fact(ratio(3, 5), FULLY, year=2019, population=of("brands")),
        fact(percent("55"), "materials.sustainable_cotton", year=2018),
        fact(percent("42"), "materials.sustainable_cotton", year=2017, role="previous"),
        fact(points("13"), "materials.sustainable_cotton", year=2018, role="change"),
        fact(many("6000", bound="nearly"), "locations.production", year=2019),
        fact(many("5989"), "locations.production", year=2019),
        fact(percent("80"), "market.share", year=2020, role="target"),
        fact(many("0"), "complaints.formal", year=2019, population=of("complaints")),
        fact(euros("3200000"), year=2019),
        fact(years("5")),
        fact(None),
        tables=[table(("Land", "2019"), ("China", "12"), ("India", "9"), ("Totaal", "21"))],
        rulings=[ruling(count=2, year=2019), ruling(decided=on(2019, 3, 1))],
    )


def test_consistent_report_has_no_findings() -> None:
    """Nothing is found in a report in which everything fits."""
    assert () == check(consistent())


def test_empty_report_has_no_findings() -> None:
    """Nothing is found where there is nothing."""
    assert () == check(report())


def inconsistent() -> Report:
    """A report with something for most rules."""
    return report(
        fact(percent("63", page=8), FULLY, year=2019, population=of("brands")),
        fact(percent("63", page=3), FULLY, year=2019, population=of("companies")),
        fact(percent("64", page=5), FULLY, year=2019, population=of("companies")),
        fact(percent("8", count=8, page=4), NOT, year=2018, population=of("companies", 57)),
        fact(many("8", page=4), NOT, year=2018, population=of("companies")),
        fact(ratio(5, 4, page=1), year=2031),
    )


def test_findings_are_in_order_of_place() -> None:
    """Findings come by their first place, then by rule, whatever finds them."""
    rules = [(min(p.page for p in each.places), each.rule) for each in check(inconsistent())]
    assert [
        (1, "after_edition"),
        (1, "part_exceeds_whole"),
        (3, "companies_and_brands"),
        (3, "conflicting_values"),
        (4, "share_of_total"),
    ] == rules


def test_same_report_gives_the_same_findings() -> None:
    """A report that was written to JSON and read back has the same findings."""
    given = inconsistent()
    again = Report.model_validate_json(given.model_dump_json())
    assert check(given) == check(again)


def test_findings_that_a_report_holds_are_not_looked_at() -> None:
    """Checking a checked report gives the same again."""
    given = inconsistent()
    checked = given.model_copy(update={"findings": check(given)})
    assert check(given) == check(checked)


def test_unreasonable_numbers_are_left_alone() -> None:
    """Numbers of very many digits neither raise nor are added."""
    huge = "9" * 2000
    facts = [fact(percent(huge), FULLY, year=2019), fact(percent("1E+900000"), FULLY, year=2019)]
    assert () == check(report(*facts))


def test_cost_grows_with_the_number_of_facts() -> None:
    """Four times as many facts of one indicator take about four times as long."""

    def seconds(size: int) -> float:
        facts = [
            fact(percent(n % 90), FULLY, year=2019, text=str(n // 3), id=f"r{n}", section="Alles")
            for n in range(size)
        ]
        given = report(*facts)
        best = 9.0
        for _ in range(3):
            start = perf_counter()
            check(given)
            best = min(best, perf_counter() - start)
        return best

    assert seconds(2000) < 10 * seconds(500)


def test_quantities_in_words() -> None:
    """Quantities are told with their bound and unit."""
    told = [
        quantity_words(quantity)
        for quantity in (
            percent("12.5", bound="about"),
            percent("40", upper="45"),
            many("6000", bound="nearly"),
            ratio(4, 5),
            points("17"),
            euros("3200000"),
            years("1"),
            years("5.5"),
        )
    ]
    assert [
        "about 12.5%",
        "40-45%",
        "nearly 6,000",
        "4 of 5",
        "17 points",
        "EUR 3,200,000",
        "1 year",
        "5.5 years",
    ] == told


def test_enumerations_and_numbers_in_words() -> None:
    """Long enumerations are cut, and numbers beyond reason are not written out."""
    assert ["", "a", "a and b", "a, b and c"] == [listing("abc"[:n]) for n in range(4)]
    assert "a, b, c, d and 3 more" == listing("abcdefg")
    assert "1.000000e+100" == number(Decimal(10) ** 100)
