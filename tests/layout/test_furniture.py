"""Running heads, page numbers and contents."""

import pytest

from tests.layout.build import PROSE, box, furniture, kinds, line, page, text, texts


def test_running_head_and_page_number_are_set_aside() -> None:
    """What repeats at the edges of pages is furniture, with the reason."""
    pages = [
        page(
            line("Verslag over het jaar", 50, 40, 8),
            text(PROSE, 50, 100),
            line(f"Pagina {number} van 3", 270, 810, 8),
            number=number,
        )
        for number in (1, 2, 3)
    ]
    assert [
        ("Verslag over het jaar", "running_head"),
        ("Pagina 1 van 3", "page_number"),
    ] == furniture(*pages)[:2]
    assert 9 == len(texts(*pages))


@pytest.mark.parametrize(
    "number", ["7", "- 7 -", "7 / 24", "Pagina 7", "7 | Het jaar in beeld", "Jaarverslag 2020 | 7"]
)
def test_page_number_on_a_single_page(number: str) -> None:
    """A page number is recognised by its form and place."""
    words = [*text(PROSE * 3, 50, 100), *line(number, 50, 810, 8)]
    assert [(number, "page_number")] == furniture(page(words))


@pytest.mark.parametrize(
    "head", ["Jaarrapportage 2018-2019 | Maand 2020", "Jaarrapportage 2020 · Thema"]
)
def test_head_of_the_edition_on_a_single_page(head: str) -> None:
    """A title with a year and a bar above the text is a running head."""
    words = [*line(head, 50, 40, 8), *text(PROSE * 3, 50, 100)]
    assert [(head, "running_head")] == furniture(page(words))


def test_heads_of_two_lines_and_of_a_former_edition() -> None:
    """Both lines of a running head go, and so does the head of another year."""
    heads = [("Jaarverslag 2020", "juni 2021")] * 3 + [("Jaarverslag 2019", "juni 2020")]
    pages = [
        page(
            line(first, 50, 40, 8),
            line(second, 50, 51, 8),
            text(PROSE, 50, 130),
            number=number,
        )
        for number, (first, second) in enumerate(heads, 1)
    ]
    assert 8 == [reason for _, reason in furniture(*pages)].count("running_head")


def test_last_row_of_text_is_no_furniture() -> None:
    """Lines at the edge that stand as close as the text does belong to it."""
    words = text((PROSE + " ") * 20, 50, 60)
    assert [] == furniture(page(words), page(words, number=2))


def test_counter_of_a_theme_stays() -> None:
    """A counter such as (4/9) in a heading is part of it."""
    words = [*line("Gedwongen arbeid (4/9)", 50, 90, 20), *text(PROSE, 50, 130)]
    assert "Gedwongen arbeid (4/9)" == texts(page(words))[0]


def test_contents_with_leaders() -> None:
    """Rows of a title, dots and a page number are a table of contents."""
    rows = [("1 Deelnemers", 3), ("1.1 Verloop", 4), ("2 Grondstoffen", 9)]
    words = line("Inhoud", 50, 80, 18)
    for at, (title, number) in enumerate(rows):
        words += line(f"{title} ...................... {number}", 50, 120 + 20 * at)
    assert ["heading", "contents", "contents", "contents"] == [
        kind for kind, _ in kinds(page(words))
    ]


def test_contents_without_leaders() -> None:
    """A title of contents confirms rows of titles with page numbers at the right."""
    rows = [("Voorwoord", 3), ("Deelnemers", 4), ("Grondstoffen", 12), ("Colofon", 20)]
    words = line("Inhoud", 50, 80, 18)
    for at, (title, number) in enumerate(rows):
        words += line(title, 50, 120 + 20 * at) + line(
            str(number), 500 - 5 * len(str(number)), 120 + 20 * at
        )
    assert [("contents", "Voorwoord 3"), ("contents", "Deelnemers 4")] == kinds(page(words))[1:3]


def test_rising_numbers_of_a_table_are_no_contents() -> None:
    """Rows of names with rising numbers are no contents when nothing else says so."""
    words = [*text(PROSE, 50, 60)]
    for at, (name, number) in enumerate((("India", 12), ("Turkije", 33), ("China", 120))):
        words += line(name, 50, 150 + 20 * at) + line(str(number), 300, 150 + 20 * at)
    assert "contents" not in {kind for kind, _ in kinds(page(words))}


def test_sideways_words_are_accounted_for() -> None:
    """Words that run upwards are one furniture statement."""
    credit = line("Foto: archief", 20, 400, 7)
    for word in credit:
        word.upright = False
    assert [("Foto: archief", "sideways")] == furniture(page(text(PROSE, 50, 100), credit))


def test_page_drawn_sideways_is_text() -> None:
    """On a page where most words run sideways they are text."""
    words = line("Deze bladzijde ligt op haar kant. Er staan 12 regels op.", 20, 400)
    for word in words:
        word.upright = False
    assert ["Deze bladzijde ligt op haar kant.", "Er staan 12 regels op."] == texts(page(words))


def test_box_at_the_edge_is_text() -> None:
    """A number in a box at the lower edge is no page number when text stands close to it."""
    words = [*text(PROSE, 50, 100), *line("Er kwamen dit jaar", 60, 790), *line("12", 60, 803)]
    assert [] == furniture(page(words, areas=[box(50, 770, 300, 815)]))


def test_two_numbers_in_a_row_are_no_page_number() -> None:
    """A row of two years at the edge of a page is the head of a table, not the page's number."""
    words = line("2018", 200, 40) + line("2019", 300, 40) + text(PROSE * 3, 50, 100)
    assert [] == furniture(page(words))
