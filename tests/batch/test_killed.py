"""A worker that dies costs one file, whoever runs it."""

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from ckt_extract import LimitExceededError, Limits, extract, extract_many, pool
from tests.batch.killers import BY_NAME, named
from tests.batch.sources import GOOD, OTHER, KillsItsWorker
from tests.children import children_that

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


_ONLY_THE_FIRST = """
said = whole.say_report_with_care
def second(say, *, source, wish):
    pipeline.tried = True
    said(say, source=source, wish=wish)
whole.say_report_with_care = second
"""


def test_our_own_process_is_replaced(tmp_path: Path) -> None:
    """Only the documents that kill are lost, also when several do at once."""
    killers = [named(f"killer-{number}.pdf", tmp_path) for number in range(3)]
    given = [GOOD, killers[0], killers[1], OTHER, killers[2], GOOD]
    with children_that(BY_NAME):
        outcomes = list(extract_many(given, workers=2, ocr="off"))
    assert given == [outcome.source for outcome in outcomes]
    failed = [outcome for outcome in outcomes if outcome.report is None]
    assert killers == [outcome.source for outcome in failed]
    for outcome in failed:
        assert isinstance(outcome.error, LimitExceededError)
        assert "its process was killed, also when" in outcome.error.what
        assert outcome.error.document == Path(str(outcome.source)).name


def test_a_document_is_read_again_with_care(tmp_path: Path) -> None:
    """What brought a process down once may be read by the next one, and gives the same report."""
    given = named("once.pdf", tmp_path)
    with children_that(BY_NAME + _ONLY_THE_FIRST):
        (outcome,) = extract_many([given], workers=1, ocr="off")
    assert extract(given, ocr="off") == outcome.report


def test_understanding_without_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the time that a document may take and some more is the most that it can cost."""
    monkeypatch.setattr(pool, "_GRACE", 0.5)
    given = [named("endless.pdf", tmp_path), OTHER]
    with children_that(BY_NAME):
        endless, other = extract_many(given, workers=1, limits=Limits(seconds=1), ocr="off")
    assert isinstance(endless.error, LimitExceededError)
    assert "its time was up" in endless.error.what
    assert other.report is not None


def test_what_the_children_do_does_not_change_the_rest() -> None:
    """The sabotage of these tests leaves other documents alone."""
    with children_that(BY_NAME):
        (outcome,) = extract_many([GOOD], workers=1, ocr="off")
    assert extract(GOOD, ocr="off") == outcome.report


def test_a_borrowed_pool_that_breaks_is_replaced_by_our_own() -> None:
    """The caller's pool is lost with its worker; the other files are read all the same."""
    given = [GOOD, KillsItsWorker(), OTHER, GOOD, OTHER, GOOD]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        outcomes = list(extract_many(given, executor=executor, ordered=False, ocr="off"))
    assert len(given) == len(outcomes)
    (failed,) = [outcome for outcome in outcomes if outcome.report is None]
    assert isinstance(failed.source, KillsItsWorker)
    assert "there is no such file" in str(failed.error)  # it kills no process at home


def test_dask_starts_its_worker_again() -> None:
    """On a cluster of two workers each file is read, and one that kills its worker given up."""
    distributed = pytest.importorskip("distributed", reason="the extra [dask] is not installed")
    dask = pytest.importorskip("dask")
    given = [GOOD, KillsItsWorker(), OTHER, GOOD]
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        outcomes = list(extract_many(given, executor=client.get_executor(), workers=2, ocr="off"))
    assert given == [outcome.source for outcome in outcomes]
    (failed,) = [outcome for outcome in outcomes if outcome.report is None]
    assert isinstance(failed.source, KillsItsWorker)
    assert isinstance(failed.error, LimitExceededError)
    assert f"{failed.source}: its worker process was killed" in str(failed.error)
