"""A page as it was read: words, rules, pictures and links, without any meaning.

All coordinates are PDF points with the origin at the top left of the page as it is shown
(rotation and crop box applied).
"""

from typing import NamedTuple

from msgspec import Struct, field

from ckt_extract.box import Box

__all__ = ["Area", "LinkArea", "Page", "Picture", "Rule", "Word", "join_words"]


class Word(Struct, array_like=True, gc=False):
    """A run of characters without white space, in one size and on one baseline.

    A footnote mark that sticks to a word (41¹) is a word of its own with `raised` set.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    colour: int
    """0xRRGGBB of the fill."""
    baseline: float
    """Distance of the baseline from the top of the page."""
    raised: bool = False
    """Smaller than its neighbour and above its baseline: a footnote mark, or a raised %."""
    glued: bool = False
    """No white space stood between the word before and this one."""
    hyphen: bool = False
    """The word ends in a hyphen that only breaks it over two lines (`text` is without it)."""
    upright: bool = True
    """False for text that does not run from left to right."""
    ocr: bool = False
    printed: Box | None = None
    """Where OCR read it, if the page was made level or upright for that; None: where it stands."""


class Rule(NamedTuple):
    """A straight horizontal or vertical line, or a rectangle thinner than 2 points."""

    x0: float
    top: float
    x1: float
    bottom: float


class Area(NamedTuple):
    """A drawn shape with an extent: a filled or stroked rectangle, circle, sector or bar."""

    x0: float
    top: float
    x1: float
    bottom: float
    fill: int | None
    """0xRRGGBB, or None when it is only stroked."""
    curved: bool
    """True when its outline has curves (circle, sector, rounded corner)."""


class Picture(Struct):
    """A raster image on the page."""

    box: Box
    share: float
    """Part of the page's area that it covers, 0-1."""
    index: int
    """Number of the page object, to fetch its pixels later."""
    read: bool = False
    """OCR has looked at it, whether it found words or not."""


class LinkArea(NamedTuple):
    """One link annotation."""

    uri: str
    box: Box


class Page(Struct):
    """One page. `words` are in the order of the content stream as PDFium gives it."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    garbled: str | None = None
    """Why the text cannot be trusted (a font without a Unicode map), or None."""


def join_words(words: list[Word]) -> tuple[str, list[int]]:
    """The text of words in reading order, and where each starts in it.

    A word with `hyphen` is joined to the next one; a `glued` word follows without a space.
    """
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    joined = True
    for word in words:
        if not joined and not word.glued:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(word.text)
        length += len(word.text)
        joined = word.hyphen
    return "".join(parts), starts
