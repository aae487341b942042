"""The words in a picture, in pixels."""

from math import atan2, cos, degrees, hypot, radians, sin
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from ckt_extract.reading.ocr_engine import Engine, Line, Quad, engine
from ckt_extract.reading.ocr_lines import LineWord, words_of_line

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]

__all__ = ["OcrWord", "PictureText", "read_picture"]

_SCALES = 0.5, 0.8
"""Lines are looked for in smaller pictures, and read in the full one."""
_TALL = 1.5
"""A line this many times higher than wide is tried as text that runs up or down, too."""

_DOUBTFUL = 0.8
"""A line that is less certain is looked at again, in case it is several."""
_ASKEW = 10.0
"""Degrees: text that is turned further than this from the rest is meant to be."""


Box = tuple[float, float, float, float]


class OcrWord(NamedTuple):
    """A word in a picture; lengths in pixels, from the top left of the picture."""

    text: str
    x0: float
    x1: float
    size: float
    """Type size, estimated from the height of the letters."""
    baseline: float
    confidence: float
    """0-1: what the engine gives for the least certain character."""
    line: int
    """Number of the line that was read as one."""
    raised: bool
    glued: bool
    upright: bool


class PictureText(NamedTuple):
    """What was read in a picture."""

    words: list[OcrWord]
    angle: float
    """Degrees by which the lines fall to the right (a page that was scanned askew)."""


def read_picture(pixels: "Pixels", covered: list[Box]) -> PictureText:
    """The words in a picture, line by line from the top.

    Args:
        pixels: A grey picture: height × width, 0 is black. Text should be 12 pixels high or more.
        covered: Boxes of words that are known already: lines there are not read.

    Raises:
        MissingExtraError: No OCR engine is installed.
    """
    reader = engine()
    found = _find(reader, pixels)
    angles = [_angle(quad) for quad in found if _width(quad) > 4 * _height(quad)]
    angle = median(angles) if angles else 0.0
    quads = [_levelled(quad, angle) for quad in found if not _is_covered(quad, covered)]
    lines: list[tuple[Quad, _Read]] = []
    for quad in quads:
        read = _read_line(reader, pixels, quad)
        parts = _look_closer(reader, pixels, quad, angle) if read.certainty < _DOUBTFUL else []
        if len(parts) > 1:
            lines += [(part, _read_line(reader, pixels, part)) for part in parts]
        else:
            lines.append((quad, read))
    words = [
        _placed(word, quad, number, read.upright)
        for number, (quad, read) in enumerate(lines)
        if any(char.isalnum() for word in read.words for char in word.text)  # no rule or dot
        for word in read.words
    ]
    return PictureText(words, angle)


def _find(reader: Engine, pixels: "Pixels") -> list[Quad]:
    """The lines of text: at two scales, for each misses single figures that the other finds."""
    found = reader.find(pixels, _SCALES[0])
    if found:  # else it is a photograph
        boxes = [_bounds(quad) for quad in found]
        for quad in reader.find(pixels, _SCALES[1]):
            box = _bounds(quad)
            if not any(_overlap(box, other) for other in boxes):
                found.append(quad)
    return sorted(found, key=lambda quad: _bounds(quad)[1])


def _look_closer(reader: Engine, pixels: "Pixels", quad: Quad, angle: float) -> list[Quad]:
    """The lines in a part of the picture: two short ones beside a high one were taken for one."""
    x0, top, x1, bottom = (max(round(at), 0) for at in _bounds(quad))
    found = reader.find(pixels[top:bottom, x0:x1], 1.0)
    moved = [[(x + x0, y + top) for x, y in part] for part in found]
    return [_levelled(part, angle) for part in moved]


def _levelled(quad: Quad, angle: float) -> Quad:
    """A line as a rectangle at the angle of the others; short ones are found somewhat askew."""
    if abs(_angle(quad) - angle) > _ASKEW:
        return quad
    c, s = cos(radians(angle)), sin(radians(angle))
    along = [x * c + y * s for x, y in quad]
    across = [y * c - x * s for x, y in quad]
    left, right, top, bottom = min(along), max(along), min(across), max(across)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return [(u * c - v * s, u * s + v * c) for u, v in corners]


class _Read(NamedTuple):
    """What was read in the picture of one line."""

    words: list[LineWord]
    certainty: float
    """0-1, the mean of the characters."""
    upright: bool = True


def _read_line(reader: Engine, pixels: "Pixels", quad: Quad) -> _Read:
    """Read a line in the picture that is cut out for it."""
    from numpy import rot90  # noqa: PLC0415 - comes with the engine

    cut = _cut_out(pixels, quad)
    line = reader.read(cut)
    if _height(quad) < _TALL * _width(quad):
        return _Read(words_of_line(cut, line), _certainty(line))
    turned = [reader.read(rot90(cut, quarter).copy()) for quarter in (1, 3)]
    best = max(line, *turned, key=lambda each: sum(each.confidences))
    if best is line:
        return _Read(words_of_line(cut, line), _certainty(line))
    # Text that runs up or down is one word: it is no part of any line
    height, width = cut.shape
    word = LineWord(best.text.strip(), 0.0, width, width, height, min(best.confidences))
    return _Read([word], _certainty(best), upright=False)


def _certainty(line: Line) -> float:
    return sum(line.confidences) / len(line.confidences) if line.confidences else 0.0


def _cut_out(pixels: "Pixels", quad: Quad) -> "Pixels":
    """The picture of one line, made level."""
    import cv2  # noqa: PLC0415 - comes with the engine
    import numpy as np  # noqa: PLC0415 - same

    width, height = max(round(_width(quad)), 1), max(round(_height(quad)), 1)
    corners = np.array(quad, np.float32)
    goal = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    cut: Pixels = cv2.warpPerspective(
        pixels,
        cv2.getPerspectiveTransform(corners, goal),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.uint8)
    return cut


def _placed(word: LineWord, quad: Quad, number: int, upright: bool) -> OcrWord:
    """A word of a line in the whole picture; a slanted line is taken at the word's middle."""
    (x, y), (right, falls), _, (aside, down) = quad
    width, height = _width(quad), _height(quad)
    middle, half = (word.x0 + word.x1) / 2 / width, (word.x1 - word.x0) / 2
    low = word.baseline / height
    centre = x + middle * (right - x) + low * (aside - x)
    baseline = y + middle * (falls - y) + low * (down - y)
    return OcrWord(
        word.text, centre - half, centre + half, word.size, baseline, word.confidence,
        number, word.raised, word.glued, upright,
    )  # fmt: skip


def _width(quad: Quad) -> float:
    return hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1])


def _height(quad: Quad) -> float:
    return hypot(quad[3][0] - quad[0][0], quad[3][1] - quad[0][1])


def _angle(quad: Quad) -> float:
    return degrees(atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]))


def _bounds(quad: Quad) -> Box:
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return min(xs), min(ys), max(xs), max(ys)


def _overlap(a: Box, b: Box) -> bool:
    """Whether the middle of one box lies in the other."""

    def middle_in(one: Box, other: Box) -> bool:
        x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
        return other[0] <= x <= other[2] and other[1] <= y <= other[3]

    return middle_in(a, b) or middle_in(b, a)


def _is_covered(quad: Quad, covered: list[Box]) -> bool:
    """Whether most of a line is known already."""
    x0, top, x1, bottom = _bounds(quad)
    known = sum(
        max(min(x1, b[2]) - max(x0, b[0]), 0)
        for b in covered
        if b[1] < (top + bottom) / 2 < b[3] or top < (b[1] + b[3]) / 2 < bottom
    )
    return known > 0.5 * (x1 - x0)
