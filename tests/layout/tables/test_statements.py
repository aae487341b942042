"""A table as statements: values with their headers, every word once."""

from collections import Counter

import pytest

from ckt_extract.layout.statement import Statement
from ckt_extract.layout.tables import cell_statements, to_record
from tests.layout.tables.setting import PRODUCERS, pages_of, tables_of
from tests.layout.tables.specimens import SPECIMENS, Specimen


def specimen(name: str) -> Specimen:
    """The specimen of a name."""
    (found,) = (s for s in SPECIMENS if s.name == name)
    return found


def values(name: str) -> list[Statement]:
    """The statements of the values of a specimen."""
    (table,) = tables_of(specimen(name), "typst")
    return [s for s in cell_statements(table, 7) if s.kind == "cell" and s.focus != (0, 0)]


def test_a_value_with_its_headers() -> None:
    """The text is caption, row and column; the focus is the value, and its words are the words."""
    first = values("ruled")[0]
    assert "Locaties per land · China · 2018: 2.267" == first.text
    assert "2.267" == first.text[slice(*first.focus)]
    assert ("China", "2018", "Locaties per land") == (
        first.row_header,
        first.column_header,
        first.lead,
    )
    assert ["2.267"] == [placed.word.text for placed in first.words]
    assert first.focus[0] == first.words[0].start
    assert ("table", "2.267", 7) == (first.place().method, first.place().quote, first.block)


def test_merged_heads() -> None:
    """The column header of a merged head is unfolded."""
    assert "2019 / volledig" == values("merged")[0].column_header


def test_names_of_groups_are_context() -> None:
    """The name of a group of rows stands in the text, and the row header is the row's own."""
    assert [
        ("Locaties per werelddeel · Azië · China · Locaties: 2.004", "China"),
        ("Locaties per werelddeel · Europa · Italië · Locaties: 338", "Italië"),
    ] == [(s.text, s.row_header) for s in values("groups of rows")[::4]]


def test_a_year_beside_a_name_is_context() -> None:
    """A name over several rows heads each of them, with the year that tells them apart."""
    assert [
        "Locaties en werknemers · China · 2017 · Locaties: 2.302",
        "Locaties en werknemers · China · 2018 · Locaties: 2.267",
        "Locaties en werknemers · China · 2019 · Locaties: 2.004",
        "Locaties en werknemers · India · 2018 · Locaties: 813",
    ] == [s.text for s in values("names over several rows")][:4]


def test_a_total_in_bold_ends_a_group() -> None:
    """A row in bold is not in the group above it."""
    assert "Locaties per land · Totaal · 2018: 4.470" in [s.text for s in values("ruled")]


def test_marks_and_notes() -> None:
    """A mark is a statement of its own, set aside; a note knows its mark."""
    (table,) = tables_of(specimen("footnotes"), "typst")
    statements = cell_statements(table, 1)
    marks = [s.text for s in statements if s.reason == "footnote"]
    notes = [(s.mark, s.text) for s in statements if s.kind == "note"]
    assert ["1", "1", "2", "2", "3", "3"] == sorted(marks)
    assert specimen("footnotes").notes == notes


def test_the_caption_is_a_statement() -> None:
    """The caption is said as printed, with its label."""
    (table,) = tables_of(specimen("ruled"), "typst")
    caption = cell_statements(table, 1)[0]
    assert ("caption", "Tabel 1: Locaties per land") == (caption.kind, caption.text)


@pytest.mark.parametrize("each", SPECIMENS, ids=lambda s: s.name)
def test_every_word_is_in_one_statement(each: Specimen) -> None:
    """The words that the table takes from the page are those of its statements."""
    (table,) = tables_of(each, "reportlab")
    (page,) = pages_of(PRODUCERS["reportlab"]([each]))
    taken = Counter(page.words[at].text for at in table.used[1])
    said = Counter(p.word.text for s in cell_statements(table, 1) for p in s.words)
    assert +taken == +said


@pytest.mark.parametrize("each", SPECIMENS, ids=lambda s: s.name)
def test_the_place_of_a_value_holds_just_the_value(each: Specimen) -> None:
    """Reading the words whose middle is in the boxes of a place gives its quote again."""
    (table,) = tables_of(each, "typst")
    (page,) = pages_of(PRODUCERS["typst"]([each]))
    for statement in cell_statements(table, 1):
        place = statement.place()
        inside = [
            word.text
            for box in place.boxes
            for word in page.words
            if box.x0 <= (word.x0 + word.x1) / 2 <= box.x1
            and box.top <= (word.top + word.bottom) / 2 <= box.bottom
        ]
        assert place.quote.replace(" ", "") == "".join(inside)


def test_the_model_has_the_cells_with_their_boxes() -> None:
    """Cells hold header cells too, and lie in the order of the table."""
    (table,) = tables_of(specimen("merged"), "typst")
    model = to_record(table)
    first, second = model.cells[:2]
    assert ("Thema", 0, 0) == (first.text, first.row, first.column)
    assert ("2019", 0, 1) == (second.text, second.row, second.column)
    assert first.box.x1 < second.box.x0
    assert ("grid", (1,), "table") == (model.engine, model.pages, model.place.method)
