"""Time and memory beside other libraries, in one run: `python -m tests.benchmarks.speed [-n 5]`.

Each measurement is a process of its own, its child processes included; the figure is the median of
N. Only ratios within a run mean anything: the table says how long the whole run took the machine.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.documents import ANNEX, FACTSHEET, REPORTS, repeat_pages

__all__ = ["Row", "main"]

READERS = {
    "ckt_extract": "import ckt_extract; ckt_extract.extract({path!r}, ocr='off')",
    "ckt_extract reading": "from tests.benchmarks.here import opened\n"
    "for page in opened({path!r}).pages(): pass",
    "ckt_extract reading + layout": "from tests.benchmarks.here import laid_out\n"
    "for page in laid_out({path!r}): pass",
    "pdfplumber words": (
        "import pdfplumber\n"
        "with pdfplumber.open({path!r}) as d:\n"
        " for p in d.pages:\n  p.extract_words(); p.close()"
    ),
    "pdfplumber tables": (
        "import pdfplumber\n"
        "with pdfplumber.open({path!r}) as d:\n"
        " for p in d.pages:\n  p.extract_tables(); p.close()"
    ),
    "camelot hybrid vector": (
        "import camelot; camelot.read_pdf({path!r}, pages='all', flavor='hybrid', engine='vector',"
        " layout_kwargs={{'char_margin': .5, 'boxes_flow': None}}, suppress_stdout=True)"
    ),
    "camelot lattice": "import camelot; camelot.read_pdf({path!r}, pages='all', flavor='lattice')",
    "camelot network": "import camelot; camelot.read_pdf({path!r}, pages='all', flavor='network')",
    "playa": (
        "import playa\nwith playa.open({path!r}) as d:\n for p in d.pages:\n  p.extract_text()"
    ),
    "pypdfium2 text": (
        "import pypdfium2\nd = pypdfium2.PdfDocument({path!r})\n"
        "for p in d:\n t = p.get_textpage(); t.get_text_range(); t.close(); p.close()"
    ),
}

STARTS = {
    "import pydantic, pypdfium2": "import pydantic, pypdfium2; pydantic.BaseModel",
    "import ckt_extract": "import ckt_extract",
    "import ckt_extract, its models": "import ckt_extract; ckt_extract.Report",
    "import pdfplumber, open": "import pdfplumber; pdfplumber.open({path!r})",
    "first result": "import ckt_extract; ckt_extract.extract({path!r}, ocr='off').results",
}

MEASURED = """
import os, resource, threading, time
peak = 0
def watch():
    global peak
    me = os.getpid()
    while True:
        total = 0
        for entry in os.listdir('/proc'):
            if entry.isdigit():
                try:
                    stat = open(f'/proc/{{entry}}/stat').read().rsplit(')', 1)[1].split()
                    if int(entry) == me or int(stat[1]) == me:
                        total += int(open(f'/proc/{{entry}}/statm').read().split()[1]) * 4096
                except (OSError, IndexError):
                    pass
        peak = max(peak, total)
        time.sleep(0.02)
threading.Thread(target=watch, daemon=True).start()
exec({code!r})
print(peak)
"""


@dataclass(frozen=True)
class Row:
    """One measurement: median seconds, peak memory of the process and its children."""

    document: str
    pages: int
    what: str
    seconds: float
    megabytes: int | None


def measure(document: str, pages: int, what: str, code: str, runs: int) -> Row:
    """Run code in fresh processes; memory is watched in one run of its own (Linux only)."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    memory = None
    if sys.platform == "linux":
        watched = [sys.executable, "-c", MEASURED.format(code=code)]
        run = subprocess.run(watched, check=True, capture_output=True, text=True)
        memory = int(run.stdout.split()[-1]) // 2**20
    return Row(document, pages, what, statistics.median(times), memory)


def main(arguments: list[str] | None = None) -> None:
    """Print the table and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    parser.add_argument("--pages", type=int, nargs="*", default=[100, 1000])
    options = parser.parse_args(arguments)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for producer, report in REPORTS.items():
            for pages in options.pages:
                path = repeat_pages(report, pages, Path(folder) / f"{producer}-{pages}.pdf")
                slow = pages > 200
                names = [n for n in READERS if not n.startswith("camelot")]
                names = [n for n in names if "tables" not in n and not (slow and n == "playa")]
                runs = 1 if slow else options.runs
                for name in names:
                    code = READERS[name].format(path=str(path))
                    rows.append(measure(f"report {producer}", pages, name, code, runs))
                    _print(rows[-1])
    for label, path in (("annex", ANNEX), ("factsheet", FACTSHEET)):
        count = page_count(path)
        for name, reader in READERS.items():
            code = reader.format(path=str(path))
            rows.append(measure(label, count, name, code, options.runs))
            _print(rows[-1])
    for name, start in STARTS.items():
        code = start.format(path=str(FACTSHEET))
        rows.append(measure("start", 2, name, code, options.runs))
        _print(rows[-1])
    print(_ratios(rows))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")


def page_count(path: Path) -> int:
    """Number of pages of a file."""
    import pikepdf  # noqa: PLC0415 - only for this count

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _print(row: Row) -> None:
    each = row.seconds / row.pages * 1000
    print(
        f"{row.document:18} {row.pages:5} {row.what:36} {row.seconds:8.3f} s {each:8.1f} ms/page "
        f"{row.megabytes or 0:5} MB",
        flush=True,
    )


def _ratios(rows: list[Row]) -> str:
    """The ratios that are aimed at, with what they have to be."""
    found = {(r.document, r.pages, r.what): r for r in rows}
    lines = ["", "ratios"]

    def ratio(label: str, over: Row | None, under: Row | None, most: float) -> None:
        if over is not None and under is not None:
            value = over.seconds / under.seconds
            lines.append(f"  {label:60} {value:6.2f}  (at most {most})")

    for producer in REPORTS:
        name = f"report {producer}"
        for pages in (100, 1000):
            ours = found.get((name, pages, "ckt_extract"))
            words = found.get((name, pages, "pdfplumber words"))
            ratio(f"{name}, {pages} pages: extract / pdfplumber words", ours, words, 0.25)
        small, large = (found.get((name, n, "ckt_extract")) for n in (100, 1000))
        if small is not None and large is not None:
            each = large.seconds / 1000 / (small.seconds / 100)
            lines.append(
                f"  {name + ', cost a page at 1,000 / at 100':60} {each:6.2f}  (at most 1.1)"
            )
            if small.megabytes and large.megabytes:
                more = large.megabytes / small.megabytes
                lines.append(
                    f"  {name + ', memory at 1,000 / at 100':60} {more:6.2f}  (at most 1.3)"
                )
    annex = {r.what: r for r in rows if r.document == "annex"}
    ratio("annex: extract / camelot hybrid", annex.get("ckt_extract"), annex.get("camelot hybrid vector"), 0.35)  # fmt: skip  # noqa: E501
    start = {r.what: r for r in rows if r.document == "start"}
    ratio("first result / import pdfplumber and open", start.get("first result"), start.get("import pdfplumber, open"), 1.5)  # fmt: skip  # noqa: E501
    ratio("import ckt_extract / import pydantic, pypdfium2", start.get("import ckt_extract"), start.get("import pydantic, pypdfium2"), 1.3)  # fmt: skip  # noqa: E501
    return "\n".join(lines)


if __name__ == "__main__":
    main()
