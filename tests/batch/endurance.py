"""Thousands of files with poisoned ones among them: `python -m tests.batch.endurance --help`.

Prints what became of them, and what it cost: memory here and in the processes, and how many of
these were lost. Linux only, for it looks at /proc.
"""

import argparse
import logging
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ckt_extract import Limits, Outcome, extract_many
from tests.batch.killers import BY_NAME, named
from tests.batch.processes import command_of, descendants, memory_mb, peak_mb
from tests.children import children_that
from tests.documents.compare import FIXTURES
from tests.hostile.build import hostile_files

__all__ = ["main"]

_POISON = (
    "content_bomb", "forms_exponential", "to_unicode_inflates", "encrypted_and_cut",
    "many_empty_pages", "characters_3_million", "noise", "password_missing",
)  # fmt: skip
"""Hostile files that end in an error; two that kill their process each time make them ten."""
_LIMITS = Limits(seconds=20, page_seconds=4, memory_mb=400)


def good_files() -> list[Path]:
    """Fixtures of one to four pages."""
    return [
        *sorted(FIXTURES.glob("pages/*/*.pdf")),
        *sorted(FIXTURES.glob("page/*.pdf")),
        *sorted(FIXTURES.glob("factsheet*/*.pdf")),
    ]


def sources(count: int, poisoned: int, folder: Path) -> Iterator[Any]:
    """So many files, of which some are poisoned, evenly spread."""
    made = {file.name: file.make for file in hostile_files() if file.name in _POISON}
    bad: list[Any] = []
    for number in range(poisoned):
        if number % 5 == 4:
            bad.append(named(f"killer-{number}.pdf", folder))
            continue
        name = _POISON[number % len(_POISON)]
        path = folder / f"{name}.pdf"
        path.write_bytes(made[name]())
        bad.append(path)
    good = good_files()
    every = count // poisoned if poisoned else count + 1
    for number in range(count):
        if bad and number % every == every // 2:
            yield bad.pop()
        else:
            yield good[number % len(good)]


class _Watch(logging.Handler):
    """Looks at the processes below this one, and hears of those that were lost."""

    def __init__(self) -> None:
        super().__init__()
        self.readers: set[int] = set()
        self.most: Counter[str] = Counter()
        self.read_again = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Count the files that are read again after a process was lost."""
        self.read_again += "a process was lost" in record.getMessage()

    def __enter__(self) -> "_Watch":
        logging.getLogger("ckt_extract").addHandler(self)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        logging.getLogger("ckt_extract").removeHandler(self)

    def _look(self) -> None:
        while not self._done.wait(0.1):
            for pid in descendants():
                command = command_of(pid)
                if b"reading.worker" in command:
                    self.readers.add(pid)
                    self.most["reader"] = max(self.most["reader"], int(peak_mb(pid)))


def endure(count: int, poisoned: int, workers: int) -> bool:
    """Read the files and print what became of them; whether that is what it should be."""
    reports, errors = 0, Counter[str]()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, children_that(BY_NAME), _Watch() as watch:
        given = sources(count, poisoned, Path(folder))
        many = extract_many(given, workers=workers, limits=_LIMITS, ocr="off")
        for number, outcome in enumerate(many, start=1):
            reports += outcome.report is not None
            errors[_kind(outcome)] += outcome.report is None
            if number % max(count // 10, 1) == 0:
                seconds = time.perf_counter() - start
                print(f"{number:6} files {seconds:7.1f} s  {memory_mb():6.0f} MB here", flush=True)
    print(f"\n{reports} reports, {sum(errors.values())} errors, {workers} workers")
    for kind, times in sorted(errors.items()):
        print(f"    {times:4} {kind}") if times else None
    print(f"peak memory: here {peak_mb():.0f} MB, in a process {watch.most['reader']} MB")
    print(f"{len(watch.readers)} processes seen, {watch.read_again} files read again with care")
    return (reports, sum(errors.values())) == (count - poisoned, poisoned)


def _kind(outcome: Outcome) -> str:
    return f"{type(outcome.error).__name__}: {getattr(outcome.error, 'what', '')[:60]}"


def main(arguments: list[str]) -> int:
    """Run what is asked for; 1 when it is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--poisoned", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    return not endure(options.files, options.poisoned, options.workers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
