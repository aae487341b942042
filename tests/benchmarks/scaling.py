"""How time grows with pages, facts, files and processes: `python -m tests.benchmarks.scaling`.

Each figure is the best of three in one process that is warm, without what other programs do; the
last ones are medians.
"""

import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import ckt_extract
from tests.benchmarks.documents import REPORTS, repeat_pages

__all__ = ["main"]

_FILES = 24
_PAGES = 24
_ROUNDS = 5
_TURNS = 6_000
_LINES = 40
_SENTENCE = "In 2019 meldden {count} bedrijven dat {share} procent van hun locaties bekend is."


def with_facts(facts: int) -> bytes:
    """A document with so many different facts, two in a sentence and a sentence in a line."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for number in range(facts // 2):
        line = number % _LINES
        if number and not line:
            canvas.showPage()
        share = f"{number % 99 + 1},{number // 99}"
        text = _SENTENCE.format(count=number + 2, share=share)
        canvas.drawString(56, 780 - 18 * line, text)
    canvas.save()
    return target.getvalue()


def best(work: Callable[[], object]) -> float:
    """Seconds of the best of three."""
    return min(_seconds(work) for _ in range(3))


def read(source: str | Path | bytes) -> ckt_extract.Report:
    """The report of a document, without OCR."""
    return ckt_extract.extract(source, ocr="off")


def growth_with_pages(folder: Path) -> None:
    """Documents of 25 to 800 pages."""
    for pages in (25, 50, 100, 200, 400, 800):
        path = repeat_pages(REPORTS["chromium"], pages, folder / "pages.pdf")
        seconds = best(lambda path=path: read(path))  # type: ignore[misc]  # bound at once
        print(f"{pages:6} pages   {seconds:7.2f} s  {seconds / pages * 1000:6.1f} ms a page")


def growth_with_facts() -> None:
    """Documents with 100 to 3,200 different facts."""
    for facts in (100, 200, 400, 800, 1600, 3200):
        data = with_facts(facts)
        found = len(read(data).results)
        seconds = best(lambda data=data: read(data))  # type: ignore[misc]  # bound at once
        print(f"{found:6} facts   {seconds:7.2f} s  {seconds / found * 1000:6.2f} ms a fact")


def growth_with_files(folder: Path) -> None:
    """Batches of files with one worker."""
    paths = _files(folder)
    for files in (_FILES // 4, _FILES // 2, _FILES):
        seconds = best(lambda files=files: _batch(paths[:files], 1))  # type: ignore[misc]  # bound at once
        print(f"{files:6} files   {seconds:7.2f} s  {seconds / files * 1000:6.0f} ms a file")


def growth_with_workers(folder: Path) -> None:
    """The same batch with one worker and with two, in turns, beside what the machine gives.

    Two processors may be one core, or others may use them as well: two programs that have nothing
    to do with each other say how much faster two can be at that moment.
    """
    paths = _files(folder)
    _batch(paths[:4], 2)  # the disk is warm
    rounds = []
    for _ in range(_ROUNDS):
        one, two = _seconds(lambda: _batch(paths, 1)), _seconds(lambda: _batch(paths, 2))
        alone, both = _seconds(lambda: _programs(1)), _seconds(lambda: _programs(2))
        rounds.append((one, two, one / two, 2 * alone / both))
        print(
            f"{one / _FILES * 1000:6.0f} ms a file with one worker, {two / _FILES * 1000:.0f} with "
            f"two: {one / two:.2f}; two other programs {2 * alone / both:.2f}"
        )
    ones, twos, ratios, others = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(
        f"medians: {ones / _FILES * 1000:.0f} and {twos / _FILES * 1000:.0f} ms a file, one worker "
        f"/ two {ratios:.2f} (at least 1.8); two other programs {others:.2f}"
    )


def _files(folder: Path) -> list[Path]:
    source = REPORTS["chromium"]
    return [repeat_pages(source, _PAGES + i % 3, folder / f"{i}.pdf") for i in range(_FILES)]


def _batch(paths: list[Path], workers: int) -> None:
    for outcome in ckt_extract.extract_many(paths, workers=workers, ocr="off"):
        assert outcome.report is not None


def _programs(count: int) -> None:
    """Run a program that keeps a processor busy, so many times at once."""
    code = f"import json\nd = {{str(i): [i] * 5 for i in range(300)}}\nfor _ in range({_TURNS}):\n json.loads(json.dumps(d))"  # noqa: E501 - a program
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(count)]
    for program in running:
        program.wait()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print how time grows."""
    with tempfile.TemporaryDirectory() as folder:
        growth_with_pages(Path(folder))
        growth_with_facts()
        growth_with_files(Path(folder))
        growth_with_workers(Path(folder))


if __name__ == "__main__":
    main()
