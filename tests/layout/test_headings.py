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


def test_titles_of_a_title_page_open_no_section() -> None:
    """A first page without text holds titles, which are no chapters."""
    cover = page(
        line("Jaarrapportage 2020", 50, 300, 40, bold=True),
        line("Convenant in de sector", 50, 340, 19),
        line("Juni 2021", 50, 365, 11),
    )
    chapter = page(line("Voorwoord", 50, 90, 24, bold=True), text(PROSE * 3, 50, 130), number=2)
    found = [heading for layout in laid_out(cover, chapter) for heading in layout.headings]
    assert [("Voorwoord", 1)] == [(each.title, each.level) for each in found]


def test_contents_on_a_title_page_are_a_section() -> None:
    """Above contents, a heading opens a section also on a title page."""
    words = [*line("Feiten en cijfers", 50, 90, 30, bold=True), *line("Inhoud", 50, 200, 18)]
    for at, title in enumerate(("Deelnemers", "Grondstoffen", "Klachten", "Colofon")):
        words += line(title, 50, 230 + 20 * at)
    (layout,) = laid_out(page(words))
    assert ["Inhoud"] == [each.title for each in layout.headings]


def test_subtitle_is_no_section() -> None:
    """A light line right below a bold title goes on that title."""
    words = [
        *line("Feiten en cijfers", 50, 90, 28, bold=True),
        *line("Convenant in de sector", 50, 110, 12),
        *line("Deelnemers", 50, 150, 14, bold=True),
        *text(PROSE * 3, 50, 170),
    ]
    (layout,) = laid_out(page(words))
    assert ["Feiten en cijfers", "Deelnemers"] == [each.title for each in layout.headings]


def test_questions_of_an_interview_are_no_sections() -> None:
    """Bold questions in the size of the answers are text."""
    words = [
        *line("Op bezoek bij een merk", 50, 80, 20, bold=True),
        *line("Wat deed u anders?", 50, 120, bold=True),
        *text("‘Wij zijn vaker gaan kijken. Dat helpt.’", 50, 134),
        *line("En nu?", 50, 170, bold=True),
        *text("‘Nu gaan wij door.’", 50, 184),
    ]
    (layout,) = laid_out(page(words))
    assert ["Op bezoek bij een merk"] == [each.title for each in layout.headings]
    assert "Wat deed u anders?" == layout.statements[1].text
