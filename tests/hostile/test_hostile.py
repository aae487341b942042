"""Hostile files: each gives a report or an error of ours, within its limits."""

import re

import pytest

from ckt_extract import CktExtractError, Report, extract
from ckt_extract.models.quantity import Count
from tests.hostile.build import hostile_files
from tests.hostile.damaged import COUNT, GOOD
from tests.hostile.registry import Hostile
from tests.hostile.watch import Observation, observe

FILES = hostile_files()
_MORE_SECONDS = 30
"""What a loaded machine may add: starting a process, and the time between two looks at a clock."""
_MORE_MB = 40
"""What a process may take between two looks at its memory."""
_MOST_MB_HERE = 150
"""What this process may take for a page of 200,000 characters."""


def counts(report: Report) -> list[int]:
    """The counts that are results."""
    found = (result.quantity for result in report.results)
    return [int(quantity.value) for quantity in found if isinstance(quantity, Count)]


def faults(file: Hostile, seen: Observation) -> list[str]:
    """What is wrong with an outcome, a line each."""
    wrong = []
    if not seen.typed:
        wrong.append(f"untyped: {seen.error!r}")
    if seen.outcome not in file.expected.split("|"):
        wrong.append(f"{seen.outcome} instead of {file.expected}: {seen.said}")
    if not re.search(file.says, seen.said):
        wrong.append(f"{seen.said!r} does not say {file.says!r}")
    if file.finds is not None and seen.report is not None and file.finds not in counts(seen.report):
        wrong.append(f"{file.finds} is not among {counts(seen.report)}")
    if isinstance(seen.error, CktExtractError) and not (seen.error.todo and seen.error.document):
        wrong.append(f"{seen.said!r} does not say what to do, or with which document")
    if seen.seconds > file.limits.seconds + _MORE_SECONDS:
        wrong.append(f"took {seen.seconds:.1f} seconds")
    if seen.child_mb > file.limits.memory_mb + _MORE_MB:
        wrong.append(f"the reading process took {seen.child_mb:.0f} MB")
    if seen.grown_mb > _MOST_MB_HERE:
        wrong.append(f"this process took {seen.grown_mb:.0f} MB")
    return wrong


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_hostile_file_gives_a_report_or_an_error_of_ours(file: Hostile) -> None:
    """The outcome is the one in the registry, within the limits, and a report can be kept."""
    seen = observe(file.make(), file.limits, file.key)
    assert [] == faults(file, seen), file.why
    if seen.report is not None:
        assert seen.report == Report.model_validate_json(seen.report.model_dump_json())


def test_the_set_is_as_large_as_it_says() -> None:
    """There are many files, each with its reason and a name of its own."""
    assert len(FILES) >= 140
    assert [] == [file.name for file in FILES if len(file.why) < 10]


def test_a_good_file_is_read_as_before_in_the_same_process() -> None:
    """What hostile files do is over when they are."""
    before = extract(GOOD, ocr="off")
    for file in FILES:
        if file.name in ("forms_exponential", "content_bomb", "encryption_loop", "noise"):
            observe(file.make(), file.limits)
            assert before == extract(GOOD, ocr="off")
    assert [COUNT] == counts(before)
