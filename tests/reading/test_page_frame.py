"""Pages that are turned, cropped or moved: coordinates are those of the shown page."""

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.reading.page import Page
from tests.reading.conftest import ReadPage
from tests.reading.pdfs import drawn

SHOWN = {
    90: ((0, 1, -1, 0, 300, 0), (300, 400)),
    180: ((-1, 0, 0, -1, 400, 300), (400, 300)),
    270: ((0, -1, 1, 0, 0, 400), (300, 400)),
}
"""Content that `/Rotate` turns back to what `_content` draws on 400 x 300, and the page size."""


def _content(canvas: Canvas) -> None:
    canvas.drawString(50, 250, "telt 57 bedrijven")
    canvas.drawString(50, 230, "en 63% van de merken")
    canvas.rect(50, 100, 80, 40, fill=1)
    canvas.line(50, 90, 200, 90)
    canvas.linkURL("https://example.org/", (50, 250, 90, 262))


def _with(data: bytes, **entries: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key, value in entries.items():
            pdf.pages[0][f"/{key}"] = value
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _seen(page: Page) -> dict[str, object]:
    """What a page shows, in whole points."""
    return {
        "size": (page.width, page.height),
        "words": [(w.text, round(w.x0), round(w.baseline), w.upright) for w in page.words],
        "rules": [tuple(map(round, rule)) for rule in page.rules],
        "areas": [tuple(map(round, area[:4])) for area in page.areas],
        "links": [tuple(map(round, link.box)) for link in page.links],
    }


@pytest.mark.parametrize("rotate", SHOWN)
def test_turned_page_reads_as_it_is_shown(read: ReadPage, rotate: int) -> None:
    """A page that is turned to be upright gives what the upright page gives."""
    matrix, size = SHOWN[rotate]

    def draw(canvas: Canvas) -> None:
        canvas.transform(*matrix)
        _content(canvas)

    turned = _seen(read(_with(drawn(draw, size=size), Rotate=rotate)))
    straight = _seen(read(drawn(_content)))
    words = zip(straight.pop("words"), turned.pop("words"), strict=True)  # type: ignore[call-overload]
    for expected, actual in words:
        assert expected[0] == actual[0]
        assert expected[1:3] == pytest.approx(actual[1:3], abs=1)
        assert expected[3] == actual[3]
    # ReportLab does not turn a link with its canvas
    assert straight.pop("links") != turned.pop("links")
    assert straight == turned


def test_page_turned_on_its_side_has_no_upright_words(read: ReadPage) -> None:
    """Words of a page that is shown on its side are known to be so."""
    page = read(_with(drawn(_content), Rotate=90))
    assert (300, 400) == (page.width, page.height)
    assert {False} == {w.upright for w in page.words}
    assert [(100, 50, 140, 130)] == _seen(page)["areas"]


def test_crop_box_and_negative_origin(read: ReadPage) -> None:
    """Coordinates start at the corner of the crop box, wherever the media box begins."""
    data = _with(drawn(_content), MediaBox=[-20, -30, 400, 300], CropBox=[30, 50, 300, 280])
    seen = _seen(read(data))
    assert (270, 230) == seen["size"]
    assert [(20, 140, 100, 180)] == seen["areas"]
    assert [(20, 18, 60, 30)] == seen["links"]
    words = seen["words"]
    assert isinstance(words, list)
    assert ("telt", 20, 30, True) == words[0]


def test_crop_box_hides_words(read: ReadPage) -> None:
    """Words outside the crop box are not read."""
    page = read(_with(drawn(_content), CropBox=[0, 240, 400, 300]))
    assert ["telt", "57", "bedrijven"] == [w.text for w in page.words]
