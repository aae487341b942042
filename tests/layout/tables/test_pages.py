"""Tables beside each other, in columns, over pages, and turned."""

from itertools import pairwise

import pytest

from ckt_extract.layout.tables import (
    GridTable,
    cell_statements,
    find_tables,
    join_tables,
    to_record,
)
from ckt_extract.reading.page import Area, Page, Rule, Word
from tests.layout.build import PROSE, box, line, page, text
from tests.layout.tables.setting import PRODUCERS, read_tables
from tests.layout.tables.specimens import SPECIMENS, Cell, Specimen

LANDS = ("China", "India", "Turkije", "Polen", "Italië", "Spanje", "Peru", "Japan")
LONG = Specimen(
    "long", "Locaties en werknemers", [[Cell(t) for t in ("Land", "Locaties", "Werknemers")]],
    [
        [Cell(f"{LANDS[n % 8]} {n}"), Cell(str(7 * n + 1)), Cell(f"{n + 1}.{n + 105}")]
        for n in range(70)
    ],
    "lrr", (3, 2, 2),
)  # fmt: skip


def grid(
    rows: list[list[str]], x: float, y: float, *, step: float = 60, bold_head: bool = True
) -> list[Word]:
    """Rows of words; the first column starts at x, the others end at whole steps."""
    words: list[Word] = []
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                end = x + 60 + step * column
                start = x if column == 0 else end - 5 * len(cell.replace(" ", ""))
                words += line(cell, start, y + 18 * at, bold=bold_head and at == 0)
    return words


def body(count: int, first: int = 0) -> list[list[str]]:
    """Rows of made-up numbers."""
    return [
        [LANDS[n % 8], str(100 + 7 * n), str(900 - 11 * n)] for n in range(first, first + count)
    ]


HEAD = ["Land", "2018", "2019"]


def find(*pages: Page) -> list[GridTable]:
    """The tables of pages, each found with the last one of the page before, and joined."""
    tables: list[GridTable] = []
    for each in pages:
        last = tables[-1] if tables and tables[-1].pages[-1] == each.number - 1 else None
        for at, table in enumerate(find_tables(each, body_size=10, previous=last)):
            joined = join_tables(last, table) if last and at == 0 else None
            if joined:
                tables[-1] = joined
            else:
                tables.append(table)
    return tables


def rows(table: GridTable) -> list[list[str]]:
    """The body as lists."""
    return [list(row) for row in table.body]


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("rules", ["full", "lines", "book", "bands", "none"])
def test_a_table_over_three_pages_is_one(producer: str, rules: str) -> None:
    """Pages with a repeated head are joined; the head is given once."""
    long = Specimen("long", LONG.title, LONG.head, LONG.body, LONG.align, LONG.widths, rules, 10, 7)
    (table,) = read_tables(PRODUCERS[producer]([long]))
    assert (LONG.rows, tuple(LONG.header)) == (rows(table), table.header)
    assert len(table.pages) > 1
    assert [(a, a + 1) for a in table.pages[:-1]] == list(pairwise(table.pages))


@pytest.mark.parametrize("producer", PRODUCERS)
def test_tables_that_follow_each_other_are_not_joined(producer: str) -> None:
    """A document with all specimens has as many tables as specimens, each with its rows."""
    tables = read_tables(PRODUCERS[producer](SPECIMENS))
    assert [s.rows for s in SPECIMENS] == [rows(table) for table in tables]


def test_it_goes_on_without_its_head() -> None:
    """A table without a repeated head goes on when nothing stands between but page numbers."""
    first = page(text(PROSE, 60, 90), grid([HEAD, *body(20)], 60, 400), number=1)
    rest = grid(body(5, 20), 60, 90, bold_head=False)
    second = page(rest, text(PROSE, 60, 300), line("2", 300, 800), number=2)
    (table,) = find(first, second)
    assert body(25) == rows(table)


def test_one_row_on_the_next_page_is_not_lost() -> None:
    """A single row at the top of the next page, with or without the head, belongs to the table."""
    first = page(grid([HEAD, *body(20)], 60, 400), number=1)
    for top in ([], [HEAD]):
        second = page(grid([*top, *body(1, 20)], 60, 90, bold_head=bool(top)), number=2)
        (table,) = find(first, second)
        assert body(21) == rows(table)


def test_another_caption_is_another_table() -> None:
    """The same columns under a caption of their own are another table."""
    first = page(grid([HEAD, *body(20)], 60, 400), number=1)
    caption = line("Tabel 2: Werknemers", 60, 70)
    second = page(caption, grid([HEAD, *body(5)], 60, 90), number=2)
    assert [body(20), body(5)] == [rows(table) for table in find(first, second)]


def test_text_between_ends_a_table() -> None:
    """After running text the same head starts another table."""
    first = page(grid([HEAD, *body(10)], 60, 90), text(PROSE, 60, 400), number=1)
    second = page(grid([HEAD, *body(5)], 60, 90), number=2)
    assert 2 == len(find(first, second))


def test_two_tables_beside_each_other() -> None:
    """Two captions on one line are two tables."""
    left, right = [HEAD, *body(6)], [["Vezel", "2018", "2019"], *body(5, 3)]
    captions = line("Tabel 1: Landen", 60, 80, 9) + line("Tabel 2: Vezels", 330, 80, 9)
    both = page(captions, grid(left, 60, 100), grid(right, 330, 100))
    models = [to_record(table) for table in find(both)]
    assert [("Landen", "1"), ("Vezels", "2")] == [(m.caption, m.number) for m in models]
    assert [left[1:], right[1:]] == [[list(row) for row in m.rows] for m in models]


