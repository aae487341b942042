"""Reading words back from their boxes."""

import pytest
from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.errors import UnreadableError
from ckt_extract.reading.page import Word
from ckt_extract.reading.words_at import read_back
from tests.reading.pdfs import drawn


def _two_lines(canvas: Canvas) -> None:
    canvas.drawString(50, 250, "In 2019 voldeed 63% van de mer-")
    canvas.drawString(50, 234, "ken volledig.")


PDF = drawn(_two_lines)


def test_boxes_give_their_words_in_order() -> None:
    """The words whose centre is inside the boxes are given, box by box."""
    boxes = [(50.0, 57.0, 70.0, 69.0), (95.0, 41.0, 175.0, 53.0)]
    assert "ken voldeed 63%" == read_back(PDF, 1, boxes)


def test_words_are_mended_as_the_quote_was() -> None:
    """A word that was joined over two lines for a quote is joined here, too."""

    def mend(words: list[Word]) -> list[Word]:
        return [
            replace(w, text=w.text[:-1], hyphen=True) if w.text.endswith("-") else w for w in words
        ]

    boxes = [(50.0, 41.0, 400.0, 53.0), (50.0, 57.0, 400.0, 69.0)]
    assert "In 2019 voldeed 63% van de merken volledig." == read_back(PDF, 1, boxes, mend=mend)


def test_words_drawn_backwards_are_read_forwards() -> None:
    """Words that the file has from right to left come in the order of the line."""

    def draw(canvas: Canvas) -> None:
        for x, text in ((150, "bedrijven"), (120, "57"), (50, "beoordeeld:")):
            canvas.drawString(x, 200, text)

    assert "beoordeeld: 57 bedrijven" == read_back(drawn(draw), 1, [(0, 0, 400, 300)])


def test_number_and_sign_drawn_apart_are_in_order() -> None:
    """A raised sign that the file has before its number comes behind it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(96, 214, "%")
        canvas.setFont("Helvetica-Bold", 40)
        canvas.drawString(50, 200, "80")

    assert "80 %" == read_back(drawn(draw), 1, [(0, 0, 400, 300)])


@pytest.mark.parametrize(
    ("word", "mark", "expected"),
    [("5.989", "1", "5.989 unieke"), ("41", "*", "41 unieke"), ("12 m", "2", "12 m2 unieke"),
     ("de 3", "e", "de 3e unieke"), ("63", "%", "63% unieke")],
)  # fmt: skip
def test_note_marks_are_no_part_of_a_quote(word: str, mark: str, expected: str) -> None:
    """A raised note mark is left out; a raised sign, power or ending is not."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 200)
        text.textOut(word)
        text.setFont("Helvetica", 7)
        text.setRise(5)
        text.textOut(mark)
        text.setRise(0)
        text.setFont("Helvetica", 12)
        text.textOut(" unieke")
        canvas.drawText(text)

    assert expected == read_back(drawn(draw), 1, [(0, 0, 400, 300)])


def test_page_that_is_not_there() -> None:
    """A page number outside the document is an error of this library."""
    with pytest.raises(UnreadableError):
        read_back(PDF, 2, [(0, 0, 400, 300)])
