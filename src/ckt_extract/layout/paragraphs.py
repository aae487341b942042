"""Lines of a column become paragraphs and bullets: by spacing, indent, style and markers."""

from collections.abc import Sequence

from ckt_extract.layout.block import Atom, Block, BlockKind
from ckt_extract.layout.lines import Line, without_first
from ckt_extract.layout.markers import ARROWS, DASH, GLYPH, NUMERAL, SECTION_NUMERAL
from ckt_extract.layout.notes import starts_note
from ckt_extract.layout.order import Item
from ckt_extract.layout.style import Style
from ckt_extract.patterns import pattern

__all__ = ["blocks_of"]

_STOP = pattern(r"[.!?:;…][\"'”’»)\]]*\Z")
_SLACK = 1.17
"""Lines further apart than this many times the usual distance are of two paragraphs."""


def blocks_of(items: Sequence[Item], page: int, style: Style) -> list[Block | Atom]:
    """The blocks of one column, in order, with the other items between them."""
    rights = _right_edges(items, style)
    blocks: list[Block | Atom] = []
    block: Block | None = None
    for item, right in zip(items, rights, strict=True):
        if isinstance(item, Atom):
            blocks.append(item)
            block = None
        elif isinstance(item, Line):
            marked = _has_marker(item, block)
            if block is not None and not marked and _continues(block, item, style, right):
                block.lines.append(item)
            else:
                block = _new(item, marked, page, right)
                blocks.append(block)
    return blocks


def _right_edges(items: Sequence[Item], style: Style) -> list[float]:
    """For each item the right edge of the text it stands in: lines of one size, close together."""
    rights = [0.0] * len(items)
    start = 0
    for at in range(1, len(items) + 1):
        if at < len(items) and _same_text(items[at - 1], items[at], style):
            continue
        right = max(item.x1 for item in items[start:at])
        rights[start:at] = [right] * (at - start)
        start = at
    return rights


def _same_text(above: Item, below: Item, style: Style) -> bool:
    return (
        isinstance(above, Line)
        and isinstance(below, Line)
        and abs(above.size - below.size) < 0.06 * below.size
        and below.baseline - above.baseline < 1.7 * style.pitch(below.size)
    )


def _new(line: Line, marked: bool, page: int, right: float) -> Block:
    """A block that starts with a line, its marker taken out."""
    if marked and line.dot is not None:
        return Block([line], page, "bullet", None, line.x0, right=right)
    if marked:
        rest = without_first(line)
        kind: BlockKind = "text" if line.words[0].raised else "bullet"
        return Block([rest], page, kind, line.words[0], rest.x0, right=right)
    return Block([line], page, text_x0=line.x0, right=right)


def _has_marker(line: Line, block: Block | None) -> bool:
    """Whether a line starts with a bullet or a list numeral."""
    words = line.words
    text = words[0].text
    if line.dot is not None:
        return True
    if starts_note(line, block.lines[0] if block is not None else None):
        return True
    if len(text) > 8 or len(words) == 1 or words[1].glued:
        return False
    if GLYPH.match(text):
        return True
    if DASH.match(text) or NUMERAL.match(text):
        return not _goes_on(line, block)
    if SECTION_NUMERAL.match(text):
        return words[1].text[0].isupper() and not _goes_on(line, block)
    return False


def _goes_on(line: Line, block: Block | None) -> bool:
    """Whether the sentence of the block before runs on into this line."""
    if block is None:
        return False
    last = block.lines[-1]
    near = line.baseline - last.baseline < 2 * line.size
    if block.kind == "bullet":
        return near and line.x0 >= block.text_x0 - 0.3 * line.size and not _ends(block)
    return near and abs(line.x0 - last.x0) < 0.3 * line.size and not _ends(block)


def _ends(block: Block) -> bool:
    """Whether the last line of a block ends a sentence."""
    return _STOP.search(block.lines[-1].words[-1].text) is not None


def _continues(block: Block, line: Line, style: Style, right: float) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = block.lines[-1]
    size = line.size
    if line.words[0].text[0] in ARROWS:
        return False
    if line.split or (last.split and line.x0 < last.words[last.split].x0 - 0.5 * size):
        return False
    distance = line.baseline - last.baseline
    if abs(size - last.size) > 0.06 * size or distance <= 0.5 * size:
        return False
    large = size > 1.15 * style.body
    limit = max(1.5 * size, _SLACK * style.pitch(size)) if large else _SLACK * style.pitch(size)
    if distance > limit or line.x0 > last.x1 or last.x0 > line.x1:
        return False
    lower = line.words[0].text[0].islower()
    if not lower and _changes_style(last, line) and (_ends(block) or _fits(last, line, right)):
        return False
    if block.kind == "bullet":
        hanging = line.x0 > block.lines[0].x0 - 0.5 * size
        return hanging or (not _ends(block) and lower)
    if line.x0 > last.x0 + 0.8 * size and len(block.lines) > 1 and not lower:
        return False  # the first line of a paragraph is indented
    if large or lower:
        return True
    return not _fits(last, line, right)


def _changes_style(last: Line, line: Line) -> bool:
    """Whether weight or colour change with the line, not only on a few words in it."""
    if (last.bold, last.colour) == (line.bold, line.colour):
        return False
    before, behind = last.words[-1], line.words[0]
    return (before.bold, before.colour) != (behind.bold, behind.colour)


def _fits(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line before."""
    word = line.words[0]
    space = right - last.x1
    return space > (word.x1 - word.x0) + 1.5 * line.size
