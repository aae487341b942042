"""Figures: the pictures on a page that are not logos or backgrounds, and their captions."""

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.box import Box
from ckt_extract.layout.block import Atom, Block
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.lexicon import words
from ckt_extract.layout.records import FigureKind
from ckt_extract.layout.style import Style
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Page, Picture

__all__ = ["FigureDraft", "group_panels", "mark_captions", "pictures_of", "without_number"]

_SHARE = 0.02
"""Pictures that cover less of the page are logos and icons."""
_BACKGROUND = 0.6
"""A picture that covers more than this, with words on it, is a background."""
_NUMBERING = pattern(r"(?:\d+|[IVX]+\b)?\s*[.:|–—-]?\s*")
_NUMBER = pattern(r"\s*(?:\d|[IVX]+\b|:|\|)")


class FigureDraft(Struct):
    """A figure on its way: its picture or drawing, and the block that is its caption."""

    box: Box
    share: float
    kind: FigureKind = "picture"
    caption: Block | None = None
    heading: Block | None = None
    """The heading right above it."""
    parts: list[Atom] = field(default_factory=list)
    """The charts and callouts of a drawn figure."""
    inside: int = 0
    """Number of the box with what OCR read in a picture; 0 when there are no such words."""
    looked_at: bool = False
    """OCR has looked at the picture, whether it found words or not."""


def pictures_of(page: Page) -> list[Atom]:
    """The pictures that are figures, as atoms of the flow."""
    atoms: list[Atom] = []
    for picture in _whole(page.pictures, page):
        if picture.share < _SHARE:
            continue
        box = picture.box
        if picture.share > _BACKGROUND and any(
            box.x0 < (word.x0 + word.x1) / 2 < box.x1 and box.top < word.baseline < box.bottom
            for word in page.words
        ):
            continue
        figure = FigureDraft(box, picture.share, looked_at=picture.read)
        atoms.append(Atom(box.x0, box.top, box.x1, box.bottom, content=figure))
    return atoms


def _whole(pictures: list[Picture], page: Page) -> list[Picture]:
    """Pictures, with those that were cut into strips put together again."""
    whole: list[Picture] = []
    for picture in sorted(pictures, key=lambda each: (each.box.x0, each.box.x1, each.box.top)):
        box = picture.box
        last = whole[-1].box if whole else None
        if (
            last is not None
            and abs(last.x0 - box.x0) < 1
            and abs(last.x1 - box.x1) < 1
            and -1 < box.top - last.bottom < 1
        ):
            joined = Box(last.x0, last.top, last.x1, box.bottom)
            share = (joined.x1 - joined.x0) * (joined.bottom - joined.top)
            whole[-1] = replace(
                whole[-1],
                box=joined,
                share=min(share / (page.width * page.height), 1.0),
                read=whole[-1].read and picture.read,
            )
        else:
            whole.append(picture)
    return whole


def group_panels(blocks: Sequence[Block | Atom], page: Page) -> list[Block | Atom]:
    """The blocks of a page, with charts and callouts that follow each other as figures."""
    grouped: list[Block | Atom] = []
    for block in blocks:
        if isinstance(block, Atom) and isinstance(block.content, Chart | Callout):
            last = grouped[-1] if grouped else None
            if not (
                isinstance(last, Atom)
                and isinstance(last.content, FigureDraft)
                and last.content.kind == "infographic"
                and isinstance(block.content, Callout)
            ):
                box = Box(block.x0, block.top, block.x1, block.bottom)
                kind: FigureKind = "chart" if isinstance(block.content, Chart) else "infographic"
                last = Atom(*box, content=FigureDraft(box, 0.0, kind))
                grouped.append(last)
            _add(last, block, page)
        else:
            grouped.append(block)
    return grouped


