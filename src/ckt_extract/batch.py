"""Many documents at once: on this machine's processors, or on any executor."""

import io
import itertools
import logging
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ckt_extract.entry import OcrMode, Source, extract
from ckt_extract.errors import CktExtractError, LimitExceededError, UnsupportedError
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.models.report import Report
from ckt_extract.pool import Answer, Pool
from ckt_extract.reading import Limits
from ckt_extract.reading.source import read_file
from ckt_extract.whole import Wish

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
        workers: Number of processes of that pool, by default one a processor; with an executor,
            how many files it reads at once, where it does not say so itself.
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
    limits = limits or Limits()
    known = Catalogue.load(catalogue) if catalogue is not None else None
    count = workers or getattr(executor, "_max_workers", None) or os.cpu_count() or 1
    pool = Pool(count) if executor is None else _Borrowed(executor, count)
    batch = _Batch(pool, count * _IN_FLIGHT, Wish(password, ocr, limits, known))
    try:
        yield from batch.outcomes(sources, ordered)
    finally:
        batch.stop()


class _Task(NamedTuple):
    """What an executor is given. No two tasks are equal, or dask would give the old answer."""

    source: Source
    wish: Wish
    number: int


class _Borrowed:
    """An executor of the caller's. One that breaks is replaced by processes of our own."""

    def __init__(self, executor: Executor, workers: int) -> None:
        self._executor = executor
        self._workers = workers
        self._futures: set[Future[Answer]] = set()
        self._numbers = itertools.count()
        self._instead: Pool | None = None

    def submit(self, source: Source, wish: Wish) -> "Future[Answer]":
        """Hand out a source."""
        if self._instead is not None:
            return self._instead.submit(source, wish)
        try:
            future = self._executor.submit(_read, _Task(source, wish, next(self._numbers)))
        except BrokenExecutor:
            _LOGGER.warning("the executor is broken; reading on in processes of our own")
            self._instead = Pool(self._workers)
            return self._instead.submit(source, wish)
        except RuntimeError as error:
            todo = "Give an executor that is open."
            raise UnsupportedError(f"the executor takes no work: {error}", todo=todo) from error
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        return future

    def stop(self) -> None:
        """Take back what nobody works on yet; the caller's executor goes on."""
        if self._instead is not None:
            self._instead.stop()
        for future in list(self._futures):
            future.cancel()


class _Job(NamedTuple):
    """A file that was handed out: as it was given, as it can be sent, and what will come back."""

    source: Source
    sent: Source
    future: "Future[Answer]"


class _Batch:
    """Hands out sources, a few for each worker, and gives what comes back."""

    def __init__(self, pool: Pool | _Borrowed, most: int, wish: Wish) -> None:
        self._pool = pool
        self._most = most
        self._wish = wish
        self._waiting: deque[_Job] = deque()

    def outcomes(self, sources: Iterable[Source], ordered: bool) -> Iterator[Outcome]:
        """One outcome a source."""
        for source in sources:
            self._waiting.append(self._hand_out(source))
            while len(self._waiting) >= self._most:
                yield self._take(ordered)
        while self._waiting:
            yield self._take(ordered)

    def stop(self) -> None:
        """End what is still under way."""
        self._pool.stop()

    def _hand_out(self, source: Source) -> _Job:
        """Send a source to a worker; an open file is read here, for it cannot be sent."""
        try:
            sent = _closed(source, self._wish.limits.bytes)
        except CktExtractError as error:
            unread: Future[Answer] = Future()
            unread.set_result((None, error, 0.0))
            return _Job(source, b"", unread)
        return _Job(source, sent, self._pool.submit(sent, self._wish))

    def _take(self, ordered: bool) -> Outcome:
        """The next outcome: of the first file waiting, or of whichever is done first."""
        waiting = self._waiting
        if not ordered:
            wait([job.future for job in waiting], return_when="FIRST_COMPLETED")
            position = next(i for i, job in enumerate(waiting) if job.future.done())
            waiting.rotate(-position)
            job = waiting.popleft()
            waiting.rotate(position)
        else:
            job = waiting.popleft()
        return Outcome(job.source, *self._answer(job))

    def _answer(self, job: _Job) -> Answer:
        """What a worker says; a file whose worker died is read again."""
        try:
            try:
                return job.future.result()
            except Exception as error:
                if not _died(error):
                    raise
                _LOGGER.warning("a worker was killed; reading %s again", _name(job.source))
                return self._pool.submit(job.sent, self._wish).result()
        except CktExtractError as error:
            return None, error, 0.0
        except Exception as error:
            return None, _of_executor(error, _name(job.source)), 0.0


def _died(error: Exception) -> bool:
    """Whether an executor says that a worker is gone, or that a task was taken back with one."""
    # dask has an error of its own, which cannot be imported where dask is not installed
    return isinstance(error, BrokenExecutor | CancelledError) or (
        type(error).__name__ == "KilledWorker"
    )


def _of_executor(error: Exception, name: str) -> CktExtractError:
    """What an executor raises itself: its worker is dead, or the source cannot be sent."""
    if _died(error):
        return LimitExceededError(
            "its worker process was killed, also when it was read again",
            todo="Look at the machine's memory, and at Limits.seconds. "
            "A script that reads in several processes "
            'needs `if __name__ == "__main__":` around its start.',
            document=name,
        )
    return UnsupportedError(
        f"the executor failed: {type(error).__name__}: {error}",
        todo="Give a path, bytes or a file; other sources may not reach another process.",
        document=name,
    )


def _closed(source: Source, most: int) -> Source:
    """A source that can be sent to another process: an open file becomes one in memory.

    Raises:
        CktExtractError: The file cannot be read.
    """
    if isinstance(source, str | bytes | os.PathLike) or not hasattr(source, "read"):
        return source
    name, data = read_file(source, most)
    file = io.BytesIO(data)
    file.name = name
    return file


def _read(task: _Task) -> Answer:
    """Read one file in a worker of the caller's; every failure comes back as an answer."""
    start = time.perf_counter()
    report: Report | None = None
    error: CktExtractError | None = None
    try:
        report = extract(task.source, **task.wish._asdict())
    except CktExtractError as failure:
        error = failure
    return report, error, round(time.perf_counter() - start, 3)


def _name(source: Source) -> str:
    if isinstance(source, bytes):
        return "<bytes>"
    name = source if isinstance(source, str | os.PathLike) else getattr(source, "name", "<file>")
    return Path(str(name)).name
