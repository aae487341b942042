"""What it costs that a child process reads: `python -m tests.benchmarks.child [ROUNDS]`.

Reads all pages of a document through the process, and with the same functions in this one.
Prints seconds of processor time, of both processes together, so that a busy machine does not
spoil the figures.
"""

import resource
import sys
import time
from pathlib import Path

from ckt_extract.reading import child, open_document
from ckt_extract.reading.pages import page_of_plain
from ckt_extract.reading.plain import read_plain_page
from ckt_extract.reading.repair import open_or_repair
from tests.benchmarks.documents import FACTSHEET, REPORTS

__all__ = ["main"]


def _inside(path: Path) -> int:
    """Read a document in this process; its pages."""
    document, _ = open_or_repair(path.read_bytes(), None)
    pages = [page_of_plain(read_plain_page(document, n + 1)) for n in range(document.pages)]
    document.close()
    return len(pages)


def _apart(path: Path) -> int:
    """Read a document in the reading process; its pages."""
    with open_document(path) as reader:
        return sum(1 for _ in reader.pages())


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
    with open_document(FACTSHEET) as reader:
        wall = time.perf_counter() - start
        reader.page(1)
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
