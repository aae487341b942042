"""Two workers beside one: `python -m tests.benchmarks.scaling`."""

import tempfile
import time
from pathlib import Path

import ckt_extract
from tests.benchmarks.documents import REPORTS, repeat_pages

__all__ = ["main"]

_FILES = 24
_PAGES = 24


def main() -> None:
    """Print the time of a batch with one worker and with two, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        source = REPORTS["chromium"]
        paths = [
            repeat_pages(source, _PAGES + i % 3, Path(folder) / f"{i}.pdf") for i in range(_FILES)
        ]
        seconds: dict[int, float] = {}
        for workers in (1, 2, 1, 2, 1, 2):
            start = time.perf_counter()
            outcomes = list(ckt_extract.extract_many(paths, workers=workers, ocr="off"))
            taken = time.perf_counter() - start
            assert all(o.error is None for o in outcomes), outcomes
            seconds[workers] = min(seconds.get(workers, taken), taken)
            print(f"{workers} workers: {taken:.2f} s", flush=True)
        print(f"one / two: {seconds[1] / seconds[2]:.2f} (at least 1.8)")


if __name__ == "__main__":
    main()
