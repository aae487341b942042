"""What it costs that a child process reads: `python -m tests.benchmarks.child [ROUNDS]`.

Lays out all pages of a document in that process, and with the same functions in this one.
Prints seconds of processor time, of both processes together, so that a busy machine does not
spoil the figures.
"""

import resource
import sys
import time
from pathlib import Path

from ckt_extract.layouts import Layouts
from ckt_extract.reading import child
from tests.benchmarks.documents import FACTSHEET, REPORTS
from tests.benchmarks.here import laid_out

__all__ = ["main"]


def _inside(path: Path) -> int:
    """Lay out a document in this process; its pages."""
    return sum(1 for _ in laid_out(path))


def _apart(path: Path) -> int:
    """Lay out a document in the reading process; its pages."""
    with Layouts(path, None, "off", None) as layouts:
        layouts.open()
        return sum(1 for _ in layouts.pages())


def _processor() -> float:
    """Processor seconds of this process and of the children that have ended."""
    own, ended = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def main(arguments: list[str]) -> None:
    """Print the figures."""
    rounds = int(arguments[0]) if arguments else 50
    child.end_idle()
    before, start = _processor(), time.perf_counter()
    child.warm_up()
    with Layouts(FACTSHEET, None, "off", None) as layouts:
        layouts.open()
        wall = time.perf_counter() - start
        next(layouts.pages())
    child.end_idle()
    used = _processor() - before
    print(f"start of the process and first page: {used:.3f} s, open after {wall:.3f} s")
    for path in (FACTSHEET, REPORTS["typst"]):
        seconds = []
        for read in (_inside, _apart):
            pages = read(path)
            child.end_idle()
            before = _processor()
            for _ in range(rounds):
                read(path)
            child.end_idle()
            seconds.append((_processor() - before) / rounds)
        here, apart = seconds
        print(
            f"{path.name}, {pages} pages: {here * 1000:.1f} ms here, {apart * 1000:.1f} ms apart: "
            f"{(apart - here) * 1000 / pages:+.2f} ms a page"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
