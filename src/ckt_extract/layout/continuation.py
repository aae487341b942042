"""Paragraphs that go on in the next column or on the next page."""

from collections.abc import Sequence

from ckt_extract.layout.block import Atom, Block
from ckt_extract.patterns import pattern

__all__ = ["join_over_columns", "join_over_page"]

_STOP = pattern(r"[.!?:…][\"'”’»)\]]*\Z")
_SKIPPED = frozenset({"caption", "quote", "note", "furniture"})
"""Kinds that may stand between the two parts of a paragraph."""


def join_over_columns(blocks: list[Block | Atom]) -> list[Block | Atom]:
    """The blocks of a page, with the second part of a broken paragraph moved to the first.

    Text in a box and text around it go on apart.
    """
    kept: list[Block | Atom] = []
    running: dict[int, Block] = {}
    for block in blocks:
        if isinstance(block, Atom) or block.kind in _SKIPPED:
            kept.append(block)
            continue
        last = running.get(block.inside)
        if (
            last is not None
            and (kept[-1] is not last or _jumps(last, block) or _runs_on(last, block))
            and _goes_on(last, block)
        ):
            last.more.append(block)
        else:
            kept.append(block)
            running[block.inside] = block
    return kept


def join_over_page(above: Sequence[Block | Atom], below: list[Block | Atom]) -> None:
    """Move the first paragraph of a page to the last one of the page before, if it is its rest."""
    last = next((block for block in reversed(above) if _is_running(block)), None)
    first = next((block for block in below if _is_running(block)), None)
    if isinstance(last, Block) and isinstance(first, Block) and _goes_on(last, first):
        last.more.append(first)
        last.more.extend(first.more)
        first.more = []
        below.remove(first)


def _is_running(block: Block | Atom) -> bool:
    return isinstance(block, Block) and block.kind not in _SKIPPED and block.inside == 0


def _jumps(last: Block, block: Block) -> bool:
    """Whether a block does not stand right below the one before."""
    end = (last.more or [last])[-1]
    return block.top < end.top or block.x0 > end.x1 or block.x1 < end.x0


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a block right below another goes on its sentence, as beside and below a box."""
    return _is_full(last, block) and block.lines[0].words[0].text[0].islower()


def _is_full(last: Block, block: Block) -> bool:
    """Whether the first word of a block would not have fitted on the last line before it."""
    end = (last.more or [last])[-1]
    word = block.lines[0].words[0]
    return end.right - end.lines[-1].x1 < (word.x1 - word.x0) + word.size


def _goes_on(last: Block, block: Block) -> bool:
    """Whether a block is the rest of the paragraph that a page or column break cut off."""
    if last.kind not in ("text", "bullet") or block.kind != "text" or block.marker is not None:
        return False
    end = (last.more or [last])[-1]
    before, behind = end.lines[-1], block.lines[0]
    if abs(before.size - behind.size) > 0.05 * before.size:
        return False
    word = before.words[-1]
    if word.hyphen:
        return True
    if _STOP.search(word.text):
        return False
    begin = behind.words[0].text
    if begin[0].islower():
        return True
    if before.bold is not behind.bold or before.colour != behind.colour:
        return False
    return _is_full(last, block) and len(end.lines) + len(last.lines) > 1 and len(before.words) > 2
