"""Sources are taken and outcomes given one by one, in order; nothing is kept."""

import gc
import io
import itertools
import weakref
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from ckt_extract import (
    CatalogueError,
    EmptyDocumentError,
    LimitExceededError,
    Limits,
    Outcome,
    UnreadableError,
    UnsupportedError,
    extract_many,
)
from tests.batch.sources import GOOD, OTHER, NeverSent

_IN_FLIGHT = 3  # for each worker, as in batch.py


@pytest.fixture
def bad(tmp_path: Path) -> list[Path]:
    """Files that cannot be read."""
    text, empty, missing = (tmp_path / name for name in ("text.pdf", "empty.pdf", "missing.pdf"))
    text.write_text("no pdf", encoding="utf-8")
    empty.touch()
    return [text, empty, missing]


def _kinds(outcomes: list[Outcome]) -> list[str]:
    """`Report` or the class of the error of each outcome."""
    for outcome in outcomes:
        assert (outcome.report is None) == (outcome.error is not None)
    return [type(outcome.error or outcome.report).__name__ for outcome in outcomes]


def test_every_source_gives_its_outcome_in_its_turn(bad: list[Path]) -> None:
    """Bad files do not stop the rest; an open file is read here, and known by its name there."""
    closed = GOOD.open("rb")
    closed.close()
    large, text = io.BytesIO(bytes(2_000_000)), io.StringIO("no bytes")
    with OTHER.open("rb") as file, OTHER.open("rb", buffering=0) as raw:
        given: list[Any] = [
            GOOD, *bad, GOOD.read_bytes(), file, raw, closed, large, text, OTHER,
        ]  # fmt: skip
        limits = Limits(bytes=1_000_000)
        outcomes = list(extract_many(given, workers=2, limits=limits, ocr="off"))
    assert given == [outcome.source for outcome in outcomes]
    unreadable, unsupported = UnreadableError.__name__, UnsupportedError.__name__
    assert [
        "Report", unreadable, EmptyDocumentError.__name__, unreadable, "Report", "Report", "Report",
        unreadable, LimitExceededError.__name__, unsupported, "Report",
    ] == _kinds(outcomes)  # fmt: skip
    for path, outcome in zip(bad, outcomes[1:4], strict=True):
        assert path.name in str(outcome.error)
    reports = [outcome.report for outcome in outcomes if outcome.report]
    assert [GOOD.name, "<bytes>", OTHER.name, OTHER.name, OTHER.name] == [
        report.document.name for report in reports
    ]
    assert reports[0].results == reports[1].results
    assert reports[2] == reports[3] == reports[4]


def test_a_source_that_cannot_be_sent_is_told() -> None:
    """What an executor of other processes says of it is the error of that source."""
    given: list[Any] = [NeverSent(), OTHER]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        never, other = extract_many(given, executor=executor, ocr="off")
    assert isinstance(never.error, UnsupportedError)
    assert "this stays here" in str(never.error)
    assert other.report is not None


@pytest.mark.parametrize("ordered", [True, False])
def test_threads_of_the_caller_will_do(bad: list[Path], ordered: bool) -> None:
    """Each source comes back once: in order, or as it is done."""
    given = [GOOD, *bad, OTHER]
    with ThreadPoolExecutor(2) as threads:
        outcomes = list(extract_many(given, executor=threads, ordered=ordered, ocr="off"))
    came = [outcome.source for outcome in outcomes]
    assert sorted(map(str, given)) == sorted(map(str, came))
    assert not ordered or given == came
    assert {GOOD, OTHER} == {outcome.source for outcome in outcomes if outcome.report}


@pytest.mark.parametrize("ordered", [True, False])
def test_no_more_is_taken_than_is_in_flight(ordered: bool) -> None:
    """From an endless row only so much is taken as the workers are given and was given back."""
    taken = itertools.count()
    with ThreadPoolExecutor(2) as threads:
        endless = (GOOD for _ in taken)
        many = extract_many(endless, executor=threads, ordered=ordered, ocr="off")
        for done, outcome in enumerate(itertools.islice(many, 8)):
            assert outcome.report is not None
            # Looking at the counter moves it on, by one for each look
            assert next(taken) - done * 2 <= 2 * _IN_FLIGHT


def test_outcomes_are_not_kept() -> None:
    """What the caller has done with is not in memory any more."""
    with ThreadPoolExecutor(2) as threads:
        for outcome in extract_many([GOOD] * 10, executor=threads, ocr="off"):
            assert outcome.report is not None
            kept = weakref.ref(outcome.report)
            del outcome
            gc.collect()
            assert kept() is None


def test_an_error_of_the_row_of_sources_is_the_callers() -> None:
    """What goes wrong in listing the files is not ours to hide."""

    def row() -> Iterator[Path]:
        yield GOOD
        raise KeyError("the list of files")

    with ThreadPoolExecutor(1) as threads, pytest.raises(KeyError, match="the list of files"):
        list(extract_many(row(), executor=threads, ocr="off"))


def test_a_mistake_in_the_catalogue_is_said_before_the_first_file() -> None:
    """No file is taken from the row."""
    taken = itertools.count()
    with pytest.raises(CatalogueError):
        next(extract_many((GOOD for _ in taken), catalogue={"x": 1}))
    assert 0 == next(taken)


def test_an_executor_that_is_closed_takes_no_work(tmp_path: Path) -> None:
    """That is a mistake of the caller's, and is said at once."""
    executor = ProcessPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(UnsupportedError, match="takes no work"):
        next(extract_many([tmp_path / "a.pdf"], executor=executor))
