"""What OCR gives for a picture."""

from typing import NamedTuple

__all__ = ["OcrWord", "PictureText"]


class OcrWord(NamedTuple):
    """A word in a picture; lengths in pixels, from the top left of the picture."""

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
    angle: float
    """Degrees by which the lines fall to the right, when a page was scanned askew."""
