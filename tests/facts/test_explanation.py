"""Why a report has, or has not, a result for an indicator."""

from pathlib import Path

import pytest

import ckt_extract
from ckt_extract.errors import FactNotFoundError
from tests.documents.compare import FIXTURES, report_of

PAGE = FIXTURES / "page" / "page.typst.pdf"


def test_the_chosen_result_comes_first_with_what_matched() -> None:
    """The result with the indicator is named with the words that matched."""
    explanation = ckt_extract.explain(report_of(PAGE), "due_diligence.fully_compliant")
    assert [str(r.quantity.value) for r in explanation.chosen if r.quantity] == ["63", "8"]
    assert "matched 'alle verplichtingen'" in str(explanation)


def test_what_does_not_fit_says_why() -> None:
    """Each result that was looked at and left has the condition that failed."""
    explanation = ckt_extract.explain(report_of(PAGE), "complaints.formal")
    left = [looked for looked in explanation.looked if not looked.chosen]
    assert left
    assert all(looked.match.failed for looked in left)


def test_an_unknown_indicator_names_those_near() -> None:
    """A misspelt id is an error that lists the ids of the same group."""
    with pytest.raises(FactNotFoundError, match=r"committee\.rulings"):
        ckt_extract.explain(report_of(PAGE), "committee.ruling")


def test_find_gives_the_one_result() -> None:
    """`find` gives the value of a year; without a year the newest that is no older value."""
    report = report_of(PAGE)
    found = report.find("due_diligence.fully_compliant", year=2018)
    assert found.quantity is not None
    assert str(found.quantity.value) == "8"
    newest = report.find("due_diligence.fully_compliant")
    assert newest.year == 2019
    assert newest.population is not None
    assert newest.population.kind == "brands"
    assert report.get("members.companies") is None


def test_find_says_what_is_near() -> None:
    """A search that fails names the years there are, or the indicators."""
    report = report_of(PAGE)
    with pytest.raises(FactNotFoundError, match="63% of"):
        report.find("due_diligence.fully_compliant", year=2015)
    with pytest.raises(FactNotFoundError, match="It has results for"):
        report.find("market.share")


def test_a_percentage_knows_its_result() -> None:
    """`report.percentages` are the shares of all results, each with its result."""
    shares = report_of(PAGE).percentages
    assert [str(share.value) for share in shares] == ["63", "8"]
    assert [share.result.role for share in shares] == ["result", "previous"]


def test_a_catalogue_of_ones_own_is_used(tmp_path: Path) -> None:
    """An indicator that a user brings is found in the report and explained."""
    own = tmp_path / "own.toml"
    own.write_text(
        '[committee.first]\nnl = "eerste uitspraken"\nen = "first rulings"\ntopic = "committee"\n'
        'unit = ["count"]\nwho = ["rulings"]\nwords = [["eerste"], ["uitspraken"]]\n',
        encoding="utf-8",
    )
    report = ckt_extract.extract(PAGE, catalogue=own)
    assert report.find("committee.first").year == 2019
    assert ckt_extract.explain(report, "committee.first", catalogue=own).chosen
