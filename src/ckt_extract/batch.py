"""Many documents at once: on this machine's processors, or on any executor."""

import logging
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ckt_extract.entry import OcrMode, Source, extract
from ckt_extract.errors import CktExtractError, LimitExceededError
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.models.report import Report
from ckt_extract.reading import Limits

__all__ = ["Outcome", "extract_many"]

_LOGGER = logging.getLogger(__name__)

_IN_FLIGHT = 3
"""Files handed out for each worker: enough to keep it busy, few enough to hold in memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file of a batch; either `report` or `error` is set."""

    source: Source
    report: Report | None
    error: CktExtractError | None
    seconds: float
    """Wall-clock seconds that the file took in its worker."""


def extract_many(
    sources: Iterable[Source],
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    limits: Limits | None = None,
    ordered: bool = True,
    password: str | None = None,
    ocr: OcrMode = "auto",
    catalogue: str | Path | Mapping[str, object] | Catalogue | None = None,
) -> Iterator[Outcome]:
    """Read many files; one bad file never stops the rest.

    Args:
        sources: Paths, bytes or binary files; taken one by one, as workers become free.
        executor: Where to run: any `concurrent.futures.Executor`, such as a thread pool or
            `dask.distributed.Client.get_executor()`. By default a pool of processes of its own.
        workers: Number of processes of that pool; by default one a processor.
        limits: Limits of each single file.
        ordered: Yield outcomes in the order given; otherwise as they come.
        password: Password of encrypted files.
        ocr: As for `extract`.
        catalogue: As for `extract`.

    Yields:
        One `Outcome` a source. Memory does not grow with the number of sources.

    Raises:
        CatalogueError: The catalogue has a mistake; it is read before the first file.
    """
    options = {
        "password": password,
        "ocr": ocr,
        "limits": limits,
        "catalogue": Catalogue.load(catalogue) if catalogue is not None else None,
    }
    count = workers or (os.cpu_count() or 1)
    if executor is not None:
        yield from _run(sources, _Borrowed(executor), count, ordered, options)
        return
    with _own_pool(count) as pool:
        yield from _run(sources, pool, count, ordered, options)


class _Borrowed:
    """An executor of the caller's, which is never replaced."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, source: Source, options: dict[str, Any]) -> "Future[Outcome]":
        return self._executor.submit(_one, source, options)

    def retry(self, source: Source, options: dict[str, Any]) -> Outcome:
        return self.submit(source, options).result()


class _Pool:
    """A pool of processes that is replaced when one of them was killed."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor = _processes(workers)

    def submit(self, source: Source, options: dict[str, Any]) -> "Future[Outcome]":
        try:
            return self._executor.submit(_one, source, options)
        except BrokenProcessPool:
            self._executor.shutdown(wait=False)
            self._executor = _processes(self._workers)
            return self._executor.submit(_one, source, options)

    def retry(self, source: Source, options: dict[str, Any]) -> Outcome:
        """Read one file again in a process of its own, to see whether it was the one at fault."""
        with _processes(1) as alone:
            return alone.submit(_one, source, options).result()

    def stop(self) -> None:
        """End the pool at once; nobody waits for what is still being read."""
        processes = list((self._executor._processes or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


def _processes(workers: int) -> ProcessPoolExecutor:
    """Processes that start clean (a fork would copy locks and threads of this one)."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_parent)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _own_pool(workers: int) -> Iterator[_Pool]:
    pool = _Pool(workers)
    try:
        yield pool
    finally:
        pool.stop()


@dataclass(frozen=True, slots=True)
class _Job:
    """A file that was handed out: as given, as sent to the worker, and what will come back."""

    source: Source
    sent: Source
    future: "Future[Outcome]"


def _run(
    sources: Iterable[Source],
    pool: _Pool | _Borrowed,
    workers: int,
    ordered: bool,
    options: dict[str, Any],
) -> Iterator[Outcome]:
    """Hand out sources, a few for each worker, and yield what comes back."""
    waiting: deque[_Job] = deque()
    for source in sources:
        sent = _sendable(source)
        if isinstance(sent, Outcome):
            future: Future[Outcome] = Future()
            future.set_result(sent)
            sent = b""
        else:
            future = pool.submit(sent, options)
        waiting.append(_Job(source, sent, future))
        while len(waiting) >= workers * _IN_FLIGHT:
            yield _next(waiting, pool, ordered, options)
    while waiting:
        yield _next(waiting, pool, ordered, options)


def _sendable(source: Source) -> Source | Outcome:
    """A source that another process can take: an open file is read here."""
    if not hasattr(source, "read"):
        return source
    try:
        return source.read()
    except (OSError, ValueError) as error:
        todo = "Open it for reading in binary mode."
        return Outcome(source, None, CktExtractError(f"cannot be read: {error}", todo=todo), 0.0)


def _next(
    waiting: deque["_Job"], pool: _Pool | _Borrowed, ordered: bool, options: dict[str, Any]
) -> Outcome:
    """The next outcome: of the first file waiting, or of whichever is done first."""
    if not ordered:
        wait([job.future for job in waiting], return_when="FIRST_COMPLETED")
        position = next(i for i, job in enumerate(waiting) if job.future.done())
        waiting.rotate(-position)
        job = waiting.popleft()
        waiting.rotate(position)
    else:
        job = waiting.popleft()
    try:
        outcome = job.future.result()
    except (BrokenProcessPool, CancelledError):
        outcome = _second_try(job, pool, options)
    except Exception as error:
        outcome = Outcome(job.source, None, _failure(error), 0.0)
    return replace(outcome, source=job.source)


def _second_try(job: "_Job", pool: _Pool | _Borrowed, options: dict[str, Any]) -> Outcome:
    """A worker died: files that were only near it are read again, the one at fault is named."""
    name = _name(job.source)
    _LOGGER.warning("a worker was killed; reading %s again alone", name)
    try:
        return pool.retry(job.sent, options)
    except BrokenProcessPool:
        error = LimitExceededError(
            "its worker process was killed twice",
            todo="Look at the machine's memory, or give fewer workers.",
            document=name,
        )
        return Outcome(job.source, None, error, 0.0)


def _one(source: Source, options: dict[str, Any]) -> Outcome:
    """Read one file in a worker; every failure comes back as an outcome."""
    start = time.perf_counter()
    try:
        report, error = extract(source, **options), None
    except CktExtractError as failure:
        report, error = None, failure
    except Exception as failure:
        _LOGGER.exception("unexpected failure in %s", _name(source))
        report, error = None, _failure(failure)
    seconds = round(time.perf_counter() - start, 3)
    return Outcome(b"" if isinstance(source, bytes) else source, report, error, seconds)


def _failure(error: BaseException) -> CktExtractError:
    return CktExtractError(
        f"unexpected {type(error).__name__}: {error}",
        todo="This is a fault of ckt_extract; please report it with the file.",
    )


def _name(source: Source) -> str:
    return str(source) if isinstance(source, (str, os.PathLike)) else "<bytes>"
