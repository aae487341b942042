"""Rules, areas and pictures, with the transforms and clips that lie on them."""

import pytest

from ckt_extract.box import Box
from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.page import Area, Picture, Rule
from ckt_extract.reading.plain import read_plain_page
from tests.reading.conftest import ReadPage
from tests.reading.pdfs import chromium_pdf, raw_pdf, stream_object
from tests.reading.test_words import IMAGE

IMAGES = "/XObject<</I1 6 0 R>>"


def rounded(box: Area | Box) -> tuple[float, ...]:
    """To tenths of a point."""
    return tuple(round(side, 1) for side in (box.x0, box.top, box.x1, box.bottom))


def test_lines_and_thin_rectangles_are_rules(read: ReadPage) -> None:
    """Straight lines and rectangles under two points are rules, also several in one path."""
    page = read(raw_pdf("50 200 m 150 200 l 50 180 m 150 180 l S 50 100 1 60 re f"))
    assert [
        Rule(50, 100, 150, 100), Rule(50, 120, 150, 120), Rule(50, 140, 51, 200),
    ] == page.rules  # fmt: skip
    assert [] == page.areas


def test_slanted_line_is_neither(read: ReadPage) -> None:
    """A slanted line is no rule and has no area."""
    page = read(raw_pdf("50 200 m 150 100 l S"))
    assert ([], []) == (page.rules, page.areas)


def test_areas_have_their_fill(read: ReadPage) -> None:
    """A filled rectangle has its colour, a stroked one has none."""
    page = read(raw_pdf("1 0 0 rg 50 100 80 40 re f 200 100 80 40 re S"))
    assert [
        Area(50, 160, 130, 200, 0xFF0000, False), Area(200, 160, 280, 200, None, False),
    ] == page.areas  # fmt: skip


def test_circle_is_curved(read: ReadPage) -> None:
    """A shape with curves is known to be curved."""
    page = read(raw_pdf("0 0 1 rg 100 150 m 100 178 50 178 50 150 c 50 122 100 122 100 150 c f"))
    (circle,) = page.areas
    assert (True, 0x0000FF) == (circle.curved, circle.fill)


def test_the_handles_of_a_curve_are_not_drawn(read: ReadPage) -> None:
    """A curve reaches as far as it is drawn; its handles may lie far outside."""
    page = read(raw_pdf("1 0 0 rg 50 100 m 50 180 90 180 90 100 c 70 100 l h f"))
    (arch,) = page.areas
    assert rounded(arch) == (50, 140, 90, 200)
    assert arch.curved


def test_what_is_not_painted_is_not_there(read: ReadPage) -> None:
    """A path that only clips, or is off the page, is left out."""
    page = read(raw_pdf("10 10 50 50 re W n 500 500 50 50 re f"))
    assert [] == page.areas


def test_clipped_area_is_what_shows(read: ReadPage) -> None:
    """An area ends where its clip ends."""
    page = read(raw_pdf("q 50 100 40 40 re W n 0 0 400 300 re f Q 0 0 10 10 re f"))
    assert [(50, 160, 90, 200), (0, 290, 10, 300)] == [rounded(a) for a in page.areas]


def test_pictures_have_box_share_and_index(read: ReadPage) -> None:
    """A picture lies where its matrix puts it."""
    content = "q 200 0 0 150 100 50 cm /I1 Do Q q 20 0 0 20 0 0 cm /I1 Do Q"
    first, second = read(raw_pdf(content, IMAGE, resources=IMAGES)).pictures
    assert Picture(Box(100, 100, 300, 250), 0.25, 0) == first
    assert (0, 280, 20, 300) == rounded(second.box)
    assert 1 == second.index


def test_picture_is_clipped_to_what_shows(read: ReadPage) -> None:
    """A picture that is larger than its frame counts for the frame."""
    content = "q 100 100 50 50 re W n 400 0 0 300 0 0 cm /I1 Do Q"
    (picture,) = read(raw_pdf(content, IMAGE, resources=IMAGES)).pictures
    assert (100, 150, 150, 200) == rounded(picture.box)
    assert picture.share == pytest.approx(2500 / 120_000)


def test_picture_off_the_page_keeps_its_number(read: ReadPage) -> None:
    """Pictures are counted as they are drawn, so that a number finds its picture again."""
    content = "q 50 0 0 50 900 0 cm /I1 Do Q q 50 0 0 50 10 10 cm /I1 Do Q"
    (picture,) = read(raw_pdf(content, IMAGE, resources=IMAGES)).pictures
    assert 1 == picture.index


def test_forms_are_looked_into(read: ReadPage) -> None:
    """What a form draws lies where the matrices of the page and the form put it."""
    inner = stream_object(
        "0 0 1 rg 0 0 10 20 re f q 30 0 0 30 20 0 cm /I1 Do Q BT /F1 6 Tf 0 40 Td (57) Tj ET",
        "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 5 0]"
        "/Resources<</XObject<</I1 6 0 R>>/Font<</F1 5 0 R>>>>",
    )
    content = "q 2 0 0 2 100 50 cm /X1 Do Q"
    page = read(raw_pdf(content, IMAGE, inner, resources="/XObject<</X1 7 0 R>>"))
    assert [(110, 210, 130, 250)] == [rounded(a) for a in page.areas]
    assert [(150, 190, 210, 250)] == [rounded(p.box) for p in page.pictures]
    (word,) = page.words
    assert (12, 170, 110) == (word.size, word.baseline, word.x0)


def test_form_is_clipped_to_its_box(read: ReadPage) -> None:
    """What lies outside the box of a form is not shown."""
    inner = stream_object(
        "0 0 100 100 re f", "/Type/XObject/Subtype/Form/BBox[0 0 30 30]/Resources<<>>"
    )
    page = read(raw_pdf("q 1 0 0 1 50 50 cm /X1 Do Q", inner, resources="/XObject<</X1 6 0 R>>"))
    assert [(50, 220, 80, 250)] == [rounded(a) for a in page.areas]


def test_a_budget_ends_endless_drawings() -> None:
    """Only so many objects and segments are looked at."""
    document = PdfiumDocument(raw_pdf("0 0 9 9 re f " * 500))
    try:
        assert 500 == len(read_plain_page(document, 1)[5])
        assert 100 > len(read_plain_page(document, 1, most_objects=1000)[5]) > 0
    finally:
        document.close()


def test_shapes_of_a_browser(read: ReadPage) -> None:
    """A table, a coloured box and a circle of a web page are what they are on paper."""
    page = read(
        chromium_pdf(
            "<table><tr><td>12<td>13<tr><td>14<td>15</table><div id=a></div><div id=b></div>",
            "td { border: 1px solid black } #a { width: 80px; height: 40px; background: #fc0 }"
            "#b { width: 60px; height: 60px; border-radius: 50%; background: #06c }"
            "body { -webkit-print-color-adjust: exact }",
        )
    )
    box = [a for a in page.areas if a.fill == 0xFFCC00]
    circle = [a for a in page.areas if a.fill == 0x0066CC]
    assert [(60.0, 30.0, False)] == [(a.x1 - a.x0, a.bottom - a.top, a.curved) for a in box]
    assert [(45.0, 45.0, True)] == [
        (round(a.x1 - a.x0, 1), round(a.bottom - a.top, 1), a.curved) for a in circle
    ]
    assert page.rules or len(page.areas) > 2
