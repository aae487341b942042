"""Second opinions: what other engines say, and where they are heard."""

import pytest

from ckt_extract.layout.tables import find_tables, opinions_of
from ckt_extract.reading import open_document
from ckt_extract.reading.page import Word
from ckt_extract.reading.tables import camelot_tables, pdfplumber_tables
from tests.layout.build import line, page
from tests.layout.tables.setting import PRODUCERS
from tests.layout.tables.specimens import SPECIMENS

RULED = SPECIMENS[0]
PDF = PRODUCERS["reportlab"]([RULED])
ENGINES = (
    "camelot-hybrid", "camelot-lattice", "camelot-stream", "camelot-network", "pdfplumber",
    "pdfplumber-text",
)  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_answers_in_plain_values(engine: str) -> None:
    """The reading process gives tables with their cells, in points from the top left."""
    with open_document(PDF) as reader:
        answer = reader.ask("tables", 1, engine=engine)
    assert isinstance(answer, list)
    table = next(t for t in answer if any("China" in cell[0] for row in t["rows"] for cell in row))
    row = next(row for row in table["rows"] if any("China" in cell[0] for cell in row))
    assert engine == table["engine"]
    (box,) = (box for text, box in row if "2.267" in text)
    words = [w for p in (open_first_page(),) for w in p if w.text == "2.267"]
    assert box[0] <= words[0].x1
    assert box[1] - 2 <= words[0].baseline <= box[3] + 2


def open_first_page() -> list[Word]:
    """The words of the document."""
    with open_document(PDF) as reader:
        return next(iter(reader.pages())).words  # type: ignore[union-attr]


# pdfminer and camelot leave files open when they fail
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("ask", [camelot_tables, pdfplumber_tables])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", PDF[:900]])
def test_a_failure_is_a_value(ask: object, data: bytes) -> None:
    """Whatever the engines raise comes back as a failure, and is no opinion."""
    answer = ask(data, 1, "lattice" if ask is camelot_tables else "lines")  # type: ignore[operator]
    assert ["failure"] == list(answer)
    assert [] == opinions_of(answer)


def close_columns() -> list[Word]:
    """A table whose last two columns stand no further apart than words."""
    rows = (("China", "5", "77", "40"), ("India", "8", "67", "58"), ("Turkije", "2", "31", "19"))
    return [
        word
        for at, row in enumerate(rows)
        for x, cell in zip((60, 150, 200, 212.5), row, strict=True)
        for word in line(cell, x, 100 + 18 * at)
    ]


def test_an_opinion_is_heard_where_there_is_doubt() -> None:
    """Two numbers in a cell are a doubt; the columns of another engine settle it."""
    (own,) = find_tables(page(close_columns()), body_size=10)
    assert (("two_numbers",), "grid", ("China", "5", "77 40")) == (
        own.doubts,
        own.engine,
        own.body[0],
    )
    said = [{"engine": "camelot-hybrid", "box": (60, 90, 225, 140), "xs": [60, 120, 170, 211, 225]}]
    (settled,) = find_tables(page(close_columns()), body_size=10, opinions=opinions_of(said))
    assert ((), "camelot-hybrid") == (settled.doubts, settled.engine)
    assert ("China", "5", "77", "40") == settled.body[0]


def test_an_opinion_is_not_heard_where_there_is_none() -> None:
    """A table without doubt stays as it is, whatever another engine says."""
    with open_document(PDF) as reader:
        (first,) = reader.pages()
    said = [{"engine": "camelot-hybrid", "box": (0, 0, 595, 842), "xs": [60, 300, 540]}]
    tables = find_tables(first, body_size=10, opinions=opinions_of(said))  # type: ignore[arg-type]
    assert ["grid"] == [table.engine for table in tables]
    assert RULED.rows == [list(row) for row in tables[0].body]
