"""Pull quotes: words of the text, or of an interview, repeated in large type."""

from collections.abc import Sequence

from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.style import Style
from ckt_extract.patterns import pattern

__all__ = ["mark_quotes"]

_OPEN = "‘“„«\"'"
_CLOSED = pattern(r"[’”»\"'][.,]?\s*(?:[-–—].*)?\Z")
_LETTERS = pattern(r"\w+")
_FEWEST = 5
"""A repeated text of fewer words may be a heading."""


def mark_quotes(blocks: Sequence[Block | Atom], style: Style) -> None:
    """Set the kind of blocks that are pull quotes.

    They stand out from the text by size, slant or colour, and either stand in quotation marks or
    repeat words of the text on the same page.
    """
    said: str | None = None
    for at, block in enumerate(blocks):
        if not isinstance(block, Block) or block.kind != "text":
            continue
        line = block.lines[0]
        larger = line.size > 1.12 * style.body
        slanted = all(each.italic for each in block.lines)
        if not (larger or slanted or line.colour != style.colour):
            continue
        text = block.text
        words = _LETTERS.findall(text.lower())
        if not words and text[:1] in _OPEN and line.size > 1.5 * style.body:
            block.kind = "quote"  # a quotation mark drawn on its own
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if isinstance(following, Block) and following.kind == "text":
                following.kind = "quote"
            continue
        if len(words) < _FEWEST:
            continue
        if text[0] in _OPEN and _CLOSED.search(text):
            block.kind = "quote"
            continue
        if larger or slanted:
            if said is None:
                said = _said(blocks, style)
            if f" {' '.join(words)} " in said:
                block.kind = "quote"


def _said(blocks: Sequence[Block | Atom], style: Style) -> str:
    """The words of the running text, without punctuation."""
    parts: list[str] = []
    for block in blocks:
        if (
            isinstance(block, Block)
            and block.kind in ("text", "bullet")
            and abs(block.size - style.body) < 0.06 * style.body
            and not all(line.italic for line in block.lines)
        ):
            parts.extend(_LETTERS.findall(block.text.lower()))
    return f" {' '.join(parts)} "
