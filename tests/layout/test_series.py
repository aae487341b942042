"""Numbers and labels whose places repeat: rows, columns, bubbles, bars, years."""

import pytest

from ckt_extract.reading.page import Area, Word
from tests.layout.build import PROSE, box, line, page, statements, text, width

GREEN, GREY = 0x117755, 0xDDDDDD
LABELS = ["bezochte ververijen", "nieuwe leden", "vragen over water", "landen in beeld"]
NUMBERS = ["31", "1.204", "87", "450"]


def values(words: list[Word], areas: tuple[Area, ...] = ()) -> list[str]:
    """The callouts of a page with a drawing below some text."""
    found = statements(page(text(PROSE, 50, 60), words, areas=areas))
    return [each.text for each in found if each.kind == "callout"]


def centred(content: str, x: float, baseline: float, size: float) -> list[Word]:
    """A line around x."""
    return line(content, x - width(content, size) / 2, baseline, size)


def circle(x: float, y: float, radius: float) -> Area:
    """A circle around a point."""
    return Area(x - radius, y - radius, x + radius, y + radius, GREEN, curved=True)


@pytest.mark.parametrize("pitch", [30, 44])
@pytest.mark.parametrize("far", [70, 150])
def test_labels_left_of_a_column(pitch: float, far: float) -> None:
    """Labels that start on one line are those of the numbers that end on one, however far."""
    words: list[Word] = []
    for at, (number, label) in enumerate(zip(NUMBERS, LABELS, strict=True)):
        y = 200 + pitch * at
        words += line(label, 50, y - 4, 9)
        words += line(number, 150 + far - width(number, 20), y, 20)
    assert [f"{a}: {b}" for a, b in zip(LABELS, NUMBERS, strict=True)] == values(words)


def test_the_label_of_the_next_column_is_nearer() -> None:
    """In a row of labels with numbers, a number has the label before it if all numbers have."""
    words: list[Word] = []
    for x, label, number in ((50, "bezochte ververijen", "31%"), (320, "nieuwe leden", "45%")):
        words += line(label, x, 200, 9) + line(number, x + 244 - width(number, 22), 205, 22)
    assert ["bezochte ververijen: 31%", "nieuwe leden: 45%"] == values(words)


def test_labels_of_bubbles_on_one_line() -> None:
    """The labels below circles of different sizes stand on one line."""
    words: list[Word] = []
    areas: list[Area] = []
    sizes = ((40, 18), (26, 14), (13, 7), (11, 7))
    for at, (radius, size) in enumerate(sizes):
        x = 100 + 110 * at
        areas.append(circle(x, 240, radius))
        words += centred(NUMBERS[at], x, 240 + 0.35 * size, size)
        words += centred(LABELS[at], x, 300, 8)
    expected = {f"{a} {b}" for a, b in zip(NUMBERS, LABELS, strict=True)}
    assert expected == set(values(words, tuple(areas)))


def test_values_and_labels_above_bars() -> None:
    """Label and value may stand above a bar, at its two ends, one of them as long as its track."""
    words: list[Word] = []
    areas: list[Area] = []
    shares = (41, 100, 7)
    for at, share in enumerate(shares):
        y = 200 + 28 * at
        areas += [box(50, y, 250, y + 6, GREY), box(50, y, 50 + 2 * share, y + 6, GREEN)]
        words += line(LABELS[at], 50, y - 4, 9)
        words += line(f"{share}%", 250 - width(f"{share}%", 9), y - 4, 9, bold=True)
    expected = [f"{label}: {share}%" for label, share in zip(LABELS[:3], shares, strict=True)]
    assert expected == values(words, tuple(areas))


def test_a_unit_below_its_number() -> None:
    """A unit right below a number in smaller type is read with it."""
    words: list[Word] = []
    for x, number, unit, label in (
        (120, "14", "weken", "wachttijd voor een antwoord"),
        (320, "3", "maanden", "looptijd van een project"),
    ):
        words += centred(number, x, 200, 28) + centred(unit, x, 215, 12)
        words += centred(label, x, 232, 9)
    expected = ["14 weken wachttijd voor een antwoord", "3 maanden looptijd van een project"]
    assert expected == values(words)


@pytest.mark.parametrize("side", ["left", "above", "below"])
@pytest.mark.parametrize("years_above", [True, False])
def test_then_and_now(side: str, *, years_above: bool) -> None:
    """Two values with their years have the words that stand on the same side of all pairs."""
    words: list[Word] = []
    for at, label in enumerate(LABELS[:2]):
        top = 200 + 90 * at
        middle = top + 22
        x = 260 if side == "left" else 50
        for place, (year, number) in enumerate((("2018", f"{12 + at}%"), ("2019", f"{31 + at}%"))):
            words += centred(number, x + 20 + 80 * place, middle, 16 + 6 * place)
            year_at = middle - 24 if years_above else middle + 12
            words += centred(year, x + 20 + 80 * place, year_at, 8)
        baseline = {"left": middle - 4, "above": top - 16, "below": middle + 32}[side]
        words += line(label, 50, baseline, 9)
    expected = [
        f"{year} · {label}: {number}%"
        for at, label in enumerate(LABELS[:2])
        for year, number in (("2018", 12 + at), ("2019", 31 + at))
    ]
    assert expected == values(words)


def test_pills_are_no_bars() -> None:
    """Shapes that are just as wide as the numbers in them have their labels beside them."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (number, label) in enumerate(zip(NUMBERS, LABELS, strict=True)):
        y = 200 + 34 * at
        end = 62 + width(number, 16)
        areas.append(box(50, y - 16, end + 12, y + 6, GREEN))
        words += line(number, 62, y, 16) + line(label, end + 22, y - 3, 9)
    expected = [f"{a} {b}" for a, b in zip(NUMBERS, LABELS, strict=True)]
    assert expected == values(words, tuple(areas))
