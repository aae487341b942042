"""What stands around a table and belongs to it: its caption and its footnotes."""

from msgspec import Struct, field

from ckt_extract.box import Box
from ckt_extract.layout.table_pieces import CAPTION, Piece, lines_of
from ckt_extract.reading.page import Word

__all__ = ["Around", "NoteLines", "around_of", "captions_of"]

_NEAR = 3.0
"""A caption stands within this many times its size from the table, …"""
_NEAR_NOTE = 2.5
"""… the first footnote within this many, …"""
_REACH = 25.0
"""… and the first line of a long caption within this many."""
_MOST = 60
"""A page with more captions has a list of them, or is no page of a text."""
_LEADING = 1.6
"""Lines of one caption or note follow each other within this many times their size."""
_STARS = frozenset({"*", "**", "***", "†", "‡"})

Caption = tuple[list[Piece], str | None]


class NoteLines(Struct):
    """A footnote: its mark, and the indexes of its words line by line."""

    mark: str
    mark_words: list[int]
    lines: list[list[int]]


class Around(Struct):
    """The caption and the notes of a table."""

    caption: list[Piece] = field(default_factory=list)
    number: str | None = None
    notes: list[NoteLines] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """All pieces of both."""
    ends: bool = False
    """A caption that belongs to another table stands below."""


def around_of(boxes: list[Box], pieces: list[Piece], words: list[Word]) -> list[Around]:
    """The caption and notes of each table of a page.

    Args:
        boxes: Bounds of the tables.
        pieces: The pieces that are in no table.
        words: The words of the page.
    """
    captions = captions_of(boxes, pieces)
    titled = {id(p) for lines, _ in captions for p in lines}
    orphans = [p for p in pieces if id(p) not in titled and CAPTION.match(p.text)]
    arounds = []
    for box, (lines, number) in zip(boxes, captions, strict=True):
        low = max([box.bottom, *(p.bottom for p in lines if p.top > box.bottom)])
        below = [
            p
            for p in pieces
            if id(p) not in titled and p.top > low - 2 and box.x0 - 1.5 * p.size <= p.x0 <= box.x1
        ]
        notes, used = _notes(low, box.x1, below, words)
        ends = any(p.top > box.bottom and p.x0 < box.x1 and p.x1 > box.x0 for p in orphans)
        arounds.append(Around(lines, number, notes, [*lines, *used], ends))
    return arounds


def captions_of(boxes: list[Box], pieces: list[Piece]) -> list[Caption]:
    """The lines of the caption of each table of a page, and its number.

    A numbered caption goes to the nearest table below it, or else above it, that overlaps it
    sideways.
    """
    found: list[Caption] = [([], None) for _ in boxes]
    choices = []
    labels = [(at, match) for at, p in enumerate(pieces) if (match := CAPTION.match(p.text))]
    for at, match in labels if len(labels) <= _MOST else ():
        piece = pieces[at]
        reach = _REACH * piece.size
        near = [
            (index, box)
            for index, box in enumerate(boxes)
            if box.x1 >= piece.x0
            and box.top < piece.bottom + reach
            and box.bottom > piece.top - reach
        ]
        lines = _lines_on(at, pieces, [box for _, box in near]) if near else []
        for index, box in near:
            if max(p.x1 for p in lines) < box.x0 - 5:
                continue
            above = box.top - lines[-1].bottom
            below = lines[0].top - box.bottom
            gap = above if above > -2 else below + 4 if below > -2 else None
            if gap is not None and gap <= _NEAR * piece.size + 4:
                choices.append((gap, index, at, lines, match["number"]))
    taken: set[int] = set()
    for _, index, at, lines, number in sorted(choices, key=lambda choice: choice[:3]):
        if at not in taken and not found[index][0]:
            taken.add(at)
            found[index] = (lines, number)
    return found


def _lines_on(at: int, pieces: list[Piece], boxes: list[Box]) -> list[Piece]:
    """The lines of the paragraph that a piece starts, in its style, outside the tables."""
    first = pieces[at]
    lines = [first]
    for number in range(at + 1, len(pieces)):
        piece = pieces[number]
        last = lines[-1]
        gap = piece.baseline - last.baseline
        if gap > _LEADING * last.size:
            break
        if abs(piece.size - first.size) > 0.3 or any(_inside(piece, box) for box in boxes):
            continue
        same_line = gap <= 0.25 * last.size and 0 <= piece.x0 - last.x1 <= 2 * last.size
        next_line = gap > 0.25 * last.size and abs(piece.x0 - first.x0) <= 3
        if same_line or (next_line and piece.bold == first.bold):
            lines.append(piece)
    return lines


def _inside(piece: Piece, box: Box) -> bool:
    return box.top < piece.baseline < box.bottom and box.x0 < piece.middle < box.x1


def _notes(
    bottom: float, right: float, below: list[Piece], words: list[Word]
) -> tuple[list[NoteLines], list[Piece]]:
    """Footnotes that follow each other below a height, in lines that reach as far as `right`."""
    notes: list[NoteLines] = []
    used: list[Piece] = []
    last: Piece | None = None
    for line in lines_of(below):
        piece = line[0]
        gap = piece.top - bottom
        if _has_mark(piece, words) and gap <= _NEAR_NOTE * piece.size:
            mark = words[piece.words[0]].text.rstrip(".):")
            notes.append(NoteLines(mark, piece.words[:1], [piece.words[1:]]))
        elif last and _goes_on(piece, last, right):
            notes[-1].lines.append(list(piece.words))
        else:
            break
        used.append(piece)
        for more in line[1:]:
            if 0 <= more.x0 - used[-1].x1 <= 2 * piece.size:
                notes[-1].lines[-1].extend(more.words)
                used.append(more)
        last, bottom = piece, piece.bottom
    return notes, used


def _goes_on(piece: Piece, last: Piece, right: float) -> bool:
    """Whether a line is the next one of the same note: its first word had no room before."""
    word = piece.spans[0][1] - piece.spans[0][0]
    return (
        last.x1 + word + 0.3 * piece.size > right
        and piece.baseline - last.baseline <= _LEADING * last.size
        and abs(piece.size - last.size) <= 0.3
        and piece.top - last.bottom <= 0.6 * piece.size
    )


def _has_mark(piece: Piece, words: list[Word]) -> bool:
    """Whether a line starts with the mark of a footnote."""
    first = words[piece.words[0]]
    if len(piece.words) < 2:
        return False
    if first.raised:
        return len(first.text) <= 3
    numbered = first.text.endswith(")") and len(first.text) <= 3 and first.text[0].isalnum()
    return first.text in _STARS or numbered
