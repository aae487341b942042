"""The words in a picture, in pixels."""

from dataclasses import replace
from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from ckt_extract.reading.ocr_engine import Engine, Line, engine
from ckt_extract.reading.ocr_lines import LineWord, words_of_line
from ckt_extract.reading.ocr_quad import Quad
from ckt_extract.reading.ocr_sizes import with_even_sizes
from ckt_extract.reading.ocr_turn import TALL, askew, certainty, is_on_its_side, is_upside_down
from ckt_extract.reading.ocr_unit import with_unit
from ckt_extract.reading.ocr_word import LEGIBLE, SURE_NUMBER, OcrWord, PictureText

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]

__all__ = ["read_picture"]

_SCALES = 0.5, 0.8
"""Lines are looked for in smaller pictures, and read in the full one."""
_DOUBTFUL = 0.8
"""A line that is less certain is looked at again, in case it is several."""
_MARGIN = 0.12
"""Parts of the size: what is left around a number that is read on its own."""
_ASKEW = 10.0
"""Degrees: text that is turned further than this from the rest is meant to be."""


class _Read(NamedTuple):
    """What was read in the picture of one line."""

    words: list[LineWord]
    certainty: float
    """0-1, the mean of the characters."""
    upright: bool = True


def read_picture(
    pixels: "Pixels",
    covered: list[tuple[float, float, float, float]],
    *,
    sheet: bool = False,
) -> PictureText:
    """The words in a picture, line by line from the top.

    Args:
        pixels: A grey picture: height × width, 0 is black. Type should be 15 pixels or more.
        covered: Boxes (left, top, right, bottom) of words that are known already: lines that
            they cover are not read.
        sheet: It is a whole sheet, which may have been scanned on its side or upside down.

    Raises:
        MissingExtraError: No OCR engine is installed.
    """
    reader = engine()
    found = _find(reader, pixels)
    quarter = 0
    if sheet and found:
        pixels, found, quarter = _upright(reader, pixels, found)
    angle = askew(found)
    lines: list[tuple[Quad, _Read]] = []
    for quad in found:
        if _is_covered(quad, covered):
            continue
        line = _levelled(quad, angle)
        read = _read_line(reader, pixels, line)
        parts = _look_closer(reader, pixels, line) if read.certainty < _DOUBTFUL else []
        if len(parts) > 1:
            levelled = [_levelled(part, angle) for part in parts]
            lines += [(part, _read_line(reader, pixels, part)) for part in levelled]
        else:
            lines.append((line, read))
    down, along = cos(radians(angle)), sin(radians(angle))
    lines.sort(key=lambda line: line[0].at(0.5, 0.5)[1] * down - line[0].at(0.5, 0.5)[0] * along)
    placed = [
        [_placed(word, quad, number, read.upright) for word in read.words]
        for number, (quad, read) in enumerate(lines)
        if any(char.isalnum() for word in read.words for char in word.text)  # no rule or dot
    ]
    known = [word for line in placed for word in line]
    words: list[OcrWord] = []
    for *first, last in placed:
        words += [*first, *with_unit(reader, pixels, last, known)]
    return PictureText(with_even_sizes(words), angle, quarter)


def _upright(
    reader: Engine, pixels: "Pixels", found: list[Quad]
) -> tuple["Pixels", list[Quad], int]:
    """The picture of a sheet turned upright, its lines, and the quarter turns to the left."""
    from numpy import rot90  # noqa: PLC0415 - comes with the engine

    def read(quad: Quad, turned_over: bool) -> Line:
        cut = _cut_out(pixels, quad)
        return reader.read(rot90(cut, 2).copy() if turned_over else cut)

    quarter = 0
    if is_on_its_side(found):
        quarter, pixels = 1, rot90(pixels).copy()
        found = _find(reader, pixels)
    if is_upside_down(found, read):
        quarter, pixels = quarter + 2, rot90(pixels, 2).copy()
        found = _find(reader, pixels)
    return pixels, found, quarter


