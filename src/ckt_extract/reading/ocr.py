"""Text that a PDF shows as pixels: pictures, scans, and pages whose fonts cannot be read.

The engine and the choice of its settings were measured: `docs/ocr.md`. It runs in the reading
process, like all that touches the file.
"""

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any, Literal

from ckt_extract.box import Box
from ckt_extract.reading.ocr_engine import installed, require
from ckt_extract.reading.ocr_picture import read_picture
from ckt_extract.reading.ocr_place import words_of_picture
from ckt_extract.reading.ocr_regions import Region, regions_of
from ckt_extract.reading.ocr_word import OcrWord, PictureText
from ckt_extract.reading.page import Page, Word

if TYPE_CHECKING:
    from ckt_extract.reading.document import PdfiumDocument
    from ckt_extract.reading.opened import OpenDocument

__all__ = ["OcrOutcome", "ocr_page", "run"]

Mode = Literal["auto", "off", "force"]
Rectangle = tuple[float, float, float, float]

_DPI = 200
"""Type of 6 points is 17 pixels high; more dots made no difference."""
_MOST_PIXELS = 16_000_000
"""Larger pages are rendered with fewer dots: an A2 sheet still has 150 dpi."""


@dataclass(frozen=True, slots=True)
class OcrOutcome:
    """What OCR did on a page."""

    words: tuple[Word, ...] = ()
    """The words that were added to `page.words`."""
    pictures: tuple[int, ...] = ()
    """`Picture.index` of the pictures that were read, with or without text in them."""
    whole: bool = False
    """The page was read as a whole: a scan, or a page whose own text cannot be trusted."""
    unsure: int = 0
    """Words with figures that were left out because the engine was not certain of them."""
    warnings: tuple[str, ...] = ()
    """What could not be read, and why."""
    failed: int = 0
    """Regions on which reading went beyond a limit or crashed: each costs a process."""


def ocr_page(reader: "OpenDocument", page: Page, mode: Mode = "auto") -> OcrOutcome:
    """Read the pictures of a page, or all of it, and add the words to the page.

    Words of OCR have `ocr` set, colour 0, and are neither bold nor italic; their size is
    estimated from the height of the letters. The words of a scan that lay askew or upside down
    are placed as if it lay straight, and say in `printed` where they stand; a page that was
    scanned on its side gets its width as height. On a page whose text is garbled they take the
    place of that text.

    Args:
        reader: The open document.
        page: A page of it; its `words` are changed.
        mode: `auto` reads if an engine is installed, `off` never, `force` demands one.

    Raises:
        MissingExtraError: `force` without an engine.
        LimitExceededError: The time for the document is up.
        UnreadableError: It crashed the reading process too often.
    """
    if mode == "force":
        require()
    if mode == "off" or not installed():
        return OcrOutcome()
    words: list[Word] = []
    pictures: list[int] = []
    warnings: list[str] = []
    whole, unsure, failed = False, 0, 0
    known = [] if page.garbled else [(w.x0, w.top, w.x1, w.bottom) for w in page.words]
    for region in regions_of(page):
        question = _question(region, page, known)
        answer = reader.ask("ocr", page.number, **question)
        if not isinstance(answer, tuple):
            warnings.append(f"A picture was not read: {answer.reason}.")
            failed += answer.cause != "unreadable"
            continue
        fields, angle, quarter = answer
        text = PictureText([OcrWord(*word) for word in fields], angle, quarter)
        placed = words_of_picture(text, region.box, question["dpi"])
        words += [word for word in placed.words if not _is_known(word, known)]
        unsure += placed.unsure
        if not placed.legible:
            warnings.append("Most of the text in a picture was too unclear to be read.")
            continue
        pictures += region.pictures
        whole = whole or (region.whole and bool(placed.words) and not known)
        if quarter % 2:  # only the one region of a page without text of its own
            page.width, page.height = page.height, page.width
    if page.garbled and words:
        page.words.clear()
    page.words += words
    return OcrOutcome(tuple(words), tuple(sorted(pictures)), whole, unsure, tuple(warnings), failed)


def _question(region: Region, page: Page, known: list[Rectangle]) -> dict[str, Any]:
    """The options of the job for one region."""
    box = region.box
    single = len(region.pictures) == 1 and not region.whole
    near = [
        b for b in known if b[0] < box.x1 and b[2] > box.x0 and b[1] < box.bottom and b[3] > box.top
    ]
    return {
        "box": tuple(box),
        "index": region.pictures[0] if single else -1,
        "covered": near,
        "sheet": region.whole and not known,
        "dpi": _dpi(box if single else Box(0.0, 0.0, page.width, page.height)),
    }


def _dpi(box: Box) -> float:
    """Dots per inch to render a part of a page: fewer for one that is very large."""
    inches = max((box.x1 - box.x0) * (box.bottom - box.top) / 72**2, 1e-6)
    return min(_DPI, sqrt(_MOST_PIXELS / inches))


def run(
    document: "PdfiumDocument",
    number: int,
    *,
    box: Rectangle,
    index: int,
    covered: list[Rectangle],
    sheet: bool,
    dpi: float,
) -> tuple[list[tuple[Any, ...]], float, int]:
    """The job `ocr`: the words in a region of a page, in pixels.

    Args:
        document: An open document.
        number: 1-based page number.
        box: The region in points.
        index: `Picture.index` of the picture that it is, to read that without the text over
            it; -1 for all that is shown there.
        covered: Boxes of words on the page that need not be read.
        sheet: It is the whole page, which may have been scanned on its side or upside down.
        dpi: Pixels an inch.

    Returns:
        The fields of each `OcrWord`, and the angle and quarter turns of `PictureText`.

    Raises:
        MissingExtraError: No OCR engine is installed.
        UnreadableError: The page cannot be rendered.
    """
    from numpy import frombuffer, uint8  # noqa: PLC0415 - comes with the engine

    from ckt_extract.reading.raster import (  # noqa: PLC0415 - for the reading process only
        render_page,
        render_picture,
    )

    scale = dpi / 72
    x0, top = box[:2]
    if index >= 0:
        width, height, grey = render_picture(document, number, index, dpi)
        pixels = frombuffer(grey, uint8).reshape(height, width)
    else:
        width, height, grey = render_page(document, number, dpi)
        left, up, right, down = (max(round(at * scale), 0) for at in box)
        pixels = frombuffer(grey, uint8).reshape(height, width)[up:down, left:right]
    hidden = [
        ((b[0] - x0) * scale, (b[1] - top) * scale, (b[2] - x0) * scale, (b[3] - top) * scale)
        for b in covered
    ]
    words, angle, quarter = read_picture(pixels, hidden, sheet=sheet)
    return [tuple(word) for word in words], angle, quarter


def _is_known(word: Word, known: list[Rectangle]) -> bool:
    """Whether a word that was read is text of the page itself, set over the picture."""
    at = word.printed or word
    x, y = (at.x0 + at.x1) / 2, (at.top + at.bottom) / 2
    return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in known)
