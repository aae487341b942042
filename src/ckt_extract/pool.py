"""Processes of our own that read many documents, each doing all the work on one at a time."""

import logging
import pickle
import threading
import time
from concurrent.futures import Future
from queue import SimpleQueue

from ckt_extract.entry import Source as Given
from ckt_extract.errors import CktExtractError, LimitExceededError
from ckt_extract.faults import faults_told
from ckt_extract.models.report import Report
from ckt_extract.reading.child import Child, ChildDied, acquire, end_idle, release
from ckt_extract.reading.frames import SAID
from ckt_extract.reading.reader import Reader, Silenced
from ckt_extract.reading.records import Source
from ckt_extract.reading.source import load_source
from ckt_extract.whole import REPORT, Wish

__all__ = ["Answer", "Pool"]

Answer = tuple[Report | None, CktExtractError | None, float]
"""What comes of a document: report, error, seconds."""

_LOGGER = logging.getLogger(__name__)

_WHOLE = "ckt_extract.whole:say_report"
_WITH_CARE = "ckt_extract.whole:say_report_with_care"
_GRACE = 60.0
"""Seconds over twice `Limits.seconds` after which a process is ended."""


class Pool:
    """Hands out documents; a thread waits for each process, and takes what it says.

    A process that a document brings down costs another one that reads it with care. Nothing but
    `stop`, or the end of the program, ends what is being read.

    Args:
        workers: Number of processes.
    """

    def __init__(self, workers: int) -> None:
        self._queue: SimpleQueue[tuple[Given, Wish, Future[Answer]] | None] = SimpleQueue()
        self._busy: set[Reader | Child] = set()
        self._stopped = False
        for _ in range(workers):
            # Daemons, for a program that leaves does not wait for what is still being read
            threading.Thread(target=self._work, daemon=True).start()
        self._workers = workers

    def submit(self, source: Given, wish: Wish) -> "Future[Answer]":
        """Hand out a document."""
        future: Future[Answer] = Future()
        self._queue.put((source, wish, future))
        return future

    def stop(self) -> None:
        """End the processes at once; nobody waits for what is still being read."""
        self._stopped = True
        for busy in list(self._busy):
            busy.end()
        for _ in range(self._workers):
            self._queue.put(None)
        end_idle()

    def _work(self) -> None:
        """Read one document after the other."""
        while (task := self._queue.get()) is not None and not self._stopped:
            source, wish, future = task
            start = time.perf_counter()
            report, error = None, None
            try:
                with faults_told():
                    report = self._report(source, wish)
            except CktExtractError as failure:
                error = failure
            future.set_result((report, error, round(time.perf_counter() - start, 3)))
        end_idle()  # also the one that was given back while the others were ended

    def _report(self, given: Given, wish: Wish) -> Report:
        source = load_source(given, wish.limits)
        pickled = pickle.dumps(wish)
        reader = Reader(source, wish.password, wish.limits)
        self._busy.add(reader)
        try:
            with reader:
                reader.begin(_WHOLE, wish=pickled)
                reader.open()
                said = [rest[0] for what, *rest in reader.said() if what == REPORT]
            return _taken(said[0])
        except Silenced:
            if self._stopped:
                raise
        finally:
            self._busy.discard(reader)
        _LOGGER.warning("a process was lost; reading %s again, with care", source.name)
        return self._with_care(source, pickled, 2 * wish.limits.seconds + _GRACE)

    def _with_care(self, source: Source, wish: bytes, seconds: float) -> Report:
        """The report of a document that brought a process down."""
        child = acquire()
        self._busy.add(child)
        said = b""
        try:
            child.ask(("call", _WITH_CARE, {"source": tuple(source), "wish": wish}))
            while child.waiting:
                what, *rest = child.answer(seconds)
                if what == SAID:
                    said = rest[1]
                elif what != "ok":
                    raise LimitExceededError(f"reading it failed: {rest[0]}", document=source.name)
        except ChildDied as death:
            raise LimitExceededError(
                f"its process was killed, also when it was read with care: {death.detail}",
                todo="Look at the machine's memory, and at Limits.seconds.",
                document=source.name,
            ) from None
        finally:
            self._busy.discard(child)
        release(child)
        return _taken(said)


def _taken(pickled: bytes) -> Report:
    """The report that was said.

    Raises:
        CktExtractError: It was an error.
    """
    report: Report | None
    error: CktExtractError | None
    report, error = pickle.loads(pickled)  # noqa: S301 - from a process of our own
    if error is not None:
        raise error
    assert report is not None  # noqa: S101 - one of the two is there
    return report
