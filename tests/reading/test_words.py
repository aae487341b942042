"""Words: where they stand, how they are cut, and what is printed."""

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.reading.letters import normalise
from ckt_extract.reading.page import Page, Word, join_words
from tests.reading.conftest import ReadPage
from tests.reading.pdfs import chromium_pdf, drawn, libreoffice_pdf, raw_pdf, typst_pdf


def texts(page: Page) -> list[str]:
    """The words of a page."""
    return [word.text for word in page.words]


def word(page: Page, text: str) -> Word:
    """The one word with this text."""
    (found,) = [w for w in page.words if w.text == text]
    return found


def lines(*rows: str, font: str = "Helvetica", size: float = 12, leading: float = 16) -> bytes:
    """Rows of text from the top of a page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for k, row in enumerate(rows):
            canvas.drawString(50, 250 - k * leading, row)

    return drawn(draw)


def test_word_has_its_place_size_and_baseline(read: ReadPage) -> None:
    """A word is placed in points from the top left of the page."""
    found = word(read(lines("Er zijn 57 bedrijven")), "57")
    assert 50.0 == found.baseline
    assert 12.0 == found.size
    assert (41.0, 53.0) == (found.top, found.bottom)
    # Helvetica: E 8.0, r 4.0, space 3.3, z 6, i 2.7, j 2.7, n 6.7, space 3.3 points wide
    assert found.x0 == pytest.approx(50 + 36.7, abs=0.1)
    assert found.x1 - found.x0 == pytest.approx(2 * 0.556 * 12, abs=0.01)


def test_size_includes_the_text_matrix(read: ReadPage) -> None:
    """A font of size 1 that is scaled by the matrix counts by what is shown."""
    page = read(raw_pdf("BT /F1 1 Tf 14 0 0 14 50 200 Tm (merken 63%) Tj ET"))
    assert [14.0, 14.0] == [w.size for w in page.words]


FOOTNOTES = {
    "chromium": lambda: chromium_pdf("<p>telt 41<sup>1</sup> merken</p>"),
    "libreoffice": lambda: libreoffice_pdf("<p>telt 41<sup>1</sup> merken</p>"),
    "typst figure of the font": lambda: typst_pdf("telt 41#super[1] merken"),
    "typst smaller figure": lambda: typst_pdf("telt 41#super(typographic: false)[1] merken"),
    "reportlab": lambda: drawn(_footnote),
}


def _footnote(canvas: Canvas) -> None:
    text = canvas.beginText(50, 200)
    text.textOut("telt 41")
    text.setFont("Helvetica", 7)
    text.setRise(5)
    text.textOut("1")
    text.setRise(0)
    text.setFont("Helvetica", 12)
    text.textOut(" merken")
    canvas.drawText(text)


@pytest.mark.parametrize("producer", FOOTNOTES)
def test_footnote_mark_is_a_raised_word(read: ReadPage, producer: str) -> None:
    """41 with a footnote mark 1 never becomes 411."""
    page = read(FOOTNOTES[producer]())
    assert ["telt", "41", "1", "merken"] == texts(page)
    assert [False, False, True, False] == [w.raised for w in page.words]
    assert [False, False, True, False] == [w.glued for w in page.words]


def test_superscript_character_is_raised(read: ReadPage) -> None:
    """A superscript two is a word of its own, as it is printed."""
    page = read(lines("is 4.000² groot"))
    assert ["is", "4.000", "²", "groot"] == texts(page)
    assert word(page, "²").raised
    assert word(page, "²").glued


def test_star_on_a_number_is_raised(read: ReadPage) -> None:
    """A star behind a number is a mark, not part of the number."""
    page = read(lines("telt 41* merken"))
    assert ["telt", "41", "*", "merken"] == texts(page)
    assert word(page, "*").raised


def test_mark_in_front_of_its_note_is_raised(read: ReadPage) -> None:
    """The mark at the start of the note itself is raised, and is not glued to what is before."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 5)
        canvas.drawString(50, 104, "1")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(54, 100, "Exclusief leden die in 2019 toetraden")

    page = read(drawn(draw))
    assert page.words[0].raised
    assert not page.words[1].raised


