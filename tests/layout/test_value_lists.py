"""Values that stand in lists, legends and lines of text on a page of drawings."""

import pytest

from ckt_extract.layout.document import lay_out
from ckt_extract.layout.frames import frames_of
from ckt_extract.layout.lines import line_of
from ckt_extract.layout.numerals import ends_in_bound
from ckt_extract.reading.page import Area, Rule, Word
from tests.layout.build import PROSE, box, line, page, statements, text, width

GREEN, AMBER, RED = 0x117755, 0xFFAA00, 0xCC4422
ROWS = [("bezoeken aan ververijen", "17"), ("vragen over water", "203"), ("nieuwe leden", "6")]


def callouts(words: list[Word], areas: tuple[Area, ...] = ()) -> list[str]:
    """The callouts of a page with a big number and something else on it."""
    big = line("41%", 60, 160, 30) + line("van de omzet in winkels", 60, 176, 9)
    found = statements(page(text(PROSE, 50, 60), big, words, areas=areas))
    return [each.text for each in found if each.kind == "callout"][1:]


def right_aligned(content: str, x1: float, baseline: float, size: float = 10.0) -> list[Word]:
    """A line that ends at x1."""
    return line(content, x1 - width(content, size), baseline, size)


def dots(x0: float, x1: float, baseline: float) -> list[Word]:
    """Dots from one place to another, as one word."""
    return line("." * int((x1 - x0) / 5), x0, baseline)


def leaders(rows: list[tuple[str, str]]) -> list[Word]:
    """Words, dots and a number in each row."""
    words: list[Word] = []
    for at, (label, number) in enumerate(rows):
        y = 300 + 18 * at
        words += line(label, 60, y) + right_aligned(number, 300, y)
        words += dots(64 + width(label), 270, y)
    return words


def test_dots_lead_to_values() -> None:
    """Where dots lead to numbers that are no pages of the document, those are values."""
    sheet = page(text(PROSE, 50, 60), line("41%", 60, 160, 30), leaders(ROWS))
    (layout,) = lay_out([sheet], 2)
    found = {each.text: each.reason for each in layout.statements if each.kind != "sentence"}
    assert "leader" in found.values()
    assert {f"{label}: {number}" for label, number in ROWS} <= set(found)


def test_dots_lead_to_pages() -> None:
    """Where such pages may be, or a title says it, rows with dots are a table of contents."""
    rows = [("Vooraf", "3"), ("Leden en toezicht", "7"), ("Klachten", "19")]
    for total, title in ((24, "Vooruitblik"), (2, "Inhoud")):
        sheet = page(line(title, 60, 270, 14, bold=True), leaders(rows))
        (layout,) = lay_out([sheet], total)
        kinds = [each.kind for each in layout.statements if each.text[-1].isdigit()]
        assert ["contents"] * 3 == kinds


@pytest.mark.parametrize("numerals", [True, False])
def test_a_list_beside_drawings_is_no_table(numerals: bool) -> None:
    """Words with a number each are values with labels, with or without their rank."""
    rows = [("China", "1.612"), ("India", "540"), ("Turkije", "488"), ("Portugal", "233")]
    words: list[Word] = []
    for at, (label, number) in enumerate(rows):
        y = 300 + 18 * at
        words += line(f"{at + 1}.", 30, y, 7) if numerals else []
        words += line(label, 90, y) + right_aligned(number, 230, y)
    assert [f"{label}: {number}" for label, number in rows] == callouts(words)


def test_a_square_in_the_text_is_a_swatch() -> None:
    """Squares that are written, each in a colour of its own, are a legend with values."""
    rows = [("kleine zaken", "46%", GREEN), ("middenbedrijf", "38%", AMBER), ("ketens", "16%", RED)]
    words: list[Word] = []
    for at, (label, number, colour) in enumerate(rows):
        y = 300 + 30 * at
        words += line("■", 200, y, 10, colour=colour) + line(label, 215, y)
        words += right_aligned(number, 400, y, 14)
    ring = [Area(70, 290, 160, 380, None, curved=True), Area(90, 290, 160, 340, None, curved=True)]
    assert [f"{label}: {number}" for label, number, _ in rows] == callouts(words, tuple(ring))


