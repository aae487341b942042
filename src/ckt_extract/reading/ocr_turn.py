"""How a sheet lay on the glass: on its side or upside down, and by how much askew."""

from collections.abc import Callable
from statistics import median

from ckt_extract.reading.ocr_engine import Line
from ckt_extract.reading.ocr_quad import Quad

__all__ = ["TALL", "askew", "certainty", "is_on_its_side", "is_upside_down"]

TALL = 2.5
"""A line this many times higher than wide may be text that runs up or down."""
_SAMPLE = 5
"""Lines that are read both ways; the longest tell best."""
_CERTAIN = 0.8
"""Text that is upright is read with more confidence than this."""
_LONG = 4.0
"""Lines of fewer times their height are found somewhat askew."""
_AGREE = 0.4
"""Degrees: the lines of a scan differ by less; what differs more was drawn at many angles."""
_LEVEL = 0.05
"""Degrees: less is not worth it."""


def is_on_its_side(quads: list[Quad]) -> bool:
    """Whether most of the longest lines run up or down."""
    longest = _longest(quads)
    return len(quads) > 2 and 2 * sum(q.height > TALL * q.width for q in longest) > len(longest)


def is_upside_down(quads: list[Quad], read: Callable[[Quad, bool], Line]) -> bool:
    """Whether the longest lines say more when they are turned over.

    Args:
        quads: The lines of a picture; they do not run up or down.
        read: Reads a line as it is, or turned over.
    """
    longest = _longest(quads)
    as_is = sum(certainty(read(quad, False)) for quad in longest)
    if as_is >= _CERTAIN * len(longest):
        return False
    return sum(certainty(read(quad, True)) for quad in longest) > as_is


def certainty(line: Line) -> float:
    """0-1, the mean of the characters."""
    return sum(line.confidences) / len(line.confidences) if line.confidences else 0.0


def askew(quads: list[Quad]) -> float:
    """Degrees by which the lines of a picture fall to the right; 0 if they do not agree."""
    long = sorted((q for q in quads if q.width > _LONG * q.height), key=lambda q: -q.width)
    angles = [quad.angle for quad in long[: max(len(long) // 2, _SAMPLE)]]
    if not angles:
        return 0.0
    angle = median(angles)
    spread = median(abs(each - angle) for each in angles)
    return angle if abs(angle) > _LEVEL and spread < _AGREE else 0.0


def _longest(quads: list[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: -max(quad.width, quad.height))[:_SAMPLE]
