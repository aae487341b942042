"""Paragraphs, bullets and lists."""

from tests.layout.build import PROSE, box, furniture, kinds, line, page, statements, text, texts


def test_paragraphs_are_parted_by_space() -> None:
    """More space than between lines parts two paragraphs, which have block numbers of their own."""
    first, second = statements(
        page(text("Dit is de eerste alinea.", 50, 100), text("Dit is de tweede.", 50, 130))
    )
    assert ("Dit is de eerste alinea.", "Dit is de tweede.") == (first.text, second.text)
    assert first.block != second.block


def test_sentences_of_a_paragraph_share_a_block() -> None:
    """A paragraph of three sentences gives three statements with one block number."""
    found = statements(page(text(PROSE, 50, 100)))
    assert (3, 1) == (len(found), len({each.block for each in found}))


def test_last_line_that_breaks_off_ends_a_paragraph() -> None:
    """Without space between paragraphs, a line that ends early ends one."""
    words = [*text(PROSE, 50, 100), *text(PROSE, 50, 139)]
    assert 2 == len({each.block for each in statements(page(words))})


def test_bold_words_in_a_paragraph_do_not_break_it() -> None:
    """A phrase in bold that fills a line does not end the paragraph."""
    words = [
        *line("Wie in de keten werkt, heeft recht op een loon waarvan een gezin", 50, 100),
        *line("kan leven en daarom spraken alle partijen dit jaar samen af", 50, 113, bold=True),
        *line("dat zij het onderwerp niet meer laten rusten.", 50, 126),
    ]
    assert 1 == len(texts(page(words)))


def test_bullets_know_their_lead() -> None:
    """Bullets with lines that go on, in one block, each with the sentence above the list."""
    words = [
        *line("In dit jaar gebeurde het volgende:", 50, 100),
        *line("• 2 bedrijven sloten zich aan, allebei met een winkel in", 50, 118),
        *line("het midden van het land;", 57.8, 131),
        *line("• 10 bedrijven gingen weg.", 50, 144),
        *text("Daarna bleef het rustig. Niemand vertrok meer.", 50, 175),
    ]
    bullets = [each for each in statements(page(words)) if each.kind == "bullet"]
    assert [
        "2 bedrijven sloten zich aan, allebei met een winkel in het midden van het land;",
        "10 bedrijven gingen weg.",
    ] == [each.text for each in bullets]
    assert {"In dit jaar gebeurde het volgende:"} == {each.lead for each in bullets}
    assert 1 == len({each.block for each in bullets})
    assert ["•", "•"] == [each.mark for each in bullets]
    assert [("•", "bullet"), ("•", "bullet")] == furniture(page(words))


def test_nested_bullets_have_the_lead_above_them() -> None:
    """A nested list is introduced by the bullet above it."""
    words = [
        *line("De uitkomst:", 50, 100),
        *line("• twee bedrijven traden toe:", 50, 118),
        *line("– een webwinkel", 65, 131),
        *line("– een groothandel", 65, 144),
        *line("• niemand vertrok", 50, 157),
    ]
    assert ["", "De uitkomst:", "twee bedrijven traden toe:", "twee bedrijven traden toe:",
            "De uitkomst:"] == [each.lead for each in statements(page(words))]  # fmt: skip


def test_drawn_bullets() -> None:
    """A small dot drawn before a line makes it a bullet."""
    words = [
        *line("Er waren twee uitkomsten:", 50, 100),
        *line("36 kinderen gaan naar school", 65, 118),
        *line("meer dan 9.000 mensen kregen les", 65, 131),
    ]
    dots = [box(55, 113, 58, 116, 0), box(55, 126, 58, 129, 0)]
    assert [
        ("sentence", "Er waren twee uitkomsten:"),
        ("bullet", "36 kinderen gaan naar school"),
        ("bullet", "meer dan 9.000 mensen kregen les"),
    ] == kinds(page(words, areas=dots))


def test_numerals_of_a_list_are_set_aside() -> None:
    """The numeral before an item is no part of its text, and is accounted for."""
    words = [
        *text("1. Het bedrijf maakt een plan. Dat duurt een jaar.", 50, 100),
        *text("2. Na drie jaar volgt een oordeel.", 50, 115),
    ]
    assert [
        ("bullet", "Het bedrijf maakt een plan."),
        ("bullet", "Dat duurt een jaar."),
        ("bullet", "Na drie jaar volgt een oordeel."),
    ] == kinds(page(words))
    assert [("1.", "list_numeral"), ("2.", "list_numeral")] == furniture(page(words))


def test_number_at_the_start_of_a_line_is_no_numeral() -> None:
    """A line in a sentence that happens to begin with `12.` or a dash is no list item."""
    words = [
        *line("Het aantal bedrijven dat een plan heeft is in deze periode gestegen tot", 50, 100),
        *line("12. Dat is meer dan verwacht, en het komt door de nieuwe afspraken", 50, 113),
        *line("– zo zeggen zij zelf – over de inkoop.", 50, 126),
    ]
    assert {"sentence"} == {kind for kind, _ in kinds(page(words))}
    assert [] == furniture(page(words))


def test_arrow_before_a_link_is_a_plain_statement() -> None:
    """A line with an arrow is neither a bullet nor a heading."""
    words = [*text(PROSE, 50, 100), *line("→ Lees meer over lonen", 50, 170, bold=True)]
    assert ("sentence", "→ Lees meer over lonen") == kinds(page(words))[-1]


def test_numbered_paragraphs() -> None:
    """The number of a paragraph is its mark, not part of its text."""
    words = text("3.2 De commissie hoorde partijen. Zij nam drie weken de tijd.", 50, 100)
    first, second = statements(page(words))
    assert ("3.2", "De commissie hoorde partijen.") == (first.mark, first.text)
    assert "Zij nam drie weken de tijd." == second.text
