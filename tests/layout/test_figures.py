"""Pictures, their captions, and links."""

from ckt_extract.box import Box
from ckt_extract.reading.page import LinkArea
from tests.layout.build import PROSE, kinds, laid_out, line, page, text

PHOTO = Box(50, 150, 450, 350)


def test_caption_in_small_type_below_a_picture() -> None:
    """Small text right below a picture is its caption, also between two halves of a sentence."""
    words = [
        *text("Boven de foto begint een zin die pas", 50, 130),
        *line("Een naaiatelier in het zuiden, waar 12 merken kopen", 50, 362, 8),
        *text("onder de foto eindigt. Daarna volgt er nog een.", 50, 390),
    ]
    (layout,) = laid_out(page(words, pictures=[PHOTO]))
    (figure,) = layout.figures
    assert "Een naaiatelier in het zuiden, waar 12 merken kopen" == figure.caption
    assert ("picture", False) == (figure.kind, figure.read)
    assert figure.place is not None
    assert figure.caption == figure.place.quote
    assert (
        "Boven de foto begint een zin die pas onder de foto eindigt." == layout.statements[0].text
    )


def test_sentence_alone_below_a_picture_is_its_caption() -> None:
    """A short text in the style of the body is a caption when nothing but a heading follows it."""
    words = [
        *text(PROSE, 50, 80),
        *line("Het aantal keren dat een vakbond hielp bij een gesprek.", 50, 368),
        *line("Nog een onderwerp", 50, 420, 16),
        *text(PROSE, 50, 450),
    ]
    assert ("caption", "Het aantal keren dat een vakbond hielp bij een gesprek.") in kinds(
        page(words, pictures=[PHOTO])
    )


def test_text_that_goes_on_below_a_picture_is_no_caption() -> None:
    """A paragraph that is followed by another one is text."""
    words = [*text(PROSE, 50, 80), *text(PROSE, 50, 368), *text(PROSE, 50, 430)]
    assert {"sentence"} == {kind for kind, _ in kinds(page(words, pictures=[PHOTO]))}


def test_numbered_caption_above_a_picture() -> None:
    """A text that starts with `Figuur 2` is the caption of the picture below it."""
    words = [
        *text(PROSE, 50, 80),
        *line("Figuur 2: oordeel per jaar", 50, 140),
        *text(PROSE, 50, 400),
    ]
    (layout,) = laid_out(page(words, pictures=[PHOTO]))
    assert "Figuur 2: oordeel per jaar" == layout.figures[0].caption


def test_heading_names_a_picture_without_a_caption() -> None:
    """A picture without a caption is named by the heading above it, or else by its section."""
    words = [*text(PROSE, 50, 60), *line("Uitkomsten in beeld", 50, 130, 18)]
    (layout,) = laid_out(page(words, pictures=[PHOTO, Box(50, 500, 450, 700)]))
    assert ["Uitkomsten in beeld"] * 2 == [figure.caption for figure in layout.figures]


def test_logos_and_backgrounds_are_no_figures() -> None:
    """Small pictures, and a picture behind the text, are not listed."""
    words = text(PROSE, 50, 80)
    pictures = [Box(500, 20, 560, 40), Box(0, 0, 595, 842)]
    assert [] == laid_out(page(words, pictures=pictures))[0].figures


def test_picture_in_strips_is_one_figure() -> None:
    """Strips of a picture that touch are one figure."""
    strips = [Box(50, 150 + 50 * k, 450, 200 + 50 * k) for k in range(4)]
    (layout,) = laid_out(page(text(PROSE, 50, 80), pictures=strips))
    assert [(50, 150, 450, 350)] == [figure.box for figure in layout.figures]


def test_words_that_ocr_read_in_a_picture() -> None:
    """What OCR read in a picture belongs to that figure, and opens no section."""
    words = [
        *text(PROSE, 50, 80),
        *line("63%", 80, 220, 30, bold=True, ocr=True),
        *line("voldoet volledig", 160, 215, 10, ocr=True),
        *line("57 bedrijven beoordeeld", 80, 300, 12, bold=True, ocr=True),
        *text(PROSE, 50, 400),
    ]
    (layout,) = laid_out(page(words, pictures=[PHOTO]))
    (figure,) = layout.figures
    assert (True, "infographic") == (figure.read, figure.kind)
    assert ("63% voldoet volledig", "57 bedrijven beoordeeld") == figure.statements
    assert [] == layout.headings
    assert {"ocr", "text"} == {each.place().method for each in layout.statements}


def link(uri: str, words: list, *, cut: float = 0.0) -> LinkArea:  # type: ignore[type-arg]
    """An annotation around words, less a part of the last one."""
    return LinkArea(uri, Box(words[0].x0, words[0].top, words[-1].x1 - cut, words[-1].bottom))


def test_link_over_two_lines_is_one() -> None:
    """Annotations with one target on consecutive words are one link, also for its statement."""
    first = line("Lees hier de uitspraak van de", 50, 100)
    second = line("commissie. Daarna volgt meer.", 50, 113)
    links = [link("https://a.example", first[3:]), link("https://a.example", second[:1], cut=2.5)]
    (layout,) = laid_out(page(first, second, links=links))
    (found,) = layout.links
    assert ("https://a.example", "uitspraak van de commissie") == (found.uri, found.text)
    assert 2 == len(found.place.boxes)
    assert [[found], []] == [each.links for each in layout.statements]


def test_two_targets_side_by_side_are_two_links() -> None:
    """Neighbouring words with different targets are two links."""
    words = line("zie deel een en deel twee", 50, 100)
    links = [link("https://a.example", words[1:3]), link("https://b.example", words[4:])]
    (layout,) = laid_out(page(words, links=links))
    assert ["deel een", "deel twee"] == [each.text for each in layout.links]


def test_link_over_a_picture_has_no_words() -> None:
    """A link that lies on no word is kept, with the place of its annotation."""
    links = [LinkArea("https://a.example", PHOTO)]
    (layout,) = laid_out(page(text(PROSE, 50, 80), pictures=[PHOTO], links=links))
    (found,) = layout.links
    assert ("", ((50, 150, 450, 350),)) == (found.text, found.place.boxes)
