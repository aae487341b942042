"""Footnotes and their marks, pull quotes."""

from ckt_extract.reading.page import Rule
from tests.layout.build import PROSE, furniture, kinds, line, page, statements, text


def test_mark_is_taken_out_of_the_text() -> None:
    """A raised mark is no part of the sentence or of the number it stands behind."""
    words = line("In dat jaar deden 41 landen mee.", 50, 100)
    number = next(word for word in words if word.text == "41")
    at = words.index(number) + 1
    words[at:at] = line("1", number.x1, 96, 6, raised=True)
    assert "In dat jaar deden 41 landen mee." == statements(page(words))[0].text
    assert [("1", "footnote")] == furniture(page(words))


def test_the_place_of_words_leaves_the_mark_out() -> None:
    """The boxes of a sentence do not cover the mark of a footnote between two of its words."""
    before, behind = line("In dat jaar deden 41", 50, 100), line("landen mee.", 170, 100)
    (mark,) = line("1", before[-1].x1, 96, 6, raised=True)
    place = statements(page(before, [mark], behind))[0].place()
    assert "In dat jaar deden 41 landen mee." == place.quote
    ends = [(before[0].x0, before[-1].x1), (behind[0].x0, behind[-1].x1)]
    assert [(round(x0, 2), round(x1, 2)) for x0, x1 in ends] == [
        (box.x0, box.x1) for box in place.boxes
    ]


def test_raised_percent_ordinal_and_power_stay() -> None:
    """A raised %, e or 2 behind a unit belongs to the text."""
    words = line("Op 5", 50, 100)
    words += line("%", words[-1].x1, 96, 6, raised=True)
    words[-1].glued = True
    words += line("van 40 m", words[-1].x1 + 3, 100)
    words += line("2", words[-1].x1, 96, 6, raised=True)
    words[-1].glued = True
    assert "Op 5% van 40 m2" == statements(page(words))[0].text


def test_notes_at_the_bottom() -> None:
    """Small text with a raised mark below the text is a note, its mark is accounted for."""
    words = [
        *text(PROSE * 4, 50, 100),
        *line("1", 50, 697, 5, raised=True),
        *text("Stand aan het einde van het jaar. Zonder winkels.", 54, 700, 8),
        *line("2", 50, 708, 5, raised=True),
        *text("Zie ook de bijlage.", 54, 711, 8),
    ]
    notes = [each for each in statements(page(words)) if each.kind == "note"]
    assert [
        ("1", "Stand aan het einde van het jaar."),
        ("", "Zonder winkels."),
        ("2", "Zie ook de bijlage."),
    ] == [(each.mark, each.text) for each in notes]
    assert [("1", "footnote"), ("2", "footnote")] == furniture(page(words))


def test_note_below_a_short_rule() -> None:
    """Small text below a short rule is a note, also without a mark."""
    words = [*text(PROSE * 4, 50, 100), *text("Gegevens van het secretariaat.", 50, 720, 8)]
    rule = Rule(50, 705, 190, 705.5)
    assert ("note", "Gegevens van het secretariaat.") == kinds(page(words, rules=[rule]))[-1]


def test_small_column_is_no_note() -> None:
    """A column in smaller type that starts with a count is text."""
    words = [
        *text(PROSE * 4, 50, 100),
        *text("18 bedrijven eisen dat er een loket is. Dat werkt goed.", 50, 400, 9),
    ]
    assert ("sentence", "18 bedrijven eisen dat er een loket is.") == kinds(page(words))[-2]


def test_pull_quote_in_quotation_marks() -> None:
    """Larger words in quotation marks between the text are a quote."""
    words = [
        *text(PROSE, 50, 100),
        *text("‘Wij zien dat de mensen aan de machines weer naar huis durven’", 80, 170, 15,
              italic=True, room=400, colour=0xAA3355),
        *text(PROSE, 50, 240),
    ]  # fmt: skip
    assert "‘Wij zien dat de mensen aan de machines weer naar huis durven’" in [
        each for kind, each in kinds(page(words)) if kind == "quote"
    ]


def test_pull_quote_that_repeats_the_text() -> None:
    """Larger words that stand in the text as well are a quote, not a heading."""
    said = "Daarbij letten zij op de lengte van de werkdag"
    words = [*text(PROSE, 50, 100), *line(said, 80, 170, 16, bold=True), *text(PROSE, 50, 210)]
    assert ("quote", said) in kinds(page(words))


def test_interview_title_is_a_heading() -> None:
    """A short title in quotation marks at the top stays a heading when it is upright and bold."""
    words = [*line("‘Wij gaan door’", 50, 80, 24, bold=True), *text(PROSE, 50, 130)]
    assert ("heading", "‘Wij gaan door’") == kinds(page(words))[0]


def test_sentence_knows_its_marks() -> None:
    """A footnote mark is noted with the sentence whose word it stands behind."""
    words = line("Een zin zonder noot. In dat jaar deden 41 landen mee.", 50, 100)
    number = next(word for word in words if word.text == "41")
    at = words.index(number) + 1
    words[at:at] = line("1", number.x1, 96, 6, raised=True)
    assert [[], ["1"]] == [each.notes for each in statements(page(words))]