@pytest.mark.parametrize(("rise", "raised"), [(14.0, True), (0.0, False)])
def test_smaller_percent_sign_is_a_glued_word(read: ReadPage, rise: float, raised: bool) -> None:
    """A % in smaller type is a word of its own that sticks to its number."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 200)
        text.setFont("Helvetica-Bold", 40)
        text.textOut("63")
        text.setFont("Helvetica-Bold", 20)
        text.setRise(rise)
        text.textOut("%")
        canvas.drawText(text)

    page = read(drawn(draw))
    assert ["63", "%"] == texts(page)
    assert (True, raised) == (page.words[1].glued, page.words[1].raised)
    assert "63%" == join_words(page.words)[0]


def test_percent_sign_of_the_same_size_stays(read: ReadPage) -> None:
    """63% in one size is one word."""
    assert ["63%", "van", "57"] == texts(read(lines("63% van 57")))


def test_subscript_is_not_raised(read: ReadPage) -> None:
    """The lowered 2 of CO2 is glued but not raised."""
    page = read(typst_pdf("minder CO#sub(typographic: false)[2] in 2020"))
    assert "minder CO2 in 2020" == join_words(page.words)[0]
    assert not any(w.raised for w in page.words)


def test_label_beside_a_large_number_is_not_raised(read: ReadPage) -> None:
    """A small label at the upper right of a large number is no footnote mark."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 40)
        canvas.drawString(50, 200, "57")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(96, 218, "bedrijven")

    page = read(drawn(draw))
    assert not any(w.raised for w in page.words)
    assert "57 bedrijven" == join_words(page.words)[0]


def test_ligatures_are_letters(read: ReadPage) -> None:
    """Ligatures read as the letters they stand for."""
    assert ["conflict", "fiets"] == texts(read(lines("conﬂict ﬁets", font="Vera")))
    assert "ff fi fl ffi ffl" == normalise("ﬀ ﬁ ﬂ ﬃ ﬄ")


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u00a0\u00a0", " \u2009"])
def test_spaces_of_any_width_part_words(read: ReadPage, space: str) -> None:
    """No-break and thin spaces part words as others do."""
    page = read(typst_pdf(f"telt 4{space}268 locaties"))
    assert ["telt", "4", "268", "locaties"] == texts(page)


def test_curly_apostrophe_stays(read: ReadPage) -> None:
    """Apostrophes are kept as they are printed."""
    assert ["ngo’s", "en", "risico's"] == texts(read(lines("ngo’s en risico's")))


def test_hyphen_at_line_end_is_kept(read: ReadPage) -> None:
    """Whether a plain hyphen at a line's end belongs to the word is not decided here."""
    page = read(lines("de klachten-", "en geschillen in de toe-", "leveringsketen"))
    assert ["klachten-", "en"] == texts(page)[1:3]
    assert ["toe-", "leveringsketen"] == texts(page)[-2:]
    assert not any(w.hyphen or w.glued for w in page.words)


HYPHENATED = {
    "typst": lambda: typst_pdf(
        '#set text(hyphenate: true)\nwelles-nietes\n\n#box(width: 60pt)[de duurzaamheidscommissie]'
    ),
    "chromium": lambda: chromium_pdf(
        "<p>de duurzaamheids&shy;commissie</p>",
        "p { width: 130px; font: 16px 'Liberation Serif', serif }",
    ),
}  # fmt: skip


@pytest.mark.parametrize("producer", HYPHENATED)
def test_soft_hyphen_is_told_apart(read: ReadPage, producer: str) -> None:
    """A hyphen that the producer set only to break a line is not part of the word."""
    page = read(HYPHENATED[producer]())
    assert any(w.hyphen for w in page.words)
    assert join_words(page.words)[0].endswith("de duurzaamheidscommissie")


