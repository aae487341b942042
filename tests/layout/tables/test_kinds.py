"""Every kind of table, by two programs, is read exactly as it was set."""

import pytest

from ckt_extract.layout.tables import GridTable, to_record
from tests.layout.tables.setting import PRODUCERS, tables_of
from tests.layout.tables.specimens import SPECIMENS, Specimen

EVERY = pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda s: s.name)
EACH = pytest.mark.parametrize("producer", PRODUCERS)


def only(specimen: Specimen, producer: str) -> GridTable:
    """The one table of a specimen's document."""
    (table,) = tables_of(specimen, producer)
    return table


@EVERY
@EACH
def test_every_row_is_whole(specimen: Specimen, producer: str) -> None:
    """The body is given as printed: no row is missing, split, joined or shifted."""
    assert specimen.rows == [list(row) for row in to_record(only(specimen, producer)).rows]


@EVERY
@EACH
def test_the_header_is_unfolded(specimen: Specimen, producer: str) -> None:
    """Each column has its name; merged heads are joined to those below them."""
    assert specimen.header == list(to_record(only(specimen, producer)).header)


@EVERY
@EACH
def test_the_caption_and_the_notes_belong_to_the_table(specimen: Specimen, producer: str) -> None:
    """The caption is read without its label, the number and the footnotes apart."""
    table = to_record(only(specimen, producer))
    notes = [(note.mark, note.text) for note in table.notes]
    assert (specimen.title, "1", specimen.notes) == (table.caption, table.number, notes)


@EACH
def test_a_footnote_mark_is_no_digit_of_a_number(producer: str) -> None:
    """41¹ is 41 with note 1, and 4.000² is 4.000 with note 2."""
    (specimen,) = (s for s in SPECIMENS if s.name == "footnotes")
    marked = {
        (cell.text, *cell.notes) for cell in to_record(only(specimen, producer)).cells if cell.notes
    }
    assert {("41", "1"), ("4.000", "2"), ("Wol", "3")} == marked


@EACH
def test_stars_are_notes_too(producer: str) -> None:
    """A star behind a number is no part of it, and its note stands below the table."""
    (specimen,) = (s for s in SPECIMENS if s.name == "footnotes")
    starred = Specimen(
        "stars", specimen.title, specimen.head,
        [[*row[:3], type(row[3])(row[3].text + "*")] for row in specimen.body],
        specimen.align, specimen.widths,
    )  # fmt: skip
    table = to_record(only(starred, producer))
    assert ["58,5%", "16,4%", "12,8%", "2,8%"] == [row[3] for row in table.rows]
    assert [("*",)] * 4 == [c.notes for c in table.cells if c.column == 3 and c.row > 0]
