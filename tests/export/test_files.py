"""Reports written to files, and read back."""

import csv
import json
import sys
from io import StringIO
from pathlib import Path

import pytest

from ckt_extract.errors import MissingExtraError, UnsupportedError
from ckt_extract.export import FRAMES, write_csv, write_json, write_jsonl, write_parquet
from ckt_extract.models.report import Report
from tests.checks.builders import fact, many, report, table


def written(given: Report, what: str = "results") -> list[dict[str, str]]:
    """The rows of a CSV file."""
    out = StringIO(newline="")
    write_csv(given, out, what)
    return list(csv.DictReader(StringIO(out.getvalue(), newline="")))


def test_json_reads_back_exactly(full: Report, tmp_path: Path) -> None:
    """A report is the same after it was written and read, byte by byte when written again."""
    path, again = tmp_path / "a.json", tmp_path / "b.json"
    write_json(full, path)
    read = Report.model_validate_json(path.read_bytes())
    assert full == read
    write_json(read, again)
    assert path.read_bytes() == again.read_bytes()


def test_json_lines(full: Report) -> None:
    """Each report is one line, written as it comes; the file stays open."""
    out = StringIO()
    assert 2 == write_jsonl(iter([full, report()]), out)
    lines = out.getvalue().splitlines()
    assert [9, 0] == [len(json.loads(line)["results"]) for line in lines]
    assert full == Report.model_validate_json(lines[0])


def test_csv_of_results(full: Report) -> None:
    """CSV has the columns of the frame, exact numbers, and nothing where there is nothing."""
    rows = written(full)
    assert list(full.to_frame().columns) == list(rows[0])
    assert ("63.5", "2019", "", "8") == tuple(
        rows[0][name] for name in ("value", "year", "upper", "previous_value")
    )


@pytest.mark.parametrize("what", FRAMES)
def test_csv_of_everything(full: Report, what: str, tmp_path: Path) -> None:
    """Every kind of facts can be written, the same each time."""
    one, other = tmp_path / "1.csv", tmp_path / "2.csv"
    write_csv(full, one, what)
    write_csv(full, other, what)
    assert one.read_bytes() == other.read_bytes()
    with one.open(encoding="utf-8", newline="") as file:
        assert len(full.to_frame(what)) == len(list(csv.DictReader(file)))


def test_formulas_are_neutralised(full: Report) -> None:
    """A text that a spreadsheet would run gets an apostrophe in front."""
    assert "'=HYPERLINK(1) zegt het verslag" == written(full)[8]["text"]
    assert "'=2+5" == written(full, "audit")[1]["text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+31 70", "'+31 70"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("-1.234,5", "-1.234,5"),
        ("-12%", "-12%"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_cells_of_a_table(text: str, expected: str) -> None:
    """Formulas in tables are neutralised, in the header too; negative numbers stay numbers."""
    out = StringIO(newline="")
    write_csv(table(("Land", text), ("China", text)), out)
    header, row = list(csv.reader(StringIO(out.getvalue(), newline="")))
    assert [expected, expected] == [header[1], row[1]]


def test_negative_values_stay_numbers() -> None:
    """A negative value is written as a number, a large one without an exponent."""
    rows = written(report(fact(many("-3")), fact(many("1E+6"))))
    assert ["-3", "1000000"] == [row["value"] for row in rows]


def test_unknown_kind_of_facts(full: Report, tmp_path: Path) -> None:
    """Asking for something else is a typed error, in each form."""
    with pytest.raises(UnsupportedError, match="no frame of 'numbers'"):
        write_csv(full, StringIO(), "numbers")
    with pytest.raises(UnsupportedError, match="no frame of 'numbers'"):
        write_parquet(full, tmp_path / "a.parquet", "numbers")


@pytest.mark.parametrize("what", FRAMES)
def test_parquet_reads_back(full: Report, what: str, tmp_path: Path) -> None:
    """Parquet has the rows of the frame, in a schema that an empty report has as well."""
    pq = pytest.importorskip("pyarrow.parquet")
    path, empty = tmp_path / "full.parquet", tmp_path / "empty.parquet"
    write_parquet(full, path, what)
    write_parquet(report(), empty, what)
    read = pq.read_table(path).to_pylist()
    frame = full.to_frame(what)
    columns = [name for name in frame.columns if frame[name].dtype == object]
    assert len(frame) == len(read)
    assert [frame[name].to_list() for name in columns] == [
        [row[name] for row in read] for name in columns
    ]
    schema = pq.read_schema(path)
    fixed = [field for field in schema if not field.name.startswith("dim_")]
    assert fixed == list(pq.read_schema(empty))


def test_number_that_parquet_cannot_hold(tmp_path: Path) -> None:
    """A number of too many digits is a typed error that says what to do."""
    pytest.importorskip("pyarrow")
    huge = report(fact(many("9" * 60)))
    with pytest.raises(UnsupportedError, match=r"38 digits.*JSON or CSV"):
        write_parquet(huge, tmp_path / "a.parquet")
    write_parquet(report(fact(many("0." + "3" * 20))), tmp_path / "b.parquet")


def test_parquet_without_the_extra(
    full: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pyarrow the error says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ckt-extract\[parquet\]'"):
        write_parquet(full, tmp_path / "a.parquet")
