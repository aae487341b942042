"""Facts and tables as pandas frames."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from ckt_extract.errors import UnsupportedError
from ckt_extract.export import FRAMES, report_frame, table_frame
from ckt_extract.models.report import Report
from tests.checks.builders import fact, many, report, table


def test_a_row_for_each_result(full: Report) -> None:
    """Results are rows in the order of the report, by id."""
    frame = full.to_frame()
    assert [result.id for result in full.results] == frame["id"].to_list()


def test_columns_of_a_result(full: Report) -> None:
    """A row says what was read, of whom, when, compared with what, and where."""
    row = full.to_frame().iloc[0]
    expected = {
        "indicator": "due_diligence.fully_compliant",
        "type": "percentage",
        "value": Decimal("63.5"),
        "upper": None,
        "bound": "exact",
        "unit": "percent",
        "population": "brands",
        "population_text": "merken",
        "basis": "companies",
        "basis_count": Decimal(57),
        "year": 2019,
        "year_basis": "stated",
        "role": "result",
        "previous_value": Decimal(8),
        "previous_year": 2018,
        "page": 1,
        "quote": "Een zin",
        "text": "Een zin op bladzijde 1.",
        "method": "text",
    }
    assert expected == {name: row[name] for name in expected}


def test_units_counts_and_dimensions(full: Report) -> None:
    """What only some quantities have stands in columns of its own."""
    rows = full.to_frame().set_index("id").to_dict("index")
    expected: dict[str, dict[str, object]] = {
        "r2": {"section": "Stand"},
        "r3": {"count": Decimal(5), "population_count": Decimal(57)},
        "r4": {"numerator": Decimal(4), "denominator": Decimal(5)},
        "r5": {"unit": "points"},
        "r6": {"currency": "EUR"},
        "r7": {"unit": "years"},
        "r8": {"dim_country": "CN", "dim_material": "cotton"},
    }
    assert expected == {
        key: {name: rows[key][name] for name in cells} for key, cells in expected.items()
    }


def test_qualitative_result_has_no_number(full: Report) -> None:
    """A result without a number is a row without type and value."""
    row = full.to_frame().set_index("id").loc["r9"]
    assert row["value"] is None
    assert pd.isna(row["type"])


@pytest.mark.parametrize("what", FRAMES)
def test_types_do_not_depend_on_the_content(full: Report, what: str) -> None:
    """An empty frame has the columns and types of a full one, dimensions apart."""
    frame, empty = report_frame(full, what), report_frame(report(), what)
    without = [name for name in frame.columns if not name.startswith("dim_")]
    assert without == list(empty.columns)
    assert frame[without].dtypes.to_dict() == empty.dtypes.to_dict()
    assert (0, True) == (len(empty), len(frame) > 0)


def test_years_are_nullable_whole_numbers(full: Report) -> None:
    """A year stays a whole number beside results that have none."""
    frame = full.to_frame()
    assert "Int64" == str(frame["year"].dtype)
    assert [2019, 2018, 2018, 2019] == frame["year"].dropna().to_list()


def test_values_stay_exact() -> None:
    """Values are Decimal objects and not floats."""
    frame = report(fact(many("0.1")), fact(many("12345678901234567890"))).to_frame()
    assert [Decimal("0.1"), Decimal("12345678901234567890")] == frame["value"].to_list()
    assert Decimal("12345678901234567890.1") == frame["value"].sum()


def test_percentages_only(full: Report) -> None:
    """The frame of percentages has the results whose quantity is one."""
    frame = report_frame(full, "percentages")
    assert [p.result.id for p in full.percentages] == frame["id"].to_list()
    assert {"percentage"} == set(frame["type"])


def test_rulings_with_parties_and_dates(full: Report) -> None:
    """A ruling is a row with its parties by role and its dates."""
    row = report_frame(full, "rulings").iloc[0]
    expected = ("Arisa", "C&A Nederland C.V.", date(2020, 5, 15), None, "Publiceer de lijst.")
    names = ("applicants", "respondents", "filed", "decided", "recommendations")
    assert expected == tuple(row[name] for name in names)


def test_other_frames(full: Report) -> None:
    """Audit, findings, links and tables have frames too."""
    assert ["used", "unexplained"] == report_frame(full, "audit")["status"].to_list()
    assert "r1" == report_frame(full, "audit")["facts"][0]
    assert [f.rule for f in full.findings] == report_frame(full, "findings")["rule"].to_list()
    assert {"1"} == set(report_frame(full, "findings")["pages"])
    assert ["javascript:alert(1)"] == report_frame(full, "links")["uri"].to_list()
    assert [(2, 3)] == [
        (row["rows"], row["columns"]) for _, row in report_frame(full, "tables").iterrows()
    ]


def test_unknown_frame(full: Report) -> None:
    """Asking for something else names what there is."""
    with pytest.raises(UnsupportedError, match=r"no frame of 'numbers'.*results, percentages"):
        report_frame(full, "numbers")


def test_table_as_printed(full: Report) -> None:
    """A table is strings as printed; a name that comes again is numbered, short rows are filled."""
    frame = full.tables[0].to_frame()
    assert ["Land", "2019", "2019 (2)"] == list(frame.columns)
    assert [["China", "-5", "=1+1"], ["India", "7", ""]] == frame.to_numpy().tolist()


def test_table_without_rows_or_names() -> None:
    """Columns without a name are numbered like others, and a table may have no rows."""
    frame = table_frame(table(("", "", " (2)")))
    assert (["", " (2)", " (2) (2)"], 0) == (list(frame.columns), len(frame))
