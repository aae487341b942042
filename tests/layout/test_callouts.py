"""Infographics: each large number with its own label."""

import pytest

from ckt_extract.reading.page import Area, Word
from tests.layout.build import PROSE, box, laid_out, line, page, statements, text, width

LABELS = ["van de merken voldoet", "van de bonden praat mee", "van de fabrieken is bezocht"]
NUMBERS = ["63%", "19%", "88%"]


def callouts(*parts: list[Word], areas: list[Area] | None = None) -> list[str]:
    """The texts of the callouts of a page with some text at its end."""
    words = [*parts, text(PROSE * 3, 50, 600)]
    return [
        each.text for each in statements(page(*words, areas=areas or [])) if each.kind == "callout"
    ]


def centred(content: str, x: float, baseline: float, size: float = 10.0) -> list[Word]:
    """A line around x."""
    return line(content, x - width(content, size) / 2, baseline, size)


def test_number_above_its_label() -> None:
    """In a row of panels the label below a number is its own."""
    parts: list[Word] = []
    for at, (number, label) in enumerate(zip(NUMBERS, LABELS, strict=True)):
        parts += centred(number, 120 + 170 * at, 120, 30)
        parts += centred(label, 120 + 170 * at, 140)
    assert [f"{number} {label}" for number, label in zip(NUMBERS, LABELS, strict=True)] == callouts(
        parts
    )


def test_number_below_its_label() -> None:
    """A label above the number comes first, with a colon."""
    parts: list[Word] = []
    for at, (number, label) in enumerate(zip(("59", "81", "7"), ("Bedrijven", "Merken", "Landen"),
                                             strict=True)):  # fmt: skip
        parts += line(label, 60 + 150 * at, 100, 9) + line(number, 60 + 150 * at, 130, 30)
    assert ["Bedrijven: 59", "Merken: 81", "Landen: 7"] == callouts(parts)


@pytest.mark.parametrize("pitch", [40, 48])
def test_number_left_of_its_label(pitch: int) -> None:
    """In a list of numbers each has the lines beside it, also where the labels stand close."""
    parts: list[Word] = []
    for at, (number, label) in enumerate(zip(NUMBERS, LABELS, strict=True)):
        parts += line(number, 60, 120 + pitch * at, 26)
        parts += line(label, 115, 111 + pitch * at) + line("en praat mee", 115, 123 + pitch * at)
    assert [
        f"{number} {label} en praat mee" for number, label in zip(NUMBERS, LABELS, strict=True)
    ] == callouts(parts)


def test_number_right_of_its_label() -> None:
    """A label to the left of the number comes first."""
    parts: list[Word] = []
    for at, (number, label) in enumerate((("12", "trainingen"), ("240", "deelnemers"))):
        parts += line(label, 60, 110 + 40 * at) + line(number, 125, 114 + 40 * at, 26)
    assert ["trainingen: 12", "deelnemers: 240"] == callouts(parts)


def test_number_in_a_circle_above_its_label() -> None:
    """The shape around a number counts as the number, and its label stands below the shape."""
    parts: list[Word] = []
    areas: list[Area] = []
    for at, (number, label) in enumerate(zip(NUMBERS, LABELS, strict=True)):
        x = 120 + 170 * at
        areas.append(Area(x - 35, 80, x + 35, 150, 0x227744, curved=True))
        parts += centred(number, x, 122, 22) + centred(label, x, 166)
    assert [f"{number} {label}" for number, label in zip(NUMBERS, LABELS, strict=True)] == callouts(
        parts, areas=areas
    )


def test_shape_decides_before_distance() -> None:
    """A label in the same box belongs to the number, though another number is nearer."""
    parts = [
        *line("63%", 60, 120, 30),
        *line("voldoet volledig", 60, 185),
        *line("8%", 60, 215, 30),
        *line("voldeed vorig jaar", 60, 280),
    ]
    areas = [box(50, 90, 200, 192), box(50, 193, 200, 290)]
    assert ["63% voldoet volledig", "8% voldeed vorig jaar"] == callouts(parts, areas=areas)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("63", 30), ("%", 15)], "63% is bezocht"),
        ([("€ 3,2", 30), ("miljoen", 15)], "€ 3,2 miljoen is bezocht"),
        ([("1 op 5", 30)], "1 op 5 is bezocht"),
        ([("40–45%", 30)], "40–45% is bezocht"),
        ([("4 van de 5", 30)], "4 van de 5 is bezocht"),
        ([("ruim", 12), ("5.900", 30)], "ruim 5.900 is bezocht"),
    ],
)
def test_number_in_pieces(pieces: list[tuple[str, float]], expected: str) -> None:
    """A number whose unit or bound stands beside it in another size is one number."""
    parts: list[Word] = []
    x = 60.0
    for piece, size in pieces:
        parts += line(piece, x, 120, size)
        x = parts[-1].x1 + (2 if piece[0].isdigit() and pieces[-1][0] == "%" else 6)
    parts += line("is bezocht", 60, 140)
    assert [expected] == callouts(parts)


def test_bound_above_a_number() -> None:
    """A bound in small type right above the number is read before it."""
    parts = [*centred("ruim", 150, 90), *centred("12.000", 150, 120, 30),
             *centred("mensen kregen les", 150, 140)]  # fmt: skip
    assert ["ruim 12.000 mensen kregen les"] == callouts(parts)


def test_number_over_two_lines() -> None:
    """A number that ends in a link word goes on in the line below it."""
    parts = [*line("3 van", 60, 120, 26), *line("4", 60, 150, 26), *line("merken", 150, 128)]
    assert ["3 van 4 merken"] == callouts(parts)


