"""Reading order: columns, boxes, rows of panels, labels with values."""

from random import Random

import pytest

from ckt_extract.reading.page import Rule
from tests.layout.build import PROSE, box, kinds, line, page, statements, text, texts

LEFT = "Links gaat het over lonen. De merken rekenen uit wat een gezin in de stad nodig heeft."
RIGHT = "Rechts gaat het over water. De ververij maakt het schoon en gebruikt het nog een keer."


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column comes before the right one, below a heading over both."""
    words = [
        *line("Twee onderwerpen naast elkaar", 50, 80, 18, bold=True),
        *text(LEFT * 3, 50, 120, room=220),
        *text(RIGHT * 3, 300, 120, room=220),
    ]
    assert [LEFT, RIGHT] == [
        LEFT if each in LEFT else RIGHT for each in (texts(page(words))[1], texts(page(words))[-1])
    ]


def test_columns_do_not_depend_on_the_stream() -> None:
    """A shuffled content stream gives the same statements."""
    words = [
        *line("Twee onderwerpen naast elkaar", 50, 80, 18, bold=True),
        *text(LEFT, 50, 120, room=220),
        *text(RIGHT, 300, 127, room=220),
        *text(PROSE, 50, 320),
    ]
    shuffled = list(words)
    Random(1).shuffle(shuffled)  # noqa: S311 - any fixed order will do
    assert texts(page(words)) == texts(page(shuffled))


def test_paragraph_goes_on_in_the_next_column() -> None:
    """A sentence that the column breaks is one statement."""
    words = [
        *text("In de eerste kolom begint een zin die pas in de", 50, 120, room=220),
        *text("tweede kolom eindigt. Daar staat nog een zin.", 300, 120, room=220),
        *text("Een regel over de volle breedte sluit het geheel hier onderaan af.", 50, 300),
    ]
    assert (
        "In de eerste kolom begint een zin die pas in de tweede kolom eindigt."
        == texts(page(words))[0]
    )


def test_text_goes_on_around_a_box() -> None:
    """A sentence beside a box with a background goes on below it; the box is read on its own."""
    side = "In het kader staat iets anders. Het is een korte tekst van een paar regels."
    sentence = (
        "Naast het kader loopt een lange zin, die regel na regel de hele hoogte van dat kader vult "
        "tot aan de onderkant toe, maar die dan niet ophoudt, want hij gaat over de volle breedte "
        "van de bladzijde verder tot aan deze punt."
    )
    beside = text(sentence, 50, 112, room=300)
    narrow = [word for word in beside if word.baseline < 140]
    rest = sentence.split()[len(narrow) :]
    words = [*narrow, *text(side, 370, 112, room=150), *text(" ".join(rest), 50, 164)]
    found = texts(page(words, areas=[box(360, 95, 535, 150)]))
    assert sentence in found
    assert {"In het kader staat iets anders.", "Het is een korte tekst van een paar regels."} < set(
        found
    )


def test_box_within_a_box() -> None:
    """Boxes with the same edges, one drawn over the other, lose nothing."""
    words = [
        *text(PROSE, 50, 80),
        *text("Eerste regel in het kader.", 70, 200),
        *text("Tweede regel in het kader.", 70, 230),
    ]
    areas = [box(60, 180, 400, 250), box(60.3, 180.3, 399.8, 249.6), box(40, 170, 420, 260)]
    assert ["Eerste regel in het kader.", "Tweede regel in het kader."] == texts(
        page(words, areas=areas)
    )[-2:]


def test_heading_above_a_short_last_column() -> None:
    """A heading at the left, over a row of columns, does not become part of the first column."""
    words = [
        *text(LEFT, 50, 100, room=220),
        *text(RIGHT, 300, 100, room=220),
        *line("Een nieuw onderwerp", 50, 220, 14, bold=True),
        *text(LEFT, 50, 245, room=220),
        *text(RIGHT, 300, 245, room=220),
    ]
    found = texts(page(words))
    assert found.index("Een nieuw onderwerp") == len(found) // 2


def test_labels_and_values_are_read_by_row() -> None:
    """Short labels with values on the same baselines are read row by row."""
    words = [*text(PROSE, 50, 80), *line("De stand per thema", 50, 150, 14, bold=True)]
    for row, (label, value) in enumerate((("Lonen", "41%"), ("Water", "73%"))):
        words += [*line(label, 50, 180 + 20 * row), *line(value, 200, 180 + 20 * row)]
    assert [("callout", "Lonen: 41%"), ("callout", "Water: 73%")] == kinds(page(words))[-2:]


def test_labels_beside_paragraphs_head_them() -> None:
    """A label in the margin stands before the paragraph beside it."""
    words = [
        *line("Lonen", 50, 100, bold=True),
        *text(LEFT, 150, 100, room=300),
        *line("Water", 50, 160, bold=True),
        *text(RIGHT, 150, 160, room=300),
    ]
    found = texts(page(words))
    assert ["Lonen", "Water"] == [each for each in found if len(each) < 10]
    assert found.index("Lonen") < found.index("Links gaat het over lonen.") < found.index("Water")


def test_text_below_columns_is_read_after_both() -> None:
    """A short line below two columns that end together is read last."""
    words = [
        *text(PROSE, 50, 60),
        *text(LEFT * 2, 50, 120, room=220),
        *text(RIGHT * 2, 300, 120, room=220),
        *line("→ Lees meer over dit onderwerp", 50, 260),
    ]
    assert "→ Lees meer over dit onderwerp" == texts(page(words))[-1]


@pytest.mark.parametrize("gap", [4, 10])
def test_an_underlined_heading_parts_the_page(gap: float) -> None:
    """What stands beside a card is not read after the next heading, however short that is."""
    words = [
        *line("Klachten in beeld", 50, 100, 14, bold=True),
        *line("2", 60, 150, 26) + line("uitspraken van de commissie", 60, 164, 8),
        *line("0", 230, 150, 26) + line("zaken die nog lopen", 230, 164, 8),
        *text(RIGHT, 400, 140, 9, room=150),
        *line("Geld", 50, 240, 14, bold=True),
        *text(LEFT, 400, 262, 9, room=150),
        *line("€ 1,2 miljoen", 60, 290, 26) + line("subsidie voor projecten samen", 60, 304, 8),
    ]
    rules = [Rule(50, base + gap, 560, base + gap) for base in (100, 240)]
    found = texts(page(words, rules=rules))
    assert found.index("0 zaken die nog lopen") < found.index("Geld")
    assert found.index(RIGHT.split(". ", maxsplit=1)[0] + ".") < found.index("Geld")


def test_a_caption_stays_with_its_chart() -> None:
    """Words right below a drawing at the left are read before the column at its right."""
    words = [*text(RIGHT * 2, 330, 110, 10, room=220)]
    bars = []
    for at, (year, value) in enumerate((("2017", "16%"), ("2018", "28%"), ("2019", "38%"))):
        x, height = 70 + 60 * at, 30 + 20 * at
        bars.append(box(x, 240 - height, x + 36, 240, 0xEE7744))
        words += line(value, x + 8, 236 - height, 11) + line(year, x + 8, 252, 8)
    words += line("Aandeel beter leer in alle tassen", 60, 276, 8, italic=True)
    found = statements(page(words, areas=bars))
    caption = next(each for each in found if each.kind == "caption")
    assert "Aandeel beter leer in alle tassen" == caption.text
    assert [f"{caption.text} · 2017: 16%", f"{caption.text} · 2018: 28%"] == [
        each.text for each in found if each.kind == "callout"
    ][:2]
