"""A worker that dies costs one file, whoever runs it."""

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from ckt_extract import LimitExceededError, Outcome, extract_many
from tests.batch.sources import GOOD, OTHER, KillsItsWorker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


def _check(outcomes: list[Outcome], killers: int) -> None:
    """All were read but those that kill, and each of these is named."""
    failed = [outcome for outcome in outcomes if outcome.report is None]
    assert killers == len(failed)
    for outcome in failed:
        assert isinstance(outcome.source, KillsItsWorker)
        assert isinstance(outcome.error, LimitExceededError)
        assert f"{outcome.source}: its worker process was killed" in str(outcome.error)


def test_our_own_pool_is_replaced() -> None:
    """The files that were near are read again; two killers at work at once cost two files."""
    given = [GOOD, KillsItsWorker("one.pdf"), KillsItsWorker("two.pdf"), OTHER, GOOD]
    outcomes = list(extract_many(given, workers=2, ocr="off"))
    assert given == [outcome.source for outcome in outcomes]
    _check(outcomes, 2)


def test_a_borrowed_pool_that_breaks_is_replaced_by_our_own() -> None:
    """The caller's pool is lost with its worker; the other files are read all the same."""
    given = [GOOD, KillsItsWorker(), OTHER, GOOD, OTHER, GOOD]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        outcomes = list(extract_many(given, executor=executor, ordered=False, ocr="off"))
    assert len(given) == len(outcomes)
    _check(outcomes, 1)


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
    _check(outcomes, 1)


_HANG = """
from ckt_extract import Limits, batch
from tests.batch.sources import NeverEnds
batch._GRACE = 0.1
batch._read_or_die(batch._Task(NeverEnds(), {"limits": Limits(seconds=0.1)}, 0))
"""


def test_a_worker_that_hangs_ends_itself() -> None:
    """Also when nothing but an endless search has its turn in the interpreter."""
    done = subprocess.run([sys.executable, "-c", _HANG], capture_output=True, check=False)
    assert (1, b"") == (done.returncode, done.stdout + done.stderr)
