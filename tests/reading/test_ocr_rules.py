"""The rules of OCR that need no engine."""

import pytest

from ckt_extract.box import Box
from ckt_extract.reading.ocr_doubt import is_doubtful
from ckt_extract.reading.ocr_place import words_of_picture
from ckt_extract.reading.ocr_quad import Quad
from ckt_extract.reading.ocr_regions import regions_of
from ckt_extract.reading.ocr_sizes import with_even_sizes
from ckt_extract.reading.ocr_turn import askew, is_on_its_side
from ckt_extract.reading.ocr_word import OcrWord, PictureText
from ckt_extract.reading.page import Page, Picture, Word

PAGE = Box(0, 0, 400, 300)


def read(text: str, confidence: float = 1.0, size: float = 30.0) -> OcrWord:
    """A word as it was read."""
    return OcrWord(text, 0.0, 50.0, size, 100.0, confidence, 0)


NONE = "63%0 63%% 630/0 63o/o 1O l2% 6S 2O19 €1I 12.34.567 1..5 1.2345.6 12,345,6"
SOME = (
    "63% 10%-20% 1.284 1,284.5 €2.350.000,- 17,5% 31.12.2020 31-12-2020 3.2.1. 2017/2018 CO2 A4 "
    "ISO9001 90s 2e 57ste Q3 1,2 (36 Los"
)


@pytest.mark.parametrize("text", NONE.split())
def test_no_number_looks_so(text: str) -> None:
    """What is half a number and half something else is not taken for one."""
    assert is_doubtful(text)


@pytest.mark.parametrize("text", SOME.split())
def test_a_number_looks_so(text: str) -> None:
    """Numbers, dates, codes, ordinals and plain words are no reason for doubt."""
    assert not is_doubtful(text)


@pytest.mark.parametrize(
    ("word", "kept", "unsure"),
    [
        (read("57", 0.95), 1, 0),
        (read("57", 0.85), 0, 1),
        (read("merken", 0.85), 1, 0),
        (read("merken", 0.4), 0, 0),
        (read("63%0", 0.99), 0, 1),
        (read("57", 0.3), 0, 0),
    ],
)
def test_what_is_not_certain(word: OcrWord, kept: int, unsure: int) -> None:
    """A number needs more certainty than a word; one that was legible at all is counted."""
    placed = words_of_picture(PictureText([word]), PAGE, 200)
    assert (kept, unsure) == (len(placed.words), placed.unsure)


def test_illegible() -> None:
    """A picture with much text of which little is certain counts as unread."""
    clear, poor = [read("woord")] * 12, [read("w0ord", 0.4)] * 13
    assert words_of_picture(PictureText(clear + poor[:12]), PAGE, 200).legible
    assert not words_of_picture(PictureText(clear + poor), PAGE, 200).legible


def test_sizes() -> None:
    """Lines that were measured nearly alike get one size, that of most of the text."""
    sizes = [31.0, 29.5, 31.0, 40.0, 18.0]
    even = with_even_sizes([read("woorden", size=size) for size in sizes])
    assert [31.0, 31.0, 31.0, 40.0, 18.0] == [word.size for word in even]


def line(angle: float, length: float = 300.0) -> Quad:
    """The corners of a line that falls to the right."""
    flat = Quad((0.0, 0.0), (length, 0.0), (length, 20.0), (0.0, 20.0))
    return Quad(*(flat.levelled(angle).at(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))))


@pytest.mark.parametrize(
    ("angles", "expected"),
    [([1.0, 1.1, 0.9], 1.0), ([0.0, 0.02, 0.01], 0.0), ([-3.0, 0.0, 3.0, 6.0], 0.0), ([], 0.0)],
)
def test_angle(angles: list[float], expected: float) -> None:
    """Lines tell how a sheet lay if they agree."""
    assert expected == round(askew([line(angle) for angle in angles]), 2)


def test_on_its_side() -> None:
    """A few upright labels beside lines of text do not turn a sheet; most of the lines do."""
    flat, tall = line(0.0), Quad((0.0, 0.0), (20.0, 0.0), (20.0, 300.0), (0.0, 300.0))
    assert not is_on_its_side([flat, flat, flat, tall, tall])
    assert is_on_its_side([flat, flat, tall, tall, tall])


def page_with(words: int) -> Page:
    """A page that one picture covers, with invisible words over it."""
    page = Page(1, 400, 300, pictures=[Picture(PAGE, 1.0, 0)])
    for at in range(words):
        left = 10.0 * at
        word = Word("laag", left, 10.0, left + 8, 20.0, 10.0, False, False, 0, 18.0, ocr=True)
        page.words.append(word)
    return page


@pytest.mark.parametrize(("words", "regions"), [(0, 1), (3, 1), (12, 0)])
def test_text_layer(words: int, regions: int) -> None:
    """A picture with an invisible text layer is not read again; a stamp is no layer."""
    assert regions == len(regions_of(page_with(words)))


def test_strips() -> None:
    """A picture that was cut into strips is one region; one beside it is another."""
    boxes = [Box(50, 20 * i, 250, 20 * i + 20) for i in range(6)] + [Box(300, 0, 390, 100)]
    pictures = [Picture(box, 0.05, index) for index, box in enumerate(boxes)]
    page = page_with(1)
    page.pictures = pictures
    page.words[0].ocr = False
    regions = regions_of(page)
    assert [(0, 1, 2, 3, 4, 5), (6,)] == [region.pictures for region in regions]
