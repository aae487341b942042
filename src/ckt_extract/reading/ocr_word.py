"""What OCR gives for a picture."""

from typing import NamedTuple

__all__ = ["LEGIBLE", "SURE_NUMBER", "OcrWord", "PictureText"]

SURE_NUMBER, LEGIBLE = 0.9, 0.5
"""Numbers of which the engine is less certain than the first, and words of which it is less
certain than the second, are left out: a wrong number is worse than none."""


class OcrWord(NamedTuple):
    """A word in a picture; lengths in pixels, from the top left of the upright picture."""

    text: str
    x0: float
    x1: float
    size: float
    """Type size, estimated from the height of the letters."""
    baseline: float
    confidence: float
    """0-1: how certain the engine is of the least certain character."""
    line: int
    """Number of the line that was read as one."""
    raised: bool = False
    glued: bool = False
    upright: bool = True


class PictureText(NamedTuple):
    """What was read in a picture."""

    words: list[OcrWord]
    angle: float = 0.0
    """Degrees by which the lines fall to the right, when a page was scanned askew."""
    quarter: int = 0
    """Quarter turns to the left that made the picture upright."""
