"""How well labelled statements are read, as whole facts."""

from functools import cache
from pathlib import Path

import pytest

from tests.accuracy.scoring import Score, fact_of_result, load_cases, read_case

HERE = Path(__file__).parent
FOLDERS = ("statements", "heldout", "last", "blind", "blind2", "blind3", "blind4")


@cache
def score(folder: str) -> Score:
    """The score of one folder of labelled statements."""
    result = Score()
    for case in load_cases(sorted((HERE / folder).glob("*.jsonl"))):
        result.add(case, [fact_of_result(read) for read in read_case(case)])
    return result


@pytest.mark.parametrize(
    ("folder", "least"),
    [(folder, 0.98 if folder == "statements" else 0.95) for folder in FOLDERS],
)
def test_whole_facts(folder: str, least: float, capsys: pytest.CaptureFixture[str]) -> None:
    """Type, value, bound, population, year, role and previous are all right."""
    with capsys.disabled():
        print(f"\n\n{folder}\n{score(folder).table()}")  # noqa: T201 - the scores are to be seen
    assert score(folder).f1()[2] >= least


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_percentage_is_a_count(folder: str) -> None:
    """No number is read as another type than it has: 8 percent is never 8 companies."""
    wrong = [
        (case.id, lost["value"], new["type"])
        for case, missing, extra in score(folder).mistakes
        for lost in missing
        for new in extra
        if lost["value"] == new["value"] and lost["type"] != new["type"]
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_brand_is_a_company(folder: str) -> None:
    """Brands are never counted as companies, nor the other way round."""
    kinds = {"brands", "companies"}
    wrong = [
        (case.id, lost["value"])
        for case, missing, extra in score(folder).mistakes
        for lost in missing
        for new in extra
        if lost["value"] == new["value"] and {lost["population"], new["population"]} == kinds
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_target_is_a_result(folder: str) -> None:
    """An aim is never told as something that was reached."""
    wrong = [
        (case.id, lost["value"])
        for case, missing, extra in score(folder).mistakes
        for lost in missing
        for new in extra
        if lost["value"] == new["value"]
        and lost["role"] == "target"
        and new["role"] in ("result", "previous")
    ]
    assert wrong == []