def _find(reader: Engine, pixels: "Pixels") -> list[Quad]:
    """The lines of text: at two scales, for each misses single figures that the other finds."""
    found = reader.find(pixels, _SCALES[0])
    if found:  # else it is a photograph
        more = reader.find(pixels, _SCALES[1])
        found += [quad for quad in more if not any(quad.meets(other) for other in found)]
    return sorted(found, key=lambda quad: quad.bounds[1])


def _look_closer(reader: Engine, pixels: "Pixels", line: Quad) -> list[Quad]:
    """The lines in a part of the picture: two low ones beside a high one were taken for one."""
    x0, top, x1, bottom = (max(round(at), 0) for at in line.bounds)
    return [part.moved(x0, top) for part in reader.find(pixels[top:bottom, x0:x1], 1.0)]


def _levelled(quad: Quad, angle: float) -> Quad:
    """A line at the angle of the others: short ones are found somewhat askew."""
    return quad if abs(quad.angle - angle) > _ASKEW else quad.levelled(angle)


def _read_line(reader: Engine, pixels: "Pixels", quad: Quad) -> _Read:
    """Read a line in the picture that is cut out for it."""
    from numpy import rot90  # noqa: PLC0415 - comes with the engine

    cut = _cut_out(pixels, quad)
    line = reader.read(cut)
    if quad.height < TALL * quad.width:
        return _Read(
            [_read_again(reader, cut, word) for word in words_of_line(cut, line)], certainty(line)
        )
    turned = [reader.read(rot90(cut, quarter).copy()) for quarter in (1, 3)]
    best = max(line, *turned, key=lambda each: sum(each.confidences))
    if best is line:
        return _Read(words_of_line(cut, line), certainty(line))
    # Text that runs up or down is one word: it is no part of any line
    height, width = cut.shape
    word = LineWord(best.text.strip(), 0.0, width, width, height, min(best.confidences))
    return _Read([word], certainty(best), upright=False)


def _read_again(reader: Engine, cut: "Pixels", word: LineWord) -> LineWord:
    """A number that is not certain, which may be when it is read without its line.

    What is next to a figure can make the engine waver, as between 11 and ll.
    """
    if not (LEGIBLE <= word.confidence < SURE_NUMBER and any(c.isdigit() for c in word.text)):
        return word
    margin = _MARGIN * word.size
    left, right = max(round(word.x0 - margin), 0), round(word.x1 + margin)
    line = reader.read(cut[:, left:right].copy())
    if line.text.strip() != word.text:
        return word
    return replace(word, confidence=max(word.confidence, min(line.confidences)))


def _cut_out(pixels: "Pixels", quad: Quad) -> "Pixels":
    """The picture of one line, made level."""
    import cv2  # noqa: PLC0415 - comes with the engine
    import numpy as np  # noqa: PLC0415 - same

    width, height = max(round(quad.width), 1), max(round(quad.height), 1)
    goal = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    cut: Pixels = cv2.warpPerspective(
        pixels,
        cv2.getPerspectiveTransform(np.array(quad, np.float32), goal),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.uint8)
    return cut


def _placed(word: LineWord, quad: Quad, number: int, upright: bool) -> OcrWord:
    """A word of a line in the whole picture; a slanted line is taken at the word's middle."""
    middle = (word.x0 + word.x1) / 2 / quad.width
    centre, baseline = quad.at(middle, word.baseline / quad.height)
    half = (word.x1 - word.x0) / 2
    return OcrWord(
        word.text, centre - half, centre + half, word.size, baseline, word.confidence,
        number, word.raised, word.glued, upright,
    )  # fmt: skip


def _is_covered(quad: Quad, covered: list[tuple[float, float, float, float]]) -> bool:
    """Whether most of a line is known already."""
    x0, top, x1, bottom = quad.bounds
    known = sum(
        max(min(x1, b[2]) - max(x0, b[0]), 0)
        for b in covered
        if b[1] < (top + bottom) / 2 < b[3] or top < (b[1] + b[3]) / 2 < bottom
    )
    return known > 0.5 * (x1 - x0)
