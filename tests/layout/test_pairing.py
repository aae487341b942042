"""Numbers and labels as two sets: which label is whose, and when it is nobody's."""

import pytest

from ckt_extract.reading.page import Area, Word
from tests.layout.build import PROSE, box, line, page, statements, text, width


def callouts(*parts: list[Word], areas: list[Area] | None = None) -> list[str]:
    """The texts of the callouts of a page with some text at its end."""
    words = [*parts, text(PROSE * 3, 50, 700)]
    return [
        each.text for each in statements(page(*words, areas=areas or [])) if each.kind == "callout"
    ]


def centred(content: str, x: float, baseline: float, size: float = 10.0) -> list[Word]:
    """A line around x."""
    return line(content, x - width(content, size) / 2, baseline, size)


def circle(x: float, y: float, radius: float) -> Area:
    """A filled circle."""
    return Area(x - radius, y - radius, x + radius, y + radius, 0x117755, curved=True)


def test_rows_may_have_their_labels_on_different_sides() -> None:
    """A row with labels above its numbers, and a list with labels below them, in one size."""
    parts: list[Word] = []
    for at, (label, number) in enumerate((("leden", "74"), ("landen", "61"), ("plannen", "58"))):
        parts += centred(label, 120 + 150 * at, 100) + centred(number, 120 + 150 * at, 128, 28)
    for at, (number, label) in enumerate((("14", "bezoeken"), ("230", "gesprekken"))):
        parts += line(number, 106, 220 + 80 * at, 28) + line(label, 106, 236 + 80 * at)
    assert ["leden: 74", "landen: 61", "plannen: 58", "14 bezoeken", "230 gesprekken"] == callouts(
        parts
    )


def test_a_list_with_even_gaps_has_its_labels_on_one_side() -> None:
    """Where each label is as far from the number above as from the one below, all go one way."""
    parts: list[Word] = []
    rows = [("14", "bezoeken"), ("230", "gesprekken"), ("9", "klachten")]
    for at, (number, label) in enumerate(rows):
        parts += line(number, 60, 120 + 54 * at, 24) + line(label, 60, 142.6 + 54 * at, 8)
    assert [f"{number} {label}" for number, label in rows] == callouts(parts)


def test_two_numbers_in_a_small_card() -> None:
    """A card that is hardly larger than its two numbers is no circle around one of them."""
    parts = [*centred("350", 90, 120, 24), *centred("inkopers", 90, 136), *centred("les", 90, 149)]
    parts += [*centred("26", 160, 120, 24), *centred("filmpjes", 160, 136)]
    assert ["350 inkopers les", "26 filmpjes"] == callouts(parts, areas=[box(50, 90, 200, 160)])


def test_a_label_alone_in_a_card_is_that_of_its_number() -> None:
    """In a card with one number and one label the distance between them does not matter."""
    parts = [*line("webinars", 70, 120), *line("22", 300, 124, 24)]
    assert ["22 webinars"] == callouts(parts, areas=[box(60, 90, 340, 150)])


def test_a_number_between_two_labels() -> None:
    """A number alone that stands as near to the words above as to those below gets neither."""
    parts = line("klachten van werknemers.", 60, 100) + line("46", 60, 146, 24)
    parts += line("gesprekken met de vakbond.", 60, 182.4)
    assert ["46"] == callouts(parts)


@pytest.mark.parametrize("size", [10, 12])
def test_bold_title_and_text_beside_a_number(size: float) -> None:
    """A bold title with plain text below it is one label."""
    parts: list[Word] = []
    rows = [("33", "Brand", "uitgangen zijn vrij"), ("18", "Bouw", "muren zijn versterkt")]
    for at, (number, title, words) in enumerate(rows):
        parts += line(number, 60, 120 + 50 * at, 26)
        parts += line(title, 110, 110 + 50 * at, size, bold=True)
        parts += line(words, 110, 122 + 50 * at)
    assert [" ".join(row) for row in rows] == callouts(parts)


def test_bold_title_above_and_text_below_a_number() -> None:
    """Words in bold above a number are its title when there is plain text below it."""
    parts: list[Word] = []
    rows = [("36%", "Water", "van de ververijen"), ("15", "Dieren", "merken zonder bont")]
    for at, (number, title, words) in enumerate(rows):
        parts += line(title, 60 + 200 * at, 80, bold=True) + line(number, 60 + 200 * at, 120, 26)
        parts += line(words, 60 + 200 * at, 144)
    assert {"36% van de ververijen", "15 merken zonder bont"} <= set(callouts(parts))


def test_pictograms_between_a_number_and_its_label() -> None:
    """A label behind a row of pictograms is that of the number before it."""
    parts = line("4 van de 5", 50, 120, 24) + line("merken weten het", 400, 115)
    parts += line("Grondstoffen", 50, 150)
    shirts = [box(200 + 40 * at, 95, 230 + 40 * at, 125) for at in range(5)]
    assert "4 van de 5 merken weten het" in callouts(parts, areas=shirts)


def test_numbers_with_a_year_have_the_words_beside_their_row() -> None:
    """In a comparison of years each number says what it counts and when."""
    parts: list[Word] = []
    for at, (label, first, last) in enumerate((("Leden", "65", "69"), ("Adressen", "412", "608"))):
        y = 220 + 70 * at
        parts += line(label, 50, y) + centred(first, 260, y, 22) + centred(last, 400, y, 30)
        parts += centred("2017", 260, y - 24, 8) + centred("2018", 400, y - 30, 8)
    assert {
        "2017 · Leden: 65",
        "2018 · Leden: 69",
        "2017 · Adressen: 412",
        "2018 · Adressen: 608",
    } == set(callouts(parts))


def test_years_that_stand_above_the_first_number_only() -> None:
    """Years at the head of columns of large numbers hold for all numbers below them."""
    parts = [*centred("2017", 300, 98), *centred("2021", 420, 98)]
    for at, (label, first, last) in enumerate((("Loketten", "34", "83"), ("Kaarten", "11", "52"))):
        y = 122 + 34 * at
        parts += line(label, 50, y) + centred(first, 300, y, 20) + centred(last, 420, y, 20)
    assert {
        "Loketten · 2017: 34",
        "Loketten · 2021: 83",
        "Kaarten · 2017: 11",
        "Kaarten · 2021: 52",
    } == set(callouts(parts))


def test_titles_above_pairs_of_circles() -> None:
    """A title goes to the numbers from its left edge on; a smaller circle counts as well."""
    parts: list[Word] = []
    areas: list[Area] = []
    for x, title, first, last in ((60, "Grondstoffen", "28%", "38%"), (310, "Wol", "4%", "21%")):
        parts += line(title, x, 90)
        parts += centred(first, x + 40, 165, 13) + centred(last, x + 140, 168, 26)
        parts += centred("2018", x + 40, 206, 8) + centred("2019", x + 140, 220, 8)
        areas += [circle(x + 40, 160, 30), circle(x + 140, 159, 46)]
    assert {
        "Grondstoffen · 2018: 28%",
        "Grondstoffen · 2019: 38%",
        "Wol · 2018: 4%",
        "Wol · 2019: 21%",
    } == set(callouts(parts, areas=areas))


def test_a_small_unit_close_to_a_large_number() -> None:
    """A gap that is a space in the small type stands as a space in the text."""
    parts = line("4", 60, 120, 30) + line("van de", 78, 120, 12)
    parts += line("5", 78 + width("van de", 12) + 3, 120, 30) + line("merken", 60, 140)
    assert ["4 van de 5 merken"] == callouts(parts)
