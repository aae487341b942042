"""Headings and the tree of sections."""

from tests.layout.build import PROSE, box, kinds, laid_out, line, page, statements, text


def test_larger_bolder_and_capital_headings() -> None:
    """Short lines that are larger, bolder or in capitals head the text below them."""
    words = [
        *line("Jaar in beeld", 50, 80, 22),
        *text(PROSE, 50, 110),
        *line("Lonen", 50, 170, bold=True),
        *text(PROSE, 50, 186),
        *line("OVER WATER", 50, 250, 9),
        *text(PROSE, 50, 266),
    ]
    assert ["Jaar in beeld", "Lonen", "OVER WATER"] == [
        each for kind, each in kinds(page(words)) if kind == "heading"
    ]


def test_bold_lead_paragraph_is_no_heading() -> None:
    """A paragraph in bold that ends in a full stop is text."""
    words = [
        *line("Voorwoord", 50, 80, 22),
        *text(PROSE, 50, 110, 12, bold=True),
        *text(PROSE * 3, 50, 180),
    ]
    assert ["Voorwoord"] == [each for kind, each in kinds(page(words)) if kind == "heading"]


def test_heading_over_two_lines_is_one() -> None:
    """A title that needs two lines is one heading, also when the second holds only a year."""
    words = [
        *line("Factsheet over de uitkomsten van", 50, 80, 20, bold=True),
        *line("2020", 50, 104, 20, bold=True),
        *text(PROSE * 3, 50, 140),
    ]
    assert ("heading", "Factsheet over de uitkomsten van 2020") == kinds(page(words))[0]


def test_levels_and_parents_follow_the_size() -> None:
    """Sections nest by the size of their headings, over pages too."""
    one = [
        *line("Eerste deel", 50, 80, 20),
        *text(PROSE, 50, 110),
        *line("Een onderwerp", 50, 180, 14),
        *text(PROSE, 50, 200),
    ]
    two = [
        *line("Nog een onderwerp", 50, 80, 14),
        *text(PROSE, 50, 100),
        *line("Tweede deel", 50, 180, 20),
        *text(PROSE, 50, 210),
    ]
    headings = [
        heading
        for layout in laid_out(page(one), page(two, number=2))
        for heading in layout.headings
    ]
    assert [
        ("Eerste deel", 1, None),
        ("Een onderwerp", 2, 0),
        ("Nog een onderwerp", 2, 0),
        ("Tweede deel", 1, None),
    ] == [(each.title, each.level, each.parent) for each in headings]


def test_printed_numbers_give_level_and_number() -> None:
    """`3.2.1` stands below `3.2`, and the number is no part of the title."""
    words = [
        *line("3 Grondstoffen", 50, 80, 14, bold=True),
        *text(PROSE, 50, 100),
        *line("3.2 Katoen", 50, 160, 14, bold=True),
        *text(PROSE, 50, 180),
        *line("3.2.1 Herkomst", 50, 240, 14, bold=True),
        *text(PROSE, 50, 260),
    ]
    (layout,) = laid_out(page(words))
    assert [("3", "Grondstoffen", 1), ("3.2", "Katoen", 2), ("3.2.1", "Herkomst", 3)] == [
        (each.number, each.title, each.level) for each in layout.headings
    ]


def test_statements_know_their_section() -> None:
    """A statement has the index of the section it stands in; before any heading it has none."""
    words = [*text(PROSE, 50, 80), *line("Lonen", 50, 160, 16), *text(PROSE, 50, 190)]
    assert [None, None, None, 0, 0, 0, 0] == [each.section for each in statements(page(words))]


def test_heading_in_a_box_holds_in_that_box() -> None:
    """The text below a side bar belongs to the section around it."""
    words = [
        *line("Het jaar", 50, 80, 20),
        *text(PROSE, 50, 110),
        *line("Terzijde", 70, 200, 12, bold=True),
        *text("In het kader staat een korte tekst.", 70, 216),
        *text(PROSE, 50, 280),
    ]
    found = statements(page(words, areas=[box(60, 180, 400, 230)]))
    assert [0, 0, 0, 0, 1, 1, 0, 0, 0] == [each.section for each in found]


def test_sentence_that_starts_with_a_number_is_no_numbered_heading() -> None:
    """In a heading that starts with a count, the count stays in the title."""
    words = [*line("12 bedrijven sloten zich aan", 50, 80, 16, bold=True), *text(PROSE, 50, 110)]
    assert "12 bedrijven sloten zich aan" == statements(page(words))[0].text