def test_two_tables_beside_each_other_with_captions_below() -> None:
    """Captions below two tables on the same lines part them, also where one is longer."""
    left, right = [HEAD, *body(4)], [HEAD, *body(5, 3)]
    captions = line("Tabel 1: Landen", 60, 196, 9) + line("Tabel 2: Vezels", 330, 214, 9)
    both = page(grid(left, 60, 100), grid(right, 330, 100), captions)
    models = [to_record(table) for table in find(both)]
    assert [("Landen", "1", 4), ("Vezels", "2", 5)] == [
        (model.caption, model.number, len(model.rows)) for model in models
    ]


def test_a_table_in_a_column_beside_running_text() -> None:
    """Text in the other column is no column of the table, even on the same lines."""
    beside = text(PROSE * 8, 320, 90, room=210, pitch=1.8)
    here = page(text(PROSE, 60, 90, room=220), grid([HEAD, *body(8)], 60, 252), beside)
    (table,) = find(here)
    assert body(8) == rows(table)


def test_rules_tell_columns_that_stand_close() -> None:
    """Drawn edges part words that are no further apart than the words of a sentence."""
    words = [
        word
        for at, (name, value) in enumerate(
            (("Locaties", "2019"), ("China", "2.004"), ("India", "871"))
        )
        for word in line(name, 60, 100 + 18 * at) + line(value, 102.8, 100 + 18 * at)
    ]
    down = [Rule(x, 88, x + 0.5, 142) for x in (57, 101, 135)]
    across = [Rule(57, y, 135, y + 0.5) for y in (88, 106, 124, 142)]
    (table,) = find(page(words, rules=down + across))
    assert [["China", "2.004"], ["India", "871"]] == rows(table)


def test_thousands_with_a_space_stay_one_number() -> None:
    """`1 234` is one cell, also beside a column that stands close."""
    values = [["Land", "Werk", "Jaar"], ["China", "1 234", "2019"], ["India", "12 056", "2019"],
              ["Turkije", "915", "2018"], ["Polen", "3 301", "2017"]]  # fmt: skip
    (table,) = find(page(grid(values, 60, 100, step=50)))
    assert values[1:] == rows(table)


def test_a_caption_that_is_repeated_loses_no_words() -> None:
    """The words of a caption that stands above each part of a table are in a statement each."""
    first = page(line("Tabel 3: Landen", 60, 70), grid([HEAD, *body(6)], 60, 90))
    second = page(line("Tabel 3: Landen", 60, 70), grid([HEAD, *body(4, 6)], 60, 90), number=2)
    (table,) = find(first, second)
    said = [s.text for s in cell_statements(table, 1)]
    assert 2 == said.count("Tabel 3: Landen")


def test_a_landscape_page() -> None:
    """A wide page is read like any other."""
    wide = [["Land", *(str(2010 + n) for n in range(10))]]
    wide += [
        [land, *(str(31 * n * k % 89 + 10) for n in range(1, 11))]
        for k, land in enumerate(LANDS, 1)
    ]
    landscape = page(grid(wide, 60, 100))
    landscape.width, landscape.height = 842, 595
    (table,) = find(landscape)
    assert wide[1:] == rows(table)


def test_a_caption_below_the_last_part_is_that_of_the_whole() -> None:
    """A caption below the last page of a table names the whole of it, and stands on that page."""
    first = page(text(PROSE, 60, 90), grid([HEAD, *body(20)], 60, 400), number=1)
    rest = grid([HEAD, *body(5, 20)], 60, 90)
    second = page(rest, line("Tabel 6: Locaties per jaar", 60, 212), number=2)
    (table,) = find(first, second)
    assert (body(25), "6", 2) == (rows(table), table.number, to_record(table).place.page)


def bands(heights: list[float]) -> list[Area]:
    """Backgrounds of every second row."""
    return [box(55, y - 13, 320, y + 5, 0xEEF2F5) for y in heights]


def test_rows_above_the_first_band() -> None:
    """The head and a wrapped row above the first band belong to the table."""
    words = line("Maatregel", 60, 100, bold=True) + line("2019", 280, 100, bold=True)
    words += line("Wat een gezin nodig heeft om van te", 60, 118) + line("12", 290, 124)
    words += line("leven berekenen", 60, 130)
    for at, y in enumerate((148, 166, 184, 202)):
        words += line(f"Maatregel {at}", 60, y) + line(str(30 + at), 290, y)
    (table,) = find(page(words, areas=bands([148, 184])))
    assert [
        ["Wat een gezin nodig heeft om van te leven berekenen", "12"],
        *([f"Maatregel {at}", str(30 + at)] for at in range(4)),
    ] == rows(table)


def test_the_name_of_a_group_above_the_first_band() -> None:
    """Between the head and the first band stands the name of a group: a row of its own."""
    words = line("Stof", 60, 100, bold=True) + line("Ton", 280, 100, bold=True)
    lines = [("Natuurlijk", ""), ("Katoen", "38"), ("Wol", "12"), ("Kunst", ""), ("Nylon", "7")]
    for at, (name, value) in enumerate(lines):
        words += line(name, 60, 122 + 22 * at, bold=not value) + line(value, 290, 122 + 22 * at)
    (table,) = find(page(words, areas=bands([144, 188])))
    assert [list(row) for row in lines] == rows(table)