def test_windows_characters_are_what_they_mean() -> None:
    """A Windows apostrophe or dash with a wrong map is still an apostrophe or a dash."""
    assert "vakbonden’s – € 5" == normalise("vakbonden\x92s \x96 \x80 5")


def test_soft_hyphen_inside_a_line_is_dropped(read: ReadPage) -> None:
    """A soft hyphen that is not at a line's end is not printed."""
    page = read(lines("de toe\u00adlevering loopt", font="Vera"))
    assert ["de", "toelevering", "loopt"] == texts(page)


@pytest.mark.parametrize("spacing", [1.2, 3.0, 5.0])
def test_letter_spaced_words_are_whole(read: ReadPage, spacing: float) -> None:
    """Letters that are set apart still make words."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 250, "FEITEN EN CIJFERS 2019", charSpace=spacing)
        canvas.drawString(50, 230, "Er zijn 57 bedrijven beoordeeld")

    assert ["FEITEN", "EN", "CIJFERS", "2019", "Er"] == texts(read(drawn(draw)))[:5]


def test_words_without_space_characters_are_parted(read: ReadPage) -> None:
    """A producer that moves the pen instead of writing spaces gives the same words."""
    content = "BT /F1 12 Tf 50 200 Td [(van)-278(a)-278(b)-278(en)-278(c)-278(63%)] TJ ET"
    assert ["van", "a", "b", "en", "c", "63%"] == texts(read(raw_pdf(content)))


def test_letters_drawn_one_by_one_make_words(read: ReadPage) -> None:
    """A lone line of letters that are objects of their own is read as its words.

    The low first character makes PDFium take the writing for vertical.
    """
    letters, x = [], 50.0
    for char in "- Lees het hele interview":
        if char != " ":
            letters.append(f"BT /F1 12 Tf 1 0 0 1 {x:.3f} 200 Tm ({char}) Tj ET")
        x += pdfmetrics.stringWidth(char, "Helvetica", 12)
    page = read(raw_pdf(" ".join(letters)))
    assert ["-", "Lees", "het", "hele", "interview"] == texts(page)


def test_numbers_in_neighbouring_cells_are_parted(read: ReadPage) -> None:
    """Cells are words of their own, also where no space is between them."""
    content = "BT /F1 10 Tf 50 200 Td (12) Tj 14 0 Td (13) Tj 14 0 Td (14) Tj ET"
    assert ["12", "13", "14"] == texts(read(raw_pdf(content)))


def test_bold_italic_and_colour(read: ReadPage) -> None:
    """Weight and slant come from the name of the font, the colour from its fill."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0, 0.2)
        for k, font in enumerate(("Helvetica", "Helvetica-Bold", "Times-Italic", "VeraBd")):
            canvas.setFont(font, 12)
            canvas.drawString(50, 250 - 20 * k, "merken")

    page = read(drawn(draw))
    assert [False, True, False, True] == [w.bold for w in page.words]
    assert [False, False, True, False] == [w.italic for w in page.words]
    assert {0xCC0033} == {w.colour for w in page.words}


def test_stroked_text_is_bold(read: ReadPage) -> None:
    """Text that is filled and stroked looks bold, and is."""
    page = read(raw_pdf("BT /F1 12 Tf 50 200 Td (gewoon ) Tj 2 Tr (vet) Tj ET"))
    assert [False, True] == [w.bold for w in page.words]


def test_text_drawn_twice_is_read_once(read: ReadPage) -> None:
    """A shadow is no second word, and the word has the colour that lies on top."""

    def draw(canvas: Canvas) -> None:
        for shift, grey in ((1.5, 0.8), (0, 0)):
            canvas.setFillGray(grey)
            canvas.drawString(50 + shift, 200 - shift, "57 bedrijven")
            canvas.drawString(50 + shift, 150 - shift, "92 merken")

    page = read(drawn(draw))
    assert ["57", "bedrijven", "92", "merken"] == texts(page)


def test_the_same_word_elsewhere_stays(read: ReadPage) -> None:
    """The same number in the next column is a number of its own."""
    assert ["12", "12", "12"] == texts(read(lines("12 12", "12")))


