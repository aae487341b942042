"""Table rows read whole, beside other engines: `python -m tests.benchmarks.tables [ENGINE…]`.

Measured on the fixtures, whose rows are in their `expected.json`, and on the specimens of
`tests/layout/tables`, set by ReportLab and Typst. A row is whole when all its cells are right and
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

from tests.layout.tables.setting import PRODUCERS, read_tables
from tests.layout.tables.specimens import SPECIMENS

__all__ = ["ENGINES", "main"]

_FIXTURES = Path(__file__).parents[2] / "fixtures"
Rows = list[tuple[str, ...]]
Document = tuple[str, Path, Rows]
"""Producer, file, and the rows of its tables."""


def documents(folder: Path) -> list[Document]:
    """The fixtures, and a document of all specimens by each producer, written to a folder."""
    found: list[Document] = []
    for expected in sorted(_FIXTURES.rglob("expected.json")):
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
    return [_plain(table.body) for table in read_tables(path.read_bytes())]


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
        for name, read in ENGINES.items():
            if names and name not in names:
                continue
            whole, false, seconds = _measured(read, every)
            shares = [f"{whole[p]} of {total[p]}" for p in producers]
            everything = f"{whole.total()} of {total.total()}"
            print(f"| {name} | {' | '.join(shares)} | {everything} | {false} | {seconds:.1f} |")
            sys.stdout.flush()
        found = [table for _, path, _ in every for table in read_tables(path.read_bytes())]
        doubted = sum(bool(table.doubts) for table in found)
        print(f"\nIn doubt: {doubted} of {len(found)} tables of the own grid.")


def _measured(
    read: Callable[[Path], list[Rows]], every: list[Document]
) -> tuple[Counter[str], int, float]:
    """Rows whole for each producer, false tables, and seconds."""
    whole: Counter[str] = Counter()
    false = 0
    start = time.perf_counter()
    for producer, path, rows in every:
        tables = read(path)
        want = Counter(rows)
        have = Counter(row for table in tables for row in table)
        whole[producer] += (want & have).total()
        false += sum(not any(row in want for row in table) for table in tables)
    return whole, false, time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
