"""How time grows with pages, facts, files and processes: `python -m tests.benchmarks.scaling`.

Each figure is the best of three in one process that is warm, without what other programs do.
"""

import io
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
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


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
    """Batches of files, and the same with two workers."""
    source = REPORTS["chromium"]
    paths = [repeat_pages(source, _PAGES + i % 3, folder / f"{i}.pdf") for i in range(_FILES)]
    list(ckt_extract.extract_many(paths[:4], workers=2, ocr="off"))  # the disk is warm
    for workers, files in ((1, _FILES // 4), (1, _FILES // 2), (1, _FILES), (2, _FILES)):
        seconds = best(
            lambda files=files, workers=workers: list(  # type: ignore[misc]  # bound at once
                ckt_extract.extract_many(paths[:files], workers=workers, ocr="off")
            )
        )
        each = seconds / files * 1000
        print(f"{files:6} files   {seconds:7.2f} s  {each:6.0f} ms a file, {workers} workers")
        if workers == 1:
            alone = seconds
    print(f"one worker / two: {alone / seconds:.2f} (at least 1.8)")


def main() -> None:
    """Print how time grows."""
    with tempfile.TemporaryDirectory() as folder:
        growth_with_pages(Path(folder))
        growth_with_facts()
        growth_with_files(Path(folder))


if __name__ == "__main__":
    main()
