"""Many documents at once: order, bad files, and what runs them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

import ckt_extract
from tests.documents.compare import FIXTURES

GOOD = FIXTURES / "pages" / "p01" / "p01.chromium.pdf"
OTHER = FIXTURES / "pages" / "p11" / "p11.typst.pdf"


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Good files with bad ones between them."""
    text = tmp_path / "text.pdf"
    text.write_text("no pdf", encoding="utf-8")
    empty = tmp_path / "empty.pdf"
    empty.touch()
    return [GOOD, text, OTHER, empty, tmp_path / "missing.pdf", GOOD]


def test_bad_files_do_not_stop_the_rest(sources: list[Path]) -> None:
    """Each file gives an outcome in its turn: a report, or an error that names it."""
    outcomes = list(ckt_extract.extract_many(sources, workers=2, ocr="off"))
    assert sources == [outcome.source for outcome in outcomes]
    read = [outcome.report is not None for outcome in outcomes]
    assert [True, False, True, False, False, True] == read
    for outcome in outcomes:
        assert (outcome.report is None) == (outcome.error is not None)
        if outcome.error is not None:
            assert Path(outcome.source).name in str(outcome.error)  # type: ignore[arg-type]  # all are paths here


def test_any_executor_will_do(sources: list[Path]) -> None:
    """Threads of the caller give what the pool of processes gives."""
    with ThreadPoolExecutor(2) as threads:
        outcomes = list(ckt_extract.extract_many(sources, executor=threads, ocr="off"))
    assert [o.report is not None for o in outcomes] == [True, False, True, False, False, True]


def test_outcomes_can_come_as_they_are_done(sources: list[Path]) -> None:
    """Unordered, the same files come back, each once."""
    outcomes = list(ckt_extract.extract_many(sources, workers=2, ordered=False, ocr="off"))
    assert sorted(map(str, sources)) == sorted(str(o.source) for o in outcomes)


def test_sources_are_taken_as_they_are_needed() -> None:
    """An endless row of files is not read ahead: only a few are in flight."""
    taken = 0

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield GOOD

    with ThreadPoolExecutor(2) as threads:
        many = ckt_extract.extract_many(endless(), executor=threads, workers=2, ocr="off")
        first = list(islice(many, 3))
    assert [o.report is not None for o in first] == [True, True, True]
    assert taken <= 12


def test_bytes_and_open_files_are_sources() -> None:
    """What is no path is read here and sent along."""
    with GOOD.open("rb") as file:
        sources: list[bytes | object] = [GOOD.read_bytes(), file]
        outcomes = list(ckt_extract.extract_many(sources, workers=1, ocr="off"))  # type: ignore[arg-type]  # a binary file and bytes
    reports = [o.report for o in outcomes if o.report is not None]
    assert len(reports) == 2
    assert reports[0].results == reports[1].results


def test_a_dask_cluster_will_do() -> None:
    """A local cluster with two workers reads the files, through its executor."""
    distributed = pytest.importorskip("distributed", reason="the extra [dask] is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor()
        outcomes = list(ckt_extract.extract_many([GOOD, OTHER], executor=executor, ocr="off"))
    assert [o.report is not None for o in outcomes] == [True, True]
