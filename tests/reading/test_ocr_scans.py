"""Sheets that lay askew, on their side or upside down on the glass."""

import io
from collections.abc import Iterator
from difflib import SequenceMatcher

import pikepdf
import pytest

import ckt_extract
from ckt_extract.box import Box
from ckt_extract.models.report import Report
from ckt_extract.reading.page import Page, Word
from ckt_extract.reading.words_at import text_in_boxes
from tests.accuracy.scoring import fact_of_result
from tests.reading.ocr_pages import (
    DPI,
    LINES,
    PLAIN,
    ocr,
    part,
    pdf_of,
    scanned,
    sheet,
    turned,
    words_in,
)

NEAR = 2.5
"""Points between where a word is printed and where it is said to be."""


@pytest.mark.parametrize(
    ("angle", "grain"), [(0.3, 0), (-0.3, 30), (1, 30), (-1, 0), (2.5, 0), (-2.5, 30)]
)
def test_askew(angle: float, grain: int) -> None:
    """The words of a line have one baseline, and their boxes lie where they are printed."""
    picture = part(LINES)
    page, _ = ocr(pdf_of(scanned(picture, angle, grain)))
    size = picture.width * 72 / DPI, picture.height * 72 / DPI
    baselines: dict[int, list[float]] = {}
    for word, known in _same_words(page.words):
        baselines.setdefault(round(known.baseline), []).append(word.baseline)
        middle = (known.x0 + known.x1) / 2, (known.top + known.bottom) / 2
        _assert_printed(word.printed, turned(*middle, size, angle))
    assert 4 == len(baselines)
    assert all(max(line) - min(line) < 1 for line in baselines.values()), baselines


def _same_words(read: list[Word]) -> Iterator[tuple[Word, Word]]:
    """The words of the four lines that were read right, with what is known of them."""
    truth = words_in(LINES)
    texts, known = [word.text for word in read], [word.text for word in truth]
    same = SequenceMatcher(None, texts, known, autojunk=False).get_matching_blocks()
    pairs = [(read[a + i], truth[b + i]) for a, b, size in same for i in range(size)]
    assert len(truth) - 2 <= len(pairs)  # a word or two may be misread
    assert [t for t in known if t.isdigit()] == [t for t in texts if t.isdigit()]
    yield from pairs


def _assert_printed(box: Box | None, middle: tuple[float, float]) -> None:
    assert box is not None
    apart = (box.x0 + box.x1) / 2 - middle[0], (box.top + box.bottom) / 2 - middle[1]
    assert max(map(abs, apart)) < NEAR, (box, middle)


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_on_its_side_or_upside_down(quarter: int) -> None:
    """Such a sheet is read as if it lay straight; the boxes are those of the page as shown."""
    picture = part(LINES)
    page, outcome = ocr(pdf_of(scanned(picture.rotate(90 * quarter, expand=True))))
    assert outcome.whole
    wide, high = picture.width * 72 / DPI, picture.height * 72 / DPI
    assert (round(wide), round(high)) == (round(page.width), round(page.height))
    for word, known in _same_words(page.words):
        x, y = (known.x0 + known.x1) / 2, (known.top + known.bottom) / 2
        shown = {1: (y, wide - x), 2: (wide - x, high - y), 3: (high - y, x)}[quarter]
        _assert_printed(word.printed, shown)
        assert abs(word.x0 - known.x0) < NEAR


def test_turned_by_the_page() -> None:
    """A sheet scanned on its side that the page shows upright needs no turning."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(part(LINES).rotate(90, expand=True)))) as pdf:
        pdf.pages[0].Rotate = 90
        pdf.save(packed)
    page, _ = ocr(packed.getvalue())
    assert list(_same_words(page.words))
    assert {None} == {word.printed for word in page.words}


def facts_of(report: Report) -> list[str]:
    """What a report says, without where it stands."""
    return sorted(str(fact_of_result(r)) for r in report.results if r.quantity is not None)


@pytest.mark.parametrize(("angle", "grain"), [(0.3, 30), (-1, 0), (2.5, 30)])
def test_facts_of_a_skewed_scan(angle: float, grain: int) -> None:
    """A scan gives the facts of its plain page, however it lay."""
    plain = ckt_extract.extract(PLAIN, ocr="off")
    report = ckt_extract.extract(pdf_of(scanned(sheet(), angle, grain)), ocr="force")
    assert facts_of(plain) == facts_of(report)
    assert {"ocr"} == {result.place.method for result in report.results}
    printed = _printed(angle)
    for place in (result.place for result in report.results):
        assert place.quote.split() == text_in_boxes(printed, place.boxes).split()


def _printed(angle: float) -> Page:
    """The page with its words where they stand in the scan."""
    size = sheet().width * 72 / DPI, sheet().height * 72 / DPI
    page = Page(1, *size, words=words_in(Box(0, 0, *size)))
    for word in page.words:
        half, tall = (word.x1 - word.x0) / 2, (word.bottom - word.top) / 2
        x, y = turned(word.x0 + half, word.top + tall, size, angle)
        word.x0, word.x1, word.top, word.bottom = x - half, x + half, y - tall, y + tall
    return page


@pytest.mark.slow
@pytest.mark.parametrize("angle", [-2.5, -0.3, 1])
@pytest.mark.parametrize("grain", [0, 30])
def test_facts_of_more_skewed_scans(angle: float, grain: int) -> None:
    """The same for the angles that are left."""
    test_facts_of_a_skewed_scan(angle, grain)
