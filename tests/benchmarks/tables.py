"""Table rows read whole, beside other engines: `python -m tests.benchmarks.tables [ENGINE…]`.

Measured on the fixtures and on the annexes of `tests/accuracy/layout`, whose rows are in their
`expected.json`, and on the specimens of `tests/layout/tables`, set by ReportLab and Typst. Each
line of the second table is one document. A row is whole when all its cells are right and
in their columns; white space is not compared, columns without a word are left out. A table is false
when none of its rows is a row of a true table.
"""

import json
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from ckt_extract.layout.document import lay_out
from tests.layout.tables.setting import PRODUCERS, pages_of, read_tables
from tests.layout.tables.specimens import SPECIMENS

__all__ = ["ENGINES", "main"]

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_UNSEEN = Path(__file__).parents[1] / "accuracy" / "layout"
Rows = list[tuple[str, ...]]
Document = tuple[str, Path, Rows]
"""Producer, file, and the rows of its tables."""


def documents(folder: Path) -> list[Document]:
    """The documents with tables, and one of all specimens by each producer, in a folder."""
    found: list[Document] = []
    for expected in [*sorted(_FIXTURES.rglob("expected.json")), *sorted(_UNSEEN.rglob("*.json"))]:
        tables = json.loads(expected.read_text()).get("tables", [])
        rows = [row for table in tables for row in _plain(table["rows"])]
        for path in sorted(expected.parent.glob("*.pdf")):
            found.append((path.name.split(".")[-2], path, rows))
    rows = [row for specimen in SPECIMENS for row in _plain(specimen.rows)]
    for producer, set_specimens in PRODUCERS.items():
        path = folder / f"specimens.{producer}.pdf"
        path.write_bytes(set_specimens(SPECIMENS))
        found.append((producer, path, rows))
    return found


def _plain(rows: Iterable[Iterable[str | None]]) -> Rows:
    """Rows without white space and without columns that have no word."""
    texts = [
        ["".join((cell or "").replace("−", "-").replace("’", "'").split()) for cell in row]
        for row in rows
    ]
    kept = [at for at in range(max(map(len, texts), default=0)) if any(row[at] for row in texts)]
    return [tuple(row[at] for at in kept) for row in texts]


def _own(path: Path) -> list[Rows]:
    pages = list(pages_of(path.read_bytes()))
    layouts = lay_out(pages, len(pages))
    return [_plain(table.rows) for layout in layouts for table in layout.tables]


def _camelot(flavor: str, **settings: object) -> Callable[[Path], list[Rows]]:
    def read(path: Path) -> list[Rows]:
        from camelot.io import read_pdf  # noqa: PLC0415 - slow, and only where it is measured

        tables = read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True, **settings)
        return [_plain(table.data) for table in tables]

    return read


def _pdfplumber(strategy: str) -> Callable[[Path], list[Rows]]:
    def read(path: Path) -> list[Rows]:
        import pdfplumber  # noqa: PLC0415 - as above

        settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
        found: list[Rows] = []
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                found += [_plain(table) for table in page.extract_tables(settings)]
                page.close()
        return found

    return read


ENGINES: dict[str, Callable[[Path], list[Rows]]] = {
    "own grid": _own,
    "pdfplumber lines": _pdfplumber("lines"),
    "pdfplumber text": _pdfplumber("text"),
    "camelot lattice": _camelot("lattice"),
    "camelot stream": _camelot("stream"),
    "camelot network": _camelot("network"),
    "camelot hybrid": _camelot("hybrid"),
    "camelot hybrid, vector": _camelot(
        "hybrid", engine="vector", layout_kwargs={"char_margin": 0.5, "boxes_flow": None}
    ),
    "camelot auto": _camelot("auto"),
}


def main(names: list[str]) -> None:
    """Print rows whole for each engine and producer, false tables, and seconds."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        every = documents(Path(folder))
        producers = sorted({producer for producer, _, _ in every})
        total = Counter({p: sum(len(rows) for q, _, rows in every if q == p) for p in producers})
        print(f"| engine | {' | '.join(producers)} | all | false tables | seconds |")
        print(f"|---|{'---|' * (len(producers) + 3)}")
        results: dict[str, list[int]] = {}
        for name, read in ENGINES.items():
            if names and name not in names:
                continue
            results[name], false, seconds = _measured(read, every)
            whole: Counter[str] = Counter()
            for (producer, _, _), count in zip(every, results[name], strict=True):
                whole[producer] += count
            shares = [f"{whole[p]} of {total[p]}" for p in producers]
            everything = f"{whole.total()} of {total.total()}"
            print(f"| {name} | {' | '.join(shares)} | {everything} | {false} | {seconds:.1f} |")
            sys.stdout.flush()
        print(f"\n| document | rows | {' | '.join(results)} |\n|---|{'---|' * (len(results) + 1)}")
        for at, (_, path, rows) in enumerate(every):
            if rows:
                counts = " | ".join(str(whole[at]) for whole in results.values())
                print(f"| {path.name} | {len(rows)} | {counts} |")
        found = [table for _, path, _ in every for table in read_tables(path.read_bytes())]
        doubted = sum(bool(table.doubts) for table in found)
        print(f"\nIn doubt: {doubted} of {len(found)} tables of the own grid.")


def _measured(
    read: Callable[[Path], list[Rows]], every: list[Document]
) -> tuple[list[int], int, float]:
    """Rows whole in each document, false tables, and seconds."""
    whole: list[int] = []
    false = 0
    start = time.perf_counter()
    for _, path, rows in every:
        tables = read(path)
        want = Counter(rows)
        have = Counter(row for table in tables for row in table)
        whole.append((want & have).total())
        false += sum(not any(row in want for row in table) for table in tables)
    return whole, false, time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