def _add(panel: Atom, part: Atom, page: Page) -> None:
    """Add a chart or callout to a drawn figure."""
    figure = panel.content
    if not isinstance(figure, FigureDraft):
        return
    figure.parts.append(part)
    panel.x0, panel.top = min(panel.x0, part.x0), min(panel.top, part.top)
    panel.x1, panel.bottom = max(panel.x1, part.x1), max(panel.bottom, part.bottom)
    figure.box = Box(panel.x0, panel.top, panel.x1, panel.bottom)
    area = (panel.x1 - panel.x0) * (panel.bottom - panel.top)
    figure.share = min(area / (page.width * page.height), 1.0)


def mark_captions(blocks: Sequence[Block | Atom], style: Style) -> None:
    """Find the caption of each figure among the blocks beside it, and set their kind."""
    for at, atom in enumerate(blocks):
        if not isinstance(atom, Atom) or not isinstance(atom.content, FigureDraft):
            continue
        figure = atom.content
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        above = blocks[at - 1] if at else None
        after = blocks[at + 2] if at + 2 < len(blocks) else None
        if isinstance(below, Block) and _is_caption(below, atom, after, style, figure.kind):
            below.kind = "caption"
            figure.caption = below
        elif isinstance(above, Block) and _is_caption_above(above, atom, style):
            above.kind = "caption"
            figure.caption = above
        if isinstance(above, Block) and above.kind == "heading":
            figure.heading = above


def without_number(text: str) -> str:
    """A caption without the number of its figure: of *Figuur 3: Katoen* the last word."""
    if not _is_numbered(text):
        return text
    behind = text.split(None, 1)[-1]
    number = _NUMBERING.match(behind)
    return behind[number.end() :] if number else behind


def _is_numbered(text: str) -> bool:
    """Whether a text starts with the number of a figure: *Figuur 3*."""
    first = text.split(None, 1)[0].rstrip(":").lower()
    return first in words("figure") and _NUMBER.match(text, len(first)) is not None


def _beside(block: Block, atom: Atom) -> bool:
    return block.x0 < atom.x1 and block.x1 > atom.x0


def _is_caption(
    block: Block, atom: Atom, after: Block | Atom | None, style: Style, kind: FigureKind
) -> bool:
    """Whether the block below a figure is its caption."""
    if block.kind != "text" or not _beside(block, atom):
        return False
    gap = (block.top - atom.bottom) / style.body
    if _is_numbered(block.text):
        return gap < 4
    if gap > (1.5 if kind == "infographic" else 3.5) or len(block.lines) > 5:
        return False
    if kind != "picture" and (_sentences(block) > 1 or len(block.text) > 160):
        return False
    if _differs(block, style):
        return True
    if kind != "picture" or gap > 2.5:
        return False
    # In the style of the text: a sentence alone between the figure and what comes next.
    alone = not isinstance(after, Block) or after.kind == "heading"
    return alone and len(block.lines) <= 3 and len(block.text) < 250 and _sentences(block) == 1


def _is_caption_above(block: Block, atom: Atom, style: Style) -> bool:
    """Whether the block above a figure is its caption."""
    if block.kind != "text" or not _beside(block, atom):
        return False
    gap = atom.top - block.bottom
    if _is_numbered(block.text):
        return gap < 4 * style.body
    return gap < 1.5 * style.body and len(block.lines) <= 3 and block.size < 0.95 * style.body


def _differs(block: Block, style: Style) -> bool:
    """Whether a block is set as captions are: smaller, slanted or in grey."""
    return (
        block.size < 0.95 * style.body
        or all(line.italic for line in block.lines)
        or (_is_grey(block.lines[0].colour) and block.lines[0].colour != style.colour)
    )


def _is_grey(colour: int) -> bool:
    red, green, blue = colour >> 16, colour >> 8 & 255, colour & 255
    return max(red, green, blue) - min(red, green, blue) < 24 and 64 < red < 200


def _sentences(block: Block) -> int:
    """Number of sentences, roughly."""
    return len(re.findall(r"[.!?]\s+[A-Z0-9]", block.text)) + 1