@pytest.mark.parametrize("colours", [(0, 0), (GREEN, RED)])
def test_bullets_are_no_swatches(colours: tuple[int, int]) -> None:
    """Bullets stay bullets where nothing is drawn in their colours."""
    words: list[Word] = []
    for at, (colour, text_of) in enumerate(zip(colours, ("Een eerste", "Een tweede"), strict=True)):
        words += line("■", 60, 300 + 16 * at, colour=colour)
        words += line(f"{text_of} punt", 70, 300 + 16 * at)
    found = statements(page(text(PROSE, 50, 60), words, areas=[box(50, 400, 90, 420, 0)]))
    assert ["Een eerste punt", "Een tweede punt"] == [e.text for e in found if e.kind == "bullet"]


def test_a_large_number_in_a_line_of_text() -> None:
    """Words right before and behind a larger number are one statement with it."""
    words = line("59", 60, 300, 30) + line("leden in het register", 108, 300, 10)
    start = line("waarvan", 60, 322, 9)
    number = line("3", start[-1].x1 + 3, 322, 15)
    words += start + number + line("nieuw dit jaar", number[-1].x1 + 3, 322, 9)
    assert ["59 leden in het register", "waarvan 3 nieuw dit jaar"] == callouts(words)


def test_two_shares_in_one_line_are_two_values() -> None:
    """Shares close to each other belong to the parts of the bar that they stand in."""
    shares = ((80, "80%", GREEN), (9, "9%", AMBER), (11, "11%", RED))
    words: list[Word] = []
    areas: list[Area] = []
    x = 100.0
    for share, content, colour in shares:
        areas.append(box(x, 300, x + 2.4 * share, 330, colour))
        words += right_aligned(content, x + 2.4 * share - 2, 320, 9)
        x += 2.4 * share
    for at, (label, colour) in enumerate((("klaar", GREEN), ("bijna", AMBER), ("niet", RED))):
        areas.append(box(100 + 80 * at, 270, 108 + 80 * at, 278, colour))
        words += line(label, 112 + 80 * at, 278, 9)
    assert ["klaar: 80%", "bijna: 9%", "niet: 11%"] == callouts(words, tuple(areas))


@pytest.mark.parametrize(
    ("label", "ends"),
    [
        ("aandeel in de omzet, bijna", True),
        ("bezoekers op de ketendag, meer dan", True),
        ("aandeel in de omzet", False),
        ("merken, winkels en meer", False),
        ("ongeveer", False),
    ],
)
def test_a_bound_behind_a_comma(label: str, ends: bool) -> None:
    """Words may end in the bound of the number behind them, which then needs no colon."""
    assert ends is ends_in_bound([line_of(line(label, 0, 0))])


def test_boxes_of_four_lines() -> None:
    """Words and a number in a box of lines belong together, however far apart they stand."""
    words: list[Word] = []
    rules: list[Rule] = []
    cards = (("ingediende klachten", "2"), ("definitieve uitspraken", "1"))
    for at, (label, number) in enumerate(cards):
        x0, x1, top, bottom = 50 + 250 * at, 280 + 250 * at, 300, 350
        rules += [Rule(x0, y, x1, y) for y in (top, bottom)]
        rules += [Rule(x, top, x, bottom) for x in (x0, x1)]
        words += line(label, x0 + 10, 316, 8)
        words += right_aligned(number, x1 - 6, 330, 26)
    found = statements(page(text(PROSE, 50, 60), words, rules=rules))
    assert [f"{label}: {number}" for label, number in cards] == [
        each.text for each in found if each.kind == "callout"
    ]


@pytest.mark.parametrize("missing", [0, 1, 2, 3])
def test_three_lines_are_no_box(missing: int) -> None:
    """Each of the four sides has to be drawn."""
    sides = [Rule(50, 90, 250, 90), Rule(50, 140, 250, 140)]
    sides += [Rule(50, 90, 50, 140), Rule(250, 90, 250, 140)]
    other = Rule(50, 400, 550, 400)
    assert [Area(50, 90, 250, 140, None, curved=False)] == frames_of([*sides, other])
    assert [] == frames_of([*sides[:missing], *sides[missing + 1 :], other])
