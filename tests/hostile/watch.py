"""Reads a file and measures the cost: seconds, and memory here and in the reading process."""

import contextlib
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ckt_extract import CktExtractError, Limits, Report, extract

__all__ = ["Observation", "observe", "peak_of_children"]

_SELF = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class Observation:
    """What became of a file, and what it cost."""

    report: Report | None
    error: BaseException | None
    seconds: float
    child_mb: float
    """Most memory that one child process had; 0 where the system does not say."""
    grown_mb: float
    """Most memory that this process took on top of what it had."""

    @property
    def outcome(self) -> str:
        """`Report`, or the name of the error's class."""
        return "Report" if self.error is None else type(self.error).__name__

    @property
    def typed(self) -> bool:
        """A report, or an error of ours; the bare root class stands for a fault of our own."""
        error = self.error
        return error is None or (
            isinstance(error, CktExtractError) and type(error) is not CktExtractError
        )

    @property
    def said(self) -> str:
        """The message of the error, or the warnings of the report."""
        if self.report is None:
            return str(self.error)
        return " | ".join(f"{w.message} (page {w.page})" for w in self.report.warnings)


def observe(source: Any, limits: Limits, password: str | None = None) -> Observation:  # noqa: ANN401 - hostile sources are of any type
    """Extract a source under observation.

    Args:
        source: What `extract` is given.
        limits: Limits of the reading.
        password: Password of an encrypted file.
    """
    report: Report | None = None
    error: BaseException | None = None
    before = _reset_peaks()
    with _PeakWatch() as watch:
        start = time.perf_counter()
        try:
            report = extract(source, password=password, limits=limits, ocr="off")
        except Exception as caught:
            error = caught
        seconds = time.perf_counter() - start
    return Observation(report, error, seconds, watch.most, max(_peak(_SELF) - before, 0.0))


def _reset_peaks() -> float:
    """Let the peaks of all processes start again at what they have; the megabytes of this one."""
    for process in (_SELF, *_children()):
        with contextlib.suppress(OSError):
            (process / "clear_refs").write_text("5")
    return _peak(_SELF)


def _children() -> list[Path]:
    """The children of this process."""
    found: list[Path] = []
    for task in (_SELF / "task").glob("*/children") if _SELF.exists() else ():
        with contextlib.suppress(OSError):
            found += [Path("/proc", pid) for pid in task.read_text().split()]
    return found


def _peak(process: Path) -> float:
    """Most memory that a process had, in megabytes; 0 where the system does not say."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", (process / "status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1000 if found else 0.0


def peak_of_children() -> float:
    """Most memory that one of the children of this process had until now, in megabytes."""
    return max(map(_peak, _children()), default=0.0)


class _PeakWatch:
    """Looks at the children of this process again and again, as long as it is entered."""

    def __init__(self, look: Callable[[], float] = peak_of_children) -> None:
        self.most = 0.0
        self._look = look
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "_PeakWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._done.wait(0.005):
            self.most = max(self.most, self._look())
        self.most = max(self.most, self._look())