def test_text_off_the_page_or_without_size_is_dropped(read: ReadPage) -> None:
    """What is not on the page is not read."""
    content = (
        "BT /F1 12 Tf 50 200 Td (hier) Tj 900 0 Td (rechts) Tj ET "
        "BT /F1 12 Tf 50 -40 Td (onder) Tj ET BT /F1 0.1 Tf 50 100 Td (klein) Tj ET"
    )
    assert ["hier"] == texts(read(raw_pdf(content)))


IMAGE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    b"/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream"
)


def test_text_layer_of_a_scan_is_marked(read: ReadPage) -> None:
    """Text that is not painted but lies on a picture was read by OCR before."""
    content = "q 400 0 0 300 0 0 cm /I1 Do Q BT /F1 12 Tf 3 Tr 50 200 Td (57 merken) Tj ET"
    page = read(raw_pdf(content, IMAGE, resources="/XObject<</I1 6 0 R>>"))
    assert ["57", "merken"] == texts(page)
    assert [True, True] == [w.ocr for w in page.words]


def test_hidden_text_is_dropped(read: ReadPage) -> None:
    """Text that nobody sees, and that is not the layer of a picture, is not read."""
    page = read(raw_pdf("BT /F1 12 Tf 50 200 Td (zichtbaar ) Tj 3 Tr (verborgen) Tj ET"))
    assert ["zichtbaar"] == texts(page)
    assert not page.words[0].ocr


def test_characters_outside_the_basic_plane_do_not_shift_the_rest(read: ReadPage) -> None:
    """Words behind an emoji keep their places and styles."""
    page = read(typst_pdf('😀 12 #text(fill: rgb("#cc0000"))[merken]'))
    assert ["12", "merken"] == texts(page)[-2:]
    assert 0xCC0000 == page.words[-1].colour
    assert 0 == page.words[-2].colour


def test_numbers_gone_wild_are_dropped(read: ReadPage) -> None:
    """Text with an absurd size or place does not get into the page."""
    content = (
        "BT /F1 12 Tf 50 200 Td (hier) Tj ET BT /F1 12 Tf 1e30 0 0 1e30 50 200 Tm (groot) Tj ET "
        "BT /F1 12 Tf 1 0 0 1 -1e38 1e38 Tm (weg) Tj ET"
    )
    assert ["hier"] == texts(read(raw_pdf(content)))


def test_turned_text_is_not_upright(read: ReadPage) -> None:
    """Vertical and upside-down text is marked, and is in its place."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 250, "recht")
        canvas.translate(100, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "2019")
        canvas.rotate(90)
        canvas.drawString(0, 0, "2020")

    page = read(drawn(draw))
    upright = {w.text: w.upright for w in page.words}
    assert {"recht": True, "2019": False, "2020": False} == upright
    standing = word(page, "2019")
    assert 90 <= standing.x0 <= standing.x1 <= 101
    assert 170 <= standing.top <= standing.bottom <= 200


def test_a_sign_has_its_own_style(read: ReadPage) -> None:
    """A word that is read character by character takes nothing over from the word before it."""

    def draw(canvas: Canvas) -> None:
        for k, colour in enumerate(((0.2, 0.4, 0.6), (0.6, 0.8, 0.6), (0.8, 0.8, 0.4))):
            canvas.setFillColorRGB(0, 0, 0)
            canvas.setFont("Helvetica", 12)
            canvas.drawString(70, 250 - 20 * k, f"rij{k}")
            canvas.setFillColorRGB(*colour)
            canvas.setFont("Helvetica-Bold", 12)
            canvas.drawString(50, 250 - 20 * k - 10, "\u2122")

    page = read(drawn(draw))
    signs = [w for w in page.words if not w.text.startswith("rij")]
    assert [(True, 0x336699), (True, 0x99CC99), (True, 0xCCCC66)] == [
        (w.bold, w.colour) for w in signs
    ]