def test_heading_is_the_lead() -> None:
    """The heading above a panel, or the title of one number, is the lead of its statement."""
    parts = [
        *line("Beoordeling", 50, 80, 16, bold=True),
        *centred("63%", 120, 120, 30),
        *centred("voldoet volledig", 120, 140),
        *line("Klachten", 270, 95, 10, bold=True),
        *line("2", 270, 120, 30),
        *line("klachten ingediend", 270, 140),
    ]
    found = [each for each in statements(page(parts, text(PROSE * 3, 50, 600)))
             if each.kind == "callout"]  # fmt: skip
    assert [
        ("63% voldoet volledig", "Beoordeling"),
        ("2 klachten ingediend", "Klachten"),
    ] == [(each.text, each.lead) for each in found]


def test_whole_text_is_the_focus() -> None:
    """A number in the label is the statement's own as well, and every word has its place."""
    parts = [*line("18", 60, 120, 30), *line("bedrijven tekenden (in 2019: 12)", 60, 140)]
    (found,) = [each for each in statements(page(parts, text(PROSE * 3, 50, 600)))
                if each.kind == "callout"]  # fmt: skip
    assert (0, len(found.text)) == found.focus
    assert "12)" == found.place(found.text.index("12)"), len(found.text)).quote


def test_numbers_of_one_panel_are_one_figure() -> None:
    """An infographic is a figure that was read, with what it says."""
    parts = [
        *line("Bereik", 50, 80, 16, bold=True),
        *centred("59", 120, 120, 30), *centred("bedrijven", 120, 140),
        *centred("81", 300, 120, 30), *centred("merken", 300, 140),
    ]  # fmt: skip
    (layout,) = laid_out(page(parts, text(PROSE * 3, 50, 600)))
    (figure,) = layout.figures
    assert ("infographic", True, "Bereik") == (figure.kind, figure.read, figure.caption)
    assert ("59 bedrijven", "81 merken") == figure.statements


def test_year_in_a_title_is_no_callout() -> None:
    """A large heading that ends in a number stays a heading."""
    parts = [*line("Feiten en cijfers 2020", 50, 90, 24, bold=True)]
    assert [] == callouts(parts)


def test_footnote_mark_on_a_label() -> None:
    """A raised mark on a label or number is no part of the statement, and is noted with it."""
    label = line("van de merken voldoet", 60, 140)
    mark = line("1", label[-1].x1, 136, 6)
    mark[0].raised = mark[0].glued = True
    words = page(line("41", 60, 120, 30), label, mark, text(PROSE * 3, 50, 600))
    (found,) = [each for each in statements(words) if each.kind == "callout"]
    assert ("41 van de merken voldoet", ["1"]) == (found.text, found.notes)


def test_label_of_two_sentences() -> None:
    """A label with a second sentence gives two statements of one block."""
    parts = [*line("4 op 5", 60, 120, 30),
             *line("bedrijven voldoen. Vorig jaar was dat 63 procent.", 60, 140)]  # fmt: skip
    assert ["4 op 5 bedrijven voldoen.", "Vorig jaar was dat 63 procent."] == callouts(parts)


def test_words_above_and_below_a_number() -> None:
    """Words above a number that has a label below it come first, with a colon."""
    parts = [*line("Er vertrokken", 60, 90, 9), *line("10", 60, 120, 30),
             *line("bedrijven", 60, 140)]  # fmt: skip
    assert ["Er vertrokken: 10 bedrijven"] == callouts(parts)


def test_labels_and_numbers_at_both_sides_of_a_panel() -> None:
    """In a list with names at the left and numbers at the right, each has the name on its row."""
    parts: list[Word] = []
    rows = [
        ("bedrijven zijn beoordeeld", "57"),
        ("fabrieken zijn bekend", "1.204"),
        ("audits", "9"),
    ]
    for at, (label, number) in enumerate(rows):
        parts += line(label, 60, 117 + 40 * at)
        parts += line(number, 480 - width(number, 24), 120 + 40 * at, 24)
    assert [f"{label}: {number}" for label, number in rows] == callouts(parts)


def test_numbers_of_different_widths_before_their_labels() -> None:
    """Labels beside a column of numbers start behind the widest one."""
    parts: list[Word] = []
    rows = [("1.204.300", "stuks kleding verkocht"), ("9", "merken deden mee")]
    for at, (number, label) in enumerate(rows):
        parts += line(number, 60, 120 + 40 * at, 26) + line(label, 190, 117 + 40 * at)
    assert [f"{number} {label}" for number, label in rows] == callouts(parts)


def test_labels_that_stand_evenly_in_a_row() -> None:
    """Labels of one word with even gaps between them are no line of text."""
    parts: list[Word] = []
    for at, number in enumerate(("55", "65", "69", "67")):
        parts += centred(number, 80 + 72 * at, 120, 26) + centred("bedrijven", 80 + 72 * at, 138)
    assert [f"{number} bedrijven" for number in ("55", "65", "69", "67")] == callouts(parts)


def test_text_below_a_label_is_not_its_next_line() -> None:
    """Text that follows a label further down than its own lines follow each other is no label."""
    parts = line("12", 60, 120, 26) + line("klachten", 60, 138)
    parts += line("8", 150, 120, 26) + line("opgelost", 150, 138) + text(PROSE, 60, 157)
    assert ["12 klachten", "8 opgelost"] == callouts(parts)


def test_an_arrow_drawn_between_two_numbers() -> None:
    """Two numbers with an arrow between them are one callout, with the arrow in its text."""
    parts = line("28%", 60, 120, 20) + line("38%", 150, 120, 32)
    parts += line("duurzame grondstoffen, van 2018 naar 2019", 60, 142)
    found = callouts(parts, areas=[box(100, 107, 136, 118)])
    assert ["28% → 38% duurzame grondstoffen, van 2018 naar 2019"] == found
