"""What stands around a table and belongs to it: its caption and its footnotes."""

from ckt_extract.layout.table_pieces import CAPTION, Piece, lines_of
from ckt_extract.reading.page import Box, Word

__all__ = ["captions_of", "notes_of"]

_NEAR = 3.0
"""A caption stands within this many times its size from the table."""
_LEADING = 1.6
"""Lines of one caption or note follow each other within this many times their size."""


def captions_of(boxes: list[Box], pieces: list[Piece]) -> list[tuple[list[Piece], str | None]]:
    """The lines of the caption of each table of a page, and its number.

    A numbered caption goes to the nearest table above or below it that overlaps it sideways.
    """
    found: list[tuple[list[Piece], str | None]] = [([], None) for _ in boxes]
    choices = []
    for at, piece in enumerate(pieces):
        match = CAPTION.match(piece.text)
        if not match:
            continue
        lines = _lines_on(piece, pieces[at + 1 :], boxes)
        for index, box in enumerate(boxes):
            if piece.x0 > box.x1 or lines[0].x1 < box.x0 - 5:
                continue
            above = box.top - lines[-1].bottom
            below = lines[0].top - box.bottom
            gap = above if above > -2 else below if below > -2 else None
            if gap is not None and gap <= _NEAR * piece.size + 4:
                choices.append((gap + (0 if above > -2 else 4), index, at, lines, match["number"]))
    taken: set[int] = set()
    for _, index, at, lines, number in sorted(choices, key=lambda choice: choice[:3]):
        if at not in taken and not found[index][0]:
            taken.add(at)
            found[index] = (lines, number)
    return found


def _lines_on(first: Piece, after: list[Piece], boxes: list[Box]) -> list[Piece]:
    """The lines of the paragraph that a piece starts, in its style, outside the tables."""
    lines = [first]
    for piece in after:
        last = lines[-1]
        gap = piece.baseline - last.baseline
        if gap > _LEADING * last.size:
            break
        if (
            gap > 0.25 * last.size
            and abs(piece.x0 - first.x0) <= 3
            and abs(piece.size - first.size) <= 0.3
            and piece.bold == first.bold
            and not any(
                b.top < piece.baseline < b.bottom and b.x0 < piece.middle < b.x1 for b in boxes
            )
        ):
            lines.append(piece)
        elif gap <= 0.25 * last.size and 0 <= piece.x0 - last.x1 <= 2 * last.size:
            lines.append(piece)  # the same line, wide space
    return lines


def notes_of(
    box: Box, pieces: list[Piece], words: list[Word]
) -> list[tuple[str, list[int], list[int]]]:
    """Footnotes right below a table: the mark, its words, and the words of the note."""
    notes: list[tuple[str, list[int], list[int]]] = []
    below = [p for p in pieces if p.top > box.bottom - 2 and box.x0 - 6 <= p.x0 <= box.x1]
    bottom = box.bottom
    last: Piece | None = None
    for line in lines_of(below):
        piece = line[0]
        gap = piece.top - bottom
        mark = _mark_of(piece, words)
        if mark and gap <= 2.5 * piece.size:
            notes.append(
                (words[piece.words[0]].text.rstrip(".):"), piece.words[:1], piece.words[1:])
            )
        elif (
            last
            and notes
            and piece.baseline - last.baseline <= _LEADING * last.size
            and abs(piece.size - last.size) <= 0.3
            and gap <= 0.6 * piece.size
        ):
            notes[-1][2].extend(piece.words)
        else:
            break
        for more in line[1:]:
            if 0 <= more.x0 - piece.x1 <= 2 * piece.size:
                notes[-1][2].extend(more.words)
        last = piece
        bottom = piece.bottom
    return [note for note in notes if note[2]]


def _mark_of(piece: Piece, words: list[Word]) -> bool:
    """Whether a line starts with the mark of a footnote."""
    first = words[piece.words[0]]
    if len(piece.words) < 2:
        return False
    if first.raised:
        return len(first.text) <= 3
    return first.text in {"*", "**", "***", "†", "‡"} or (
        first.text.endswith(")") and len(first.text) <= 3 and first.text[0].isalnum()
    )
