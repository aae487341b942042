"""Second opinions on the tables of a page, by camelot and pdfplumber.

Both are slow to import and to run, so they are asked only about a page where layout doubts its
own reading, and only in the reading process: they can hang, and abort the process.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ckt_extract.reading.document import PdfiumDocument

__all__ = ["camelot_tables", "pdfplumber_tables", "run"]

PlainTable = dict[str, Any]
"""A table as plain values, in points from the top left of the page:

`engine` · `box` (left, top, right, bottom) · `xs`, the boundaries of its columns · `rows`, each
a list of cells `(text, box)`.
"""
Answer = list[PlainTable] | dict[str, str]
"""The tables, or `{"failure": why}`."""

_SETTINGS: dict[str, dict[str, Any]] = {
    "hybrid": {"engine": "vector", "layout_kwargs": {"char_margin": 0.5, "boxes_flow": None}},
    "lattice": {"engine": "vector"},
}
"""The hybrid flavour with these settings reads most rows right (docs/tables.md). The vector
engine gives the tables of the rendering one in a quarter of the time and memory."""


def run(document: PdfiumDocument, number: int, engine: str = "camelot-hybrid") -> Answer:
    """The job `tables`: the tables of a page by another engine.

    Args:
        document: The open document.
        number: 1-based page number.
        engine: `camelot-hybrid`, `camelot-lattice`, `camelot-stream`, `camelot-network`,
            `pdfplumber` or `pdfplumber-text`.

    Returns:
        A list of plain tables, or `{"failure": …}` with the reason when the engine failed.
    """
    name, _, flavor = engine.partition("-")
    if name == "camelot":
        return camelot_tables(document.data, number, flavor, document.password)
    return pdfplumber_tables(document.data, number, flavor or "lines", document.password)


def camelot_tables(data: bytes, number: int, flavor: str, password: str | None = None) -> Answer:
    """The tables of a page by camelot.

    Args:
        data: The bytes of the PDF.
        number: 1-based page number.
        flavor: `hybrid`, `lattice`, `stream` or `network`.
        password: Password of an encrypted PDF.
    """

    def read() -> list[PlainTable]:
        from camelot.io import read_pdf  # noqa: PLC0415 - slow, and brings pandas

        settings = {"flavor": flavor, **_SETTINGS.get(flavor, {})}
        with TemporaryDirectory() as folder:
            # Given bytes, camelot leaves its own copy behind until the process ends
            path = Path(folder) / "document.pdf"
            path.write_bytes(data)
            found = read_pdf(
                str(path), pages=str(number), password=password, suppress_stdout=True, **settings
            )
            height = _height(data, number, password)
            return [_of_camelot(table, height, flavor) for table in found]

    return _guarded(read)


def _of_camelot(table: Any, height: float, flavor: str) -> PlainTable:  # noqa: ANN401 - untyped
    """A table of camelot, turned from the bottom left to the top left."""
    rows = [
        [
            (cell.text.strip(), (cell.x1, height - cell.y2, cell.x2, height - cell.y1))
            for cell in row
        ]
        for row in table.cells
    ]
    xs = [table.cols[0][0], *(right for _, right in table.cols)]
    tops = [height - top for top, _ in table.rows]
    bottoms = [height - bottom for _, bottom in table.rows]
    return {
        "engine": f"camelot-{flavor}",
        "box": (xs[0], min(tops), xs[-1], max(bottoms)),
        "xs": xs,
        "rows": rows,
    }


def pdfplumber_tables(
    data: bytes, number: int, strategy: str = "lines", password: str | None = None
) -> Answer:
    """The tables of a page by pdfplumber.

    Args:
        data: The bytes of the PDF.
        number: 1-based page number.
        strategy: `lines` for ruled tables, `text` for those without rules.
        password: Password of an encrypted PDF.
    """

    def read() -> list[PlainTable]:
        from io import BytesIO  # noqa: PLC0415 - as little as possible before it is needed

        import pdfplumber  # noqa: PLC0415 - brings pdfminer

        settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
        with pdfplumber.open(BytesIO(data), password=password or "") as pdf:
            page = pdf.pages[number - 1]
            tables = [_of_pdfplumber(table, strategy) for table in page.find_tables(settings)]
            page.close()
            return tables

    return _guarded(read)


def _of_pdfplumber(table: Any, strategy: str) -> PlainTable:  # noqa: ANN401 - untyped
    """A table of pdfplumber; cells that another one covers have no text and an empty box."""
    empty = (0.0, 0.0, 0.0, 0.0)
    rows = [
        [
            (text or "", tuple(box) if box else empty)
            for text, box in zip(texts, row.cells, strict=True)
        ]
        for texts, row in zip(table.extract(), table.rows, strict=True)
    ]
    edges = sorted({side for cell in table.cells for side in (cell[0], cell[2])})
    engine = "pdfplumber" if strategy == "lines" else f"pdfplumber-{strategy}"
    return {"engine": engine, "box": tuple(table.bbox), "xs": edges, "rows": rows}


def _height(data: bytes, number: int, password: str | None) -> float:
    """Height of a page in points."""
    from io import BytesIO  # noqa: PLC0415 - as above

    import pikepdf  # noqa: PLC0415 - only for second opinions

    with pikepdf.open(BytesIO(data), password=password or "") as pdf:
        box = pdf.pages[number - 1].cropbox
        return float(box[3])


def _guarded(read: Callable[[], list[PlainTable]]) -> Answer:
    """What a function gives, or its failure as a value.

    camelot and pdfminer raise whatever a damaged file leads them to: ValueError, KeyError,
    StopIteration, IndexError, TypeError, …
    """
    try:
        return read()
    except Exception as error:
        return {"failure": f"{type(error).__name__}: {error}"}
